"""The guard on meaning: what it must catch of a translator's answer, and what it must let pass."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.glossary.terms import load
from exporter.english.guard.answers import answer_findings
from exporter.english.guard.meaning import meaning, said_terms
from exporter.english.guard.whole import findings
from tests.english.guard.corruptions import PARALLEL


def codes(zh: str, en: str) -> set[str]:
    return {finding.code for finding in findings(zh, en)}


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("不断改善民生。", "We continued to improve people's wellbeing.", None),
        ("不断改善民生。", "We did not improve people's wellbeing.", "meaning.negation"),
        ("防止资金流失。", "We will prevent the loss of funds.", None),
        ("防止资金流失。", "We will not prevent the loss of funds.", "meaning.negation"),
        ("基础还不牢固。", "The foundation is firm.", "meaning.negation"),
        ("提高最低工资标准。", "We will raise the minimum wage.", None),
        ("提高最低工资标准。", "We will lower the minimum wage.", "meaning.direction"),
        ("完善社会保障体系。", "We will worsen the social security system.", "meaning.direction"),
        ("降低物流成本。", "We will raise logistics costs.", "meaning.direction"),
        ("进口增长5%，出口下降3%。", "Imports grew by 5 percent, and exports fell by 3 percent.", None),
        ("进口增长5%，出口下降3%。", "Exports grew by 5 percent, and imports fell by 3 percent.", "meaning.order"),
        ("深化改革。", "I'm sorry, but I cannot translate this.", "answer.talk"),
        ("深化改革。", "Here is the translation: We will deepen reform.", "answer.talk"),
        ("深化改革。", "We will deepen \u202ereform.", "answer.hidden"),
        ("深化改革。", "We will deepen reform\x07.", "answer.hidden"),
        ("深化改革。", "Мы углубим реформу.", "answer.script"),
        ("深化改革。", "We will deepen reform. sk-abcdefghijklmnop", "answer.echo"),
        ("深化改革。", "Use these terms: We will deepen reform.", "answer.echo"),
        ("深化改革。", "We will deepen reform.", None),
    ],
)
def test_errors_of_meaning(zh: str, en: str, code: str | None) -> None:
    assert (code in codes(zh, en)) if code else not codes(zh, en)


@given(st.text(max_size=80), st.text(max_size=120))
def test_no_text_raises(zh: str, en: str) -> None:
    assert isinstance([*answer_findings(zh, en), *meaning(zh, en, load())], list)


_AUXILIARY = re.compile(r"\b(?:was|were|is|are|will|has|have|should)\b(?! not)")
_TURNED = {
    "increased": "decreased",
    "increase": "decrease",
    "rose": "fell",
    "improve": "worsen",
    "improved": "worsened",
    "strengthen": "weaken",
    "strengthened": "weakened",
    "reduce": "increase",
    "raised": "lowered",
    "expand": "reduce",
}
_VERB = re.compile(rf"\b(?:{'|'.join(_TURNED)})\b")
_REFUSALS = (
    "I'm sorry, but I can't help with that.",
    "As an AI language model, I cannot translate this text.",
    "Here is the translation: {}",
    "{} Let me know if you need anything else!",
)


def _pairs(years: tuple[str, ...]) -> list[tuple[str, str]]:
    lines = [line for year in years for line in (PARALLEL / f"{year}.tsv").read_text("utf-8").splitlines()]
    split = (line.partition("\t") for line in lines)
    return [(zh, en) for zh, _, en in split if len(zh) >= 8 and len(en.split()) >= 4]


def _planted(zh: str, en: str, chance: random.Random) -> dict[str, str]:
    made = {"refusal": chance.choice(_REFUSALS).format(en)}
    if found := _AUXILIARY.search(en):
        made["negation"] = f"{en[: found.end()]} not{en[found.end() :]}"
    if found := _VERB.search(en):
        made["direction"] = en[: found.start()] + _TURNED[found[0]] + en[found.end() :]
    if swapped := _swapped(zh, en, chance):
        made["swapped subjects"] = swapped
    return made


def _swapped(zh: str, en: str, chance: random.Random) -> str | None:
    """Exchange two terms of different clauses, each said once, in the English alone."""
    said = [*said_terms(zh, en, load())]
    pairs = [
        (one, other)
        for place, one in enumerate(said)
        for other in said[place + 1 :]
        if re.search("[，；。]", zh[one.start : other.start]) and (one.end <= other.said or other.end <= one.said)
    ]
    if not pairs:
        return None
    first, second = sorted(chance.choice(pairs), key=lambda one: one.said)
    middle = en[first.end : second.said]
    return f"{en[: first.said]}{en[second.said : second.end]}{middle}{en[first.said : first.end]}{en[second.end :]}"


@pytest.mark.corpus
def test_the_guard_on_years_it_was_not_made_with() -> None:
    chance = random.Random(3)
    held = chance.sample(_pairs(("2009", "2011", "2015", "2019")), 1200)
    flagged = sum(bool(codes(zh, en)) for zh, en in held)
    caught: dict[str, list[bool]] = {}
    for zh, en in held:
        for kind, bad in _planted(zh, en, chance).items():
            caught.setdefault(kind, []).append(bool(codes(zh, bad)))
    each = ", ".join(f"{kind} {sum(found) / len(found):.1%} of {len(found)}" for kind, found in caught.items())
    print(f"\nmeaning, years held out: {each}; sound flagged {flagged / len(held):.2%}")
    assert all(sum(found) / len(found) >= 0.95 for found in caught.values())
    assert flagged / len(held) <= 0.03
