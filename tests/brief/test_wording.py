"""Figures in words: both languages say the same number, both ends of a range, and which way it went."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporter.brief.english_wording import change_en, change_sign, rounded
from exporter.brief.statements import finding_zh, statement_zh
from exporter.brief.wording import change_zh, figure_zh
from exporter.model import Fact, Span
from tests.facts.samples import facts

AIM = Fact("f1", Span(0, 1), 1, "", "地区生产总值", change=Decimal(5), change_kind="percent", kind="target")


def aim(**changes: object) -> Fact:
    return Fact(**{**{name: getattr(AIM, name) for name in AIM.__slots__}, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "zh", "en", "sign"),
    [
        (aim(), "增长5%", "up 5 percent", "+5%"),
        (aim(change=Decimal("4.5"), upper=Decimal(5)), "增长4.5%～5%", "up 4.5 to 5 percent", "+4.5–5%"),
        (
            aim(change=Decimal(-1), upper=Decimal(-2), change_kind="percentage_points"),
            "下降1～2个百分点",
            "down 1 to 2 percentage points",
            "−1–2 pp",
        ),
        (aim(bound="strive", qualifier="力争"), "力争增长5%", "up 5 percent (striven for)", "+5%"),
        (aim(bound="at_least", qualifier="以上"), "增长5%以上", "up 5 percent or more", "≥+5%"),
    ],
)
def test_a_growth_in_both_languages(fact: Fact, zh: str, en: str, sign: str) -> None:
    assert (change_zh(fact), change_en(fact), change_sign(fact)) == (zh, en, sign)


def test_an_amount_that_is_itself_a_change_says_which_way() -> None:
    less = aim(value="300", number=Decimal(300), unit="亿元", change=Decimal(-300), change_kind="absolute")
    assert figure_zh(less) == "减少300亿元"
    assert statement_zh(less) == "地区生产总值减少300亿元"


def test_what_is_of_each_year_is_not_told_as_of_all() -> None:
    (fact,) = facts("一、过去五年工作回顾", "五年来，城镇新增就业每年超过31万人。")
    assert "每年" in statement_zh(fact)
    assert "每年" in finding_zh(fact)


@pytest.mark.parametrize(
    ("exact", "said"),
    [
        ("6.019945 trillion yuan", "about 6.02 trillion yuan"),
        ("148.78 billion yuan", "about 148.8 billion yuan"),
        ("US$1.23456 billion", "about US$1.235 billion"),
        ("8.6 billion yuan", "8.6 billion yuan"),
        ("38,640 yuan", "38,640 yuan"),
    ],
)
def test_a_large_number_has_four_digits_in_a_sentence_and_says_that_it_is_rounded(exact: str, said: str) -> None:
    assert rounded(exact) == said
