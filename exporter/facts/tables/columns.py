"""Read the head of a table: what each of its columns holds, of when, and whether it happened or is planned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.units import unit_of
from exporter.facts.passages import Grid, Passage
from exporter.facts.time.period import Period, months, year
from exporter.model import Span

ColumnKind: TypeAlias = Literal["label", "unit", "value", "share", "completion", "growth", "points", "added", "ratio"]


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of its cells."""

    kind: ColumnKind
    name: str
    """The head without its unit."""
    measure: str = ""
    """What is measured, where the head says it: 产量."""
    unit: str | None = None
    period: Period | None = None
    planned: bool = False
    """A budget, a plan or a target, not what came of it."""
    head: Span | None = None

    @property
    def mean(self) -> bool:
        """A mean of several years: 年均增长."""
        return self.kind == "growth" and "年均" in self.name


def columns_of(grid: Grid, current: int | None) -> tuple[Column, ...]:
    """Read the columns of a table; `current` is the year of months whose year no head says."""
    return tuple(_column(cell, place, current) for place, cell in enumerate(grid.head))


def _column(cell: Passage, place: int, current: int | None) -> Column:
    """Read the head of a column: 产量（万吨）, 2022年（亿元）, 比上年增长（%）, 2025年预算数, 1-3月."""
    head = fold("".join(cell.text.split()))
    where = cell.span(0, len(cell.text)) if cell.text else None
    aside = _ASIDE.search(head)
    unit = aside[1] if aside and unit_of(aside[1]) else None
    unit = "%" if head.endswith("%") else unit  # of several heads the last is nearest to the figures
    name = _ASIDE.sub("", head)
    period = _period(head, current)
    if place == 0:
        return Column("label", name, head=where)
    if "单位" in name:
        return Column("unit", name, head=where)
    if _COMPLETION.search(head):
        return Column("completion", name, unit="%", period=period, head=where)
    if _OF_ANOTHER.search(head):
        return Column("ratio", name, unit="%", period=period, head=where)
    if _GROWTH.search(name):
        kind: ColumnKind = "points" if "百分点" in head else "added" if name.endswith(("额", "量")) else "growth"
        return Column(kind, name, unit=unit, period=period, head=where)
    if _SHARE.search(name):
        return Column("share", name, "比重", "%", period, head=where)
    measure = name if _MEASURE.search(name) else ""
    return Column("value", name, measure, unit, period, _PLANNED.search(name) is not None, where)


def _period(head: str, current: int | None) -> Period | None:
    """Give the time that a head names: a year, a half, a quarter, months."""
    named = YEAR.search(head)
    number = int(named[0]) if named else current
    if number is None:
        return None
    if found := _MONTHS.search(head):
        return months(number, int(found[1]), int(found[2]))
    if found := _MONTH.search(head):
        return months(number, int(found[1]), int(found[1]))
    if found := _PART.search(head):
        return Period(number, number, _PARTS[found[0]])
    return year(number) if named else None


YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_MONTHS = re.compile(r"(?<!\d)(1?\d)月?[-—–~至](1?\d)月")
_MONTH = re.compile(r"(?<![\d-])(1[0-2]|[1-9])月(?!份?末)")
_PARTS = {
    "上半年": "H1",
    "下半年": "H2",
    "一季度": "Q1",
    "二季度": "Q2",
    "三季度": "Q3",
    "四季度": "Q4",
    "前三季度": "01/09",
}
_PART = re.compile("前三季度|上半年|下半年|[一二三四]季度")
_ASIDE = re.compile(r"（([^（）]{1,12})）")
_COMPLETION = re.compile(
    "(?:为|占|完成)[^，（]{0,6}(?:预算|计划|目标|任务)[^，]{0,3}[%％]?$|(?:完成|执行)[%％]$|完成率|完成进度|完成比例|预算完成"
)
_OF_ANOTHER = re.compile("[为占].{0,12}(?:[%％]|百分比)）?$")
"""What a column is in percent of another that is no plan (预算数为执行数的%), which is no measure of its row."""
_PLANNED = re.compile("(?<![为占])(?:预算|计划|目标|预期|规划)(?!.{0,4}(?:执行|完成|实际|决算))")
_GROWTH = re.compile("增长|增减|增加额|增速|涨幅|升降|比上年|同比|比年初")
_SHARE = re.compile("比重|占比|构成")
_MEASURE = re.compile("(?:产量|面积|产值|增加值|收入|支出|总额|销售额|人数|数量|余额|投资|存栏|出栏)$")
