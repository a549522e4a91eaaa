"""Foresee how high the blocks of a brief will stand in a style, their lines broken as the printer breaks them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from exporter.fonts import book
from exporter.model import (
    Block,
    Card,
    CardFace,
    Cards,
    Chart,
    Heading,
    Medium,
    Note,
    Pair,
    Paragraph,
    Picture,
    Table,
    plain,
)
from exporter.style import Style, TextRole, TextStyle
from exporter.typesetting import Metrics, Settings, Text, count_lines, metrics
from exporter.typesetting.labels import NAME_LINE, PANEL_NAME, ROW_NAME, label_lines, row_lines

PT_PER_MM = 72 / 25.4
GUTTER = 14.0
"""pt between the languages of a pair."""
FIRST = 0.44
"""Share of the measure that the Chinese of a pair takes."""
HEAD_RULE = 2.3
"""pt of the rule under a heading."""
TABLE_UP = 3.0
"""pt by which a table moves up to the rule of its heading, less its own rules."""
ROW = 4.4 + 0.4
"""pt above, below and between the rows of a table, beside their lines."""
PAIR = 3.6
"""pt above, below and between pairs, beside their lines."""
CELL = 10.0
"""pt beside the text of a cell."""
CARD, CARD_ABOVE = 14.0, 12.2
"""pt beside, and above and below, the text of a card."""
CARD_GAP = 8.0
SECOND = 0.62
"""Size of a card's figure in its second language, as a share of the first."""
NOTE_GAP = 14.0
BAR, SHARES, BAR_ENDS, CHART_WIDTH = 27.0, 25.0, 20.0, 480.0
"""Height of a category with two bars, or one of shares, of what stands above, and a chart's width in its own units."""
NAME_GAP, DUMBBELL_ENDS = 5.0, 24.0
"""White between the rows of dumbbells, and beside them."""
PANELS, PANEL, PANEL_GAP = 3, 49.0, 8.0
"""Panels in a row, what each has beside its name, and white between rows."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures blocks in one style; lines once counted are remembered."""

    style: Style
    logo: Medium | None = None
    _counted: dict[tuple[str, TextRole, float, str], int] = field(default_factory=dict)

    @property
    def page(self) -> float:
        """pt of a page from the first line to the last."""
        return (self.style.page.height - self.style.page.top - self.style.page.bottom) * PT_PER_MM

    @property
    def measure(self) -> float:
        """pt of a full line."""
        return self.style.measure * PT_PER_MM

    def height(self, block: Block, measure: float | None = None) -> float:
        """Say how high a block stands in a measure (pt), the space that follows it counted."""
        wide = measure or self.measure
        match block:
            case Heading():
                rule = HEAD_RULE if block.level == 1 else 0.0
                return rule + self._set(
                    block.number + plain(block.runs), _HEADINGS[min(block.level, 4)], wide, block.lang
                )
            case Paragraph():
                return self._set(plain(block.runs), _role(block), wide, block.lang)
            case Pair():
                if not block.en:
                    return sum(self.height(inner, wide) for inner in block.zh) + PAIR
                shares = ((block.zh, FIRST), (block.en, 1 - FIRST))
                sides = [sum(self.height(inner, wide * share - GUTTER / 2) for inner in side) for side, share in shares]
                return max(sides) + PAIR
            case Table():
                return sum(self._rows(block, wide)) - TABLE_UP
            case Cards():
                return self._cards(block, wide)
            case Chart():
                drawn = {"dumbbell": _dumbbells, "courses": _panels}.get(block.kind, _bars)(block)
                title = self._set(plain(block.title), "caption", wide, block.lang) if block.title else 0.0
                return title + drawn * wide / CHART_WIDTH + 4
            case Picture(width=Decimal() as across) if self.logo is not None:
                return float(across) * PT_PER_MM * self.logo.height / self.logo.width + UNDER_LOGO
            case _:
                return 0.0

    def notes(self, notes: Sequence[Note]) -> float:
        """Say how high notes stand in the columns of the style: the lowest that hold them in order."""
        count = self.style.note_columns
        wide = (self.measure - NOTE_GAP * (count - 1)) / count
        heights = [self._set(note.mark + plain(note.runs), "note", wide, note.lang) for note in notes]
        low = max([sum(heights) / count, *heights], default=0.0)
        while _columns(heights, low) > count:
            low += self.style.text["note"].line / 2
        return low

    def lines(self, text: str, role: TextRole, wide: float, lang: str) -> int:
        """Count the lines of a text in a measure (pt)."""
        key = (text, role, round(wide, 1), lang)
        if key not in self._counted:
            self._counted[key] = self._count(text, self.style.text[role], wide, lang)
        return self._counted[key]

    def _set(self, text: str, role: TextRole, wide: float, lang: str) -> float:
        style = self.style.text[role]
        return style.before + self.lines(text, role, wide, lang) * style.line + style.after

    def _count(self, text: str, style: TextStyle, wide: float, lang: str) -> int:
        if not text:
            return 0
        faces = {True: self._face(style, latin=True), False: self._face(style, latin=False)}
        widths = {latin: faces[latin].at(style.size) for latin in faces}
        pieces = [(bool(_LATIN.match(part)), part) for part in _PARTS.findall(text)]
        natural = sum(sum(map(widths[latin].__getitem__, part)) for latin, part in pieces)
        if natural + (len(pieces) - 1) * style.size / 4 <= wide:
            return 1
        runs = [Text(part, faces[latin], style.size, lang, style.tracking) for latin, part in pieces]
        return max(1, count_lines(runs, Settings(wide, justify=False, hyphenate=False)))

    def _face(self, style: TextStyle, latin: bool) -> Metrics:
        face = book(self.style.fonts).face(style.latin if latin else style.font, style.weight)
        return metrics(face.path, face.index)

    def _rows(self, table: Table, wide: float) -> Iterator[float]:
        shares = [float(width) for width in table.widths] or [1.0] * len(table.rows[0])
        for at, row in enumerate(table.rows):
            role: TextRole = "table_head" if at < table.header_rows else "table"
            lines = [
                self.lines(plain(cell.runs), role, wide * share / sum(shares) - CELL, cell.lang or table.lang)
                for cell, share in zip(row, shares, strict=False)
            ]
            yield max(lines, default=1) * self.style.text[role].line + ROW

    def _cards(self, cards: Cards, wide: float) -> float:
        across = 3 if len(cards.cards) % 4 else 4
        across = min(across, len(cards.cards)) or 1
        inner = (wide - CARD_GAP * (across - 1)) / across - CARD
        rows = [cards.cards[at : at + across] for at in range(0, len(cards.cards), across)]
        return sum(self._card_row(row, inner) for row in rows) + CARD_GAP * (len(rows) - 1)

    def _card_row(self, row: Sequence[Card], inner: float) -> float:
        return CARD_ABOVE + sum(
            self._faces([face for face in faces if face], lang, scale, inner)
            for faces, lang, scale in (
                ([card.zh for card in row], "zh-Hans", 1.0),
                ([card.en for card in row], "en", SECOND if any(card.zh for card in row) else 1.0),
            )
        )

    def _faces(self, faces: Sequence[CardFace], lang: str, scale: float, inner: float) -> float:
        """Say how high the faces in one language stand: label, figure and note are each level along the row."""
        if not faces:
            return 0.0
        label = self.style.text["card_label"]
        labels = max(self.lines(face.label, "card_label", inner, lang) for face in faces)
        notes = max(self.lines(face.note, "card_label", inner, lang) for face in faces)
        values = max(self.lines(face.value, "card_value", inner / scale, lang) for face in faces)
        return (labels + notes) * label.line + max(values, 1) * self.style.text["card_value"].line * scale


