"""Find the parts of a table: its rows of heads, and the lines that name it or give its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from exporter.elements import is_filled_in
from exporter.model import Block, Paragraph, Run, Runs, Table, plain
from exporter.readers.lines.line import Grid, GridCell, Line

UNIT = re.compile(r"^[（(]?(?:计量)?(?:单位|單位)\s?[：:]")
NAME = re.compile(
    r"^附?[表]\s?[\d一二三四五六七八九十]{0,3}(?:[-—–.．]\d{1,2})?(?:[\s　：:.．、]|(?=[\u4e00-\u9fff]))\S"
)
DEEPEST = 4
"""Most rows of heads."""
LONGEST = 50
"""Longest line, in characters, that names a table or stands above its heads."""
_FIGURE = re.compile(r"[-－−+±]?\s?\d[\d,，.]*\s?[%％‰]?|[—–-]{1,2}")
_YEAR = re.compile(r"(?:19|20)\d{2}年?")


def without_titles(grid: Grid) -> tuple[Grid, tuple[Line, ...]]:
    """Take the rows off the top that are one cell right across: they name the table or give its unit."""
    width = _width(grid)
    titles: list[Line] = []
    rows = list(grid.rows)
    while width > 1 and len(rows) > 2 and (line := _across(rows, width)) is not None:
        titles.append(line)
        rows.pop(0)
    return Grid(tuple(rows), grid.caption), tuple(titles)


def head_rows(grid: Grid) -> int:
    """Count the rows of heads: those that the source says are, else the first, and all that they reach into."""
    rows = grid.rows
    if len(rows) < 2:
        return 0
    given = sum(1 for _ in takewhile(lambda row: bool(row) and all(cell.header for cell in row), rows))
    if given == len(rows):
        given = 0
    count = _reach(rows, given or 1)
    if not given and count == 1 and _opens_a_second(rows):
        count = 2
    below = [cell for row in rows[max(1, given) : count] for cell in row]
    if count > DEEPEST or count >= len(rows) or any(_is_figure(cell) for cell in below):
        return min(given or 1, len(rows) - 1)
    return count


def bound(blocks: Iterable[Block]) -> list[Block]:
    """Bind the lines above a table that say they are its name (表1 …) or its unit to it."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and not (block.caption and UNIT.search(plain(block.caption)) is None):
            block = _bound(block, done)
        done.append(block)
    return done


def joined(captions: Sequence[Runs]) -> Runs:
    """Join the lines of a caption."""
    runs: Runs = captions[0] if captions else ()
    for more in captions[1:]:
        runs = (*runs, Run("　"), *more)
    return runs


def _bound(table: Table, before: list[Block]) -> Table:
    taken: list[Runs] = []
    while before and len(taken) < 2:
        last = before[-1]
        if not isinstance(last, Paragraph) or last.role not in ("body", "caption"):
            break
        text = plain(last.runs)
        if len(re.sub(r"\s", "", text)) > LONGEST or text.endswith(("。", "；")) or not _goes_with_table(text):
            break
        taken.insert(0, last.runs)
        before.pop()
        if NAME.match(text):
            break
    return replace(table, caption=joined([*taken, *([table.caption] if table.caption else [])])) if taken else table


def _goes_with_table(text: str) -> bool:
    """Tell the unit or the name of a table, or a line of labels with room to fill in between them."""
    return bool(UNIT.match(text) or NAME.match(text)) or (is_filled_in(text) and _ROOM.search(text) is not None)


_ROOM = re.compile(r"\s{3}|[（(]盖章[）)]|：$")


def _reach(rows: Sequence[Sequence[GridCell]], count: int) -> int:
    """Follow the cells of the heads downwards; one that runs along the whole table is none of them."""
    at = 0
    while at < count <= len(rows):
        deepest = max((at + cell.rowspan for cell in rows[at] if at + cell.rowspan < len(rows)), default=count)
        count = max(count, deepest)
        at += 1
    return count


def _opens_a_second(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether the first row parts its heads in a second one, whose own first cell is empty."""
    parted = any(cell.colspan > 1 for cell in rows[0])
    return parted and bool(rows[1]) and rows[1][0].line is None and any(cell.line for cell in rows[1])


def _is_figure(cell: GridCell) -> bool:
    text = cell.line.text.strip() if cell.line else ""
    return _FIGURE.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def _across(rows: Sequence[Sequence[GridCell]], width: int) -> Line | None:
    """Give the line of a first row that is one cell, or one full cell among empty ones, from edge to edge."""
    full = [cell for cell in rows[0] if cell.line is not None]
    if len(full) != 1 or full[0].rowspan > 1 or full[0].line is None:
        return None
    line = full[0].line
    said = UNIT.match(line.text) or full[0].colspan >= width
    return line if said and len(line.text) <= LONGEST and not line.text.endswith("。") else None


def _width(grid: Grid) -> int:
    return max((sum(cell.colspan for cell in row) for row in grid.rows), default=0)
