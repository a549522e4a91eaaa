"""Make tables again of the cells that a PDF's text gives one to a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.readers.lines.line import Grid, GridCell, Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.recognisers import is_prose

CELL = 30
"""Longest cell, in characters."""
COLUMNS = 8
NAMED = re.compile(r"^附?[表]\s?[\d一二三四五六七八九十]{1,3}(?:[—-]\d{1,2})?\s?[：:．.\s]\s?\S")
_FIGURE = re.compile(r"^[-－+±]?\s?[\d,，.]+\s?[%％‰]?$|^[—–-]{1,2}$|^持平$")
_HEADER = re.compile(r"^(?:指标|指数|单位|产量|数量|绝对数|合计数|项目|名称)|^20\d{2}\s?年|比上年|比重|增长|（[%％]）")
_STOPS = re.compile(r"^(?:图\s?\d|附?表\s?\d|注[：:]|资料来源|[※*]?名词解释|注释)")


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the cells under each name of a table (表1：…) as one line that holds a grid."""
    done: list[Line] = []
    index = 0
    while index < len(lines):
        done.append(lines[index])
        index += 1
        if lines[index - 1].grid is not None or not NAMED.match(lines[index - 1].text):
            continue
        stop = index
        while stop < len(lines) and _is_cell(lines[stop]):
            stop += 1
        if stop - index >= 4:
            done.append(_table(lines[index:stop]))
            index = stop
    return done


def _is_cell(line: Line) -> bool:
    text = line.text
    if line.grid is not None or line.level is not None or len(text) > CELL or is_prose(text) or _STOPS.match(text):
        return False
    number = number_of(text)
    return number is None or number.kind not in ("han", "han_paren", "chapter", "section")


def _table(cells: Sequence[Line]) -> Line:
    """Lay the cells out in rows; where no number of columns fits them all, they stand in one."""
    columns = next((width for width in range(2, COLUMNS + 1) if _fits(cells, width)), 1)
    rows = tuple(
        tuple(GridCell(cell, align="right" if _FIGURE.match(cell.text) else "left") for cell in cells[start:][:columns])
        for start in range(0, len(cells), columns)
    )
    text = "\t".join(cell.text for cell in cells)
    return Line(cells[0].start, cells[-1].end, text, page=cells[0].page, grid=Grid(rows))


def _fits(cells: Sequence[Line], columns: int) -> bool:
    """Tell whether every row below the first begins with a name and ends in figures, in the same columns."""
    if len(cells) % columns or len(cells) < 2 * columns:
        return False
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    if any(_FIGURE.match(cell.text) for cell in rows[0]) or any(_HEADER.search(row[0].text) for row in rows[1:]):
        return False
    patterns = {tuple(_FIGURE.match(cell.text) is not None for cell in row) for row in rows[1:]}
    return len(patterns) == 1 and next(iter(patterns))[0] is False and next(iter(patterns))[-1] is True
