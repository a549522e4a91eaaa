"""Foresee the page on which a paper is signed, so that text stands on it with who signs (GB/T 9704-2012, 7.3.5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

from exporter.model import Block, Heading, Paragraph
from exporter.renderers.layout.closings import signatures
from exporter.renderers.layout.forms import is_one, words
from exporter.renderers.layout.red_head import RULE
from exporter.renderers.layout.table_widths import measure_of, text_height
from exporter.renderers.word.body.pagination import lay_out, lay_text
from exporter.renderers.word.body.titles import lines_end
from exporter.renderers.word.markup import PT
from exporter.renderers.word.official.direct import PLAIN, Direct
from exporter.renderers.word.official.head import RULE_BELOW
from exporter.renderers.word.parts.styles import letters_of, style_of
from exporter.renderers.word.sizes import ems
from exporter.style import Style, TextStyle
from exporter.typesetting.pages import Page, Strip, paginate

LONG = 84.0
"""Characters of three lines: a paragraph of so many moves to the next page without leaving much white."""
NEAR = 2
"""Lines by which programs and this estimate may differ."""


def kept_together(blocks: Sequence[Block], found: Mapping[int, Direct], style: Style) -> dict[int, Direct]:
    """Give what is special about blocks, by `id`, changed so that no signature opens a page.

    What stands above a signature stays on its page. A long paragraph does so only where the page may end between
    the two: LibreOffice moves it whole. Where it is all the text, the first page would show none (7.3.3), and its
    lines are set closer or wider instead, as the standard has it.
    """
    changed: dict[int, Direct] = {}
    for text, first, date in signatures(blocks):
        chain = blocks[text:first]
        opens = is_one(blocks[text - 1] if text else None, "addressee") and is_one(chain[0], "body")
        if ems(words(chain[0])) <= LONG and not opens:
            changed |= {id(one): _keeping(one, found) for one in chain}
            continue
        last = _last(blocks, date)
        lines = tuple(_strips(blocks[: last + 1], found, style))
        if not _may_part(lines, first, last, style):
            changed |= {id(one): _keeping(one, found) for one in chain[1:]}
        elif opens:
            pitch = _pitch(lines, text, style)
            lined = blocks[text - 1 : last + 1] if pitch else ()
            changed |= {id(one): _lined(found.get(id(one), PLAIN), pitch, style.text["body"].line) for one in lined}
        else:
            changed |= {id(one): _keeping(one, found) for one in chain}
    return {**found, **changed}


def _keeping(block: Block, found: Mapping[int, Direct]) -> Direct:
    return replace(found.get(id(block), PLAIN), keep=True)


# ---------------------------------------------------------------- pages


Lines: TypeAlias = Sequence[tuple[int, Strip]]
"""The lines of a paper down to what closes it, each with the place of its block."""


def _may_part(lines: Lines, first: int, last: int, style: Style) -> bool:
    """Tell whether a signature, from block `first` to block `last`, begins a page, or would by a few lines."""
    strips = list(_as_word_does(lines))
    page = Page(text_height(style), orphans=1, widows=1)
    on = next(placed for placed in paginate(strips, page) if any(lines[one.strip][0] == first for one in placed))
    line = style.text["body"].line
    above = sum(1 for one in on if lines[one.strip][0] < first)
    ends = [one.y + strips[one.strip].height for one in on if lines[one.strip][0] == last]
    return above <= NEAR or not ends or max(ends) > page.height - NEAR * line


def _last(blocks: Sequence[Block], date: int) -> int:
    """Find the last line of what closes a paper: its date, or a remark below it."""
    below = date + 1
    while below < len(blocks) and is_one(blocks[below], "remark", "status"):
        below += 1
    return below - 1


def _as_word_does(lines: Lines) -> Iterator[Strip]:
    """Put between two paragraphs the larger white of both, and keep that above the first."""
    after = 0.0
    for _, strip in lines:
        yield replace(strip, height=strip.height + max(strip.before, after), before=0.0, after=0.0)
        after = strip.after


def _strips(blocks: Sequence[Block], found: Mapping[int, Direct], style: Style) -> Iterator[tuple[int, Strip]]:
    """Lay blocks out with what is special about each; each strip with the place of its block."""
    opening = ""
    for at, (block, after) in enumerate(pairwise((*blocks, None))):
        assert block is not None
        if isinstance(block, Heading) and block.run_in and style.run_in and is_one(after, "body"):
            opening = words(block)
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
        laid = _broken(list(lay_text(text, letters, measure_of(style))), text, name, letters, style)
        for place, strip in enumerate(laid):
            opens = direct.new_page and place == 0
            yield at, replace(strip, height=strip.height + ruled, keep_next=False, break_before=opens)
        opening = ""


def _broken(strips: list[Strip], text: str, name: str, letters: TextStyle, style: Style) -> list[Strip]:
    """Give the lines of a title: it may have more than fill a measure, since they end where its meaning has them."""
    room = measure_of(style) / (letters.size + letters.tracking) - letters.left - letters.right
    count = len(lines_end(text, name, letters, room)) + 1
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


# ---------------------------------------------------------------- distance of lines


CLOSEST, WIDEST = 22.5, 40.0
"""pt from line to line of letters of 16 pt, beyond which they are left as they are."""


def _pitch(lines: Lines, text: int, style: Style) -> float:
    """Give the distance in pt of lines by which a paper whose text is block `text` is signed on its page, or takes
    text to the next; 0: it stays as it is.
    """
    strips = list(_as_word_does(lines))
    start = next(at for at, (owner, _) in enumerate(lines) if owner == text - 1)
    behind = next(at for at, (owner, _) in enumerate(lines) if owner > text)
    line, top = style.text["body"].line, lines[start][1].height  # the white above the addressee is the title's
    whole, above = (top + sum(strip.height for strip in strips[start + 1 : stop]) for stop in (len(strips), behind))
    room = text_height(style) - sum(strip.height for strip in strips[: start + 1]) + top
    closer, wider = room / (whole / line + SPARE), room / (above / line + SPARE - NEAR)
    pitch = next((one for one in (closer, wider) if CLOSEST <= one <= WIDEST), line)
    return 0.0 if pitch == line or closer >= line else pitch


SPARE = 0.3
"""Lines left free, since programs differ."""


def _lined(direct: Direct, pitch: float, usual: float) -> Direct:
    """Give the lines of a paragraph another height, and blank lines above it the same."""
    said = f'w:line="{int(pitch * 10) * 2}" w:lineRule="exact"'
    blank = re.sub(r'(?<=w:before=")\d+', lambda found: str(int(int(found[0]) * pitch / usual)), direct.properties)
    if "<w:spacing " in blank:
        return replace(direct, properties=blank.replace("<w:spacing ", f"<w:spacing {said} ", 1))
    places = (place for tag in ("<w:ind", "<w:jc") if (place := blank.find(tag)) >= 0)
    at = min(places, default=len(blank))
    return replace(direct, properties=f"{blank[:at]}<w:spacing {said}/>{blank[at:]}")
