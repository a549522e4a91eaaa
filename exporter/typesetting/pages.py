"""Put lines, headings and table rows on pages: no heading at a page foot, no widow line, no split row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Strip:
    """What takes up height and is never split: a line, a table row, a picture."""

    height: float
    """pt."""
    before: float = 0.0
    """pt above it; dropped at the top of a page, and merged with the last strip's `after` (the larger counts)."""
    after: float = 0.0
    keep_next: bool = False
    """Stays on the page of the strip that follows (each line of a heading, a caption)."""
    group: int | None = None
    """Lines of one paragraph share a number; widows and orphans are counted in it."""
    repeat: tuple[int, ...] = ()
    """How far back the strips lie (a table's head rows) that are printed again above this one where it opens a page."""
    break_before: bool = False
    """Opens a new page."""
    foot: float = 0.0
    """pt that its notes take up at the foot of its page."""
    longer: float = inf
    """On the first line of a paragraph: how ill it bears to be set in one line more; `inf`: not at all."""
    shorter: float = inf
    """The same for one line less."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text block of a page, in pt, and the least lines of a split paragraph at its foot and its head."""

    height: float
    orphans: int = 1
    """Lines of a paragraph that a page may end with."""
    widows: int = 2
    """Lines of a paragraph that a page may begin with (CLREQ 3.1.6: no widow)."""
    above_notes: float = 0.0
    """pt between text and notes at the least, where a page has notes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page: its index among those given, and its top in pt from the top of the text block."""

    strip: int
    y: float
    repeated: bool = False


def paginate(strips: Sequence[Strip], page: Page) -> tuple[tuple[Placed, ...], ...]:
    """Break strips into pages, each as full as the rules allow, in time linear in their number.

    Where no legal break is on a page the page is filled regardless, so nothing is ever lost; a
    strip higher than a page stands on a page of its own and runs over its foot.
    """
    pages = []
    start = 0
    while start < len(strips):
        placed, reach = fill(strips, start, page)
        end = retreat(strips, start, reach, page)
        pages.append(tuple(item for item in placed if item.repeated or item.strip < end))
        start = end
    return tuple(pages)


def fill(strips: Sequence[Strip], start: int, page: Page) -> tuple[list[Placed], int]:
    """Place strips from `start` on until one does not fit; give them, and the index of that one."""
    placed: list[Placed] = []
    y = notes = 0.0
    for back in strips[start].repeat:
        placed.append(Placed(start - back, y, repeated=True))
        y += strips[start - back].height
    for index in range(start, len(strips)):
        strip = strips[index]
        first = index == start
        top = y if first else y + max(strip.before, strips[index - 1].after)
        if strip.foot:
            notes += strip.foot + (0.0 if notes else page.above_notes)
        if not first and (strip.break_before or top + strip.height + notes > page.height + _ROUNDING):
            return placed, index
        placed.append(Placed(index, top))
        y = top + strip.height
    return placed, len(strips)


_ROUNDING = 1e-6


def retreat(strips: Sequence[Strip], start: int, reach: int, page: Page) -> int:
    """Give the last strip up to `reach` that may begin a page, or `reach` where none after `start` may."""
    if reach == len(strips) or strips[reach].break_before:
        return reach
    return next((index for index in range(reach, start, -1) if _may_begin(strips, index, page)), reach)


def _may_begin(strips: Sequence[Strip], index: int, page: Page) -> bool:
    if strips[index].break_before:
        return True
    if strips[index - 1].keep_next:
        return False
    if not _together(strips, index):
        return True
    nearby = range(index - page.orphans + 1, index + page.widows)
    return all(_together(strips, near) for near in nearby)


def _together(strips: Sequence[Strip], index: int) -> bool:
    if not 0 < index < len(strips):
        return False
    group = strips[index].group
    return group is not None and group == strips[index - 1].group
