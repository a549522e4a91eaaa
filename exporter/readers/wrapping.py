"""Tell text whose lines were broken by the width of a page, and put its paragraphs together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from exporter.readers.celltables import with_tables
from exporter.readers.furniture import SALUTATION
from exporter.readers.joining import BROKEN, BROKEN_HEADING
from exporter.readers.lines import Line, join_all
from exporter.readers.numbering import number_of
from exporter.readers.repair import HAN, Edit, apply

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
_ALONE = re.compile(r"^\d{1,3}[.．、]$|^[（(][一二三四五六七八九十]{1,3}[）)]$")


def width_of(text: str) -> int:
    """Give the width of a text in half-width characters."""
    return len(text) + sum(1 for letter in text if letter > "\u2e7f" or letter in "“”‘’—…")


def printed_width(source: str, line: Line) -> int:
    """Give the width of a line as it stood on its page, before it was repaired."""
    return width_of(source[line.start : line.end])


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


def loosened(source: str, line: Line) -> Line:
    """Take the spaces out of a line that justifying has put between its characters."""
    if line.grid is not None or " " not in line.text:
        return line
    edits = [Edit(found.start(), found.end(), "", "space of a justified line") for found in _LOOSE.finditer(line.text)]
    return apply(source, line, edits) if edits else line


def unwrapped(source: str, lines: Sequence[Line], full: int) -> list[Line]:
    """Join lines broken at `full` width to paragraphs."""
    groups: list[list[Line]] = []
    state = _State()
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if groups and _goes_on(source, groups[-1], state, line, below, full):
            groups[-1].append(line)
        else:
            groups.append([line])
            state = _State()
        state = state.after(line.text)
    return with_tables([join_all(source, group, _rule(group)) for group in groups])


class _State(NamedTuple):
    """What is known of a paragraph as its lines are gathered."""

    prose: bool = False
    """It holds the end of a clause or sentence."""
    depth: int = 0
    """Brackets and quotes that are still open."""
    stopped: bool = False
    """It holds the end of a sentence."""

    def after(self, text: str) -> _State:
        opened = sum(text.count(mark) for mark in "「『（《“") - sum(text.count(mark) for mark in "」』）》”")
        stopped = self.stopped or "。" in text or "；" in text
        return _State(self.prose or stopped or "，" in text, max(0, self.depth + opened), stopped)


def _rule(group: Sequence[Line]) -> str:
    running = any("，" in line.text or "。" in line.text for line in group)
    return BROKEN if running else BROKEN_HEADING


def _goes_on(source: str, group: Sequence[Line], state: _State, line: Line, below: Line | None, full: int) -> bool:
    """Tell whether a line continues the paragraph whose lines so far are `group`."""
    first, above = group[0], group[-1]
    if line.grid is not None or first.grid is not None or first.level or line.level:
        return False
    if (len(group) == 1 and _ALONE.match(first.text)) or _NOT_FIRST.match(line.text):
        return True
    if _CAPTION.match(line.text) or _CAPTION.match(first.text) or SALUTATION.match(line.text):
        return False
    room = full - printed_width(source, above)
    ended = (_ENDED if room > 8 else _STOPPED).search(above.text[-8:]) is not None
    number = number_of(line.text)
    if number and (ended or room > 8) and not (room <= 3 and number.kind in ("count", "ordinal")):
        return False
    if ended:
        return room <= 3 and not _is_first(source, line, below, full)
    heads = not state.stopped and number_of(first.text) is not None and not above.text.endswith(("，", "、"))
    if room <= (4 if heads else 8):
        return True
    if heads:
        return False
    if above.text.endswith(("，", "、")) or (state.depth and len(group) < 40):
        return True
    return state.prose and printed_width(source, line) > full // 3


def _is_first(source: str, line: Line, below: Line | None, full: int) -> bool:
    """The first line of a paragraph is shorter by its indent than the full ones after it."""
    short = 3 <= full - printed_width(source, line) <= 8
    return short and below is not None and not _ENDED.search(line.text)
