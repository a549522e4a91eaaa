"""Gather every word that a document will show, before a font is chosen for any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.model import Chart, Document, Heading, all_lines, heading_text
from exporter.renderers.fonts.faces import Faces
from exporter.renderers.html.css import number_style
from exporter.renderers.layout import chart
from exporter.renderers.layout.composition import stack_of
from exporter.renderers.layout.wording import deep, fixed_words, title_of
from exporter.style import Style

COUNTED = " .0123456789"
"""What page numbers and the dots before them are made of."""
SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u10ff\u1100-\u11ff\u135d-\u135f\u1700-\u1dff\u20d0-\u20ff\u2cef-\u2cf1"
    "\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67f\ua69e\ua69f\ua6f0\ua6f1\ua800-\uabff\ud7b0-\ud7ff"
    "\ufb1d-\ufdff\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufefe\U00010800-\U00011fff\U0001e000-\U0001f3ff\U0001f900-"
    "\U0001f9ff\U000e0100-\U000e01ef]"
)
"""Marks that join, scripts whose letters do, and what is put together from parts: hangul, pictures."""


def words_of(document: Document, style: Style) -> Iterator[str]:
    """Give the text of the document, and what pages and charts say of their own accord."""
    yield from all_lines(document)
    yield from fixed_words(document)
    yield style.page_number.form + COUNTED + "-…"
    yield title_of(document)
    for drawn in charts_of(document):
        yield from chart.words(drawn)


def charts_of(document: Document) -> Iterator[Chart]:
    """Give the charts of a document."""
    blocks = deep((*document.blocks, *document.appendix))
    yield from (block for block in blocks if isinstance(block, Chart))


def note_fixed(document: Document, style: Style, faces: Faces) -> None:
    """Take account of what is drawn beside the text: page numbers, running heads, the words of charts."""
    faces.note(style.page_number.form + COUNTED, stack_of(number_style(style)))
    faces.note(COUNTED, stack_of(style.text["contents"]))
    if style.running_head:
        blocks = deep((*document.blocks, *document.appendix))
        heads = (heading_text(block) for block in blocks if isinstance(block, Heading) and block.level <= 1)
        for said in heads:
            faces.note(" ".join(said.split()), stack_of(style.text["provenance"]))
    for drawn in charts_of(document):
        for said in chart.words(drawn):
            faces.note(said + "…", stack_of(chart.text_style(style)))
