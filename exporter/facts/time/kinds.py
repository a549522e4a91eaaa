"""Say whether a figure is a result, a target or an estimate, and how sure that is."""

from __future__ import annotations

import re

from exporter.facts.statements.changes import Statement
from exporter.facts.time.calendar import Calendar
from exporter.facts.time.moments import Moment
from exporter.facts.time.period import Period
from exporter.model import FactKind


def kind_of(
    statement: Statement, at: int, period: Period | None, moment: Moment, calendar: Calendar, text: str
) -> FactKind:
    """Say what a statement is whose number stands at `at` of its folded sentence."""
    if statement.role == "base":
        return "actual"
    if _ASIDE.search(text, max(0, at - 16), at):
        return "target"
    if moment.section.ahead:
        return _among_aims(statement, at, period, calendar, text)
    if moment.section.kind == "review":
        ahead = period is not None and calendar.reviewed is not None and period.last > calendar.reviewed
        if ahead or _WILL.search(text, statement.clause, at):
            return "target"
        return "estimate" if statement.estimate else "actual"
    if statement.estimate:
        return "estimate"
    told = _DONE.search(text, 0, at) or _NOW.search(text, 0, at)
    aims = statement.strive or _AIM.search(text, 0, at) is not None
    return "target" if aims and not told else "actual"


_ASIDE = re.compile("（[^（）]{0,6}(?:目标|计划|预期)(?:任务|值|数|增长|为|是|：)*$")
"""A target told beside its result: 增长14.44%（年度目标7%左右）."""
_AIM = re.compile(r"目标|力争|争取|确保|到(?:20\d{2}|二零[二三]零)年|要(?![素求点])|将|计划(?!生育)|建议|预算安排")


_WILL = re.compile("将(?:会|可|要)?(?:形成|达到?|建成|实现|投产|完成|突破|超过|新增|带动|增加|建设)")


def _among_aims(statement: Statement, at: int, period: Period | None, calendar: Calendar, text: str) -> FactKind:
    past = period is not None and calendar.planned is not None and period.last < calendar.planned
    if past or _DONE.search(text, max(0, at - 12), at) or _NOW.search(text, statement.clause, at):
        return "estimate" if statement.estimate else "actual"
    return "target"


_DONE = re.compile("现有|已(?:完成|达|建成|开工|投入|落实|有|经)")
_NOW = re.compile("目前|截至|当前|至今")
