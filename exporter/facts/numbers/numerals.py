"""Read numbers as Chinese documents print them: digits of any width, Chinese numerals, ranges, ratios, shares.

Everything works on text that `fold` has put into one form, character for character, so that an
offset in the folded text is an offset in the text. Nothing here looks at words around a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from itertools import pairwise
from typing import Literal, TypeAlias

from exporter.facts.numbers.folding import fold as fold

NumeralForm: TypeAlias = Literal["plain", "range", "ratio", "share", "half"]
"""`share` is 百分之八, 三分之一 or 1/3, `half` is 半: number and unit in one word."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start` to `end` of a text; for a ratio of three or more there is no one number."""

    start: int
    end: int
    number: Decimal | None
    upper: Decimal | None = None
    form: NumeralForm = "plain"
    unit: str | None = None
    """`%` where the numeral says so itself (百分之八点一)."""


def parse_numeral(text: str) -> Numeral | None:
    """Read a text that is a number and nothing else, whatever its width, script or sign; None if it is not one."""
    folded = fold(text).strip()
    torn = _BROKEN if _DIGIT.search(folded) else _SPACES
    if folded.startswith(("-", "—", "–", "负")):
        found = _whole_text(folded[1:].lstrip())
        if found is None or found.number is None or found.form != "plain":
            return None
        return replace(found, number=-found.number)
    return _whole_text(folded) or _whole_text(torn.sub("", folded))


def _whole_text(folded: str) -> Numeral | None:
    found = numeral_at(folded, 0)
    rest = folded[found.end :].strip() if found else folded
    return found if rest in ("", "多", "余") or (found and found.form == "range" and rest in _DOUBLED) else None


def numeral_at(text: str, start: int) -> Numeral | None:
    """Read the number that begins at `start` of a folded text, ranges and ratios whole; None if none begins there."""
    first = _single(text, start)
    if first is None or first.number is None or first.form != "plain":
        return first
    return _ratio(text, first) or _range(text, first) or first


def chinese_number(text: str) -> Decimal | None:
    """Give the value of a Chinese numeral (`三百零八万`, `二点五`, `二〇二六`); None if it is not well formed."""
    whole, point, decimals = text.replace(" ", "").partition("点")
    value = _positional(whole) if len(whole) > 1 and not _SCALE.search(whole) else _whole(whole)
    if value is None or not point:
        return value
    digits = "".join(str(_DIGITS[c]) for c in decimals if c in _DIGITS)
    if not digits or len(digits) != len(decimals) or len(digits) > 12:
        return None
    return value + Decimal(f"0.{digits}")


_CHARACTER = "[零一二两三四五六七八九十百千万亿]"
CHINESE = rf"{_CHARACTER}(?: ?{_CHARACTER}){{0,23}}(?: ?点 ?[零一二三四五六七八九]{{1,8}})?"
"""Characters that a Chinese numeral is made of, in folded text."""

_ARABIC = re.compile(
    r"\d{1,3}(?:[,，] ?\d{3}){1,6}(?!\d)(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3}){1,4}(?! ?\d)(?:\.\d+)?"
    r"|\d+(?: \d{1,3}(?!\d)){0,4}(?:\.\d+(?: \d{1,2}(?![\d.]))?)?"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?|\d{1,3}(?:[,，] ?\d{3})+(?:\.\d+)?")
_CHINESE = re.compile(CHINESE)
_TENTHS = re.compile("([一二两三四五六七八九])成([半一二三四五六七八九])(?![品本立])")
_DOUBLED = ("%", "‰", "个百分点")
"""Units that a range may print behind both its ends."""
_COUNTED = frozenset("亿万元个家名宗间")
"""What follows a number that counts something of its own, and does not end a range of shares."""
_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"\s+")
_BROKEN = re.compile(r"\s*\n\s*|(?<=\d\.)\s+(?=\d)")
"""A line that ends inside a number, or a blank behind its point."""
_MARKS = re.compile("[,， ]")
_SCALE = re.compile("[十百千万亿]")
_PER = re.compile(rf"(百|千|万)分之 ?(?:(\d+(?:\.\d+)?)|({CHINESE}))")
_OF = re.compile(f"({CHINESE})分之 ?({CHINESE})")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,4})(?![\d/百千万亿])")
_RATIO = re.compile(r"(?: ?[:：∶] ?\d+(?:\.\d+)?){1,5}(?![\d:：]|\d* ?年)")
_DASH = re.compile(r"(?P<unit>%|‰|个百分点)? ?(?:[~～—–－-]{1,2}|至|到(?=\d)) ?")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_ROUND = {"百万": 10**6, "千万": 10**7, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}
"""Magnitudes that are a number by themselves (突破千亿元), where the words around them say so."""
_PER_UNITS = {"百": "%", "千": "‰"}
_EXACT = Context(prec=12)


def _single(text: str, start: int) -> Numeral | None:
    """Read one number: a share, digits, or a Chinese numeral."""
    if text[start : start + 1].isascii():
        return _share(text, start, _FRACTION) or _digits(text, start)
    if text.startswith("半", start):
        return Numeral(start, start + 1, Decimal("0.5"), form="half")
    return _percent(text, start) or _share(text, start, _OF) or _spelled(text, start)


def _digits(text: str, start: int) -> Numeral | None:
    found = _ARABIC.match(text, start)
    if not found:
        return None
    printed = found[0]
    if " " in printed and not _THOUSANDS.fullmatch(printed) and not _is_torn(printed):
        printed = printed.partition(" ")[0]
    if len(printed) > 24:
        return None
    return Numeral(start, start + len(printed), Decimal(_MARKS.sub("", printed)))


