"""Say a figure in a few Chinese words, as the source prints it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from exporter.brief.comparing import bound_of
from exporter.model import Bound, Fact

BEFORE: dict[str, str] = {
    "近": "近",
    "约": "约",
    "超": "超",
    "超过": "超",
    "突破": "突破",
    "力争": "力争",
    "争取": "争取",
    "不低于": "不低于",
}
BEFORE |= {"不超过": "不超过", "接近": "近", "逾": "逾", "达到": "", "大约": "约", "至少": "至少"}
AFTER = ("以上", "以内", "以下", "左右", "余", "多", "上下")


def value_zh(fact: Fact) -> str:
    """Give the value with its unit and bound, broken digits mended: 近7200万元; empty where only growth is stated."""
    if fact.value is None:
        return ""
    value = "".join(unicodedata.normalize("NFKC", fact.value).split())
    if fact.bound == "over" and value.endswith(("多", "余")):  # 14300多家 is more than 14300 already
        return value + (fact.unit or "")
    unit = "" if value.startswith(_WITH_UNIT.get(fact.unit or "", "?")) else fact.unit or ""
    return _bounded(value + unit, fact.bound, fact.qualifier)


_WITH_UNIT = {"%": "百分之", "‰": "千分之"}
"""How a value in characters says its unit before it: 百分之二十五."""


def change_zh(fact: Fact) -> str:
    """Give the change in words: 增长10.2%, 下降3.3个百分点, 增长8%以上; empty where none is stated."""
    if fact.change is None or fact.change_kind not in ("percent", "percentage_points", "multiple"):
        return ""
    if not fact.change:
        return unchanged(fact)[0]
    points = fact.change_kind == "percentage_points"
    return strives_first("提高" if points and fact.change > 0 else way_zh(fact), size_zh(fact))


def unchanged(fact: Fact) -> tuple[str, str]:
    """Say in both languages that a figure is what it was, or about that: 持平, 基本持平."""
    about = bound_of(fact, growth=True) == "about"
    return ("基本持平", "basically unchanged") if about else ("持平", "unchanged")


def way_zh(fact: Fact) -> str:
    """Say which way a growth goes, and in what terms it is reckoned: 增长, 实际增长, 可比下降; prices rise: 上涨."""
    rises = "上涨" if _PRICES.search(fact.indicator) else "增长"
    return reckoning_of(fact).zh + ("下降" if (fact.change or 0) < 0 else rises)


_PRICES = re.compile("价格|物价|CPI|房价")


class Reckoning(NamedTuple):
    """In what terms a growth is reckoned, in both languages; empty where the source does not say."""

    zh: str = ""
    en: str = ""


def reckoning_of(fact: Fact) -> Reckoning:
    """Say in what terms a growth is reckoned: at comparable prices, in real terms (实际增长), or nominal."""
    said = "".join(fact.quote.split())
    return next((found for words, found in _RECKONINGS if words.search(said)), Reckoning())


_RECKONINGS = (
    (re.compile("同口径"), Reckoning("同口径", "in comparable terms")),
    (re.compile("可比价"), Reckoning("可比价", "at comparable prices")),
    (re.compile("可比"), Reckoning("可比", "in comparable terms")),
    (re.compile("实际(?:年均)?(?:增长|增速|增幅|增加|下降)"), Reckoning("实际", "in real terms")),
    (re.compile("名义(?:年均)?(?:增长|增速|增幅|增加|下降)"), Reckoning("名义", "in nominal terms")),
)


def strives_first(word: str, size: str) -> str:
    """Put the word for a growth behind the one that says that it is striven for: 力争增长8%."""
    strives = next((one for one in STRIVES if size.startswith(one)), "")
    return strives + word + size.removeprefix(strives)


STRIVES = ("力争", "争取")
"""How a source says that a target is striven for."""


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
