"""Say whether a figure is a result, a target or an estimate, and how sure that is."""

from __future__ import annotations

import re

from exporter.facts.statements.changes import Statement
from exporter.facts.statements.closed_classes import WORKING
from exporter.facts.time.meanings import SEASON
from exporter.facts.time.moments import Moment
from exporter.facts.time.period import Period
from exporter.facts.time.report_years import Calendar
from exporter.facts.time.witnesses import tense
from exporter.model import FactKind


def kind_of(
    statement: Statement, at: int, period: Period | None, moment: Moment, calendar: Calendar, text: str
) -> FactKind:
    """Say what a statement is whose number stands at `at` of its folded sentence; a forecast tells no results."""
    kind = _kind(statement, at, period, moment, calendar, text)
    foretold = kind == "actual" and statement.role != "base" and _FORECAST.search(moment.section.title or "")
    return "estimate" if foretold else kind


_FORECAST = re.compile("[预預][测測]$")
"""The heading of what is foreseen: 中期财政预测."""


def _kind(
    statement: Statement, at: int, period: Period | None, moment: Moment, calendar: Calendar, text: str
) -> FactKind:
    if statement.role == "base":
        return "actual"
    if is_beside_its_result(text, at) or _is_limit(statement, moment):
        return "target"
    if is_to_come(statement, at, text):
        return "estimate" if statement.estimate else "target"
    if _BEARS_FRUIT.search(text, 0, at):
        return "estimate"
    if moment.section.ahead:
        done = moment.section.kind == "plan" and tells_results(text)
        return "actual" if done else _among_aims(statement, at, period, calendar, text)
    if moment.section.kind == "review":
        return _among_results(statement, at, period, calendar, text)
    if statement.estimate:
        return "estimate"
    past = calendar.is_over(period)
    if _is_ahead(period, calendar, text, at):
        return "target"
    if not past and _AIMED_AT.match(text, statement.end) and _TOWARDS.search(text, statement.clause, at):
        return "target"
    told = (
        (past and not _HOPED.search(text, statement.clause, at))
        or _DONE.search(text, 0, at)
        or _NOW.search(text, 0, at)
    )
    aims = statement.strive or _AIM.search(text, 0, at) is not None
    return "target" if aims and not told else "actual"


def _is_limit(statement: Statement, moment: Moment) -> bool:
    """Say whether a paper that tells of no year sets a limit by a sign."""
    return moment.section.kind == "none" and statement.value is not None and statement.value.qualifier in _SIGNS


_SIGNS = frozenset(("≤", "≥", "<=", ">=", "<", ">", "＜", "＞"))
"""Signs of a limit, as standards set it."""


def _is_ahead(period: Period | None, calendar: Calendar, text: str, at: int) -> bool:
    """Say whether a time lies ahead, or is one of several years that run on, of which nothing is done yet."""
    if period is None or calendar.planned is None:
        return False
    runs_on = period.is_span and period.last > calendar.planned and not _DONE.search(text, 0, at)
    return period.first > calendar.planned or runs_on


_BEARS_FRUIT = re.compile(
    "(?:本年度|今年|本届|全年|任期)[^。；，]{0,16}(?:成果|成绩|成效|收获)(?:丰硕|斐然|显著|卓著|骄人|不少|丰富)，[^，。；\\d]{0,4}将"
)
"""What is told as the fruit of a time that is not over yet: 本年度成果丰硕，将一共|通过46条条例草案."""


def _among_results(statement: Statement, at: int, period: Period | None, calendar: Calendar, text: str) -> FactKind:
    ahead = calendar.is_ahead(period) and not _LAST_WINTER.search(text, 0, at)
    if ahead and _is_since_then(period, calendar) and not _AIM.search(text, statement.clause, at):
        return "actual"
    if ahead or _WILL.search(text, statement.clause, at):
        return "target"
    if statement.strive and not _is_reached(statement, at, text):
        return "target"
    return "estimate" if statement.estimate else "actual"


