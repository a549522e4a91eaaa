"""Foresee the page on which a paper is signed, so that text stands on it with who signs (GB/T 9704-2012, 7.3.5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from exporter.model import Block, Heading, ListBlock, Paragraph
from exporter.renderers.layout.closings import signatures
from exporter.renderers.layout.forms import is_one, words
from exporter.renderers.layout.red_head import RULE
from exporter.renderers.layout.table_widths import measure_of, text_height
from exporter.renderers.word.body.line_distance import Closing, distance, lined, may_part, part_freely
from exporter.renderers.word.body.pagination import lay_out, lay_text
from exporter.renderers.word.body.titles import lines_end
from exporter.renderers.word.body.writing import Writing
from exporter.renderers.word.markup import PT
from exporter.renderers.word.official.direct import PLAIN, Direct
from exporter.renderers.word.official.head import RULE_BELOW
from exporter.renderers.word.official.joint import joint_heights
from exporter.renderers.word.parts.styles import letters_of, style_of
from exporter.renderers.word.sizes import ems
from exporter.style import TextStyle
from exporter.typesetting.pages import Strip

LONG = 84.0
"""Characters of three lines: a paragraph of so many moves to the next page without leaving much white."""
SOON = 3000
"""Characters of a text that is signed on one of its first pages."""


def kept_together(blocks: Sequence[Block], found: Mapping[int, Direct], writing: Writing) -> dict[int, Direct]:
    """Give what is special about blocks, by `id`, changed so that no signature opens a page.

    What stands above a signature stays on its page. LibreOffice moves a paragraph whole that is kept with the next:
    where that would leave much white, or a first page without text (7.3.3), lines are set closer or wider instead,
    as the standard has it.
    """
    changed: dict[int, Direct] = {}
    style, usual = writing.style, writing.style.text["body"].line
    for text, first, date in signatures(blocks):
        end = _last(blocks, date) + 1
        alone = is_one(blocks[text - 1] if text else None, "addressee") and is_one(blocks[text], "body")
        long = alone or ems(words(blocks[text])) > LONG
        kept, pitch, lone = blocks[text:first], 0.0, False
        start = text - 1 if alone else _start(blocks, text)
        if long or (not changed and sum(len(words(one)) for one in blocks[:text]) < SOON):
            lines = tuple(_strips(blocks[:end], found, writing))
            below = writing.foot if end == len(blocks) else 0.0
            closing = Closing(lines, start, text, first, alone, usual, text_height(style), below)
            parts = may_part(closing)
            running = all(isinstance(one, Heading | Paragraph | ListBlock) for one in blocks[start:end])
            pitch, lone = distance(closing) if parts and running else (0.0, False)
            kept = kept[1:] if alone or pitch > usual or (long and not parts) else kept
        changed |= {id(one): _keeping(one, found) for one in kept}
        for one in blocks[start:end] if pitch else ():
            direct = lined(changed.get(id(one), found.get(id(one), PLAIN)), pitch, usual)
            changed[id(one)] = part_freely(direct) if lone and one is blocks[text] else direct
    return {**found, **changed}


def _keeping(block: Block, found: Mapping[int, Direct]) -> Direct:
    return replace(found.get(id(block), PLAIN), keep=True)


def _start(blocks: Sequence[Block], text: int) -> int:
    """Find where the text of a paper begins, below its head."""
    below = (at for at, one in enumerate(blocks[:text]) if is_one(one, "addressee", "body") or _is_heading(one))
    return next(below, text)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading) and block.level > 0


# ---------------------------------------------------------------- lines


def _last(blocks: Sequence[Block], date: int) -> int:
    """Find the last line of what closes a paper: its date, or a remark below it."""
    below = date + 1
    while below < len(blocks) and is_one(blocks[below], "remark", "status"):
        below += 1
    return below - 1


def _strips(blocks: Sequence[Block], found: Mapping[int, Direct], writing: Writing) -> Iterator[tuple[int, Strip]]:
    """Lay blocks out with what is special about each; each strip with the place of its block."""
    opening, style = "", writing.style
    taken = {id(one): found.get(id(one), PLAIN).above for one in blocks}
    joint = joint_heights(blocks, taken, style, writing.form)
    for at, (block, after) in enumerate(pairwise((*blocks, None))):
        assert block is not None
        if isinstance(block, Heading) and block.run_in and style.run_in and is_one(after, "body"):
            opening = words(block)
            continue
        if id(block) in joint:
            yield from [(at, Strip(joint[id(block)]))] if joint[id(block)] else []
            continue
        if not isinstance(block, Heading | Paragraph):
            yield from ((at, laid.strip) for laid in lay_out((block,), style, {}, 0))
            continue
        direct = found.get(id(block), PLAIN)
        name = direct.style or style_of(block, False)
        letters = letters_of(name, style)
        letters = replace(letters, **_said(direct.properties))
        ruled = RULE_BELOW + RULE if "<w:pBdr>" in direct.properties else 0.0
        text = "\u3000" if direct.letters else opening + words(block)
        laid = _broken(list(lay_text(text, letters, measure_of(style))), text, name, letters, writing)
        for place, strip in enumerate(laid):
            opens = direct.new_page and place == 0
            yield at, replace(strip, height=strip.height + ruled, keep_next=False, break_before=opens)
        opening = ""


def _broken(strips: list[Strip], text: str, name: str, letters: TextStyle, writing: Writing) -> list[Strip]:
    """Give the lines of a title: it may have more than fill a measure, since they end where its meaning has them."""
    room = measure_of(writing.style) / (letters.size + letters.tracking) - letters.left - letters.right
    count = len(lines_end(text, name, letters, room, writing.typed)) + 1
    if count <= len(strips):
        return strips
    inner = replace(strips[0], before=0.0, after=0.0)
    return [replace(strips[0], after=0.0), *[inner] * (count - 2), replace(inner, after=strips[-1].after)]


_SET = re.compile(r'w:(before|after|line|leftChars|hangingChars)="(\d+)"')
_FIELDS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "before": ("before", 1 / PT),
        "after": ("after", 1 / PT),
        "line": ("line", 1 / PT),
        "leftChars": ("left", 0.01),
        "hangingChars": ("indent", -0.01),
    }
)


def _said(properties: str) -> dict[str, Any]:
    """Give the fields of a text style that properties of a paragraph set, in its units."""
    return {_FIELDS[key][0]: int(value) * _FIELDS[key][1] for key, value in _SET.findall(properties)}