def _is_torn(printed: str) -> bool:
    """Say whether spaces tear one number apart (33 5.5), or stand between two (2016 2017)."""
    whole, _, decimals = printed.partition(".")
    groups = whole.split(" ")
    shortest = min(len(left) + len(right) for left, right in pairwise(groups)) if groups[1:] else 0
    return " " in decimals or (shortest <= 4 and len(whole) <= 12)


def _percent(text: str, start: int) -> Numeral | None:
    """Read 百分之八点一, and 百分之二点五至三点五."""
    found = _PER.match(text, start)
    if not found:
        return None
    number = Decimal(found[2]) if found[2] else chinese_number(found[3])
    if number is None:
        return None
    unit = _PER_UNITS.get(found[1])
    if unit is None:
        return Numeral(start, found.end(), _EXACT.divide(number, Decimal(10000)), form="share")
    end, upper = _second(text, found.end())
    return Numeral(start, end, number, upper, "share", unit)


def _second(text: str, end: int) -> tuple[int, Decimal | None]:
    """Read the upper end of a range that a share began."""
    dash = _DASH.match(text, end)
    other = _PER.match(text, dash.end()) if dash else None
    if other:
        return other.end(), Decimal(other[2]) if other[2] else chinese_number(other[3])
    word = _CHINESE.match(text, dash.end()) if dash else None
    upper = chinese_number(word[0]) if word else None
    plain = word is not None and not _SCALE.search(word[0]) and text[word.end() : word.end() + 1] not in _COUNTED
    return (word.end(), upper) if word and plain and upper is not None else (end, None)


def _share(text: str, start: int, form: re.Pattern[str]) -> Numeral | None:
    """Read 三分之一 or 1/3."""
    found = form.match(text, start)
    if not found:
        return None
    if form is _FRACTION:
        above, below = Decimal(found[1]), Decimal(found[2])
    else:
        below, above = chinese_number(found[1]) or Decimal(0), chinese_number(found[2]) or Decimal(0)
    if not below or not above or above >= below:
        return None
    return Numeral(start, found.end(), _EXACT.divide(above, below), form="share")


def _spelled(text: str, start: int) -> Numeral | None:
    """Read a Chinese numeral with all its scales (三百亿), or tenths and half of one (一成半)."""
    if tenths := _TENTHS.match(text, start):
        tail = Decimal(5) if tenths[2] == "半" else Decimal(_DIGITS[tenths[2]])
        return Numeral(start, tenths.end(), _DIGITS[tenths[1]] + tail / 10, form="share", unit="成")
    found = _CHINESE.match(text, start)
    if not found or len(found[0]) > 40:
        return None
    number = chinese_number(found[0])
    if number is None and found[0] in _ROUND:
        number = Decimal(_ROUND[found[0]])
    return None if number is None else Numeral(start, found.end(), number)


def _ratio(text: str, first: Numeral) -> Numeral | None:
    found = _RATIO.match(text, first.end)
    if not found:
        return None
    parts = re.findall(r"\d+(?:\.\d+)?", found[0])
    number = first.number if len(parts) == 1 and Decimal(parts[0]) == 1 else None
    return Numeral(first.start, found.end(), number, form="ratio")


def _range(text: str, first: Numeral) -> Numeral | None:
    """Read a range: 63%～68%, 1-2, 五十至一百."""
    dash = _DASH.match(text, first.end)
    if dash and dash[0] == "到" and text[max(0, first.start - 1) : first.start] in ("从", "由", "自"):
        return None
    second = _single(text, dash.end()) if dash else None
    if dash is None or second is None or second.form != "plain" or first.number is None or second.number is None:
        return None
    if second.number <= first.number or not text.startswith(dash["unit"] or "", second.end):
        return None
    return Numeral(first.start, second.end, first.number, second.number, "range")


def _positional(text: str) -> Decimal | None:
    """Read digits without scale: 二〇二六."""
    if len(text) > 18 or any(c not in _DIGITS for c in text):
        return None
    return Decimal("".join(str(_DIGITS[c]) for c in text))


def _whole(text: str) -> Decimal | None:
    """Read a whole number with scales: 一千七百一十二万, 两亿, 一万三千."""
    if not text:
        return None
    total, rest = 0, text
    for word, scale in (("亿", 10**8), ("万", 10**4)):
        above, found, rest = rest.rpartition(word) if word == "亿" else rest.partition(word)
        if found:
            part = _whole_below(above) if above else None
            if part is None:
                return None
            total += part * scale
        elif word == "万" and above:
            rest = above
    below = _section(rest) if rest else 0
    return None if below is None else Decimal(total + below)


def _whole_below(text: str) -> int | None:
    """Read what stands before 亿 or 万; 万 may stand before 亿."""
    above, found, rest = text.partition("万")
    if not found:
        return _section(text)
    if not above:
        return None
    thousands, ones = _section(above), _section(rest) if rest else 0
    return None if thousands is None or ones is None else thousands * 10**4 + ones


def _section(text: str) -> int | None:
    """Read a number below ten thousand: 三百零八, 十二, 二十."""
    total, digit, last = 0, None, 10**4
    for place, c in enumerate(text):
        if c in _TENS:
            scale = _TENS[c]
            if scale >= last or (digit is None and (scale != 10 or place > 0)):
                return None
            total, digit, last = total + (1 if digit is None else digit) * scale, None, scale
        elif c == "零":
            if digit is not None:
                return None
        elif c in _DIGITS and digit is None:
            digit = _DIGITS[c]
        else:
            return None
    return total + (digit or 0)
