"""Say how large things are that Word and the page estimate must agree on."""

from __future__ import annotations

import unicodedata

from exporter.model import Cards, Chart, ListBlock, Pair, Paragraph

GAP = 10.0
"""pt between a table and the text below it."""
CELL_PADDING = 2.0
"""pt above and below the text of a cell."""
PICTURE_MARGIN = 4.0
"""pt above and below a chart."""


def ems(text: str) -> float:
    """Estimate the width of text in em: Han and full-width marks 1, everything else ½."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def chart_size(chart: Chart, width: float) -> tuple[float, float]:
    """Give width and height of a chart in mm, within the width there is."""
    across = min(width, 160.0)
    bars = len(chart.categories) * max(1, len(chart.series))
    height = min(200.0, max(45.0, 14.0 + 9.0 * bars)) if chart.kind == "bar" else across * 0.5
    return across, height


def cards_across(cards: Cards) -> int:
    """Give how many cards stand in a row: as they are up to four, else three or four."""
    count = len(cards.cards)
    return max(1, count if count <= 4 else 4 if count % 4 == 0 else 3)


def in_columns(pair: Pair) -> bool:
    """Two columns for running text; headings, tables and charts stand one above the other."""
    return all(isinstance(block, Paragraph | ListBlock) for block in (*pair.zh, *pair.en))
