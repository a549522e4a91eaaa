"""Keep characters that no file format may hold out of the model, and find each character's place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from exporter.model import Alteration, Runs, Span

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Illegal in XML 1.0, C1 controls, surrogates, non-characters, and bidi overrides and isolates."""


def illegal(text: str) -> frozenset[str]:
    """Give the characters of a text that no file format may hold."""
    return frozenset() if text.isprintable() else frozenset(_ILLEGAL.findall("".join(set(text))))


def clean(text: str) -> str:
    """Give the text with surrogates as U+FFFD and every other illegal character left out."""
    return text if text.isprintable() else _ILLEGAL.sub(_replacement, text)


def cleanings(text: str) -> Iterator[tuple[int, int, str]]:
    """Give what `clean` changes: start, end and what stands there afterwards, in order."""
    for found in _ILLEGAL.finditer(text):
        yield found.start(), found.end(), _replacement(found)


def offsets(runs: Runs, alterations: Sequence[Alteration]) -> tuple[str, list[int]]:
    """Give the text of runs and, for each of its characters, the offset in the source that it stands for.

    `alterations` are those of the document, sorted by span. A character of a run without a span
    has the offset -1.
    """
    return "".join(run.text for run in runs), places(runs, alterations)[0]


def source_span(runs: Runs, alterations: Sequence[Alteration], start: int, end: int) -> Span:
    """Give the span of the source that characters `start` to `end` of the runs' text stand for, `start` < `end`."""
    starts, ends = places(runs, alterations)
    return Span(starts[start], ends[end - 1])


def altered(source: str, span: Span, alterations: Sequence[Alteration]) -> str:
    """Give the source's text at a span with the alterations inside it made."""
    parts: list[str] = []
    here = span.start
    for one in _inside(span, alterations):
        parts += (source[here : one.span.start], one.now)
        here = one.span.end
    return "".join((*parts, source[here : span.end]))


def unaltered(text: str, span: Span, alterations: Sequence[Alteration]) -> str:
    """Give the source's own text back from a run's text: the reverse of `altered`."""
    parts: list[str] = []
    here, source = 0, span.start
    for one in _inside(span, alterations):
        kept = one.span.start - source
        parts += (text[here : here + kept], one.was)
        here += kept + len(one.now)
        source = one.span.end
    return "".join((*parts, text[here:]))


def places(runs: Runs, alterations: Sequence[Alteration]) -> tuple[list[int], list[int]]:
    """Give, for each character of the runs' text, where in the source it begins and where it ends."""
    starts: list[int] = []
    ends: list[int] = []
    for run in runs:
        first = len(starts)
        if run.span is not None:
            _add_places(run.span, alterations, starts, ends)
        wanted = first + len(run.text)
        # A run whose text was changed since it was read keeps its length and its span.
        del starts[wanted:], ends[wanted:]
        last = run.span.end if run.span else -1
        starts += [last] * (wanted - len(starts))
        ends += [last] * (wanted - len(ends))
    return starts, ends


def _add_places(span: Span, alterations: Sequence[Alteration], starts: list[int], ends: list[int]) -> None:
    here = span.start
    for one in _inside(span, alterations):
        begin, end, size = one.span.start, one.span.end, len(one.now)
        starts += range(here, begin)
        ends += range(here + 1, begin + 1)
        if size == end - begin:
            starts += range(begin, end)
            ends += range(begin + 1, end + 1)
        else:
            starts += [begin] * size
            ends += [end] * size
        here = end
    starts += range(here, span.end)
    ends += range(here + 1, span.end + 1)


def _inside(span: Span, alterations: Sequence[Alteration]) -> Iterator[Alteration]:
    index = bisect_left(alterations, span.start, key=lambda one: one.span.start)
    while index < len(alterations) and alterations[index].span.end <= span.end:
        yield alterations[index]
        index += 1


def _replacement(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""
