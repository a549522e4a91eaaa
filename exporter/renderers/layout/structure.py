"""Name what a page is made of for those who do not see it: the elements of a document, each with its parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exporter.model import Cell, Table
from exporter.renderers.layout.table_widths import column_count, placed

ROOT = 0
"""Place of the document itself among the elements."""
LOOSE = -1
"""Parent of a note at the foot of a page: it hangs where its mark is."""


class Element(NamedTuple):
    """An element by its standard type (ISO 32000-1, 14.8.4), and where it hangs."""

    kind: str
    parent: int
    """Place among the elements."""
    lang: str = ""
    """Where it is not the document's."""
    said: str = ""
    """What stands in words for a figure."""
    columns: int = 1
    rows: int = 1
    """Of a cell."""
    heads: tuple[int, ...] = ()
    """Head cells of a cell."""
    note: str = ""
    """Identifier of the note that it is."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The elements in reading order; made as blocks are laid out."""

    lang: str
    elements: list[Element] = field(default_factory=lambda: [Element("Document", LOOSE)])

    def add(
        self,
        kind: str,
        parent: int,
        lang: str = "",
        *,
        said: str = "",
        columns: int = 1,
        rows: int = 1,
        heads: tuple[int, ...] = (),
        note: str = "",
    ) -> int:
        """Add an element, and give its place."""
        other = "" if lang == self.lang else lang
        self.elements.append(Element(kind, parent, other, said, columns, rows, heads, note))
        return len(self.elements) - 1


class Square(NamedTuple):
    """A cell on the grid of its table; `cell` None: nothing was given for this place."""

    column: int
    columns: int
    rows: int
    cell: Cell | None


def squares(table: Table) -> Iterator[list[Square]]:
    """Give each row of a table as a reader of its structure wants it: no place left out, none taken twice.

    What a cell claims beyond its table, its head, or a cell from above, is not its own.
    """
    count, last = column_count(table), len(table.rows)
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(placed(table)):
        end = table.header_rows if at < table.header_rows else last
        found = []
        for column, cell in row:
            free = [(at, column + step) not in taken for step in range(cell.colspan)]
            columns = max(1, free.index(False) if False in free else len(free))
            rows = max(1, min(cell.rowspan, end - at))
            taken.update((at + down, column + step) for down in range(rows) for step in range(columns))
            found.append(Square(column, columns, rows, cell))
        holes = (column for column in range(count) if (at, column) not in taken)
        yield sorted((*found, *(Square(column, 1, 1, None) for column in holes)), key=lambda square: square.column)


def add_table(table: Table, parent: int, to: Structure) -> dict[tuple[int, int], int]:
    """Add the rows and cells of a table, and give the element of each cell by its row and first column."""
    kept: dict[tuple[int, int], int] = {}
    heads: list[tuple[range, int]] = []
    section = LOOSE
    for at, row in enumerate(squares(table)):
        head = at < table.header_rows
        if at in (0, table.header_rows):
            section = to.add("THead" if head else "TBody", parent)
        line = to.add("TR", section)
        for square in row:
            place = _add_cell(square, head, heads, line, table.lang, to)
            kept[at, square.column] = place
            if head:
                heads.append((range(square.column, square.column + square.columns), place))
    return kept


def _add_cell(
    square: Square, head: bool, heads: Sequence[tuple[range, int]], line: int, lang: str, to: Structure
) -> int:
    said = (square.cell.lang if square.cell else None) or lang
    if head:
        return to.add("TH", line, said, columns=square.columns, rows=square.rows)
    mine = range(square.column, square.column + square.columns)
    over = tuple(place for columns, place in heads if columns.start < mine.stop and mine.start < columns.stop)
    return to.add("TD", line, said, columns=square.columns, rows=square.rows, heads=over)
