"""Find the tables that ruled lines draw on a page, and lay out the characters in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Bounds(NamedTuple):
    """A box on a page in points, the origin at the lower left."""

    left: float
    bottom: float
    right: float
    top: float


class Letter(NamedTuple):
    """A character of a page's text layer; `box` is None for those that the reader of the PDF made up."""

    text: str
    box: Bounds | None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: where its columns and rows are parted, and the lines that really are drawn."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    """From the top down."""
    upright: tuple[Bounds, ...]
    level: tuple[Bounds, ...]

    def cell_at(self, box: Bounds) -> tuple[int, int] | None:
        """Give row and column of the cell that holds the middle of a box, or None."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]):
            return None
        column = sum(1 for one in self.columns[1:-1] if one <= x)
        row = sum(1 for one in self.rows[1:-1] if one >= y)
        return row, column


THIN = 2.5
"""Greatest thickness of a rule in points."""
NEAR = 3.0
"""Rules closer than this stand for one."""
MAX_RULES = 6_000
MAX_SIDES = 60


def ruled_tables(rules: Iterable[Bounds]) -> list[Ruled]:
    """Find the tables of a page by its rules, from the top down."""
    drawn = list(rules)[:MAX_RULES]
    upright = [one for one in drawn if one.right - one.left <= THIN < one.top - one.bottom]
    level = [one for one in drawn if one.top - one.bottom <= THIN < one.right - one.left]
    found = [_table(group, level) for group in _groups(upright)]
    return sorted((one for one in found if one is not None), key=lambda one: -one.rows[0])


def _groups(upright: Sequence[Bounds]) -> Iterator[list[Bounds]]:
    """Part the upright rules into those of each table: tables leave a gap between one another."""
    group: list[Bounds] = []
    low = 0.0
    for one in sorted(upright, key=lambda rule: -rule.top):
        if group and one.top < low - 2 * NEAR:
            yield group
            group = []
        low = min(low, one.bottom) if group else one.bottom
        group.append(one)
    if group:
        yield group


def _table(upright: Sequence[Bounds], level: Sequence[Bounds]) -> Ruled | None:
    top, bottom = max(one.top for one in upright), min(one.bottom for one in upright)
    own = [one for one in level if bottom - NEAR <= one.bottom and one.top <= top + NEAR]
    if not own:
        return None
    left = min(one.left for one in (*own, *upright))
    right = max(one.right for one in (*own, *upright))
    columns = _sides([left, right, *((one.left + one.right) / 2 for one in upright)])
    rows = _sides([top, bottom, *((one.top + one.bottom) / 2 for one in own)])[::-1]
    if not (3 <= len(columns) <= MAX_SIDES and 3 <= len(rows) <= 4 * MAX_SIDES):
        return None
    return Ruled(tuple(columns), tuple(rows), tuple(upright), tuple(own))


def _sides(places: Iterable[float]) -> list[float]:
    """Join places that are near to one another."""
    joined: list[float] = []
    for place in sorted(places):
        if not joined or place - joined[-1] > NEAR:
            joined.append(place)
    return joined


def with_rows(table: Ruled, letters: Sequence[Letter]) -> Ruled:
    """Give the table with the rows that no rule parts: lines of figures one below the other are rows of their own."""
    places: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        if letter.box and not letter.text.isspace() and (place := table.cell_at(letter.box)):
            places.setdefault(place, []).append(letter)
    more: list[float] = []
    for row in range(len(table.rows) - 1):
        columns = [places.get((row, column), []) for column in range(1, len(table.columns) - 1)]
        more += _between(_rows_of([_middles(column) for column in columns if _is_figures(column)]))
    if not more:
        return table
    left, right = table.columns[0], table.columns[-1]
    drawn = (*table.level, *(Bounds(left, y, right, y) for y in more))
    return Ruled(table.columns, tuple(sorted((*table.rows, *more), reverse=True)), table.upright, drawn)


def _rows_of(columns: Sequence[Sequence[float]]) -> Sequence[float]:
    """Give the heights of the rows: the lines of the column that has most, and between which no other line falls."""
    by_lines = sorted(columns, key=len, reverse=True)
    for heights in by_lines:
        sides = _between(heights)
        if not any(abs(side - height) < NEAR for side in sides for one in columns for height in one):
            return heights
    return by_lines[0] if by_lines else []


def _is_figures(letters: Sequence[Letter]) -> bool:
    return sum(1 for letter in letters if letter.text in "0123456789.,-−%—") > 0.6 * len(letters) > 0


def _middles(letters: Sequence[Letter]) -> list[float]:
    """Give the heights of the lines that characters stand in, from the top down."""
    heights = sorted(((letter.box.bottom + letter.box.top) / 2 for letter in letters if letter.box), reverse=True)
    lines: list[float] = []
    for height in heights:
        if not lines or lines[-1] - height > 2 * NEAR:
            lines.append(height)
    return lines


def _between(heights: Sequence[float]) -> list[float]:
    return [(above + below) / 2 for above, below in pairwise(heights)]


def cell_texts(table: Ruled, letters: Sequence[Letter]) -> list[list[tuple[str, int, int]]]:
    """Give the rows of a table as cells: text, columns and rows that each reaches over."""
    texts: dict[tuple[int, int], list[str]] = {}
    owner = _owners(table)
    last: tuple[int, int] | None = None
    for letter in letters:
        place = table.cell_at(letter.box) if letter.box else None
        if place is not None:
            last = owner[place]
            texts.setdefault(last, []).append(letter.text)
        elif last is not None and letter.text in " \n":
            texts[last].append(letter.text)
    rows = []
    for row in range(len(table.rows) - 1):
        cells = []
        for column in range(len(table.columns) - 1):
            if owner[row, column] == (row, column):
                reach = [place for place, first in owner.items() if first == (row, column)]
                width = 1 + max(one[1] for one in reach) - column
                height = 1 + max(one[0] for one in reach) - row
                cells.append((_joined("".join(texts.get((row, column), []))), width, height))
        rows.append(cells)
    return rows


def _owners(table: Ruled) -> dict[tuple[int, int], tuple[int, int]]:
    """Give for each place of the grid the first place of the cell that covers it: no rule parts the two."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(table.rows) - 1):
        middle = (table.rows[row] + table.rows[row + 1]) / 2
        for column in range(len(table.columns) - 1):
            place = (row, column)
            side = table.columns[column]
            if column and not _crosses(table.upright, side, middle, upright=True):
                owner[place] = owner[row, column - 1]
                continue
            centre = (side + table.columns[column + 1]) / 2
            if row and not _crosses(table.level, table.rows[row], centre, upright=False):
                owner[place] = owner[row - 1, column]
            else:
                owner[place] = place
    return owner


def _crosses(rules: Sequence[Bounds], side: float, middle: float, upright: bool) -> bool:
    """Tell whether a rule at `side` passes `middle`."""
    for one in rules:
        if upright and abs((one.left + one.right) / 2 - side) <= NEAR and one.bottom <= middle <= one.top:
            return True
        if not upright and abs((one.top + one.bottom) / 2 - side) <= NEAR and one.left <= middle <= one.right:
            return True
    return False


def _joined(text: str) -> str:
    """Join the lines of a cell."""
    parts = [part.strip() for part in text.replace("\r", "").split("\n")]
    joined = ""
    for part in parts:
        joined += (" " if joined and part and joined[-1].isascii() and part[0].isascii() else "") + part
    return " ".join(joined.split())
