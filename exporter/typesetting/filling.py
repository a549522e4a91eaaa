"""Fill pages to their foot: where a rule of the break would leave a line open, set a paragraph longer or shorter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import inf
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from exporter.typesetting.pages import Page, Strip, fill, retreat


class HasStrip(Protocol):
    """Whatever a renderer draws on a strip."""

    @property
    def strip(self) -> Strip:
        """Give what is put on a page."""


Drawn = TypeVar("Drawn", bound=HasStrip)

Anew: TypeAlias = Callable[[Drawn, int], Sequence[Drawn] | None]
"""Gives the lines of the paragraph that begins with a line, set in so many lines more; None: it cannot be set so."""


def fill_pages(drawn: Sequence[Drawn], page: Page, anew: Anew[Drawn]) -> tuple[list[Drawn], list[Drawn]]:
    """Set some paragraphs anew, so that `paginate` fills its pages; give all lines, and where each of those begins.

    A page that must end early, since a widow line or a heading stands at its foot, is filled by one line more in
    the paragraph on it that bears that best, or by one line less; by two where a heading of two lines is in the
    way. Where none can, a paragraph of the page before may, if that stays full. Else the page stays short.
    """
    flow = list(drawn)
    strips = [one.strip for one in flow]
    changed: list[Drawn] = []

    def set_anew(on: tuple[int, int], is_better: _Judge) -> bool:
        change = _best(flow, strips, on, is_better, anew)
        if change:
            flow[change.start : change.stop] = change.lines
            strips[change.start : change.stop] = [line.strip for line in change.lines]
            changed.append(change.lines[0])
        return change is not None

    start, before = 0, -1
    while start < len(strips):
        end, short = _end(strips, start, page)
        while short and set_anew((start, end), _fuller(strips, start, short, page)):
            end, short = _end(strips, start, page)
        if short and before >= 0 and set_anew((before, start), _fuller(strips, before, short, page, pages=2)):
            start, before = _end(strips, before, page)[0], -1
        else:
            start, before = end, start
    return flow, changed


def _end(strips: Sequence[Strip], start: int, page: Page) -> tuple[int, int]:
    """Give where a page ends, and how many strips it has less than it could hold."""
    reach = fill(strips, start, page)[1]
    end = retreat(strips, start, reach, page)
    return end, reach - end


class _Way(NamedTuple):
    """What may be done to a paragraph, by how ill it bears it."""

    strain: float
    start: int
    stop: int
    by: int


class _Change(NamedTuple, Generic[Drawn]):
    start: int
    stop: int
    lines: Sequence[Drawn]


_Judge: TypeAlias = Callable[[_Way, Sequence[Strip]], bool]
"""Tells whether pages are fuller with these strips in the place of a paragraph's."""


def _best(
    flow: Sequence[Drawn], strips: Sequence[Strip], on: tuple[int, int], is_better: _Judge, anew: Anew[Drawn]
) -> _Change[Drawn] | None:
    """Find the easiest change after which a page is less short."""
    tried = 0
    for way in sorted(_ways(strips, *on)):
        if tried < _MOST and is_better(way, _as_if(strips, way)):
            lines = anew(flow[way.start], way.by)
            tried += 1
            if lines and is_better(way, [line.strip for line in lines]):
                return _Change(way.start, way.stop, lines)
    return None


_MOST = 4
"""Paragraphs that are set anew before a page is left as it is."""


def _ways(strips: Sequence[Strip], start: int, end: int) -> Iterator[_Way]:
    """Give what may be done to the paragraphs that begin on a page."""
    for index in range(start, end):
        first = strips[index]
        if first.longer < inf or first.shorter < inf:
            stop = index + 1
            while stop < len(strips) and strips[stop].group == first.group:
                stop += 1
            strains = ((first.longer, 1), (first.shorter, -1))
            yield from (_Way(strain, index, stop, by) for strain, by in strains if strain < inf)


def _as_if(strips: Sequence[Strip], way: _Way) -> list[Strip]:
    """Give the strips of a paragraph as they would be about, had it been set anew."""
    first, second, *rest = strips[way.start : way.stop]
    middle = replace(second, before=0.0, after=0.0, foot=0.0)
    return [first, middle, second, *rest] if way.by > 0 else [first, *rest]


def _fuller(strips: Sequence[Strip], start: int, short: int, page: Page, pages: int = 1) -> _Judge:
    """Judge by the last of so many pages from a place on: it is less short than now, and those before it are full."""

    def is_fuller(way: _Way, lines: Sequence[Strip]) -> bool:
        found = [*strips[start : way.start], *lines, *strips[way.stop : way.stop + pages * _AHEAD]]
        at = 0
        for _ in range(pages - 1):
            at, open_lines = _end(found, at, page)
            if open_lines:
                return False
        return _end(found, at, page)[1] < short

    return is_fuller


_AHEAD = 60
"""Strips looked at beyond a paragraph: more than a page holds."""
