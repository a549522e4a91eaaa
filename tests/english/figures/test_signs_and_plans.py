"""What a figure is measured from, and both its ends, are said; else nothing is."""

from __future__ import annotations

import pytest

from tests.english.figures.test_alignment import verified


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("居民消费价格上涨-0.4%", "Consumer prices decreased by 0.4 percent."),
        ("公路密度达到88公里/百平方公里", "Road density stood at 88 kilometers per 100 square kilometers."),
        ("税收收入超额完成年度计划4.4%", "Tax revenue exceeded the annual plan by 4.4 percent."),
        ("税收收入短收6亿元", "Tax revenue fell short of the budgeted figure by 600 million yuan."),
        ("粮食亩产提高15至25公斤", "Grain yield per mu increased by 15 to 25 kilograms."),
        ("粮食亩产提高15公斤～25公斤", "Grain yield per mu increased by 15 to 25 kilograms."),
        ("吸引香港投资6亿元", "A total of 600 million yuan of investment from Hong Kong was attracted."),
        ("亩均税收12万元/亩", "Tax revenue per mu stood at 120,000 yuan."),
        ("争取世界银行贷款2亿美元", "US$200 million of World Bank loans was obtained."),
        ("铁路客运量和货运量分别增长3%、6%", "Railway freight volume increased by 6 percent."),
        ("1—5月用电量增长3%", "Electricity consumption increased by 3 percent in the first five months of 2025."),
    ],
)
def test_it_is_said_as_it_is_meant(clause: str, english: str) -> None:
    assert english in verified(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "固定资产投资下降-3.3%",
        "减少排放二氧化碳9万吨",
        "减少使用化肥120吨",
        "粮食产量比历史最高年份增加1.5万吨",
        "平均单产比对照田增加18公斤",
        "香港投资增长7%",
        "惠民补贴增加2至3倍",
        "教育支出增加2亿元至30亿元",
        "60%的村集体经济收入达到15万元",
    ],
)
def test_what_is_not_certain_is_not_said(clause: str) -> None:
    assert verified(clause) == ()


def test_months_keep_their_capital_where_a_time_opens_the_sentence() -> None:
    (english,) = verified("截至11月末，贷款余额66亿元，比年初增加7亿元")
    assert english.startswith("At the end of November 2025, ")
