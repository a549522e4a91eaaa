"""Real clauses, changed by a word: the English changes, or loses its status. No gold is needed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import exporter
from exporter.english.document import with_english
from exporter.english.figures.unsaid_words import may_be_left_out
from exporter.english.glossary.terms import load
from exporter.facts.extract import facts_of

HEAD = "青岭市2026年政府工作报告\n一、2025年工作回顾\n2025年，"
SWAPS = (
    ("增长", "下降"),
    ("提高", "降低"),
    ("新增", "减少"),
    ("农村", "城镇"),
    ("城镇", "农村"),
    ("国家级", "省级"),
    ("省级", "市级"),
    ("全省", "全国"),
    ("新建", "改造"),
    ("进口", "出口"),
    ("收入", "支出"),
    ("以上", "以内"),
    ("年均", "累计"),
)
"""What says another thing in the place of the first."""


def verified(clauses: Sequence[str]) -> dict[str, frozenset[str]]:
    """Give the verified sentences of clauses, each a paragraph of a report; one that turns its report spoils few."""
    batches = (clauses[start : start + _BATCH] for start in range(0, len(clauses), _BATCH))
    return {clause: said for batch in batches for clause, said in _verified(batch).items()}


_BATCH = 25


def _verified(clauses: Sequence[str]) -> dict[str, frozenset[str]]:
    document = exporter.read((HEAD + "\n".join(f"{clause}。" for clause in clauses) + "\n").encode())
    document = with_english(replace(document, facts=facts_of(document)))
    text, at, found = document.origin.text if document.origin else "", 0, {}
    for clause in clauses:
        at = max(at, text.find(f"{clause}。", at))
        inside = (one for one in document.facts if at <= one.span.start < at + len(clause))
        found[clause] = frozenset(one.english or "" for one in inside if one.english_status == "verified")
    return found


def changed(clause: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give a clause with a word denied, taken out, or changed for another."""
    for word in ("未", "不再"):
        yield "denied", word + clause
    words = [one for one in load().find(clause) if one.end - one.start > 1]
    for one in chance.sample(words, min(2, len(words))):
        if not may_be_left_out(clause[one.start : one.end], "") and clause[one.start : one.end] not in _LIGHT:
            yield "taken out", clause[: one.start] + clause[one.end :]
    yield from (("changed", clause.replace(one, other, 1)) for one, other in SWAPS if one in clause)


_LIGHT = ("达到", "完成", "实现", "累计", "预计")
"""Words that English says by its verb or tense, or needs not say."""


@pytest.mark.corpus
def test_a_word_changed_in_a_real_clause_changes_the_english(
    corpus_files: tuple[Path, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(11)
    documents = (exporter.read(file) for file in corpus_files)
    read = [with_english(replace(document, facts=facts_of(document))) for document in documents]
    facts = [one for document in read for one in document.facts if one.english_status == "verified"]
    quotes = sorted({quote for one in facts if len(quote := re.sub(r"\s", "", one.quote)) < 36 and "分别" not in quote})
    clauses = chance.sample(quotes, min(400, len(quotes)))
    said = verified(clauses)
    jobs = [(clause, kind, other) for clause in clauses if said[clause] for kind, other in changed(clause, chance)]
    after = verified([other for _, _, other in jobs])
    made = Counter(kind for _, kind, _ in jobs)
    kept = Counter(kind for clause, kind, other in jobs if said[clause] & after[other])
    rates = {kind: 1 - kept[kind] / count for kind, count in made.items()}
    with capsys.disabled():
        print("\nreal clauses: " + ", ".join(f"{kind} {rate:.1%} of {made[kind]}" for kind, rate in rates.items()))
    assert rates["denied"] >= 0.98
    assert rates["changed"] >= 0.97
    assert rates["taken out"] >= 0.93
