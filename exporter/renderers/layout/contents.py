"""Lay out the contents: a line for each heading of the first two levels, with dots and the number of its page."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Document, Run
from exporter.renderers.layout.composition import Part
from exporter.renderers.layout.frame import Frame, set_passage, set_text
from exporter.renderers.layout.items import Entry, Laid, Words
from exporter.renderers.layout.wording import contents_label, headings_listed, listed


def lay_contents(document: Document, frame: Frame) -> Iterator[Laid]:
    """Lay out the contents of a document that has enough headings."""
    headings = headings_listed((*document.blocks, *document.appendix))
    if not headings:
        return
    language = document.metadata.language
    label = Part((Run(contents_label(language)),), "heading1", language, align="center")
    yield from set_passage((label,), frame, (frame.add("P"),))
    listing = frame.inside("TOC")
    size = frame.style.text["contents"].size
    for place, heading in headings:
        x, measure = frame.x + (heading.level - 1) * size, frame.measure - (heading.level + 2) * size
        inset = frame._replace(measure=measure, x=x)
        owner = listing.inside("TOCI").inside("Reference").add("Link", heading.lang)
        *above, last = set_text(listed(heading), "contents", heading.lang, inset, owner=owner)
        yield from above
        yield last._replace(inks=(*last.inks, *_entry(last, place, frame, owner)))


def _entry(laid: Laid, place: int, frame: Frame, owner: int) -> Iterator[Entry]:
    words = next((ink for ink in laid.inks if isinstance(ink, Words)), None)
    if words is not None:
        line = words.composed.lines[words.line]
        yield Entry(words.x + line.x + line.width, words.y, frame.x + frame.measure, place, laid.strip.height, owner)
