"""Share out the measure of a page among columns, cards and the cells of tables, for every engine alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from exporter.model import Align, Cards, Cell, Table, plain
from exporter.style import Style

PT_PER_MM = 72 / 25.4
CELL = 5.0
"""pt on either side of a cell's text."""
CELL_ABOVE = 2.6
"""pt above and below a cell's text."""
NOTE_GAP = 14.0
"""pt between columns of notes."""
CARD_GAP = 8.0
CARD = 7.0
"""pt on either side of a card's text."""
SECOND = 0.62
"""Size of a card's figure in its second language, as a share of the first."""
COLUMNS = 63
"""Most columns of a table (Word's own limit)."""


@dataclass(frozen=True, slots=True)
class Trim:
    """White and rules around what is no running text, in pt; pairs are above and below."""

    cell: float = 2.6
    """Above and below a cell's text."""
    table: tuple[float, float] = (2.0, 8.0)
    table_rule: float = 1.0
    """Over a table, where no heading stands right above it."""
    cards: tuple[float, float] = (6.0, 8.0)
    card_gap: float = 7.0
    chart: tuple[float, float] = (4.0, 10.0)
    pair: float = 0.0
    """Above and below the two sides of a pair."""


DOCUMENT = Trim()
BRIEF = Trim(cell=2.2, table=(0.0, 0.0), table_rule=0.0, cards=(0.0, 0.0), card_gap=8.0, chart=(0.0, 4.0), pair=1.6)


def trim_of(style: Style) -> Trim:
    """Give the trim of what a style prints."""
    return BRIEF if style.kind == "brief" else DOCUMENT


def measure_of(style: Style) -> float:
    """Give the width of the text block in pt."""
    return style.measure * PT_PER_MM


def characters_of(style: Style) -> float:
    """Give the width of the text block in characters of its text."""
    body = style.text["body"]
    return measure_of(style) / (body.size + body.tracking)


def text_height(style: Style) -> float:
    """Give the height of the text block in pt."""
    return (style.page.height - style.page.top - style.page.bottom) * PT_PER_MM


def fewest_lines(style: Style) -> int:
    """Say how many lines of a paragraph may end a page: one where the style counts the lines of a page, else two."""
    return 1 if style.page.lines else 2


def column_of_notes(measure: float, count: int) -> float:
    """Give the width of one of so many columns of notes."""
    return (measure - NOTE_GAP * (count - 1)) / count


FIRST = 0.44
"""Share of the measure that the Chinese of a pair takes on a page: its English is longer."""
BETWEEN = 14.0
"""pt between the languages of a pair on a page."""


def sides(measure: float) -> tuple[float, float]:
    """Give the widths of the Chinese and of the English of a pair on a page."""
    return measure * FIRST - BETWEEN / 2, measure * (1 - FIRST) - BETWEEN / 2


def across(cards: Cards) -> int:
    """Say how many cards stand side by side."""
    count = len(cards.cards)
    return 4 if count % 4 == 0 or count > 6 else max(1, min(3, count))


def card_measure(measure: float, count: int) -> float:
    """Give the width of a card's text where `count` cards stand side by side."""
    return (measure - CARD_GAP * (count - 1)) / count - 2 * CARD


