"""Lay a whole document out in two languages: each passage beside its English, or above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Literal, TypeAlias

from exporter.dateline import dateline_of
from exporter.english.document import dateline_in_english
from exporter.english.exchange.segments import Segment, segments_of_block
from exporter.english.shown import NOTHING, STATUSES, Shown, shown_of
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
    RunRole,
    Runs,
    Table,
    plain,
    spoken,
)

Arrangement: TypeAlias = Literal["columns", "stacked"]

MARK = "*"
LEFT_OUT = "[…]"
"""Stands in a passage's English where sentences of it have none, so that what is there is not taken for the whole."""
BESIDE = 0.5
"""Share of a passage that has English, from which on the two stand in columns; less goes below its Chinese."""


def bilingual(
    document: Document,
    segments: Sequence[Segment],
    arrangement: Arrangement = "columns",
    known: Mapping[str, str] = NOTHING,
) -> Document:
    """Give the document in two languages; what has no English stays Chinese, is marked, and counted at the end.

    `segments` are those of this document, in its order; `known` is English that its brief has for lines of it.
    """
    left = iter(segments)
    body, behind = (_with_english(blocks, document, left, known) for blocks in (document.blocks, document.appendix))
    own = [one for _, held in (*body, *behind) for one in held]
    if _said(own) < BESIDE:
        arrangement = "stacked"
    blocks = _dated(document, tuple(placed for part, held in body for placed in _placed(part, held, arrangement)))
    if not all(one.is_whole for one in own):
        blocks = _explained(blocks)
    appendix = tuple(placed for part, held in behind for placed in _placed(part, held, arrangement))
    count = tuple(_count(own))
    if appendix:
        return replace(document, blocks=blocks, appendix=(*appendix, *count))
    return replace(document, blocks=(*blocks, *count))


Held: TypeAlias = tuple[Block, tuple[Shown, ...]]
"""A block, and what is printed of its segments."""


def _with_english(
    blocks: Sequence[Block], document: Document, left: Iterator[Segment], known: Mapping[str, str]
) -> list[Held]:
    return [
        (part, shown_of(list(islice(left, len(segments_of_block(part, document.alterations)))), known))
        for block in blocks
        for part in _parts(block)
    ]


def _parts(block: Block) -> Iterator[Block]:
    """Give what stands level with its English: of a list, each item."""
    if isinstance(block, ListBlock):
        yield from (replace(block, items=(item,)) for item in block.items)
    else:
        yield block


def _placed(block: Block, own: Sequence[Shown], arrangement: Arrangement) -> Iterator[Block]:
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
    elif arrangement == "stacked" or isinstance(block, Note) or _is_title(block) or _said(own) < BESIDE:
        yield block
        yield from english
    else:
        yield Pair((block,), english, _least(own), block.lang, block.span)


def _headed(heading: Heading, own: Sequence[Shown]) -> Heading:
    """Give a heading in both languages, one under the other; it stands above its text, not in it."""
    said = tuple(run for one in own for run in _below(one)) or (Run(MARK, "mark"),)
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


def _english(block: Block, own: Sequence[Shown]) -> Iterator[Block]:
    """Give a block in English, if any of it has English."""
    if not any(one.is_said for one in own):
        return
    match block:
        case Heading():
            yield Paragraph(_joined(own, "strong"), "subtitle", lang="en", span=block.span)
        case Paragraph(role=role):
            yield Paragraph(_joined(own), role, lang="en", span=block.span)
        case Note():
            yield Paragraph((Run(block.mark + " "), *_joined(own)) if block.mark else _joined(own), "note", lang="en")
        case ListBlock(items=(item,)):
            yield ListBlock((ListItem(f"{item.mark} " if item.mark else "", _joined(own), item.level),), lang="en")
        case _:
            return


def _joined(own: Sequence[Shown], role: Literal["plain", "strong"] = "plain") -> Runs:
    """Join segments to runs; where words have no English, which stand in Chinese beside it, `[…]` says so."""
    said: list[tuple[str, RunRole]] = []
    for one, english in ((shown, text) for shown in own for text in shown.english or (None,)):
        if english is not None:
            said.append((_ended(english), "strong") if _leads(one) else (english, role))
        elif not said or said[-1][0] != LEFT_OUT:
            said.append((LEFT_OUT, role))
    parts = [(" ".join(text for text, _ in same), kind) for kind, same in groupby(said, lambda one: one[1])]
    return tuple(Run(text + " " * (at < len(parts)), kind) for at, (text, kind) in enumerate(parts, 1))


