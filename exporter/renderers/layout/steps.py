"""Take blocks one step at a time: alone, a heading with the text it runs into, or notes side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.model import Block, Heading, Note, Paragraph
from exporter.renderers.layout.composition import western
from exporter.renderers.layout.official_parts import placed_apart
from exporter.renderers.layout.red_head import Direct
from exporter.style import Style


class Alone(NamedTuple):
    """A block by itself, and how it differs from its role."""

    block: Block
    direct: Direct | None = None


class RunIn(NamedTuple):
    """A heading set in one line with the paragraph that it opens."""

    heading: Heading
    paragraph: Paragraph


class Columns(NamedTuple):
    """Notes that stand in columns."""

    notes: tuple[Note, ...]


Step = Alone | RunIn | Columns


def lines_with_english(blocks: Sequence[Block]) -> dict[int, int | None]:
    """Say how many last lines of a passage stay on the page of its own English below it, by `id` of its block."""
    return {
        id(one): 1
        for one, other in pairwise(blocks)
        if isinstance(one, Paragraph) and isinstance(other, Paragraph) and one.span is not None
        if one.span == other.span and western(other.lang) and not western(one.lang)
    }


def steps(blocks: Sequence[Block], style: Style) -> Iterator[Step]:
    """Give the steps of a sequence of blocks, in order, nothing left out."""
    special = placed_apart(blocks, style)
    at = 0
    while at < len(blocks):
        block, follows = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if style.run_in and _runs_in(block) and isinstance(follows, Paragraph) and follows.role == "body":
            assert isinstance(block, Heading)
            yield RunIn(block, follows)
            at += 2
        elif style.note_columns > 1 and isinstance(block, Note) and isinstance(follows, Note):
            notes = _notes_from(blocks, at)
            yield Columns(notes)
            at += len(notes)
        else:
            yield Alone(block, special.get(at))
            at += 1


def _runs_in(block: Block) -> bool:
    return isinstance(block, Heading) and block.run_in


def _notes_from(blocks: Sequence[Block], start: int) -> tuple[Note, ...]:
    notes: list[Note] = []
    for at in range(start, len(blocks)):
        block = blocks[at]
        if not isinstance(block, Note):
            break
        notes.append(block)
    return tuple(notes)
