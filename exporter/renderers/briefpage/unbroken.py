"""Take out of a brief what its sheets of paper put in: page breaks, headings set again, tables that were cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exporter.model import CONTINUED, Block, Heading, PageBreak, Table, plain


def unbroken(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give the blocks as one page has them: a section in one piece, under one heading."""
    found: list[Block] = []
    broken = False
    for block in blocks:
        if isinstance(block, PageBreak):
            broken = True
        elif not broken or not _is_again(block):
            whole = _whole(found[-1], block) if broken and found else None
            if whole is not None:
                found.pop()
            found.append(whole or block)
            broken = False
    return tuple(found)


def _is_again(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1 and any(mark in plain(block.runs) for mark in CONTINUED)


def _whole(held: Block, block: Block) -> Table | None:
    """Join a table with the rest of it; None where the second is no rest of the first."""
    if not isinstance(held, Table) or not isinstance(block, Table):
        return None
    head = held.header_rows
    alike = (head, held.widths, held.rows[:head]) == (block.header_rows, block.widths, block.rows[: block.header_rows])
    return replace(held, rows=(*held.rows, *block.rows[head:])) if alike else None
