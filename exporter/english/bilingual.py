"""Lay a whole document out in two languages: each passage beside its English, or above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal, TypeAlias

from exporter.english.exchange.segments import Segment, segments_of_block
from exporter.model import (
    Block,
    Cell,
    Document,
    EnglishStatus,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)

Arrangement: TypeAlias = Literal["columns", "stacked"]

SHOWN: tuple[EnglishStatus, ...] = ("verified", "reviewed", "machine")
"""English that may be printed; a draft is a person's to see, not a reader's."""
MARK = "*"


def bilingual(document: Document, segments: Sequence[Segment], arrangement: Arrangement = "columns") -> Document:
    """Give the document in two languages; what has no English stays Chinese, and is counted at the end.

    `segments` are those of this document, in its order.
    """
    left = iter(segments)
    blocks = tuple(_arranged(document.blocks, document, left, arrangement))
    appendix = tuple(_arranged(document.appendix, document, left, arrangement))
    count = tuple(_count(segments))
    if appendix:
        return replace(document, blocks=blocks, appendix=(*appendix, *count))
    return replace(document, blocks=(*blocks, *count))


def _arranged(
    blocks: Sequence[Block], document: Document, left: Iterator[Segment], arrangement: Arrangement
) -> Iterator[Block]:
    for block in blocks:
        own = list(islice(left, len(segments_of_block(block, document.alterations))))
        english = tuple(_english(block, own))
        status = _least(own)
        if isinstance(block, Note | Table) or not english or arrangement == "stacked":
            yield block
            yield from english
        else:
            yield Pair((block,), english, status, block.lang, block.span)


def _english(block: Block, own: Sequence[Segment]) -> Iterator[Block]:
    """Give a block in English, if any of it has English."""
    if not any(_shown(segment) for segment in own):
        return
    match block:
        case Heading(level=level):
            yield Paragraph(_said(own, "strong"), "subtitle" if level == 0 else "body", lang="en", span=block.span)
        case Paragraph(role=role):
            yield Paragraph(_said(own), role, lang="en", span=block.span)
        case Note():
            yield Paragraph((Run(block.mark + " "), *_said(own)) if block.mark else _said(own), "note", lang="en")
        case ListBlock():
            yield _list(block, own)
        case Table():
            yield _table(block, own)
        case _:
            return


def _said(own: Sequence[Segment], role: Literal["plain", "strong"] = "plain") -> Runs:
    """Join segments to runs; a sentence without English stands in Chinese, marked."""
    runs: list[Run] = []
    for segment in own:
        text, lang = (segment.en or "", None) if _shown(segment) else (f"{segment.zh} {MARK}", "zh-Hans")
        runs.append(Run((" " if runs else "") + text, role, lang=lang))
    return tuple(runs)


def _list(block: ListBlock, own: Sequence[Segment]) -> ListBlock:
    left = iter(own)
    items = []
    for item in block.items:
        count = len(segments_of_block(replace(block, items=(item,)), ()))
        items.append(ListItem(f"{item.mark} " if item.mark else "", _said(list(islice(left, count))), item.level))
    return ListBlock(tuple(items), lang="en")


def _table(block: Table, own: Sequence[Segment]) -> Table:
    said = {segment.zh: segment.en for segment in own if _shown(segment) and segment.en}

    def cell(one: Cell) -> Cell:
        english = said.get(plain(one.runs).strip())
        return replace(one, runs=(Run(english),), lang="en") if english else replace(one, lang=one.lang or block.lang)

    rows = tuple(tuple(cell(one) for one in row) for row in block.rows)
    return replace(block, rows=rows, lang="en", caption=())


def _shown(segment: Segment) -> bool:
    return segment.en is not None and segment.status in SHOWN


def _least(own: Sequence[Segment]) -> EnglishStatus:
    """Give the weakest status among those that are shown; `untranslated` if none is."""
    held = {segment.status for segment in own if _shown(segment)}
    return next((status for status in reversed(SHOWN) if status in held), "untranslated")


def _count(segments: Sequence[Segment]) -> Iterator[Block]:
    held = Counter(segment.status if _shown(segment) else "untranslated" for segment in segments)
    shown = sum(held[status] for status in SHOWN)
    parts = ", ".join(f"{held[status]} {status}" for status in SHOWN if held[status])
    chinese = f"全文{len(segments)}段，有英文的{shown}段，其余{len(segments) - shown}段只有中文（{MARK}）。"
    english = (
        f"{shown} of {len(segments)} passages have English ({parts or 'none'}); the others stand in Chinese ({MARK})."
    )
    yield Paragraph((Run(chinese),), "status")
    yield Paragraph((Run(english),), "status", lang="en")
