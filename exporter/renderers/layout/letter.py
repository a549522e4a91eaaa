"""Draw the rules of a letter (信函), and tell which pages have a number (GB/T 9704-2012, 10.1)."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.renderers.layout.frame import Frame
from exporter.renderers.layout.items import Fill, Sheet
from exporter.renderers.layout.red_head import RED
from exporter.renderers.layout.table_widths import PT_PER_MM

WIDTH = 170.0
"""mm of the rules, in the middle of the paper."""
FOOT = 20.0
"""mm from the foot of the paper to the second rules."""
THICK_OVER_THIN = ((0.0, 2.25), (3.0, 0.75))
THIN_OVER_THICK = ((0.0, 0.75), (1.5, 2.25))
"""Top and height of each rule in pt."""
DOUBLE = 3.75
"""pt that both take."""


def letter_rules(down: float, frame: Frame, rules: Sequence[tuple[float, float]]) -> tuple[Fill, ...]:
    """Give two rules, from `down` on; they reach over the text block on either side."""
    page = frame.style.page
    left = ((page.width - WIDTH) / 2 - page.inside) * PT_PER_MM
    return tuple(Fill(left, down + top, WIDTH * PT_PER_MM, height, RED) for top, height in rules)


def lettered(sheets: Sequence[Sheet], frame: Frame) -> tuple[Sheet, ...]:
    """Give the pages of a letter: rules at the foot of the first, and no number on it."""
    if not sheets:
        return ()
    page = frame.style.page
    down = (page.height - page.top - FOOT) * PT_PER_MM
    rules = tuple((0.0, rule) for rule in letter_rules(down, frame, THIN_OVER_THICK))
    first = sheets[0]
    return (first._replace(inks=(*first.inks, *rules), numbered=False), *sheets[1:])
