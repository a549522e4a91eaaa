"""Turn the runs of a paragraph into arrays of widths and breaks, so that a line is weighed by subtraction.

For a line of the characters from i to j (exclusive) the natural width is `end[j-1] - begin[i]`;
what it can shrink by, what its spaces can grow by, and the weight of its other gaps are
`array[j-1] - array[i]` of `shrink`, `grow` and `weight`: sums over the gaps before a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import add, sub

from exporter.typesetting import break_classes as of
from exporter.typesetting import gaps
from exporter.typesetting.addresses import at_joints
from exporter.typesetting.hyphenation import hyphens
from exporter.typesetting.interpuncts import BLANK, interpuncts, narrowed
from exporter.typesetting.lines import Settings, Text
from exporter.typesetting.units import unbroken


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph measured: lists have an entry for each character, of what is before or after it."""

    text: str
    runs: tuple[Text, ...]
    starts: tuple[int, ...]
    """Offset of each run, and of the end."""
    classes: bytes
    kinds: bytes
    """Kind of the gap after each character."""
    base: list[float]
    """Natural width of the gap after each character, in pt beyond its advance."""
    place: list[float]
    """Where each character would stand if the paragraph were one line, and where it ends."""
    begin: list[float]
    """`place`, and the half cut off an opening mark at a line start."""
    end: list[float]
    """Where a line ends that ends with the character: a closing mark cut by half, spaces not counted."""
    cap: list[float]
    """By how much the gap after each character can shrink."""
    room: list[float]
    """By how much it can grow before other gaps must help."""
    shrink: list[float]
    grow: list[float]
    weight: list[int]
    flags: bytearray
    """`characters.NO`, `YES`, `POOR` or `HYPHEN` for a break before each character."""
    breaks: list[int]
    """Where a line may end, ascending; the last is the end of the paragraph."""
    legal: bytes
    """As `flags`, without what keeps numbers and their units together."""
    blanks: dict[int, float]
    """Advance in pt of each space."""
    em: float
    """Size of the largest run, in pt: what loose and tight are measured by."""
    alone: int
    """A last line that begins after this has fewer characters than `Settings.last`."""


def measure(runs: Sequence[Text], settings: Settings) -> Paragraph:
    """Measure a paragraph. Its text holds no line ends and is not empty."""
    text = "".join(run.text for run in runs)
    starts = tuple(accumulate((len(run.text) for run in runs), initial=0))
    classes = _classes(text, runs)
    joined = of.pairs(_resolve(classes), classes)
    legal = at_joints(text, _legal(classes, joined.translate(of.break_table(settings.level))))
    for at in _attached(runs, starts):
        legal[at] = of.NO
    flags = _flags(text, runs, starts, legal, settings)
    widths = _widths(text, runs, starts, classes, joined.translate(gaps.KINDS), settings)
    place = list(accumulate(map(add, widths.advance, widths.base), initial=0.0))
    begin, end = _edges(widths, place, classes, any(of.centred(run.lang) for run in runs))
    kinds = bytes(widths.kinds)
    shrink, grow, weight = gaps.sums(widths.cap, widths.room, kinds, settings.justify)
    return Paragraph(
        text=text,
        runs=tuple(runs),
        starts=starts,
        classes=classes,
        kinds=kinds,
        base=widths.base,
        place=place,
        begin=begin,
        end=end,
        cap=widths.cap,
        room=widths.room,
        shrink=shrink,
        grow=grow,
        weight=weight,
        flags=flags,
        breaks=[*compress(range(len(text)), flags), len(text)],
        legal=bytes(legal),
        blanks=widths.blanks,
        em=max(run.size for run in runs) or 1.0,
        alone=of.alone(classes, settings.last),
    )


def _classes(text: str, runs: Sequence[Text]) -> bytes:
    classed = bytearray()
    for run in runs:
        classed += bytes(map(of.classes(run.lang).__getitem__, run.text))
    for mark, pattern, number in (("—", _SINGLE_DASH, of.CONNECTOR), ("’", _APOSTROPHE, of.LATIN)):
        for match in pattern.finditer(text) if mark in text else ():
            classed[match.start()] = number
    return bytes(classed)


