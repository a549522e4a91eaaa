"""Make tables again of the cells that a PDF's text gives one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from exporter.model import Notice, Span
from exporter.readers.lines.blank_columns import in_columns
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import Grid, GridCell, Line, cut, trimmed
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.recognisers import is_prose

CELL = 30
"""Longest cell, in characters."""
COLUMNS = 8
LEAST = 4
"""Fewest lines below a name that may be its table."""
NO_HEADING = 9
NAMED = re.compile(r"^附?[表]\s?[\d一二三四五六七八九十]{1,3}(?:[—-]\d{1,2})?\s?[：:．.\s]\s?\S")
_FIGURE = re.compile(r"^[-－+±]?\s?[\d,，.]+\s?[%％‰]?$|^[—–-]{1,2}$|^持平$")
_HEADER = re.compile(r"^(?:指标|指数|单位|产量|数量|绝对数|合计数|项目|名称)|^20\d{2}\s?年|比上年|比重|增长|（[%％]）")
_STOPS = re.compile(r"^(?:图\s?\d|附?表\s?\d|注[：:]|资料来源|[※*]?名词解释|注释)")


def with_tables(lines: Sequence[Line], flat: bool = True) -> list[Line]:
    """Give the lines with the cells under each name of a table (表1：…) as one line that holds a grid.

    `flat`: a page broke the lines, and cells may stand one to a line; else only rows may.
    """
    done: list[Line] = []
    piped = _piped(lines)
    index = 0
    while index < len(lines):
        done.append(lines[index])
        index += 1
        if lines[index - 1].grid is not None:
            continue
        if index - 1 in piped:
            done[-1], count = piped[index - 1]
            index += count - 1
            continue
        if rows := _in_rows(lines, index) or in_columns(lines, index):
            done.append(rows[0])
            index += rows[1]
            continue
        if not flat or not NAMED.match(lines[index - 1].text):
            continue
        stop = index
        while stop < len(lines) and _is_cell(lines[stop]):
            stop += 1
        if stop - index >= LEAST:
            made = _table(lines[index:stop])
            done += [made] if made else [replace(cell, level=NO_HEADING) for cell in lines[index:stop]]
            index = stop
    return done


def left_flat(lines: Sequence[Line]) -> Iterator[Notice]:
    """Give one notice of the tables whose cells stand in the text as lines, where rows and columns are not proved."""
    found = [
        one
        for at, one in enumerate(lines)
        if NAMED.match(one.text)
        and all(cell.level == NO_HEADING and cell.grid is None for cell in lines[at + 1 : at + 1 + LEAST])
        and at + LEAST < len(lines)
    ]
    if found:
        yield Notice(
            "table.flat",
            f"the cells of {len(found)} tables stand in the text as lines, as the source gives them: their rows and "
            "columns cannot be told for sure",
            "info",
            Span(found[0].start, found[0].end),
        )


def _is_cell(line: Line) -> bool:
    text = line.text
    if line.grid is not None or line.level is not None or len(text) > CELL or is_prose(text) or _STOPS.match(text):
        return False
    number = number_of(text)
    return number is None or number.kind not in ("han", "han_paren", "chapter", "section")


def _table(cells: Sequence[Line]) -> Line | None:
    """Lay the cells out in rows, one to a line or a row to a line; None where neither fits them all."""
    columns = next((width for width in range(2, COLUMNS + 1) if _fits(cells, width)), 0)
    if not columns:
        return _row_by_row(cells)
    rows = tuple(
        tuple(GridCell(cell, align="right" if _FIGURE.match(cell.text) else "left") for cell in cells[start:][:columns])
        for start in range(0, len(cells), columns)
    )
    text = "\t".join(cell.text for cell in cells)
    return Line(cells[0].start, cells[-1].end, text, page=cells[0].page, grid=Grid(rows))


def _piped(lines: Sequence[Line]) -> dict[int, tuple[Line, int]]:
    """Give the tables whose cells stand between upright strokes, each by its first line, with the count of its lines.

    Only the end of a run of such lines is one, as far up as all have as many cells.
    """
    found, at = {}, 0
    groups = [(strokes, list(group)) for strokes, group in groupby(lines, _strokes)]
    for (strokes, inside), (below, _) in pairwise([*groups, (0, [])]):
        if strokes > 0 and not below and (table := _ruled(inside)):
            found[at] = table, len(inside)
        at += len(inside)
    return found


def _strokes(line: Line) -> int:
    """Count the strokes that a line stands between; 0 where it stands between none, -1 where it was repaired."""
    if line.grid is not None or not _PIPED.match(line.text):
        return 0
    return -1 if line.edits else line.text.count("|")


def _ruled(lines: Sequence[Line]) -> Line | None:
    """Make a table of lines with as many strokes; None where fewer than two hold cells."""
    rows = [line for line in lines if not _RULE.match(line.text)]
    grid = grid_of([_between_strokes(line) for line in rows]) if len(rows) > 1 else None
    if grid is None:
        return None
    cells = [cell.line for row in grid.rows for cell in row if cell.line]
    text = "\t".join(line.text for line in rows)
    return Line(cells[0].start, cells[-1].end, text, page=lines[0].page, grid=grid)


def _between_strokes(line: Line) -> list[GridCell]:
    """Give the cells of a row; one that is all strokes and blanks is empty."""
    stops = [found.start() for found in re.finditer(r"\|", line.text)]
    cells = []
    for first, last in pairwise(stops):
        cell = trimmed(line.text, first + 1, last)
        inside = (
            replace(line, start=line.start + cell.start, end=line.start + cell.end, text=cell.text) if cell else None
        )
        cells.append(GridCell(inside, align="right" if cell and _FIGURE.match(cell.text) else "left"))
    return cells


_PIPED = re.compile(r"\|[^|]{0,200}(?:\|[^|]{0,200}){1,30}\|$")
_RULE = re.compile(r"\|(?:\s{0,9}[:：]?[—–-]{2,99}[:：]?\s{0,9}\|)+$")
"""The line of strokes below the heads of such a table."""


def _in_rows(lines: Sequence[Line], index: int) -> tuple[Line, int] | None:
    """Read a table whose rows are lines below its name or its unit, and count its lines."""
    above = lines[index - 1].text
    if not _UNIT.match(above) and not (
        NAMED.match(above) and not _UNIT.match(lines[index].text if index < len(lines) else "")
    ):
        return None
    stop = index
    while stop < len(lines) and _is_row(lines[stop], head=stop == index):
        stop += 1
    made = _row_by_row(lines[index:stop]) if stop - index >= _LEAST_ROWS else None
    return (made, stop - index) if made else None


def _is_row(line: Line, head: bool) -> bool:
    if line.grid is not None or line.level is not None or is_prose(line.text) or _STOPS.match(line.text):
        return False
    return _HEADS.match(line.text) is not None if head else _ROW.match(line.text) is not None


def _row_by_row(lines: Sequence[Line]) -> Line | None:
    """Read lines that each hold a row, a name and then figures, below one line of as many heads."""
    head, *below = ([match.start() for match in _PARTED.finditer(line.text)] for line in lines)
    figures = [_ROW.match(line.text) for line in lines[1:]]
    if len(lines) < _LEAST_ROWS or not head or not all(figures) or any(len(stops) != len(head) for stops in below):
        return None
    rows = tuple(
        tuple(GridCell(cell, align="right" if _FIGURE.match(cell.text) else "left") for cell in cut(line, stops))
        for line, stops in zip(lines, (head, *below), strict=True)
    )
    measured = "单位" in (rows[0][1].line or lines[0]).text
    if any(
        len(row) != len(head) + 1 or (found and bool(found["unit"]) != measured)
        for row, found in zip(rows, (None, *figures), strict=True)
    ):
        return None
    text = "\t".join(line.text for line in lines)
    return Line(lines[0].start, lines[-1].end, text, page=lines[0].page, grid=Grid(rows))


_PARTED = re.compile(r"(?<=\S)[ \u3000\xa0]{1,20}(?=\S)")
_BLANK = r"[ \u3000\xa0]{1,20}"
_ROW = re.compile(
    rf"[^\d\s][^\s]{{0,24}}(?P<unit>{_BLANK}[^\d\s—–-][^\s]{{0,7}})?(?:{_BLANK}(?:[-－+±]?\d[\d,，.]{{0,15}}[%％‰]?|[—–-]{{1,2}})){{1,12}}$"
)
_HEADS = re.compile(rf"[^\d\s，。；]{{1,12}}(?:{_BLANK}[^\s，。；]{{1,24}}){{1,12}}$")
_UNIT = re.compile(r"^[（(]?(?:计量)?单位\s?[：:]\s?[^\s，。；]{1,10}$")
"""A line that gives the unit of the table below it."""
_LEAST_ROWS = 3
"""Fewest lines of a table: its heads and two rows."""


def _fits(cells: Sequence[Line], columns: int) -> bool:
    """Tell whether every row below the first begins with a name and ends in figures, in the same columns."""
    if len(cells) % columns or len(cells) < 2 * columns:
        return False
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    if any(_FIGURE.match(cell.text) for cell in rows[0]) or any(_HEADER.search(row[0].text) for row in rows[1:]):
        return False
    patterns = {tuple(_FIGURE.match(cell.text) is not None for cell in row) for row in rows[1:]}
    return len(patterns) == 1 and next(iter(patterns))[0] is False and next(iter(patterns))[-1] is True
