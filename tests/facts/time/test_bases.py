"""A change says what it is measured from; a mean of years says that it is one."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts

REVIEW, PLAN = "一、2017年工作回顾", "二、2018年主要任务"


@pytest.mark.parametrize(
    ("line", "base"),
    [
        ("税收增长9%。", "previous_year"),
        ("税收同比增长9%。", "previous_year"),
        ("税收环比增长9%。", "previous_period"),
        ("税收比2012年增长40%。", "2012"),
        ("税收较“十二五”末增长40%。", "2015"),
        ("税收达到90亿元，是2010年的2.3倍。", "2010"),
        ("税收完成年初预算的103%。", "plan"),
        ("税收完成省定任务的103%。", "quota"),
        ("五年来，税收年均增长9%。", None),
        ("税收90亿元。", None),
    ],
)
def test_bases(line: str, base: str | None) -> None:
    assert facts(REVIEW, line)[-1].base == base


def test_a_base_holds_for_its_own_indicator() -> None:
    first, second = facts(REVIEW, "税收比2012年增长40%，投资增长8%。")
    assert (first.base, second.base) == ("2012", "previous_year")


def test_each_of_two_bases_has_its_change() -> None:
    assert [one.base for one in facts(REVIEW, "销售面积环比、同比分别增长5%、15%。")] == [
        "previous_period",
        "previous_year",
    ]


@pytest.mark.parametrize(
    ("line", "average"),
    [("五年来，税收年均增长9%。", True), ("细颗粒物年均浓度34微克/立方米，下降8%。", False), ("税收增长9%。", False)],
)
def test_means_of_years(line: str, average: bool) -> None:
    assert facts(REVIEW, line)[-1].average is average


def test_a_rise_against_an_earlier_end_is_no_mean_for_standing_behind_one() -> None:
    lines = "“十四五”期间，地区生产总值突破900亿元、年均增长6%，较“十三五”末净增200亿元。"
    assert [one.average for one in facts("一、“十四五”时期工作回顾", lines)] == [True, False]


def test_a_manifold_growth_of_several_years_is_not_that_of_one() -> None:
    def bases(*lines: str) -> list[str | None]:
        return [fact.base for fact in facts(*lines)]

    assert bases("五年来，渔港泊位达到90个、增长2倍。") == [None]
    assert bases("同建港之初比较，渔获量增长3倍，渔船增长2倍。") == [None, None]
    assert bases("渔获量比2012年增长30%，利润增长1.5倍。") == ["2012", None]
    assert bases("渔获量增长1.2倍。") == ["previous_year"]


def test_what_was_done_in_recent_years_is_of_none_of_them() -> None:
    (fact,) = facts("近年来，新建渔港4座。")
    assert (fact.period, fact.deed) == (None, "新建")
