"""Whose figure it is, where its own clause does not say."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts, report


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新农合工作进展顺利，累计补偿资金8百万元，受益群众8万多人。", ["新农合补偿资金", "新农合受益群众"]),
        ("壮大青山工业区，招商引资，入驻企业达到10家。", ["青山工业区入驻企业"]),
        ("东岭产业园区建设加快。目前，入园企业13家，产值5亿元。", ["东岭产业园区入园企业", "东岭产业园区入园企业产值"]),
        ("农村低保标准提高，发放保障金30万元。", ["农村低保保障金"]),
        # two may be meant, or none is named
        ("城镇低保应保尽保，农村低保标准提高，发放保障金30万元。", ["保障金"]),
        ("东岭工业区、西山工业区建设加快，入园企业13家。", ["入园企业"]),
        ("园区建设取得新成效，入园企业13家。", ["入园企业"]),
    ],
)  # fmt: skip
def test_a_name_that_says_too_little_takes_the_owner_told_before_it(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


def test_an_owner_of_the_sentence_before_is_inherited_with_its_place() -> None:
    text = "东岭产业园区建设加快。目前，入园企业13家。"
    document = report(text)
    (fact,) = facts(text)
    assert document.origin is not None
    (owner,) = (one.span for one in fact.account if one.inherited)
    assert document.origin.text[owner.start : owner.end] == "东岭产业园区"


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("启动了甲厂、乙厂等4家企业的破产改制。", "企业", "启动破产改制"),
        ("完成12条道路的改造。", "道路", "改造"),
        ("推进8个工业园区的建设。", "工业园区", "推进建设"),
    ],
)
def test_what_is_done_to_things_counted_belongs_to_the_deed(text: str, name: str, deed: str) -> None:
    (fact,) = facts(text)
    assert (fact.indicator, fact.deed) == (name, deed)


def test_flats_are_of_what_heads_their_paragraph() -> None:
    told = facts("過渡性房屋。當局已覓得土地提供15 000個單位，令整體供應增至20 000個。")
    assert [fact.indicator for fact in told] == ["過渡性房屋單位", "過渡性房屋單位整體供應"]


def test_subjects_named_as_one_are_parted_where_each_has_its_number() -> None:
    told = facts("全部财政收入和地方税收年均增长18%，分别达到7亿元和3亿元。")
    assert [fact.indicator for fact in told[1:]] == ["全部财政收入", "地方税收"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东湖公园建成开放，占地200亩，总投资3亿元。", ["东湖公园占地", "东湖公园总投资"]),
        ("滨河大道全线通车，全长12公里，完成投资3亿元。", ["滨河大道全长", "滨河大道投资"]),
        ("城西污水厂投入运行，日处理能力由1万吨提高到4万吨。", ["城西污水厂日处理能力"] * 2),
        ("居民医保工作扎实推进，参保率达到98%。", ["居民医保参保率"]),
        # of several works, or none
        ("园区道路开工建设，规划展厅投入使用，完成投资2亿元。", ["投资"]),
    ],
)
def test_what_is_told_of_a_work_that_has_come_so_far_is_its_own(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


def test_an_item_that_prints_only_its_level_is_of_the_thing_before() -> None:
    told = facts("新认定国家级技术中心2家、省级8家以及市级30家。")
    assert [(fact.indicator, fact.deed, fact.scope) for fact in told] == [
        ("国家级技术中心", "新认定", None),
        ("省级技术中心", "新认定", None),
        ("市级技术中心", "新认定", None),
    ]


def test_sides_in_a_row_are_of_the_work_behind_the_last() -> None:
    told = facts("占地500亩、总投资8亿元、建筑面积9万平方米的新校区项目开工建设。")
    assert [fact.indicator for fact in told] == ["新校区项目占地", "新校区项目总投资", "新校区项目建筑面积"]
