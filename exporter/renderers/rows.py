"""Hand composed lines to an engine that flows text: what stands in one element, and where its glyphs belong.

The engine lays every element of a line out at its natural width, one after the other; a row says
how far each of its glyphs is to move from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from exporter.fonts import INVISIBLE, draws_nothing
from exporter.renderers.faces import family
from exporter.renderers.setting import Composed, Source
from exporter.renderers.streams import Row
from exporter.typesetting import Line, Piece


class Drawn(NamedTuple):
    """A row of glyphs that will be drawn in one go."""

    texts: tuple[tuple[str, str], ...]
    """Stretches of text, each with the family of the font file that draws it; what draws nothing is left out."""
    row: Row


class Segment(NamedTuple):
    """Text of one run, its line ends among it, that stands in one element."""

    source: int
    text: str


def segments(composed: Composed, rows: list[Drawn]) -> Iterator[Segment]:
    """Give the text of the lines, cut where markup changes and not else, and add a row for each cut of a line."""
    run, said = -1, ""
    for at, more in _cuts(composed, rows):
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


def _cuts(composed: Composed, rows: list[Drawn]) -> Iterator[tuple[int, str]]:
    final = len(composed.lines) - 1
    for at, line in enumerate(composed.lines):
        tail = line.tail.rstrip(_LINE_ENDS) if composed.align not in ("center", "right") else ""
        groups = tuple(_groups(composed, line.pieces))
        natural = line.x - _alignment(composed, line)
        for place, group in enumerate(groups):
            last = place == len(groups) - 1
            rows.append(_drawn(composed, group, natural, tail if last else ""))
            natural += sum(map(_advance, group))
            end = tail + "\n" * (at < final) if last else ""
            yield group[0].run, "".join(piece.text for piece in group) + end
        if not groups:
            yield 0, "\n" * (at < final)


def _groups(composed: Composed, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Put together the pieces of a line that are drawn in one go."""
    start = 0
    for at in range(1, len(pieces) + 1):
        if at == len(pieces) or _parts(composed, pieces[at - 1], pieces[at]):
            yield tuple(pieces[start:at])
            start = at


def _parts(composed: Composed, left: Piece, right: Piece) -> bool:
    return left.run != right.run and _opens(composed, left.run, left.text, right.run, right.text)


def _element(composed: Composed, run: int) -> tuple[int, int]:
    """Name the element that a run stands in: that of its paragraph, or one of its own."""
    source = composed.sources[run]
    plain = source.run.role in ("plain", "figure") and source.run.lang is None
    return source.part, 0 if plain else id(source.run)


def _advance(piece: Piece) -> float:
    return piece.width - piece.spacing * (len(piece.text) - 1)


def _alignment(composed: Composed, line: Line) -> float:
    """Say how far left of its place the engine will begin the line, because it is wider by nature."""
    if composed.align not in ("center", "right"):
        return 0.0
    more = sum(map(_advance, line.pieces)) - line.width
    return more / 2 if composed.align == "center" else more


def _drawn(composed: Composed, group: Sequence[Piece], natural: float, tail: str) -> Drawn:
    """Give the characters of a group and the move before each; what draws nothing hands its move on."""
    first: Source = composed.sources[group[0].run]
    texts: list[tuple[str, str]] = []
    moves: list[float] = []
    move = group[0].x - natural
    for piece, more in _with_tail(group, tail):
        source = composed.sources[piece.run]
        inner = [
            move,
            *[piece.spacing] * (len(piece.text) - 1),
            *([piece.after] * bool(more)),
            *[0.0] * (len(more) - 1),
        ]
        move = piece.after
        said = piece.text + more
        if INVISIBLE.search(said):
            said, inner, move = _seen(said, inner, move)
        texts.append((said, family(source.face, source.side)))
        moves += inner
    per_em = 1000 / first.size
    return Drawn(tuple(texts), Row(tuple(move * per_em for move in moves), first.lang))


def _seen(said: str, moves: Sequence[float], after: float) -> tuple[str, list[float], float]:
    """Leave out what draws nothing, and add its move to the one of what follows."""
    seen, kept, move = [], [], 0.0
    for char, own in zip(said, moves, strict=True):
        move += own
        if not draws_nothing(char):
            seen.append(char)
            kept.append(move)
            move = 0.0
    return "".join(seen), kept, after + move


def _with_tail(group: Sequence[Piece], tail: str) -> Iterable[tuple[Piece, str]]:
    yield from ((piece, "") for piece in group[:-1])
    yield group[-1], tail
