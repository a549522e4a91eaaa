"""Account for the clause of a figure in its own words, where the figure does not bring an account of it.

Every character of the clause gets one role. What no role covers is `unread`, and English that leaves it out is no
whole English of the figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.quantities import Quantity, quantities
from exporter.facts.statements.closed_classes import TIME
from exporter.model import Fact, Span, Stretch, StretchRole

MAX_CLAUSE = 160
"""Longest stretch that is looked at on either side of a figure, in characters."""
_BREAK = re.compile(r"[，；。！？：:;,\n|]")
_EDGE = re.compile(r"[，；。！？;\n|<>]")
_LEADS: tuple[tuple[StretchRole, re.Pattern[str]], ...] = (
    (
        "base",
        re.compile(r"(?:比|较|同比|环比)(?:上年|去年|上月|上季度|上年同期|去年同期|同期|前年|年初)?(?:同期|末|底)?"),
    ),
    (
        "change",
        re.compile(
            r"(?:增长|增加|提高|提升|上升|上涨|递增|扩大|下降|降低|减少|回落|下跌|收窄|净增)(?:到|至|了|约|近|为)?|"
            r"增至|增到|升至|降至|降到|减至|翻了?|(?:涨|增|降)幅|增速|(?<=均)增"
        ),
    ),
    (
        "bound",
        re.compile(
            r"超过|突破|不低于|不少于|不高于|不超过|以上|以下|以内|左右|控制在|至少|达到|达|约|近|超|逾|余|多|近|为|完成|实现|至|到|在"
        ),
    ),
)
_NUMBER_PLACE = re.compile(r"第|位居?|位列|居|列|名列|排名?|跃居|稳居|保持")


def account_of(fact: Fact, text: str, facts: Sequence[Fact]) -> tuple[Stretch, ...]:
    """Tile the clause that a figure stands in; `facts` are those of the document, in the order of the text."""
    start, end = _clause(fact, text)
    places = [place for place in range(start, end) if not text[place].isspace()]
    clause = fold("".join(text[place] for place in places))
    if len(clause) != len(places):
        return ()
    roles: dict[int, StretchRole] = {}
    for role, at, to in (*_marks(clause), *_of_fact(fact, clause)):
        for place in places[at:to]:
            roles.setdefault(place, role)
    for role, at, to in _others(fact, start, end, facts):
        for place in range(at, to):
            roles.setdefault(place, role)
    blank: StretchRole = "licensed"
    return tuple(_stretches((roles.get(p, blank if text[p].isspace() else "unread") for p in range(start, end)), start))


def _clause(fact: Fact, text: str) -> tuple[int, int]:
    """Give the stretch of the source from the last break before a figure to the first behind it."""
    at = fact.number_span or fact.span
    opening = min(fact.span.start, at.start)
    before = [found.end() for found in _BREAK.finditer(text, max(0, opening - MAX_CLAUSE), opening)]
    behind = _EDGE.search(text, fact.span.end, fact.span.end + MAX_CLAUSE)
    start = before[-1] if before else max(0, opening - MAX_CLAUSE)
    return start, behind.start() if behind else min(len(text), fact.span.end + MAX_CLAUSE)


def _marks(clause: str) -> Iterator[tuple[StretchRole, int, int]]:
    for found in re.finditer(r"[\W_]+", clause):
        yield "licensed", found.start(), found.end()
    for quantity in quantities(clause):
        yield from _of_quantity(quantity)


def _of_quantity(found: Quantity) -> Iterator[tuple[StretchRole, int, int]]:
    yield "bound", found.start, found.number_start
    yield "value", found.number_start, found.end


def _of_fact(fact: Fact, clause: str) -> Iterator[tuple[StretchRole, int, int]]:
    named: tuple[tuple[StretchRole, str | None], ...] = (
        ("among", fact.among),
        ("scope", fact.scope),
        ("deed", fact.deed),
        ("whole", fact.part_of),
        ("bound", fact.qualifier),
    )
    for role, word in named:
        yield from _found(role, re.sub(r"\s", "", fold(word or "")), clause)
    yield from _name(re.sub(r"\s", "", fold(fact.indicator)), clause)
    for found in TIME.finditer(clause):
        yield "time", found.start(), found.end()
    for role, pattern in _LEADS:
        for found in pattern.finditer(clause):
            yield role, found.start(), found.end()
    if fact.change_kind == "rank":
        for found in _NUMBER_PLACE.finditer(clause):
            yield "change", found.start(), found.end()


def _found(role: StretchRole, word: str, clause: str) -> Iterator[tuple[StretchRole, int, int]]:
    at = clause.find(word) if word else -1
    if at >= 0:
        yield role, at, at + len(word)


def _name(name: str, clause: str) -> Iterator[tuple[StretchRole, int, int]]:
    """Find a name, also where its parts stand apart (城镇、农村 居民收入)."""
    for block in SequenceMatcher(None, clause, name, autojunk=False).get_matching_blocks():
        if block.size > 1 or 0 < block.size == len(name):
            yield "thing", block.a, block.a + block.size


def _others(fact: Fact, start: int, end: int, facts: Sequence[Fact]) -> Iterator[tuple[StretchRole, int, int]]:
    """Give what the clause says of other figures: it is theirs to say."""
    first = bisect_left(facts, start, key=lambda one: one.span.start)
    for one in facts[max(0, first - 1) : first + 12]:
        if one is fact or one.span.end <= start or one.span.start >= end or one.span == fact.span:
            continue
        if one.span.start >= fact.span.end or one.span.end <= fact.span.start:
            yield "licensed", max(start, one.span.start), min(end, one.span.end)


def _stretches(roles: Iterable[StretchRole], start: int) -> Iterator[Stretch]:
    at = start
    for role, run in groupby(roles):
        length = len(list(run))
        yield Stretch(Span(at, at + length), role)
        at += length
