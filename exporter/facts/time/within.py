"""Read the part of a year that words name: 上半年, 前三季度, 1—11月, 11月末, 年底."""

from __future__ import annotations

import re

from exporter.facts.time.naming import digits
from exporter.facts.time.period import Period, months, year

NUMBER = "(?:十[一二]?|[一二两三四五六七八九]|1[0-2]|[1-9])"
TO = r"(?:[-—–~～－]{1,2}|至|到)"
PART = (
    rf"[上下]半年|第?[一二三1-3]季?度?{TO}第?[二三四2-4]季度[底末]?|元月(?:份|[底末]|[上中下]旬)?|(?:前|头){NUMBER}个?季度|第?[一二三四1-4]季度[底末]?|(?:前|头){NUMBER}个月|{NUMBER}月?份?{TO}{NUMBER}月份?[底末]?(?!龄)"
    rf"|{NUMBER}月(?!度|龄)(?:份|[底末]|当月|中旬|[上下]旬)?|年?[底末](?![梢端级世子])|年终(?!奖)"
)
"""A part of a year in folded text, without the year."""


def read_part(text: str, number: int) -> Period | None:
    """Read a part of the year `number`; None where the text names none."""
    for pattern, read in _FORMS:
        if found := pattern.match(text):
            period = read(found, number)
            return Period(number, number, period.part, text[-1] in "底末终") if period else None
    return None


def _half(found: re.Match[str], number: int) -> Period:
    return Period(number, number, "H1" if found[0][0] == "上" else "H2")


def _quarters(found: re.Match[str], number: int) -> Period | None:
    count = digits(found[1])
    return months(number, 1, 3 * count) if 1 <= count <= 4 else None


def _several_quarters(found: re.Match[str], number: int) -> Period | None:
    first, last = digits(found[1]), digits(found[2])
    return months(number, 3 * first - 2, 3 * last) if first < last else None


def _quarter(found: re.Match[str], number: int) -> Period:
    return Period(number, number, f"Q{digits(found[1])}")


def _first_months(found: re.Match[str], number: int) -> Period:
    return months(number, 1, digits(found[1]))


def _months(found: re.Match[str], number: int) -> Period | None:
    first, last = digits(found[1]), digits(found[2])
    return months(number, first, last) if first < last else None


def _january(found: re.Match[str], number: int) -> Period:
    return months(number, 1, 1)


def _month(found: re.Match[str], number: int) -> Period:
    return months(number, digits(found[1]), digits(found[1]))


def _end(found: re.Match[str], number: int) -> Period:
    return year(number)


_FORMS = (
    (re.compile("[上下]半年"), _half),
    (re.compile(rf"(?:前|头)({NUMBER})个?季度"), _quarters),
    (re.compile(rf"第?([一二三1-3])季?度?{TO}第?([二三四2-4])季度"), _several_quarters),
    (re.compile("第?([一二三四1-4])季度"), _quarter),
    (re.compile("元月"), _january),
    (re.compile(rf"(?:前|头)({NUMBER})个月"), _first_months),
    (re.compile(rf"({NUMBER})月?份?{TO}({NUMBER})月"), _months),
    (re.compile(rf"({NUMBER})月"), _month),
    (re.compile("年?[底末]|年终"), _end),
)
