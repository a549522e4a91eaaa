"""Write Chinese amounts as official English writes them, exactly: 1487.8 and 亿元 → 148.78 billion yuan.

Rules: 亿 and 万 are resolved by powers of ten in `Decimal`, so no digit is gained or lost; 亩 keeps the
printed figure and adds hectares (÷ 15), rounded and marked so; 斤 becomes kilograms or metric tons.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from exporter.facts.numbers.units import Unit, unit_of
from exporter.model import Bound

MU_PER_HECTARE = Decimal(15)
"""亩 is 1/15 hectare; the national reports convert so (reference: GWR 2010, 15亿亩 = 100 million hectares)."""
JIN_IN_KILOGRAMS = Decimal("0.5")
MAX_DIGITS = 24
"""Longest number that is written; none of a report comes near, and `Decimal` is exact to 28."""

SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Numbers as words."""
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LARGE = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_BEFORE: dict[Bound, str] = {
    "exact": "",
    "at_least": "at least ",
    "at_most": "no more than ",
    "about": "around ",
    "nearly": "nearly ",
    "over": "more than ",
    "range": "",
    "strive": "",
}


def amount(number: Decimal, unit: str | None, *, upper: Decimal | None = None, counted: bool = False) -> str | None:
    """Write a number with its Chinese unit in English; None for a unit that is not known.

    `upper` makes a range. `counted`: what is counted is named elsewhere, so that people and households
    are left out, as measure words without a meaning of their own (个, 家) always are.
    """
    found = unit_of(unit) if unit else _NO_UNIT
    if (
        found is None
        or (found.kind == "rate" and not found.english)
        or not number.is_finite()
        or len(number.as_tuple().digits) > MAX_DIGITS
    ):
        return None
    scaled, last = number * found.magnitude, None if upper is None else upper * found.magnitude
    if found.english == "mu":
        return _land(scaled, last)
    if found.text == "成":
        return percent(number * 10) if upper is None else f"{plain(number * 10)} to {percent(upper * 10)}"
    if found.english == "jin":
        return _weight(scaled, last)
    return _with_unit(scaled, last, found, counted)


def bounded(text: str, bound: Bound) -> str:
    """Put a bound before an amount: `around`, `at least`, `no more than`."""
    return _BEFORE[bound] + text


def percent(number: Decimal) -> str:
    """Write a percentage: `13.7 percent`."""
    return f"{plain(number)} percent"


def plain(number: Decimal) -> str:
    """Write a number in full, with thousands commas and the digits it has: `6,087`, `0.50`."""
    return f"{number:,f}"


def large(number: Decimal, scaled: bool = True) -> str:
    """Write a number as official English does: in full below a million, else in millions, billions, trillions.

    `scaled`: it was printed with 万 or 亿; one printed in full (1373526) stays in full unless its millions
    have at most two decimals, or its billions and trillions three.
    """
    number = _trim(number)
    for size, word in _LARGE:
        if abs(number) >= size:
            part = _trim(number / size)
            if not scaled and _decimals(part) > (2 if word == "million" else 3):
                break
            if _decimals(part) > _FINEST:
                continue
            return f"{part:,f} {word}"
    return f"{number:,f}"


_FINEST = 6
"""Most decimals that are read as easily as a smaller unit: 6.019945 trillion, not 6,019.945 billion."""


def in_words(number: str) -> str | None:
    """Write a whole number below a hundred in words, as it opens a sentence: thirty-eight; None for any other."""
    if not number.isdigit() or int(number) >= 100:
        return None
    value = int(number)
    if value < len(SPELLED) + len(_TEENS):
        return (*SPELLED, *_TEENS)[value]
    ten, one = _TENS[value // 10 - 2], value % 10
    return f"{ten}-{SPELLED[one]}" if one else ten


def ordinal(number: int) -> str:
    """Write an ordinal, in words up to tenth: `first`, `17th`."""
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if 1 <= number <= len(words):
        return words[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_NO_UNIT = Unit("", "bare", "", Decimal(1), Decimal(1), "", "")
_SIGNS = {"US dollar": "US$", "Hong Kong dollar": "HK$", "euro": "€"}
"""Currencies written before the number, as the national reports do."""


def _with_unit(number: Decimal, upper: Decimal | None, unit: Unit, counted: bool) -> str:
    sign = _SIGNS.get(unit.english, "")
    if sign:
        return sign + _written(number, upper, unit.magnitude, f" to {sign}")
    text = _written(number, upper, unit.magnitude)
    if not unit.english or (counted and unit.kind in ("person", "household", "count")):
        return text
    return f"{text} {unit.english if number == 1 and upper is None else unit.plural}"


def _written(number: Decimal, upper: Decimal | None, scale: Decimal, to: str = " to ") -> str:
    scaled = scale > 1
    if upper is None:
        return large(number, scaled)
    low, high = large(number, scaled), large(upper, scaled)
    for _, word in _LARGE:
        if low.endswith(word) and high.endswith(word) and to == " to ":
            return low.removesuffix(f" {word}") + to + high
    return low + to + high


def _land(mu: Decimal, upper: Decimal | None) -> str:
    """Write an area in mu, with its hectares: exact where they come out even, else about, to three digits."""
    hectares = [value / MU_PER_HECTARE for value in (mu, upper) if value is not None]
    rounded = [_significant(value, 3) for value in hectares]
    exact = all(near * MU_PER_HECTARE == value for near, value in zip(rounded, (mu, upper), strict=False))
    metric = _written(rounded[0], rounded[1] if upper is not None else None, Decimal(10))
    word = "hectare" if metric == "1" else "hectares"
    return f"{_written(mu, upper, Decimal(10))} mu ({'' if exact else 'about '}{metric} {word})"


def _weight(jin: Decimal, upper: Decimal | None) -> str:
    kilograms = [value * JIN_IN_KILOGRAMS for value in (jin, upper) if value is not None]
    tonnes = kilograms[0] >= 1000
    values = [_trim(value / 1000 if tonnes else value) for value in kilograms]
    word = "metric tons" if tonnes else "kilograms"
    return f"{_written(values[0], values[1] if upper is not None else None, Decimal(10))} {word}"


def _significant(number: Decimal, digits: int) -> Decimal:
    """Round to a number of significant digits, and never to more than a tenth."""
    if number == 0:
        return number
    step = Decimal(10) ** (number.adjusted() - digits + 1)
    return _trim((number / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def _trim(number: Decimal) -> Decimal:
    number = number.normalize()
    return number if number.as_tuple().exponent in ("n", "N", "F") or _decimals(number) else number.quantize(Decimal(1))


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
