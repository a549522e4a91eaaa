"""Tell the tables of a page that hold data from those that lay it out, and read the former as grids."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.model import Align
from exporter.readers.formats.html.page import Flowed, State, Table
from exporter.readers.formats.html.tokenizer import Token, attributes
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import GridCell, Line, join
from exporter.readers.lines.nesting import Nest, flattened

_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
SHORT = 60
"""Longest cell, in characters, of a table of data that holds another one."""


def begin_table(state: State) -> None:
    """Open a table."""
    if state.tables:
        state.tables[-1].nested = True
    state.tables.append(Table())


def begin_cell(state: State, token: Token) -> None:
    """Open a row or a cell of the table that is open."""
    table = state.tables[-1]
    if token.name == "tr" or not table.rows:
        table.rows.append([])
    if token.name == "tr":
        return
    found = attributes(state.text, token)
    cell = GridCell(
        None,
        _count(found.get("colspan", ""), 100),
        _count(found.get("rowspan", ""), 1000),
        _alignment(found),
        token.name == "th",
    )
    table.rows[-1].append((cell, []))


def _count(value: str, most: int) -> int:
    found = re.match(r"\s*(\d{1,6})", value)
    return min(most, max(1, int(found[1]))) if found else 1


def _alignment(found: dict[str, str]) -> Align:
    style = _ALIGN.search(found.get("style", ""))
    value = (style[1] if style else found.get("align", "")).lower()
    return "center" if value == "center" else "right" if value == "right" else "left"


def cell_lines(state: State) -> list[Flowed]:
    """Give where a line goes: to the cell that is open, or to the page."""
    for table in reversed(state.tables):
        if table.rows and table.rows[-1]:
            return table.rows[-1][-1][1]
    return state.page.lines


def end_table(state: State) -> None:
    """End a table: one of data becomes a line with a grid, one of layout gives its lines in order."""
    table = state.tables.pop()
    lines = [line for row in table.rows for _, inner in row for line in inner]
    target = cell_lines(state)
    rows = [[_nest(state.text, *pair) for pair in row] for row in table.rows] if _is_data(table) else []
    grid = grid_of(flattened(rows)) if rows else None
    if grid is None:
        target += lines
        return
    first, last = lines[0].line, lines[-1].line
    text = "\t".join(cell.line.text for row in grid.rows for cell in row if cell.line)
    target.append(Flowed(Line(first.start, last.end, text, grid=grid), lines[0].box))


def _nest(text: str, cell: GridCell, inner: list[Flowed]) -> Nest:
    """Give a cell with its text, and the rows of the tables that stand in it."""
    first = next((at for at, one in enumerate(inner) if one.line.grid is not None), len(inner))
    rows = [row for one in inner[first:] for row in (one.line.grid.rows if one.line.grid else ((GridCell(one.line),),))]
    return Nest(replace(cell, line=_cell_line(text, inner[:first])), tuple(rows))


def _cell_line(text: str, inner: list[Flowed]) -> Line | None:
    line: Line | None = None
    for one in inner:
        line = one.line if line is None else join(text, line, one.line, "line break in a cell", _cell_glue(line.text))
    return replace(line, level=None) if line else None


def _cell_glue(text: str) -> str:
    return " " if text[-1:].isascii() else ""


def _is_data(table: Table) -> bool:
    """Tell a table of data from one that only lays out the page: several columns of short cells.

    One that holds others is of data only where all its own cells are very short, and most have no table.
    """
    rows = [row for row in table.rows if any(inner for _, inner in row)]
    blank = len(rows) == 1 and len(table.rows) > 1 and all(inner for _, inner in rows[0])
    if (len(rows) < 2 and not blank) or max(len(row) for row in rows) < 2:
        return False
    cells = [inner for row in rows for _, inner in row]
    sizes = [sum(len(one.line.text) for one in inner if not one.line.grid) for inner in cells]
    linked = sum(one.linked for inner in cells for one in inner)
    if linked >= 0.5 * max(1, sum(sizes)):
        return False
    if not table.nested:
        return max(sizes) <= 400
    holding = sum(any(one.line.grid for one in inner) for inner in cells)
    full = sum(size > 0 for size in sizes)
    return max(sizes) <= SHORT and 0 < 2 * holding <= full
