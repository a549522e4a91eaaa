"""Say under the title of a report where and when it is from, where its page alone does."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.model import REPORTS, Document, Heading, Paragraph, Run

_FRONT = ("date", "subtitle", "byline", "signature")
"""Paragraphs that say of themselves when the report is from, or who gives it."""


def with_dateline(document: Document) -> Document:
    """Give a report with place, publisher and day under its title, where its page says them and it prints no day."""
    said, blocks = document.metadata, document.blocks
    dated = any(isinstance(block, Paragraph) and block.role in _FRONT for block in blocks)
    titled = bool(blocks) and isinstance(blocks[0], Heading) and blocks[0].level == 0
    day = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", said.date or "")
    if said.doc_type not in REPORTS or document.origin is None or dated or not titled or day is None:
        return document
    year, month, date = map(int, day.groups())
    place = "" if not said.place or said.place_rank == "national" or said.place in (said.title or "") else said.place
    text = "（" + "\u3000".join(filter(None, (place, said.publisher, f"{year}年{month}月{date}日"))) + "）"
    return replace(document, blocks=(blocks[0], Paragraph((Run(text),), "byline"), *blocks[1:]))
