"""Part the blocks of a brief into its pages, and each page into its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.model import Block, Cards, Heading, PageBreak, Paragraph, Picture

NAMES_DOWN = 0.3
"""Share of a page of text above the names of a document on a cover, under the logo."""
GAP = (10.0, 34.0)
"""pt between two sections: the least, and the most that free room widens it to."""


class Part(NamedTuple):
    """Blocks that stand together on a page, and what they are."""

    name: str
    """`masthead`, `figures`, `foot` or `section`."""
    blocks: tuple[Block, ...]


def sheets(blocks: Sequence[Block]) -> Iterator[tuple[Part, ...]]:
    """Give the parts of each page; pages end where the brief says so."""
    parts: list[Part] = []
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            yield (*parts, *_parted(held))
            parts, held = [], []
            continue
        if held and _opens(block, held[-1]):
            parts += _parted(held)
            held = []
        held.append(block)
    yield (*parts, *_parted(held))


def is_cover(parts: Sequence[Part]) -> bool:
    """Tell whether a page that others follow says of the brief only what it is, and whose."""
    return [part.name for part in parts] in (["masthead"], ["masthead", "foot"])


def cover_of(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Give the parts of the cover that opens a brief; none where it has no cover."""
    first, *others = sheets(blocks)
    return first if others and is_cover(first) else ()


def _parted(held: Sequence[Block]) -> list[Part]:
    return [Part(_name(held[0]), tuple(held))] if held else []


def _opens(block: Block, last: Block) -> bool:
    """Tell whether a part begins with a block."""
    if isinstance(block, Paragraph) and block.role == "provenance":
        return not (isinstance(last, Paragraph) and last.role == "provenance")
    return isinstance(block, Cards) or (isinstance(block, Heading) and block.level == 1)


def _name(block: Block) -> str:
    match block:
        case Paragraph(role="provenance"):
            return "foot"
        case Paragraph(role="byline") | Heading(level=0) | Picture():
            return "masthead"
        case Cards():
            return "figures"
        case _:
            return "section"
