"""Reduce a document to what its pages print: what was left out of the source, or deleted by hand, is not carried on."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from exporter.model import Document, Metadata, Origin, Span

BLANK = " "
"""What stands in the text for a character that is printed nowhere: places stay what they are."""
_KEPT = ("doc_type", "language", "place_rank")
"""Fields of the metadata that hold a name of ours, not words of the source."""


def printed_only(document: Document) -> Document:
    """Give the document with the words of its source, its figures and its metadata as far as its blocks print them.

    Lengths and places stay. The text of a document that prints all of its source is the same object.
    """
    held = tuple(_held((*document.blocks, *document.appendix)))
    words = re.sub(r"\s", "", "".join(one for one in held if isinstance(one, str)))
    marked = set(_targets(held))
    spans = _joined(sorted({(one.start, one.end) for one in held if isinstance(one, Span)}))
    facts = tuple(fact for fact in document.facts if fact.id in marked or _within(fact.span, spans))
    spans = _joined(sorted({*spans, *((fact.span.start, fact.span.end) for fact in facts)}))
    return replace(
        document,
        origin=_masked(document.origin, spans) if document.origin else None,
        facts=facts if len(facts) < len(document.facts) else document.facts,
        alterations=tuple(one for one in document.alterations if _within(one.span, spans)),
        account=(),
        notices=(),
        metadata=_said(document.metadata, words),
    )


def _held(value: Any) -> Iterator[Any]:
    """Give a value and everything in it that is text or has fields, in the order in which it is printed."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, tuple):
            stack += reversed(one)
        elif isinstance(one, str):
            yield one
        elif is_dataclass(one):
            yield one
            stack += [getattr(one, field.name) for field in reversed(fields(one))]


def _targets(held: Iterable[Any]) -> Iterator[str]:
    """Give the ids of figures that blocks show."""
    for one in held:
        yield from (found for name in ("target", "fact", "id") if isinstance(found := getattr(one, name, None), str))


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