def card_scale(cards: Cards, style: Style, measure: float) -> float:
    """Say how much smaller the figures of cards are set so that the longest stands on one line."""
    size = style.text["card_value"].size
    values = [face.value for card in cards.cards if (face := card.zh or card.en)]
    longest = max((width_of(value, size) for value in values), default=0.0)
    return 1.0 if longest <= measure else max(measure / longest, 0.4)


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table in pt, and by how much its text is smaller so that the columns hold it."""

    widths: tuple[float, ...]
    scale: float = 1.0

    def cell(self, column: int, span: int) -> float:
        """Give the width of the text of a cell that begins in a column."""
        return max(sum(self.widths[column : column + span]) - 2 * CELL * self.scale, 4.0)


def grid(table: Table, measure: float, size: float) -> Grid:
    """Share a measure (pt) out among the columns of a table set in `size` pt.

    Where all would like less than there is, each has its share by what it would like. Else a column gets
    what its longest word needs, and of the rest a share by what its longest cell would like; text that
    cannot fit is set smaller.
    """
    columns = column_count(table)
    if columns == 0:
        return Grid(())
    if table.widths and len(table.widths) >= columns and sum(table.widths[:columns]) > 0:
        total = sum(table.widths[:columns])
        return Grid(tuple(float(width / total) * measure for width in table.widths[:columns]))
    least, most = _needs(table, columns, size, HEAD_LINES)
    for wanted in (_needs(table, columns, size, 1)[1], most):
        if sum(wanted) <= measure:
            return Grid(tuple(width * measure / sum(wanted) for width in wanted))
    scale = min(1.0, max(measure / sum(least), 0.3))
    least, most = [width * scale for width in least], [width * scale for width in most]
    rest, wish = max(measure - sum(least), 0.0), sum(most) - sum(least)
    wishes = [(high - low) / wish if wish > 0 else 1 / columns for low, high in zip(least, most, strict=True)]
    widths = [low + rest * share for low, share in zip(least, wishes, strict=True)]
    squeeze = measure / sum(widths)
    return Grid(tuple(width * squeeze for width in widths), scale)


TURNED = 0.8
"""A table whose text would be set smaller than this share of its size is too wide."""


def too_wide(table: Table, measure: float, style: Style, least: float = TURNED) -> bool:
    """Tell whether a table is too wide for a measure in pt: it stands on its side, or on wider paper."""
    return grid(table, measure, style.text["table"].size).scale < least


def column_count(table: Table) -> int:
    """Count the columns that the rows of a table take up."""
    return max((column + cell.colspan for row in placed(table) for column, cell in row), default=0)


def placed(table: Table) -> Iterator[list[tuple[int, Cell]]]:
    """Give the cells of each row with the column that they begin in, cells from above taken account of."""
    blocked: dict[int, int] = {}
    for row in table.rows:
        column, cells = 0, []
        taken, blocked = blocked, {at: left - 1 for at, left in blocked.items() if left > 1}
        for cell in row:
            while taken.get(column, 0):
                column += 1
            span = max(1, min(cell.colspan, COLUMNS))
            cells.append((column, cell))
            if cell.rowspan > 1:
                blocked.update(dict.fromkeys(range(column, column + span), cell.rowspan - 1))
            column += span
        yield cells


def side_of(cell: Cell, head: bool) -> Align:
    """Say on which side the text of a cell stands: a head over several columns stands in their middle."""
    return "center" if head and cell.colspan > 1 and cell.align == "left" else cell.align


def width_of(text: str, size: float) -> float:
    """Estimate the width of text in pt, rather too much: 1 em for Han, 0.6 for the rest, and the gaps between."""
    gaps = sum((ord(left) > 0x2E7F) != (ord(right) > 0x2E7F) for left, right in pairwise(text))
    return sum(size if ord(char) > 0x2E7F else size * 0.6 for char in text) + gaps * size * 0.3


def longest_word(text: str, size: float) -> float:
    """Estimate the width that a cell cannot do without: its longest number or word, or two Han characters."""
    words = _WORDS.findall(text)
    return min(max([width_of(word, size) for word in words] + [min(len(text), 2) * size]), 12 * size)


_WORDS = re.compile(r"[!-\u2e7f]+[\u2e80-\uffff]?")
"""Words and numbers, each with the Han character that follows it: a unit stays with its number."""


HEAD_LINES = 2
"""Lines of a head where a table is short of room: names and figures stand on one."""


NAME = 6
"""em of a name in the first column that is kept on one line."""


def _needs(table: Table, columns: int, size: float, head_lines: int) -> tuple[list[float], list[float]]:
    least, most = [size + 2 * CELL] * columns, [size + 2 * CELL] * columns
    for number, row in enumerate(placed(table)):
        for column, cell in row:
            span = max(1, min(cell.colspan, columns - column))
            text = plain(cell.runs)[:400]
            head = number < table.header_rows
            longest = max(width_of(line, size) for line in text.split("\n"))
            whole = min(longest, NAME * size) if column == 0 and not head else 0.0
            word = max(longest_word(text, size), whole)
            wish = max(longest / (head_lines if head else 1), word)
            for needs, width in ((least, word), (most, wish)):
                for at in range(column, column + span):
                    needs[at] = max(needs[at], width / span + 2 * CELL)
    return least, most


def shares(widths: Sequence[float]) -> list[Decimal]:
    """Give widths as hundredths of a percent of their sum."""
    total = sum(widths)
    return [Decimal(round(width / total * 10000)) / 100 for width in widths]
