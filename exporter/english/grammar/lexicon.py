"""Find what can be read at each place of a clause: terms, years, numbers, quoted names, sides of patterns."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from string import ascii_letters
from typing import TypeAlias

from exporter.english.glossary.names import personal
from exporter.english.glossary.terms import Term, TermBase
from exporter.english.grammar.phrases import Phrase, noun, phrases_of, replace
from exporter.english.words.morphology import singular
from exporter.english.words.numbers import SPELLED, amount, ordinal

_YEARS = re.compile(r"(\d{4})(?:[-—–~至到](\d{4}))?年度?")
_PLAN = re.compile(r"[“\"](十[一二三四五六]?)五[”\"](时期|期间|规划|计划)?|(十[一二三四五六]?)五(时期|期间|规划|计划)")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+&-]*|\d+[A-Z]+|\d{2,6}(?=计划|工程|行动|战略|项目)")
_NUMBER = re.compile(r"(\d[\d,]*|[两三四五六七八九]十?|十)(?:大类|大|项|件|个|类|条|张|场|座)")
_QUOTED = re.compile(r"[“\"「]([^“”\"「」]{1,24})[”\"」]")
_ASIDE = re.compile(r"（([^（）]{1,16})）")
QUOTES = '"'
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}

_FIRST_OF_FIGURES = frozenset('十两三四五六七八九第劣年主营销产税纳利投总过超ⅠⅡⅢⅣⅤ“"' + ascii_letters)
"""Characters, beside digits, that a year, plan, size, grade or number may begin with."""
_FIRST_OF_QUOTES = frozenset('“"「（')

Quoted = Callable[[str], str | None]
"""Renders what stands inside quotation marks, or None."""


@dataclass(frozen=True)
class Lexicon:
    """The readings of a term base, worked out once for each term, and the sides of its patterns."""

    base: TermBase
    left: Mapping[str, Phrase]
    right: Mapping[str, Phrase]
    known: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    firsts: frozenset[str] = frozenset()
    """First characters of the sides of patterns."""

    def edges(self, text: str, names: Mapping[str, str], quoted: Quoted) -> dict[int, list[tuple[int, Phrase]]]:
        """Give for each place of a text the readings that start there, with their ends."""
        found: dict[int, list[tuple[int, Phrase]]] = {}
        for start, first in enumerate(text):
            readings = self._terms(text, start)
            if first in self.firsts:
                readings += (*_sides(text, start, self.left), *_sides(text, start, self.right))
            for zh, en in names.items():
                if text.startswith(zh, start):
                    readings.append((start + len(zh), noun(en, len(zh), 1.0)))
            if first in _FIRST_OF_FIGURES or first.isdecimal():
                readings += _figures(text, start)
            if first in _FIRST_OF_QUOTES:
                readings += _quoted(text, start, quoted)
            if readings:
                found[start] = readings
        return _overruled(found, text, personal(names))

    def _terms(self, text: str, start: int) -> list[tuple[int, Phrase]]:
        found: list[tuple[int, Phrase]] = []
        for _, end, terms in self.base.starting(text, start):
            zh = text[start:end]
            readings = self.known.get(zh)
            if readings is None:
                readings = self.known[zh] = _weighed([one for term in _used(terms) for one in phrases_of(term)])
            found += [(end, phrase) for phrase in readings]
        return found


Readings: TypeAlias = dict[int, list[tuple[int, Phrase]]]


def _overruled(found: Readings, text: str, terms: Mapping[str, Term]) -> Readings:
    """Leave nothing of other readings where the user's own terms stand, the longest first."""
    for zh in sorted(terms, key=len, reverse=True):
        start = text.find(zh)
        while start >= 0:
            end = start + len(zh)
            found = {
                place: [(stop, phrase) for stop, phrase in readings if stop <= start or place >= end]
                for place, readings in found.items()
            }
            found[start] = [(end, phrase) for phrase in phrases_of(terms[zh])]
            start = text.find(zh, end)
        text = text.replace(zh, "\0" * len(zh))
    return {place: readings for place, readings in found.items() if readings}


