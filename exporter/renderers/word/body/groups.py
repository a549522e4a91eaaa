"""Tell which blocks of a Word file are written together: side by side, over one date, or in one paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from exporter.model import Block, Heading, ListBlock, Note, Paragraph, Table
from exporter.renderers.word.body.sheets import GAP
from exporter.renderers.word.body.writing import Place, Writing
from exporter.renderers.word.official.joint import joint_parts
from exporter.renderers.word.parts.styles import letters_of, style_of
from exporter.renderers.word.sizes import GAP_ENOUGH, pairs_in_columns, short_notes


def groups(blocks: Sequence[Block], writing: Writing, place: Place) -> Iterator[tuple[list[Block], Block | None]]:
    """Give each block with the one that follows it, and those that go side by side together."""
    columns = set() if place.cell else pairs_in_columns(blocks)
    short = set() if place.cell else short_notes(blocks, writing.notes, writing.style)
    joint = {} if place.cell else joint_parts(blocks, writing.style, writing.form)
    joint |= _run_ins(blocks, writing)
    steps = pairwise((*blocks, None))

    def kinds(step: tuple[Block | None, Block | None]) -> tuple[bool, bool, str]:
        return id(step[0]) in columns, id(step[0]) in short, joint.get(id(step[0]), "")

    for kind, group in groupby(steps, key=kinds):
        members = [(block, following) for block, following in group if block is not None]
        if any(kind):
            yield [block for block, _ in members], members[-1][1]
        else:
            yield from (([block], following) for block, following in members)


def _run_ins(blocks: Sequence[Block], writing: Writing) -> dict[int, str]:
    """Give each heading that opens a paragraph, with that paragraph, by `id` of the block."""
    found: dict[int, str] = {}
    for at, (block, after) in enumerate(pairwise(blocks)):
        runs_in = writing.style.run_in and isinstance(block, Heading) and block.run_in
        if runs_in and isinstance(after, Paragraph) and after.role == "body":
            found |= {id(block): f"run in {at}", id(after): f"run in {at}"}
    return found


def gap_above(block: Block, last: Block | None, place: Place) -> str:
    """A table without a caption stands a little below the text above it; a heading has its own distance."""
    bare = isinstance(block, Table) and not block.caption and isinstance(last, Paragraph | Note | ListBlock)
    return GAP if bare and not place.break_before else ""


def has_room_above(block: Block, writing: Writing) -> bool:
    """A heading that keeps its own distance needs no gap below the table above it."""
    return isinstance(block, Heading) and letters_of(style_of(block, False), writing.style).before >= GAP_ENOUGH
