"""Read the tables of a Word file: cells that reach over others, rows deleted by a change, tables inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from exporter.model import Align
from exporter.readers.formats.word.layer import Inline, Layer
from exporter.readers.formats.word.paragraph import inline_of
from exporter.readers.formats.word.styles import attribute, child, local
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import Grid, GridCell, Line, trimmed
from exporter.readers.lines.nesting import Nest, flattened

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"))
DEEPEST = 6
"""Tables within tables that are read as such; what is deeper gives its paragraphs."""


def rows_of(element: _Element) -> list[list[_Element]]:
    """Give the cells of each row of a table, without those that a tracked change deleted."""
    rows = []
    for row in _inside(element, "tr"):
        if child(child(row, "trPr"), "del") is None:
            rows.append([one for one in _inside(row, "tc") if child(child(one, "tcPr"), "cellDel") is None])
    return rows


def table_line(layer: Layer, element: _Element, rows: list[list[_Element]]) -> Line | None:
    """Read a table as a line that holds a grid, and add its text to the layer."""
    start = layer.size
    grid = grid_of(_cells(layer, element, rows, 0))
    lines = [cell.line for row in grid.rows for cell in row if cell.line] if grid else []
    if not grid or not lines:
        return None
    text = "\t".join(line.text for line in lines)
    return Line(start, max(line.end for line in lines), text, page=layer.page, grid=Grid(grid.rows))


def _cells(layer: Layer, element: _Element, rows: list[list[_Element]], depth: int) -> list[list[GridCell]]:
    heads = [child(child(row, "trPr"), "tblHeader") is not None for row in _inside(element, "tr")]
    heads = heads if not all(heads) else []
    made = [_row(layer, row, index < len(heads) and all(heads[: index + 1]), depth) for index, row in enumerate(rows)]
    return flattened(_merged(made))


def _row(layer: Layer, cells: list[_Element], head: bool, depth: int) -> list[tuple[Nest, str]]:
    row = []
    for index, cell in enumerate(cells):
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        merged = "" if merge is None else attribute(merge, "val") or "continue"
        text, tables = _content(layer, cell, depth)
        start = layer.add(text.text, "\t" if index + 1 < len(cells) else "\n")[0]
        layer.set(text, start)
        line = trimmed(text.text, 0, len(text.text))
        placed = replace(line, start=start + line.start, end=start + line.end) if line else None
        own = GridCell(placed, _count(child(properties, "gridSpan")), 1, _align(cell), head)
        inner = [_cells(layer, one, rows_of(one), depth + 1) for one in tables]
        row.append((Nest(own, tuple(tuple(cells) for grid in inner for cells in grid)), merged))
    return row


def _content(layer: Layer, cell: _Element, depth: int) -> tuple[Inline, list[_Element]]:
    """Give the text of a cell, its paragraphs joined, and the tables that stand in it."""
    text = Inline()
    tables: list[_Element] = []
    stack = [iter(cell)]
    while stack:
        one = next(stack[-1], None)
        if one is None:
            stack.pop()
        elif local(one) == "p":
            _append(text, inline_of(layer, one, layer.styles.paragraph(one).letters).squeezed())
            stack += [iter(box) for box in reversed(layer.pending)]
            layer.pending = []
        elif local(one) == "tbl" and depth < DEEPEST:
            tables.append(one)
        elif local(one) not in ("tcPr", "sdtPr", "Fallback", "tblPr", "tblGrid", "trPr", "del", "moveFrom"):
            stack.append(iter(one))
    return text, tables


def _append(text: Inline, more: Inline) -> None:
    if text.text and more.text and text.text[-1].isascii() and more.text[0].isascii():
        text.add(" ")
    text.join(more)


def _merged(rows: list[list[tuple[Nest, str]]]) -> list[list[Nest]]:
    """Turn cells that continue the one above into its reach."""
    above: dict[int, tuple[int, int]] = {}
    done: list[list[Nest]] = []
    for index, row in enumerate(rows):
        column = 0
        done.append([])
        for nest, merged in row:
            if merged == "continue" and column in above:
                y, x = above[column]
                done[y][x] = done[y][x].reaching(index - y + 1)
            else:
                done[index].append(nest)
                above.pop(column, None)
                if merged == "restart":
                    above[column] = (index, len(done[index]) - 1)
            column += nest.cell.colspan
    return done


def _align(cell: _Element) -> Align:
    first = next((one for one in cell if local(one) == "p"), None)
    value = attribute(child(child(first, "pPr"), "jc"), "val")
    return "center" if value == "center" else "right" if value in ("right", "end") else "left"


def _count(span: _Element | None) -> int:
    value = attribute(span, "val") or "1"
    return min(100, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """Give the rows or cells of a table, also those inside what only holds them."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in HOLDERS:
            yield from _inside(one, name)
