"""Tell the two ends of a change apart where one clause gives both: 从2020年的53%|提高到58%, 比1957年的5亿元|增长8%.

The end that was reached is told of the day of the sentence. The one it began from is told only where its own words
date it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.spans import span_of
from exporter.english.figures.starts import sentence_start
from exporter.english.figures.values import period_said
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import sentence_case
from exporter.model import Fact

_MOVES = (
    "(?:稳步|大幅|逐步|进一步|快速|已|又)?"
    "(?:提高|提升|增加|增长|上升|扩大|跃升|攀升|拓展|发展|增|升|下降|降低|减少|缩小|缩短|压缩|压减|回落|降|减|调整|优化)"
)
_TO = re.compile(f"{_MOVES}(?:到|至|为)|到(?=[12][0-9]{{3}}年)")
_BY = re.compile("(?:增长|增加|提高|上升|下降|降低|减少)")
_FROM = re.compile("(?:.*[^比相])?[从由](?=[^从由]*$)|比|较")
_DATED = re.compile(
    "[12][0-9]{3}年|上年|去年|前年|[一二]九[〇零一二三四五六七八九]{2}年|二[〇零][〇零一二三四五六七八九]{2}年"
)


def is_arrival(words: str) -> bool:
    """Say whether words say only that a change came to its other end: 提升到, 减少至."""
    return _TO.fullmatch(prepared(words)) is not None


def ends_course(fact: Fact, source: str) -> bool:
    """Say whether a level is what something came to, from another told before it, that needs nothing of it: 提高到58%.

    By how much it changed is said of it where the base says since when; the pace of the first (每月700元) is not.
    """
    if _TO.match(prepared(fact.quote)) is None or fact.deed is not None:
        return False
    paced = _PACE.search(source[sentence_start(fact, source, "，、") : fact.span.start])
    whole = fact.change is None or re.match("[12][0-9]{3}", fact.base or "") is not None
    return whole and (paced is None or paced[0] in fact.indicator or "/" in (fact.unit or ""))


_PACE = re.compile("每|人均|户均|日均|平均")


def both_ends(start: Fact, end: Fact, source: str) -> tuple[Fact, Fact]:
    """Give two figures with one sentence for both, where they are the ends of one change: 由6.1%|下降到0.95%.

    What a change began from without a year of its own is true as what the other end came from.
    """
    moved = _MOVED.search(end.english or "") if _are_ends(start, end, source) else None
    if moved is None or end.english is None or start.value_en is None or start.english is None:
        return start, end
    if (moved[1] == "rose") != ((end.number or 0) > (start.number or 0)):
        return start, end
    if _is_dated(start) or _are_dated(start, end):
        return start, replace(end, english=_from_a_year(start, end, moved))
    head, tail = end.english[: moved.start()], end.english[moved.end() : -1]
    level = tail.partition(", ")[0]
    dated, span = _DAY.search(level), span_of(end, source)
    if span is None and level == tail and tail.endswith(f" in {end.period}") and ", " not in head:
        reached = tail.removesuffix(f" in {end.period}")
        began = _without_unit(start.value_en, reached)
        told = f"{head} {_BY_THEN[moved[1]]} from {began} to {reached} by {end.period}."
        return replace(start, english=told, english_status="verified"), replace(end, english=told)
    if (dated and (span is None or dated[0] != f" in {end.period}")) or (", " in head and level != tail):
        return start, end
    told = f"{head} {moved[1]} from {_without_unit(start.value_en, tail)} to {tail}."
    if ", " in head:
        told = f"{head} {moved[1]} to {tail}, from {start.value_en}."
    elif dated and span:
        told = told.replace(dated[0], f" in {period_said(span)}", 1)
    elif level == tail and span:
        told = f"{told[:-1]} in {period_said(span)}."  # the year of the report is one of several
    return replace(start, english=told, english_status="verified"), replace(end, english=told)


def climbed_in(fact: Fact, source: str) -> Fact:
    """Date a rank that was risen to by the years that its passage looks back on, not by their last: 跃居全省第3位."""
    rose = fact.change_kind == "rank" and fact.kind == "actual" and _CLIMBED.search(fact.english or "") is not None
    span = span_of(fact, source) if rose else None
    if span is None or fact.english is None:
        return fact
    english = fact.english.removesuffix(".").removesuffix(f" in {fact.period}")
    return replace(fact, english=f"{english} in {period_said(span)}.")


def risen_by_then(fact: Fact, source: str) -> Fact:
    """Say of a level that a passage on several years dates to their last that it was come to by then: 增至22家."""
    came = _ROSE.fullmatch(fact.english or "") if fact.kind == "actual" and fact.change is None else None
    if came is None or came["year"] != fact.period or span_of(fact, source) is None:
        return fact
    return replace(fact, english=f"{came['what']} {_BY_THEN[came['moved']]} to {came['level']} by {came['year']}.")


_BY_THEN = {"rose": "had risen", "fell": "had fallen"}
_ROSE = re.compile(r"(?P<what>.+) (?P<moved>rose|fell) to (?P<level>(?!.* from ).+) in (?P<year>\d{4})\.")
_CLIMBED = re.compile(r" rose .*to \w+ place ")


def _from_a_year(start: Fact, end: Fact, moved: re.Match[str]) -> str:
    """Say both ends of a change where the first has its year: rose from 51 percent in 2020 to 70 percent in 2024."""
    head, tail = (end.english or "")[: moved.start()], (end.english or "")[moved.end() : -1]
    level, comma, rest = tail.partition(", ")
    if opened := _OPENED.match(head):
        head, level = sentence_case(head[opened.end() :]), f"{level} in {opened[1]}"
    value = (start.value_en or "").removesuffix(" of age")
    then = f"{'at the end of' if _AT_THE_END.search(start.quote) else 'in'} {start.period}"
    began = f"{value if 'people' in level else value.removesuffix(' people')} {then}"
    return f"{head} {moved[1]} from {began} to {level}{comma}{rest.removesuffix(f' from {start.period}')}."


_AT_THE_END = re.compile("年[末底]")


def _is_dated(start: Fact) -> bool:
    """Say whether what a change began from has a year of its own: 从2020年的53%."""
    a_year = re.fullmatch(r"\d{4}", start.period or "") is not None
    return a_year and _FROM_THEN.search(prepared(start.quote)) is not None


def _are_dated(start: Fact, end: Fact) -> bool:
    """Say whether the sentence opens with the years of both ends: 从1978年到1982年，学校由598所增加到715所."""
    years = start.period or "", end.period or ""
    return end.change is None and all(re.fullmatch(r"\d{4}", year) for year in years) and years[0] < years[1]


_OPENED = re.compile(r"In (\d{4}), ")


def _are_ends(start: Fact, end: Fact, source: str) -> bool:
    """Say whether two figures are the start and the proved end of one change of one thing."""
    if start.indicator != end.indicator or (end.number and start.unit != end.unit) or start.scope != end.scope:
        return False
    if not start.sure or start.deed is not None or start.change is not None or start.upper is not None:
        return False
    if end.english_status != "verified" or start.bound != "exact" or not start.number or end.number is None:
        return False
    began = _is_dated(start) or _FROM_HERE.search(prepared(start.quote)) is not None
    came = _TO.match(prepared(end.quote)) is not None
    return began and came and not source[start.span.end : end.span.start].strip()


_MOVED = re.compile(r" (rose|fell) to ")
_DAY = re.compile(r" in [12][0-9]{3}|at the end of|\bperiod$")
"""What dates the end alone: what it came from, of no day that is told, would seem of the year before."""
_FROM_HERE = re.compile(
    r"(?<![比相])[从由](?:原来|原先|过去)?的?[0-9〇零一二三四五六七八九十百千万亿.]+[^0-9年月]{0,8}$"
)
_FROM_THEN = re.compile(
    r"(?<![比相])[从由][0-9〇零一二三四五六七八九]{4}年[末底]?的?[0-9〇零一二三四五六七八九十百千万亿.]+[^0-9年月]{0,8}$"
)


def _without_unit(began: str, ended: str) -> str:
    """Leave a unit out that the other end says: from 58 to 39 micrograms per cubic meter."""
    began = began.removesuffix(" of age")
    if "people" not in ended:
        began = began.removesuffix(" people")
    number, _, unit = began.partition(" ")
    same = unit and re.match(rf"[0-9,.]+ {re.escape(unit)}(?![\w-])", ended)
    return number if same and not unit.endswith(("percent", "yuan", "illion")) else began


def is_course_start(quote: str, rest: str) -> bool:
    """Say whether a figure is what something came from, as its own words date it: 从2020年的53%; `rest` follows."""
    found = _FROM.match(quote)
    if found is None or _DATED.search(quote[found.end() - 1 :]) is None:
        return False
    return (_BY if quote[0] in "比较" else _TO).match(rest) is not None
