"""Say what a change or a completion is measured from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.facts.statements.changes import Statement
from exporter.facts.statements.completions import beyond_plan
from exporter.facts.statements.measures import is_of_budget
from exporter.facts.time.marks import Mark
from exporter.facts.time.period import Period


def base_of(
    statement: Statement,
    before: Sequence[Statement],
    found: Sequence[Mark],
    period: Period | None,
    mean: bool,
    text: str,
    course: bool = False,
) -> str | None:
    """Give the base of a statement: a time, `previous_year`, `previous_period`, `plan`, `quota`, or None.

    `before` are the statements of the sentence that stand before it; `found` the times that the sentence names;
    `course`: several years are spoken of.
    """
    plan = _of_plan(statement, text)
    if plan or statement.change is None or statement.role in ("base", "rank", "comparison"):
        return plan
    assert statement.changed is not None, "a change was read from a number"
    end = statement.changed.end
    start = _reach(statement, before, text)
    if set_against := _against_plan(statement, text, start, end):
        return set_against
    compared = [mark for mark in found if mark.role == "compared" and start <= mark.start < end]
    if compared:
        return _time(compared[-1], period)
    if statement.arrived and before and before[-1].role == "base":
        return _of_start(before[-1], found, period)
    if any(mark.role == "at" and mark.period.is_span and start <= mark.start < end for mark in found):
        return None
    if said := _said(statement, before, text, start, end):
        return said
    if not mean and (framed := _framed(found, text, start)):
        return _time(framed, period)
    if _UNDATED.search(text, start, end) or _is_compared(statement, text) or _TIMES_OF.search(text, start, end):
        return None
    if _is_manifold(statement) and (course or _of_years_before(before, found, text[:end])):
        return None
    return None if mean or period is None or period.is_span else "previous_year"


def _is_manifold(statement: Statement) -> bool:
    """Say whether a growth is so large that a year may be too short for it: 增长1.6倍, 翻一番."""
    return statement.change_kind == "multiple" or (
        statement.change_kind == "percent" and statement.change is not None and statement.change >= _LARGE
    )


_LARGE = 100


def _of_years_before(before: Sequence[Statement], found: Sequence[Mark], words: str) -> bool:
    """Say whether a sentence has set something against a time longer ago, or speaks of what is to be reached by one."""
    told = any(mark.role in ("compared", "base") and _SET_AGAINST.search(words, mark.end) for mark in found)
    return told or _SET_AGAINST.match(words) is not None or (bool(before) and _BY_THEN.search(words) is not None)


_SET_AGAINST = re.compile("(?:同|与|和)[^，。；]{2,8}(?:比较|相比|对比)，|[增下提降翻][长降高低了一两]|扩大")
_BY_THEN = re.compile("(?:^|[，：；])到(?:20|19)[0-9]{2}年")
"""The year by which all that follows is to be reached: 到2030年，…翻一番."""


def _against_plan(statement: Statement, text: str, start: int, end: int) -> str | None:
    """Give the plan that a result is set against: 比预算低1.5个百分点, 超额完成计划12%, 短收2亿元."""
    assert statement.changed is not None, "a change was read from a number"
    if _BUDGETED.search(text, start, end) or is_of_budget(statement):
        return "plan"
    beyond = beyond_plan(text, start, statement.changed.number_start)
    return None if beyond is None else "quota" if _GIVEN.search(beyond[0]) else "plan"


def _said(statement: Statement, before: Sequence[Statement], text: str, start: int, end: int) -> str | None:
    """Give the base that words of the clause say: 环比, 同比, 比上年."""
    assert statement.changed is not None, "a change was read from a number"
    month, annual = _PREVIOUS_PERIOD.search(text, start, end), _PREVIOUS_YEAR.search(text, start, end)
    if month and annual:
        first = not any(one.changed and annual.end() <= one.changed.end <= statement.changed.start for one in before)
        return "previous_period" if first == (month.start() < annual.start()) else "previous_year"
    return "previous_period" if month else "previous_year" if annual else None


def _framed(found: Sequence[Mark], text: str, start: int) -> Mark | None:
    """Give the time that a clause without a figure sets all behind it against: 与2015年相比，…."""
    frames = [one for one in found if one.role == "compared" and one.end <= start and _FRAME.match(text, one.end)]
    return frames[-1] if frames else None


_FRAME = re.compile("年?(?:同期|[末底])?(?:相比较?|比较|对比)?，")


def _of_start(start: Statement, found: Sequence[Mark], period: Period | None) -> str | None:
    """Give the time of what a change set out from: 由2012年的355亿元增加到772亿元，增长1.2倍."""
    own = [mark for mark in found if mark.role == "base" and start.start <= mark.start < start.end]
    return _time(own[-1], period) if own else None


_PREVIOUS_PERIOD = re.compile("环比|[比较]上个?(?:月|季度|期)")
_UNDATED = re.compile(
    "(?:(?<![占对同环])比(?![例重值])|较|与)[^，。；\\d]{1,12}(?:时|前|之初|期间)(?=[^，。；]{0,6}[增减提下上高低多少快翻])"
)
"""A time that is named by what happened then, and that nobody can date: 较改革前增长."""


def _is_compared(statement: Statement, text: str) -> bool:
    """Say whether a change is measured from what names no time that is known: 比历史最高年份增加, 比对照田增产."""
    since = next((one.lead.since for one in reversed(statement.readings) if one.change), None)
    return since is not None and _COMPARES.match(text, *since) is not None


_COMPARES = re.compile("[比较]")
_TIMES_OF = re.compile(r"(?:是|为|达到?|相当于|恢复[到至])[^，。；\d]{2,10}的\d[\d.]*倍")
"""So many times what there was at a time that nobody can date: 疫情前的|1.2倍."""
_BUDGETED = re.compile(
    "(?:(?<![占对同环])比(?![例重值])|较)(?:年初)?(?:年度)?(?:预算|计划|目标)(?:数|安排)?"
    r"(?=[^，。；\d]{0,4}[增减提下上高低多少超短])"
)
"""One's own plan, which a result of the year is set against: 比年初预算|低1.5个百分点."""
_PREVIOUS_YEAR = re.compile("同比|(?<!历史|常年|往年|多年|近年)同期|[比较](?:上一?|去)年|[比较]年初|上年同期")


