"""Whom works and benefits reached is counted, and not the works: renovation covers households, money goes to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.english.figures.test_context import status_of

SAID = [
    ("2025年，完成棚户区改造7500户。", "The renovation of run-down areas covered 7,500 households"),
    ("2025年，发放住房租赁补贴8600户。", "were distributed to 8,600 households"),
    ("2025年，新增城镇就业3.1万人。", "31,000 new urban jobs were created"),
    ("2025年，新增就业1.2万人。", "12,000 new jobs were created"),
    ("2025年，全年新增就业岗位3100个。", "3,100 new jobs were created"),
]


@pytest.mark.parametrize(("sentence", "english"), SAID)
def test_what_reached_people_says_so(sentence: str, english: str, tmp_path: Path) -> None:
    said = [one for one in status_of(sentence, tmp_path).values() if one[0] and english in one[0]]
    assert said
    assert {status for _, status in said} == {"verified"}
