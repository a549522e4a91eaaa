"""Say on which side the cells of a Word table stand; figures stand by their decimal sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exporter.model import Cell, plain
from exporter.renderers.layout.cell_alignment import TOTAL
from exporter.renderers.word.markup import PT
from exporter.renderers.word.sizes import ems


class Placed(NamedTuple):
    """A cell on the grid of columns; `cell` is None below one that covers several rows, and where a row is short."""

    column: int
    span: int
    cell: Cell | None
    merge: str = ""
    """`restart`, `continue`, or empty."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where the cells of a column stand: a side, and of the longest figure the em before its decimal sign and on."""

    side: str = "left"
    part: float = 0.0
    whole: float = 0.0

    def white(self, room: float) -> float:
        """Give the em right of the longest of its figures, which stands in the middle of so many em of room."""
        return max(0.0, (room - self.whole - self.part) / 2)


_FIGURE = re.compile(r"[-+±−－(（]?\d[\d,.， ]{0,20}[%％‰)）]?|[-—－–/]{1,2}")
"""A cell that holds a figure, or a dash in place of one."""
_PART = re.compile(r"(?<=\d)\.\d+$")
SERIAL = re.compile(r"序\s*号|编\s*号|№")
"""The head of a column whose numbers count its rows."""
DIGIT, POINT = 0.5, 0.25
"""em of the faces that figures are set in."""


def sides_of(rows: Sequence[Sequence[Placed]], heads: Sequence[Sequence[Placed]], columns: int) -> list[Side]:
    """Give the side on which each column stands: that of most of its cells, the right where they are figures."""
    found: list[list[Cell]] = [[] for _ in range(columns)]
    for one in (one for row in rows for one in row):
        if one.cell is not None and one.span == 1:
            found[one.column].append(one.cell)
    counted = {one.column for row in heads for one in row if one.cell and SERIAL.fullmatch(_said(one.cell))}
    return [Side("center") if at in counted else _side(cells) for at, cells in enumerate(found)]


def _side(cells: Sequence[Cell]) -> Side:
    said = Counter(cell.align for cell in cells)
    filled = [text for cell in cells if (text := _said(cell))]
    figures = [text for text in filled if _FIGURE.fullmatch(text)]
    if (set(said) == {"left"} or set(said) == {"right"}) and len(figures) * 3 > len(filled) * 2:
        return Side("right", max(map(_part, figures)), max(ems(text) - _part(text) for text in figures))
    return Side(said.most_common(1)[0][0] if said else "left")


def justified(one: Placed, cell: Cell, head: bool, centred: bool, side: Side, size: float, room: float) -> str:
    """Write where a cell stands: with its column if it does not say otherwise; `centred`: heads are.

    Behind a figure is as much white as the longest of its column has letters behind its decimal sign; that one stands
    in the middle of `room` pt, at the right where there is none to share.
    """
    is_figure = _FIGURE.fullmatch(_said(cell)) is not None and not head and one.span == 1
    white = side.white(room / size) if side.side == "right" else 0.0
    if is_figure and (side.part or white) and cell.align in ("left", side.side):
        return f'<w:ind w:right="{round((white + side.part - _part(_said(cell))) * size * PT)}"/><w:jc w:val="right"/>'
    if cell.align != "left":
        return f'<w:jc w:val="{cell.align}"/>'
    if head and (one.span > 1 or centred):
        return '<w:jc w:val="center"/>'
    stands = head or is_figure or (side.side == "center" and TOTAL.fullmatch(_said(cell)))
    return f'<w:jc w:val="{side.side if one.span == 1 and stands else "left"}"/>'


def _part(said: str) -> float:
    """Give the em from the decimal sign of a figure on."""
    found = _PART.search(said)
    return POINT + DIGIT * (len(found[0]) - 1) if found else 0.0


def _said(cell: Cell) -> str:
    return plain(cell.runs).strip()
