"""Say which time the words of a sentence mean in their document: 今年, “十四五”时期, 五年来, 1—11月."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from exporter.facts.numbers.numerals import chinese_number
from exporter.facts.statements.closed_classes import FISCAL
from exporter.facts.time.marks import Mark, Setting
from exporter.facts.time.naming import digits
from exporter.facts.time.period import Period, five_years, year
from exporter.facts.time.within import PART, read_part

YEAR = r"(?:(?:19|20)\d{2}|[一二][零一二三四五六七八九]{3})"
ORDINAL = "(?:十[一二三四五六]?|[一二三四五六七八九])"
COUNT = r"(?:二十|十[一二三四五六七八九]?|[一二两三四五六七八九]|\d{1,2})"
SEASON = "(?:去|今|前)(?:年(?:入|秋)?)?冬(?:[今明去]年?春)(?:以来)?|(?:去年|上年)(?:入?秋冬?|入?冬)季?节?以来"
"""A season over the turn of a year: 去冬今春."""
_YEAR, _COUNTED = re.compile(YEAR), re.compile(f"{COUNT}(?=个?年)")
_ORDINAL = re.compile(f'({ORDINAL})(?=五[”’」"时期规以末收]|个五年)')
_PART = re.compile(f"(?:{PART})$")
_Reader: TypeAlias = Callable[[str, Setting, Sequence[Mark]], Period | None]


def _range(word: str, setting: Setting, found: Sequence[Mark]) -> Period:
    first, last = (digits(one) for one in _YEAR.findall(word))
    return Period(min(first, last), max(first, last))


def _both(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    return Period(setting.planned, setting.planned + 1) if setting.planned else None


def _season(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 去冬今春 and 去年秋冬季以来: a season over the turn of a year is in both of its years."""
    spoken = setting.planned or (setting.reviewed + 1 if setting.reviewed else None)
    away = {"今": 0, "去": -1, "上": -1, "前": -2}[word[0]]
    return Period(spoken + away, spoken + away + 1) if spoken else None


def _fiscal(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 2018-19年度, which is one year, and 2018-19至2020-21年度, which are three."""
    firsts = [int(one[:4]) for one in re.findall(FISCAL, word) if (int(one[:4]) + 1) % 100 == int(one[-2:])]
    return Period(firsts[0], firsts[-1] + 1, fiscal=len(firsts) == 1) if firsts else None


def _named_year(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    printed = _YEAR.match(word)
    return _in_year(word, digits(printed[0]), setting) if printed else None


def _relative(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 今年, 去年 … from the year of the speech; 上年 in a review is the year before that reviewed."""
    spoken = setting.planned or (setting.reviewed + 1 if setting.reviewed else None)
    if spoken is None:
        return None
    away = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1}[word[0]]
    if (setting.planned is None and word[0] in "今本") or (word[0] == "上" and not setting.ahead):
        away -= 1
    return _in_year(word, spoken + away, setting)


def _in_year(word: str, number: int, setting: Setting) -> Period | None:
    if _SINCE_YEAR.search(word) and setting.reviewed and number < setting.reviewed:
        return Period(number, setting.reviewed)
    part = _PART.search(word[2:])
    return read_part(part[0], number) if part else year(number)


_SINCE_YEAR = re.compile("来$")


def _plan(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    ordinal = _ORDINAL.search(word)
    if ordinal is None:
        return None
    period = five_years(int(chinese_number(ordinal[1]) or 1))
    if word.endswith("末"):
        return Period(period.last, period.last, point=True)
    if part := re.search("(前|后|第)([一二三四五])年$", word):
        count = int(chinese_number(part[2]) or 0)
        first = {"前": period.first, "后": period.last - count + 1, "第": period.first + count - 1}[part[1]]
        return Period(first, first + count - 1) if part[1] != "第" else year(first)
    return _until(period, setting)


def _until(period: Period, setting: Setting) -> Period:
    """Let a plan that runs on past the year reviewed end with that year, where results are told."""
    if not setting.ahead and setting.reviewed and period.first <= setting.reviewed < period.last:
        return Period(period.first, setting.reviewed)
    return period


def _ahead(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    count = _count(word)
    return Period(setting.planned, setting.planned + count - 1) if setting.planned and count else None


def _past_years(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 五年来, 过去五年, 三年累计: years that end with the year reviewed, or with the year named before."""
    count = _count(word) if "届" not in word else 5
    focus = setting.focus
    if focus and focus.is_span and focus.last - focus.first + 1 == count:
        return Period(focus.first - count, focus.first - 1) if word[0] == "前" else focus
    named = next((mark.period.last for mark in reversed(found) if mark.role == "at" and not mark.period.is_span), None)
    last = named or (focus.last if focus and setting.ahead else setting.reviewed)
    return Period(last - count + 1, last) if last and 0 < count < 80 else None


def _whole(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    return year(number) if (number := _at_year(setting, found)) else None


def _now(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    """Read 目前: the state when the speech is held, at the end of the year reviewed."""
    return Period(setting.reviewed, setting.reviewed, point=True) if setting.reviewed else None


def _bare_part(word: str, setting: Setting, found: Sequence[Mark]) -> Period | None:
    number = _at_year(setting, found)
    return read_part(word, number) if number else None


def _at_year(setting: Setting, found: Sequence[Mark]) -> int | None:
    """Give the year that a part of a year belongs to: the one named last, or the one spoken of."""
    named = next((mark.period.last for mark in reversed(found) if mark.role == "at"), None)
    if named or setting.focus:
        return named or (setting.focus.last if setting.focus else None)
    return setting.planned if setting.ahead else setting.reviewed


def _count(word: str) -> int:
    found = _COUNTED.search(word)
    if not found:
        return 1
    return digits(found[0]) or 1


READERS: dict[str, _Reader] = {
    "range": _range,
    "both": _both,
    "season": _season,
    "fiscal": _fiscal,
    "year": _named_year,
    "relative": _relative,
    "plan": _plan,
    "ordinal": _plan,
    "ahead": _ahead,
    "count": _past_years,
    "term": _past_years,
    "whole": _whole,
    "now": _now,
    "part": _bare_part,
}
