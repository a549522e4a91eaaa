"""Amounts: laws of exactness first, then the official examples."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.guard.english_numbers import mentions
from exporter.english.guard.number_check import check_segment
from exporter.english.words.numbers import amount, bounded, large, ordinal
from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.quantities import quantities
from exporter.facts.numbers.units import unit_of
from exporter.model import Bound

UNITS = (
    "元",
    "万元",
    "亿元",
    "万亿元",
    "亿美元",
    "万人",
    "亿千瓦时",
    "万平方米",
    "公里",
    "万吨",
    "%",
    "个百分点",
    "户",
    "件",
)
NUMBERS = st.decimals(min_value="0.1", max_value="99999", places=2).map(Decimal.normalize)


@given(NUMBERS, st.sampled_from(UNITS))
def test_the_english_of_an_amount_has_its_value(number: Decimal, unit: str) -> None:
    text = amount(number, unit)
    found = unit_of(unit)
    assert text is not None and found is not None
    assert mentions(text)[0].value == number * found.magnitude


@given(NUMBERS, st.sampled_from(UNITS))
def test_the_guard_passes_what_the_rules_write(number: Decimal, unit: str) -> None:
    text = amount(number, unit)
    assert not [
        found for found in check_segment(f"达到{number:f}{unit}", f"It reached {text}.") if "figure" in found.code
    ]


@given(NUMBERS, st.sampled_from(["亩", "万亩", "亿亩"]))
def test_mu_keep_the_exact_figure_and_add_hectares_within_half_a_percent(number: Decimal, unit: str) -> None:
    found = mentions(amount(number, unit) or "")
    scale = unit_of(unit)
    assert scale is not None
    mu, hectares = found[0].value, found[1].value
    assert mu == number * scale.magnitude
    if hectares >= 10:
        assert abs(hectares - mu / 15) <= mu / 15 * Decimal("0.005")


@given(st.decimals(allow_nan=True, allow_infinity=True), st.text(max_size=6))
def test_no_number_and_no_unit_raises(number: Decimal, unit: str) -> None:
    assert amount(number, unit) is None or isinstance(amount(number, unit), str)


@given(st.decimals(min_value=0, max_value=10**15, places=3))
def test_large_numbers_lose_no_digit(number: Decimal) -> None:
    assert mentions(large(number))[0].value == number


@pytest.mark.parametrize(
    ("number", "unit", "english"),
    [
        ("1487.8", "亿元", "148.78 billion yuan"),
        ("3.9", "亿元", "390 million yuan"),
        ("2.4", "亿美元", "US$240 million"),
        ("5.5", "万元", "55,000 yuan"),
        ("2180", "亩", "2,180 mu (about 145 hectares)"),
        ("1.21", "万亿斤", "605 million metric tons"),
        ("15", "万家", "150,000"),
        ("10500", "亿元", "1.05 trillion yuan"),
        ("32193.15", "亿元", "3.219315 trillion yuan"),
        ("1117000000000", "元", "1.117 trillion yuan"),
        ("1373526", "元", "1,373,526 yuan"),
        ("9", "成", "90 percent"),
        ("500", "千伏", "500 kilovolts"),
    ],
)
def test_amounts_as_official_english_writes_them(number: str, unit: str, english: str) -> None:
    assert amount(Decimal(number), unit) == english


def test_ranges_share_their_scale() -> None:
    assert amount(Decimal(2), "亿元", upper=Decimal(3)) == "200 to 300 million yuan"
    assert amount(Decimal(2), "亿美元", upper=Decimal(3)) == "US$200 million to US$300 million"


@pytest.mark.parametrize(
    ("bound", "english"), [("about", "around 5"), ("over", "more than 5"), ("at_most", "no more than 5")]
)
def test_bounds(bound: Bound, english: str) -> None:
    assert bounded("5", bound) == english


def test_ordinals() -> None:
    assert [ordinal(number) for number in (1, 3, 11, 12, 21, 22, 23, 101)] == [
        "first",
        "third",
        "11th",
        "12th",
        "21st",
        "22nd",
        "23rd",
        "101st",
    ]


def test_the_official_conversions(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bar: of the official examples at least 95 percent covered, and every one covered has the official amount."""
    with (shared / "corpus" / "gold" / "number_conversion.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    covered = right = 0
    for row in rows:
        written = [text for quantity in quantities(fold(row["zh"])) if (text := _english(quantity)) is not None]
        covered += bool(written)
        said = {mention.value for mention in mentions(row["en_official"])}
        right += bool(written) and all(_agrees(text, said) for text in written)
    with capsys.disabled():
        print(f"\nnumber_conversion: {covered} of {len(rows)} covered, {right} right")
    assert covered >= 0.95 * len(rows)
    assert right >= covered - 1  # one row warns of an error in print: 8.3亿人 as $30 million


def _english(quantity: object) -> str | None:
    number, unit = quantity.number, quantity.unit  # type: ignore[attr-defined]
    if number is None:
        return None
    if quantity.kind == "times":  # type: ignore[attr-defined]
        return f"{number * 100:f} percent"
    return amount(number, unit)


def _agrees(text: str, said: set[Decimal]) -> bool:
    own = {mention.value for mention in mentions(text)}
    near = {value for value in own for other in said if abs(value - other) <= abs(other) * Decimal("0.005")}
    multiples = {(value / 100, value - 100) for value in own}
    return bool(near) or any(part in said for pair in multiples for part in pair)