def lexicon_of(base: TermBase) -> Lexicon:
    """Make the lexicon of a term base."""
    sides: defaultdict[str, list[str]] = defaultdict(list)
    for term in base.terms:
        if term.kind == "pattern":
            left, _, right = term.zh.partition("{}")
            sides[left].append(f"{right}\t{term.en}\t{term.other}")
    left_sides = {left: _left(left, slots) for left, slots in sides.items()}
    rights = {slot.partition("\t")[0] for slots in sides.values() for slot in slots} - {""}
    right_sides = {right: Phrase(")", right, cost=0.5, length=len(right)) for right in rights}
    return Lexicon(base, left_sides, right_sides, firsts=frozenset(side[0] for side in {*sides, *rights} if side))


def _used(terms: Sequence[Term]) -> Iterator[Term]:
    """Leave out what is admitted beside a better rendering of its kind."""
    better = {term.kind for term in terms if term.status in ("preferred", "gloss")}
    return (term for term in terms if term.status != "admitted" or term.kind not in better)


def _weighed(readings: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Mark what is both verb and noun; a whole verb phrase that is a noun too (创新发展) is read as the noun first."""
    categories = {phrase.category for phrase in readings}
    noun_too = bool(categories & {"N", "H"})
    return tuple(
        replace(
            phrase,
            verbal="V" in categories and noun_too,
            cost=phrase.cost + 0.3 * (noun_too and phrase.category == "VP"),
        )
        for phrase in readings
    )


def _left(left: str, slots: Sequence[str]) -> Phrase:
    alone = next((slot.split("\t")[1] for slot in slots if slot.startswith("\t")), "")
    return Phrase("(", alone, cost=0.5, length=len(left), slots=tuple(slots))


def _sides(text: str, start: int, sides: Mapping[str, Phrase]) -> list[tuple[int, Phrase]]:
    found = [sides.get(text[start:end]) for end in range(start + 1, min(start + 6, len(text) + 1))]
    return [(start + phrase.length, phrase) for phrase in found if phrase is not None]


def _figures(text: str, start: int) -> Iterator[tuple[int, Phrase]]:
    if found := _YEARS.match(text, start):
        when = f"{found[1]}–{found[2]}" if found[2] else found[1]
        yield found.end(), Phrase("T", when, f"in {when}", cost=1.0, length=len(found[0]))
    if found := _PLAN.match(text, start):
        yield found.end(), _plan(found)
    if found := _LATIN.match(text, start):
        yield found.end(), noun(found[0], len(found[0]), 1.2, found[0])
    if found := _GRADE.match(text, start):
        yield found.end(), _grade(found)
    if (found := _ORDINAL.match(text, start)) and (place := _ordinal(found)):
        yield found.end(), Phrase("A", place, place, cost=1.0, length=len(found[0]))
    if found := _AT_LEAST.match(text, start):
        yield from _least(found)
    if found := _OVER.match(text, start):
        yield from _over(found)
    if (found := _NUMBER.match(text, start)) and (word := _number(found[1])):
        yield found.end(), Phrase("M", word, cost=1.2, length=len(found[0]))


_ROMAN = "ⅠⅡⅢⅣⅤIV"
_GRADE = re.compile(rf"(劣)?([{_ROMAN}]{{1,3}})(?:[～~至—–-]([{_ROMAN}]{{1,3}}))?类")
_AT_LEAST = re.compile(
    r"(\d{1,9}(?:\.\d{1,4})?)((?:[万亿千百]{0,2})(?:元|美元|户|岁|周岁|人|层|吨|公里|平方米|亩|千瓦))(以上|及以上|以下|及以下)的?"
)


_SIZES = {
    "主营业务收入": "main business revenue",
    "营业收入": "operating revenue",
    "销售收入": "sales revenue",
    "产值": "output value",
    "税收": "tax payments",
    "纳税": "tax payments",
    "利税": "profits and taxes",
    "利润": "profits",
    "投资额": "investment",
    "投资": "investment",
    "总投资": "total investment",
}
"""What a firm or project is measured by."""
_OVER = re.compile(
    rf"(年)?(?P<what>{'|'.join(_SIZES)})?(?:过|超过?)(?P<number>\d{{1,5}}(?:\.\d)?)?(?P<unit>[十百千]?[亿万]元)(?:以上)?的?"
    r"(?=[\u4e00-\u9fff]{0,4}(?:企业|项目|户))"
)


def _over(found: re.Match[str]) -> Iterator[tuple[int, Phrase]]:
    """Read a size that a firm or project is over: 产值过亿元的 is with output value of over 100 million yuan."""
    unit = found["unit"]
    times = {"十": 10, "百": 100, "千": 1000}.get(unit[0], 1)
    size = amount(Decimal(found["number"] or 1) * times, unit[-2:])
    what = f"{'annual ' if found[1] else ''}{_SIZES[found['what']]} of " if found["what"] else ""
    if size is not None and (what or not found[1]):
        text = f"~with {what}over {size}" if what else f"~worth over {size}"
        yield found.end(), Phrase("A", text, text, cost=1.0, length=len(found[0]))


def _grade(found: re.Match[str]) -> Phrase:
    """Read a grade of water: Ⅰ～Ⅲ类 is Grade I–III, 劣Ⅴ类 below Grade V."""
    first, last = (unicodedata.normalize("NFKC", part or "") for part in (found[2], found[3]))
    text = f"Grade {first}–{last}" if last else f"{'below ' if found[1] else ''}Grade {first}"
    return Phrase("A", text, text, cost=1.0, length=len(found[0]))


_ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})(轮|届|批|季度|季|代|期|次)")
_OF_WHAT = {"轮": "-round", "批": "-batch", "季度": "-quarter", "季": "-quarter", "代": "-generation", "期": "-phase"}


def _ordinal(found: re.Match[str]) -> str | None:
    """Read 第三轮 as third-round, 第十二届 as 12th."""
    text = found[1]
    tens, _, ones = text.rpartition("十")
    number = int(text) if text.isdigit() else _DIGITS.get(ones or text, 0) + 10 * ("十" in text) * _DIGITS.get(tens, 1)
    if "十" in text and not ones:
        number = 10 * _DIGITS.get(tens, 1)
    return f"{ordinal(number)}{_OF_WHAT.get(found[2], '')}" if number else None


def _least(found: re.Match[str]) -> Iterator[tuple[int, Phrase]]:
    """Read a size that describes a noun behind it: 30户以上 is with 30 households or more."""
    size = amount(Decimal(found[1]), found[2])
    more = "or more" if found[3].endswith("上") else "or less"
    if "岁" in found[2]:
        text = f"~aged {found[1]} {'or above' if more == 'or more' else 'or below'}"
    else:
        word = "worth" if found[2].endswith("元") else "with"
        text = f"~{word} {size} {more}"
    if size is not None:
        yield found.end(), Phrase("A", text, text, cost=1.0, length=len(found[0]))


def _plan(found: re.Match[str]) -> Phrase:
    ordinal, what = found[1] or found[3], found[2] or found[4]
    number = 10 + _DIGITS[ordinal[1]] if len(ordinal) > 1 else 10
    name = f"the {number}th Five-Year Plan" + ("" if what in ("规划", "计划") else " period")
    if what in ("规划", "计划"):
        return noun(name, len(found[0]), 1.0)
    return Phrase("T", name, f"during {name}", cost=1.0, length=len(found[0]))


def _number(text: str) -> str | None:
    if text[0].isdigit():
        return f"{int(text.replace(',', '')):,}"
    value = _DIGITS[text[0]] * 10 if len(text) > 1 else _DIGITS[text[0]]
    return SPELLED[value] if value <= 10 else str(value)


def _quoted(text: str, start: int, quoted: Quoted) -> Iterator[tuple[int, Phrase]]:
    """Read what stands in quotation marks as a name, and what stands in brackets as an aside."""
    found = _QUOTED.match(text, start)
    if found is not None:
        english = quoted(found[1])
        if english is not None:
            mark = QUOTES if english.endswith(QUOTES) else ""
            before = singular(english.removeprefix("the ").removesuffix(mark)) + mark
            yield found.end(), noun(english, len(found[0]), 1.0, before)
    aside = _ASIDE.match(text, start)
    if aside is not None:
        english = quoted(aside[1])
        if english is not None:
            yield aside.end(), Phrase("B", f"({english.strip(QUOTES)})", cost=1.0, length=len(aside[0]))
