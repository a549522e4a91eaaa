"""Sums named by what stands beside them, lines of a budget, and persons of whom only a predicate is said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.facts.samples import facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("投资8百万元，改造渔港道路12公里、码头3座。", ["渔港道路、码头投资", "渔港道路", "码头"]),
        ("投资6百万元，新建渔村文化站8所。", ["渔村文化站投资", "渔村文化站"]),
        ("新增海水养殖企业30家、注册资本4亿元。", ["海水养殖企业", "海水养殖企业注册资本"]),
        ("落地冷链项目12个，投资总额90亿元。", ["冷链项目", "冷链项目投资总额"]),
        # a sum that another clause parts from the works, or that only has effects behind it
        ("投资8百万元；改造渔港道路12公里。", ["投资", "渔港道路"]),
        ("完成投资8百万元，带动就业3千人。", ["投资", "就业"]),
    ],
)
def test_a_sum_is_named_by_the_works_or_firms_beside_it(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("3万人参保。", "参保人员", None),
        ("实现2千人稳定脱贫。", "脱贫人口", "稳定脱贫"),
        ("剩余未脱贫7户。", "剩余未脱贫户", None),
        ("为2百人提供创业服务。", "创业服务对象", "提供创业服务"),
        ("使8千户渔民家庭的供水质量得到改善。", "渔民家庭", "供水质量得到改善"),
        ("1人当选渔业协会会长。", "渔业协会会长", "当选"),
    ],
)
def test_persons_are_named_by_what_alone_is_said_of_them(text: str, name: str, deed: str | None) -> None:
    (fact,) = facts(text)
    assert (fact.indicator, fact.deed) == (name, deed)


def test_those_insured_are_of_the_scheme_that_was_carried_out() -> None:
    told = facts("30个县开展合作医疗试点，8万人参保，覆盖面扩大到六成。")
    assert [fact.indicator for fact in told[1:]] == ["合作医疗参保人员", "合作医疗覆盖面"]


def test_a_percentage_of_what_is_counted_is_a_share() -> None:
    (fact,) = facts("优良水体保持在85%以上。")
    assert fact.measure == "share"


def test_lines_of_a_budget_are_of_the_budget_told_before_or_of_the_heading() -> None:
    told = facts("政府性基金收入2亿元。加上级补助收入1亿元，收入总计3亿元。")
    assert [fact.indicator for fact in told[1:]] == ["政府性基金上级补助收入", "政府性基金收入总计"]
    headed = facts("一、国有资本经营预算", "上级补助收入6万元。")
    assert [fact.indicator for fact in headed] == ["国有资本经营预算上级补助收入"]


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("渔业专项资金安排3亿元。", "渔业专项资金", "安排"),
        ("贝类养殖面积安排为9万亩。", "贝类养殖面积", None),
        ("经营主体达9万户，其中企业3万户。", "企业", None),
        ("补助资金4亿元，六成将用于渔港建设。", "补助资金用于渔港建设占比", None),
    ],
)
def test_words_of_plans_and_parts_are_in_no_name(text: str, name: str, deed: str | None) -> None:
    fact = facts(text)[-1]
    assert (fact.indicator, fact.deed) == (name, deed)


def test_the_growth_aimed_at_beside_the_growth_that_came_is_a_growth() -> None:
    told = facts("渔获量增长14%（年度目标7%左右），能耗下降3%（目标2.5%）。")
    assert [(fact.change, fact.value, fact.kind) for fact in told][1::2] == [
        (Decimal(7), None, "target"),
        (Decimal("-2.5"), None, "target"),
    ]


def test_what_a_budget_adds_to_its_revenue_keeps_no_word_of_adding() -> None:
    told = facts("一、一般公共预算", "收入6亿元，加上上级补助收入3亿元。")
    assert [fact.indicator for fact in told] == ["一般公共预算收入", "一般公共预算上级补助收入"]


def test_a_row_of_two_shares_all_that_stands_behind_the_second() -> None:
    told = facts("家具、汽车更新数量分别增长8%、6%。")
    assert [fact.indicator for fact in told] == ["家具更新数量", "汽车更新数量"]


@pytest.mark.parametrize(
    ("text", "deed", "measure"),
    [("争取3个国家级渔港试点。", "争取", "flow"), ("渔户供水改造7千户。", None, "flow")],
)
def test_what_was_won_and_work_done_are_flows(text: str, deed: str | None, measure: str) -> None:
    (fact,) = facts(text)
    assert (fact.deed, fact.measure) == (deed, measure)


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("实现渔业覆盖的15个村增收。", "渔业覆盖的村", None),
        ("码头与车站50米内换乘比例达93%。", "码头与车站50米内换乘比例", None),
        ("取得重大渔业成果9项。", "重大渔业成果", "取得"),
        ("备案渔港由23座增至102座。", "备案渔港", None),
        ("养殖主体活跃度稳定在70%，年均净增长9万户。", "养殖主体", None),
        ("24个渔村擦亮文旅名片。", "渔村", "擦亮文旅名片"),
        ("共解决房地产遗留问题17个。", "房地产遗留问题", "解决"),
    ],
)
def test_each_word_of_a_clause_has_its_place(text: str, name: str, deed: str | None) -> None:
    fact = facts(text)[-1]
    assert fact.indicator == name
    assert deed is None or fact.deed == deed


def test_a_rate_behind_a_row_is_that_of_each() -> None:
    told = facts("养老保险、渔船保险参保率均稳定在98%以上。")
    assert [fact.indicator for fact in told] == ["养老保险参保率", "渔船保险参保率"]


def test_what_points_to_another_sentence_is_not_sure() -> None:
    assert [fact.sure for fact in facts("省财政此项支出达到9亿元。")] == [False]
