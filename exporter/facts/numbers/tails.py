"""Read what stands behind a number: its unit, what it shares with the next number, and the far end of a range."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from decimal import Decimal

from exporter.facts.numbers import lookalikes, scales
from exporter.facts.numbers.numerals import Numeral, numeral_at
from exporter.facts.numbers.units import base_amount, unit_of


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number: its unit, where that ends, where the value as printed ends, 多 or 余."""

    unit: str | None
    end: int
    printed: int
    over: str | None


def tail_of(text: str, numeral: Numeral) -> Tail:
    """Read the tail of a number, a unit that only the next one prints included."""
    return _shared(text, _own(text, numeral))


def far_end(text: str, numeral: Numeral, tail: Tail) -> tuple[Numeral, Tail] | None:
    """Read a range that prints its unit behind both ends: 180元至260元, 20万至30万人次; None where none is."""
    unit = tail.unit
    dash = _TO.match(text, tail.end) if unit and numeral.form == "plain" else None
    before = text[max(0, numeral.start - _BEFORE) : numeral.start]
    if unit is None or dash is None or numeral.number is None or tail.over or _SET_OUT.search(before):
        return None
    if dash[0].strip() in ("至", "到") and _CHANGED_BY.search(before):
        return None  # 提高180元至260元: by so much, or to so much
    other = numeral_at(text, dash.end())
    if other is None or other.form != "plain" or other.number is None or lookalikes.is_name(text, other):
        return None
    behind = tail_of(text, other)
    if not behind.unit or not _is_alike(unit, behind.unit):
        return None
    low = behind.unit if behind.unit.startswith(unit) else unit
    upper = _in_unit(other, behind.unit, low)
    if upper is None or upper <= numeral.number:
        return None
    whole = dataclasses.replace(numeral, end=other.end, upper=upper, form="range")
    return whole, dataclasses.replace(behind, unit=low)


_TO = re.compile(r" ?(?:[~～—–-]{1,2}|至|到(?=\d)) ?")
_CHANGED_BY = re.compile("(?:[增减升降涨跌加少高低调长]|扩大|缩小|压[缩减]|[缩延][短长])了?[近约]?$")
"""What says that a number is by how much something changed."""
_SET_OUT = re.compile("[从由自][^，。；]{0,12}$")
"""What a change set out from, which is no end of a range."""
_BEFORE = 13
"""Characters in which either of them stands before a number."""


def _is_alike(one: str, other: str) -> bool:
    """Say whether two units measure alike; a magnitude alone takes the unit of the other."""
    low, high = unit_of(one), unit_of(other)
    if low is None or high is None:
        return False
    return low.base == high.base or (low.kind == "bare" and other.startswith(one))


def _in_unit(numeral: Numeral, unit: str, wanted: str) -> Decimal | None:
    """Give a number in another unit of its kind, exactly."""
    found = unit_of(wanted)
    if numeral.number is None or unit == wanted:
        return numeral.number
    return base_amount(numeral.number, unit) / found.factor if found else None


def _own(text: str, numeral: Numeral) -> Tail:
    end = numeral.end
    if numeral.form not in ("plain", "range"):
        return Tail(numeral.unit, end, end, None)
    if some := _SOME_POINTS.match(text, end):
        return Tail("个百分点", some.end(), end, "多")
    over = scales.OVER.match(text, end)
    printed = over.end() if over else end
    first = scales.past_space(text, printed)
    last = scales.known(text, first)
    if last > first or text.startswith("/", first):
        last, unit = scales.per(text, last, text[first:last])
    else:
        last, unit, over = scales.scaled(text, first, over)
    if not unit:
        return Tail(None, printed, printed, over[0] if over else None)
    if numeral.form == "range" and "%" in text[numeral.start : printed]:
        printed = last
    return Tail(unit, last, printed, over[0] if over else None)


def _shared(text: str, tail: Tail) -> Tail:
    """Give a bare number the unit of the one it is joined to: 分别高4.2和0.7个百分点."""
    if tail.unit == "个" and _JOINED_POINTS.match(text, tail.end):
        return dataclasses.replace(tail, unit="个百分点")
    joined = _JOINED.match(text, tail.end) if tail.unit is None else None
    return Tail(joined[1], tail.end, tail.printed, tail.over) if joined else tail


_JOINED = re.compile(r"(?:[和、]\d+(?:\.\d+)?)+(个百分点|%|倍|万?亿?元)")
_JOINED_POINTS = re.compile(r"(?:[和、]\d+(?:\.\d+)?个)+百分点")
"""Points whose noun only the last prints: 3.4个、|1个百分点."""
_SOME_POINTS = re.compile("个多百分点")
