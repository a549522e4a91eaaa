"""Say in English what a cell of a table holds where it is a figure and nothing else: an amount, or a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from exporter.english.guard.number_check import check_segment
from exporter.english.words.numbers import amount, bounded
from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.quantities import Quantity, quantities
from exporter.facts.numbers.units import unit_of

_WAYS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        **dict.fromkeys(("增长", "增加", "提高", "上升"), "up "),
        **dict.fromkeys(("下降", "减少", "降低"), "down "),
    }
)
"""Words of change that a cell may hold before its figure, and their English."""


def cell_in_english(zh: str) -> str | None:
    """Give the English of a cell that is one figure with its unit and bound; None where it says anything else."""
    text = fold(zh).strip()
    if unit_of(text):
        return _unit(text)
    found = quantities(text)
    if len(found) != 1 or found[0].end != len(text) or not any(sign.isdigit() for sign in text):
        return None
    way, said = _WAYS.get(text[: found[0].start]), _said(found[0])
    if way is None or said is None:
        return None
    return None if check_segment(zh, way + said) else way + said


def _unit(text: str) -> str | None:
    """Say a unit alone, as the heads of columns have it: 10,000 metric tons."""
    said = amount(Decimal(1), text)
    return said.removeprefix("1 ") if said and re.search(r"[a-z]{3}", said) else None


def _said(one: Quantity) -> str | None:
    if one.number is None or one.kind in ("rank", "times"):
        return None
    text = amount(one.number, one.unit, upper=one.upper)
    return None if text is None else bounded(text, one.bound)
