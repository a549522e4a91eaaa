"""What a figure is a figure of: the thing by its name, what was done with it as its deed."""

from __future__ import annotations

import pytest

from exporter.facts.numbers.folding import fold
from exporter.facts.statements.measures import deed_of
from exporter.facts.statements.parse import statements

DEEDS = (
    # what those counted did, or what was done for them
    ("29家企业入围民营百强。", "29", "企业", "入围民营百强"),
    ("4个区域医疗中心开诊运营。", "4", "区域医疗中心", "开诊运营"),
    ("对21个受灾重点县对口帮扶。", "21", "受灾重点县", "对口帮扶"),
    ("已与90个国家和地区建立了友好关系。", "90", "国家和地区", "建立了友好关系"),
    ("为300个老旧小区引入物业服务。", "300", "老旧小区", "引入物业服务"),
    ("毛毯远销甲国、乙国、丙国等18个国家。", "18", "国家", "远销"),
    # what was done behind a thing, and before it
    ("城镇保障性住房基本建成12万套，新开工建设8万套。", "12", "城镇保障性住房", "基本建成"),
    ("城镇保障性住房基本建成12万套，新开工建设8万套。", "8", "城镇保障性住房", "新开工建设"),
    ("会议应到代表120名，实际出席113名。", "113", "会议代表", "实际出席"),
    ("开工改造城镇老旧小区52个。", "52", "城镇老旧小区", "开工改造"),
    ("突破产业链技术难题61项。", "61", "产业链技术难题", "突破"),
    ("县财政每年拿出600万的专项资金。", "600", "县财政专项资金", "拿出"),
    ("加快推进7个煤层气、3个页岩气项目建设。", "7", "煤层气项目建设", "推进"),
    # a work, a side and an indicator have none
    ("投资9亿元的甲项目与县政府签约。", "9", "甲项目投资", None),
    ("着力抓好总投资31亿元的25个重点项目。", "31", "重点项目总投资", None),
    ("一期投资3000万元的供水厂建成。", "3000", "供水厂一期投资", None),
    ("种植总面积发展到3万亩。", "3", "种植总面积", None),
    ("去年确定的40项实事完成38项。", "40", "实事", None),
    ("整县推进农文旅融合发展试点8个。", "8", "整县推进农文旅融合发展试点", None),
)

NAMES = (
    ("公司注册资本4000万元，占地面积6万平方米。", "6", "公司占地面积"),
    ("入统工业完成增加值4亿元。", "4", "入统工业增加值"),
    ("国有资本经营预算支出8万元，支出总计9万元。", "9", "国有资本经营预算支出总计"),
    ("加上级补助收入500万元。", "500", "上级补助收入"),
    ("举办了边贸洽谈暨展销会，商品交易额突破7000万元。", "7000", "边贸洽谈暨展销会商品交易额"),
    ("一般预算收入60亿元，增速全省第一，比上年前移9位。", "9", "一般预算收入增速位次"),
    ("开发区和园区由90个整合为70个。", "70", "开发区和园区"),
    ("投资8000万元修建了三条道路。", "8000", "三条道路投资"),
)


def told(sentence: str) -> list[tuple[str, str, str | None]]:
    """Give the digits, the name and the deed of each figure."""
    numbers = [(one, one.value or one.changed) for one in statements(fold(sentence), sentence)]
    return [
        (sentence[number.number_start : number.number_end].rstrip("万亿"), one.name.text, deed_of(one))
        for one, number in numbers
        if number
    ]


@pytest.mark.parametrize(("sentence", "value", "name", "deed"), DEEDS)
def test_a_deed_is_no_part_of_a_name(sentence: str, value: str, name: str, deed: str | None) -> None:
    assert (value, name, deed) in told(sentence)


@pytest.mark.parametrize(("sentence", "value", "name"), NAMES)
def test_a_name_says_the_thing_and_whose_it_is(sentence: str, value: str, name: str) -> None:
    assert (value, name) in [one[:2] for one in told(sentence)]
