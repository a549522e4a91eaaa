"""Say under the title of a report which page it is from, where it says itself neither by whom nor when it was given."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.model import REPORTS, Document, Heading, Notice, Paragraph, Run

_FRONT = ("date", "subtitle", "byline", "signature")
"""Paragraphs that say of themselves when the report is from, or who gives it."""


def with_dateline(document: Document) -> Document:
    """Give a report the source and the day of its page under its title, named as such, where it has no such lines.

    Who printed a report speaks in it no more than the day on which he did is that of the report. Where the report has
    such lines, those of its page are not printed, and a notice says what they are.
    """
    line = dateline_of(document)
    if line is not None:
        return replace(document, blocks=(document.blocks[0], line, *document.blocks[1:]))
    said = document.metadata
    if document.origin is None or not said.publisher or not said.speech_date or said.speech_date == said.date:
        return document
    day = f" and {said.date} as its day" if said.date else ""
    told = f"not printed: the page names {said.publisher} as its source{day}; the report has its own"
    return replace(document, notices=(*document.notices, Notice("source.page_says", told, "info")))


def dateline_of(document: Document) -> Paragraph | None:
    """Say where and of which day the page of a report is; None where the report says so itself, or no page does."""
    said, blocks = document.metadata, document.blocks
    dated = any(isinstance(block, Paragraph) and block.role in _FRONT for block in blocks)
    titled = bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].level == 0
    day = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", said.date or "")
    paged = document.origin is not None and said.publisher is not None
    if said.doc_type not in REPORTS or dated or not titled or not paged or day is None:
        return None
    year, month, date = map(int, day.groups())
    return Paragraph((Run(f"（来源：{said.publisher}，{year}年{month}月{date}日）"),), "byline")
