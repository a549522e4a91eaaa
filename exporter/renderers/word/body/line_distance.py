"""Find the distance of lines by which a paper is signed on its page, or takes text to the next (GB/T 9704, 7.3.5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from exporter.renderers.word.official.direct import Direct
from exporter.typesetting.pages import Page, Placed, Strip, paginate

Lines: TypeAlias = Sequence[tuple[int, Strip]]
"""The lines of a paper down to what closes it, each with the place of its block."""
NEAR = 2
"""Lines by which programs and this estimate may differ."""
SPARE = 0.3
"""Lines left free on a page, since programs differ."""
WHITE, LITTLE = 3.5, 1.5
"""Lines that a page may lack at its foot: above a short paragraph, and above one of several lines."""
SEVERAL = 4
"""Lines of a paragraph that can stand on two pages, two on either at the least."""
CLOSEST, WIDEST = 20.5, 43.0
"""pt from line to line of letters of 16 pt, beyond which a paper of one paragraph is left as it is."""
CLOSE, WIDE = 24.0, 36.0
"""pt beyond which others are: they can be parted between paragraphs."""
MILD = 26.5
"""pt at which lines are set closer though a page would lack little."""


class Closing(NamedTuple):
    """The lines of a paper down to what closes it, by the places of their blocks, and the pages they stand on."""

    lines: Lines
    start: int
    """Where its text begins."""
    text: int
    """The last of its text."""
    first: int
    """Who signs first."""
    alone: bool
    """The last of its text is all of it."""
    line: float
    """pt from line to line."""
    height: float
    """pt of a page."""
    foot: float
    """pt that the imprint takes up on the last page."""


def may_part(closing: Closing) -> bool:
    """Tell whether who signs begins a page, or would by a few lines."""
    strips = list(_as_word_does(closing.lines))
    _, on = _page_of(closing.first, closing)
    above = sum(1 for one in on if closing.lines[one.strip][0] < closing.first)
    foot = on[-1].y + strips[on[-1].strip].height
    ended = on[-1].strip == len(strips) - 1
    return above <= NEAR or not ended or foot > closing.height - closing.foot - NEAR * closing.line


def _leaves_white(closing: Closing) -> bool:
    """Tell whether a page would lack much at its foot if the last of the text moved to the next."""
    _, on = _page_of(closing.text, closing)
    top = next(one.y for one in on if closing.lines[one.strip][0] >= closing.text)
    several = sum(1 for owner, _ in closing.lines if owner == closing.text) >= SEVERAL
    return closing.height - top > (LITTLE if several else WHITE) * closing.line


def distance(closing: Closing) -> tuple[float, bool]:
    """Give the distance in pt of lines by which a paper is signed on the page on which the last of its text begins,
    or takes lines of that to the next, and whether that is its last line alone; 0: it stays as it is.
    """
    strips = list(_as_word_does(closing.lines))
    start, behind = _line_of(closing.start, closing), _line_of(closing.text + 1, closing)
    top, (full, _) = closing.lines[start][1].height, _page_of(closing.text, closing)  # the white above is the title's
    whole, above = (top + sum(strip.height for strip in strips[start + 1 : stop]) for stop in (len(strips), behind))
    room = top + closing.height * (full + 1) - sum(strip.height for strip in strips[: start + 1])
    closer = (room - closing.foot) / (whole / closing.line + SPARE + full)
    wider, widest = (room / (above / closing.line + SPARE - lines) for lines in (NEAR, 1))
    if closer >= closing.line:
        return 0.0, False
    least, most = (
        (CLOSEST, WIDEST) if closing.alone else (CLOSE, WIDE) if _leaves_white(closing) else (MILD, closing.line)
    )
    ways = ((closer, False), (wider, False), *([(widest, True)] if closing.alone else []))
    return next((one for one in ways if least <= one[0] <= most), (0.0, False))


def part_freely(direct: Direct) -> Direct:
    """Let a single line of a paragraph stand on a page: the standard asks for no more of the text there."""
    return replace(direct, properties=f'<w:widowControl w:val="0"/>{direct.properties}')


def lined(direct: Direct, pitch: float, usual: float) -> Direct:
    """Give the lines of a paragraph another height, and blank lines above it the same."""
    said = f'w:line="{int(pitch * 10) * 2}" w:lineRule="exact"'
    direct = replace(direct, line=pitch)
    blank = re.sub(r'(?<=w:before=")\d+', lambda found: str(int(int(found[0]) * pitch / usual)), direct.properties)
    if "<w:spacing " in blank:
        return replace(direct, properties=blank.replace("<w:spacing ", f"<w:spacing {said} ", 1))
    places = (place for tag in ("<w:ind", "<w:jc", "<w:outlineLvl") if (place := blank.find(tag)) >= 0)
    at = min(places, default=len(blank))
    return replace(direct, properties=f"{blank[:at]}<w:spacing {said}/>{blank[at:]}")


def _page_of(block: int, closing: Closing) -> tuple[int, Sequence[Placed]]:
    """Give the page on which a block begins, and its number from 0, as the lines fall by themselves."""
    pages = paginate(list(_as_word_does(closing.lines)), Page(closing.height, orphans=1, widows=1))
    first = _line_of(block, closing)
    return next((number, on) for number, on in enumerate(pages) if on[-1].strip >= first)


def _line_of(block: int, closing: Closing) -> int:
    """Find the first line of a block, or of the next one that has lines of its own."""
    return next(at for at, (owner, _) in enumerate(closing.lines) if owner >= block)


def _as_word_does(lines: Lines) -> Iterator[Strip]:
    """Put between two paragraphs the larger white of both, and keep that above the first."""
    after = 0.0
    for _, strip in lines:
        yield replace(strip, height=strip.height + max(strip.before, after), before=0.0, after=0.0)
        after = strip.after
