"""Names and deeds come out whole, whatever stands around them: kinds of clause, each filled with many words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.model import Fact
from tests.facts.samples import facts

THINGS = ("标准厂房", "村级卫生室", "农村水厂", "社区食堂", "公共停车位")
WORKS = ("造林", "营造林", "河道整治", "旧村改造", "管网修复")
SHARES = ("水稻良种覆盖率", "城市绿化率", "污水集中处理率")


def only(sentence: str) -> Fact:
    (fact,) = facts(sentence)
    return fact


@given(st.sampled_from(SHARES), st.sampled_from(("一九五六年", "一九八三年", "到一九八五年底", "到了一九七九年")))
def test_a_year_in_words_is_no_part_of_a_name(name: str, year: str) -> None:
    assert only(f"{year}{name}达到百分之四十二。").indicator == name


@given(st.sampled_from(SHARES), st.sampled_from(("近年来", "在未来几年", "已经", "仍然已经")))
def test_words_of_time_behind_a_name_are_no_part_of_it(name: str, word: str) -> None:
    assert only(f"{name}{word.removeprefix('仍然')}达到42%。").indicator == name


@given(st.sampled_from(WORKS), st.integers(2, 900))
def test_work_is_completed_and_does_not_only_amount(work: str, count: int) -> None:
    fact = only(f"全年完成{work}{count}公顷。")
    assert (fact.indicator, fact.deed, fact.measure) == (work, "完成", "flow")


@given(st.sampled_from(THINGS), st.sampled_from(("7月底", "9月底前", "年内", "年底前")))
def test_when_it_will_be_done_is_no_part_of_what_is_counted(thing: str, when: str) -> None:
    fact = only(f"确保18个{thing}{when}建成投用。")
    assert (fact.indicator, fact.deed) == (thing, "建成投用")
    assert not any(stretch.role == "unread" for stretch in fact.account)


@given(st.sampled_from(THINGS), st.sampled_from(THINGS), st.sampled_from("和及并与"))
def test_a_deed_joined_behind_a_thing_has_the_next_number(first: str, second: str, joint: str) -> None:
    one, other = facts(f"全年新建26个{first}{joint}改造31个{second}。")
    assert (one.indicator, one.deed) == (first, "新建")
    assert (other.indicator, other.deed) == (second, "改造")


@pytest.mark.parametrize("verb", ["组织", "引导", "资助"])
def test_what_those_counted_are_led_to_do_is_part_of_the_deed(verb: str) -> None:
    fact = only(f"全年{verb}3500名退役军人参加技能培训。")
    assert (fact.indicator, fact.deed) == ("退役军人", f"{verb}参加技能培训")


def test_who_caused_a_benefit_is_named() -> None:
    assert only("河西灌区工程使4.2万农民受益。").indicator == "河西灌区工程受益农民"


def test_the_sides_of_accidents_are_of_what_happened() -> None:
    told = facts("全年发生各类水上交通事故31起，下降4%；死亡人数12人，下降8%。")
    assert told[-1].indicator == "水上交通事故死亡人数"


def test_the_rate_of_a_work_is_of_all_its_words() -> None:
    told = facts("完成餐厨垃圾资源化利用12.4万吨，资源化利用率96%。")
    assert told[-1].indicator == "餐厨垃圾资源化利用率"


def test_money_is_not_what_people_are_of() -> None:
    told = facts("累计发放补偿资金650万元，受益群众4万人。")
    assert told[-1].indicator == "受益群众"


def test_a_subject_before_its_clause_is_the_one_that_changed() -> None:
    told = facts("钢产量达到300万吨；棉纱、棉布等产品的产量，都比1957年增长一倍以上。")
    assert told[-1].indicator == "棉纱、棉布等产品的产量"


def test_the_words_of_hong_kong_are_read_like_any_other() -> None:
    one, other = facts("全年審批46宗申請和審核52宗個案。")
    assert (one.deed, other.deed) == ("審批", "審核")


def test_a_figure_stands_in_the_line_of_its_number() -> None:
    told = facts("公共汽车线路", "共120条，地铁6条。")
    assert {fact.line for fact in told} == {2}


@given(st.sampled_from(("科技型企业", "星级民宿", "市级劳模工作室")), st.integers(2, 90), st.integers(100, 900))
def test_what_there_is_now_was_not_all_added(thing: str, count: int, total: int) -> None:
    for sentence in (f"全年新增{thing}{count}家、累计达到{total}家。", f"{thing}新增{count}家、累计达到{total}家。"):
        added, now = facts(sentence)
        assert (added.indicator, added.deed, added.measure) == (thing, "新增", "flow")
        assert (now.indicator, now.deed, now.measure) == (thing, None, "level")


def test_all_verbs_before_a_thing_are_done_with_it() -> None:
    told = facts("新建续建民生项目36个、总投资52亿元。")
    assert told[-1].indicator == "民生项目总投资"


@given(st.sampled_from(("包括", "不包括", "含", "不含")), st.sampled_from(("乡办工业", "个体户", "军工")))
def test_what_is_counted_in_or_out_is_part_of_the_name(word: str, what: str) -> None:
    plain, other = facts(f"工业总产值平均每年增长百分之五（{word}{what}为百分之六）。")
    assert (plain.indicator, plain.change) == ("工业总产值", 5)
    assert (other.indicator, other.change, other.average) == (f"工业总产值（{word}{what}）", 6, True)


@pytest.mark.parametrize("level", ["只有全国平均水平的78%", "相当于全国平均水平的78%", "达到全国平均水平的1.2倍"])
def test_a_level_set_against_that_of_others_says_whose(level: str) -> None:
    fact = only(f"山区农户林业收入{level}。")
    assert (fact.indicator, fact.measure) == ("山区农户林业收入相当于全国平均水平", "ratio")


@given(st.sampled_from(("工业增加值", "利税", "营业收入")))
def test_what_enterprises_achieve_is_theirs(side: str) -> None:
    told = facts(f"限额以上商贸企业由20家增长到26家，累计实现{side}3.2亿元；实现利润1.1亿元。")
    assert [fact.indicator for fact in told[2:]] == [f"限额以上商贸企业{side}", "限额以上商贸企业利润"]
    added = facts("新增限额以上商贸企业6家，实现工业增加值3.2亿元。")
    assert added[-1].indicator == "工业增加值"


def test_levels_side_by_side_share_their_noun() -> None:
    first, second = facts("累计创建16个国家级、29个省级示范社。")
    assert (first.indicator, second.indicator) == ("国家级示范社", "省级示范社")


def test_a_share_of_those_counted_says_that_it_is_one() -> None:
    fact = only("72%的学校空气质量未达标。")
    assert (fact.indicator, fact.measure) == ("空气质量未达标学校比例", "share")


def test_an_assessment_is_the_field_of_a_rank() -> None:
    assert only("在全省目标考核中，我市指标综合得分位居第二。").among == "全省目标考核"


def test_what_happens_so_often_a_year_is_named_by_it() -> None:
    fact = only("过去十年年均发生雪灾26起。")
    assert (fact.indicator, fact.average) == ("年均发生雪灾", True)
    assert only("五年来粮食产量年均增长3%。").indicator == "粮食产量"


def test_both_of_a_pair_have_completed_their_investment() -> None:
    told = facts("甲新区、乙新区完成投资分别增长16%、20%。")
    assert [fact.indicator for fact in told] == ["甲新区完成投资", "乙新区完成投资"]


@given(st.sampled_from(("死亡人数", "受伤人数", "直接经济损失")))
def test_a_semicolon_at_the_end_of_a_line_goes_on(side: str) -> None:
    unit = "万元" if side.endswith("损失") else "人"
    told = facts("全年渔船事故26起，下降3%；", f"{side}14{unit}，下降5%。")
    assert told[-1].indicator == f"渔船事故{side}"
    apart = facts("全年渔船事故26起，下降3%。", f"{side}14{unit}，下降5%。")
    assert apart[-1].indicator == side


@given(st.sampled_from(("比年初", "比上年末", "较年初")), st.integers(2, 90))
def test_what_a_stock_gained_since_the_year_began_is_its_change(since: str, more: int) -> None:
    fact = only(f"年末渔船保有量460艘，{since}增加{more}艘。")
    assert (fact.value, fact.change, fact.change_kind) == ("460", more, "absolute")


def test_the_whole_of_a_part_may_have_no_number() -> None:
    fact = only("大幅增加全省水利投入，其中省级财政支出36亿元。")
    assert fact.part_of == "水利投入"


@pytest.mark.parametrize("industries", ["一二三产", "一二三产业", "三次产业"])
def test_the_three_industries_have_each_their_own(industries: str) -> None:
    told = facts(f"{industries}增加值分别增长3.1%、5.2%、6.4%。")
    assert [fact.indicator for fact in told] == [f"第{one}产业增加值" for one in "一二三"]
    assert all(fact.sure for fact in told)


def test_numbers_in_order_whose_subjects_are_not_parted_are_not_sure() -> None:
    told = facts("城区各片区供热面积分别达到30万平方米、26万平方米、12万平方米。")
    assert len(told) == 3
    assert not any(fact.sure for fact in told)


def test_what_those_counted_did_is_a_deed() -> None:
    fact = only("6所技校实现招生。")
    assert (fact.indicator, fact.deed) == ("技校", "实现招生")


def test_works_counted_in_words_are_what_a_total_is_of() -> None:
    assert only("东湾园区新入驻甲厂、乙厂两个项目，总投资达1.6亿元。").indicator == "新入驻两个项目总投资"


def test_what_is_equal_to_a_part_of_another_says_which() -> None:
    told = facts("储备金余额为8.4亿元，相当于全年支出的21%。")
    assert (told[-1].indicator, told[-1].measure) == ("储备金余额相当于全年支出", "ratio")


@pytest.mark.parametrize("speaker", ["我们会将", "我会", "我决定", "我们希望"])
def test_who_speaks_is_no_part_of_a_name(speaker: str) -> None:
    assert facts(f"{speaker}渔业基金的年度拨款增至3000万元。")[-1].indicator == "渔业基金的年度拨款"


def test_all_that_there_are_is_not_what_was_added() -> None:
    added, all_told = facts("净增经营主体3000家、达到3.3万家。")
    assert (added.deed, added.indicator, all_told.indicator) == ("净增", "经营主体", "经营主体")
    assert (added.measure, all_told.measure) == ("flow", "level")
    assert facts("新增贷款3亿元、累计达到5亿元。")[-1].indicator == "新增贷款"
