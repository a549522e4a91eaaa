"""Say whose a thing is where people are its owners: the people's lives, officials' sense of responsibility."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import word_set


def owner(left: Phrase, right: Phrase) -> str | None:
    """群众 | 获得感 → the people's sense of fulfillment: what people have and are is theirs."""
    whose = _whose(left)  # most are nobody's, which is soon told
    return whose if whose and _OWNED.fullmatch(right.text) else None


def owned_by_all(left: Phrase, right: Phrase) -> bool:
    """部门和工作人员 | 服务意识: what departments have and their people have is of both."""
    people = left.parts and left.parts[-1].rpartition(" ")[2] in _PERSONS
    return bool(people) and _OWNED.fullmatch(right.text) is not None


def theirs(some: str, what: str) -> str | None:
    """少数 | 干部作风 → the conduct of a small number of officials: an 's would hang on the whole group."""
    owned = _THEIRS.fullmatch(what)
    return owned and f"{owned['what']} of {some} {owned['who']}"


def is_some(left: Phrase) -> bool:
    """Tell whether whose a thing is is a part of a group: a few officials."""
    return left.full.startswith(tuple(f"{some} " for some in SOME))


SOME = frozenset(("some", "many", "a few", "a small number of", "certain", "most"))
_THEIRS = re.compile(r"(?P<who>[a-z]+)(?:(?<=s)'|'s) (?P<what>[a-z].*)")


def able(left: Phrase, right: Phrase) -> str | None:
    """干部 | 能力 → officials' capacity, not capacity for officials."""
    whose = _whose(left) if right.other in ("capacity", "ability", "capability") else None
    return whose and f"{whose} {right.other}"


def stands_beside(parts: Sequence[str], what: str) -> bool:
    """政府效能 和 依法行政 | 能力: nobody has a capacity for efficiency, which stands beside it."""
    return "capacity for" in what and any(_NO_ACT.search(one) for one in parts)


_NO_ACT = re.compile(r"\b(?:efficiency|quality|levels?|awareness|competence|conduct|strength|style)$")


def _whose(left: Phrase) -> str | None:
    if left.text.rpartition(" ")[2] not in _PERSONS or left.parts:
        return None
    return f"{left.full}'" if left.text.endswith("s") else f"{left.full}'s"


def with_government(phrase: Phrase) -> str:
    """Name the government with its article."""
    return "the government" if phrase.full == "government" else phrase.full


_PERSONS = word_set(
    "people residents farmers herders officials cadres workers employees students teachers women children "
    "personnel staff"
)
_OWNED = re.compile(
    r"(?:sense|awareness|consciousness)(?: of [a-z ]+)?|[a-z-]+ awareness|"
    r"(?:[a-z-]+ ){0,3}(?:lives|life|incomes?|needs|rights|interests|"
    r"property|wellbeing|conduct|style|conditions|abilit(?:y|ies)|literacy|expectations|satisfaction|quality of life|"
    r"living standards|health|"
    r"competence|inaction.*|neglect of duty|misconduct)"
)
