"""What was added and what it came to, what singles out a measure, and who spends, are no part of a name."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts, figure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("登记商户净增3万户、突破40万户。", [("登记商户", None, "change"), ("登记商户", None, "level")]),
        ("登记商户净增300户，突破4000户。", [("登记商户", None, "change"), ("登记商户", None, "level")]),
        ("贷款余额新增30亿元、突破500亿元。", [("贷款余额", "新增", "flow"), ("贷款余额", None, "level")]),
        ("湿地面积新增2万亩。", [("湿地面积", "新增", "flow")]),
    ],
)  # fmt: skip
def test_what_was_added_and_what_it_came_to_are_two_figures(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert [(fact.indicator, fact.deed, fact.measure) for fact in facts(text)] == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("特别是税收收入增长3%。", ["税收收入"]),
        ("尤其是服务业增加值增长3%。", ["服务业增加值"]),
        ("能源结构发生了深刻变化，由1:3调整为2:3。", ["能源结构", "能源结构"]),
        ("三次产业结构呈现可喜变化，第三产业占比提高3个百分点。", ["第三产业占比"]),
        ("货物贸易总额增长3%，其中出口额居全省第3位。", ["货物贸易总额", "货物贸易出口额"]),
        ("政府在文化服务开支每年超过3亿元。", ["每年文化服务开支"]),
        ("政府在文化服务开支平均每年超过3亿元。", ["文化服务开支"]),
    ],
)  # fmt: skip
def test_words_around_a_measure_are_no_part_of_its_name(text: str, names: list[str]) -> None:
    found = facts(text)
    assert [fact.indicator for fact in found] == names
    assert all(fact.sure for fact in found)


def test_traditional_characters_have_their_last_verb_too() -> None:
    told = facts("約20名市民獲委任至法定組織擔任約30個職位。")
    assert told[-1].deed == "擔任"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("三次产业结构力争达到1:3:6。", "target"),
        ("力争产值翻番，已完成投资3亿元。", "actual"),
        ("本年度成果丰硕，将一共审议30件议案。", "estimate"),
        ("争取到专项资金3亿元。", "actual"),
    ],
)
def test_a_review_may_strive_and_foresee(text: str, kind: str) -> None:
    assert facts("一、过去一年工作回顾", text)[-1].kind == kind


def test_what_is_foreseen_of_one_thing_is_not_foreseen_of_the_next() -> None:
    """预计 behind a name is of its clause; at the head of a sentence it is of all of it."""
    text = "海洋产业增加值预计达300亿元；风电装机比重达41%。"
    assert [fact.kind for fact in facts("一、过去一年工作回顾", text)] == ["estimate", "actual"]
    text = "收入不断提高，预计工资收入达300亿元；财产收入达41亿元。"
    assert [fact.kind for fact in facts("一、过去一年工作回顾", text)] == ["estimate", "estimate"]
    text = "初步预计，工资收入增长6%;财产收入增长4%。"
    assert [fact.kind for fact in facts("一、过去一年工作回顾", text)] == ["estimate", "estimate"]
    text = "预计海洋产业增加值达300亿元；风电装机比重达41%。"
    assert [fact.kind for fact in facts("一、过去一年工作回顾", text)] == ["estimate", "estimate"]


@pytest.mark.parametrize("text", ["居民消费价格与上年持平。", "居民消费价格同去年基本持平。", "居民消费价格持平。"])
def test_what_it_is_level_with_is_no_part_of_its_name(text: str) -> None:
    assert [figure(fact) for fact in facts("一、过去一年工作回顾", text)] == [("居民消费价格", None, None, "0")]


def test_what_there_is_in_all_was_not_added() -> None:
    """新增 is of the first number; 累计 says how many there are."""
    added, in_all = facts("一、过去一年工作回顾", "新增甲级医院3家、累计17家。")
    assert (added.deed, in_all.deed) == ("新增", None)


def test_a_part_of_one_of_several_is_not_said_to_be_of_the_last() -> None:
    told = facts("一、过去一年工作回顾", "铁路、公路里程均超过310公里，其中高速铁路里程达到41公里。")
    assert told[-1].part_of is None


def test_both_is_each() -> None:
    told = facts("一、过去一年工作回顾", "港口通过能力和货物吞吐量双双突破3亿吨。")
    assert [fact.indicator for fact in told] == ["港口通过能力", "货物吞吐量"]


def test_a_growth_a_year_on_average_has_no_year_before_for_its_base() -> None:
    (fact,) = facts("2017年，人均收入16600元，年均增长6.1%。")
    assert (fact.period, fact.average, fact.base) == ("2017", True, None)
