"""Bring a line to its measure: shrink gaps in CLREQ's order, else grow spaces first and then all gaps alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from exporter.typesetting import gaps
from exporter.typesetting.break_classes import HYPHEN, OPEN, SPACE
from exporter.typesetting.breaking import TINY, hyphen_width
from exporter.typesetting.lines import Line, Piece, Settings
from exporter.typesetting.paragraph import Paragraph


def set_line(paragraph: Paragraph, start: int, stop: int, settings: Settings, offset: int = 0) -> Line:
    """Set the characters from `start` to `stop` (exclusive) as a line; `offset` is added to every place in the text.

    It comes out at the measure exactly, unless it is the last, or is ragged, or has no gap to grow.
    """
    visible = stop
    while visible > start and paragraph.classes[visible - 1] == SPACE:
        visible -= 1
    x = settings.indent if start == 0 else 0.0
    last = stop == len(paragraph.text)
    hyphen = hyphen_width(paragraph, stop) if not last and paragraph.flags[stop] == HYPHEN else 0.0
    natural = paragraph.end[stop - 1] - paragraph.begin[start] + hyphen
    change = _change(paragraph, start, visible - 1, settings.measure - x - natural, settings, last)
    pieces = _pieces(paragraph, start, visible, x, change, offset) if visible > start else []
    if hyphen:
        pieces.append(_hyphen(pieces[-1], visible + offset, hyphen))
    return Line(
        pieces=tuple(pieces),
        start=start + offset,
        end=stop + offset,
        x=x,
        natural=natural,
        width=settings.measure - x - change.open,
        tail=paragraph.text[visible:stop],
        last=last,
        flush=abs(change.open) < _FLUSH,
    )


_FLUSH = 0.01


@dataclass(slots=True)
class _Change:
    """What a line does to its gaps: each kind has pt added, and a share of what a gap of it can give or take."""

    codes: bytes
    added: list[float]
    share: list[float]
    elastic: list[float]
    open: float
    """pt still open at the right edge."""


def _change(paragraph: Paragraph, start: int, final: int, rest: float, settings: Settings, last: bool) -> _Change:
    if settings.justify and rest < -TINY:
        return _shrink(paragraph, start, final, -rest)
    if settings.justify and rest > TINY and not last:
        return _stretch(paragraph, start, final, rest)
    codes = gaps.SHRUNK_CODES[0] if settings.word.normal else gaps.NATURAL_CODES
    return _Change(codes, _NOTHING, _NOTHING, paragraph.cap, rest)


_NOTHING = [0.0] * 16


def _shrink(paragraph: Paragraph, start: int, final: int, need: float) -> _Change:
    totals = _totals(_SHRINKING, paragraph.cap, paragraph.kinds, start, final)
    totals[gaps.AT_BRACKET] += totals[gaps.PAIR]
    change = _Change(gaps.SHRUNK_CODES[-1], _NOTHING, [0.0] * 16, paragraph.cap, 0.0)
    for depth, kind in enumerate(gaps.SHRINK_ORDER):
        if totals[kind] > 0:
            change.share[kind] = -min(1.0, need / totals[kind])
            need += change.share[kind] * totals[kind]
        if need <= TINY:
            change.codes = gaps.SHRUNK_CODES[depth + 1]
            break
    change.share[gaps.PAIR] = change.share[gaps.AT_BRACKET]
    change.open = -need
    return change


def _kinds(*kinds: int) -> re.Pattern[bytes]:
    return re.compile(b"[%b]" % b"".join(b"\\x%02x" % (kind + end) for kind in kinds for end in (0, gaps.RUN_END)))


_SHRINKING = _kinds(*gaps.SHRINK_ORDER, gaps.PAIR)
_SPACES = _kinds(gaps.WORD, gaps.HAN_LATIN)


def _totals(pattern: re.Pattern[bytes], values: list[float], kinds: bytes, start: int, final: int) -> list[float]:
    totals = [0.0] * 16
    for match in pattern.finditer(kinds, start, final):
        at = match.start()
        totals[kinds[at] & 0x0F] += values[at]
    return totals


def _stretch(paragraph: Paragraph, start: int, final: int, rest: float) -> _Change:
    change = _Change(gaps.STRETCHED_CODES, [0.0] * 16, [0.0] * 16, paragraph.room, 0.0)
    if paragraph.grow[final] - paragraph.grow[start] > 0:
        totals = _totals(_SPACES, paragraph.room, paragraph.kinds, start, final)
        for kind in (gaps.WORD, gaps.HAN_LATIN):
            if totals[kind] > 0:
                change.share[kind] = min(1.0, rest / totals[kind])
                rest -= change.share[kind] * totals[kind]
    change.open = _spread(change.added, paragraph.kinds[start:final], rest, paragraph.em) if rest > TINY else 0.0
    return change


def _spread(added: list[float], kinds: bytes, rest: float, em: float) -> float:
    """Share out what is left: over the gaps that grow alike, with the spaces if that is too much; give what stays."""
    for growing, most in _SPREADS:
        count = sum(map(kinds.translate(_PLAIN_KINDS).count, growing))
        if count and rest / count <= most * em:
            for kind in growing:
                added[kind] = rest / count
            return 0.0
    return rest


_PLAIN_KINDS = bytes(kind & 0x0F for kind in range(256))
_ALIKE = tuple(sorted(gaps.STRETCHED))
_SPREADS = (
    (_ALIKE, 0.25),
    ((*_ALIKE, gaps.WORD), 3.0),
    ((*_ALIKE, gaps.WORD, gaps.INNER), 0.15),
)
"""Which gaps grow alike, and to how many em at most; a line that none of these fills stays open."""


def _pieces(paragraph: Paragraph, start: int, visible: int, x: float, change: _Change, offset: int) -> list[Piece]:
    """Cut a line where the distance between its characters changes."""
    text, place, base, kinds = paragraph.text, paragraph.place, paragraph.base, paragraph.kinds
    codes = kinds[start : visible - 1].translate(change.codes) + _LINE_END
    edge = visible - 1
    cut = place[visible] - base[edge] - paragraph.end[edge]
    shift = x - paragraph.begin[start]
    halved = paragraph.begin[start] > place[start]
    pieces = []
    for match in _PIECE.finditer(codes):
        first, final = match.start() + start, match.end() + start - 1
        run = 0 if len(paragraph.runs) == 1 else bisect_right(paragraph.starts, first) - 1
        alike, still = codes.count(0, first - start, final - start), codes.count(1, first - start, final - start)
        extra = change.added[gaps.PLAIN if alike else gaps.INNER]
        grown = extra * (alike or still)
        kind = kinds[final] & 0x0F
        more = change.added[kind] + change.share[kind] * change.elastic[final]
        blank = paragraph.blanks.get(final, 0.0)
        paired = kind == gaps.PAIR and final < edge
        opening = paired and paragraph.classes[final] == OPEN
        pieces.append(
            Piece(
                text=text[first : final + 1],
                run=run,
                start=first + offset,
                x=place[first] + shift,
                width=place[final + 1] - place[first] - base[final] + grown + blank,
                spacing=paragraph.runs[run].tracking + (extra if alike or still else 0.0),
                after=base[final] + more - blank if final < edge else (-cut if cut > TINY else 0.0),
                halved_first=halved,
                halved_last=paired and not opening if final < edge else cut > TINY,
            )
        )
        halved = opening
        shift += grown + more
    return pieces


_LINE_END = b"\xff"
_PIECE = re.compile(
    rb"[\x01\x0c]+[^\x01\x0c]"  # a word; or, in a line that does not grow, all that tracking holds together
    rb"|\x09+[^\x09]"  # a dash or an ellipsis
    rb"|(?:\x0c*\x00)++(?=\x0c*[\x01\x09])"  # what grows alike, before one of these
    rb"|[\x00\x0c]*+[^\x00\x0c]"
)


def _hyphen(before: Piece, at: int, width: float) -> Piece:
    """Give the piece for a hyphen that is not in the text."""
    return Piece("-", before.run, at, before.x + before.width, width, before.spacing, 0.0, added=True)
