"""Reduce a document to what its pages print: what was left out of the source, or deleted by hand, is not carried on."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from exporter.model import Document, Fact, Metadata, Origin, Span

BLANK = " "
"""What stands in the text for a character that is printed nowhere: places stay what they are."""
_KEPT = ("doc_type", "language", "place_rank")
"""Fields of the metadata that hold a name of ours, not words of the source."""


def printed_only(document: Document) -> Document:
    """Give the document with the words of its source, its figures and its metadata as far as its blocks print them.

    Lengths and places stay. The text of a document that prints all of its source is the same object.
    """
    blocks = (*document.blocks, *document.appendix)
    marked = set(_targets(blocks))
    spans = _joined(sorted({(span.start, span.end) for span in _spans(blocks)}))
    facts = tuple(fact for fact in document.facts if fact.id in marked or _within(fact.span, spans))
    spans = _joined(sorted({*spans, *((fact.span.start, fact.span.end) for fact in facts)}))
    return replace(
        document,
        origin=_masked(document.origin, spans) if document.origin else None,
        facts=facts if len(facts) < len(document.facts) else document.facts,
        alterations=tuple(one for one in document.alterations if _within(one.span, spans)),
        account=(),
        notices=(),
        metadata=_said(document.metadata, _words(blocks)),
    )


def _spans(value: Any) -> Iterator[Span]:
    """Give every span that blocks and what is in them have."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value) and not isinstance(value, (type, Fact)):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _targets(value: Any) -> Iterator[str]:
    """Give the ids of figures that blocks show."""
    if isinstance(value, tuple):
        for one in value:
            yield from _targets(one)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (found for name in ("target", "fact", "id") if isinstance(found := getattr(value, name, None), str))
        for field in fields(value):
            yield from _targets(getattr(value, field.name))


def _words(value: Any) -> str:
    found: list[str] = []
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, tuple):
            stack += reversed(one)
        elif is_dataclass(one) and not isinstance(one, type):
            stack += [getattr(one, field.name) for field in reversed(fields(one))]
    return re.sub(r"\s", "", "".join(found))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _within(span: Span, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (span.start, sys.maxsize)) - 1
    return at >= 0 and spans[at][0] <= span.start and span.end <= spans[at][1]


def _masked(origin: Origin, spans: list[tuple[int, int]]) -> Origin:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [_blank(origin.text[at:start]), origin.text[start:end]]
        at = end
    text = "".join((*pieces, _blank(origin.text[at:])))
    return origin if text == origin.text else replace(origin, text=text)


def _blank(text: str) -> str:
    return re.sub(r"[^\s]", BLANK, text)


def _said(metadata: Metadata, words: str) -> Metadata:
    """Keep what is printed, dates and numbers; a name that no page shows goes."""
    changed: dict[str, Any] = {
        field.name: None
        for field in fields(Metadata)
        if isinstance(value := getattr(metadata, field.name), str)
        and field.name not in _KEPT
        and re.search(r"[^\d-]", value)
        and re.sub(r"\s", "", value) not in words
    }
    return replace(metadata, **changed) if changed else metadata
