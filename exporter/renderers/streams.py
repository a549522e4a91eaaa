"""Move the glyphs of a PDF's text to where composed lines want them.

The engine lays a line out at its natural width; what it draws is a row of glyphs, and between
two glyphs a PDF may say how far to move (ISO 32000-1, 9.4.3, `TJ`). A line is known by its glyphs:
whatever the table does not know (page numbers, the text of charts) stays as it was drawn.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

Glyphs: TypeAlias = str
"""Glyph numbers in the order of drawing, four hexadecimal digits each."""


Moves: TypeAlias = tuple[float, ...]
"""How far to move before each glyph of a row, in thousandths of an em."""


class Row(NamedTuple):
    """What is known of a row of glyphs beside the glyphs."""

    moves: Moves
    lang: str | None = None
    """None: the language of the document."""


class Table:
    """Rows by their glyphs; equal ones are served in the order in which they were added."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        self._rows: dict[Glyphs, deque[Row]] = {}

    def add(self, glyphs: Glyphs, row: Row) -> None:
        """Add a row that will be drawn after all that were added before."""
        self._rows.setdefault(glyphs, deque()).append(row)

    def take(self, glyphs: Glyphs) -> Row | None:
        """Give a row that is being drawn, once."""
        rows = self._rows.get(glyphs)
        return rows.popleft() if rows else None

    def left(self) -> int:
        """Count the rows that were not drawn."""
        return sum(len(rows) for rows in self._rows.values())


def spread(operators: list[Any], table: Table) -> list[tuple[int, str]]:
    """Rewrite the text of one content stream in place; `operators` is a list of bytes and dictionaries.

    Returns the rows in a language of their own: the number of their marked content, and the language.
    """
    spoken: list[tuple[int, str]] = []
    for mcid, start, stop in _rows(operators):
        shown = [at for at in range(start, stop) if _is_shown(operators[at])]
        glyphs = [_glyphs(operators[at]) for at in shown]
        row = table.take("".join(glyphs))
        if row is None:
            continue
        rest = _whole(row.moves)
        for at, part in zip(shown, glyphs, strict=True):
            operators[at] = _show(part, rest)
        if row.lang is not None and mcid is not None:
            spoken.append((mcid, row.lang))
    return spoken


def _rows(operators: Sequence[Any]) -> Iterator[tuple[int | None, int, int]]:
    """Find the rows: from one text matrix to the next, or to the end of the text object."""
    start: int | None = None
    mcid: int | None = None
    for at, operator in enumerate(operators):
        if not isinstance(operator, bytes):
            mcid = operator.get("MCID", mcid) if isinstance(operator, dict) else mcid
        elif operator.endswith(b" Tm") or operator == b"ET":
            if start is not None:
                yield mcid, start, at
            start = at if operator.endswith(b" Tm") else None


def _is_shown(operator: object) -> bool:
    return isinstance(operator, bytes) and operator.endswith(b"] TJ")


_HEX = re.compile(rb"<([0-9a-f]*)>")


def _glyphs(operator: bytes) -> Glyphs:
    return b"".join(_HEX.findall(operator)).decode()


def _whole(moves: Moves) -> Iterator[int]:
    """Give the moves as whole numbers whose sums stray from the wanted ones by half a thousandth at most."""
    wanted = done = 0.0
    for move in moves:
        wanted += move
        step = round(wanted - done)
        done += step
        yield step


def _show(glyphs: Glyphs, moves: Iterator[int]) -> bytes:
    """Write a row: each glyph after the move before it."""
    parts: list[str] = []
    open_row = False
    for at in range(0, len(glyphs), 4):
        move = next(moves)
        if move or not open_row:
            parts.append((">" if open_row else "") + (f"{-move}" if move else "") + "<")
            open_row = True
        parts.append(glyphs[at : at + 4])
    return f"[{''.join(parts)}>] TJ".encode() if open_row else b"[] TJ"
