"""Quote the words of the source around a figure: cut between words, and the figure always in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from exporter.english.glossary.terms import load
from exporter.model import Fact, Origin, Span, StretchRole

ROOM = 13.5
"""em of a quote that stands in one line of a column with its line number."""
_TAG = re.compile(r"<[^<>]*>")
_JOINED = frozenset(("unit", "bound", "change"))
"""What belongs to the number before it."""


class _Piece(NamedTuple):
    text: str
    role: StretchRole | None
    is_figure: bool

    @property
    def width(self) -> float:
        return _wide_text(self.text)


def quote_of(fact: Fact, origin: Origin | None, most: float = ROOM) -> str:
    """Give the source's words for a figure, without breaks: all, or as much as has room, … where it is cut.

    `most` is the room of a line, in em.
    """
    html = origin is not None and origin.media == "text/html"
    pieces = _pieces(fact, html)
    figures = [at for at, piece in enumerate(pieces) if piece.is_figure]
    if not figures or _wide(pieces) <= most:
        return "".join(piece.text for piece in pieces)
    start, end = figures[0], figures[-1] + 1
    while end < len(pieces) and pieces[end].role in _JOINED:
        end += 1
    room = most - CUT - (CUT if end < len(pieces) else 0.0)
    while start and _wide(pieces[start - 1 : end]) <= room:
        start -= 1
    part = _end_of(pieces[start - 1].text, room - _wide(pieces[start:end])) if start else ""
    while not start and end < len(pieces) and _wide(pieces[: end + 1]) <= most - CUT:
        end += 1
    said = (part + "".join(piece.text for piece in pieces[start:end])).strip("，、；,;")
    _, _, told = said.partition("分别")
    if start and told:
        said = _in_turn(fact, told, "".join(piece.text for piece in pieces[figures[-1] : end]), most)
    elif start:
        said = f"…{said}"
    return f"{said}…" if end < len(pieces) else said


def _in_turn(fact: Fact, told: str, own: str, most: float) -> str:
    """Set before its `own` figure, of those told in turn, its own name: right before 分别 stands that of another."""
    verb = told[: next((at for at, char in enumerate(told) if char.isnumeric()), 0)]
    told = told if told == f"{verb}{own}" else f"{verb}…{own}"
    return f"{_own_name(fact, told, most)}…{told}"


def _own_name(fact: Fact, told: str, most: float) -> str:
    """Give the name of a figure that is told in turn, as much of its end as has room before what is told of it."""
    room = most - 2 * CUT - _wide_text(told)
    name = fact.indicator if fact.indicator in "".join(fact.quote.split()) else ""
    end = _end_of(name, room - CUT)
    return name if _wide_text(name) <= room else f"…{end}" if end else ""


CUT = 1.0
"""em of the mark that says that words are left out."""


def _end_of(name: str, room: float) -> str:
    """Give as many whole words from the end of a name as have room."""
    return next((name[at:] for at in sorted(_joints(name)) if _wide_text(name[at:]) <= room), "")


def _joints(name: str) -> set[int]:
    """Find the places in a name that words of the term base begin and end at, from its start to its end."""
    base, last = load(), len(name)
    words = [one for at in range(last) for one in base.starting(name, at) if 2 <= one.end - one.start < last]
    forth, back = {0}, {last}
    for word in sorted(words, key=lambda one: one.start):
        forth |= {word.end} if word.start in forth else set()
    for word in sorted(words, key=lambda one: -one.end):
        back |= {word.start} if word.end in back else set()
    return (forth & back) - {0, last}


def _wide(pieces: Sequence[_Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _wide_text(text: str) -> float:
    return sum(1.0 if ord(character) > 0x2E7F else 0.56 for character in text)


def _number(fact: Fact) -> Span | None:
    """Give the place of a figure's number, with the sign for hundredths behind it."""
    number = fact.number_span
    if number is None:
        return None
    behind = fact.quote[number.end - fact.span.start :][:1]
    return replace(number, end=number.end + 1) if behind in ("%", "％") else number


def _pieces(fact: Fact, html: bool) -> list[_Piece]:
    """Cut the words of a figure where its clause has its joints."""
    start, end = fact.span.start, fact.span.end
    roles: dict[int, StretchRole] = {}
    cuts = {start, end}
    for stretch in fact.account:
        if not stretch.inherited and start <= stretch.span.start < stretch.span.end <= end:
            cuts |= {stretch.span.start, stretch.span.end}
            roles[stretch.span.start] = stretch.role
    number = _number(fact)
    if number is not None and start <= number.start < number.end <= end:
        cuts = {at for at in cuts if not number.start < at < number.end} | {number.start, number.end}
    places = sorted(cuts)
    found: list[_Piece] = []
    for one, two in pairwise(places):
        words = fact.quote[one - start : two - start]
        words = "".join((unescape(_TAG.sub("", words)) if html else words).split())
        figure = number is not None and number.start <= one < number.end
        if words:
            found.append(_Piece(words, roles.get(one), figure))
    return found
