"""Join what hard line breaks and links have torn apart: headings, titles and paragraphs over several lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from exporter.readers.lines.line import Line, glue_of, join_all
from exporter.readers.lines.numbering import Number, number_of
from exporter.readers.lines.paper_parts import back_part
from exporter.readers.lines.recognisers import SALUTATION

BROKEN = "line break inside a sentence"
BROKEN_HEADING = "line break inside a heading"
HEADING = 45
"""Longest heading, in characters, that is put together from two lines."""

_ENDED = re.compile(r"[。！？；：!?;:…]['”’』」》）)\]〕]{0,3}$|[。！？]$")
_HANGING = re.compile(r"[，、,的和与及在对把向为以和或并将—“（《]$")
_CONTINUES = re.compile(r"^[，、。；：）》”’」』！？,.;:)%％]|^(?:是|为)[：:]")
LONGEST = 60
"""Longest heading behind its number, in characters, that is put together where it breaks off at a comma."""
FILLED = 20
"""Least length, in characters, of a line that a page may have broken for its width."""
SCRAP = 10
"""Longest piece of a heading, in characters, that stands in a line between two others."""
COMMAS = ("，", "、")
_WHOLE = re.compile(r"[^。！？；：]{1,60}(?:[。！？：]|(?<![，、])$)")
_RUN_IN = re.compile(r"[^。！？；：]{2,60}[。：].{30}")
_REST = re.compile(r"[^，。！？；：、“”（）]{1,12}。.{30}")
"""The end of a heading that opens a paragraph, and the paragraph."""
_INSIDE = re.compile(r"[。！？；：!?;:](?!$)|[；：;:]$")
"""A mark that no heading holds, or ends with."""
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
    numbers = [(index, number) for index, line in enumerate(lines) if (number := number_of(line.text))]
    usage = _Usage(_has_plain_headings(lines), _heading_kinds(lines, numbers))
    torn = _torn(lines, numbers)
    for index, line in enumerate(lines):
        found = ""
        if group and _plain(line) and _plain(group[-1]):
            below = lines[index + 1] if index + 1 < len(lines) else None
            parted = _set_apart(source[group[-1].end : line.start]) and not group[-1].text.endswith(COMMAS)
            found = "" if parted else _joint(group, line, below, open_, usage)
        if found:
            group.append(line)
            open_, rule = found == BROKEN and not _ENDED.search(line.text[-20:]), found
        else:
            done += [join_all(source, group, rule, glue=_glue)] if group else []
            group, open_ = [line], index in torn or _unfinished(line.text)
    return [*done, join_all(source, group, rule, glue=_glue)] if group else done


def _glue(first: str, second: str) -> str:
    """Give what must stand between two lines that are one; what was done to a law stands apart in its note."""
    told = _DONE.search(first) and second.startswith(("根据", "19", "20")) and _opens_note(first)
    return "\u3000" if told else glue_of(first, second)


_DONE = re.compile(r"(?:通过|公布|发布|颁布|修订|修正|批准|印发|施行)$")


def _set_apart(gap: str) -> bool:
    """Tell the blanks that open a paragraph though its line goes on from the one before."""
    return "\u3000\u3000" in gap and not gap.strip("\u3000 \xa0")


class _Usage(NamedTuple):
    """How a document sets its headings."""

    plain: bool
    """Some have no number."""
    kinds: frozenset[str]
    """The kinds of numbers that stand before whole headings."""


def _joint(group: Sequence[Line], line: Line, below: Line | None, open_: bool, usage: _Usage) -> str:
    """Give the rule by which a line goes on with those gathered, or nothing."""
    if _is_hung(group, line, usage.kinds):
        return BROKEN_HEADING
    if _goes_on(group[-1], line, open_):
        return BROKEN
    return BROKEN_HEADING if len(group) == 1 and _is_second_half(group[0], line, below, usage.plain) else ""


_Numbers: TypeAlias = Sequence[tuple[int, Number]]
"""The numbers that open lines, each with the index of its line."""


def _heading_kinds(lines: Sequence[Line], numbers: _Numbers) -> frozenset[str]:
    """Find the kinds of numbers that stand before a heading that is whole in its line."""
    return frozenset(number.kind for index, number in numbers if _WHOLE.match(lines[index].text[number.end :]))


def _is_hung(group: Sequence[Line], line: Line, kinds: frozenset[str]) -> bool:
    """Tell whether a numbered heading breaks off at a comma, and a short line brings the rest of it."""
    first = number_of(group[0].text)
    if first is None or first.kind not in kinds or not group[-1].text.endswith(COMMAS):
        return False
    size = sum(len(one.text) for one in group) - first.end
    fits = size + len(line.text) <= LONGEST and "\t" not in line.text
    return fits and not _starts_anew(line.text) and _INSIDE.search(line.text) is None


def _torn(lines: Sequence[Line], numbers: _Numbers) -> frozenset[int]:
    """Find the lines whose heading stands alone only because a line was broken, in a series that opens paragraphs."""
    inline = _run_in_kinds(lines, numbers)
    series: dict[str, list[tuple[int, Number]]] = {}
    for index, number in numbers:
        series.setdefault(number.kind, []).append((index, number))
    alone = {index for index, number in numbers if number.kind in inline}
    for members in series.values():
        for place, (index, number) in enumerate(members):
            near = [other for step in (-1, 1) for other in _neighbour(members, place, number, step)]
            if near and all(_RUN_IN.match(lines[other].text) for other in near) and _is_cut(lines, index, number):
                alone.add(index)
    return frozenset(index for index in alone if not _ENDED.search(lines[index].text[-20:]))


def _neighbour(members: _Numbers, place: int, number: Number, step: int) -> Iterator[int]:
    """Give the line of the number before or behind one, if it stands next to it in its series."""
    other = place + step
    if 0 <= other < len(members) and members[other][1].value == number.value + step:
        yield members[other][0]


def _is_cut(lines: Sequence[Line], index: int, number: Number) -> bool:
    """Tell whether a heading breaks off at a comma, or one of the next two lines opens with its last words."""
    text, below = lines[index].text, [line.text for line in lines[index + 1 : index + 3]]
    bare = number.end == len(text)
    if text.endswith(COMMAS) or (bare and below and _RUN_IN.match(below[0])):
        return True
    if len(below) == 2 and len(below[0]) <= (HEADING if bare else SCRAP) and not _ENDED.search(below[0]):
        below = below[1:]
    return bool(below) and number_of(below[0]) is None and _REST.match(below[0]) is not None


def _run_in_kinds(lines: Sequence[Line], numbers: _Numbers) -> frozenset[str]:
    """Find the kinds of numbers whose headings all open their paragraphs, but for a few."""
    inside: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for index, number in numbers:
        long = len(lines[index].text) > 70 and "。" in lines[index].text
        inside[number.kind] += long
        alone[number.kind] += not long
    return frozenset(kind for kind, count in inside.items() if count >= 4 and alone[kind] <= 0.15 * count)


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
    filled = len(first.text) >= FILLED
    limit = LONGEST if filled else HEADING
    if third is None or number_of(first.text) is None or len(first.text) + len(second.text) > limit:
        return False
    if _ENDED.search(first.text) or _ENDED.search(second.text) or _starts_anew(second.text):
        return False
    if "：" in second.text or ("，" in second.text and not filled) or _LISTED.search(second.text):
        return False
    if not (_ENDED.search(third.text) or number_of(third.text) or len(third.text) > HEADING):
        return False
    hanging = _HANGING.search(first.text) or _YEAR_ONLY.search(first.text) or _unclosed(first.text)
    return bool(hanging) or not plain


_LISTED = re.compile(r"\S{2}[\u3000 ]{1,8}\S{2,20}[\u3000 ]{1,8}\S{2}")
"""Names side by side."""


def _opens_note(text: str) -> bool:
    """Tell whether a line ends inside a bracket with the day of a paper: （2018年3月1日发布."""
    return _NOTE.search(text) is not None


def _unclosed(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in ("“”", "（）", "《》"))
