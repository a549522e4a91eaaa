"""Name what is drawn on a page: lines of words, rules and grounds, charts, and the places that links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from exporter.renderers.layout.composition import Composed
from exporter.renderers.layout.shapes import Drawing
from exporter.typesetting import Strip


@dataclass(frozen=True, slots=True)
class Words:
    """One composed line; `x` from the left of the text block, `y` of its base line from the top of its strip."""

    x: float
    y: float
    composed: Composed
    line: int
    owners: tuple[int, ...] = ()
    """Elements that it belongs to, one for each part of its paragraph; none: it is there for the eye alone."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle: a rule, the ground of a card."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, scaled so that it is `width` wide."""

    x: float
    y: float
    width: float
    drawing: Drawing
    owner: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the source, by the hash of its bytes."""

    x: float
    y: float
    width: float
    height: float
    hash: str
    owner: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading begins: an entry of the outline, and what the contents point to."""

    number: int
    depth: int
    level: int
    name: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note begins: what its marks, or the figures that it is about, point to."""

    note: str
    x: float
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, from where its words end to the right edge: dots, and the page of a heading."""

    x: float
    y: float
    right: float
    place: int
    height: float
    owner: int = 0


@dataclass(frozen=True, slots=True)
class Turned:
    """What stands on its side on a page of its own, its head at the left; inks from what is its upper left corner."""

    inks: tuple[Words | Fill, ...]
    x: float = 0.0
    y: float = 0.0


Ink: TypeAlias = Words | Fill | Picture | Image | Place | Anchor | Entry | Turned


class Laid(NamedTuple):
    """A strip, and what is drawn on it."""

    strip: Strip
    inks: tuple[Ink, ...] = ()
    notes: tuple[str, ...] = ()
    """Notes that it brings to the foot of its page."""
    beside: tuple[Ink, ...] = ()
    """What stands in the second column: read after the first column of its passage, as far as that is on the page."""
    passage: int = 0
    """Strips of one passage in columns share a number."""


class Sheet(NamedTuple):
    """A page: what is drawn, each with the top of its strip in pt from the top of the text block."""

    inks: tuple[tuple[float, Ink], ...]
    depth: float = 0.0
    """pt from the top of the text block to the foot of its last line."""
    notes: tuple[tuple[str, float], ...] = ()
    """The notes at its foot, each with its top."""
    numbered: bool = True
    """It shows its number."""


def shown(laid: Laid, again: bool) -> Iterator[Ink]:
    """Give what is drawn on a strip; what is printed once more, on a later page, is told once."""
    for ink in laid.inks:
        yield replace(ink, owners=()) if again and isinstance(ink, Words) else ink


def shifted(inks: Iterable[Ink], right: float = 0.0, down: float = 0.0) -> Iterator[Ink]:
    """Move inks to the right and down."""
    for ink in inks:
        yield ink if isinstance(ink, Place) else replace(ink, x=ink.x + right, y=ink.y + down)


def stacked(column: Sequence[Laid]) -> list[float]:
    """Give the top of each strip of a column, and the height of all."""
    tops, y, after = [], 0.0, 0.0
    for at, (strip, *_) in enumerate(column):
        y += max(strip.before, after) if at else 0.0
        tops.append(y)
        y, after = y + strip.height, strip.after
    return [*tops, y + after]