_SINGLE_DASH = re.compile("(?<!—)—(?!—)")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


def _resolve(classes: bytes) -> bytes:
    """Give marks that join the class of what they join to."""
    if of.EXTEND not in classes:
        return classes
    resolved = bytearray(classes)
    for match in re.finditer(rb"\x0f+", classes):
        start, end = match.span()
        resolved[start:end] = bytes([resolved[start - 1] if start else of.HAN]) * (end - start)
    return bytes(resolved)


def _legal(classes: bytes, broken: bytes) -> bytearray:
    """Give the break before each character that prohibition allows, spaces seen to."""
    legal = bytearray(1) + broken
    if of.SPACE in classes:
        for match in re.finditer(rb"(?:^|[\x04\x0d])\x03+", classes):  # a space shields no opening bracket
            legal[match.start() : match.end() + 1] = bytes(match.end() + 1 - match.start())
        del legal[len(classes) :]
    return legal


def _attached(runs: Sequence[Text], starts: Sequence[int]) -> Iterator[int]:
    """Give where a run begins that no line may begin with."""
    return (start for run, start in zip(runs, starts, strict=False) if run.attached and run.text and start)


def _flags(text: str, runs: Sequence[Text], starts: Sequence[int], legal: bytearray, settings: Settings) -> bytearray:
    flags = bytearray(legal)
    for run, start in zip(runs, starts, strict=False):
        for at in _hyphens(run) if settings.hyphenate else ():
            flags[start + at] = of.HYPHEN
    whole = ((start, start + len(run.text)) for run, start in zip(runs, starts, strict=False) if run.unbroken)
    for start, end in (*unbroken(text, settings.units), *whole):
        flags[start + 1 : end] = bytes(max(0, end - start - 1))
    return at_joints(text, flags)


def _hyphens(run: Text) -> Iterator[int]:
    if of.alphabetic(run.lang):
        for match in _WORD.finditer(run.text):
            yield from (match.start() + at for at in hyphens(match[0], run.lang))
    if "\u00ad" in run.text:
        yield from (match.end() for match in re.finditer("(?<=.)\u00ad(?=.)", run.text))


_WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(slots=True)
class _Widths:
    """What is known of each character and of the gap after it, while it is worked out."""

    advance: list[float]
    base: list[float]
    cap: list[float]
    room: list[float]
    cut: list[float]
    """The blank half of a full-width mark, in pt."""
    kinds: bytearray
    blanks: dict[int, float]
    dots: list[int]
    """Interpuncts of half a width."""


def _widths(
    text: str, runs: Sequence[Text], starts: Sequence[int], classes: bytes, kinds: bytes, settings: Settings
) -> _Widths:
    count = len(text)
    advance: list[float] = []
    base: list[float] = []
    ems: list[float] = []
    for run in runs:
        advance += map(run.metrics.at(run.size).__getitem__, run.text)
        base += [run.tracking] * len(run.text)
        ems += [run.size] * len(run.text)
    widths = _Widths(advance, base, [0.0] * count, [0.0] * count, [0.0] * count, bytearray(kinds) + b"\x01", {}, [])
    _close(widths.kinds, runs, starts)
    _halves(widths, classes, ems)
    _gaps(widths, classes, ems, settings)
    for at in interpuncts(text, runs, starts, widths.kinds):
        if advance[at] > 0.75 * ems[at]:
            narrowed(at, widths.kinds, advance, base, widths.cap)
            widths.dots.append(at)
    if of.SPACE in classes:
        _spaces(widths, text, classes, ems, settings)
    for end in starts[1:-1]:
        if end:
            widths.kinds[end - 1] |= gaps.RUN_END
    return widths


def _close(kinds: bytearray, runs: Sequence[Text], starts: Sequence[int]) -> None:
    """Let no Han-Latin space stand beside a run that is attached."""
    for run, start, end in zip(runs, starts, starts[1:], strict=False):
        for at in (start - 1, end - 1) if run.attached and run.text else ():
            if at >= 0 and kinds[at] == gaps.HAN_LATIN:
                kinds[at] = gaps.PLAIN


