"""Account for every character of a source, and show the outline of what was read with its line numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from exporter.facts.time.chronicle import Chronicle, chronicle_of
from exporter.facts.time.sections import Section
from exporter.model import Document, Heading, Region, Span, heading_text
from exporter.readers.lines.recognisers import LineClass

PARTS = (
    "copy_number",
    "secrecy",
    "urgency",
    "issuer_mark",
    "document_number",
    "signatory",
    "addressee",
    "signature",
    "note",
    "copied_to",
    "issued_by",
    "issued_on",
)
"""Fields of an official paper, in the order of its parts."""


def regions(size: int, marks: Iterable[tuple[int, LineClass]]) -> tuple[Region, ...]:
    """Tile characters 0 to `size`: each mark (a place, in order, and what stands from there) holds to the next one."""
    tiles: list[Region] = []
    start, lot = 0, None
    for place, other in marks:
        if other == lot:
            continue
        if lot is not None and place > start:
            tiles.append(Region(Span(start, place), lot.kind, lot.reason))
            start = place
        lot = other
    if lot is not None and size > start:
        tiles.append(Region(Span(start, size), lot.kind, lot.reason))
    return tuple(tiles)


def outline_json(document: Document) -> dict[str, Any]:
    """Give the structure of a document as the plain data of `exporter outline --json`."""
    origin = document.origin
    text = origin.text if origin else ""
    starts = _line_starts(text)
    meta, chronicle = document.metadata, chronicle_of(document)
    return {
        "title": meta.title,
        "subtitle": meta.subtitle,
        "date": meta.date,
        "publisher": meta.publisher,
        "speech_date": meta.speech_date,
        "speaker": meta.speaker,
        "session": meta.session,
        "place": meta.place,
        "place_rank": meta.place_rank,
        **{name: getattr(meta, name) for name in PARTS},
        "attachments": list(meta.attachments),
        "year_reviewed": meta.year_reviewed,
        "year_planned": meta.year_planned,
        "sections": [_section(chronicle, section, starts) for section in chronicle.sections],
        "doc_type": meta.doc_type,
        "language": meta.language,
        "encoding": origin.encoding if origin else None,
        "sha256": origin.sha256 if origin else None,
        "complete": is_complete(document),
        "headings": [_heading(heading, starts) for heading in headings(document)],
        "body": _ranges(document, "body", text, starts),
        "metadata_lines": _ranges(document, "metadata", text, starts),
        "appendix": _ranges(document, "appendix", text, starts),
        "furniture": left_out(document),
        "altered": [
            {"start": one.span.start, "end": one.span.end, "was": one.was, "is": one.now, "rule": one.rule}
            for one in document.alterations
        ],
        "notices": [
            {
                "code": notice.code,
                "level": notice.level,
                "message": notice.message,
                "line": _line(notice.span.start, starts) if notice.span else None,
            }
            for notice in document.notices
        ],
    }


def left_out(document: Document) -> list[list[Any]]:
    """Give what is the page's own: first line, last line, and why."""
    text = document.origin.text if document.origin else ""
    starts = _line_starts(text)
    return [
        [*_lines(region.span, text, starts), region.reason]
        for region in document.account
        if region.kind == "furniture"
        and region.reason != "markup"
        and text[region.span.start : region.span.end].strip()
    ]


def outline_tree(document: Document) -> list[str]:
    """Give the headings as lines of text for a terminal: line number, indent by level, heading."""
    starts = _line_starts(document.origin.text if document.origin else "")
    rows = [(_line(one.span.start, starts) if one.span else 0, one) for one in headings(document)]
    width = max((len(str(line)) for line, _ in rows), default=1)
    title = [document.metadata.title] if document.metadata.title else []
    return title + [f"{line:>{width}}  {'  ' * (one.level - 1)}{_text(one)}" for line, one in rows]


def headings(document: Document) -> list[Heading]:
    """Give the headings of body and appendix, without the title."""
    return [block for block in (*document.blocks, *document.appendix) if isinstance(block, Heading) and block.level > 0]


def is_complete(document: Document) -> bool:
    """Tell whether the document seems whole: it does not break off, and all parts that it announces are there."""
    return not any(notice.code in ("source.incomplete", "outline.incomplete") for notice in document.notices)


def _heading(heading: Heading, starts: Sequence[int]) -> dict[str, Any]:
    return {
        "level": heading.level,
        "number": heading.number or None,
        "text": _text(heading),
        "line": _line(heading.span.start, starts) if heading.span else None,
        "run_in": heading.run_in,
    }


def _section(chronicle: Chronicle, section: Section, starts: Sequence[int]) -> dict[str, Any]:
    place = chronicle.place(section)
    return {
        "line": _line(place.start, starts) if place else None,
        "title": section.title,
        "period": str(section.period) if section.period else None,
        "kind": section.kind,
        "sure": section.sure,
        "witnesses": list(section.witnesses),
    }


def _text(heading: Heading) -> str:
    return re.sub(r"[。：]$", "", heading_text(heading))


def _ranges(document: Document, kind: str, text: str, starts: Sequence[int]) -> list[list[int]]:
    """Give the lines of each stretch of one kind; markup does not part a stretch."""
    found: list[list[int]] = []
    parted = True
    for region in document.account:
        if region.reason == "markup" or not text[region.span.start : region.span.end].strip():
            continue
        if region.kind == kind:
            first, last = _lines(region.span, text, starts)
            if found and (not parted or first <= found[-1][1] + 1):
                found[-1][1] = max(last, found[-1][1])
            else:
                found.append([first, last])
        parted = region.kind != kind
    return found


def _lines(span: Span, text: str, starts: Sequence[int]) -> list[int]:
    """Give the first and last line of the visible text of a span."""
    inside = text[span.start : span.end]
    first = span.start + len(inside) - len(inside.lstrip())
    last = span.start + len(inside.rstrip())
    return [_line(first, starts), _line(max(first, last - 1), starts)]


def _line(offset: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, offset)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
