"""Put those who sign a paper together in rows beside its number, two to a row (GB/T 9704-2012, 7.2.6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from exporter.elements import signers_of
from exporter.model import Block, Paragraph, Run, Runs, plain
from exporter.renderers.layout.forms import head_of, is_one, signed_below, words
from exporter.renderers.layout.table_widths import characters_of
from exporter.style import Style

ROW = 2
"""Names in a row."""
_SIGNED = re.compile(r"(签\s?发\s?人\s?[:：]\s?)(.*)", re.DOTALL)


def with_signatories(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the blocks with the names of who signs in Kai, more than two in rows: the last is beside the number."""
    blocks = _number_first(blocks)
    signed = [block for block in head_of(blocks) if isinstance(block, Paragraph) and block.role == "signatory"]
    if not signed and (below := signed_below(blocks)) is not None:
        signed = [block for block in blocks[below : below + 1] if isinstance(block, Paragraph)]
    said = _SIGNED.fullmatch(" ".join(map(words, signed)))
    names = signers_of(said[2]) if said else []
    number = next((one for one in head_of(blocks) if is_one(one, "document_number")), None)
    if said is None or number is None or len(names) <= ROW:
        return tuple(
            replace(one, runs=_named(one.runs)) if isinstance(one, Paragraph) and one in signed else one
            for one in blocks
        )
    starts = range(0, len(names), ROW)
    rows = [_row(signed[0], "" if start else said[1], names[start : start + ROW], names) for start in starts]
    left = [block for block in blocks if block not in signed]
    at = left.index(number)
    return (*left[:at], *rows[:-1], number, rows[-1], *left[at + 1 :])


def _number_first(blocks: Sequence[Block]) -> Sequence[Block]:
    """Put who signs, typed above the number alone, behind it: its place is beside that."""
    for at, (one, other, behind) in enumerate(zip(blocks[:HEAD], blocks[1:], (*blocks[2:], None), strict=False)):
        if is_one(one, "signatory") and is_one(other, "document_number") and not is_one(behind, "signatory"):
            return (*blocks[:at], other, one, *blocks[at + 2 :])
    return blocks


HEAD = 12
"""Blocks among which the head of a paper stands."""


def lefts(first: Block, style: Style) -> tuple[float, float]:
    """Give the white left of the first row, and of those below, in characters."""
    label = _SIGNED.match(words(first))
    left = characters_of(style) - 1 - len(words(first))
    return left, left + (len(label[1]) if label else 0)


def _row(block: Paragraph, label: str, names: Sequence[str], every: Sequence[str]) -> Paragraph:
    """Give a row: each name as wide as the widest of its column, with a blank between."""
    columns = zip_longest(*(every[start : start + ROW] for start in range(0, len(every), ROW)), fillvalue="")
    wide = [max(map(len, column)) for column in columns]
    said = "\u3000".join(name + "\u3000" * (width - len(name)) for name, width in zip(names, wide, strict=False))
    first = block.runs[0]
    named = replace(first, text=said if label else said.rstrip(), role="emphasis")
    return replace(block, runs=(replace(first, text=label, role="plain"), named) if label else (named,))


def _named(runs: Runs) -> Runs:
    """Set the name in Kai behind its label."""
    found = _SIGNED.match(plain(runs))
    if found is None or not runs:
        return runs
    first: Run = runs[0]
    return (replace(first, text=found[1]), replace(first, text=found[2], role="emphasis"))
