"""Numbers come out as they were printed, in whatever width and script."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.numbers.numerals import chinese_number, fold, numeral_at, parse_numeral

DIGITS = "零一二三四五六七八九"
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def spelled(number: int) -> str:
    """Write a whole number below ten thousand million million in Chinese."""
    for word, scale in (("亿", 10**8), ("万", 10**4)):
        if number >= scale:
            above, rest = divmod(number, scale)
            gap = "零" if rest and rest < scale // 10 else ""
            return spelled(above) + word + gap + (spelled(rest) if rest else "")
    out, pending = "", False
    for word, scale in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, scale)
        if digit:
            out += ("零" if pending and out else "") + DIGITS[digit] + word
            pending = False
        else:
            pending = True
    return out


@given(st.integers(1, 10**12 - 1))
def test_a_spelled_number_is_read_back(number: int) -> None:
    assert chinese_number(spelled(number)) == number


@given(st.decimals(0, 10**9, places=3))
def test_width_and_separators_make_no_difference(number: Decimal) -> None:
    for printed in (f"{number}", f"{number:,}", f"{number}".translate(WIDE)):
        found = parse_numeral(printed)
        assert found is not None
        assert found.number == number


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="零一二两三百千万亿点0123456789.,，:/%～-至 分之半多余"), st.integers(0, 8))
def test_any_text_is_read_or_refused(text: str, start: int) -> None:
    found = numeral_at(fold(text), start) if start < len(text) else None
    assert found is None or start == found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("百分之八点一", "8.1"),
        ("三分之一", "0.333333333333"),
        ("1/4", "0.25"),
        ("一百億", "10000000000"),
        ("十億九千五百萬", "1095000000"),
        ("二〇二六", "2026"),
        ("2,800", "2800"),
        ("2800多", "2800"),
        ("3.6 2", "3.62"),
        ("1 7 00", "1700"),
        ("2.50:1", "2.50"),
        ("百分之二点五至三点五", "2.5"),
    ],
)
def test_forms(printed: str, number: str) -> None:
    found = parse_numeral(printed)
    assert found is not None
    assert found.number == Decimal(number)


@pytest.mark.parametrize(("printed", "number"), [("百万", 10**6), ("千亿", 10**11), ("万亿", 10**12)])
def test_a_round_word_is_its_magnitude(printed: str, number: int) -> None:
    found = parse_numeral(printed)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    ("printed", "upper"), [("63%～68%", "68"), ("4.5%—5%", "5"), ("1-2", "2"), ("五十至一百", "100")]
)
def test_ranges_have_both_ends(printed: str, upper: str) -> None:
    found = parse_numeral(printed)
    assert found is not None
    assert found.upper == Decimal(upper)


@pytest.mark.parametrize("printed", ["百", "千", "2016 2017", "八三百", "", "多", "．", "一二百", "8.3.1"])
def test_bare_magnitudes_and_nonsense_are_no_numbers(printed: str) -> None:
    assert parse_numeral(printed) is None


def test_a_ratio_of_three_is_no_one_number() -> None:
    found = parse_numeral("8.3∶41.4∶50.3")
    assert found is not None
    assert (found.form, found.number) == ("ratio", None)
