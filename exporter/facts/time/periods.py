"""Say which year a figure describes, and whether it is a result, a target or an estimate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.facts.statements.changes import Statement
from exporter.facts.time.expressions import OPENING, Calendar, Mark, Section
from exporter.model import FactKind


def span_of(found: Sequence[Mark], span: str | None, section: Section) -> str | None:
    """Give the years that a passage speaks of behind a sentence: one that begins with years sets them."""
    if section.kind == "plan" or not found or found[0].start > OPENING:
        return span
    return found[0].period if "-" in found[0].period else None


def period_of(
    statement: Statement, at: int, found: Sequence[Mark], section: Section, span: str | None, text: str
) -> str | None:
    """Give the year or years of a statement whose number stands at `at` of its sentence.

    `span`: years that the paragraph speaks of (五年来), for sums and yearly averages.
    """
    if statement.role == "base":
        return _base_period(statement, at, found, section, span)
    before = [m for m in found if m.start <= at and m.role == "at" and _speaks(m, statement, section)]
    period = before[-1].period if before else _unsaid(section)
    if before and "-" in before[-1].period:
        span = before[-1].period
    whole = span or (period if period and "-" in period else None)
    if whole and statement.role != "rank" and (statement.average or _SUM.search(text, statement.start, at)):
        return whole
    grown = statement.role == "change" and statement.value is None
    if span and not before and grown and not _YEARLY.search(text, statement.start, at):
        return span
    level = statement.role in ("value", "share", "rank") and (statement.arrived or section.kind == "plan")
    if period and "-" in period and (level or not before):
        return period.partition("-")[2]
    return period


def _speaks(mark: Mark, statement: Statement, section: Section) -> bool:
    """Say whether a mark dates a statement behind it: not one for its own clause, nor years ahead in a review."""
    if mark.local and mark.start < statement.clause:
        return False
    if section.kind != "review" or not section.period or mark.period[:4] <= section.period[-4:]:
        return True
    return "-" not in mark.period and (mark.towards or mark.start >= statement.clause)


def _unsaid(section: Section) -> str | None:
    """Give the time of a statement that names none: the section's, or the years of the plan it stands in."""
    return section.span if section.kind == "plan" and section.span else section.period


_YEARLY = re.compile("[上去]年|同比|年初|同期")
_SUM = re.compile("累计|(?<!公)共|合计|总计")


def _base_period(
    statement: Statement, at: int, found: Sequence[Mark], section: Section, span: str | None
) -> str | None:
    own = [mark for mark in found if mark.role == "base" and mark.start <= at]
    if own:
        return own[-1].period
    compared = [mark for mark in found if mark.role == "compared" and mark.start <= at]
    if compared:
        return compared[-1].period
    spans = [mark.period for mark in found if mark.start <= at and "-" in mark.period]
    years = spans[-1] if spans else span or section.period
    return str(int(years[:4]) - 1) if years else None


def kind_of(
    statement: Statement, at: int, period: str | None, section: Section, calendar: Calendar, text: str
) -> FactKind:
    """Say whether a statement is a result, a target or an estimate."""
    if statement.role == "base":
        return "actual"
    if statement.estimate and section.kind != "plan":
        return "estimate"
    year = int(period[:4]) if period and period[:4].isdigit() else None
    if section.kind == "plan":
        past = year is not None and calendar.planned is not None and year < calendar.planned
        return "actual" if past or _DONE.search(text, max(0, at - 12), at) else "target"
    if section.kind == "review":
        ahead = year is not None and calendar.reviewed is not None and year > calendar.reviewed
        return "target" if ahead or statement.strive else "actual"
    aims = statement.strive or _AIM.search(text, 0, at) is not None
    ahead = year is not None and calendar.planned is not None and year >= calendar.planned
    return "target" if aims or (ahead and _TOWARDS.search(text, 0, at)) else "actual"


_DONE = re.compile("目前|截至|现有|已(?:完成|达|建成|开工|投入|落实|有)")
_AIM = re.compile(r"目标|力争|争取|确保|到20\d{2}年|要(?![素求点])|将|计划|建议")
_TOWARDS = re.compile("到|将|会|要")
