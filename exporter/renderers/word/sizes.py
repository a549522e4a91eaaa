"""Say how large things are that Word and the page estimate must agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType

from exporter.model import Block, Cards, Chart, Heading, ListBlock, Note, Pair, Paragraph, plain
from exporter.renderers.layout.closings import MEETING
from exporter.renderers.layout.table_widths import FIRST
from exporter.style import Style

GAP = 10.0
"""pt between a table and the text below it."""
GAP_ENOUGH = 6.0
"""pt above a heading that make the gap below a table needless."""
CELL_MARGINS = 10.8
"""pt left and right of the text of a cell."""
CELL_PADDING = 2.0
"""pt above and below the text of a cell."""
COLUMN_PADDING = 2.5
"""pt above and below the text of a passage side by side with another."""
PICTURE_MARGIN = 4.0
"""pt above and below a chart."""
CHINESE = FIRST
"""Share of the measure that the Chinese of a passage side by side takes, as on a page."""
COLUMN_MARGIN = 9.0
"""pt right of either column."""
SECOND = 0.62
"""Size of a card's figure in its second language, as a share of the first."""


_TIMES = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 "
    "564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 "
    "722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 "
    "278 500 500 722 500 500 444 480 200 480 541"
)
_ASCII = {chr(32 + index): int(width) / 1000 for index, width in enumerate(_TIMES.split())}
"""Widths of Times from the space to the tilde, in em (Adobe's published metrics)."""


def ems(text: str) -> float:
    """Give the width of text in em: Han and marks 1, Latin as in Times."""
    return sum(_ASCII.get(char, 1.0) for char in text)


AUTOSPACE = 0.2
"""em between Han and Latin or digits, as programs leave it."""


def shown_ems(text: str) -> float:
    """Give the width of a line in em with the space that programs leave between Han and digits."""
    return ems(text) + AUTOSPACE * len(MEETING.findall(text))


def chart_size(chart: Chart, width: float) -> tuple[float, float]:
    """Give width and height of a chart in mm, within the width there is."""
    across = min(width, 175.0)
    if chart.kind in ("dumbbell", "courses"):
        return across, min(200.0, 12.0 + 8.0 * len(chart.categories))
    if chart.kind == "shares":
        return across, min(200.0, 16.0 + 9.0 * len(chart.categories))
    bars = len(chart.categories) * max(1, len(chart.series))
    height = min(200.0, max(36.0, 14.0 + 5.0 * bars)) if chart.kind == "bar" else across * 0.5
    return across, height


def cards_across(cards: Cards) -> int:
    """Give how many cards stand in a row: as they are up to four, else three or four."""
    count = len(cards.cards)
    return max(1, count if count <= 4 else 4 if count % 4 == 0 else 3)


def short_notes(blocks: Sequence[Block], footnotes: Mapping[str, Note], style: Style) -> set[int]:
    """Give the `id` of every note among others so short that two go beside each other, in two lines at most."""
    letters = style.text["note"]
    room = style.measure / 25.4 * 72 / 2 / (letters.size + letters.tracking) - 1
    found: set[int] = set()
    run: list[Note] = []
    for block in (*blocks, None):
        if isinstance(block, Note) and footnotes.get(block.id) is not block:
            run.append(block)
            continue
        if len(run) >= LEAST_NOTES and all(ems(note.mark + plain(note.runs)) <= 2 * room for note in run):
            found.update(map(id, run))
        run = []
    return found


LEAST_NOTES = 6


def pairs_in_columns(blocks: Sequence[Block]) -> set[int]:
    """Give the `id` of every pair that is set side by side: running text, and headings in a list of such.

    A heading that opens a section, a table, a chart stand above their English.
    """
    found: set[int] = set()
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if not isinstance(block, Pair):
            continue
        listed = _only(block, Heading) and (_only(before, Heading) or _only(after, Heading))
        if listed or _only(block, Paragraph | ListBlock):
            found.add(id(block))
    return found


def _only(block: Block | None, kind: type[Block] | UnionType) -> bool:
    return isinstance(block, Pair) and all(isinstance(one, kind) for one in (*block.zh, *block.en))
