"""Fold a table of more columns than Word can hold: each row over several, one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from exporter.model import Cell, Row, Table

MAX_COLUMNS = 63
"""Word refuses a table of more."""


def folded(table: Table, columns: int) -> Table:
    """Cut each row into parts of at most 63 columns, one under the other; order and text stay."""
    width = ceil(columns / ceil(columns / MAX_COLUMNS))
    rows = tuple(part for row in table.rows for part in _parts(row, width))
    return replace(table, rows=rows, header_rows=0, widths=())


def _parts(row: Row, width: int) -> Iterator[Row]:
    part: list[Cell] = []
    used = 0
    for cell in row:
        span = min(cell.colspan, width)
        if used + span > width:
            yield tuple(part)
            part, used = [], 0
        part.append(replace(cell, colspan=span, rowspan=1))
        used += span
    yield tuple(part)
