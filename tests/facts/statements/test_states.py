"""Things of which a number has only what is said of them: what is done with those told of before."""

from __future__ import annotations

import pytest

from tests.facts.samples import facts


@pytest.mark.parametrize(
    ("sentence", "name", "deed"),
    [
        ("园区35家企业签约入驻，12家建成投产。", "签约入驻企业", "建成投产"),
        ("引进项目50个，25个开工建设。", "项目", "开工建设"),
        ("开工建设保障性住房6200套，基本建成4800套。", "保障性住房", "基本建成"),
        ("加大保障性住房建设力度，今年新开工7万套。", "保障性住房", "新开工"),
        ("会议应出席代表120名，实际出席113名。", "会议代表", "实际出席"),
        # another unit, or nothing told before
        ("筹集保险金3亿元，34万人得到救助。", "得到救助人员", None),
    ],
)
def test_those_told_of_before_are_named_with_what_is_said(sentence: str, name: str, deed: str | None) -> None:
    fact = facts(sentence)[-1]
    assert (fact.indicator, fact.deed) == (name, deed)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("化解企业欠款5.8亿元，清偿率96%。", "企业欠款清偿率"),
        ("门诊楼建筑面积2万平方米，设床位600张。", "门诊楼设床位"),
        ("劳务输出7万人次，创收3亿元。", "劳务输出创收"),
        ("青河港完成货物吞吐量3亿吨。", "青河港货物吞吐量"),
        ("签约项目合同金额52亿元。", "签约项目合同金额"),
        ("更新改造投资276亿元。", "更新改造投资"),
    ],
)
def test_sides_rates_and_sums_are_named_by_what_they_are_of(sentence: str, name: str) -> None:
    assert facts(sentence)[-1].indicator == name


def test_what_stands_far_from_its_plan_is_measured_from_it() -> None:
    fact = facts("税收收入占比为71.5%，比年初预算低1.5个百分点。")[-1]
    assert (fact.change, fact.base) == (-1.5, "plan")


def test_words_in_a_row_share_what_is_said_behind_the_last() -> None:
    first, _ = facts("确保年内300个村、20万人实现脱贫。")
    assert (first.indicator, first.deed) == ("村", "实现脱贫")


def test_steps_are_of_what_climbed_them() -> None:
    steps, level = facts("财政收入连续迈上3个百亿元台阶、达420亿元。")
    assert (steps.indicator, steps.deed, steps.measure) == ("财政收入百亿元台阶", "迈上", "flow")
    assert (level.indicator, level.deed, level.measure) == ("财政收入", None, "level")


def test_those_lifted_out_of_poverty_are_told_by_their_measure() -> None:
    homes, people = facts("全年实现脱贫320户、910人。")
    assert (homes.indicator, homes.deed, homes.measure) == ("脱贫户", "实现脱贫", "flow")
    assert (people.indicator, people.deed, people.measure) == ("脱贫人口", "实现脱贫", "flow")
    (poor,) = facts("贫困人口实现脱贫910人。")
    assert (poor.indicator, poor.deed) == ("贫困人口", "实现脱贫")


def test_money_given_is_that_of_the_clause_before() -> None:
    told = facts("发放渔业补贴3千万元，近三年累计发放1.2亿元。")
    assert [(fact.indicator, fact.deed) for fact in told] == [("渔业补贴", "发放"), ("渔业补贴", "发放")]
