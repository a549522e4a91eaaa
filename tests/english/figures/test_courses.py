"""What something came from and came to is told apart, each of its own time; a list does not borrow a pace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import status_of, told_of

TOLD = [
    ("2025年，一般公共预算收入从31亿元提高到43亿元，跃居全市第二位。", "提高到43亿元"),
    ("2025年，高新技术企业从1200家增加到2300家。", "增加到2300家"),
    ("持续开展城市更新行动，新建五星级饭店3家。", "五星级饭店"),
    ("2025年，农村劳动力转移就业7万人。", "7万人"),
]
DRAFTS = [
    ("2025年，一般公共预算收入从31亿元提高到43亿元。", "从31亿元"),
    ("2025年同2020年相比，国民收入由31亿元增加到47亿元，增长51%。", "增加到47亿元"),
    ("企业退休人员基本养老金从每月700元提高到1400元。", "提高到1400元"),
    ("2025年，备案博物馆从23座增至41座。", "从23座"),
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
