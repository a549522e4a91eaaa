"""Set a brief as tight as its pages need: the same words as in print, in the wider fonts that a Word file has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.model import Document, PageBreak
from exporter.renderers.word.body.pagination import page_count
from exporter.style import Style, TextStyle

STEPS = (
    (0.96, 1.0, 1.0),
    (0.94, 0.98, 2.0),
    (0.92, 0.97, 3.0),
    (0.90, 0.96, 3.0),
    (0.88, 0.95, 4.0),
    (0.86, 0.94, 4.0),
)
"""Shares of lines and of sizes that are kept, and mm that margins at head and foot give up; the last is the end."""
SPARE = 36.0
"""pt left free at the foot of each page: programs differ in where they break lines."""
SMALLEST = 7.5
"""pt below which no letters go for that."""


def tightened(document: Document, style: Style) -> Style:
    """Give the loosest style in which a brief stands on the pages that it breaks itself into; others keep theirs."""
    if document.kind != "brief":
        return style
    pages = document.blocks.count(PageBreak()) + 1
    for made in _steps(style):
        if page_count(document, made, SPARE) <= pages:
            break
    return made


def _steps(style: Style) -> Iterator[Style]:
    yield style
    for line, size, margin in STEPS:
        text = {role: _closer(one, line, size) for role, one in style.text.items()}
        page = replace(style.page, top=style.page.top - margin, bottom=style.page.bottom - margin)
        yield replace(style, text=text, page=page)


def _closer(text: TextStyle, line: float, size: float) -> TextStyle:
    kept = max(text.size * size, min(text.size, SMALLEST))
    return replace(
        text, size=round(kept, 1), line=round(text.line * line, 1), before=text.before * line, after=text.after * line
    )
