"""Take a document apart into passages of text and grids of cells, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from exporter.characters import offsets
from exporter.facts.numbers.numerals import fold
from exporter.model import Alteration, Document, Heading, ListBlock, Paragraph, Runs, Span, Table, heading_text, spoken


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a heading, a paragraph, an item or a cell, and the place in the source of each character."""

    text: str
    places: Sequence[int]
    opens: str | None = None
    """The heading itself where the passage is a level-1 heading."""
    level: int | None = None
    """Of a heading: its level."""
    folded: str = ""
    """The text in the form that the grammar of figures knows, a character for each."""

    def span(self, start: int, end: int) -> Span:
        """Give the span in the source of characters `start` to `end`, `start` < `end`."""
        return Span(max(self.places[start], 0), max(self.places[end - 1] + 1, 0))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, the cells of its last header row, and its further rows."""

    caption: Passage
    head: tuple[Passage, ...]
    rows: tuple[tuple[Passage, ...], ...]


Part: TypeAlias = Passage | Grid


def parts_of(document: Document) -> Iterator[Part]:
    """Give the parts of the body that may hold figures, in order.

    In a document without origin, places count the characters of the passages joined by line breaks.
    """
    maker = _Maker(document.alterations, 0, document.origin is None)
    for block in document.blocks:
        match block:
            case Heading(level=level, runs=runs):
                maker, passage = maker.make(runs if level else (), heading_text(block) if level == 1 else None, level)
                yield passage
            case Paragraph(runs=runs, role="body"):
                maker, passage = maker.make(runs)
                yield passage
            case ListBlock(items=items):
                for item in items:
                    maker, passage = maker.make(item.runs)
                    yield passage
            case Table():
                maker, grid = _grid(maker, block)
                yield grid
            case _:
                continue


def text_of(document: Document) -> str:
    """Give the text that the places of a document's passages count in: its source, or the passages themselves."""
    if document.origin:
        return document.origin.text
    return "\n".join(text for part in parts_of(document) for text in _texts_of(part))


def with_lines_joined(document: Document) -> str:
    """Give the same text, each character in its place, with a space for each break inside of a paragraph's lines."""
    text = text_of(document)
    if not document.origin:
        return text
    characters = list(text)
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role == "body":
            spans = [run.span for run in block.runs if run.span is not None]
            for one, two in pairwise(spans):
                characters[one.end : two.start] = _BREAKS.sub(" ", text[one.end : two.start])
            for span in spans:
                characters[span.start : span.end] = _BREAKS.sub(" ", text[span.start : span.end])
    return "".join(characters)


_BREAKS = re.compile("[\r\n]")


def _texts_of(part: Part) -> Iterator[str]:
    """Give the texts of a part in the order that their places count."""
    if isinstance(part, Passage):
        yield part.text
        return
    yield part.caption.text
    for row in (part.head, *part.rows):
        yield from (cell.text for cell in row)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes passages; `start` is where the next one begins in a document without origin."""

    alterations: Sequence[Alteration]
    start: int
    counts: bool

    def make(self, runs: Runs, opens: str | None = None, level: int | None = None) -> tuple[_Maker, Passage]:
        text, places = _closed_up(*offsets(spoken(runs), self.alterations))
        if not self.counts:
            return self, Passage(text, places, opens, level, fold(text))
        end = self.start + len(text)
        return _Maker(self.alterations, end + 1, True), Passage(text, range(self.start, end), opens, level, fold(text))


def _closed_up(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Drop the blanks between the characters of a text that is set wide, as some PDF files give it."""
    if not _WIDE.search(text):
        return text, places
    blanks = {at for found in _BLANK.finditer(text) for at in range(*found.span())}
    kept = [at for at in range(len(text)) if at not in blanks]
    return "".join([text[at] for at in kept]), [places[at] for at in kept]


_WIDE = re.compile(r"(?:[\u3400-\u9fff、，] ){4}")
_BLANK = re.compile(r"(?<=[\u3000-\u9fff]) +|(?<!\s) +(?=[\u3000-\u9fff])")


def _grid(maker: _Maker, table: Table) -> tuple[_Maker, Grid]:
    """Lay a table out; a cell that covers several columns or rows stands in each of them."""
    maker, caption = maker.make(table.caption)
    rows: list[tuple[Passage, ...]] = []
    reach: dict[int, tuple[int, Passage]] = {}
    for index, row in enumerate(table.rows):
        cells: list[Passage] = []
        for cell in row:
            cells += _from_above(reach, index, len(cells))
            maker, passage = maker.make(cell.runs)
            width = max(1, min(cell.colspan, MAX_COLUMNS))
            if cell.rowspan > 1:
                reach |= {len(cells) + at: (index + cell.rowspan, passage) for at in range(width)}
            cells += [passage] * width
        cells += _from_above(reach, index, len(cells))
        rows.append(tuple(cells))
    heads = min(max(table.header_rows, 0), len(rows))
    return maker, Grid(caption, _head(rows[:heads]), tuple(rows[heads:]))


def _from_above(reach: dict[int, tuple[int, Passage]], row: int, column: int) -> list[Passage]:
    """Give the cells that reach down into a row from a column on, as far as they stand side by side."""
    found: list[Passage] = []
    while column in reach and reach[column][0] > row:
        found.append(reach[column][1])
        column += 1
    return found


def _head(rows: Sequence[tuple[Passage, ...]]) -> tuple[Passage, ...]:
    """Give what stands above each column, from the top row of heads to the lowest, each cell once."""
    width = max(map(len, rows), default=0)
    columns = [[row[at] for row in rows if at < len(row)] for at in range(width)]
    return tuple(_joined([one for at, one in enumerate(cells) if one not in cells[:at]]) for cells in columns)


def _joined(cells: Sequence[Passage]) -> Passage:
    if len(cells) == 1:
        return cells[0]
    places = [place for cell in cells for place in cell.places]
    return Passage("".join(cell.text for cell in cells), places)


MAX_COLUMNS = 64
"""Columns that one cell is spread over at most; no printed table has as many."""