def _leads(one: Shown) -> bool:
    """Say whether a segment is the head that a passage begins with."""
    return one.segment.kind == "heading" and one.segment.zh.endswith("。")


def _ended(english: str) -> str:
    return english if english.endswith((".", "!", "?")) else f"{english}."


def _table(block: Table, own: Sequence[Shown]) -> Table:
    """Give a table whose caption and cells say both languages, one under the other."""
    left = list(own)
    caption = (*block.caption, *_below(left.pop(0))) if plain(block.caption).strip() and left else block.caption
    said = {one.segment.zh: one for one in left}

    def cell(one: Cell) -> Cell:
        found = said.get(plain(spoken(one.runs)).strip())
        return one if found is None else replace(one, runs=(*one.runs, *_below(found)))

    return replace(block, rows=tuple(tuple(cell(one) for one in row) for row in block.rows), caption=caption)


def _below(shown: Shown) -> Runs:
    """Give the English of a cell on a line of its own, or the mark of what has none."""
    return (Run(f"\n{shown.english[0]}", lang="en"),) if shown.is_said else (Run(MARK, "mark"),)


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 0


def _said(own: Sequence[Shown]) -> float:
    """Say how much of a passage has English, by its Chinese characters."""
    return sum(one.said for one in own) / max(1, sum(len(one.segment.zh) for one in own))


def _least(own: Sequence[Shown]) -> EnglishStatus:
    """Give the weakest status among those that are shown; `untranslated` if none is."""
    held = {one.status for one in own if one.is_said}
    return next((status for status in reversed(STATUSES) if status in held), "untranslated")


def _dated(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Say in both languages where and when a report is from, where its page alone says so."""
    line = dateline_of(document)
    if line is None:
        return blocks
    return _below_front(blocks, line, Paragraph((Run(dateline_in_english(document.metadata)),), "byline", lang="en"))


def _explained(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Say what the marks mean below the title and what stands with it."""
    return _below_front(blocks, Paragraph(_SIGNS_ZH, "status"), Paragraph((Run(_SIGNS),), "status", lang="en"))


_SIGNS_ZH = (Run(f"{MARK}：尚无英文；"), Run(LEFT_OUT, lang="en"), Run("：此处中文未译。"))
_SIGNS = f"{MARK}: not yet in English; {LEFT_OUT}: part of the Chinese that is not translated."


def _below_front(blocks: Sequence[Block], *lines: Block) -> tuple[Block, ...]:
    """Set lines below the title and what stands with it."""
    first = next((place for place, block in enumerate(blocks) if not _is_front(block)), len(blocks))
    return (*blocks[:first], *lines, *blocks[first:])


def _is_front(block: Block) -> bool:
    return _is_title(block) or (isinstance(block, Paragraph) and block.role in ("subtitle", "byline", "date"))


def _count(own: Sequence[Shown]) -> Iterator[Block]:
    whole = Counter(one.status for one in own if one.is_whole)
    partly = sum(one.is_said and not one.is_whole for one in own)
    kinds = [f"{whole[status]} {_WHO[status]}" for status in STATUSES if whole[status]]
    none = len(own) - whole.total() - partly
    cells = any(one.segment.kind == "term" for one in own)
    counted = "headings, sentences, and table cells" if cells else "headings and sentences"
    chinese = (
        f"全文标题、句子{'和表格单元' * cells}{len(own)}处，有英文的{whole.total()}处，部分有英文的{partly}处，"
        f"其余{none}处只有中文（{MARK}、{LEFT_OUT}）。"
    )
    english = (
        f"Of {len(own)} {counted}, {whole.total()} have English "
        f"({'; '.join(kinds) or 'none'}), {partly} have some; {none} are in Chinese only ({MARK}, {LEFT_OUT})."
    )
    yield Paragraph((Run(chinese),), "status")
    yield Paragraph((Run(english),), "status", lang="en")


_WHO: Mapping[EnglishStatus, str] = {
    "verified": "verified, that is rendered by rule, with every word and figure traced to the Chinese",
    "reviewed": "approved by a person",
    "machine": "from a translator, with figures and terms checked but not the meaning",
}
