"""Find who has changed places with whom: to whom something is given, from where it comes, who does it.

Chinese tells it by a word before a name (向, 从, 由), English by one of its own (to, from, by).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeAlias, cast

from exporter.english.glossary.terms import TermBase
from exporter.english.guard.alignment import CLAUSE_MARK, names_said
from exporter.english.guard.finding import Finding
from exporter.english.guard.kinds import members
from exporter.english.guard.meaning import Said, said_terms, stem
from exporter.english.guard.renderings import LOOK

Role: TypeAlias = Literal["to", "from", "by", "lead"]

_GIVEN = re.compile(r"(?:^|[^方意走倾面导转朝外内趋投流])[向给]$|对$")
_TAKEN = re.compile(r"(?:学习|看齐|征|购|借|索|收|募|吸|取|要|买|求|了解|的?依赖)")
_FROM = re.compile(r"(?:从|来自)$")
_DOES = re.compile(r"(?:^|[，；。：！])由$|被$")
_OVERSEEN = re.compile(r"(?:接受|受到)$")
_OVERSIGHT = re.compile(r"的?(?:[民法]?[主律]?监督|评议|审议|检查|指导|领导|质询|询问)")
_OPENS = re.compile(r"(?:^|[，；。：！])$")
_TO_OTHERS = re.compile(r"[^，；。：！？]{0,6}(?:向|给|对|接受)")
_SPOKEN = re.compile(
    r"\b(?P<role>to|from|by)\s+(?:(?:the|all|our|its|their|more|other|some|various)\s+){0,2}$", re.IGNORECASE
)
_HEAD = re.compile(r"(?:^|[,;:.]\s+|\band\s+)(?:(?:The|the|All|Our|our|These)\s+)?$")
_NO_DEED = re.compile("[，；。：！？、和与及被由受让使令把将]|为.{1,8}所")
"""Joins two things, tells them apart, or turns the deed round."""
_NO_OBJECT = re.compile(
    r"[,;:.]\s|\b(?:by|of|in|from|for|with|under|at|to|on|through|among|between|into|over|across|throughout|and|or|as|than)"
    r"\s+(?:[A-Za-z-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands between a head and a thing that is not the object of its deed."""
_CONTRARY: dict[Role, frozenset[Role]] = {
    "to": frozenset(("from", "by")),
    "from": frozenset(("to",)),
    "by": frozenset(("to", "from")),
}


def roles(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    """Report whom the English makes the giver where the source makes him the taker, and the reverse."""
    moved: Said | None = None
    said = tuple(said_terms(zh, en, base))
    yield from _acting(zh, en, tuple({one.start: one for one in (*names_said(zh, en), *said)}.values()))
    for one in said:
        asked, spoken = _asked(zh, one), _spoken(en, one)
        if asked == "lead":
            moved = moved or (one if spoken in _CONTRARY else None)
        elif asked and spoken in _CONTRARY[asked]:
            yield Finding("meaning.role", f"{one.zh} is said with {spoken!r}", one.zh, en[one.said : one.end])
        if moved and asked in ("to", "by") and spoken == "lead":
            yield Finding("meaning.role", f"{moved.zh} and {one.zh} have changed places", one.zh, en)


def _acting(zh: str, en: str, things: Sequence[Said]) -> Iterator[Finding]:
    """Report whom the English makes the doer of a deed that is done to him: 省政府批准市政府的规划."""
    for one, other in combinations(sorted(things, key=lambda thing: thing.start), 2):
        between = zh[one.start + len(one.zh) : other.start]
        if not _OPENS.search(zh[: one.start]) or not between or _NO_DEED.search(between):
            continue
        spoken = en[other.end : one.said]
        if _HEAD.search(en[: other.said]) and spoken.strip() and not _NO_OBJECT.search(spoken):
            yield Finding("meaning.role", f"{one.zh} and {other.zh} have changed places", one.zh, en)


def _asked(zh: str, one: Said) -> Role | None:
    before, behind = zh[: one.start], zh[one.start + len(one.zh) :]
    if _GIVEN.search(before):
        return None if _TAKEN.match(behind) else "to"
    if _FROM.search(before):
        return "from"
    if _DOES.search(before) or (_OVERSEEN.search(before) and _OVERSIGHT.match(behind)):
        return "by"
    return "lead" if _OPENS.search(before) and _TO_OTHERS.match(behind) else None


def _spoken(en: str, one: Said) -> Role | None:
    before = en[: one.said]
    if found := _SPOKEN.search(before):
        return cast(Role, found["role"].lower())
    return "lead" if _HEAD.search(before) else None


def reordered(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    """Doubt two things of one kind, of different clauses, that English says in another order: deposits and loans."""
    for group in members().values():
        here = [one.zh for one in group if zh.count(one.zh) == 1]
        places = {name: place for name in here if (place := _place(name, en, base)) is not None}
        for one, other in combinations(sorted(places, key=zh.index), 2):
            between = zh[zh.index(one) : zh.index(other)]
            if places[one] > places[other] and CLAUSE_MARK.search(between):
                yield Finding(f"{LOOK}order", f"{other} is said before {one}", one, other)


def _place(name: str, en: str, base: TermBase) -> int | None:
    """Give where a thing is said, if it is said once."""
    for term in base.by_zh.get(name, ()):
        pattern = stem(term.en) if term.status != "forbidden" else None
        found = [one.start() for one in pattern.finditer(en)] if pattern else []
        if len(found) == 1:
            return found[0]
    return None