def _of_plan(statement: Statement, text: str) -> str | None:
    """Give the base of a part of a plan that was completed: 完成年初预算的102.3%."""
    if statement.role != "completion" or statement.value is None:
        return None
    at = statement.value.number_start
    stop = max(text.rfind(sign, 0, at) for sign in "，。；：（")
    return "quota" if _GIVEN.search(text, stop + 1, at) else "plan"


_GIVEN = re.compile("国家|上级|[省市州]定|[省市州]里|[省市州]级?下达|下达|中央|[省市]政府下|[省市]考核")


def _reach(statement: Statement, before: Sequence[Statement], text: str) -> int:
    """Give where the words begin that may say the base of a change: its clause, behind the figure before."""
    assert statement.changed is not None, "a change was read from a number"
    at = statement.changed.start
    start = max(text.rfind(sign, 0, at) for sign in "，。；：（") + 1
    for one in before:
        quantity = one.changed or one.value
        if quantity and start < quantity.end <= at and _NAMED.search(text, quantity.end, at):
            start = quantity.end
    return start


_NAMED = re.compile("[\u4e00-\u9fff]{3}")
"""A subject of its own stands between two figures."""


def _time(mark: Mark, period: Period | None) -> str:
    """Say a base as a time; the year before that of the figure is `previous_year`.

    去年 of a speech in the next year may be the year reviewed, which is no base of its own.
    """
    near = period is not None and not period.is_span and mark.period.last in (period.last - 1, period.last)
    return "previous_year" if near and mark.word == "relative" else str(mark.period)
