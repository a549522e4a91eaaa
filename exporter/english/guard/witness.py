"""Read the numbers of a source a second time, to bear witness to what was read of it first.

Shares no code and no word list with the reading of facts: what one misreads (80 000 as 0) the other does not, or not
in the same way. It knows no grammar; it takes every number that a text can be said to hold, in each of its senses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import MAX_PREC, Context, Decimal
from functools import lru_cache

from exporter.english.guard.english_numbers import Mention, mentions
from exporter.english.guard.finding import Finding
from exporter.model import Fact, Span

_ZERO, _ONE = Decimal(0), Decimal(1)
_DIGIT = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "○": 0}
_STEP = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_FORM = str.maketrans("０１２３４５６７８９．，％－−–", "0123456789.,%---")
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f,]{1,2}\d{3})+(?![\d])(?:\.\d+)?|\d+(?:[.·]\s?\d+)?|\.\d+")
_BROKEN = re.compile(r"\d(?:[ \u00a0\u3000\n]?\d)*(?:[ ]?\.[ ]?\d(?:[ ]?\d)*)?")
"""Digits that spaces tear apart: 1 234.5, 2 0 2 5."""
_WORDS = re.compile(r"[零〇○一二两兩三四五六七八九十百千万萬亿億]+(?:点[零〇○一二三四五六七八九]+)?")
_SCALE = re.compile(r"\s*[多余余几]?\s*([十百千万萬亿億]*)")
_ROUNDING = Decimal("0.006")
_EXACT = Context(prec=MAX_PREC)
"""A text may hold more digits than the 28 that arithmetic keeps."""


def doubts(fact: Fact, sentence: str) -> Iterator[Finding]:
    """Report numbers of a fact, and of its English, that a second reading of its sentence does not find there."""
    held = numbers_in(sentence)
    for number in (fact.number, fact.upper, fact.change):
        if number is not None and not _is_held(abs(number), held, sentence):
            yield Finding("figure.witness", f"{number:f} is not read a second time in its sentence", fact.quote)
    if fact.english is None:
        return
    said = mentions(fact.english)
    if fact.number and not _says(fact.number, said) and not _says_a_part(fact.number, fact.english):
        yield Finding("figure.witness", f"{fact.number:f} is not said", fact.quote, fact.english)
    years = {Decimal(year) for year in re.findall(r"\d{4}", f"{fact.period or ''} {fact.base or ''}")}
    for mention in said:
        if mention.spelled or mention.value in years or mention.kind == "ordinal":
            continue
        if not _is_said(mention.value, held, sentence):
            words = fact.english[mention.start : mention.end]
            yield Finding("figure.witness", f"{words} is not read in its sentence", fact.quote, words)


def sentence_around(text: str, span: Span) -> str:
    """Give the sentence of a text that a span stands in, or the line where it has no marks."""
    start = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, span.end)) >= 0]
    return text[start : min(ends, default=len(text))]


_ENDS = "。！？；\n"


def _says(number: Decimal, said: Sequence[Mention]) -> bool:
    """Say whether English holds the digits of a number, whatever its scale, or a conversion of it."""
    for mention in said:
        for way in (1, 15, 2, 5):
            value = mention.value * way
            if value and abs(_digits(value) - _digits(abs(number))) <= (_ROUNDING * 10 if way == 15 else 0):
                return True
    return not any(mention.value for mention in said) and abs(number) in (1, 2, 100)


def _says_a_part(number: Decimal, english: str) -> bool:
    """Say whether English says a fraction in words: one-third of 0.333."""
    parts = (Decimal(_OVER[over]) / _UNDER[under] for over, under in _PART.findall(english))
    return any(abs(part - number) <= _ROUNDING for part in parts)


_OVER = {word: value for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven"), 1)}
_NAMES = ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_UNDER = {word: value for value, word in enumerate(_NAMES, 3)}
_PART = re.compile(rf"\b({'|'.join(_OVER)})-({'|'.join(_UNDER)})s?\b")


def _digits(number: Decimal) -> Decimal:
    """Give a number without its scale, from 1 to below 10."""
    return number.scaleb(-number.adjusted())


def _is_held(number: Decimal, held: frozenset[Decimal], sentence: str) -> bool:
    """Say whether a number was read, or makes what was read: 增长2.3倍 is 230, 翻一番 100, 三分之一 0.333."""
    if number in held or _places(number * 100, 10) in held:
        return True
    if "倍" in sentence and (number / 100 in held or number / 100 + 1 in held):
        return True
    return "番" in sentence and number + 100 in {100 * 2 ** int(one) for one in held if one == int(one) and 0 < one < 8}


def _is_said(value: Decimal, held: frozenset[Decimal], sentence: str) -> bool:
    """Say whether English may say a value: as it was read, per mille in percent, or in another unit, rounded."""
    if _is_held(value, held, sentence) or ("‰" in sentence and value * 10 in held):
        return True
    if not _CONVERTED.search(sentence):
        return False
    ways = (value * 15, value * 2, value * 2000, value / 500, value / 1000, value * 1000)
    return any(abs(way - one) <= _ROUNDING * one for way in ways for one in held if one)


_CONVERTED = re.compile(r"[亩畝斤里瓦克吨]")


@lru_cache(maxsize=64)  # the figures of a sentence follow each other
def numbers_in(text: str) -> frozenset[Decimal]:
    """Give every number of a text, as printed and with the scale behind it: 1487.8亿 is 1487.8 and 148780000000."""
    plain = text.translate(_FORM)
    found: set[Decimal] = set()
    for pattern in (_NUMBER, _BROKEN):
        for match in pattern.finditer(plain):
            digits = re.sub(r"[\s\u00a0\u2009\u202f\u3000,]", "", match[0]).replace("·", ".")
            found |= _scaled(Decimal(digits), plain, match.end())
    found |= _shared_scale(plain)
    for match in _WORDS.finditer(re.sub(r"(?<=[十百千])[多余](?=[万萬亿億])", "", plain)):
        found |= {value for value in _in_words(match[0]) if value is not None}
    return frozenset(found | _special(plain, found))


def _scaled(number: Decimal, text: str, end: int) -> set[Decimal]:
    scale = _SCALE.match(text, end)
    power = sum(_STEP[mark] for mark in scale[1]) if scale else 0
    return {number, number.scaleb(power)}


_SHARED = re.compile(r"(\d+(?:\.\d+)?)(?=(?:[%元人]?[、和与及至到~～-]\d+(?:\.\d+)?)+\s*([十百千万萬亿億]+))")


def _shared_scale(text: str) -> set[Decimal]:
    """Read a number that shares the scale of a later one: 70和50亿."""
    return {Decimal(match[1]).scaleb(sum(_STEP[mark] for mark in match[2])) for match in _SHARED.finditer(text)}


def _in_words(run: str) -> Iterator[Decimal | None]:
    """Read a run of Chinese numerals, and each part of it (十三五 holds 13 and 5)."""
    for start in range(min(len(run), 6)):
        for end in range(start + 1, len(run) + 1):
            yield _worth(run[start:end])


def _worth(run: str) -> Decimal | None:
    whole, _, tenths = run.partition("点")
    total = section = digit = _ZERO
    if len(whole) > 1 and not any(mark in _STEP for mark in whole):
        total = Decimal("".join(str(_DIGIT[mark]) for mark in whole))
        whole = ""
    for mark in whole:
        if mark in _DIGIT:
            digit = Decimal(_DIGIT[mark])
        elif _STEP[mark] < 4:
            section += (digit or _ONE).scaleb(_STEP[mark])
            digit = _ZERO
        else:
            whole_part = total if total and _STEP[mark] < total.adjusted() else _ZERO
            total = whole_part + (total - whole_part + section + digit or _ONE).scaleb(_STEP[mark])
            section = digit = _ZERO
    value = total + section + digit
    if not tenths:
        return value
    return value + Decimal("0." + "".join(str(_DIGIT[mark]) for mark in tenths))


_PARTS = re.compile(
    r"([一二两三四五六七八九十百千]+)分之([零一二两三四五六七八九十百]+(?:点[零一二两三四五六七八九]+)?)"
)


def _special(text: str, found: set[Decimal]) -> set[Decimal]:
    """Add what other words say: halves, thirds, tenths, standstills, places."""
    more: set[Decimal] = set()
    if "半" in text:
        more |= {Decimal(50), Decimal("0.5")} | {one + Decimal("0.5") for one in found}
    if re.search(r"持平|零增长|归零|清零|为零|全部|不变", text):
        more |= {_ZERO, Decimal(100)}
    if "刻钟" in text:
        more |= {one * 15 for one in found}
    if re.search(r"首[位个次]|榜首|冠|第一|首", text):
        more.add(_ONE)
    for above, below in re.findall(r"(\d+)\s?[/／]\s?(\d+)", text):
        more |= _share(Decimal(above), Decimal(below))
    for below, above in _PARTS.findall(text):
        under, over = _worth(below), _worth(above)
        if under and over is not None:
            more |= _share(over, under)
    for tens in re.findall(r"(\d+(?:\.\d+)?|[一二两三四五六七八九]+)成", text):
        ten = _worth(tens) if tens[0] in _DIGIT else Decimal(tens)
        more |= {ten * 10, ten * 10 + 5} if ten is not None else set()
    for tens, ones in re.findall(r"([一二两三四五六七八九])成([一二三四五六七八九])", text):
        more.add(Decimal(_DIGIT[tens] * 10 + _DIGIT[ones]))
    return more


def _share(above: Decimal, below: Decimal) -> set[Decimal]:
    if not below:
        return set()
    part = above * 100 / below
    return {above, below, part, *(_places(part, count) for count in (1, 2, 10))}


def _places(number: Decimal, count: int) -> Decimal:
    return number.quantize(Decimal(f"1e-{count}"), context=_EXACT)
