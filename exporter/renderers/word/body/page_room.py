"""Share out what the pages of a brief have left among their sections, so that none ends in a hole."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Block, Heading
from exporter.renderers.layout.brief_parts import sheets
from exporter.renderers.layout.table_widths import PT_PER_MM, text_height
from exporter.renderers.word.body.cover import cover_room
from exporter.renderers.word.body.pagination import lay_out
from exporter.renderers.word.markup import twips
from exporter.renderers.word.official.direct import Direct
from exporter.renderers.word.parts.styles import letters_of, style_of
from exporter.style import Style

SPARE = 48.0
"""pt left free at the foot of each page: programs differ in where they break lines."""
MOST = 32.0
"""pt that are put above a section at the most."""


def room_above(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what stands above parts of a brief, its cover's and its pages', by `id` of their first block."""
    return page_room(blocks, style) | cover_room(blocks, style) if style.kind == "brief" else {}


def page_room(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what stands above the heading of each section but the first of a page, by `id` of the heading."""
    found: dict[int, Direct] = {}
    for parts in sheets(blocks):
        page = [block for part in parts for block in part.blocks]
        heads = [block for block in page[1:] if isinstance(block, Heading) and block.level == 1]
        free = text_height(style) - SPARE - _height(page, style)
        for head in heads if free > 0 else ():
            above = letters_of(style_of(head, False), style).before + min(MOST, free / len(heads))
            found[id(head)] = Direct(properties=f'<w:spacing w:before="{twips(above / PT_PER_MM)}"/>')
    return found


def _height(page: Sequence[Block], style: Style) -> float:
    strips = [laid.strip for laid in lay_out(page, style, {}, 0)]
    return sum(strip.before + strip.height + strip.after for strip in strips)
