"""What turns a number round or tells its place: a minus, a plan exceeded, two ends of a range, fields of a rank."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.facts.samples import facts, figure


@pytest.mark.parametrize("verb", ["增长", "上涨", "上升", "提高", "涨", "扩大"])
@pytest.mark.parametrize("minus", ["-", "－", "−", "—"])
def test_a_minus_behind_any_word_of_growth_makes_it_a_fall(verb: str, minus: str) -> None:
    assert [one.change for one in facts(f"煤炭价格{verb}{minus}2.4%。")] == [Decimal("-2.4")]


def test_a_fall_with_a_minus_is_a_fall_and_not_sure() -> None:
    (fact,) = facts("煤炭价格下降-2.4%。")
    assert (fact.change, fact.sure) == (Decimal("-2.4"), False)


def test_relief_is_no_minus() -> None:
    assert all((one.change or 0) >= 0 and (one.number or 0) >= 0 for one in facts("为个体户减负3600万元。"))


@pytest.mark.parametrize(
    ("clause", "low", "high", "unit"),
    [
        ("护理补贴标准提高20元～45元。", "20", "45", "元"),
        ("接待观众2万至3万人次。", "2", "3", "万人次"),
        ("建设泊位300个～450个。", "300", "450", "个"),
        ("投资规模达到8亿元—1.2万亿元。", "8", "12000", "亿元"),
    ],
)
def test_a_range_with_its_unit_at_both_ends_is_one_figure(clause: str, low: str, high: str, unit: str) -> None:
    (fact,) = facts(clause)
    assert (fact.number, fact.upper, fact.unit) == (Decimal(low), Decimal(high), unit)


def test_nobody_knows_whether_something_rose_by_a_range_or_to_a_level() -> None:
    found = facts("护理补贴标准提高20元至245元。")
    assert [(one.upper, one.sure) for one in found] == [(None, False), (None, False)]


@pytest.mark.parametrize("clause", ["七成的菜农家庭收入超过6万元。", "70%的菜农家庭收入增长6%。"])
def test_what_is_told_of_some_is_not_told_of_all(clause: str) -> None:
    some, told = facts(clause)
    assert (some.indicator.endswith("比例"), some.sure, told.sure) == (True, False, False)


def test_the_first_months_of_the_year_of_the_speech_may_be_told_in_a_review() -> None:
    (fact,) = facts("一、2017年工作回顾", "2018年元月签约项目9个。")
    assert (fact.kind, fact.period) == ("actual", "2018-01")


def test_what_a_growth_stands_on_does_not_date_it() -> None:
    found = facts("一、2017年工作回顾", "在上年增长11%的基础上，发电量增长8%。")
    assert (found[-1].indicator, found[-1].period) == ("发电量", "2017")


def test_a_year_that_was_come_back_to_does_not_date_a_figure() -> None:
    (fact,) = facts("一、2017年工作回顾", "货运收入恢复到2012年的94%。")
    assert fact.period == "2017"


def test_a_rate_that_moved_is_named_as_one() -> None:
    assert [one.indicator for one in facts("财政收入增速由5%回升至7%。")] == ["财政收入增速", "财政收入增速"]


def test_a_fall_in_points_and_the_level_behind_it_are_no_range() -> None:
    assert all(one.upper is None for one in facts("吸烟率下降1.1个百分点至24%。"))


def test_from_one_to_another_is_no_range() -> None:
    assert all(one.upper is None for one in facts("护理补贴标准由20元至45元不等提高到60元。"))


@pytest.mark.parametrize(
    ("clause", "value", "unit"),
    [
        ("伤害死亡率降至38.5/10万。", "38.5", "/10万"),
        ("产妇死亡率为9/10万。", "9", "/10万"),
        ("轨道密度达到3.4公里/百平方公里。", "3.4", "公里/百平方公里"),
    ],
)
def test_a_rate_per_many_is_one_number_with_its_unit(clause: str, value: str, unit: str) -> None:
    (fact,) = facts(clause)
    assert (str(fact.number), fact.unit) == (value, unit)


def test_rates_per_thousand_and_per_many_share_their_head() -> None:
    assert [one.indicator for one in facts("婴儿、产妇死亡率分别为2.1‰、9.4/10万。")] == ["婴儿死亡率", "产妇死亡率"]


@pytest.mark.parametrize(
    ("clause", "change", "base"),
    [
        ("关税收入超额完成年度计划5.5%。", "5.5", "plan"),
        ("造林面积超省定任务6%。", "6", "quota"),
        ("契税收入短收2.2亿元。", "-2.2", "plan"),
        ("契税收入超收2.2亿元。", "2.2", "plan"),
        ("油料产量比历史最低年份增加3万吨。", "3", None),
        ("油料单产较示范田增加12公斤。", "12", None),
        ("日照时数比常年同期减少12%。", "-12", None),
        ("人均绿地面积提高0.6平方米。", "0.6", "previous_year"),
    ],
)
def test_a_change_is_measured_from_what_is_said(clause: str, change: str, base: str | None) -> None:
    (fact,) = facts(clause)
    assert (fact.change, fact.base) == (Decimal(change), base)


def test_a_part_of_a_plan_stays_one() -> None:
    (fact,) = facts("关税收入完成年度计划的105.5%。")
    assert (fact.measure, fact.number, fact.change) == ("completion", Decimal("105.5"), None)


def test_a_clause_sets_all_behind_it_against_its_year() -> None:
    found = facts("与2010年相比，污水排放量下降12%，劳动者平均受教育年限增加0.9年。")
    assert [one.base for one in found] == ["2010", "2010"]
    assert found[1].change == Decimal("0.9")


def test_no_figure_is_its_own_base() -> None:
    (fact,) = facts("2017年工作回顾", "大豆产量12万吨，与去年持平。")
    assert fact.base == "previous_year"


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("铁路旅客发送量和货物发送量分别增长4%、5%。", ["铁路旅客发送量", "铁路货物发送量"]),
        ("公路货运量和货物周转量分别增长4%、5%。", ["公路货运量", "公路货物周转量"]),
        ("金融机构各项存款、贷款余额分别增长8%、9%。", ["金融机构各项存款余额", "金融机构各项贷款余额"]),
        ("铁路客运量和民航货运量分别增长4%、5%。", ["铁路客运量", "民航货运量"]),
    ],
)
def test_the_first_of_a_row_says_whose_all_are(clause: str, names: list[str]) -> None:
    assert [one.indicator for one in facts(clause)] == names


@pytest.mark.parametrize("when", ["1—5月", "1-5月份", "1至5月", "1～5月", "1—5月，", "一至三季度", "元月", "第二季度"])
def test_a_span_of_months_is_no_part_of_a_name(when: str) -> None:
    (fact,) = facts("2017年工作回顾", f"{when}发电量增长5.5%。")
    assert fact.indicator == "发电量"
    assert fact.period is not None
    assert fact.period != "2017"


@pytest.mark.parametrize(
    ("clause", "ranks"),
    [
        ("药材、茶叶产量分居全国第4位和第9位。", [("药材产量", "4", "全国"), ("茶叶产量", "9", "全国")]),
        ("药材、茶叶产量分列西部第4、第9位。", [("药材产量", "4", "西部"), ("茶叶产量", "9", "西部")]),
        ("药材产量居全省第3位、陕南第1位。", [("药材产量", "3", "全省"), ("药材产量", "1", "陕南")]),
    ],
)
def test_as_many_ranks_as_are_told(clause: str, ranks: list[tuple[str, str, str]]) -> None:
    assert [(one.indicator, str(one.number), one.among) for one in facts(clause)] == ranks


def test_a_level_of_government_is_a_scope_and_ends_the_one_before() -> None:
    found = facts("全省税收收入900亿元，省级收入120亿元，市县级收入780亿元。")
    assert [one.scope for one in found] == ["全省", "省级", "市县级"]


def test_a_bound_before_the_verb_is_of_the_number_behind_it() -> None:
    (fact,) = facts("至少建成2座剧场。")
    assert (figure(fact)[0], fact.bound, fact.qualifier) == ("剧场", "at_least", "至少")


def test_what_grew_faster_is_the_growth() -> None:
    found = facts("发电量增长6.1%，比三季度加快0.4个百分点。")
    assert [one.indicator for one in found] == ["发电量", "发电量增速"]


def test_points_added_to_a_growth_are_no_change_of_it() -> None:
    (fact,) = facts("出口拉动经济增长1.4个百分点。")
    assert (fact.indicator, fact.number, fact.change) == ("出口拉动经济增长", Decimal("1.4"), None)
