"""Show how things changed over several years, where the report gives both ends of a course: 由2020年的…到2025年的…."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.brief.by_parts import is_doubted
from exporter.brief.choose import key, sure
from exporter.brief.languages import label, language_of
from exporter.brief.names import name_en, name_zh, says_its_deed
from exporter.brief.options import Languages
from exporter.brief.phrases import Said, joined, lower_first, noted, of, words
from exporter.brief.subjects import rank
from exporter.brief.tables import capital
from exporter.brief.wording import value_zh
from exporter.facts.passages import text_of
from exporter.model import Chart, Document, Fact, Paragraph, Series

FEWEST, MOST, YEARS = 2, 6, 2
"""Courses that make a chart, that it holds at the most, and years that a course takes at the least."""
UNITS: Mapping[str, str] = {
    "%": "%",
    "‰": "‰",
    "元": "yuan",
    "万元": "10,000 yuan",
    "亿元": "100 million yuan",
    "万亿元": "trillion yuan",
    "亿美元": "US$100 million",
    "万人": "10,000 people",
    "亿人": "100 million people",
    "人": "people",
    "岁": "years",
    "年": "years",
    "公里": "kilometers",
    "平方公里": "square kilometers",
    "平方米": "square meters",
    "万吨": "10,000 metric tons",
    "万千瓦": "10,000 kilowatts",
    "微克/立方米": "µg/m³",
    "个": "number",
    "家": "number",
    "所": "number",
}
"""Units of figures in a panel, which has digits alone."""


class Course(NamedTuple):
    """Both ends of a change that one clause tells."""

    start: Fact
    end: Fact


def courses(document: Document) -> tuple[Course, ...]:
    """Give the courses of the two years that most have, known indicators first; none where they are too few."""
    proved = {fact.id: fact for fact in sure(document)}
    text = text_of(document)
    found: dict[object, Course] = {}
    for start, end in pairwise(document.facts):
        if end.id in proved and _is_course(start, end, text):
            found.setdefault(key(end), Course(start, proved[end.id]))
    years = Counter((one.start.period, one.end.period) for one in found.values()).most_common(1)
    if not years or years[0][1] < FEWEST:
        return ()
    held = [one for one in found.values() if (one.start.period, one.end.period) == years[0][0]]
    return tuple(sorted(held, key=lambda one: (rank(one.end), one.end.span)))


def _is_course(start: Fact, end: Fact, text: str) -> bool:
    """Tell whether two figures are the ends of one course, each a level of a year that its own words name."""
    if (start.indicator, start.unit, start.scope) != (end.indicator, end.unit, end.scope) or end.unit not in UNITS:
        return False
    if not all(map(_is_level, (start, end))) or not says_its_deed(end) or start.kind != "actual":
        return False
    if start.bound != "exact" or end.bound not in ("exact", "about", "at_least", "over"):
        return False
    if int(end.period or 0) - int(start.period or 0) < YEARS or (start.period or "") not in "".join(
        start.quote.split()
    ):
        return False
    if not _TO.fullmatch(text, start.span.end, end.span.start):
        return False
    return not any(is_doubted(one, text) for one in (start, end))


_TO = re.compile("[，,]?")
"""What stands between the ends of a course."""


def _is_level(fact: Fact) -> bool:
    one = fact.upper is None and fact.kind != "target"
    return one and fact.sure and fact.number is not None and fact.value_en is not None and _is_year(fact)


def _is_year(fact: Fact) -> bool:
    return re.fullmatch(r"\d{4}", fact.period or "") is not None


def heading(shown: Sequence[Course]) -> tuple[str, str]:
    """Count what rose and what fell."""
    first, last = shown[0].start.period, shown[0].end.period
    ways = [_way(one) for one in shown]
    zh = "、".join(f"{ways.count(way)}项{way}" for way in _WAYS if way in ways)
    en = ", ".join(f"{ways.count(way)} {said}" for way, said in _WAYS.items() if way in ways)
    return f"{first}年到{last}年：{zh}", f"From {first} to {last}: {en}"


_WAYS = {"上升": "rose", "下降": "fell", "持平": "unchanged"}


def _way(one: Course) -> str:
    before, after = one.start.number or 0, one.end.number or 0
    return "上升" if after > before else "下降" if after < before else "持平"


def courses_chart(shown: Sequence[Course], languages: Languages) -> Chart:
    """Draw a panel for each course; values are in the unit that its name gives."""
    names = tuple(label(*_named(one), languages) for one in shown)
    first, last = shown[0].start.period, shown[0].end.period
    series = (
        Series(_year(first, languages), tuple(one.start.number for one in shown)),
        Series(_year(last, languages), tuple(one.end.number for one in shown), tuple(one.end.bound for one in shown)),
    )
    zh = "；".join(f"{name_zh(one.end)}：{_told(one, 0)}" for one in shown)
    en = "; ".join(f"{capital(name_en(one.end))}: {_told(one, 1)}" for one in shown)
    return Chart("courses", names, series, "", (), label(f"{zh}。", f"{en}.", languages), language_of(languages))


def _year(year: str | None, languages: Languages) -> str:
    return f"{year}年" if languages == "zh" else str(year)


def _named(one: Course) -> tuple[str, str]:
    """Name a course with its unit."""
    unit = one.end.unit or ""
    return f"{name_zh(one.end)}（{unit}）", f"{capital(name_en(one.end))} ({UNITS[unit]})"


def _told(one: Course, at: int) -> str:
    return (", " if at else "，").join(_end(fact, at) for fact in one)


def _end(fact: Fact, at: int) -> str:
    foreseen = fact.kind == "estimate"
    if at:
        return f"{fact.value_en}{' (estimate)' * foreseen} in {fact.period}"
    return f"{fact.period}年{'预计' * foreseen}{value_zh(fact)}"


def stated(shown: Sequence[Course]) -> Paragraph:
    """Say both ends as the source states them, each tied to its fact, and how panels are drawn."""
    said = words("原文：", " As stated: ")
    for at, one in enumerate(shown):
        stop = words("；", "; ") if at else words("", "")
        name = name_en(one.end)
        said = joined(said, stop, words(name_zh(one.end), f"{lower_first(name) if at else name} "), *_ends(one))
    return noted(joined(said, words("。各项自零起，按各自比例绘制。", ". Each is drawn from zero on its own scale.")))


def _ends(one: Course) -> Iterator[Said]:
    yield of(one.start, _end(one.start, 0), _end(one.start, 1))
    yield words("、", ", ")
    yield of(one.end, _end(one.end, 0), _end(one.end, 1))
