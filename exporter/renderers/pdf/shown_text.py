"""Gather every word that a document will show, before a font is chosen for any."""

from __future__ import annotations

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
