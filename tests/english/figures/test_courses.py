"""What something came from and came to is told apart, each of its own time; a list does not borrow a pace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import figures_of, status_of, told_of

TOLD = [
    ("2025年，一般公共预算收入从31亿元提高到43亿元，跃居全市第二位。", "提高到43亿元"),
    ("2025年，高新技术企业从1200家增加到2300家。", "增加到2300家"),
    ("持续开展城市更新行动，新建五星级饭店3家。", "五星级饭店"),
    ("2025年，农村劳动力转移就业7万人。", "7万人"),
]
DRAFTS = [
    ("企业退休人员基本养老金从每月700元提高到1400元。", "提高到1400元"),
    ("五年来，平均每年城镇新增就业9万人、农村劳动力转移就业7万人。", "7万人"),
    ("开展单产提升行动，建设15万亩小麦、20万亩玉米示范区。", "15万亩"),
    ("开发区建设提速，新建标准化厂房3万平方米。", "厂房"),
]


@pytest.mark.parametrize(("sentence", "name"), TOLD)
def test_what_is_whole_by_itself_is_verified(sentence: str, name: str, tmp_path: Path) -> None:
    status = {status for _, status in told_of(name, sentence, tmp_path)}
    assert status == {"verified"}


@pytest.mark.parametrize(("sentence", "name"), DRAFTS)
def test_what_needs_the_rest_of_its_clause_is_a_draft(sentence: str, name: str, tmp_path: Path) -> None:
    status = {status for _, status in told_of(name, sentence, tmp_path)}
    assert "verified" not in status


def test_what_was_passed_is_not_what_was_added(tmp_path: Path) -> None:
    said = status_of("2025年，经营主体净增9万户、突破41万户。", tmp_path).values()
    assert not [one for one in said if one[1] == "verified" and "by more than" in (one[0] or "")]


BOTH_ENDS = [
    ("2025年，一般公共预算收入从31亿元提高到43亿元。", "rose from 3.1 billion yuan to 4.3 billion yuan."),
    ("不良贷款率由2.4%下降到1.3%。", "fell from 2.4 percent to 1.3 percent."),
    ("PM2.5平均浓度由47微克/立方米降至29微克/立方米。", "fell from 47 to 29 micrograms per cubic meter."),
    ("贫困发生率由4.6%降至零。", "fell from 4.6 percent to zero."),
    ("2025年同2020年相比，国民收入由31亿元增加到47亿元，增长51%。", "to 4.7 billion yuan, up 51 percent from 2020."),
    ("高新技术企业由34家增加到91家。", "The number of high-tech enterprises rose from 34 to 91."),
]


@pytest.mark.parametrize(("sentence", "told"), BOTH_ENDS)
def test_what_a_change_began_from_is_told_with_what_it_came_to(sentence: str, told: str, tmp_path: Path) -> None:
    said = set(status_of(sentence, tmp_path).values())
    assert len(said) == 1
    english, status = said.pop()
    assert status == "verified"
    assert english is not None and english.endswith(told)


def test_a_change_whose_years_open_its_sentence_is_told_with_both(tmp_path: Path) -> None:
    said = status_of("从2021年到2025年，全市书院由34所增加到91所。", tmp_path).values()
    assert any(" rose from 34 in 2021 to 91" in (english or "") for english, _ in said)


def test_a_change_is_measured_from_where_it_set_out(tmp_path: Path) -> None:
    said = dict(status_of("进出口总额由2016年的210亿元增加到2025年的462亿元，增长1.2倍。", tmp_path).values())
    assert said == {
        "Total imports and exports reached 21 billion yuan in 2016.": "verified",
        "Total imports and exports rose from 21 billion yuan in 2016 to 46.2 billion yuan, up 120 percent.": "verified",
    }


def test_what_is_compared_before_is_no_start_of_the_next_change(tmp_path: Path) -> None:
    said = status_of("存款余额47亿元，比2019年增长31%；贫困人口由31万人下降到4.1万人。", tmp_path).values()
    assert ("The number of people in poverty fell from 310,000 to 41,000.", "verified") in said


@pytest.mark.parametrize("sentence", ["企业退休人员基本养老金从每月900元提高到1700元。", "办电环节由6个压减到2个。"])
def test_a_start_without_a_proved_end_is_a_draft(sentence: str, tmp_path: Path) -> None:
    assert "verified" not in {status for _, status in status_of(sentence, tmp_path).values()}


def test_what_a_dated_end_came_from_is_told_as_what_was_come_to_by_then(tmp_path: Path) -> None:
    said = set(status_of("到2020年，城镇化率由41%提高到52%。", tmp_path).values())
    assert said == {("The urbanization rate had risen from 41 percent to 52 percent by 2020.", "verified")}


def test_the_end_of_a_year_is_where_a_change_set_out(tmp_path: Path) -> None:
    said = status_of("贷款余额从2020年末的31亿元增加到2025年末的47亿元。", tmp_path)
    assert any("from 3.1 billion yuan at the end of 2020 to" in (english or "") for english, _ in said.values())


def test_what_took_years_is_not_told_of_their_last(tmp_path: Path) -> None:
    text = (
        "清河市2026年政府工作报告\n一、过去五年工作回顾\n过去五年，经济较快发展。高新技术企业增至310家。五年累计城镇新增就业3.1万人。\n"
        "经过七年努力，城镇化率由41%提高到52%。\n"
    )
    told = {fact.english for fact in figures_of(text, tmp_path) if fact.english_status == "verified"}
    assert "The number of high-tech enterprises had risen to 310 by 2025." in told
    assert "The urbanization rate rose from 41 percent to 52 percent in the 2019–2025 period." in told
