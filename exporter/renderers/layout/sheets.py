"""Tell which blocks stand on paper of their own: a table too wide for the page, with what heads and explains it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from exporter.model import Block, Heading, Paragraph, Table
from exporter.renderers.layout.forms import is_label, is_one, words
from exporter.renderers.layout.official_parts import explains_table
from exporter.renderers.layout.table_widths import COLUMNS, PT_PER_MM, column_count, measure_of, text_height, too_wide
from exporter.style import Style

Sheet: TypeAlias = Literal["upright", "landscape", "a3"]
"""A4 as the page has it, A4 on its side (GB/T 9704-2012, 8), or A3 as wide as two pages."""
A3 = 420.0
"""mm: width of a sheet of A3, which is as high as A4."""
LEAST = 0.6
"""Share of its size below which the text of a table on A4 could not be read."""
HEADS = 20
"""Most characters of a line over a table that is neither heading nor title: 单位：万元."""


def width_on(sheet: Sheet, style: Style) -> float:
    """Give the width in mm of the type area on a sheet."""
    if sheet == "landscape":
        return text_height(style) / PT_PER_MM
    return style.measure + (A3 - style.page.width if sheet == "a3" else 0.0)


def sheets_of(blocks: Sequence[Block], style: Style) -> dict[int, Sheet]:
    """Give the sheet of each block that stands on another than the page, by `id` of the block.

    A heading, a label with its title and a line of units go with the table that they stand over, notes with the
    one that they stand under.
    """
    found: dict[int, Sheet] = {}
    for at, block in enumerate(blocks):
        sheet = _sheet(block, style)
        if sheet == "upright":
            continue
        first = _first(blocks, at)
        last = at + 1
        while last < len(blocks) and explains_table(blocks[last]):
            last += 1
        found |= {id(one): sheet for one in blocks[first:last] if id(one) not in found}
    return found


def _sheet(block: Block, style: Style) -> Sheet:
    if style.kind != "document" or not isinstance(block, Table) or column_count(block) > COLUMNS:
        return "upright"  # more columns than a table can have are folded
    if not too_wide(block, measure_of(style), style):
        return "upright"
    return "a3" if too_wide(block, text_height(style), style, LEAST) else "landscape"


def _first(blocks: Sequence[Block], at: int) -> int:
    """Find the first of the lines that head a table."""
    while at and _heads(blocks, at - 1):
        at -= 1
    return at


def _heads(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    titled = at == 0 or is_label(blocks[at - 1])
    if is_label(block) or (isinstance(block, Heading) and (block.level > 0 or titled)):
        return True
    if not isinstance(block, Paragraph):
        return False
    return (
        (titled and at > 0)
        or is_one(block, "caption")
        or (len(words(block)) <= HEADS and bool(_UNIT.search(words(block))))
    )


_UNIT = re.compile(r"单位[:：]|填报|[（(]单位")
