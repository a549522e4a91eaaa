"""Say which time a figure describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.facts.statements.changes import Statement
from exporter.facts.time.marks import Mark
from exporter.facts.time.moments import Moment
from exporter.facts.time.period import Period, year


def period_of(statement: Statement, at: int, found: Sequence[Mark], moment: Moment, text: str) -> Period | None:
    """Give the time of a statement whose number stands at `at` of its folded sentence; None where none is said."""
    if statement.role == "base":
        return _base_period(found, at, text.rfind("；", 0, at) + 1)
    mark = _mark_of(statement, at, found, moment, text)
    period = mark.period if mark else moment.period
    if mark is None and statement.verb is not None and _RECENTLY.search(text, 0, at):
        return None
    if mark is None and period is not None and period.point and statement.verb is not None:
        period = replace(period, point=False)  # what was done is no state at the end of a time
    if statement.average or _SUM.search(text, statement.start, at):
        summed = mark is not None and mark.towards and text.find("累计", statement.start, at) >= 0
        mean = statement.average or summed
        return _whole(period, mark, found, at, moment, mean) if statement.role != "rank" else _end(period)
    if period is None or not period.is_span:
        return period
    return _end(period) if _is_state(statement, at, text) else period


_RECENTLY = re.compile("(?:^|[，；：])(?:近年来?|近[几些]年来?|多年来|这些年来?)，")
"""Years of which nobody says how many; what was done then is of no one of them."""
_SUM = re.compile("累计|(?<!公)共(?![同享建有])|合计|总计")


def _mark_of(statement: Statement, at: int, found: Sequence[Mark], moment: Moment, text: str) -> Mark | None:
    """Give the mark that dates a statement: the last before its number that speaks for its clause."""
    before = [one for one in found if one.start <= at and one.role == "at" and _speaks(one, statement, moment, text)]
    return before[-1] if before else None


def _speaks(mark: Mark, statement: Statement, moment: Moment, text: str) -> bool:
    """Say whether a mark dates a statement behind it: not one for its own clause, nor years ahead in a review."""
    if mark.start >= statement.clause:
        return moment.section.kind != "review" or not _is_later(mark, moment) or not mark.period.is_span
    if mark.local:
        return False
    if moment.section.kind != "review" or moment.section.period is None:
        return True
    if _is_later(mark, moment):
        return not mark.period.is_span and mark.towards
    return mark.period.last == moment.section.period.last or mark.start <= _FIRST or text.startswith("，", mark.end)


_FIRST = 6
"""Characters before a time that opens a sentence; an earlier year inside of it is an episode of its clause."""


def _is_later(mark: Mark, moment: Moment) -> bool:
    return moment.section.period is not None and mark.period.first > moment.section.period.last


def _whole(
    period: Period | None, mark: Mark | None, found: Sequence[Mark], at: int, moment: Moment, mean: bool
) -> Period | None:
    """Give the years of a sum or a mean: those named last, or those that its paragraph or section speaks of.

    By the last of them (到2030年) a mean is told, or what adds up till then (`mean`); neither is of that year alone.
    """
    if period is None or period.is_span or period.part:
        return period
    spans = [one.period for one in found if one.start <= at and one.role == "at" and one.period.is_span]
    if spans and spans[-1].last == period.last:
        return spans[-1]
    course = moment.section.period
    if course and course.is_span and course.last == period.last and mean:
        return course
    if mark is not None:
        return period
    return next(
        (one for one in moment.section.named if one.is_span and one.last == period.last and moment.focus), period
    )


def _is_state(statement: Statement, at: int, text: str) -> bool:
    """Say whether a figure is a state at the end of several years: a level, a share, a rank, a yearly growth.

    What stayed as it was is told of all of them.
    """
    if _STAYED.search(text[statement.start : at]):
        return False
    if statement.role in ("rank", "share") or statement.arrived:
        return True
    if _YEARLY.search(text, statement.start, statement.end):
        return True
    if _A_SHARE.search(statement.name.text) and _APART.search(text, statement.clause, at):
        return True
    if statement.value is None:
        return False
    if statement.verb is not None or _FLOW.search(text, statement.start, at) or _WON.match(statement.name.text):
        return False
    if statement.value.kind == "percent" or _LISTED.search(text, statement.clause, at):
        return True
    return any(words.search(text[statement.start : at]) for words in (_REACHED, _STOCK))


_A_SHARE = re.compile("(?:比重|占比|比例|率)(?:$|高于|低于|高出|优于)")
_APART = re.compile("(?:高于|低于|高出|优于)全[国省市县]")
"""How far a share is from that of a larger place: it is so as long as the share is."""
_LISTED = re.compile("(?:达到?|突破|拥有|现有)[^，。；增减建]{1,12}、[^，。；增减建]*$")
"""A list that began with what there is: 甲类平台达到8个、|乙类平台45家."""
_YEARLY = re.compile(r"[上去]年|同比|年初|同期|[比较是为](?:(?:19|20)\d{2}|[一二][零一二三四五六七八九]{3})年")
"""What is compared with a single year is of a single year."""
_FLOW = re.compile(
    "新增|净增|累计|治理|改造|修复|整治|新建|新开|总投|投入|减税|减免|完成[^，。；]{0,8}投资|五年|共|年均|使用外资|利用外资|增加"
)
_WON = re.compile("获|荣获|入选|被|列入|评为|当选|通过")
"""What a name begins with that says what happened to those counted: 有12所|获得奖项."""
_STAYED = re.compile(r"(?:稳定|保持|维持|控制)在?[^，。；]{0,3}$")
_STOCK = re.compile(
    "(?:总值|GDP|增加值|产值|收入|余额|里程|面积|规模|总量|数量|人口|总数|户数|人数|保有量|存栏|装机|容量|能力|率|比重|总额|产量)"
    "(?:已|均|分别|全面|首次|连续|成功)*(?:近|约|超过?|突破)?$"
)
_REACHED = re.compile("(?:达到?|为|突破|超过|[升增降减]至|[高低长少展加]到|占|余额|拥有|总数|总量|有)[^，。；]{0,3}$")


def _end(period: Period | None) -> Period | None:
    return period.end if period else None


def _base_period(found: Sequence[Mark], at: int, begin: int) -> Period | None:
    """Give the time that a change set out from, where it is said: 由|2020年|的5.2万元.

    What is compared before `begin` is another change.
    """
    own = [mark.period for mark in found if mark.role in ("base", "compared") and begin <= mark.start <= at]
    if own:
        return replace(own[-1].end, point=own[-1].point)
    course = [mark.period for mark in found if mark.word == "range" and mark.start <= at]
    return year(course[-1].first) if course else None
