"""A plain 元 is the money of the place whose document it stands in."""

from __future__ import annotations

import pytest

import exporter

TEXT = "{}\n一、經濟\n2024年本地生產總值30,000億元，增長5%。政府撥款10億元，支援中小企業。\n"


@pytest.mark.parametrize(
    ("title", "sign"), [("香港特別行政區2025年施政報告", "HK$"), ("青河縣2025年政府工作報告", "yuan")]
)
def test_a_plain_yuan_of_hong_kong_is_its_dollar(title: str, sign: str) -> None:
    facts = exporter.facts(exporter.read(TEXT.format(title).encode()))
    money = [fact.value_en or "" for fact in facts if fact.currency]
    assert money
    assert all(sign in said for said in money)
