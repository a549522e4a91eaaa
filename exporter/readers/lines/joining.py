"""Join what hard line breaks and links have torn apart: headings, titles and paragraphs over several lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from exporter.readers.lines.line import Line, join_all
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import back_part
from exporter.readers.lines.recognisers import SALUTATION

BROKEN = "line break inside a sentence"
BROKEN_HEADING = "line break inside a heading"
HEADING = 45
"""Longest heading, in characters, that is put together from two lines."""

_ENDED = re.compile(r"[。！？；：!?;:…]['”’』」》）)\]〕]{0,3}$|[。！？]$")
_HANGING = re.compile(r"[，、,的和与及在对把向为以和或并将—“（《]$")
_CONTINUES = re.compile(r"^[，、。；：）》”’」』！？,.;:)%％]|^(?:是|为)[：:]")
NOTE = 160
"""Longest title with the note below it of when it was issued and changed, in characters."""
_NOTE = re.compile(r"（(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^（）]{0,100}$")
_YEAR_ONLY = re.compile(r"(?:19|20)\d{2}年?$|[一二三四五六七八九〇零]{4}年$")


def rejoined(source: str, lines: Sequence[Line]) -> list[Line]:
    """Join the lines of a body where a sentence or a heading goes on in the next one."""
    done: list[Line] = []
    group: list[Line] = []
    rule = BROKEN
    open_ = False
    plain = _has_plain_headings(lines)
    inline = _run_in_kinds(lines)
    for index, line in enumerate(lines):
        found = ""
        if group and _plain(line) and _plain(group[-1]):
            below = lines[index + 1] if index + 1 < len(lines) else None
            found = _joint(group, line, below, open_, plain)
        if found:
            group.append(line)
            open_, rule = found == BROKEN and not _ENDED.search(line.text[-20:]), found
        else:
            done += [join_all(source, group, rule)] if group else []
            group, open_ = [line], _unfinished(line.text) or _is_torn(line.text, inline)
    return [*done, join_all(source, group, rule)] if group else done


def _joint(group: Sequence[Line], line: Line, below: Line | None, open_: bool, plain: bool) -> str:
    """Give the rule by which a line goes on with those gathered, or nothing."""
    if _goes_on(group[-1], line, open_):
        return BROKEN
    return BROKEN_HEADING if len(group) == 1 and _is_second_half(group[0], line, below, plain) else ""


def _run_in_kinds(lines: Sequence[Line]) -> frozenset[str]:
    """Find the kinds of numbers whose headings all open their paragraphs, but for a few."""
    inside: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for line in lines:
        if number := number_of(line.text):
            long = len(line.text) > 70 and "。" in line.text
            inside[number.kind] += long
            alone[number.kind] += not long
    return frozenset(kind for kind, count in inside.items() if count >= 4 and alone[kind] <= 0.15 * count)


def _is_torn(text: str, inline: frozenset[str]) -> bool:
    """Tell whether a heading stands alone only because its line was broken."""
    number = number_of(text) if not _ENDED.search(text[-20:]) else None
    return number is not None and number.kind in inline


def _plain(line: Line) -> bool:
    return line.level is None and line.grid is None


def _unfinished(text: str) -> bool:
    """Tell whether a line is running text that breaks off."""
    if _ENDED.search(text) or "\t" in text or (len(text) < 70 and "。" not in text and number_of(text)):
        return False
    return len(text) >= 40 and ("，" in text or "。" in text)


def _goes_on(last: Line, line: Line, open_: bool) -> bool:
    if "\t" in line.text or "\t" in last.text:
        return False
    if _CONTINUES.match(line.text) and not _ENDED.search(last.text[-20:]):
        return True
    if len(last.text) + len(line.text) <= NOTE and line.text.endswith(("）", ")")) and _opens_note(last.text):
        return True
    if _starts_anew(line.text):
        return False
    if open_:
        return True
    return _HANGING.search(last.text) is not None and len(last.text) >= 10 and number_of(last.text) is None


def _starts_anew(text: str) -> bool:
    if number_of(text) is not None or SALUTATION.match(text) is not None:
        return True
    part = back_part(text)
    return part is not None and (part != "remark" or text[1] == "此")


def _has_plain_headings(lines: Sequence[Line]) -> bool:
    """Tell whether short lines without number or stop stand where no heading is above them: headings of their own."""
    return any(
        len(line.text) <= 20
        and not _ENDED.search(line.text)
        and _ENDED.search(above.text)
        and number_of(line.text) is None
        and number_of(above.text) is None
        for above, line in itertools.pairwise(lines)
    )


def _is_second_half(first: Line, second: Line, third: Line | None, plain: bool) -> bool:
    """Tell whether a short line is the rest of the numbered heading above it."""
    if third is None or number_of(first.text) is None or len(first.text) + len(second.text) > HEADING:
        return False
    if _ENDED.search(first.text) or _ENDED.search(second.text) or _starts_anew(second.text) or "，" in second.text:
        return False
    if "：" in second.text:
        return False
    if not (_ENDED.search(third.text) or number_of(third.text) or len(third.text) > HEADING):
        return False
    hanging = _HANGING.search(first.text) or _YEAR_ONLY.search(first.text) or _unclosed(first.text)
    return bool(hanging) or not plain


def _opens_note(text: str) -> bool:
    """Tell whether a line ends inside a bracket with the day of a paper: （2018年3月1日发布."""
    return _NOTE.search(text) is not None


def _unclosed(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in ("“”", "（）", "《》"))
