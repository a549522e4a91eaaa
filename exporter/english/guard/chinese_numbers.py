"""Read from Chinese what its English must say: every figure with its values, bound and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporter.english.guard.english_numbers import Direction, MentionKind
from exporter.facts.numbers.numerals import chinese_number
from exporter.facts.numbers.quantities import Quantity, quantities
from exporter.facts.numbers.units import unit_of
from exporter.model import Bound


@dataclass(frozen=True, slots=True)
class Wanted:
    """A figure that the English must say: the values it may be said in, by kind."""

    start: int
    end: int
    text: str
    values: tuple[tuple[Decimal, MentionKind], ...]
    bound: Bound
    direction: Direction | None
    loose: bool = False
    """A conversion that rounds (亩 to hectares): half a percent is allowed."""


def wanted_of(text: str) -> list[Wanted]:
    """List what the English must say: quantities, numbers that share the unit of the next, years, other numbers."""
    wanted: list[Wanted] = []
    found = quantities(text)
    for quantity in found:
        for shared in _sharing(text, quantity):
            wanted += _said_as(text, shared, wanted[-1] if wanted else None)
        wanted += _said_as(text, quantity, wanted[-1] if wanted else None)
    wanted += _years(text)
    return wanted + _others(text, wanted) + _sessions(text)


def _sharing(text: str, quantity: Quantity) -> list[Quantity]:
    """Read the number before a quantity that leaves out the unit: 4.2 of 4.2和0.7个百分点."""
    found = _SHARED.search(text[max(0, quantity.number_start - 16) : quantity.number_start])
    if found is None or quantity.number is None:
        return []
    start = max(0, quantity.number_start - 16) + found.start(1)
    end = start + len(found[1])
    return [
        replace(
            quantity, start=start, end=end, number_start=start, number_end=end, number=Decimal(found[1]), upper=None
        )
    ]


_SHARED = re.compile(r"(?<![\d.])(\d{1,9}(?:\.\d{1,6})?)[、和与及]$")


def _said_as(text: str, quantity: Quantity, last: Wanted | None) -> Iterator[Wanted]:
    if quantity.number is None or quantity.form in ("rank", "half") or (quantity.form == "share" and not quantity.unit):
        return
    printed = text[quantity.number_start : quantity.number_end] + (quantity.unit or "")
    bound = quantity.bound if quantity.upper is None else "exact"
    if text.startswith("多百分点", quantity.end):
        bound = "over"
    turn = _turn(text, quantity, last)
    for number in (quantity.number, quantity.upper):
        if number is not None:
            values, loose = _values(number, quantity, text)
            yield Wanted(quantity.number_start, quantity.end, printed, values, bound, turn, loose)


_OTHER = re.compile(r"(?<![\d.A-Za-z+])\d{2,9}(?:\.\d{1,4})?(?![\d.]|[年月日]|[A-Za-z+])")


def _others(text: str, wanted: Sequence[Wanted]) -> list[Wanted]:
    """List numbers that are part of names and dates, which English keeps: 70周年, 中国制造2025."""
    taken = {place for want in wanted for place in range(want.start, want.end)}
    return [
        Wanted(found.start(), found.end(), found[0], ((Decimal(found[0]), "plain"),), "exact", None)
        for found in _OTHER.finditer(text)
        if found.start() not in taken
    ]


def _values(number: Decimal, quantity: Quantity, text: str) -> tuple[tuple[tuple[Decimal, MentionKind], ...], bool]:
    """Give the values that a quantity may have in English, and whether they are rounded."""
    unit = unit_of(quantity.unit) if quantity.unit else None
    value = number * (unit.magnitude if unit else 1)
    base = unit.english if unit else ""
    if quantity.kind == "percent":
        return ((number * (unit.factor if unit else 1), "percent"),), False
    if quantity.kind == "point" or text.startswith("多百分点", quantity.end):
        return ((value, "points"),), False
    if quantity.kind == "times":
        return _times(number, quantity.form), False
    if base == "mu":
        return ((value / 15, "plain"), (value, "plain")), True
    if base == "jin":
        return ((value / 2000, "plain"), (value / 2, "plain"), (value, "plain")), True
    if quantity.unit == "分" and _PER_JIN.search(text):
        return ((value / 100, "money"), (value / 50, "money")), False
    if quantity.kind == "money" and _PER_JIN.search(text):
        return ((value, "money"), (value * 2, "money")), False
    if quantity.kind == "money":
        return ((value, "money" if base == "yuan" else "dollars"),), False
    if text[: quantity.number_start].endswith("等"):
        return ((value, "plain"), (value - 1, "plain")), False  # 尿毒症等8类: this and seven others
    return ((value, "plain"),), False


_PER_JIN = re.compile(r"[每/]斤")
"""A price per jin is said per kilogram."""


def _times(number: Decimal, form: str) -> tuple[tuple[Decimal, MentionKind], ...]:
    """增长2倍 is up 200 percent, three times as much; 是…的2.2倍 is 2.2 times, up 120 percent; 翻一番 is doubled."""
    if form == "fold":
        times = Decimal(2) ** min(int(number), 9)
        return ((times, "fold"), (number, "fold"), ((times - 1) * 100, "percent"))
    return ((number, "fold"), (number + 1, "fold"), (number * 100, "percent"), ((number - 1) * 100, "percent"))


_SESSION = re.compile(r"第([二三四五六七八九]?十[一二三四五六七八九]?)[届次]")


def _sessions(text: str) -> list[Wanted]:
    """List ordinals above ten, which English keeps: 第十三届 is the 13th."""
    return [
        Wanted(found.start(), found.end(), found[0], ((value, "plain"),), "exact", None)
        for found in _SESSION.finditer(text)
        if (value := chinese_number(found[1])) is not None and value > 10
    ]


YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-—–~至到]((?:19|20)\d\d))?年")


def _years(text: str) -> list[Wanted]:
    return [
        Wanted(found.start(), found.end(), f"{year}年", ((Decimal(year), "year"),), "exact", None)
        for found in YEAR.finditer(text)
        for year in found.groups()
        if year
    ]


_RISES = re.compile(r"(?:增长|增加|提高|上升|上涨|提升|扩大|增|升|涨|多)(?:了|到|至|约|近|超过|幅度|目标|预期)?$")
_FALLS = re.compile(
    r"(?:下降|减少|降低|回落|下滑|收窄|缩小|削减|压减|压缩|下跌|降|减|少)(?:了|到|至|约|近|超过|幅度|目标)?$"
)
_OUT_OF = re.compile(r"[由从](?:[^，；。]{0,6}年?[底末初]?的?)$")
_MOVED = re.compile(
    r"[^，；。\d]{0,4}(?:(?P<up>增加|提高|上升|增长|扩大|提升|上涨)|(?P<down>减少|下降|降低|缩小|回落))[到至]"
)
_RATES = re.compile(r"(?P<up>[涨增升]幅|增速|增长率)|(?P<down>[降减跌]幅)")
_AND = re.compile(r"^(?:以上|以下|左右|以内)?[、和与及]$")


def _turn(text: str, quantity: Quantity, last: Wanted | None) -> Direction | None:
    """Say what the words before a quantity say of its direction; one joined to the last shares it."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    if _RISES.search(before):
        return "up"
    if _FALLS.search(before):
        return "down"
    if last is not None and _AND.match(text[last.end : quantity.start]):
        return last.direction
    moved = _MOVED.match(text[quantity.end : quantity.end + 16])
    if moved and _OUT_OF.search(before):
        return "up" if moved["up"] else "down"
    rates = list(_RATES.finditer(re.split("[，；。]", text[max(0, quantity.start - 16) : quantity.start])[-1]))
    return ("up" if rates[-1]["up"] else "down") if rates else None
