"""Measure the glyphs of a finished PDF: whether any lie over each other, or outside the text of their page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import combinations
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw

from exporter.style import Style

PT_PER_MM = 72 / 25.4
TOUCH = 0.6
"""pt by which the boxes of two glyphs may share room: serifs and kerns."""
EDGE = 1.5
"""pt by which a glyph may stand over the text's edge: overhangs."""


class Glyph(NamedTuple):
    """A glyph and the box of its ink in pt, from the lower left of the trimmed page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def pages(pdf: bytes, style: Style) -> list[list[Glyph]]:
    """Give the glyphs of each page, page numbers left out."""
    foot = style.page.bottom * PT_PER_MM - EDGE
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [[glyph for glyph in _glyphs(page) if glyph.bottom > foot or glyph.top > foot + 8] for page in document]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    x, y, *_ = page.get_trimbox()
    text = page.get_textpage()
    for at in range(text.count_chars()):
        said = chr(raw.FPDFText_GetUnicode(text, at))
        left, bottom, right, top = text.get_charbox(at)
        if not said.isspace() and right - left > 0.01 and top - bottom > 0.01:
            yield Glyph(said, left - x, bottom - y, right - x, top - y)
    text.close()


def overlapping(glyphs: Sequence[Glyph]) -> list[tuple[str, str]]:
    """Name the glyphs whose ink lies over each other; two dashes drawn as one are one."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        for x in range(int(glyph.left // 16), int(glyph.right // 16) + 1):
            for y in range(int(glyph.bottom // 16), int(glyph.top // 16) + 1):
                cells.setdefault((x, y), []).append(glyph)
    return sorted(
        {(one.text, other.text) for held in cells.values() for one, other in combinations(held, 2) if _over(one, other)}
    )


def _over(one: Glyph, other: Glyph) -> bool:
    if one == other:
        return False
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return wide > TOUCH and high > TOUCH


def outside(glyphs: Sequence[Glyph], style: Style) -> list[Glyph]:
    """Give the glyphs that stand outside the text of their page."""
    page = style.page
    left, right = page.inside * PT_PER_MM - EDGE, (page.width - page.outside) * PT_PER_MM + EDGE
    low, high = page.bottom * PT_PER_MM - EDGE, (page.height - page.top) * PT_PER_MM + EDGE
    return [g for g in glyphs if g.left < left or g.right > right or g.bottom < low or g.top > high]


def filled(glyphs: Sequence[Glyph], style: Style) -> float:
    """Say what share of a page's height its text takes, from the head to the last line."""
    high = (style.page.height - style.page.top - style.page.bottom) * PT_PER_MM
    lowest = min((glyph.bottom for glyph in glyphs), default=style.page.height * PT_PER_MM)
    return 1 - (lowest - style.page.bottom * PT_PER_MM) / high