UNDER_LOGO = 8.0
"""pt between a logo and the names below it."""
_HEADINGS: tuple[TextRole, ...] = ("title", "heading1", "heading2", "heading3", "heading4")
_LATIN = re.compile("[!-\u2e7f]")
_PARTS = re.compile("[ -\u2e7f]+|[^ -\u2e7f]+")


def _bars(chart: Chart) -> float:
    """Say how high bars stand in their own units, with the names of their series above them."""
    return (SHARES if chart.kind == "shares" else BAR) * len(chart.categories) + BAR_ENDS


def _dumbbells(chart: Chart) -> float:
    """Say how high dumbbells stand in their own units: each as high as its name in both languages."""
    return DUMBBELL_ENDS + sum(NAME_LINE * len(row_lines(name, ROW_NAME)) + NAME_GAP for name in chart.categories)


def _panels(chart: Chart) -> float:
    """Say how high panels stand in their own units: those of a row as high as the longest of their names."""
    lines = [len(label_lines(name, PANEL_NAME)) for name in chart.categories]
    rows = [max(lines[at : at + PANELS]) for at in range(0, len(lines), PANELS)]
    return sum(NAME_LINE * count + PANEL for count in rows) - PANEL_GAP


def _role(paragraph: Paragraph) -> TextRole:
    match paragraph.role:
        case "headline" | "subtitle" | "provenance" | "note" | "caption":
            return paragraph.role
        case "byline":
            return "subtitle"
        case "status":
            return "provenance"
        case _:
            return "body" if paragraph.lang.startswith("zh") else "english"


def _columns(heights: Iterable[float], most: float) -> int:
    """Count the columns that pieces fill when none is higher than `most`."""
    count, filled = 1, 0.0
    for height in heights:
        if filled + height > most + 0.01 and filled:
            count, filled = count + 1, 0.0
        filled += height
    return count if not math.isinf(most) else 1
