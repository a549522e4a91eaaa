"""Tell text whose lines were broken by the width of a page, and put its paragraphs together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from exporter.readers.celltables import with_tables
from exporter.readers.furniture import SALUTATION
from exporter.readers.joining import BROKEN, BROKEN_HEADING
from exporter.readers.lines import Line, join
from exporter.readers.numbering import number_of
from exporter.readers.repair import HAN, Edit, apply

NARROW, WIDE = 36, 130
"""Least and greatest width of a full line, in half-width characters."""
_ENDED = re.compile(r"[。！？；：!?;…]['”’」』》）)\]〕]{0,3}$")
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
    done: list[Line] = []
    above: Line | None = None
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if above is not None and done and _goes_on(source, done[-1], above, line, below, full):
            rule = BROKEN if _is_open(done[-1].text) else BROKEN_HEADING
            glue = " " if _latin(above.text[-1:]) and _latin(line.text[:1]) else ""
            done[-1] = join(source, done[-1], line, rule, glue)
        else:
            done.append(line)
        above = line
    return with_tables(done)


def _goes_on(source: str, whole: Line, above: Line, line: Line, below: Line | None, full: int) -> bool:
    """Tell whether a line continues the paragraph `whole`, whose last line is `above`."""
    if line.grid is not None or whole.grid is not None or (whole.level or line.level):
        return False
    if _ALONE.match(whole.text):
        return True
    if _NOT_FIRST.match(line.text):
        return True
    if _CAPTION.match(line.text) or _CAPTION.match(whole.text) or SALUTATION.match(line.text):
        return False
    ended = _ENDED.search(above.text) is not None
    room = full - printed_width(source, above)
    if number_of(line.text) and (ended or room > 8):
        return False
    if ended:
        return room <= 3 and not number_of(line.text) and not _is_first(source, line, below, full)
    if room <= 8:
        return True
    return above.text.endswith(("，", "、")) or (_is_open(whole.text) and printed_width(source, line) > full // 3)


def _is_open(text: str) -> bool:
    """Tell whether running text waits for the end of its sentence."""
    return ("，" in text or "。" in text) and _ENDED.search(text) is None


def _is_first(source: str, line: Line, below: Line | None, full: int) -> bool:
    """The first line of a paragraph is shorter by its indent than the full ones after it."""
    short = 3 <= full - printed_width(source, line) <= 8
    return short and below is not None and not _ENDED.search(line.text)


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
