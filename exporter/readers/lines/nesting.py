"""Lay the tables that stand in cells of a table out within its own rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporter.readers.lines.grids import MAX_CELLS, placed
from exporter.readers.lines.line import GridCell


@dataclass(frozen=True, slots=True)
class Nest:
    """A cell, and the rows of the tables that stand in it below its text."""

    cell: GridCell
    inner: tuple[tuple[GridCell, ...], ...] = ()

    def reaching(self, rows: int) -> Nest:
        """Give the cell with its reach downwards."""
        return replace(self, cell=replace(self.cell, rowspan=rows))


@dataclass(frozen=True, slots=True)
class _Inset:
    """The cells of an inner table with their places, and how many rows and columns it has."""

    cells: tuple[tuple[int, int, GridCell], ...]
    height: int
    width: int


def flattened(rows: Sequence[Sequence[Nest]]) -> list[list[GridCell]]:
    """Give one table of all cells: a row that holds a table is as many rows as that one has, a column likewise."""
    outer = [[nest.cell for nest in row] for row in rows]
    if not any(nest.inner for row in rows for nest in row):
        return outer
    nests = [nest for row in rows for nest in row]
    spots = placed(outer)
    insets = [_inset(nest) for nest in nests]
    heights, widths = _sizes(spots, insets)
    if sum(heights) * sum(widths) > MAX_CELLS:
        return _one_below_the_other(rows)
    found: dict[tuple[int, int], GridCell] = {}
    for (row, column, cell), inset in zip(spots, insets, strict=True):
        top, left = sum(heights[:row]), sum(widths[:column])
        tall, wide = sum(heights[row : row + cell.rowspan]), sum(widths[column : column + cell.colspan])
        for y, x, one in inset.cells if inset else ((0, 0, cell),):
            last_row = not inset or y + one.rowspan >= inset.height
            last_column = not inset or x + one.colspan >= inset.width
            found[top + y, left + x] = replace(
                one,
                rowspan=tall - y if last_row else one.rowspan,
                colspan=wide - x if last_column else one.colspan,
            )
    return _rows(found, sum(heights), sum(widths))


def _inset(nest: Nest) -> _Inset | None:
    if not nest.inner:
        return None
    spots = placed(nest.inner)
    width = max(column + cell.colspan for _, column, cell in spots)
    height = max(row + cell.rowspan for row, _, cell in spots)
    if nest.cell.line is None:
        return _Inset(tuple(spots), height, width)
    above = replace(nest.cell, rowspan=1, colspan=width)
    return _Inset(((0, 0, above), *((row + 1, column, cell) for row, column, cell in spots)), height + 1, width)


def _sizes(spots: Sequence[tuple[int, int, GridCell]], insets: Sequence[_Inset | None]) -> tuple[list[int], list[int]]:
    """Say how many rows and columns each row and column of the outer table becomes."""
    heights = [1] * max(row + cell.rowspan for row, _, cell in spots)
    widths = [1] * max(column + cell.colspan for _, column, cell in spots)
    for (row, column, cell), inset in zip(spots, insets, strict=True):
        if inset:
            last = row + cell.rowspan
            heights[last - 1] += max(0, inset.height - sum(heights[row:last]))
            edge = column + cell.colspan
            widths[edge - 1] += max(0, inset.width - sum(widths[column:edge]))
    return heights, widths


def _rows(found: dict[tuple[int, int], GridCell], height: int, width: int) -> list[list[GridCell]]:
    """Give the cells row by row; a place that nothing covers has an empty cell."""
    covered: set[tuple[int, int]] = set()
    done: list[list[GridCell]] = []
    for row in range(height):
        done.append([])
        for column in range(width):
            if (row, column) in covered:
                continue
            cell = found.get((row, column), GridCell(None))
            done[-1].append(cell)
            covered.update((row + y, column + x) for y in range(cell.rowspan) for x in range(cell.colspan))
    return done


def _one_below_the_other(rows: Sequence[Sequence[Nest]]) -> list[list[GridCell]]:
    """Of tables too large to be one, give the rows of the inner ones below the row that holds them."""
    done: list[list[GridCell]] = []
    for row in rows:
        done.append([replace(nest.cell, rowspan=1) for nest in row])
        done += [list(cells) for nest in row for cells in nest.inner]
    return done
