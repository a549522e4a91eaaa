"""Say a figure in a few Chinese words, as the source prints it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from exporter.brief.comparing import bound_of
from exporter.model import Bound, Fact

BEFORE: dict[str, str] = {
    "近": "近",
    "约": "约",
    "超": "超",
    "超过": "超",
    "突破": "突破",
    "力争": "力争",
    "不低于": "不低于",
}
BEFORE |= {"不超过": "不超过", "接近": "近", "逾": "逾", "达到": "", "大约": "约", "至少": "至少"}
AFTER = ("以上", "以内", "以下", "左右", "余", "多", "上下")


def value_zh(fact: Fact) -> str:
    """Give the value with its unit and bound, broken digits mended: 近7200万元; empty where only growth is stated."""
    if fact.value is None:
        return ""
    value = "".join(unicodedata.normalize("NFKC", fact.value).split())
    return _bounded(value + (fact.unit or ""), fact.bound, fact.qualifier)


def change_zh(fact: Fact) -> str:
    """Give the change in words: 增长10.2%, 下降3.3个百分点, 增长8%以上; empty where none is stated."""
    if fact.change is None or fact.change_kind not in ("percent", "percentage_points", "multiple"):
        return ""
    points = fact.change_kind == "percentage_points"
    word = "下降" if fact.change < 0 else "持平" if not fact.change else "提高" if points else "增长"
    said = size_zh(fact) if fact.change else ""
    return f"力争{word}{said.removeprefix('力争')}" if said.startswith("力争") else word + said


def size_zh(fact: Fact) -> str:
    """Give a growth without its direction, both ends of a range: 10.2%, 8%以上, 力争8%, 4.5%～5%, 1～2个百分点."""
    points = fact.change_kind == "percentage_points"
    unit, size = "个百分点" if points else "%", digits(abs(fact.change or Decimal(0)))
    if is_range(fact):
        low = size if points else f"{size}%"  # GB/T 15835-2011
        size = f"{low}～{digits(abs(fact.upper or Decimal(0)))}"
    return _bounded(size + unit, bound_of(fact, growth=True), fact.qualifier if fact.value is None else None)


def is_range(fact: Fact) -> bool:
    """Tell whether the growth that a figure states has two ends."""
    return fact.value is None and fact.upper is not None


def figure_zh(fact: Fact) -> str:
    """Give the value, with 增加 or 减少 where it is itself a change, or the change where there is no value."""
    if fact.value is not None and fact.change_kind == "absolute" and fact.change and fact.number == abs(fact.change):
        return ("减少" if fact.change < 0 else "增加") + value_zh(fact)
    return value_zh(fact) or change_zh(fact)


_BOUND_WORDS: dict[Bound, tuple[str, str]] = {
    "exact": ("", ""),
    "at_least": ("", "以上"),
    "at_most": ("", "以内"),
    "about": ("", "左右"),
    "nearly": ("近", ""),
    "over": ("超", ""),
    "range": ("", ""),
    "strive": ("力争", ""),
}


def _bounded(amount: str, bound: Bound, qualifier: str | None) -> str:
    if qualifier in AFTER and qualifier not in ("余", "多"):
        return amount + qualifier
    if qualifier in BEFORE:
        return BEFORE[qualifier] + amount
    before, after = _BOUND_WORDS[bound]
    return before + amount + after


def digits(number: Decimal) -> str:
    """Write a number without zeros that say nothing."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
