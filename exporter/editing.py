"""Build a document by hand, walk through it, change it; what was changed has no place in the source any more.

paper = document("关于开展检查的通知", heading("一、检查内容"), "检查分三步进行。")
for block in walk(paper): ...
shorter = changed(paper, lambda block: None if isinstance(block, Table) else block)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias, get_args

from exporter.errors import require
from exporter.model import (
    Alteration,
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    Note,
    Notice,
    Pair,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Span,
    Table,
)

Change: TypeAlias = Callable[[Block], Block | None]
"""Gives a block as it shall be, the same where nothing changes, None to leave it out."""


def document(title: str, *blocks: Block | str, metadata: Metadata | None = None) -> Document:
    """Build a document: its title as a heading of level 0, then blocks; a text alone is a paragraph."""
    require(title, str, "title", "give the title of the document")
    meta = replace(metadata or Metadata(), title=title)
    body = [paragraph(block) if isinstance(block, str) else block for block in blocks]
    for block in body:
        require(block, get_args(Block), "blocks", "give blocks, or texts for paragraphs")
    return Document(meta, (Heading(0, (Run(title),)), *body))


def heading(text: str, level: int = 1, number: str = "") -> Heading:
    """Build a heading; `number` (`一、`) is printed before the text."""
    require(text, str, "text", "give the text of the heading")
    return Heading(level, (Run(text),), number)


def paragraph(text: str, role: ParagraphRole = "body") -> Paragraph:
    """Build a paragraph of one text."""
    require(text, str, "text", "give the text of the paragraph")
    return Paragraph((Run(text),), role)


def table(rows: Iterable[Iterable[str]], header_rows: int = 1) -> Table:
    """Build a table from texts."""
    return Table(tuple(tuple(_cell(text) for text in row) for row in rows), header_rows)


def _cell(text: str) -> Cell:
    require(text, str, "rows", "give the text of each cell")
    return Cell((Run(text),))


def walk(whole: Document) -> Iterator[Block]:
    """Give every block of body and appendix in order, those inside pairs behind their pair."""
    yield from _deep((*whole.blocks, *whole.appendix))


def changed(whole: Document, change: Change) -> Document:
    """Give the document with every block of body and appendix as `change` gives it back.

    What was changed has no place in the source (`placed`). Raises ArgumentError where `change` gives no block.
    """
    return placed(replace(whole, blocks=_each(whole.blocks, change), appendix=_each(whole.appendix, change)))


def placed(whole: Document) -> Document:
    """Give the document with no place but true ones: a run's text is what the source says at its span, as mended.

    Every document that a reader gives keeps this law and comes back as it is. Text that was changed or
    added by hand loses its spans, and a notice `document.changed` says how many blocks there are.
    """
    if whole.origin is None or whole.kind == "brief":
        return whole
    source = _Source(whole.origin.text, whole.alterations)
    blocks, appendix = (tuple(map(source.placed, blocks)) for blocks in (whole.blocks, whole.appendix))
    count = sum(map(_without_place, (*blocks, *appendix)))
    if not count:
        return whole
    said = f"{count} passages stand nowhere in the source, changed or added by hand; their figures are not traced"
    notice = Notice("document.changed", said)
    notices = whole.notices if notice in whole.notices else (*whole.notices, notice)
    return replace(whole, blocks=blocks, appendix=appendix, notices=notices)


class _Source:
    """The text of a source and what reading has mended in it."""

    def __init__(self, text: str, alterations: Iterable[Alteration]) -> None:
        self._text = text
        self._alterations = sorted(alterations, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._alterations]

    def placed(self, block: Block) -> Block:
        """Give the block with true places only."""
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs) | Note(runs=runs):
                true, span = self._true(runs, block.span)
                return block if true is runs and span is block.span else replace(block, runs=true, span=span)
            case ListBlock(items=items):
                done = tuple(map(self._item, items))
                whole = all(one is other for one, other in zip(done, items, strict=True))
                return block if whole else replace(block, items=done, span=None)
            case Table(rows=rows):
                cells = tuple(tuple(map(self._cell, row)) for row in rows)
                whole = all(a is b for new, old in zip(cells, rows, strict=True) for a, b in zip(new, old, strict=True))
                return block if whole else replace(block, rows=cells, span=None)
        return block

    def _item(self, item: ListItem) -> ListItem:
        true, span = self._true(item.runs, item.span)
        return item if true is item.runs and span is item.span else replace(item, runs=true, span=span)

    def _cell(self, cell: Cell) -> Cell:
        true, span = self._true(cell.runs, cell.span)
        return cell if true is cell.runs and span is cell.span else replace(cell, runs=true, span=span)

    def _true(self, runs: Runs, span: Span | None) -> tuple[Runs, Span | None]:
        """Give runs, and the span of what they stand in, as far as the source bears them out."""
        if all(run.span and self._says(run.span) == run.text for run in runs):
            return runs, span
        true = tuple(run if run.span and self._says(run.span) == run.text else replace(run, span=None) for run in runs)
        return true, None

    def _says(self, span: Span) -> str:
        """Give the text of the source at a span, with what was mended there."""
        said, at = [], span.start
        for one in self._alterations[bisect_left(self._starts, span.start) :]:
            if one.span.start > span.end:
                break
            if at <= one.span.start and one.span.end <= span.end:
                said += [self._text[at : one.span.start], one.now]
                at = one.span.end
        return "".join([*said, self._text[at : span.end]])


def _without_place(block: Block) -> bool:
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs) | Note(runs=runs):
            return _lost(runs)
        case ListBlock(items=items):
            return any(_lost(item.runs) for item in items)
        case Table(rows=rows):
            return any(_lost(cell.runs) for row in rows for cell in row)
    return False


def _lost(runs: Runs) -> bool:
    return any(run.text.strip() and run.span is None for run in runs)


def _each(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    made = tuple(found for found in map(change, blocks) if found is not None)
    for one in made:
        require(one, get_args(Block), "change", "give back a block, or None to leave it out")
    return made


def _deep(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Pair):
            yield from _deep((*block.zh, *block.en))
