"""Lay a whole document out in two languages: each passage beside its English, or above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import Literal, TypeAlias

from exporter.dateline import dateline_of
from exporter.english.document import dateline_in_english
from exporter.english.exchange.segments import Segment, segments_of_block
from exporter.english.grammar.in_part import LEFT_OUT
from exporter.english.legend import MARK, legend, tally
from exporter.english.pieces import pieces_of
from exporter.english.shown import NOTHING, STATUSES, Shown, shown_of
from exporter.english.words.numbering import numbered
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

BESIDE = 0.5
"""Share of a passage that has English, from which on the two stand in columns; less goes below its Chinese."""


def bilingual(
    document: Document,
    segments: Sequence[Segment],
    arrangement: Arrangement | None = None,
    known: Mapping[str, str] = NOTHING,
) -> Document:
    """Give the document in two languages; what has no English stays Chinese, is marked, and counted at the end.

    `segments` are those of this document, in its order; `known` is English that its brief has for lines of it.
    Without an arrangement a document of which most has English stands in columns, but for passages that have little.
    """
    left = iter(segments)
    body, behind = (_with_english(blocks, document, left, known) for blocks in (document.blocks, document.appendix))
    own = [one for _, held in (*body, *behind) for one in held]
    if arrangement is None and _said(own) < BESIDE:
        arrangement = "stacked"
    counted = _counted((*body, *behind))
    blocks = _dated(document, tuple(one for part, held in body for one in _placed(part, held, arrangement, counted)))
    if not all(one.is_whole for one in own):
        blocks = _below_front(blocks, *legend(own))
    appendix = tuple(one for part, held in behind for one in _placed(part, held, arrangement, counted))
    count = tuple(tally(own))
    if appendix:
        return replace(document, blocks=blocks, appendix=(*appendix, *count))
    return replace(document, blocks=(*blocks, *count))


Held: TypeAlias = tuple[Block, tuple[Shown, ...]]
"""A block, and what is printed of its segments."""


def _counted(held: Iterable[Held]) -> bool:
    """Say whether a heading without English says its number: where those that have some are counted by it."""
    said = [any(one.is_said for one in own) for block, own in held if isinstance(block, Heading) and block.level]
    return 2 * sum(said) >= len(said)


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


def _placed(block: Block, own: Sequence[Shown], arrangement: Arrangement | None, counted: bool) -> Iterator[Block]:
    """Give a block with its English beside it or below it; one that has none is marked."""
    if isinstance(block, Table):
        yield _table(block, own)
        return
    if isinstance(block, Heading) and block.level:
        yield _headed(block, own, counted)
        return
    english = tuple(_english(block, own))
    if not english:
        yield _marked(block) if own else block
    elif isinstance(block, Note) or _is_title(block) or _goes_below(own, arrangement):
        yield from _stacked(block, own)
    else:
        yield Pair((block,), english, _least(own), block.lang, block.span)


def _goes_below(own: Sequence[Shown], arrangement: Arrangement | None) -> bool:
    return arrangement == "stacked" or (arrangement is None and _said(own) < BESIDE)


def _stacked(block: Block, own: Sequence[Shown]) -> Iterator[Block]:
    """Give a block above its English: a long passage in pieces, each above its own."""
    for piece, held in pieces_of(block, own) if isinstance(block, Paragraph) else ((block, own),):
        english = tuple(_english(piece, held))
        yield piece if english else _marked(piece)
        yield from english


def _headed(heading: Heading, own: Sequence[Shown], counted: bool) -> Heading:
    """Give a heading in both languages, one under the other; it stands above its text, not in it.

    One without English says its number where those around it are `counted` by theirs.
    """
    said = tuple(run for one in own for run in _below(one)) or (Run(MARK, "mark"),)
    number = numbered(heading.number + plain(spoken(heading.runs)))[0].strip()
    if counted and number.strip("—") and not any(one.is_said for one in own):
        said = (Run(f"\n{number} {LEFT_OUT}", lang="en"), Run(MARK, "mark"))
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
            yield Paragraph(_joined(own), "body" if role == "continued" else role, lang="en", span=block.span)
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


def _below_front(blocks: Sequence[Block], *lines: Block) -> tuple[Block, ...]:
    """Set lines below the title and what stands with it."""
    first = next((place for place, block in enumerate(blocks) if not _is_front(block)), len(blocks))
    return (*blocks[:first], *lines, *blocks[first:])


def _is_front(block: Block) -> bool:
    return _is_title(block) or (isinstance(block, Paragraph) and block.role in ("subtitle", "byline", "date"))
