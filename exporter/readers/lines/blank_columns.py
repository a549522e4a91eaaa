"""Make tables of lines whose cells are typed under each other with wide blanks between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from exporter.readers.lines.line import Grid, GridCell, Line, cut
from exporter.readers.lines.recognisers import is_prose

COLUMNS = range(3, 13)
"""Columns of such a table: two parts of a line may stand apart for other reasons."""
LEAST = 2
"""Fewest rows below its heads."""
HEAD, CELL = 12, 30
"""Longest head and longest cell, in characters."""
_WIDE = re.compile(r"(?<=\S)(?:[ \xa0]{2,40}|[ \xa0]{0,20}\u3000[ \u3000\xa0]{0,40})(?=\S)")
_TABLE = re.compile(r"[\u4e00-\u9fff）]{2}表$|^[（(]?(?:计量)?单位\s?[：:]\s?[^。；]{1,20}$")
"""What stands right above such a table: its name, or its unit."""
_FIGURE = re.compile(r"[-－+±]?\d[\d,，.]*[%％‰]?|[—–-]{1,2}")
_TOTAL = re.compile(r"[合总小共]\s{0,4}计")
_SERIAL = re.compile(r"序\s{0,4}号|编\s{0,4}号")


def in_columns(lines: Sequence[Line], index: int) -> tuple[Line, int] | None:
    """Read a table whose heads are the line at `index`, below its name or its unit, and count its lines.

    Every row parts into as many cells; that of a total may have only its figures, which stand last, and a row to be
    filled in only its number.
    """
    if not index or index >= len(lines) or not _TABLE.search(lines[index - 1].text):
        return None
    heads = _cells(lines[index])
    if len(heads) not in COLUMNS or any(len(one.text) > HEAD or _FIGURE.fullmatch(one.text) for one in heads):
        return None
    parted = takewhile(lambda cells: 0 < len(cells) <= len(heads), map(_cells, lines[index + 1 :]))
    rows = list(takewhile(bool, (_row(cells, heads, at) for at, cells in enumerate(parted, 1))))
    after = index + 1 + len(rows)
    if len(rows) < LEAST or (after < len(lines) and len(_cells(lines[after])) in COLUMNS):
        return None
    grid = Grid((tuple(map(GridCell, heads)), *map(tuple, rows)))
    inside = lines[index:after]
    text = "\t".join(line.text for line in inside)
    return Line(inside[0].start, inside[-1].end, text, page=inside[0].page, grid=grid), len(inside)


def _cells(line: Line) -> list[Line]:
    """Give the parts of a line between wide blanks; none of a sentence, or of labels to be filled in."""
    if line.grid is not None or line.level is not None or is_prose(line.text) or re.search(r"[：:]|。$", line.text):
        return []
    cells = cut(line, [found.start() for found in _WIDE.finditer(line.text)])
    return list(cells) if all(len(cell.text) <= CELL for cell in cells) else []


def _row(cells: Sequence[Line], heads: Sequence[Line], number: int) -> list[GridCell]:
    """Give the cells of a row in their columns; none where they do not fit the heads."""
    made = [GridCell(cell, align="right" if _FIGURE.fullmatch(cell.text) else "left") for cell in cells]
    empty = [GridCell(None)] * (len(heads) - len(cells))
    total = len(cells) > 1 and _TOTAL.fullmatch(cells[0].text) and all(_FIGURE.fullmatch(one.text) for one in cells[1:])
    filled = len(cells) == 1 and _SERIAL.fullmatch(heads[0].text) and cells[0].text == str(number)
    return [made[0], *empty, *made[1:]] if not empty or total or filled else []
