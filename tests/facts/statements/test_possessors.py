"""Whose the thing behind a number is, which of its kind, and what came to those counted."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts


def _told(sentence: str) -> list[tuple[str, str, str | None]]:
    return [(fact.value or "", fact.indicator, fact.deed) for fact in facts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "value", "name", "deed"),
    [
        ("推动青河铝业20万吨再生铝、江东钢铁3万吨铸件等项目建设。", "20", "青河铝业再生铝", "推动"),
        ("“云河一号”17颗卫星完成组网。", "17", "“云河一号”卫星", "完成组网"),
        ("公布首批12个典型案例。", "12", "首批典型案例", "公布"),
        # names of the things themselves, what others did, and how many more there are
        ("新建东山、西山2个公园。", "2", "公园", "新建"),
        ("实施东山公园等5个项目。", "5", "项目", "实施"),
        ("完成十大类45项民生实事。", "45", "民生实事", None),
    ],
)
def test_a_noun_before_a_number_says_whose_the_thing_is(sentence: str, value: str, name: str, deed: str | None) -> None:
    assert (value, name, deed) in _told(sentence)


@pytest.mark.parametrize(
    ("sentence", "value", "name", "deed"),
    [
        ("新建群众急需的5个公园。", "5", "群众急需的公园", "新建"),
        ("公布委员会梳理出的40项建议。", "40", "委员会梳理出的建议", "公布"),
        ("救助符合条件的1.2万名困难群众。", "1.2", "符合条件的困难群众", "救助"),
        # a number stands before the words, and words that say nothing of which
        ("来自36个国家的500名代表参加大会。", "500", "代表", "参加大会"),
        ("去年确定的40项实事全部办好。", "40", "实事", "全部办好"),
    ],
)
def test_what_stands_before_of_and_a_number_says_which(sentence: str, value: str, name: str, deed: str) -> None:
    assert (value, name, deed) in _told(sentence)


@pytest.mark.parametrize(
    ("sentence", "name", "deed"),
    [
        ("学生营养改善计划惠及3200万孩子。", "学生营养改善计划惠及孩子", "惠及"),
        ("实施免费教育政策，惠及168万名儿童。", "儿童", "惠及"),
        ("食用菌年产值达到4亿元，带动6753户贫困户。", "食用菌带动贫困户", "带动"),
        ("至今有270名青年獲委任至法定組織擔任440個職位。", "青年獲委任至法定組織擔任職位", "擔任"),
    ],
)
def test_those_whom_something_reaches_are_named_with_it(sentence: str, name: str, deed: str) -> None:
    fact = facts(sentence)[-1]
    assert (fact.indicator, fact.deed) == (name, deed)


def test_a_share_is_named_by_what_it_goes_to() -> None:
    (fact,) = facts("新增财力80%以上用于民生领域。")
    assert (fact.indicator, fact.measure, fact.bound) == ("新增财力用于民生领域占比", "share", "at_least")


def test_words_that_point_to_what_was_said_are_no_part_of_a_name() -> None:
    assert [fact.indicator for fact in facts("相关企业用工人数达到6000人。")] == ["企业用工人数"]
    assert [fact.indicator for fact in facts("青年成员的整体比例上升至14.8%。")] == ["青年成员比例"]
