"""Find the figures of a table: a row an indicator, a column a year, a unit or a growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporter.facts.numbers.numerals import fold, parse_numeral
from exporter.facts.numbers.units import unit_of
from exporter.facts.passages import Grid, Passage
from exporter.facts.statements.measures import currency_of
from exporter.facts.tables.columns import YEAR, Column, columns_of
from exporter.facts.time.moments import Moment
from exporter.facts.time.period import Period, year
from exporter.facts.time.report_years import Calendar
from exporter.facts.time.sections import Section
from exporter.model import ChangeKind, Fact, Measure, Span, Stretch


def facts_of_grid(grid: Grid, moment: Moment, calendar: Calendar, source: str) -> Iterator[Fact]:
    """Find the figures of a table; a table whose head names no column of values has none."""
    caption = fold(grid.caption.text)
    unit, named = _UNIT_OF_ALL.search(caption), YEAR.search(caption)
    told = year(int(named[0])) if named else moment.period
    columns = columns_of(grid, _current(told if named else None, moment, calendar))
    if not any(column.kind in ("value", "share", "growth") for column in columns):
        return
    before = _Row((), "", "", unit[1] if unit else None, told)
    for cells in grid.rows:
        row = _row(cells, columns, before)
        if row.label and len(cells) > 1:
            for figure in _figures(row, columns):
                yield _fact(row, figure, moment.section, calendar, source)
            before = row


def _current(told: Period | None, moment: Moment, calendar: Calendar) -> int | None:
    """Give the year of months whose year no head says: the caption's, the section's, or that of the document."""
    if told is None and moment.section.title is None and calendar.planned:
        return calendar.planned
    told = told or moment.period
    return told.last if told else None


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Passage, ...]
    label: str
    whole: str
    """The row that this one is marked as a part of (#), or empty."""
    unit: str | None
    """Its own unit, or that of the row before, or of the whole table."""
    period: Period | None


def _row(cells: tuple[Passage, ...], columns: Sequence[Column], before: _Row) -> _Row:
    first = cells[0].text.strip() if cells else ""
    label = _label(first)
    whole = (before.whole or before.label) if _PART.match(first) else ""
    return _Row(cells, label, whole, _unit_of_row(cells, columns) or before.unit, before.period)


_UNIT_OF_ALL = re.compile(r"单位：? ?([^\s，。；）]{1,8})")
_PART = re.compile(r"#|＃|其中|\*")
_ASIDE = re.compile(r"（([^（）]{1,12})）")
_NUMBERING = re.compile(
    r"^(?:[#＃*]|其中[:：]?|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、．](?!\d))+"
)


def _label(text: str) -> str:
    printed = _NUMBERING.sub("", "".join(text.split()))
    printed = _ASIDE.sub(lambda aside: "" if unit_of(aside[1]) else aside[0], _wide(printed)).strip("：:")
    return printed.removeprefix("全年")


def _wide(text: str) -> str:
    """Give a text with full-width brackets, else as it is."""
    return text.replace("(", "（").replace(")", "）")


@dataclass(frozen=True, slots=True)
class _Number:
    """A cell that is a number, and the place in the source of its sign and digits."""

    amount: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class _Figure:
    """A value of a row with the growth behind it, or a growth alone."""

    column: Column
    value: _Number | None
    change: _Number | None
    period: Period | None = None
    """Of a part of a plan: that of the value before it."""


def _mean(column: Column, number: _Number, values: Sequence[_Figure]) -> _Figure:
    """Give a mean growth the years of the values before it, and their plan."""
    years = [value.column.period for value in values if value.column.period]
    course = Period(years[0].first + 1, years[-1].last) if len(years) > 1 and years[0].first < years[-1].last else None
    return _Figure(replace(column, planned=values[-1].column.planned), None, number, course)


def _unit_of_row(cells: Sequence[Passage], columns: Sequence[Column]) -> str | None:
    """Give the unit that a row prints: in a column of its own, or behind its label."""
    for cell, column in zip(cells, columns, strict=False):
        if column.kind == "unit" and unit_of("".join(cell.text.split())):
            return "".join(cell.text.split())
    asides = _ASIDE.findall(_wide(cells[0].text)) if cells else []
    return asides[-1] if asides and unit_of(asides[-1]) else None


def _figures(row: _Row, columns: Sequence[Column]) -> Iterator[_Figure]:
    """Join the values of a row with the growth that stands behind them."""
    values: list[_Figure] = []
    for cell, column in zip(row.cells[1:], columns[1:], strict=False):
        number = _number(cell)
        if number is None or column.kind in ("unit", "label", "ratio"):
            continue
        if column.kind == "completion":
            yield _Figure(column, number, None, values[-1].column.period if values else None)
        elif column.mean and values:
            yield from values
            yield _mean(column, number, values)
            values.clear()
        elif column.kind == "growth" and values:
            at = _grown(values)
            values[at] = replace(values[at], change=number)
            yield from values
            values.clear()
        elif column.kind in ("growth", "points"):
            yield from values
            values.clear()
            yield _Figure(column, None, number)
        else:
            values.append(_Figure(column, number, None))
    yield from values


def _grown(values: Sequence[_Figure]) -> int:
    """Give the place of the value that a growth behind several is of: the last of the latest year."""
    years = [one.column.period.last if one.column.period else 0 for one in values]
    return max(range(len(values)), key=lambda at: (years[at], at))


def _number(cell: Passage) -> _Number | None:
    """Read a cell that is a number."""
    found = _CELL.fullmatch(fold(cell.text))
    digits = parse_numeral(found[2]) if found else None
    if found is None or digits is None or digits.number is None or digits.form != "plain":
        return None
    return _Number(
        -digits.number if found[1] else digits.number,
        cell.span(found.start(1) if found[1] else found.start(2), found.end(2)),
    )


_CELL = re.compile(r"\s{0,9}(-)?\s{0,9}(\d[\d，.]{0,24})\s{0,9}%?\s{0,9}")


def _fact(row: _Row, figure: _Figure, section: Section, calendar: Calendar, source: str) -> Fact:
    column, value, change = figure.column, figure.value, figure.change
    number = value or change
    assert number is not None, "a figure holds a number"
    label = row.cells[0].span(0, len(row.cells[0].text))
    period = year(int(row.label[:4])) if _YEAR_LABEL.match(row.label) else column.period or figure.period or row.period
    unit = (column.unit or row.unit) if value else None
    grown = change is not None or column.kind == "added"
    several = column.mean or (period is not None and period.is_span)
    span = Span(min(label.start, number.span.start), (change or number).span.end)
    return Fact(
        id="",
        span=span,
        line=0,
        quote=source[span.start : span.end],
        indicator=_named(row, column, value is not None),
        value=source[value.span.start : value.span.end] if value else None,
        number=value.amount if value else None,
        unit=unit,
        currency=currency_of(unit, "CNY"),
        change=_amount(figure),
        change_kind=_kind(figure),
        measure=_measure(figure),
        base="plan" if column.kind == "completion" else "previous_year" if grown and not several else None,
        average=column.mean,
        period=str(period) if period else None,
        period_type=period.kind if period else None,
        kind="target" if _is_planned(column, period, calendar) else "actual",
        part_of=row.whole or None,
        section=section.title,
        sure=section.sure,
        number_span=number.span,
        account=tuple(_account(figure, label)),
    )


def _account(figure: _Figure, label: Span) -> Iterator[Stretch]:
    """Account for a cell: the number is its clause, what row and columns say of it is inherited."""
    number = figure.value or figure.change
    assert number is not None, "a figure holds a number"
    yield Stretch(number.span, "value" if figure.value else "change")
    yield Stretch(label, "thing", True)
    if figure.column.head:
        yield Stretch(figure.column.head, "modifier", True)
    if figure.value and figure.change:
        yield Stretch(figure.change.span, "change", True)


def _is_planned(column: Column, period: Period | None, calendar: Calendar) -> bool:
    """Say whether a column holds what is aimed at: by its head, or by a year of the plan that the document is."""
    return column.planned or bool(calendar.plan and period and period.last >= calendar.plan.first)


def _measure(figure: _Figure) -> Measure:
    if figure.column.kind in ("completion", "share"):
        return "completion" if figure.column.kind == "completion" else "share"
    return "level" if figure.value and figure.column.kind != "added" else "change"


_YEAR_LABEL = re.compile(r"(?:19|20)\d{2}年?$")
_MEASURED = ("量", "额", "率", "值", "数", "收入", "支出", "面积", "余额")


def _named(row: _Row, column: Column, measured: bool) -> str:
    """Name a figure: by its row, with what its column measures; by its column where the rows are years."""
    if _YEAR_LABEL.match(row.label):
        return column.name or row.label
    adds = column.measure and measured and not row.label.endswith(_MEASURED)
    return row.label + column.measure if adds or (measured and column.kind == "share") else row.label


def _amount(figure: _Figure) -> Decimal | None:
    if figure.change:
        return figure.change.amount
    return figure.value.amount if figure.value and figure.column.kind == "added" else None


def _kind(figure: _Figure) -> ChangeKind:
    if figure.change:
        return "percentage_points" if figure.column.kind == "points" else "percent"
    return "absolute" if figure.column.kind == "added" else "none"
