"""Set a paragraph: runs of text in, finished lines out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exporter.typesetting.breaking import break_lines
from exporter.typesetting.justification import set_line
from exporter.typesetting.lines import Line, Settings, Text
from exporter.typesetting.paragraph import Paragraph, measure


def compose(pieces: Sequence[Text], settings: Settings) -> tuple[Line, ...]:
    """Set the runs of one paragraph as lines, by CLREQ.

    The text comes out whole and in order (`Line`). A line end in the text (U+000A, U+2028 …) ends
    the line; an empty paragraph has no lines. Nothing is raised on odd text, and a stretch too
    long for the measure is broken. Linear in the length of the text; the same input gives the
    same lines.
    """
    text = "".join(piece.text for piece in pieces)
    if not settings.breaks and not _LINE_END.search(text):
        return tuple(_set(pieces, 0, len(text), settings))
    lines: list[Line] = []
    start = 0
    ends = sorted({*(found.span() for found in _LINE_END.finditer(text)), *((at, at) for at in settings.breaks)})
    for stop, end in (*ends, (len(text), len(text))):
        if start >= len(text) or end <= start:
            continue
        part = list(_set(pieces, start, stop, settings if start == 0 else replace(settings, indent=0.0)))
        lines += _ended(part, start, text[stop:end])
        start = end
    return tuple(lines)


def count_lines(pieces: Sequence[Text], settings: Settings) -> int:
    """Say how many lines `compose` would give, without setting them."""
    paragraph = _whole(pieces, settings)
    return len(break_lines(paragraph, settings)) if paragraph else len(compose(pieces, settings))


def compose_in(pieces: Sequence[Text], settings: Settings, lines: int, usual: int) -> tuple[Line, ...] | None:
    """Set a paragraph that takes `usual` lines in so many more or fewer, or give None where it cannot be set so."""
    paragraph = _whole(pieces, settings)
    for cost in _PERSUASION:
        wanted = replace(settings, line_cost=cost if lines < usual else -cost)
        if paragraph:
            ends = break_lines(paragraph, wanted)
            if len(ends) == lines:
                return tuple(_lines(paragraph, ends, wanted))
            continue
        composed = compose(pieces, wanted)
        if len(composed) == lines:
            return composed
    return None


def _lines(paragraph: Paragraph, ends: Iterable[int], settings: Settings, offset: int = 0) -> Iterator[Line]:
    begin = 0
    for end in ends:
        yield set_line(paragraph, begin, end, settings, offset)
        begin = end


def _whole(pieces: Sequence[Text], settings: Settings) -> Paragraph | None:
    """Measure a paragraph; None for what is set in parts, or is empty."""
    text = "".join(piece.text for piece in pieces)
    if not text or len(text) > _WINDOW or settings.breaks or _LINE_END.search(text):
        return None
    return measure(pieces, settings)


_PERSUASION = (4.0, 60.0)
"""Costs of a line that bring a paragraph to fewer lines; the first is that of a line loosened as far as may be."""

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def _ended(lines: list[Line], start: int, tail: str) -> list[Line]:
    if not lines:
        return [Line((), start, start + len(tail), 0.0, 0.0, 0.0, tail, last=True)]
    final = lines[-1]
    return [*lines[:-1], final._replace(end=final.end + len(tail), tail=final.tail + tail)]


_WINDOW = 20_000
"""Characters measured at a time, so that a paragraph without end takes no memory without end."""
_UNSURE = 4
"""Lines at the end of a window that are set anew with the next."""


def _set(pieces: Sequence[Text], start: int, stop: int, settings: Settings) -> Iterator[Line]:
    window = _WINDOW
    while start < stop:
        paragraph = measure(_part(pieces, start, min(stop, start + window)), settings)
        ends = break_lines(paragraph, settings)
        done = ends if start + window >= stop else ends[:-_UNSURE]
        window = _WINDOW if done else 2 * window
        yield from _lines(paragraph, done, settings, start)
        begin = done[-1] if done else 0
        start += begin
        settings = replace(settings, indent=0.0) if begin and settings.indent else settings


def _part(pieces: Sequence[Text], start: int, stop: int) -> tuple[Text, ...]:
    """Give the runs with the characters from `start` to `stop` only; runs that have none stay, empty."""
    if start == 0 and sum(len(piece.text) for piece in pieces) <= stop:
        return tuple(pieces)
    parts = []
    offset = 0
    for piece in pieces:
        parts.append(replace(piece, text=piece.text[max(0, start - offset) : max(0, stop - offset)]))
        offset += len(piece.text)
    return tuple(parts)
