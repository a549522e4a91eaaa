"""Read the unit behind a number, with its magnitude: 万余家, 微克/立方米."""

from __future__ import annotations

import re

from exporter.facts.numbers.units import unit_ahead

OVER = re.compile("[多余]")
_SCALE = re.compile(r"[百千]?万亿?|[百千十]?亿|[百千](?!分之)")


def scaled(text: str, start: int, over: re.Match[str] | None) -> tuple[int, str, re.Match[str] | None]:
    """Read a magnitude and the unit behind it, with 多 or 余 between them: 万余家."""
    scale = _SCALE.match(text, start)
    if not scale:
        return start, "", over
    more = None if over else OVER.match(text, scale.end())
    after = more.end() if more else scale.end()
    first = past_space(text, after)
    last = known(text, first)
    if last == first:
        return after, scale[0], over or more
    last, unit = per(text, last, text[first:last])
    return last, scale[0] + unit, over or more


def past_space(text: str, position: int) -> int:
    """Step over one blank."""
    return position + 1 if text[position : position + 1] == " " else position


def known(text: str, start: int) -> int:
    """Give where a unit of the table ends; a Latin one must not go on as a word."""
    end = unit_ahead(text, start)
    if text[end : end + 1] in _OTHER_WORDS.get(text[start:end], ()):
        return start
    if end > start and text[end - 1].isascii() and text[end - 1].isalnum():
        follows = text[end : end + 1]
        return start if follows.isascii() and follows.isalnum() else end
    return end


_OTHER_WORDS = {"人": frozenset("才均大民工事力社防行体文格生选员"), "个": frozenset("体"), "家": frozenset("庭")}
"""What makes a unit the beginning of another word: 10万人才, 900万个体工商户, 千万家庭."""


def per(text: str, end: int, unit: str) -> tuple[int, str]:
    """Join a unit that is taken per another, or per many of them: 微克/立方米, 部/百人; a number alone too: 8/10万."""
    if unit.endswith("克") and text.startswith("每立方米", end):
        return end + len("每立方米"), f"{unit}/立方米"
    for pattern in _PER if text.startswith("/", end) else ():
        found = pattern.match(text, end)
        below = unit_ahead(text, found.end()) if found else 0
        many = found is not None and below == found.end() > end + 1 and not unit
        if found and (below > found.end() or many):
            return below, f"{unit}/{text[end + 1 : below]}"
    return end, unit


_PER = (re.compile("/"), re.compile("/(?:10{0,3})?(?:[十百千]?[万亿]|[百千])"), re.compile("/10{2,6}(?!\\d)"))
