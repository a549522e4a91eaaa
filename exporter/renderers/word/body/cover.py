"""Give the parts of a brief's cover their room: the logo at its head, the names below, the house at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.model import Block, Picture
from exporter.renderers.layout.brief_parts import NAMES_DOWN, cover_of
from exporter.renderers.word.markup import twips
from exporter.renderers.word.official.direct import Direct
from exporter.style import Style

FOOT_DOWN = 0.38
"""Share of a page of text between the names and the house: a program that breaks more lines still has one page."""


def cover_room(blocks: Sequence[Block], style: Style) -> dict[int, Direct]:
    """Give what stands above the first line of the names and of the house, by `id` of their block."""
    page = style.page.height - style.page.top - style.page.bottom
    found: dict[int, Direct] = {}
    for part, share in zip(cover_of(blocks), (NAMES_DOWN, FOOT_DOWN), strict=False):
        first = next((block for block in part.blocks if not isinstance(block, Picture)), None)
        if first is not None:
            found[id(first)] = Direct(properties=f'<w:spacing w:before="{twips(page * share)}"/>')
    return found