def _is_since_then(period: Period | None, calendar: Calendar) -> bool:
    """Say whether a time is the first months of the year of the speech, of which a review tells as well."""
    return period is not None and period.first == calendar.planned and period.part in ("01", "02", "01/02")


_LAST_WINTER = re.compile(f"(?=[去上])(?:{SEASON})")
"""A season over the turn of the year, of which results are told although its second year is that of the plan."""


def _is_reached(statement: Statement, at: int, text: str) -> bool:
    """Say whether a clause tells of a result, though one before it strives."""
    return statement.clause > 0 and _STRIVES.search(text, statement.clause, at) is None


_STRIVES = re.compile("力争|争取")


def is_beside_its_result(text: str, at: int) -> bool:
    """Say whether a number at `at` is a target told beside its result: 增长14.44%（年度目标7%左右）."""
    return _ASIDE.search(text, max(0, at - 16), at) is not None


_ASIDE = re.compile("（[^（）]{0,6}(?:目标|计划|预期)(?:任务|值|数|增长|为|是|：)*$")
_HOPED = re.compile("目标|力争|争取|确保|计划(?!生育)|建议|预算安排")
"""What makes an aim even of a time that is over; 将 may only take up an object there: 在2018年将比例调整至…."""
_AIM = re.compile(
    rf"{_HOPED.pattern}|到(?:20\d{{2}}|二零[二三]零)年|(?<![主需重首])要(?![素求点])|(?<!现)将|(?:政府|我们?)会(?=[^议])"
)
_TOWARDS, _AIMED_AT = re.compile("迈向|朝着|向着|瞄准|锚定|订立|定下"), re.compile(" ?的?(?:目标|指标)")
"""What leads to an aim that stands behind its number: 逐步迈向|15%|的目标."""


_WILL = re.compile("将(?:会|可|要)?(?:形成|达到?|建成|实现|投产|完成|突破|超过|新增|带动|增加|建设)")


def is_to_come(statement: Statement, at: int, text: str) -> bool:
    """Say whether a figure is what a work will do once it is done: 投产后可实现…; the source does not say when."""
    begin = text.rfind("；", 0, at) + 1
    if text.find("后", begin, at) < 0:
        return False
    now = _DONE.search(text, statement.clause, at) or _NOW.search(text, statement.clause, at)
    return now is None and _ONCE_DONE.search(text, begin, at) is not None


_ONCE_DONE = re.compile(
    rf"{WORKING}(?:以|之)?后，?[^，。；]{{0,6}}"
    "(?:将|可|能|预计|有望|年(?=[产税纳利销处加]))"
)


def tells_results(text: str) -> bool:
    """Say whether a sentence by itself tells of what was done, whatever its section is: 圆满完成…，扭转了…."""
    return not _AIMS.search(text) and len(set(_TOLD.findall(text))) > 1 and tense(text) > _RESULTS


_AIMS = re.compile("力争|确保|以上|将|要(?![素求点])|今年|目标|任务|全年|年内")
_TOLD = re.compile("了|圆满|顺利|成功|得到|荣获|拥有|居全[国省市]|首次|来之不易")
_RESULTS = 2.5


def _among_aims(statement: Statement, at: int, period: Period | None, calendar: Calendar, text: str) -> FactKind:
    told = _DONE.search(text, max(0, at - 12), at) or _NOW.search(text, statement.clause, at)
    told = told or _ALREADY.search(text, max(statement.clause, at - 10), at)
    if told or calendar.is_over(period):
        return "estimate" if statement.estimate else "actual"
    return "target"


_DONE = re.compile("现有|已(?:完成|达|建成|开工|投入|落实|有|经)|(?:形成|确定|选出|征集|收集|梳理出?)了[约近超]?$")
_ALREADY = re.compile("(?<![对由为将业])已(?![知批建签])[\u4e00-\u9fff]{2}[约近超过 ]*$")
"""What is done by now, right before its number: 已觅得|350公顷."""
_NOW = re.compile("目前|截至|当前|至今")
