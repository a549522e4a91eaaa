"""Say how the cells of a table stand: figures by their decimal sign, short words in the middle, names at the left.

So do statistical yearbooks have it. A brief says for itself how its tables stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from exporter.fonts import book
from exporter.model import Align, Cell, Table, plain
from exporter.renderers.layout.table_widths import column_count, placed, side_of, width_of
from exporter.style import Style, TextStyle
from exporter.typesetting import metrics

FIGURE = re.compile(r"([-+−–±]?\d{1,3}(?:[,，]\d{3})+|[-+−–±]?\d+)(\.\d+)?\s?[%％‰]?")
TOTAL = re.compile(r"[合总小共]\s?计")
"""What a row of sums has in the column that counts the rows."""
_SERIAL = re.compile(rf"\d{{1,3}}|{TOTAL.pattern}")
NOTHING = frozenset(("", "-", "－", "—", "——", "–", "…", "……", "...", "/", "×", "*"))
"""What stands where there is no figure."""
SHORT = 6
"""Characters of a cell of which a column of words may be made, at the most."""
MOSTLY = 0.6
"""Share of the cells that say something which are figures in a column of figures."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and, of figures, the width of the longest before the decimal sign and from it on, in pt."""

    kind: Literal["names", "words", "figures"]
    whole: float = 0.0
    part: float = 0.0


class Stand(NamedTuple):
    """On which side the text of a cell stands, and how far it is moved right, in pt."""

    side: Align
    shift: float = 0.0


def columns_of(table: Table, style: Style) -> tuple[Column, ...]:
    """Tell what each column of a table holds; none where a brief is printed."""
    if style.kind == "brief":
        return ()
    texts: list[list[str]] = [[] for _ in range(column_count(table))]
    for row in list(placed(table))[table.header_rows :]:
        for column, cell in row:
            said = plain(cell.runs).strip()
            if cell.colspan == 1 and said not in NOTHING and column < len(texts):
                texts[column].append(said)
    return tuple(_column(said, at == 0, style) for at, said in enumerate(texts))


def _column(texts: Sequence[str], first: bool, style: Style) -> Column:
    figures = [found for said in texts if (found := FIGURE.fullmatch(said))]
    if figures and len(figures) >= (1.0 if first else MOSTLY) * len(texts):
        wide = [parts_of(found, style.text["table"], style) for found in figures]
        return Column("figures", max(whole for whole, _ in wide), max(part for _, part in wide))
    short = texts and all(_SERIAL.fullmatch(said) if first else len(said) <= SHORT for said in texts)
    return Column("words" if short else "names")


def parts_of(found: re.Match[str], text: TextStyle, style: Style) -> tuple[float, float]:
    """Give the widths of a figure before its decimal sign, and from it on, in pt."""
    advances = list(_advances(found[0], text, style))
    return sum(advances[: found.end(1)]), sum(advances[found.end(1) :])


def _advances(said: str, text: TextStyle, style: Style) -> Iterator[float]:
    faces = book(style.fonts)
    latin, han = faces.face(text.latin, text.weight), faces.face(text.font, text.weight)
    for char in said:
        face = latin if char < "\u2000" else han
        yield metrics(face.path, face.index).at(text.size)[char]


def stand(
    cell: Cell, column: int, head: bool, columns: Sequence[Column], room: float, scale: float, style: Style
) -> Stand:
    """Say how the text of a cell stands that has so many pt of room; `scale` is that of the table's text."""
    if not columns:
        return Stand(side_of(cell, head))
    said, own = plain(cell.runs).strip(), columns[min(column, len(columns) - 1)]
    if head:
        return Stand("center")
    if cell.colspan > 1 or own.kind == "names":
        return Stand(cell.align)
    found = FIGURE.fullmatch(said) if own.kind == "figures" else None
    if found is None:
        fits = width_of(said, style.text["table"].size * scale) <= room
        return Stand("center" if fits and cell.align == "left" else cell.align)
    before = (room - (own.whole + own.part) * scale) / 2
    whole, _ = parts_of(found, style.text["table"], style)
    return Stand("left", max(0.0, before + (own.whole - whole) * scale))
