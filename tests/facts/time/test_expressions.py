"""Words of time say a year, several, or a part of one."""

from __future__ import annotations

import pytest

from exporter.facts.numbers.numerals import fold
from exporter.facts.time.expressions import marks
from exporter.facts.time.marks import Setting
from exporter.facts.time.period import Period, five_years, parse

SETTING = Setting(2025, 2026)


@pytest.mark.parametrize(
    ("text", "period", "kind"),
    [
        ("2025年，", "2025", "year"),
        ("二〇二四年，", "2024", "year"),
        ("去年，", "2025", "year"),
        ("上半年，", "2025-H1", "half"),
        ("2024年下半年，", "2024-H2", "half"),
        ("一季度，", "2025-Q1", "quarter"),
        ("前三季度，", "2025-01/2025-09", "to_date"),
        ("1—11月，", "2025-01/2025-11", "to_date"),
        ("前十个月，", "2025-01/2025-10", "to_date"),
        ("12月份，", "2025-12", "month"),
        ("截至11月底，", "2025-11", "point"),
        ("年末，", "2025", "point"),
        ("到2030年，", "2030", "year"),
        ("五年来，", "2021-2025", "span"),
        ("近三年，", "2023-2025", "span"),
        ("“十四五”时期，", "2021-2025", "span"),
        ("“十三五”末，", "2020", "point"),
        ("2021—2025年，", "2021-2025", "span"),
        ("今后五年，", "2026-2030", "span"),
        ("2020年以来，", "2020-2025", "span"),
    ],
)
def test_words_and_their_times(text: str, period: str, kind: str) -> None:
    (mark,) = marks(fold(text), SETTING)
    assert (str(mark.period), mark.period.kind, mark.role) == (period, kind, "at")


@pytest.mark.parametrize("text", ["编制“十五五”规划，", "是“十五五”开局之年，", "5月20日，", "《规划（2018—2035年）》"])
def test_what_is_only_named_dates_nothing(text: str) -> None:
    assert all(mark.role != "at" or mark.word == "relative" for mark in marks(fold(text), SETTING))


def test_a_plan_of_five_years_has_its_years() -> None:
    assert [str(five_years(one)) for one in (1, 2, 3, 7, 14)] == [
        "1953-1957",
        "1958-1962",
        "1966-1970",
        "1986-1990",
        "2021-2025",
    ]


@pytest.mark.parametrize("text", ["2025", "2021-2025", "2025-H1", "2025-Q3", "2025-11", "2025-01/2025-11"])
def test_a_period_is_read_as_it_is_written(text: str) -> None:
    period = parse(text)
    assert isinstance(period, Period)
    assert str(period) == text


@pytest.mark.parametrize("text", [None, "", "21", "2025-13x", "2025-01/2024-11"])
def test_what_is_no_period_is_none(text: str | None) -> None:
    assert parse(text) is None
