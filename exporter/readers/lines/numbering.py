"""Read the number that opens a line of a Chinese document: its kind, its value and where the text after it begins."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "part",  # 第一编, 第一部分
    "chapter",  # 第一章
    "section",  # 第一节
    "article",  # 第一条
    "han",  # 一、
    "han_paren",  # （一）
    "arabic",  # 1.
    "decimal",  # 1.1
    "decimal_3",  # 1.1.1
    "decimal_4",  # 1.1.1.1
    "arabic_paren",  # （1）
    "circle",  # ①
    "ordinal",  # 第一，
    "count",  # 一是
    "bracket",  # [1]
    "dash",  # ——
    "bullet",  # ●
]
RANK: dict[str, int] = {
    "part": 0,
    "chapter": 1,
    "section": 2,
    "article": 3,
    "han": 4,
    "han_paren": 5,
    "arabic": 6,
    "decimal": 6,
    "decimal_3": 7,
    "decimal_4": 7,
    "arabic_paren": 7,
    "circle": 8,
}
"""The order in which kinds are nested where a document uses several: GB/T 9704-2012, 7.3.3, and the usage of law."""


class Number(NamedTuple):
    """A number at the start of a line: `end` is the index of the first character of the text after it."""

    kind: Kind
    value: int
    end: int


_HAN_NUMERAL = "[一二三四五六七八九十百零〇○]{1,7}"
_NUMBER = re.compile(
    rf"""
    第\s?(?P<named>{_HAN_NUMERAL}|\d{{1,3}})\s?
    (?:(?P<unit>[编篇节節條条]|部分)(?:[\s、:：]{{1,4}}|$)|(?P<chapter>章)(?!程)[\s、:：]{{0,4}})
  | 第(?P<ordinal>[一二三四五六七八九十]{{1,3}})[，,、：:]\s{{0,2}}
  | (?P<count>[一二三四五六七八九十]{{1,3}})(?:是要|是|要)(?=[^、，])
  | (?P<han>{_HAN_NUMERAL})\s?(?:、|[.．](?!\d)|[︑])\s{{0,3}}(?![一二三四五六七八九十]、)
  | [（(]\s?(?P<paren>{_HAN_NUMERAL})\s?[）)][、.．]?\s{{0,3}}
  | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?:[、.．]\s{{0,3}}|[\s\u3000]{{1,3}})(?=[^\d\s])
  | (?P<arabic>\d{{1,3}})(?:、|[.．](?:(?![\d０-９])|(?=(?:19|20)\d{{2}}年)))\s{{0,3}}
  | [（(]\s?(?P<inner>\d{{1,3}})\s?[）)][、.．]?\s{{0,3}}|(?P<half>\d{{1,3}})[）)]\s{{0,3}}
  | [\[〔［【]\s?(?P<bracket>\d{{1,3}})\s?[\]〕］】]\s{{0,3}}
  | (?P<circle>[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿])[、.．]?\s{{0,3}}
  | (?P<dash>[—―─]{{1,2}}|－－|–{{1,2}})\s{{0,3}}(?=[\u4e00-\u9fff“‘「《（0-9])
  | (?P<bullet>[●•■◆▲★※◎▪◇□☐☑☒✓✔✗✘\uf06c\uf0be\uf0d8])\s{{0,3}}
    """,
    re.VERBOSE,
)
_FIRST = re.compile(
    r"[\[〔［【第一二三四五六七八九十百〇（(0-9①-⑳㈠-㈩⑴-⒛❶-❿—―─－–●•■◆▲★※◎▪◇□☐☑☒✓✔✗✘\uf06c\uf0be\uf0d8]"
)
_UNITS: dict[str, Kind] = {
    "编": "part",
    "篇": "part",
    "部分": "part",
    "章": "chapter",
    "节": "section",
    "節": "section",
    "条": "article",
    "條": "article",
}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


def number_of(text: str) -> Number | None:
    """Read the number that opens a text, or None. 一般, 一、二、三产业 and 1.5亿元 open none."""
    if _FIRST.match(text) is None:
        return None
    found = _NUMBER.match(text)
    if found is None:
        return None
    kind, value = _kind(found)
    return Number(kind, value, found.end()) if value >= 0 else None


def han_value(numeral: str) -> int:
    """Give the value of a Chinese numeral below 1000 (二十三: 23, 一〇三: 103), or -1."""
    if all(letter in _DIGITS for letter in numeral):
        return int("".join(str(_DIGITS[letter]) for letter in numeral)) if len(numeral) <= 4 else -1
    total = digit = 0
    for letter in numeral:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[letter]
            digit = 0
    return total + digit


def han_numeral(value: int) -> str:
    """Write a number below 10,000 in Chinese numerals: 12 is 十二, 105 is 一百零五."""
    if not 0 < value < 10_000:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(abs(value)))
    text, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap and text else "") + "一二三四五六七八九"[digit - 1] + unit
            gap = False
        else:
            gap = bool(text)
    return text.removeprefix("一") if text.startswith("一十") else text


def _kind(found: re.Match[str]) -> tuple[Kind, int]:
    group = found.lastgroup or ""
    if group in ("unit", "chapter"):
        return _UNITS[found[group]], _value(found["named"])
    if group == "circle":
        return "circle", _circle(found[group])
    if group in ("dash", "bullet"):
        return ("dash" if group == "dash" else "bullet"), 0
    if group == "decimal":
        return _DECIMALS[len(re.findall(r"[.．]", found[group]))], _value(found[group])
    return _PLAIN[group], _value(found[group])


_DECIMALS: dict[int, Kind] = {1: "decimal", 2: "decimal_3", 3: "decimal_4"}
"""By the points in them: a number with more stands under one with less."""
_PLAIN: dict[str, Kind] = {
    "han": "han",
    "paren": "han_paren",
    "arabic": "arabic",
    "inner": "arabic_paren",
    "half": "arabic_paren",
    "bracket": "bracket",
    "ordinal": "ordinal",
    "count": "count",
    "named": "article",
}


def _value(numeral: str) -> int:
    if numeral.isascii():
        return int(re.split(r"[.．]", numeral)[-1])
    return han_value(numeral)


def _circle(letter: str) -> int:
    for first in "①㈠⑴⒈❶":
        if 0 <= ord(letter) - ord(first) < 20:
            return ord(letter) - ord(first) + 1
    return -1
