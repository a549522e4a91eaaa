"""Hand composed lines to an engine that flows text: what stands in one element, and where its glyphs belong.

The engine places boxes and knows nothing of what is in them. A row of glyphs, a line or what one
element has of it, is to the engine a token of two private characters. Text that a font has to
shape (joined scripts, marks over letters) stays text, and the engine draws it as it sees fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.fonts import INVISIBLE, draws_nothing
from exporter.renderers.fonts.faces import family
from exporter.renderers.fonts.last_resort import box_of
from exporter.renderers.fonts.subset import glyph_forms
from exporter.renderers.layout.composition import Composed, RunPiece
from exporter.renderers.pdf.shown_text import SHAPED
from exporter.typesetting import Piece


class Stretch(NamedTuple):
    """Glyphs of one font, the same distance apart; lengths in pt."""

    text: str
    family: str
    """Of the font file that draws them."""
    spacing: float
    """Between two glyphs, beyond their advances."""
    after: float
    """From the last glyph's advance to the next stretch."""


class GlyphLine(NamedTuple):
    """What is drawn in one go; lengths in pt."""

    stretches: tuple[Stretch, ...]
    size: float
    start: float
    """From the left edge of its box to the first glyph; less than zero where half a mark is cut."""
    width: float
    """Of its box."""
    lang: str


class Segment(NamedTuple):
    """Tokens and text of one run, line ends among them, that stand in one element."""

    source: int
    text: str


def token(number: int) -> str:
    """Write the number of a row as two characters of the private planes."""
    return chr(_PLANE_15 + number // _STEP) + chr(_PLANE_16 + number % _STEP)


def numbers(said: str) -> list[int]:
    """Read the rows that text begins with."""
    found = TOKENS.match(said)
    pairs = found[0] if found else ""
    return [
        (ord(high) - _PLANE_15) * _STEP + ord(low) - _PLANE_16
        for high, low in zip(pairs[::2], pairs[1::2], strict=True)
    ]


_PLANE_15, _PLANE_16, _STEP = 0xF0000, 0x100000, 0x8000
TOKENS = re.compile("(?:[\U000f0000-\U000ffffd][\U00100000-\U00107fff])+")


def segments(composed: Composed, rows: list[GlyphLine], lang: str) -> Iterator[Segment]:
    """Give what stands for the lines, cut where markup changes and not else, and add the rows to `rows`."""
    run, said = -1, ""
    for at, more in _cuts(composed, rows, lang):
        if run >= 0 and _opens(composed, run, said, at, more):
            yield Segment(run, said)
            run, said = at, more
        else:
            run, said = (at if run < 0 else run), said + more
    if run >= 0:
        yield Segment(run, said)


def _opens(composed: Composed, run: int, said: str, at: int, more: str) -> bool:
    return more[:1] in WIDE_SPACES or said[-1:] in WIDE_SPACES or _element(composed, run) != _element(composed, at)


WIDE_SPACES = frozenset("\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
"""Spaces of a width of their own: an engine draws one in the font of what stands before it, which may not have it."""
_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"


def _cuts(composed: Composed, rows: list[GlyphLine], lang: str) -> Iterator[tuple[int, str]]:
    final = len(composed.lines) - 1
    for at, line in enumerate(composed.lines):
        tail = line.tail.rstrip(_LINE_ENDS) if composed.align not in ("center", "right") else ""
        groups = tuple(_groups(composed, line.pieces))
        for place, group in enumerate(groups):
            last = place == len(groups) - 1
            more = tail if last else ""
            if all(_single(composed.sources[piece.run], piece.text, lang) for piece in group):
                left = line.x if place == 0 else group[0].x
                right = line.x + line.width if last else groups[place + 1][0].x
                rows.append(_row(composed, group, more, left, right))
                yield group[0].run, token(len(rows) - 1)
            else:
                yield from ((piece.run, piece.text) for piece in group)
                yield group[-1].run, more
        if at < final:
            yield groups[-1][-1].run if groups else 0, "\n"


def _groups(composed: Composed, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Put together the pieces of a line that stand in one element."""
    start = 0
    for at in range(1, len(pieces) + 1):
        if at == len(pieces) or _element(composed, pieces[at - 1].run) != _element(composed, pieces[at].run):
            yield tuple(pieces[start:at])
            start = at


def _element(composed: Composed, piece: int) -> tuple[int, int]:
    """Name the element that a run stands in: that of its paragraph, or one of its own."""
    source = composed.sources[piece]
    run = source.run
    plain = run.role == "plain" and run.lang is None and run.raised == "none" and not run.struck
    return source.part, 0 if plain else id(run)


def _single(source: RunPiece, said: str, lang: str) -> bool:
    """Tell whether each character is drawn by one glyph of its own, whatever stands beside it."""
    if source.side == "box":
        return True
    if SHAPED.search(said):
        return False
    forms = glyph_forms(source.face, lang)
    return all(forms[char][0] for char in INVISIBLE.sub("", said))


def _row(composed: Composed, group: Sequence[Piece], tail: str, left: float, right: float) -> GlyphLine:
    first = composed.sources[group[0].run]
    stretches: list[Stretch] = []
    start = group[0].x - left
    for piece in group:
        source = composed.sources[piece.run]
        name = box_of(piece.text) if source.side == "box" else family(source.face, source.side)
        whole = Stretch(piece.text, name, piece.spacing, piece.after)
        if INVISIBLE.search(piece.text):
            start += _add_seen(stretches, whole)
        else:
            stretches.append(whole)
    if tail and stretches:
        stretches.append(stretches[-1]._replace(text=tail, spacing=0.0, after=0.0))
    return GlyphLine(tuple(stretches), first.size, start, right - left, first.lang)


def _add_seen(stretches: list[Stretch], whole: Stretch) -> float:
    """Leave out what draws nothing; the distance after it is added to what is before it, or given back."""
    before = 0.0
    for at, char in enumerate(whole.text):
        after = whole.spacing if at < len(whole.text) - 1 else whole.after
        if not draws_nothing(char):
            stretches.append(whole._replace(text=char, after=after))
        elif stretches:
            stretches[-1] = stretches[-1]._replace(after=stretches[-1].after + after)
        else:
            before += after
    return before
