"""The tables that people keep — units, indicators, words — hold together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.numbers.units import MAGNITUDES, base_amount, unit_of, units
from exporter.facts.statements.closed_classes import lexicon
from exporter.facts.statements.indicators import canonical, indicators


@given(st.sampled_from(units()), st.sampled_from(sorted(MAGNITUDES)))
def test_a_magnitude_multiplies_a_unit(unit: object, word: str) -> None:
    plain = getattr(unit, "text", "")
    found = unit_of(word + plain)
    assert found is not None
    direct = unit_of(plain)
    assert direct is not None
    if found.base == direct.base and word + plain not in {one.text for one in units()}:
        assert found.factor == direct.factor * MAGNITUDES[word]


@given(st.text(max_size=12))
def test_any_text_is_a_unit_or_none(text: str) -> None:
    found = unit_of(text)
    assert found is None or found.factor > 0


@pytest.mark.parametrize(
    ("number", "unit", "base"),
    [
        ("1.2", "万亿元", "1200000000000"),
        ("3", "億元", "300000000"),
        ("15", "公顷", "150000"),
        ("2", "千瓦", "2"),
        ("500", "公斤", "0.500"),
        ("12", "个县", "12"),
        ("7", "‰", "0.7"),
    ],
)
def test_amounts_in_base_units(number: str, unit: str, base: str) -> None:
    assert base_amount(Decimal(number), unit) == Decimal(base)


def test_a_hectare_is_fifteen_mu() -> None:
    assert abs(base_amount(Decimal(15), "亩") - base_amount(Decimal(1), "公顷")) < Decimal("1e-9")


def test_every_unit_that_is_no_classifier_has_english() -> None:
    silent = {"count", "spec", "bare"}
    assert [unit.text for unit in units() if not unit.english and unit.kind not in silent] == []
    assert [unit.text for unit in units() if bool(unit.english) != bool(unit.plural)] == []


def test_the_indicator_table_is_wide_and_names_nothing_twice() -> None:
    names = [name for one in indicators() for name in (one.name, *one.synonyms)]
    assert len(indicators()) >= 350
    assert len(names) == len(set(names))
    assert [one.name for one in indicators() if not one.english or one.english != one.english.strip()] == []
    assert [one.name for one in indicators() if one.unit and unit_of(one.unit) is None] == []


@pytest.mark.parametrize("name", ["GDP", "生产总值", "全市地区生产总值", "地区生产总值（市级）", "全市 生产总值"])
def test_many_names_mean_one_indicator(name: str) -> None:
    found = canonical(name)
    assert found is not None
    assert (found.name, found.rank) == ("地区生产总值", 1)


def test_headline_indicators_come_in_the_order_of_reports() -> None:
    order = [
        "地区生产总值",
        "一般公共预算收入",
        "固定资产投资",
        "社会消费品零售总额",
        "居民人均可支配收入",
        "居民消费价格指数",
        "城镇新增就业",
    ]
    ranks = [found.rank for name in order if (found := canonical(name)) and found.rank is not None]
    assert len(ranks) == len(order)
    assert ranks == sorted(ranks)


def test_words_of_the_grammar_are_in_folded_form() -> None:
    from exporter.facts.numbers.numerals import fold

    classes = lexicon()
    words = {*classes.tail, *classes.verb.words, *classes.adverb.words, *classes.scope.words}
    assert [word for word in words if fold(word) != word] == []
