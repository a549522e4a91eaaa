"""Tell where the lines of a title end in its source: whoever drafted it knows its names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from exporter.characters import places
from exporter.model import Document, Heading, plain

Typed = Mapping[str, tuple[int, ...]]
"""Places in a title at which its lines were typed to end, by its text."""


def typed_lines(document: Document) -> Typed:
    """Give them for each heading of a document that was put together from lines, and for it without its label."""
    breaks = [one for one in document.alterations if "\n" in one.was]
    found: dict[str, tuple[int, ...]] = {}
    for block in (*document.blocks, *document.appendix) if breaks else ():
        if not isinstance(block, Heading) or block.span is None:
            continue
        first = bisect_left(breaks, block.span.start, key=lambda one: one.span.start)
        last = bisect_right(breaks, block.span.end, key=lambda one: one.span.end)
        if within := breaks[first:last]:
            said, (starts, _) = plain(block.runs), places(block.runs, document.alterations)
            ends = [next((at for at, start in enumerate(starts) if start >= one.span.end), 0) for one in within]
            for begin in (0, *ends):
                found.setdefault(said[begin:], tuple(end - begin for end in ends if end > begin))
    return found
