"""Share the parts of a brief out among its pages: cut where they may be cut, and fill all pages alike."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from exporter.brief.heights import TABLE_UP, Ruler
from exporter.model import CONTINUED, Block, Heading, Note, Pair, Paragraph, Table

Part = Sequence[Block]
"""The blocks of a section, its heading first."""
GAP = 10.0
"""pt between sections at the least; what a page has left goes there too."""
NOTE_BELOW = 2.0
"""pt between a table and the note under it."""
ROUNDING = 1.0
"""pt that a section may stand higher than its lines."""
WHOLE, HELD = 0.45, 0.2
"""Share of a page up to which a section stays whole, and up to which it does where that leaves a page too empty."""
EMPTY = 0.8
"""Share of a page that is too empty, if less of it is filled."""
ROWS, PASSAGES = 4, 2
"""Rows that stay together at the ends of a table, and of passages, where a section is cut."""
CUT = 0.15
"""What it costs to cut a section, as the share of a page that may stay empty instead."""
FULL = 0.7
"""Share of its pages that a brief fills at the least, or it has fewer."""


class Piece(NamedTuple):
    """Blocks that stay together, and how high they stand."""

    blocks: tuple[Block, ...]
    height: float
    opens: bool
    """They open a section."""
    lead: float = 0.0
    """pt more at the head of a page: the heading, and the head of a table, are set again."""
    goes_on: Heading | None = None
    """The heading of a section that was cut before this piece."""


def cut(part: Part, ruler: Ruler, kept: float = WHOLE) -> Iterator[Piece]:
    """Cut a section between its pairs, and a long table between its rows; its heading stays with what follows.

    What is no higher than the share of a page that is `kept` stays whole.
    """
    again = _again(part[0]) if part else None
    lead = ruler.height(again) if again else 0.0
    whole = _whole(part, ruler)
    for piece in [whole] if whole.height <= kept * ruler.page else _pieces(part, ruler):
        yield piece if piece.opens else piece._replace(lead=piece.lead + lead, goes_on=again)


def _again(heading: Block) -> Heading | None:
    """Head the part of a section that stands on a later page."""
    if not isinstance(heading, Heading) or heading.level != 1:
        return None
    runs = []
    for at, run in enumerate(heading.runs):
        last = at + 1 == len(heading.runs) or heading.runs[at + 1].lang != run.lang
        said = f" {CONTINUED[1]}" if (run.lang or heading.lang) == "en" else CONTINUED[0]
        runs.append(replace(run, text=run.text + said) if last else run)
    return replace(heading, runs=tuple(runs))


def _pieces(part: Part, ruler: Ruler) -> Iterator[Piece]:
    notes = tuple(block for block in part if isinstance(block, Note))
    rest = [block for block in part if not isinstance(block, Note)]
    if len(rest) > 1 and isinstance(rest[1], Table) and _may_be_cut(rest[1]):
        *rows, last = _rows(rest[0], rest[1], ruler)
        yield from rows
        below = list(takewhile(lambda block: not isinstance(block, Pair), rest[2:]))
        yield last._replace(
            blocks=(*last.blocks, *below), height=last.height + _high((rest[1], *below), ruler) - ruler.height(rest[1])
        )
        if further := rest[2 + len(below) :]:
            yield Piece(tuple(further), _high(further, ruler) + ROUNDING, opens=False)
        return
    held: list[Block] = []
    opens, ends = True, _ends_of_pieces(rest)
    for at, block in enumerate(rest):
        held.append(block)
        if at in ends:
            yield Piece(tuple(held), _high(held, ruler), opens)
            held, opens = [], False
    yield _whole((*held, *notes), ruler)._replace(opens=opens)


def _whole(part: Part, ruler: Ruler) -> Piece:
    """Take blocks together, their notes in columns below."""
    notes = tuple(block for block in part if isinstance(block, Note))
    rest = [block for block in part if not isinstance(block, Note)]
    high = _high(rest, ruler) + (ruler.notes(notes) if notes else 0.0)
    return Piece((*rest, *notes), high + ROUNDING, opens=True)


def _ends_of_pieces(blocks: Sequence[Block]) -> frozenset[int]:
    """Find behind which of several passages a page may end: some stay together at either end."""
    pairs = [at for at, block in enumerate(blocks) if isinstance(block, Pair)]
    return frozenset(pairs[PASSAGES - 1 : -PASSAGES])


def _high(blocks: Sequence[Block], ruler: Ruler) -> float:
    below = sum(isinstance(one, Table) and isinstance(two, Paragraph) for one, two in pairwise(blocks))
    return sum(map(ruler.height, blocks)) + below * NOTE_BELOW


def _rows(heading: Block, table: Table, ruler: Ruler) -> Iterator[Piece]:
    head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
    lead = ruler.height(replace(table, rows=head)) + TABLE_UP if head else 0.0
    few = _together(table)
    ends = [few, *range(few + 1, len(body) - few + 1), len(body)]
    first = replace(table, rows=(*head, *body[:few]))
    yield Piece((heading, first), ruler.height(heading) + ruler.height(first) + ROUNDING, opens=True)
    for start, end in pairwise(ends):
        rows = replace(table, rows=(*head, *body[start:end]))
        yield Piece((rows,), ruler.height(rows) + TABLE_UP - lead, opens=False, lead=lead)


def _may_be_cut(table: Table) -> bool:
    """Tell whether a table has rows for two pages: three on each under its head, passages from the fourth on."""
    return len(table.rows) - table.header_rows >= 2 * _together(table) + (0 if table.header_rows else 2)


def _together(table: Table) -> int:
    return ROWS if table.header_rows else PASSAGES


def pages_of(pieces: Sequence[Piece], page: float) -> int:
    """Count the pages that pieces fill one after the other."""
    pages, used = 1, 0.0
    for piece in pieces:
        high = piece.height + (GAP if piece.opens and used else 0)
        if used and used + high > page:
            pages, used, high = pages + 1, 0.0, piece.height + piece.lead
        used += high
    return pages


def fill(pieces: Sequence[Piece], page: float, pages: int) -> float:
    """Say what share of so many pages the pieces fill."""
    return sum(piece.height for piece in pieces) / page / pages


def share(pieces: Sequence[Piece], page: float, pages: int) -> list[Sequence[Piece]]:
    """Share pieces out so that the emptiest page is as full as can be; a piece that fits nowhere has a page alone."""
    best: list[tuple[float, list[int]]] = [(0.0, []), *[(math.inf, [])] * len(pieces)]
    for _ in range(pages):
        best = [(math.inf, []), *(_ended(best, pieces, page, end) for end in range(1, len(pieces) + 1))]
    ends = best[-1][1] or [len(pieces)]
    return [pieces[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _ended(
    best: Sequence[tuple[float, list[int]]], pieces: Sequence[Piece], page: float, end: int
) -> tuple[float, list[int]]:
    """Find the cheapest way to end a page after so many pieces."""
    found: tuple[float, list[int]] = (math.inf, [])
    below = 0.0
    for start in range(end - 1, -1, -1):
        piece = pieces[start]
        below += piece.height + (GAP if start + 1 < end and pieces[start + 1].opens else 0)
        height = below + piece.lead
        if height > page and end - start > 1:
            break
        cost = best[start][0] + max(0.0, 1 - height / page) ** 2 + (0.0 if piece.opens else CUT**2)
        if cost < found[0]:
            found = cost, [*best[start][1], end]
    return found


def emptiest(sheets: Sequence[Sequence[Piece]], page: float) -> float:
    """Say what share of the emptiest page is filled."""
    return min(sum(piece.height for piece in sheet) / page for sheet in sheets)


def joined(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Give the blocks of a page, the rows of a table that stand together as one table."""
    held: Table | None = None
    for block in (block for piece in pieces for block in piece.blocks):
        if isinstance(block, Table) and held is not None and _continues(held, block):
            held = replace(held, rows=(*held.rows, *block.rows[block.header_rows :]))
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Table) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _continues(held: Table, table: Table) -> bool:
    """Tell whether a table is the next piece of the one before: under the same head, or without any."""
    return held.header_rows == table.header_rows and (not table.header_rows or table.rows[0] is held.rows[0])
