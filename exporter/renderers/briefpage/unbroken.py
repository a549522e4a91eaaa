"""Take out of a brief what its sheets of paper put in: page breaks, headings set again, tables that were cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exporter.model import Block, Heading, PageBreak, Table, plain

AGAIN = "（续）"
"""Stands behind a heading that is set again where its section goes on."""


def unbroken(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give the blocks as one page has them: a section in one piece, under one heading."""
    found: list[Block] = []
    broken = False
    for block in blocks:
        if isinstance(block, PageBreak):
            broken = True
        elif broken and _is_again(block):
            continue
        elif broken and isinstance(block, Table) and found and _goes_on(found[-1], block):
            held = found.pop()
            assert isinstance(held, Table)
            found.append(replace(held, rows=(*held.rows, *block.rows[block.header_rows :])))
            broken = False
        else:
            found.append(block)
            broken = False
    return tuple(found)


def _is_again(block: Block) -> bool:
    return (
        isinstance(block, Heading)
        and block.level == 1
        and (AGAIN in plain(block.runs) or _ENGLISH in plain(block.runs))
    )


_ENGLISH = "(continued)"


def _goes_on(held: Block, table: Table) -> bool:
    same = isinstance(held, Table) and held.header_rows == table.header_rows and held.widths == table.widths
    return same and isinstance(held, Table) and held.rows[: held.header_rows] == table.rows[: table.header_rows]
