"""Lay a whole document out in two languages: each passage beside its English, or above it."""

from __future__ import annotations

import re
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
    spoken,
)

Arrangement: TypeAlias = Literal["columns", "stacked"]

SHOWN: tuple[EnglishStatus, ...] = ("verified", "reviewed", "machine")
"""English that may be printed; a draft is a person's to see, not a reader's."""
MARK = "*"
LEFT_OUT = "[…]"
"""Stands in a passage's English where sentences of it have none, so that what is there is not taken for the whole."""
BESIDE = 0.5
"""Share of a passage that has English, from which on the two stand in columns; less goes below its Chinese."""


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
        for part in _parts(block):
            own = list(islice(left, len(segments_of_block(part, document.alterations))))
            yield from _placed(part, own, arrangement)


def _parts(block: Block) -> Iterator[Block]:
    """Give what stands level with its English: of a list, each item."""
    if isinstance(block, ListBlock):
        yield from (replace(block, items=(item,)) for item in block.items)
    else:
        yield block


def _placed(block: Block, own: Sequence[Segment], arrangement: Arrangement) -> Iterator[Block]:
    """Give a block with its English beside it or below it; one that has none is marked."""
    if isinstance(block, Table):
        yield _table(block, own)
        return
    if isinstance(block, Heading) and block.level:
        yield _headed(block, own)
        return
    english = tuple(_english(block, own))
    if not english:
        yield _marked(block) if own else block
    elif arrangement == "stacked" or isinstance(block, Note) or _is_title(block) or _share(own) < BESIDE:
        yield block
        yield from english
    else:
        yield Pair((block,), english, _least(own), block.lang, block.span)


def _headed(heading: Heading, own: Sequence[Segment]) -> Heading:
    """Give a heading in both languages, one under the other; it stands above its text, not in it."""
    said = tuple(Run(f"\n{one.en}", lang="en") for one in own if _shown(one)) or (Run(MARK, "mark"),)
    return replace(heading, runs=(*heading.runs, *said), run_in=False)


def _marked(block: Block) -> Block:
    """Put the mark of what has no English behind a block."""
    sign = Run(MARK, "mark")
    match block:
        case ListBlock(items=items):
            return replace(block, items=tuple(replace(item, runs=(*item.runs, sign)) for item in items))
        case Heading() | Paragraph() | Note():
            return replace(block, runs=(*block.runs, sign))
        case _:
            return block


def _english(block: Block, own: Sequence[Segment]) -> Iterator[Block]:
    """Give a block in English, if any of it has English."""
    if not any(_shown(segment) for segment in own):
        return
    match block:
        case Heading():
            yield Paragraph(_said(own, "strong"), "subtitle", lang="en", span=block.span)
        case Paragraph(role=role):
            yield Paragraph(_said(own), role, lang="en", span=block.span)
        case Note():
            yield Paragraph((Run(block.mark + " "), *_said(own)) if block.mark else _said(own), "note", lang="en")
        case ListBlock(items=(item,)):
            yield ListBlock((ListItem(f"{item.mark} " if item.mark else "", _said(own), item.level),), lang="en")
        case _:
            return


def _said(own: Sequence[Segment], role: Literal["plain", "strong"] = "plain") -> Runs:
    """Join segments to runs; where sentences have no English, which stand in Chinese beside it, `[…]` says so."""
    said: list[str] = []
    for segment in own:
        if _shown(segment):
            said.append(_set(segment.en or ""))
        elif said[-1:] != [LEFT_OUT]:
            said.append(LEFT_OUT)
    return (Run(" ".join(said), role),)


def _set(english: str) -> str:
    """Set the quotation marks and apostrophes of running English as print does; faces of heads have them full width."""
    return _OPENING.sub(lambda found: "‘“"[found[0] == '"'], english).replace('"', "”").replace("'", "’")


_OPENING = re.compile(r"""(?<![^\s(\[—–-])["'](?=\S)""")


def _table(block: Table, own: Sequence[Segment]) -> Table:
    """Give a table whose caption and cells say both languages, one under the other."""
    left = list(own)
    caption = (*block.caption, *_below(left.pop(0))) if plain(block.caption).strip() and left else block.caption
    said = {segment.zh: segment for segment in left}

    def cell(one: Cell) -> Cell:
        found = said.get(plain(spoken(one.runs)).strip())
        return one if found is None else replace(one, runs=(*one.runs, *_below(found)))

    return replace(block, rows=tuple(tuple(cell(one) for one in row) for row in block.rows), caption=caption)


def _below(segment: Segment) -> Runs:
    """Give the English of a cell on a line of its own, or the mark of what has none."""
    return (Run(f"\n{segment.en}", lang="en"),) if _shown(segment) else (Run(MARK, "mark"),)


def _shown(segment: Segment) -> bool:
    return segment.en is not None and segment.status in SHOWN


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 0


def _share(own: Sequence[Segment]) -> float:
    """Say how much of a passage has English, by its Chinese characters."""
    return sum(len(one.zh) for one in own if _shown(one)) / max(1, sum(len(one.zh) for one in own))


def _least(own: Sequence[Segment]) -> EnglishStatus:
    """Give the weakest status among those that are shown; `untranslated` if none is."""
    held = {segment.status for segment in own if _shown(segment)}
    return next((status for status in reversed(SHOWN) if status in held), "untranslated")


def _count(segments: Sequence[Segment]) -> Iterator[Block]:
    held = Counter(segment.status if _shown(segment) else "untranslated" for segment in segments)
    shown = sum(held[status] for status in SHOWN)
    parts = ", ".join(f"{held[status]} {status}" for status in SHOWN if held[status])
    chinese = f"全文{len(segments)}段，有英文的{shown}段，其余{len(segments) - shown}段只有中文（{MARK}、{LEFT_OUT}）。"
    signs = f"({MARK}, {LEFT_OUT})"
    english = (
        f"{shown} of {len(segments)} passages have English ({parts or 'none'}); the others stand in Chinese {signs}."
    )
    yield Paragraph((Run(chinese),), "status")
    yield Paragraph((Run(english),), "status", lang="en")
