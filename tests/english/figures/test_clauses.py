"""Typical figures of a county's report, in our own words, and the English that each must get."""

from __future__ import annotations

from dataclasses import replace

import pytest

import exporter
from exporter.english.document import with_english
from exporter.facts.extract import facts_of

CLAUSES = (
    ("新建改建农村公路126公里", "A total of 126 kilometers of rural roads were built or rebuilt."),
    ("新改扩建公办幼儿园12所", "Twelve public kindergartens were built, rebuilt, or expanded."),
    ("建成5G基站860个", "A total of 860 5G base stations were completed."),
    ("新增规上企业45家", "Forty-five enterprises above the designated size were added."),
    ("盘活闲置厂房18万平方米", "A total of 180,000 square meters of idle factory buildings were put to good use."),
    ("兑现奖补资金1.8亿元", "A total of 180 million yuan in reward and subsidy funds was paid out."),
    ("实施老旧小区改造62个", "Sixty-two old urban residential communities were renovated."),
    ("收储土地2400亩", "A total of 2,400 mu (160 hectares) of land was purchased and held in reserve."),
    ("招引亿元以上项目38个", "Thirty-eight projects worth 100 million yuan or more were brought in."),
    ("办结12345热线工单4.2万件", "A total of 42,000 12345 hotline requests were handled to completion."),
    ("破获电信诈骗案312起", "A total of 312 telecom fraud cases were solved."),
    ("化解隐性债务16亿元", "A total of 1.6 billion yuan of hidden debt was resolved."),
    ("清理整顿散乱污企业75家", "Seventy-five small, scattered, and polluting firms were cleared up or rectified."),
    ("完成河道清淤65公里", "Sixty-five kilometers of river courses were dredged."),
    (
        "城乡低保标准提高到每人每月780元",
        "Urban and rural subsistence allowance standards rose to 780 yuan per person a month.",
    ),
    ("新增学位5400个", "A total of 5,400 school places were added."),
    ("为民营企业解决融资难题120个", "A total of 120 financing problems were solved for private enterprises."),
    (
        "为老年人提供居家上门服务1.6万人次",
        "A total of 16,000 person-times of home visit services were provided to the elderly.",
    ),
    ("为企业减负2.1亿元", "Burdens on enterprises were reduced by 210 million yuan."),
    (
        "为残疾人免费适配辅具620件",
        "A total of 620 assistive devices were fitted for people with disabilities free of charge.",
    ),
    ("减免房租860万元", "A total of 8.6 million yuan of rent was cut or waived."),
    ("新增天然气用户1.2万户", "A total of 12,000 natural gas users were added."),
    ("打通断头路12条", "Twelve dead-end roads were opened up."),
    ("打掉恶势力犯罪团伙6个", "Six criminal gangs were broken up."),
    ("给予党纪政务处分58人", "Fifty-eight people were given Party and administrative disciplinary action."),
    ("除险加固水库16座", "Sixteen reservoirs were reinforced."),
    ("选派驻村干部240名", "A total of 240 officials stationed in villages were sent."),
    ("征集新兵160名", "A total of 160 recruits were enlisted."),
    ("财政用于民生的支出占比达到80%", "The share of government spending on public wellbeing stood at 80 percent."),
    ("新招聘教师320名", "A total of 320 teachers were newly recruited."),
    ("新认定高新技术企业31家", "Thirty-one high-tech enterprises were newly recognized."),
    ("公开招聘护士35名", "Thirty-five nurses were openly recruited."),
    ("发放创业担保贷款3.1亿元", "A total of 310 million yuan in guaranteed loans for business startups was issued."),
    ("核减工程投资1.2亿元", "A total of 120 million yuan of project investment was cut."),
    ("清收不良资产2.1亿元", "A total of 210 million yuan in non-performing assets was recovered."),
    ("整治道路事故多发点42处", "Forty-two accident-prone road sections were improved."),
    (
        "新建果蔬基地1.2万亩",
        "A total of 12,000 mu (800 hectares) of fruit and vegetable production bases were built.",
    ),
    ("建成邻里中心8个", "Eight neighborhood centers were completed."),
    (
        "消化批而未供和供而未用土地4000亩",
        "A total of 4,000 mu (about 267 hectares) of land approved but not supplied or supplied but not used "
        "was put to use.",
    ),
    ("地区生产总值排名全市第一", "Regional GDP ranked first in the city."),
    ("市场主体每天新增45户", "Forty-five market entities were added a day."),
    ("缓缴社保费3200万元", "A total of 32 million yuan in social insurance contributions was deferred."),
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str | None, str]]:
    """Give the English of every figure of one report that is made of the clauses."""
    file = tmp_path_factory.mktemp("report") / "report.txt"
    body = "\n".join(f"　　{clause}。" for clause, _ in CLAUSES)
    file.write_text(f"2025年政府工作报告\n\n一、2024年工作回顾\n{body}\n", "utf-8")
    document = exporter.read(file)
    document = with_english(replace(document, facts=facts_of(document)))
    return {fact.quote.strip("　。"): (fact.english, fact.english_status) for fact in document.facts}


@pytest.mark.parametrize(("clause", "english"), CLAUSES)
def test_a_typical_figure_is_said_in_natural_english(
    said: dict[str, tuple[str | None, str]], clause: str, english: str
) -> None:
    assert said[clause] == (english, "verified")
