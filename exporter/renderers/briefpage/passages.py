"""Lay the source out in numbered rows, and find the place of each figure in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from exporter.characters import illegal
from exporter.model import Document, Origin, Region, Span

MARKUP = "markup"
"""Reason of a region, and beginning of the rule of an alteration, that stand for tags and entities."""
_NEW_ROW = re.compile(
    r"</?(?:address|article|blockquote|br|caption|d[dlt]|div|h[1-6]|hr|li|ol|p|section|t[dhr]|table|tbody|ul)\b",
    re.IGNORECASE,
)
"""Tags between which text stands in rows of its own."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source, and the text that is shown for it."""

    span: Span
    text: str
    breaks: bool = False
    """What follows begins a new row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the source as it is shown: its 1-based line in the source, and its text."""

    line: int
    text: str
    pieces: tuple[Piece, ...]
    """The stretches of the source that it shows, in order."""


Mark: TypeAlias = tuple[int, int, int]
"""Row, start and end in its text, in UTF-16 units, as browsers count."""


def rows_of(document: Document) -> tuple[Row, ...]:
    """Give what the source says, row by row: what is furniture is left out, and so are empty rows."""
    if document.origin is None:
        return ()
    return tuple(row for row in _rows(_pieces(document, document.origin), document.origin.text) if row.text.strip())


def marks_of(span: Span | None, rows: Sequence[Row]) -> tuple[Mark, ...]:
    """Give the place of a span in the rows: one mark for each row that it touches, none where it is not shown."""
    if span is None:
        return ()
    first = max(bisect_right(rows, span.start, key=_start) - 1, 0)
    touched = takewhile(lambda at: _start(rows[at]) < span.end, range(first, len(rows)))
    return tuple(mark for at in touched for mark in _mark(span, at, rows[at]))


def _start(row: Row) -> int:
    return row.pieces[0].span.start


def _mark(span: Span, at: int, row: Row) -> Iterator[Mark]:
    place, starts, ends = 0, [], []
    for piece in row.pieces:
        if piece.span.start < span.end and span.start < piece.span.end:
            starts.append(place + min(max(span.start - piece.span.start, 0), len(piece.text)))
            ends.append(place + min(span.end - piece.span.start, len(piece.text)))
        place += len(piece.text)
    if starts and starts[0] < ends[-1]:
        yield at, _units(row.text, starts[0]), _units(row.text, ends[-1])


def _units(text: str, length: int) -> int:
    return len(text[:length].encode("utf-16-le", "surrogatepass")) // 2


# ---------------------------------------------------------------- rows


def _rows(pieces: Iterable[Piece], text: str) -> Iterator[Row]:
    line, counted = 1, 0
    row: list[Piece] = []
    for piece in pieces:
        if piece.text:
            row.append(piece)
        if piece.breaks and row:
            start = row[0].span.start
            line, counted = line + text.count("\n", counted, start), start
            yield Row(line, "".join(one.text for one in row), tuple(row))
            row = []


def _pieces(document: Document, origin: Origin) -> Iterator[Piece]:
    length = len(origin.text)
    changes = sorted((one.span, one.now) for one in document.alterations if MARKUP in one.rule)
    starts = [span.start for span, _ in changes]
    for region in sorted(document.account or (Region(Span(0, length), "body"),), key=lambda one: one.span):
        start, end = min(region.span.start, length), min(region.span.end, length)
        if region.kind != "furniture":
            inside = changes[bisect_left(starts, start) : bisect_left(starts, end)]
            yield from _with_changes(origin.text, Span(start, end), inside)
        elif region.reason != MARKUP or _breaks(origin.text[start:end]):
            yield Piece(Span(start, end), "", breaks=True)
    yield Piece(Span(length, length), "", breaks=True)


def _with_changes(text: str, span: Span, changes: Iterable[tuple[Span, str]]) -> Iterator[Piece]:
    here = span.start
    for place, now in changes:
        if place.start >= here and place.end <= span.end:
            yield from _lines(text, here, place.start)
            yield Piece(place, _shown(now.replace("\n", " ")), _breaks(text[place.start : place.end]))
            here = place.end
    yield from _lines(text, here, span.end)


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    while start < end:
        stop = text.find("\n", start, end)
        if stop < 0:
            yield Piece(Span(start, end), _shown(text[start:end]))
            return
        yield Piece(Span(start, stop), _shown(text[start:stop]), breaks=True)
        start = stop + 1


def _breaks(markup: str) -> bool:
    return "\n" in markup or _NEW_ROW.search(markup) is not None


def _shown(text: str) -> str:
    """Put a sign in the place of what no page may hold, so that places stay what they are."""
    signs = dict.fromkeys(map(ord, illegal(text)), "\ufffd")
    return text.translate({13: " ", 12: " "} | signs)
