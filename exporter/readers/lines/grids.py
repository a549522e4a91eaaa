"""Square up a table of cells: columns and rows that hold nothing go, spans are counted anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from exporter.readers.lines.line import Grid, GridCell

MAX_CELLS = 30_000
"""Cells of one table, each counted as often as it spans."""


def grid_of(rows: Sequence[Sequence[GridCell]]) -> Grid | None:
    """Make a grid of rows of cells, or None if it is empty or too large to be one."""
    if sum(cell.colspan * cell.rowspan for row in rows for cell in row) > MAX_CELLS:
        rows = [[replace(cell, colspan=1, rowspan=1) for cell in row] for row in rows]
    spots = placed(rows)
    if not any(cell.line for _, _, cell in spots):
        return None
    full = {row for row, _, cell in spots if cell.line}
    kept_rows = list(range(len(rows))) if is_form(rows) else sorted(full)
    columns = _columns(spots)
    height = {row: index for index, row in enumerate(kept_rows)}
    done: list[list[GridCell]] = [[] for _ in kept_rows]
    for row, column, cell in spots:
        if row not in height:
            continue
        width = _within(columns, column, cell.colspan)
        reach = _within(kept_rows, row, cell.rowspan)
        if width:
            done[height[row]].append(replace(cell, colspan=width, rowspan=max(1, reach)))
    return Grid(tuple(tuple(row) for row in done if row))


def _within(kept: Sequence[int], start: int, span: int) -> int:
    """Count the rows or columns kept, in order, that a cell reaches over."""
    return bisect_left(kept, start + span) - bisect_left(kept, start)


def is_form(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Tell a form to be filled in: a row of heads, and below it rows of as many cells that are all empty."""
    head, *below = rows
    headed = len(head) > 1 and all(cell.line and cell.rowspan == 1 for cell in head)
    return headed and bool(below) and all(_is_blank(row, len(head)) for row in below)


def _is_blank(row: Sequence[GridCell], columns: int) -> bool:
    """Tell a row of empty cells, but for a number or a word of total that opens it."""
    return len(row) == columns and not any(cell.line for cell in row[1:])


def placed(rows: Sequence[Sequence[GridCell]]) -> list[tuple[int, int, GridCell]]:
    """Give each cell its row and column, past those that cells above reach into."""
    found: list[tuple[int, int, GridCell]] = []
    held: dict[int, int] = {}
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while held.get(column, 0) > index:
                column += 1
            found.append((index, column, cell))
            for one in range(column, column + cell.colspan):
                held[one] = index + cell.rowspan
            column += cell.colspan
    return found


def _columns(spots: Sequence[tuple[int, int, GridCell]]) -> list[int]:
    """Find the columns that hold something: cells begin there, and not only empty ones."""
    starts = {column for _, column, cell in spots if cell.line}
    return sorted(starts)
