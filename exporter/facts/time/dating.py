"""Date a statement: its period, what it is measured from, whether it is a mean, and what kind of figure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.facts.statements.changes import Statement
from exporter.facts.time.bases import base_of
from exporter.facts.time.expressions import marks
from exporter.facts.time.kinds import is_beside_its_result, is_to_come, kind_of
from exporter.facts.time.marks import Mark
from exporter.facts.time.moments import Moment
from exporter.facts.time.period import Period, year
from exporter.facts.time.periods import period_of
from exporter.facts.time.report_years import Calendar
from exporter.model import FactKind


@dataclass(frozen=True, slots=True)
class Dating:
    """What a fact holds of time."""

    period: Period | None
    base: str | None
    average: bool
    kind: FactKind
    sure: bool


def times_of(text: str, moment: Moment, calendar: Calendar) -> tuple[Mark, ...]:
    """Find the words of a folded sentence that name a time."""
    section = moment.section
    return marks(text, calendar.setting(section.ahead, moment.period, section.kind != "none"))


def dated(
    stated: Sequence[Statement], found: Sequence[Mark], text: str, moment: Moment, calendar: Calendar
) -> Iterator[tuple[Statement, Dating]]:
    """Date the statements of a folded sentence, whose words of time are `found`."""
    for place, statement in enumerate(stated):
        quantity = statement.value or statement.changed
        assert quantity is not None, "a statement holds a number"
        at = quantity.number_start
        period = period_of(statement, at, found, moment, text)
        if period == moment.period and is_to_come(statement, at, text):
            period = None
        kind = kind_of(statement, at, period, moment, calendar, text)
        untold = kind == "actual" and moment.section.ahead and period == moment.period
        if untold and calendar.reviewed and calendar.is_ahead(period):
            period = year(calendar.reviewed)
        mean = is_mean(statement, text)
        base = base_of(statement, stated[:place], found, period, mean, text, _is_course(moment))
        sure = moment.section.sure
        if kind == "target" and calendar.is_over(period) and not is_beside_its_result(text, at):
            sure = sure and period == moment.period
            period = None  # nothing is hoped for then, so the aim's own time is not told
        yield statement, Dating(period, base, mean, kind, sure)


def _is_course(moment: Moment) -> bool:
    """Say whether a sentence is one of several years, by its own paragraph or its section."""
    return moment.period is not None and moment.period.is_span


def is_mean(statement: Statement, text: str) -> bool:
    """Say whether a statement is a mean of several years; 年均浓度 is the name of a level."""
    if statement.grows_yearly and statement.value is not None:
        return True
    if not statement.average or statement.role in ("rank", "base"):
        return False
    return _MEAN.search(text, statement.clause, (statement.changed or statement.value or statement).end) is not None


_MEAN = re.compile(
    r"(?:年均|年平均|平均每年|每年平均|年递增|逐年平均)(?!浓度|[\u4e00-\u9fff]{0,3}(?:浓度|气温|降水|降雨|水位|值))"
)


def named(statement: Statement, dating: Dating) -> str:
    """Give the name of a figure; one of each of several years says so, since its time is all of them."""
    several = statement.of_each_year and dating.period is not None and dating.period.is_span
    name = statement.name.text
    return f"每年{name}" if several and not name.startswith("每年") else name