def _halves(widths: _Widths, classes: bytes, ems: list[float]) -> None:
    advance, cut = widths.advance, widths.cut
    for match in _MARK.finditer(classes):
        at = match.start()
        if advance[at] > 0.75 * ems[at]:  # else the font has it half as wide already
            cut[at] = advance[at] - 0.5 * ems[at]


_MARK = re.compile(b"[%b]" % bytes(sorted(of.MARKS)))
_SPECIAL = re.compile(b"[%b]" % bytes(range(gaps.AT_MIDDLE, gaps.DASHES + 1)) + b"|" + bytes([gaps.CLUSTER]))


def _gaps(widths: _Widths, classes: bytes, ems: list[float], settings: Settings) -> None:
    base, cap, room, cut, advance = widths.base, widths.cap, widths.room, widths.cut, widths.advance
    least, normal, most = settings.han_latin.least, settings.han_latin.normal, settings.han_latin.most
    for match in _SPECIAL.finditer(widths.kinds):
        at = match.start()
        kind = widths.kinds[at]
        if kind == gaps.HAN_LATIN:
            em = ems[at]
            base[at], cap[at], room[at] = normal * em, (normal - least) * em, (most - normal) * em
        elif kind == gaps.PAIR:
            blank = _blank(cut, classes, at)
            taken = min(blank, ems[at] / 2)
            base[at] -= taken
            cap[at] = blank - taken
        elif kind == gaps.AT_MIDDLE:
            wide = advance[at if classes[at] == of.MIDDLE else at + 1] > 0.75 * ems[at]
            cap[at] = 0.25 * ems[at] if wide else 0.0
        elif kind in (gaps.DASHES, gaps.CLUSTER):
            base[at] = 0.0
        else:
            cap[at] = _blank(cut, classes, at)


def _blank(cut: list[float], classes: bytes, at: int) -> float:
    """Give the blank halves between a mark and its neighbour."""
    left = 0.0 if classes[at] == of.OPEN else cut[at]
    return left + (cut[at + 1] if classes[at + 1] == of.OPEN else 0.0)


def _spaces(widths: _Widths, text: str, classes: bytes, ems: list[float], settings: Settings) -> None:
    """Put the width of each space into the gap after it, so that a line break swallows it."""
    for match in re.finditer(rb"\x03+", classes):
        start, end = match.span()
        for at in range(start, end):
            widths.blanks[at] = widths.advance[at]
            widths.advance[at] = 0.0
            widths.kinds[at] = gaps.BLANK
        if end - start == 1 and text[start] == " ":
            beside = {classes[start - 1] if start else of.SPACE, classes[end] if end < len(classes) else of.SPACE}
            _space(widths, start, ems[start], beside, settings)
        else:
            widths.base[start:end] = [widths.blanks[at] for at in range(start, end)]


def _space(widths: _Widths, at: int, em: float, beside: set[int], settings: Settings) -> None:
    mixed = of.HAN in beside and bool(beside & {of.LATIN, of.DIGIT})
    allowed = settings.han_latin if mixed else settings.word
    normal = allowed.normal * em or widths.blanks[at] + widths.base[at]
    widths.kinds[at] = gaps.HAN_LATIN if mixed else gaps.WORD
    widths.base[at] = normal
    widths.cap[at] = max(0.0, normal - allowed.least * em)
    widths.room[at] = max(0.0, allowed.most * em - normal)


def _edges(widths: _Widths, place: list[float], classes: bytes, centred: bool) -> tuple[list[float], list[float]]:
    begin = place.copy()
    end = list(map(sub, place[1:], widths.base))
    for match in _MARK.finditer(classes):
        at = match.start()
        if classes[at] == of.OPEN:
            begin[at] += widths.cut[at]
        else:
            end[at] -= widths.cut[at]
    for match in re.finditer(b"[%c]" % of.MIDDLE, classes) if centred else ():  # a quarter is blank on either side
        end[match.start()] -= BLANK * widths.advance[match.start()]
    for at in widths.dots:
        end[at] -= BLANK * widths.advance[at]
    for match in re.finditer(rb"\x03+", classes):
        start, stop = match.span()
        end[start:stop] = [end[start - 1] if start else 0.0] * (stop - start)
    return begin, end
