"""A figure has the year it describes, and is a result, a target or an estimate."""

from __future__ import annotations

import pytest

from exporter.model import Metadata
from tests.facts.samples import facts

REVIEW, PLAN = "一、2017年工作回顾", "二、2018年主要任务"


@pytest.mark.parametrize(
    ("lines", "period", "kind"),
    [
        ((REVIEW, "生产总值300亿元。"), "2017", "actual"),
        ((PLAN, "生产总值增长8%。"), "2018", "target"),
        ((REVIEW, "预计生产总值300亿元。"), "2017", "estimate"),
        ((REVIEW, "2015年，生产总值300亿元。"), "2015", "actual"),
        ((REVIEW, "五年来，累计投入资金90亿元。"), "2013-2017", "actual"),
        ((REVIEW, "五年来建成书院20所，有9所获得奖项。"), "2013-2017", "actual"),
        ((REVIEW, "“十二五”期间，年均新增就业3万人。"), "2011-2015", "actual"),
        ((REVIEW, "“十一五”前四年累计能耗下降9%。"), "2006-2009", "actual"),
        ((PLAN, "到2022年，森林覆盖率达到45%。"), "2022", "target"),
        ((PLAN, "去年森林覆盖率达到41%。"), "2017", "actual"),
        ((PLAN, "截至目前已建成泵站14座。"), "2017", "actual"),
        ((REVIEW, "税收比2012年增长40%。"), "2017", "actual"),
        ((REVIEW, "二〇一六年，税收增长9%。"), "2016", "actual"),
    ],
)
def test_years_and_kinds(lines: tuple[str, ...], period: str, kind: str) -> None:
    fact = facts(*lines)[-1]
    assert (fact.period, fact.kind) == (period, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电池项目投产后将形成年产能20万吨。", "target"),
        ("项目建成后，预计年销售收入30亿元。", "estimate"),
        ("钢铁项目将新增产能20万吨。", "target"),
    ],
)
def test_what_a_work_will_do_is_of_no_year_that_is_over(text: str, kind: str) -> None:
    fact = facts(REVIEW, text)[-1]
    assert (fact.period, fact.kind) == (None, kind)


def test_what_is_hoped_for_beside_its_result_has_the_year_of_the_result() -> None:
    assert facts(REVIEW, "生产总值增长9%（年度目标7%左右）。")[-1].period == "2017"


def test_the_two_ends_of_a_change_have_their_years() -> None:
    before, after = facts(REVIEW, "供热面积由2011年的32万平方米扩大到90万平方米。")
    assert (before.period, after.period) == ("2011", "2017")
    before, after = facts(REVIEW, "供热面积从32万平方米扩大到90万平方米。")
    assert (before.period, after.period) == (None, "2017")


def test_a_paragraph_of_five_years_speaks_for_those_behind_it() -> None:
    first, second = facts(REVIEW, "五年来，累计造林9万亩。", "累计改造公路500公里。")
    assert first.period == second.period == "2013-2017"
    *_, last = facts(REVIEW, "五年来，累计造林9万亩。", "一年来，累计改造公路500公里。")
    assert last.period == "2017"


def test_a_communique_speaks_of_its_year() -> None:
    metadata = Metadata(title="2012年统计公报", year_reviewed=2012, doc_type="communique")
    (fact,) = facts("全年粮食产量90万吨。", metadata=metadata)
    assert (fact.period, fact.kind) == ("2012", "actual")


def test_the_section_is_the_heading_of_level_one() -> None:
    (fact,) = facts(PLAN, "生产总值增长8%。")
    assert fact.section == PLAN


def test_years_of_a_book_title_date_nothing() -> None:
    (fact,) = facts(REVIEW, "落实《清水规划（2018-2035年）》，治理河道40公里。")
    assert fact.period == "2017"


def test_a_mean_till_a_year_is_of_the_years_that_its_section_speaks_of() -> None:
    fact = facts(REVIEW, "生产总值300亿元。", "二、今后五年的目标", "到2022年，生产总值年均增长8%。")[-1]
    assert (fact.period, fact.average) == ("2018-2022", True)


def test_a_name_is_no_word_of_time() -> None:
    assert facts(PLAN, "支持吉正、今明等企业，年内新建学校2所。")[-1].kind == "target"


def test_what_is_put_to_a_vote_is_not_settled() -> None:
    *_, before, one, two, last = facts(
        PLAN,
        "新建公园3个。现将候选项目提请大会票决：新建学校5所。",
        "1.新增停车位600个。",
        "继续努力，修建公路40公里。",
    )
    assert [fact.sure for fact in (before, one, two, last)] == [True, False, False, True]
    assert all(fact.sure for fact in facts(PLAN, "对代表票决出的10件实事，新建学校5所。"))


@pytest.mark.parametrize("season", ["去冬今春", "去年秋冬季以来", "去年入冬以来", "去年入冬今春"])
def test_a_season_over_the_turn_of_the_year_is_of_both_its_years(season: str) -> None:
    (fact,) = facts(REVIEW, f"{season}，植树12万株。")
    assert (fact.period, fact.kind, fact.indicator) == ("2017-2018", "actual", "植树")


def test_the_winter_to_come_is_of_the_year_planned_and_the_next() -> None:
    assert facts(PLAN, "今冬明春，清淤渠道40公里。")[-1].period == "2018-2019"


ADDRESS = Metadata(title="行政長官2024年施政報告", doc_type="policy_address", year_reviewed=2023, year_planned=2024)


@pytest.mark.parametrize(
    ("sentence", "name", "period", "base"),
    [
        ("教育開支由2018-19年度的820億元大幅上升至2023-24年度的1,050億元。", "教育開支", "2023-2024", None),
        ("2024-25財政年度津貼總額為35億元，較2019-20年度高出56%。", "津貼總額", "2024-2025", "2019-2020"),
        ("將名額由今年的9 000個，進一步在2025/26學年增至10 000個。", "名額", "2025-2026", None),
        ("2025-26至2029-30年度提供房屋單位18萬個。", "房屋單位", "2025-2030", None),
    ],
)
def test_a_fiscal_year_is_one_year_of_two(sentence: str, name: str, period: str, base: str | None) -> None:
    fact = facts(sentence, metadata=ADDRESS)[-1]
    assert (fact.indicator, fact.period, fact.base, fact.period_type) == (name, period, base, "span")


def test_a_change_since_what_nobody_can_date_has_no_base() -> None:
    assert facts(REVIEW, "产量达到30万吨，较改革前增长80%。")[-1].base is None
    assert facts(REVIEW, "产量达到30万吨，增长8%。")[-1].base == "previous_year"
