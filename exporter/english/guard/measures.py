"""Hold what a number is of against its source: its unit, whether it is a change or what was reached, and its bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from exporter.english.guard.chinese_numbers import Wanted, wanted_of
from exporter.english.guard.english_numbers import Mention, mentions
from exporter.english.guard.finding import Finding
from exporter.english.guard.matching import matched
from exporter.facts.numbers.numerals import chinese_number, fold
from exporter.model import Bound


def measures(zh: str, en: str) -> Iterator[Finding]:
    """Report a number in another unit, a level said as a change or a change as a level, and a bound that is another."""
    folded = fold(zh)
    wanted, said = wanted_of(folded), mentions(en)
    pairs, _ = matched(wanted, said)
    for place, index in pairs.items():
        want, mention = wanted[place], said[index]
        yield from _unit(want, mention, en)
        yield from _step(folded, want, mention, en)
        yield from _turn(want, mention, en)
        yield from _bound(want, mention, en)
    yield from _spans(folded, en)


# ---------------------------------------------------------------- units


_FAMILIES = (
    {
        "平方公里|平方千米": (r"(?:square|sq\.?) ?(?:kilomet\w+|km)|km2|km²", Decimal(1_000_000)),
        "平方米": (r"(?:square|sq\.?) ?(?:met\w+|m)\b|m2|m²", Decimal(1)),
        "公顷": (r"hectares?|ha\b", Decimal(10_000)),
        "亩": (r"mu\b", Decimal(2000) / 3),
        "": (r"acres?", Decimal("4046.86")),
    },
    {
        "吨": (r"(?:metric )?(?:tons?|tonnes?)\b", Decimal(1000)),
        "公斤|千克": (r"kilogram\w*|kg\b|kilos?\b", Decimal(1)),
        "斤": (r"jin\b|catt(?:y|ies)", Decimal("0.5")),
        "克": (r"grams?\b", Decimal("0.001")),
        "": (r"pounds?\b", Decimal("0.45359237")),
    },
    {
        "公里|千米": (r"kilomet\w+|km\b", Decimal(1000)),
        "米": (r"met(?:er|re)s?\b|m\b", Decimal(1)),
        "厘米": (r"centimet\w+|cm\b", Decimal("0.01")),
        "毫米": (r"millimet\w+|mm\b", Decimal("0.001")),
        "": (r"miles?\b", Decimal("1609.344")),
    },
)
"""Units of one kind: their Chinese at the end of a figure, their English behind one, and what they are worth."""
_NEAR = Decimal("0.02")


def _unit(want: Wanted, mention: Mention, en: str) -> Iterator[Finding]:
    after = en[mention.end : mention.end + 30].lstrip(" -")
    value = want.values[-1][0]
    for family in _FAMILIES:
        own = next((worth for zh, (_, worth) in family.items() if zh and re.search(f"(?:{zh})$", want.text)), None)
        other = next((worth for pattern, worth in family.values() if re.match(pattern, after, re.IGNORECASE)), None)
        if own is None or other is None:
            continue
        if abs(value * own - mention.value * other) > _NEAR * abs(value * own):
            words = f"{en[mention.start : mention.end]} {after.split()[0].strip('.,;')}"
            yield Finding("figure.unit", f"{want.text} is said as {words}", want.text, words)
        return


# ---------------------------------------------------------------- a change, or what was reached


_CHANGES = (
    r"\b(?:increas\w*|gr[eo]w(?:s|n|ing)?|rose|ris(?:en|es|ing)|expand\w*|fell|fall(?:s|en|ing)?|dropp\w*|declin\w*|"
    r"decreas\w*|reduc\w*|shrank|shrunk|cut) {} (?:(?:over|nearly|about|around|more than|some|almost|approximately) )?"
    r"(?:US ?\$)?$"
)
_BY, _TO = (re.compile(_CHANGES.format(word), re.IGNORECASE) for word in ("by", "to"))
_CHANGED = re.compile(
    r"增|减|降|升|涨|跌|多|少|落|提|缩|削|压|扩|翻|快|慢|高|低|退|省|节|加|超|收窄|拉|带动|让|免|上|下|约|去|新|净|[%％]|百分"
)
_REACHED = re.compile(
    r"到|至|达|为|是|以内|以上|以下|控制|突破|超|过|保持|稳定|实现|完成|形成|有|共|计|由|从|变|成|提高|提升|降低|累计|在"
)
_CLAUSE = re.compile(r"[，；。：！,;]")


def _turn(want: Wanted, mention: Mention, en: str) -> Iterator[Finding]:
    """Hear what is said behind a number: 14,000 tons less than the year before."""
    found = _THAN.match(en[mention.end : mention.end + 40])
    if found and want.direction and (found["less"] is not None) != (want.direction == "down"):
        words = f"{en[mention.start : mention.end]}{found[0]}"
        yield Finding(
            "figure.direction", f"{want.text} goes {want.direction} in the source, not {words}", want.text, words
        )


_THAN = re.compile(
    r"[ -]?(?:[a-z]+[ -]){0,3}?(?:(?P<less>less|fewer|lower)|more|higher) than (?=the|in|a|last|that|those|what|year)",
    re.IGNORECASE,
)


def _step(zh: str, want: Wanted, mention: Mention, en: str) -> Iterator[Finding]:
    before = en[max(0, mention.start - 50) : mention.start]
    clause = _CLAUSE.split(zh[: want.start])[-1] + _CLAUSE.split(zh[want.end :])[0]
    words = en[mention.start : mention.end]
    reached = re.search("[到至达]$", zh[: want.start]) or (want.direction is None and not _CHANGED.search(clause))
    if reached and _BY.search(before):
        yield Finding("figure.change", f"{want.text} was reached; {words} is said as a change", want.text, words)
    said = clause + want.text if want.direction else clause
    changed = (want.direction or _ADDED.search(clause)) and not _REACHED.search(said)
    if changed and _TO.search(before) and not _MORE.match(en[mention.end :]):
        yield Finding(
            "figure.change", f"{want.text} is a change; {words} is said as what was reached", want.text, words
        )


_MORE = re.compile(r"\W*(?:more|additional|new|others?)\b")
_ADDED = re.compile(r"新增|净增|增加|减少|压减|削减|压缩")


# ---------------------------------------------------------------- bounds


_OTHER: MappingProxyType[Bound, frozenset[Bound]] = MappingProxyType(
    {"about": frozenset[Bound](("over", "at_least")), "strive": frozenset[Bound](("over", "at_most"))}
)
"""Bounds of a source that these of English are not."""


def _bound(want: Wanted, mention: Mention, en: str) -> Iterator[Finding]:
    own = want.bound == "exact" and want.values[0][1] != "year" and want.direction is None
    added = own and mention.bound in ("over", "nearly", "at_most")
    if added or mention.bound in _OTHER.get(want.bound, ()):
        words = en[mention.start : mention.end]
        yield Finding(
            "figure.bound", f"{want.text} is {want.bound} in the source, {words} is {mention.bound}", want.text, words
        )


# ---------------------------------------------------------------- how long, how often


_LENGTHS = (
    (re.compile(r"([一二两三四五六七八九十]{1,3}|\d{1,2})年(?![代级级月度])"), r"years?"),
    (re.compile(r"([一二两三四五六七八九十]{1,3}|\d{1,2})个月"), r"months?"),
    (re.compile(r"([一二两三四五六七八九十]{1,3}|\d{1,2})天"), r"days?"),
)
_COUNT = (
    r"(?P<said>\b[A-Za-z]+(?:-[a-z]+)?|\d{1,2})(?:st|nd|rd|th)?[ -](?:(?:consecutive|straight|successive|running) )?"
)


def _spans(zh: str, en: str) -> Iterator[Finding]:
    """Report a number of years, months or days that is another: where each side says one alone, and both surely."""
    for chinese, english in _LENGTHS:
        here = {value for found in chinese.finditer(zh) if (value := chinese_number(found[1])) is not None}
        spoken = (found["said"] for found in re.finditer(_COUNT + english + r"\b", en))
        there = {mention.value for word in spoken for mention in mentions(word) if mention.value < _MANY}
        if len(here) == len(there) == 1 and here != there and not _HALF.search(zh):
            (own,), (other,) = here, there
            yield Finding("figure.span", f"{own:f} in the source is said as {other:f}", zh, f"{other:f}")


_MANY = 100
_HALF = re.compile(r"半年|年半")
