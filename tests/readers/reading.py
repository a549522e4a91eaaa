"""Read bytes as the library does, and state what must hold of every document that a reader gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from exporter import codec
from exporter.characters import altered, illegal, offsets, unaltered
from exporter.model import (
    Alteration,
    Block,
    Document,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Run,
    Runs,
    Span,
    Table,
    lines_of,
)
from exporter.parts import load, reader
from exporter.pipeline import check, source_of
from exporter.readers.account import headings
from exporter.readers.formats.media import media_of

_BLANK = re.compile(r"\s|\u200b|\ufeff|[\x00-\x1f\x7f-\x9f]")


def read(name: str, data: bytes) -> Document:
    """Read bytes under a name."""
    media = media_of(name, data)
    document: Document = load(reader(media).read)(source_of(name, data, media))
    return document


def outline_of(document: Document) -> list[tuple[int, str, str]]:
    """Give level, number and text of every heading."""
    return [(one.level, one.number, "".join(run.text for run in one.runs).rstrip("。")) for one in headings(document)]


def body_of(document: Document) -> str:
    """Give the text of the body without white space."""
    return squeezed("".join(line for block in document.blocks for line in lines_of(block)))


def squeezed(text: str) -> str:
    """Take out white space and what cannot be seen."""
    return _BLANK.sub("", text)


def assert_lawful(document: Document) -> None:
    """Hold a document to every law of reading."""
    assert document.origin is not None
    assert_tiled(document)
    assert_recoverable(document)
    assert_whole(document)
    check(document)
    assert codec.decode(codec.encode(document)) == document


def assert_tiled(document: Document) -> None:
    """Every character of the source is in exactly one region."""
    assert document.origin is not None
    here = 0
    for region in document.account:
        assert region.span.start == here < region.span.end
        assert region.kind != "furniture" or region.reason
        here = region.span.end
    assert here == len(document.origin.text)


def assert_recoverable(document: Document) -> None:
    """Text and alterations give the source back, and the source with alterations gives the text."""
    assert document.origin is not None
    source, made = document.origin.text, document.alterations
    end = 0
    for one in made:
        assert end <= one.span.start <= one.span.end
        assert source[one.span.start : one.span.end] == one.was != one.now
        end = one.span.end
    for run in runs_of(document):
        if run.span is None:
            continue
        assert altered(source, run.span, made) == run.text
        assert unaltered(run.text, run.span, made) == source[run.span.start : run.span.end]
        assert not illegal(run.text)
        text, places = offsets((run,), made)
        assert len(text) == len(places) == len(run.text)
        assert all(run.span.start <= place < run.span.end for place in places)


def assert_whole(document: Document) -> None:
    """Characters in are characters out: body and appendix of the source are the text of the blocks, in order."""
    assert document.origin is not None
    source = document.origin.text
    regions = [one.span for one in document.account if one.kind in ("body", "appendix")]
    starts = [span.start for span in regions]
    wanted = "".join(altered(source, span, _within(document.alterations, span)) for span in regions)
    found = []
    for block in (*document.blocks, *document.appendix):
        assert block.span is not None
        index = bisect_right(starts, block.span.start) - 1
        if index >= 0 and block.span.start < regions[index].end:
            found.append(_text(block))
    assert squeezed("".join(found)) == squeezed(wanted)


def _within(made: tuple[Alteration, ...], span: Span) -> tuple[Alteration, ...]:
    first = bisect_left(made, span.start, key=lambda one: one.span.start)
    last = bisect_right(made, span.end, key=lambda one: one.span.start)
    return tuple(one for one in made[first:last] if one.span.end <= span.end)


def _text(block: Block) -> str:
    return "".join(lines_of(block))


def runs_of(document: Document) -> Iterator[Run]:
    """Give every run of a document."""
    for block in (*document.blocks, *document.appendix):
        for runs in _runs(block):
            yield from runs


def _runs(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph() | Note():
            yield block.runs
        case ListBlock():
            yield from (item.runs for item in block.items)
        case Table():
            yield block.caption
            yield from (cell.runs for row in block.rows for cell in row)
        case _:
            return
