"""Tile the clause of a statement with roles: no character is in none, and what nobody knows is `unread`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from exporter.facts.account.licences import Where, licensed
from exporter.facts.account.roles import Roles, roles_of
from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import TIME, lexicon
from exporter.facts.statements.coordination import TOGETHER
from exporter.model import StretchRole


class Tile(NamedTuple):
    """A stretch of a sentence with its role; an inherited one stands outside of the clause."""

    start: int
    end: int
    role: StretchRole
    inherited: bool = False
    licence: str = ""


def accounts(text: str, stated: Sequence[Statement], times: Sequence[tuple[int, int]]) -> Iterator[tuple[Tile, ...]]:
    """Give the account of each statement of a folded sentence; `times` are words that name a time."""
    painted = [roles_of(text, one) for one in stated]
    told = {place for roles in painted for place in roles.of}
    asides = [_aside(text, one) for one in stated] if "（" in text else []
    for place, (one, roles) in enumerate(zip(stated, painted, strict=True)):
        others = chain.from_iterable(asides[:place] + asides[place + 1 :])
        yield _account(one, roles, told.union(others) if asides else told, times)


def _aside(text: str, statement: Statement) -> range:
    """Give the places of the brackets that hold nothing but a statement."""
    opening = text.rfind("（", 0, statement.start + 1)
    closing = text.find("）", statement.end) + 1
    alone = opening >= 0 and closing > 0 and "）" not in text[opening : statement.end]
    return range(opening, closing) if alone and not _STATES.search(text, opening, statement.start) else range(0)


_STATES = re.compile(r"[，；\d]")


def _account(statement: Statement, roles: Roles, told: set[int], times: Sequence[tuple[int, int]]) -> tuple[Tile, ...]:
    start, end = extent(statement)
    quantity = statement.value or statement.changed
    for first, last in times:
        for place in range(max(first, start), min(last, end)):
            roles.of.setdefault(place, "time")
    tiles = _joined(_tiles(roles, told, start, end, quantity.number_start if quantity else end))
    return (*tiles, *_joined(_inherited(roles, start, end)))


def extent(statement: Statement) -> tuple[int, int]:
    """Give where the clause of a statement begins and ends in its sentence."""
    groups = [reading.group for reading in statement.readings]
    start = min(min(group.lead[0], group.quantities[0].start) for group in groups)
    return start, max(max(group.after[1], group.quantities[-1].end) for group in groups)


def _inherited(roles: Roles, start: int, end: int) -> Iterator[Tile]:
    for place in sorted([place for place in roles.of if not start <= place < end]):
        yield Tile(place, place + 1, roles.of[place], True)


def _tiles(roles: Roles, told: set[int], start: int, end: int, number: int) -> Iterator[Tile]:
    thing, number = end, min(number, end)
    for place, painted in roles.of.items():
        if painted in _CORE and start <= place < thing:
            thing = place
    at, broken = start, False
    while at < end:
        if role := roles.of.get(at):
            stop = at + 1
            while stop < end and roles.of.get(stop) == role:
                stop += 1
            yield Tile(at, stop, role)
            at, broken = stop, False
            continue
        where: Where = "before" if at < min(thing, number) else "between" if at < number else "behind"
        tile = _left(roles, told, at, end, where)
        if tile.role == "unread" and where == "before" and thing == end:
            tile = _left(roles, told, at, end, "between")
        if broken and tile.end - at == 1 and tile.role == "degree":
            tile = tile._replace(role="unread")  # a character of a longer word that nobody knows
        broken = tile.role == "unread"
        yield tile
        at = tile.end


_CORE = frozenset(("thing", "modifier", "deed"))
_NOTE = re.compile(r"[〔\[【]\d{1,3}[〕\]】]|（(?:[ivx]{1,4}|\d{1,2})）")
_MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") | frozenset(
    " \n\t\r\x01，。；：、！？（）()“”‘’「」『』《》〈〉〔〕[]【】—-－–…·•*,.;:!?\u3000\xa0"
)


def _led(roles: Roles, told: set[int], at: int, where: Where) -> StretchRole | None:
    """Give the role of a preposition: that of the time it leads to (到|年底), or of a deed done for those counted."""
    character, behind = roles.text[at], roles.of.get(at + 1)
    if where != "between" and character in "至到" and at + 1 in told and _PLACES.search(roles.text, 0, at):
        return "change"
    if where != "behind" and character == "为" and behind == "among":
        return "degree"
    if (character in "到至自从于在截由" and behind == "time") or (character == "前" and roles.of.get(at - 1) == "time"):
        return "time"
    return "deed" if where == "before" and character in "为对向给同与以" and behind in _DONE_FOR else None


_DONE_FOR = ("value", "bound", "modifier")
"""What stands behind a preposition that leads to those for whom something is done: their number or their name."""
_NAMES = re.compile(r"（(?![^（）]*[不未除按预约另仅只均含])(?!目标|计划|同比|可比|其中|包括)[\u4e00-\u9fff、]{1,20}）")
"""The names of the things counted, in brackets behind their number: 2个（甲园、乙园）."""
_PLACES = re.compile(r"[\d一二三四五六七八九十两] ?位$")
"""By how many places a rank has moved, before 至 and where it arrived."""
_BY_THEN = re.compile("[年初中底末度]{0,2}(?:或?之前|或以前|[前内起])|开始|[年度]度?[初中底末]?")
"""The end of a time by which something is to be done: 2026年|或之前."""
_STREAK = re.compile(r"(?:已|实现)?连续 ?[\d一二三四五六七八九十]+ ?(?:年|个月|个季度|届|次|期)(?:以上)?")


def _mark(text: str, told: set[int], at: int, end: int, where: Where) -> Tile | None:
    """Tile a mark, what numbers a point or a note, and names in brackets."""
    if where == "behind" and (names := _NAMES.match(text, at, end)) and not told.intersection(range(*names.span())):
        return Tile(at, names.end(), "licensed", licence="names")
    if where != "behind" and (together := TOGETHER.match(text, at, end)):
        return Tile(at, together.end(), "licensed", licence="names")
    if text[at] not in _MARKS and not text[at].isspace():
        return None
    note = _NOTE.match(text, at, end)
    return Tile(at, note.end() if note else at + 1, "licensed", licence="mark")


def _timed(roles: Roles, at: int, limit: int) -> Tile | None:
    """Tile words of time, by when something was done, and for how long it went on."""
    if roles.of.get(at - 1) == "time" and (found := _BY_THEN.match(roles.text, at, limit)):
        return Tile(at, found.end(), "time")
    if found := _STREAK.match(roles.text, at, limit):
        return Tile(at, found.end(), "degree")
    found = TIME.match(roles.text, at, limit)
    return Tile(at, found.end(), "time") if found else None


def _left(roles: Roles, told: set[int], at: int, end: int, where: Where) -> Tile:
    """Tile what the statement was not read from, at one place."""
    text = roles.text
    if at in told:
        return Tile(at, at + 1, "licensed", licence="another figure")
    if (mark := _mark(text, told, at, end, where)) is not None:
        return mark
    limit = at + 1
    while limit < end and limit - at < 12 and limit not in roles.of and limit not in told:
        limit += 1
    if (role := _led(roles, told, at, where)) is not None:
        return Tile(at, at + 1, role)
    if (timed := _timed(roles, at, limit)) is not None:
        return timed
    listed, names = licensed(where)
    if (after := listed.ahead(text, at, limit)) > at:
        return Tile(at, after, "licensed", licence=names[text[at:after]])
    if (after := _known(text, at, limit)) > at:
        return Tile(at, after, "degree")
    if where == "before" and (after := lexicon().light.ahead(text, at, limit)) > at:
        return Tile(at, after, "deed")
    return Tile(at, at + 1, "unread")


def _known(text: str, at: int, limit: int) -> int:
    """Give where a word of manner or degree ends that the grammar knows and no licence covers."""
    longest = lexicon().adverb.ahead(text, at, limit)
    for length in range(min(lexicon().longest_tail, limit - at), longest - at, -1):
        if lexicon().tail.get(text[at : at + length]) in ("adverb", "each", "apart", "average", "copula"):
            return at + length
    return longest


def _joined(tiles: Iterator[Tile]) -> Iterator[Tile]:
    """Join neighbours of one role."""
    last: Tile | None = None
    for tile in tiles:
        if last is not None and last[1] == tile[0] and last[2:] == tile[2:]:
            last = Tile(last[0], tile[1], *tile[2:])
            continue
        if last is not None:
            yield last
        last = tile
    if last is not None:
        yield last
