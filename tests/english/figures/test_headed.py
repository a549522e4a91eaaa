"""What opens a sentence holds for its later clauses: whose English would lack it is a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import told_of

LOST = [
    ("市区新增绿地面积31万平方米，取缔、改造燃煤锅炉49台。", "改造燃煤锅炉49台"),
    ("新增国家级孵化载体9家，数量位列全省第一。", "数量位列全省第一"),
    ("清河市区生产总值600亿元，增长6%，人均生产总值5.54万元。", "人均生产总值5.54万元"),
    ("2024年，城区新修道路7公里，集中供热率达到93%。", "集中供热率达到93%"),
    ("集中整治乱搭乱建，全省设区城市拆除围墙31万米，腾出土地4300公顷。", "腾出土地4300公顷"),
    ("全省设区城市拆除违建41万平方米，新增停车位3900个。", "新增停车位3900个"),
    ("累计建成示范工厂17家，培育工业互联网平台43个。", "培育工业互联网平台43个"),
    ("确保生猪出栏稳定在310万头以上。", "生猪出栏稳定在310万头以上"),
    ("会展活动数量和财政支出均压减三成。", "财政支出均压减三成"),
    ("安排省市重点项目17项，项目开工率达到93%，完成投资31亿元，占任务的142%。", "占任务的142%"),
    ("北山古寨遗址顺利通过4A级景区验收，全年接待游客近31万人次。", "全年接待游客近31万人次"),
    ("我省运动员获得金牌17枚。", "我省运动员获得金牌17枚"),
]


@pytest.mark.parametrize(("sentence", "quote"), LOST)
def test_what_stands_under_words_of_its_sentence_is_a_draft(sentence: str, quote: str, tmp_path: Path) -> None:
    told = told_of(quote, sentence, tmp_path)
    assert "verified" not in {status for _, status in told}, told


SAID = [
    (
        "市区新增绿地31万平方米，全市森林覆盖率达到31%。",
        "全市森林覆盖率达到31%",
        "Forest coverage stood at 31 percent.",
    ),
    (
        "累计建成示范工厂17家，新增高新技术企业43家。",
        "新增高新技术企业43家",
        "Forty-three high-tech enterprises were added.",
    ),
    (
        "秸秆利用率、农膜回收率分别稳定在86%、81%以上。",
        "农膜回收率",
        "The recovery rate of agricultural plastic film remained at or above 81 percent.",
    ),
]


@pytest.mark.parametrize(("sentence", "quote", "english"), SAID)
def test_what_names_its_own_place_or_time_is_said(sentence: str, quote: str, english: str, tmp_path: Path) -> None:
    assert (english, "verified") in told_of(quote, sentence, tmp_path)


ANOTHER = [
    ("全县资质以上建筑企业达到31户，全年完成施工产值4.3亿元。", "完成施工产值4.3亿元"),
    ("东岭高铁和北关至河口等4条高速公路建成通车。", "4条"),
    ("“十四五”时期，经济年均增长5.1%，城镇化率提高4.3个百分点，增幅全省第一。", "增幅全省第一"),
    ("推进农业产业化，重点支持31家省级龙头企业。", "支持31家"),
    ("推进信用体系建设，平台实现三级互联，归集信息31万条。", "归集信息31万条"),
    ("新片区新设企业4100家。", "新设企业4100家"),
    ("更新新能源公交车310辆。", "更新新能源公交车310辆"),
    ("累计实施了31个93公里的道路交通项目。", "累计实施了31个"),
    ("牵头制定国家标准31项。", "牵头制定国家标准31项"),
    ("家庭医生签约服务覆盖31万人。", "覆盖31万人"),
    ("争取上级各类资金31亿元。", "争取上级各类资金31亿元"),
    ("生活垃圾分类覆盖小区31个，资源化利用率达到31%。", "资源化利用率达到31%"),
    ("3项成果入选“山海十大新进展”。", "3项"),
    ("粮食产业加快发展，加工企业达到31家。", "加工企业达到31家"),
    ("与山海大学共建研究院，引进博士31名。", "引进博士31名"),
    ("今年再布局建设重点实验室31家左右。", "再布局建设重点实验室31家左右"),
]


@pytest.mark.parametrize(("sentence", "quote"), ANOTHER)
def test_what_is_of_another_group_kind_or_time_is_a_draft(sentence: str, quote: str, tmp_path: Path) -> None:
    told = told_of(quote, sentence, tmp_path)
    assert told and "verified" not in {status for _, status in told}, told
