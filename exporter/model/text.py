"""Ask the blocks of a document for their text: as it is said, as it is printed, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from exporter.model.blocks import (
    Block,
    Cards,
    Chart,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)

if TYPE_CHECKING:
    from exporter.model.document import Document


CONTINUED = ("（续）", "(continued)")
"""Behind a heading that is set again where its section goes on, in Chinese and in English."""


def plain(runs: Runs) -> str:
    """Join the text of runs."""
    return "".join(run.text for run in runs)


_SMALL = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"), str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def spoken(runs: Runs) -> Runs:
    """Give the runs of what a text says: struck ones left out, raised and lowered ones as characters of their own.

    A character stands for a character, so that every place in the source stays what it was.
    """
    if all(run.raised == "none" and not run.struck for run in runs):
        return runs
    return tuple(_small(run) for run in runs if not run.struck)


def _small(run: Run) -> Run:
    if run.raised == "none" or run.role == "mark":
        return run
    return replace(run, text=run.text.translate(_SMALL[run.raised == "sub"]), raised="none")


def with_readings(runs: Runs) -> Runs:
    """Give runs for where nothing can stand above the line: how they are read follows in brackets, 鄱（pó）."""
    if not any(run.ruby for run in runs):
        return runs
    return tuple(replace(run, text=f"{run.text}（{run.ruby}）", ruby="") if run.ruby else run for run in runs)


def heading_text(heading: Heading) -> str:
    """Give the heading as printed, number first."""
    return heading.number + plain(heading.runs)


def printed(runs: Runs) -> str:
    """Give the text of runs with how they are read in brackets: what stands on a page, in one line."""
    return plain(with_readings(runs))


def lines_of(block: Block) -> Iterator[str]:  # noqa: C901 - one case a block
    """Give the text of a block as it must come out of every renderer: whole, in order, a line each."""
    match block:
        case Heading():
            yield block.number + printed(block.runs)
        case Paragraph():
            yield printed(block.runs)
        case ListBlock(items=items):
            yield from (item.mark + printed(item.runs) for item in items)
        case Table(rows=rows, caption=caption):
            if caption:
                yield printed(caption)
            yield from (printed(cell.runs) for row in rows for cell in row)
        case Picture(caption=caption):
            if caption:
                yield printed(caption)
        case Chart(title=title):
            if title:
                yield printed(title)
        case Cards(cards=cards):
            for face in (face for card in cards for face in (card.zh, card.en) if face):
                yield from (text for text in (face.label, face.value, face.note) if text)
        case Note(mark=mark, runs=runs):
            yield mark + printed(runs)
        case Pair(zh=zh, en=en):
            for side in (*zh, *en):
                yield from lines_of(side)
        case PageBreak():
            return
        case _:
            assert_never(block)


def all_lines(document: Document) -> Iterator[str]:
    """Give the text of body and appendix, a line each; empty ones are left out."""
    for block in (*document.blocks, *document.appendix):
        yield from (line for line in lines_of(block) if line)


def line_at(text: str, offset: int) -> int:
    """Give the 1-based line that a character stands in."""
    return text.count("\n", 0, offset) + 1
