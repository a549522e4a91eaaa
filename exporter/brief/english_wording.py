"""Say a growth in a few English words: its size with its bound and with both ends of a range."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from exporter.brief.comparing import bound_of
from exporter.brief.wording import digits, is_range, reckoning_of, unchanged
from exporter.model import BOUND_SIGNS, Bound, Fact

MINUS = "−"
BOUNDS: Mapping[Bound, str] = {
    "at_least": "{} or more",
    "at_most": "no more than {}",
    "about": "around {}",
    "nearly": "nearly {}",
    "over": "more than {}",
    "strive": "{} (striven for)",
}


def size_en(fact: Fact) -> str:
    """Give a growth without its direction: 8 percent or more, 4.5 to 5 percent, 1 to 2 percentage points."""
    unit = "percentage points" if fact.change_kind == "percentage_points" else "percent"
    size = digits(abs(fact.change or Decimal(0)))
    if is_range(fact):
        size = f"{size} to {digits(abs(fact.upper or Decimal(0)))}"
    return BOUNDS.get(bound_of(fact, growth=True), "{}").format(f"{size} {unit}")


def change_en(fact: Fact) -> str:
    """Say a change: up 10.2 percent; empty where none is stated."""
    if fact.change is None or fact.change_kind not in ("percent", "percentage_points", "multiple"):
        return ""
    way = "up" if fact.change > 0 else "down"
    return in_terms(f"{way} {size_en(fact)}" if fact.change else unchanged(fact)[1], fact)


def in_terms(said: str, fact: Fact) -> str:
    """Say in what terms a growth is reckoned, where the source does: 8 percent in real terms."""
    return f"{said} {reckoning_of(fact).en}".rstrip()


EXACT = 4
"""Digits of a large number that an English sentence gives at the most."""


def rounded(value: str, most: int = EXACT, about: str = "about ") -> str:
    """Round a large number that has more than the `most` digits, to four, and say so: about 6.02 trillion yuan."""
    found = _LARGE.search(value)
    figures = found[1].replace(".", "").replace(",", "").lstrip("0") if found else ""
    if found is None or len(figures) <= most:
        return value
    number = Decimal(found[1].replace(",", ""))
    short = digits(round(number, max(EXACT - number.adjusted() - 1, 0)))
    return f"{about}{value[: found.start()]}{short}{value[found.end(1) :]}"


_LARGE = re.compile(r"(\d[\d,]*\.\d+)(?= (?:million|billion|trillion)\b)")


def change_sign(fact: Fact) -> str:
    """Write a change for readers of both languages: +10.2%, +4.5–5%, −3.3 pp."""
    if fact.change is None or fact.change_kind not in ("percent", "percentage_points", "multiple"):
        return "—"
    sign = "+" if fact.change > 0 else MINUS if fact.change < 0 else ""
    unit = " pp" if fact.change_kind == "percentage_points" else "%"
    size = digits(abs(fact.change))
    if is_range(fact):
        size = f"{size}–{digits(abs(fact.upper or Decimal(0)))}"
    return f"{BOUND_SIGNS.get(bound_of(fact, growth=True), '')}{sign}{size}{unit}"
