"""Tell text whose lines were broken by the width of a page, and put its paragraphs together again."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exporter.readers.lines.cell_tables import with_tables
from exporter.readers.lines.joining import BROKEN, BROKEN_HEADING
from exporter.readers.lines.line import Line, join_all, printed_width
from exporter.readers.lines.mending import apply
from exporter.readers.lines.numbering import RANK, Number, number_of
from exporter.readers.lines.paired_marks import HAN
from exporter.readers.lines.recognisers import SALUTATION
from exporter.readers.lines.repair import Edit

NARROW, WIDE = 36, 130
"""Least and greatest width of a full line, in half-width characters."""
_ENDED = re.compile(r"[。！？；：!?;…]['”’」』》）)\]〕]{0,3}$")
_STOPPED = re.compile(r"[。！？!?…]['”’」』》）)\]〕]{0,3}$")
_NOT_FIRST = re.compile(r"^[，。、；：？！）》」』”’·%％]")
_CAPTION = re.compile(
    r"^(?:附?[表图圖]|专栏|專欄)\s?[\d一二三四五六七八九十]{1,3}(?:[—-]\d{1,2})?\s?[：:．.\s]|^[（(]?(?:单位|單位)\s?[：:]|^[#＃]"
)
_LOOSE = re.compile(
    rf"(?<=[{HAN}，。、；：」』）》]) (?=[{HAN}「『（《，。、；：」』）》０-９A-Za-z])|(?<=[A-Za-z0-9]) (?=[{HAN}])"
)
_BRACKETS = re.compile("[「『（《“」』）》”]")
_ATTRIBUTED = re.compile(r"^[（(][\u4e00-\u9fff、]{2,40}[）)]$")
"""Who is to do what the paragraph says, in brackets at its end."""
_ALONE = re.compile(r"^\d{1,3}[.．、]$|^[（(](?:[一二三四五六七八九十]{1,3}|[ivx]{1,5})[）)]$")
COMMON = 0.08
"""Least share of the long lines that makes their width a measure of its own, as of the items of a list."""


def full_width(source: str, lines: Sequence[Line], least: int = 12) -> int:
    """Give the width at which lines were broken, or 0 if they were not or fewer than `least` are long."""
    plain = [line for line in lines if line.grid is None and "\t" not in line.text]
    widths = [printed_width(source, line) for line in plain]
    long = [width for width in widths if width >= NARROW - 6]
    if len(long) < least:
        return 0
    buckets = Counter(width // 2 for width in long)
    full = max(buckets, key=lambda bucket: sum(buckets[bucket + step] for step in (-2, -1, 0, 1, 2))) * 2 + 2
    near = sum(1 for width in long if full - 8 <= width <= full + 6)
    over = sum(1 for width in long if width > full + 12)
    unended = sum(
        1 for line, width in zip(plain, widths, strict=True) if width >= full - 8 and not _ENDED.search(line.text[-8:])
    )
    wrapped = NARROW <= full <= WIDE and near >= 0.5 * len(long) and over <= 0.1 * len(long)
    return full if wrapped and unended >= 0.4 * near else 0


def measures(source: str, lines: Iterable[Line], full: int) -> frozenset[int]:
    """Give the widths that lines of a narrower measure than `full` have when they are filled."""
    widths = [width for line in lines if NARROW <= (width := printed_width(source, line)) <= full]
    buckets = Counter(width // 2 for width in widths)
    near = {bucket: sum(buckets[bucket + step] for step in (-1, 0, 1)) for bucket in buckets}
    peaks = [
        one for one, count in near.items() if count >= max(12, COMMON * len(widths)) and count >= _around(near, one)
    ]
    return frozenset(2 * one + step for one in peaks for step in range(-2, 4))


def _around(near: Mapping[int, int], bucket: int) -> int:
    return max(near.get(bucket + step, 0) for step in (-2, -1, 1, 2))


def loosened(source: str, line: Line) -> Line:
    """Take the spaces out of a line that justifying has put between its characters."""
    if line.grid is not None or " " not in line.text:
        return line
    edits = [Edit(found.start(), found.end(), "", "space of a justified line") for found in _LOOSE.finditer(line.text)]
    return apply(source, line, edits) if edits else line


def unwrapped(source: str, lines: deque[Line], full: int) -> list[Line]:
    """Join lines broken at `full` width to paragraphs; the lines are taken from the deque, so that it ends empty."""
    return with_tables([join_all(source, group, _rule(group), full) for group in _paragraphs(source, lines, full)])


def _paragraphs(source: str, lines: deque[Line], full: int) -> Iterator[list[Line]]:
    common = measures(source, lines, full)
    group: list[Line] = []
    state = _State()
    begun: dict[str, int] = {}
    above = 0
    while lines:
        line = lines.popleft()
        room, filled, above = full - above, above in common, printed_width(source, line)
        short = full - above
        first = bool(3 <= short <= 8 and lines and not _ENDED.search(line.text[-8:]))
        if group and _goes_on(group, state, line, _Fit(room, short < full * 2 // 3, first, filled), begun):
            group.append(line)
        else:
            if group:
                yield group
            group, state = [line], _State()
            if number := number_of(line.text):
                begun[number.kind] = number.value
        state = state.after(line.text)
    if group:
        yield group


class _Fit(NamedTuple):
    """How a line and the one above it fill their measure, in half-width characters."""

    room: int
    """Left free at the end of the line above."""
    long: bool
    """The line fills more than a third of the measure."""
    first: bool
    """The line is as much shorter than a full one as the first of a paragraph is by its indent."""
    filled: bool
    """The line above fills a narrower measure that many lines have."""


class _State(NamedTuple):
    """What is known of a paragraph as its lines are gathered."""

    prose: bool = False
    """It holds the end of a clause or sentence."""
    depth: int = 0
    """Brackets and quotes that are still open."""
    stopped: bool = False
    """It holds the end of a sentence."""

    def after(self, text: str) -> _State:
        """Give the state after one more line."""
        depth = self.depth
        for mark in _BRACKETS.findall(text):
            depth = depth + 1 if mark in "「『（《“" else max(0, depth - 1)
        stopped = self.stopped or "。" in text or "；" in text
        return _State(self.prose or stopped or "，" in text, depth, stopped)


def _rule(group: Sequence[Line]) -> str:
    running = any("，" in line.text or "。" in line.text for line in group)
    return BROKEN if running else BROKEN_HEADING


def _goes_on(group: Sequence[Line], state: _State, line: Line, fit: _Fit, begun: Mapping[str, int]) -> bool:
    """Tell whether a line continues the paragraph whose lines so far are `group`."""
    first, above = group[0], group[-1]
    if line.grid is not None or first.grid is not None or first.level or line.level or _ALONE.match(line.text):
        return False
    if (len(group) == 1 and _ALONE.match(first.text)) or _NOT_FIRST.match(line.text):
        return True
    if _CAPTION.match(line.text) or _CAPTION.match(first.text) or SALUTATION.match(line.text):
        return False
    ended = (_ENDED if fit.room > 8 else _STOPPED).search(above.text[-8:]) is not None
    number = number_of(line.text)
    if number and _begins(number, begun, ended or fit.room > 8, fit.room <= 3, above.text):
        return False
    tail = fit.long or _ENDED.search(line.text[-8:]) is not None or _ATTRIBUTED.match(line.text) is not None
    if ended:
        return fit.room <= 3 and not fit.first and tail
    if state.prose and fit.filled and (tail or line.text.endswith(("）", ")"))):
        return True
    return _fills(group, state, fit)


def _fills(group: Sequence[Line], state: _State, fit: _Fit) -> bool:
    """Tell whether the paragraph waits for more: its last line is full, or its sentence is not at its end."""
    hangs = group[-1].text.endswith(("，", "、"))
    number = number_of(group[0].text) if _ALONE.match(group[0].text) is None else None
    heads = not state.stopped and not hangs and number is not None and number.kind != "bullet"
    if fit.room <= (4 if heads else 8):
        return True
    if heads:
        return False
    return hangs or (state.depth > 0 and len(group) < 40) or (state.prose and fit.long)


def _begins(number: Number, begun: Mapping[str, int], ended: bool, filled: bool, above: str) -> bool:
    """Tell whether a number at the start of a line begins a paragraph: 三是 may stand there by chance."""
    if RANK.get(number.kind, 9) <= RANK["han_paren"]:
        return ended or _ENDED.search(above[-8:]) is not None
    if number.kind in ("count", "ordinal") and filled:
        return ended and number.value > 1 and begun.get(number.kind) == number.value - 1
    return ended
