"""Make lines ready to be read as a document: mended, put together, cut apart, with what is known of each."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exporter.readers.lines.cell_tables import with_tables
from exporter.readers.lines.contents import CONTENTS
from exporter.readers.lines.line import SPACE, Line
from exporter.readers.lines.mending import repaired
from exporter.readers.lines.parting import all_parted
from exporter.readers.lines.print_marks import printed_lots
from exporter.readers.lines.recognisers import LineClass
from exporter.readers.lines.running_heads import NUMBER, page_lots, with_levels
from exporter.readers.lines.splitting import unglued
from exporter.readers.lines.tabs import untabbed
from exporter.readers.lines.wrapping import full_width, loosened, unwrapped

PAGES = 3
"""Page breaks from which on a text is known to have pages, with numbers and heads of their own."""
SURE = (NUMBER, CONTENTS)
"""What is known to belong to the pages even of a text whose lines were not broken by them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Lines that a document is made of, and the places of the source that they and its pages take up."""

    lines: list[Line]
    starts: array[int]
    """Where each line of the source begins, before any were joined; cells stand for their table."""
    ends: array[int]
    """Where each of them ends."""
    pages: tuple[LineClass | None, ...]
    """The lot of each place that belongs to the pages and not to the text."""
    known: Sequence[LineClass | None] | None
    """What the format itself tells of each of `lines`."""
    first: int
    """No line before this one opens the body."""
    broken: bool
    """The lines were broken by the width of a page."""

    def lots(self, lots: Sequence[LineClass]) -> Iterator[tuple[int, int, LineClass]]:
        """Give each place with its lot, when `lots` are those of `lines`."""
        begins = [line.start for line in self.lines]
        for start, end, page in zip(self.starts, self.ends, self.pages, strict=True):
            yield start, end, page or lots[max(0, bisect_right(begins, start) - 1)]


def prepared(
    text: str, lines: Iterable[Line], known: Sequence[LineClass | None] | None, first: int, least: int
) -> Prepared:
    """Prepare lines; `least`: so many long ones are needed to tell that lines were broken."""
    if known is None:
        lines = with_tables(list(lines), flat=False)  # before the blanks between its cells are mended
    mended, known, first = _mended(text, lines, known, first)
    printed = printed_lots(mended) if known is None else []
    full = full_width(text, mended, least) if known is None else 0
    paged = known is None and len(mended) > 0 and mended[-1].page >= PAGES
    if full or paged or any(printed):
        return _without_pages(text, mended, full, printed)
    if known is None:
        mended = [piece for parts in all_parted(unglued(mended)) for piece in parts]
    starts, ends = _places(mended)
    return Prepared(mended, starts, ends, (None,) * len(starts), known, first, broken=False)


def _mended(
    text: str, lines: Iterable[Line], known: Sequence[LineClass | None] | None, first: int
) -> tuple[list[Line], Sequence[LineClass | None] | None, int]:
    """Repair lines; one that held only what no file may hold is left out, and with it what is known of it."""
    mended = [repaired(text, line) for line in lines]
    kept = [index for index, line in enumerate(mended) if line.grid is not None or line.text.strip(SPACE)]
    pieces = [
        (piece, index)
        for index, parts in zip(kept, all_parted(untabbed(text, [mended[i] for i in kept])), strict=True)
        for piece in parts
    ]
    first = sum(1 for _, index in pieces if index < first)
    return [piece for piece, _ in pieces], known and [known[index] for _, index in pieces], first


def _without_pages(text: str, lines: list[Line], full: int, printed: Sequence[LineClass | None]) -> Prepared:
    """Take out what the pages add to the text, and put its paragraphs together."""
    for index, line in enumerate(lines):
        lines[index] = loosened(text, line)
    own_pages = page_lots([line for line, lot in zip(lines, printed, strict=True) if lot is None])
    paged = lines[-1].page >= PAGES
    coming = iter(own_pages if full else [lot if paged and lot in SURE else None for lot in own_pages])
    pages = [lot or next(coming) for lot in printed]
    levelled = with_levels(lines, pages)
    lines.clear()
    starts, ends = _places(levelled)
    lots = tuple(lot for line, lot in zip(levelled, pages, strict=True) for _ in _visible(line))
    own = deque(line for line, lot in zip(levelled, pages, strict=True) if lot is None)
    levelled.clear()
    whole = unwrapped(text, own, full) if full else unglued(list(own))
    return Prepared(whole, starts, ends, lots, None, 0, broken=bool(full))


def _places(lines: Sequence[Line]) -> tuple[array[int], array[int]]:
    seen = [one for line in lines for one in _visible(line)]
    return array("q", (one.start for one in seen)), array("q", (one.end for one in seen))


def _visible(line: Line) -> list[Line]:
    """Give the lines of a table's cells in the order of the source; a plain line is its own."""
    if line.grid is None:
        return [line]
    return sorted((cell.line for row in line.grid.rows for cell in row if cell.line), key=lambda one: one.start)
