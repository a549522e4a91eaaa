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
    way. Where none can, the page stays short.
    """
    flow = list(drawn)
    strips = [one.strip for one in flow]
    changed: list[Drawn] = []
    start = 0
    while start < len(strips):
        end, short = _end(strips, start, page)
        while short and (change := _best(flow, strips, (start, end), short, page, anew)):
            flow[change.start : change.stop] = change.lines
            strips[change.start : change.stop] = [line.strip for line in change.lines]
            changed.append(change.lines[0])
            end, short = _end(strips, start, page)
        start = end
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


def _best(
    flow: Sequence[Drawn], strips: Sequence[Strip], on: tuple[int, int], short: int, page: Page, anew: Anew[Drawn]
) -> _Change[Drawn] | None:
    """Find the easiest change after which a page is less short."""
    tried = 0
    for way in sorted(_ways(strips, *on)):
        if tried < _MOST and _short_after(strips, on[0], way, _as_if(strips, way), page) < short:
            lines = anew(flow[way.start], way.by)
            tried += 1
            if lines and _short_after(strips, on[0], way, [line.strip for line in lines], page) < short:
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


def _short_after(strips: Sequence[Strip], start: int, way: _Way, lines: Sequence[Strip], page: Page) -> int:
    """Say how many strips a page would have less than it could hold, after a change."""
    return _end([*strips[start : way.start], *lines, *strips[way.stop : way.stop + _AHEAD]], 0, page)[1]


_AHEAD = 60
"""Strips looked at beyond a paragraph: more than a page holds."""
