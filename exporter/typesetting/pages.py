"""Put lines, headings and table rows on pages: no heading at a page foot, no widow line, no split row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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
    """Strips (a table's head rows) to print again above this one where it opens a page."""
    break_before: bool = False
    """Opens a new page."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text block of a page, in pt, and the least lines of a split paragraph at its foot and its head."""

    height: float
    orphans: int = 1
    """Lines of a paragraph that a page may end with."""
    widows: int = 2
    """Lines of a paragraph that a page may begin with (CLREQ 3.1.6: no widow)."""


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
    legal = _legal_breaks(strips, page)
    pages = []
    start = 0
    while start < len(strips):
        placed, stop = _fill(strips, start, page.height)
        end = _retreat(strips, legal, start, stop)
        pages.append(tuple(item for item in placed if item.repeated or item.strip < end))
        start = end
    return tuple(pages)


def _fill(strips: Sequence[Strip], start: int, height: float) -> tuple[list[Placed], int]:
    placed: list[Placed] = []
    y = 0.0
    for head in strips[start].repeat:
        placed.append(Placed(head, y, repeated=True))
        y += strips[head].height
    for index in range(start, len(strips)):
        strip = strips[index]
        first = index == start
        top = y if first else y + max(strip.before, strips[index - 1].after)
        if not first and (strip.break_before or top + strip.height > height + _ROUNDING):
            return placed, index
        placed.append(Placed(index, top))
        y = top + strip.height
    return placed, len(strips)


_ROUNDING = 1e-6


def _retreat(strips: Sequence[Strip], legal: list[bool], start: int, stop: int) -> int:
    if stop == len(strips) or strips[stop].break_before:
        return stop
    return next((index for index in range(stop, start, -1) if legal[index]), stop)


def _legal_breaks(strips: Sequence[Strip], page: Page) -> list[bool]:
    """For each strip: may a page begin with it?"""
    count = len(strips)
    above = [0] * count
    below = [1] * count
    for index in range(1, count):
        if _together(strips, index):
            above[index] = above[index - 1] + 1
    for index in range(count - 1, 0, -1):
        if _together(strips, index):
            below[index - 1] = below[index] + 1
    return [
        index == 0
        or strips[index].break_before
        or (
            not strips[index - 1].keep_next
            and (above[index] == 0 or (above[index] >= page.orphans and below[index] >= page.widows))
        )
        for index in range(count)
    ]


def _together(strips: Sequence[Strip], index: int) -> bool:
    group = strips[index].group
    return group is not None and group == strips[index - 1].group
