"""Check English against the Chinese it renders: every number of each side found on the other.

Both sides are parsed to values. An amount must come back in value and unit, a percentage may not become
percentage points, a bound may not be lost, a direction not turned round, figures that the Chinese pairs with
分别 keep their order, years stay, and no number comes from nowhere. Besides: no Han left over, nothing empty,
a length in proportion, no forbidden term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from exporter.english.glossary.terms import TermBase, load
from exporter.english.guard.chinese_numbers import YEAR, Wanted, wanted_of
from exporter.english.guard.english_numbers import Mention, MentionKind, direction, mentions
from exporter.english.guard.finding import Finding as Finding
from exporter.english.guard.matching import bound_kept, equals, matched
from exporter.facts.numbers.numerals import chinese_number, fold
from exporter.model import Fact


def check_segment(zh: str, en: str, facts: Sequence[Fact] = (), base: TermBase | None = None) -> tuple[Finding, ...]:
    """Compare an English segment with its Chinese, and with the facts that the Chinese holds.

    `facts` adds what the segment takes over from its surroundings (a restored year): their numbers may be said.
    `base` names the renderings that are forbidden; None: those of the package.
    """
    return (*_literal(zh, en), *_forbidden(zh, en, load() if base is None else base), *_figures(zh, en, facts))


# ---------------------------------------------------------------- words


_HAN = re.compile(r"[\u3400-\u9fff]+")


def _literal(zh: str, en: str) -> Iterator[Finding]:
    if not en.strip():
        yield Finding("text.empty", "nothing was rendered; render the segment or leave it marked untranslated", zh)
        return
    if found := _HAN.search(_GLOSS.sub("", en)):
        yield Finding("text.han", f"Chinese is left over: {found[0]!r}; render it", zh, found[0])
    letters = len(_HAN.findall(zh)) and sum(len(run) for run in _HAN.findall(zh))
    if letters >= 8 and not 0.8 <= len(en) / letters <= 16:
        yield Finding("text.length", f"{len(en)} characters of English for {letters} of Chinese; render it whole", zh)
    if (found := _MARKUP.search(en)) and found[0] not in zh:
        yield Finding("text.markup", f"{found[0]!r} stands in no source; remove it", zh, found[0])


_MARKUP = re.compile(r"https?://|www\.|<[a-z/!]|```")
_GLOSS = re.compile(r"[(（][^()（）]{0,40}[\u3400-\u9fff][^()（）]{0,40}[)）]")
"""A Chinese name kept in brackets behind its English."""


def _forbidden(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    for term in base.forbidden:
        if term.zh in zh and _words(term.en).search(en):
            yield Finding("term.forbidden", f"{term.en!r} is not used for {term.zh}", term.zh, term.en)


@lru_cache(maxsize=4096)
def _words(english: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(english)}", re.IGNORECASE)


# ---------------------------------------------------------------- figures


_NOTE_MARK = re.compile(r"[\[〔［【]\s*\d{1,3}\s*[\]〕］】]")


def _figures(zh: str, en: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    folded = _NOTE_MARK.sub("", fold(zh))
    wanted = wanted_of(folded)
    said = mentions(en)
    pairs, left = matched(wanted, said)
    yield from _missing(en, wanted, pairs, left)
    yield from _wrong(en, wanted, pairs, said)
    yield from _foreign(folded, wanted, said, {index for _, index in pairs.items()}, facts)
    yield from _swapped(en, wanted, pairs, said)
    yield from _broken(folded, en)


def _broken(text: str, en: str) -> Iterator[Finding]:
    """Report a scale that has lost its number, and points of a percentage where the Chinese has none."""
    if found := _LONE_SCALE.search(en):
        yield Finding("figure.broken", f"{found[0]!r} has no number before it; say the figure", "", found[0])
    if (found := _POINTS.search(en)) and not _CHINESE_POINTS.search(text):
        yield Finding("figure.unit", f"{found[0]} is said, the source has no percentage points", "", found[0])


_LONE_SCALE = re.compile(
    r"(?:[$€£] ?|[,;(]\s+|\b(?:of|by|to|at|is|in|over|reached|concerning|exceeding|nearly|about|around)\s+)"
    r"(?:trillion|billion|million)\s(?=[a-z])"
)
_POINTS = re.compile(r"\d percentage points?")
_CHINESE_POINTS = re.compile(r"百分点|个点|基点")


def _missing(en: str, wanted: Sequence[Wanted], pairs: dict[int, int], near: dict[int, int]) -> Iterator[Finding]:
    for place, want in enumerate(wanted):
        if place in pairs or _said_in_words(want, en):
            continue
        if place in near:
            yield Finding("figure.unit", f"{want.text} is said as something else than {want.values[0][1]}", want.text)
        elif want.values[0][1] == "year":
            yield Finding("figure.year", f"{want.text} is not said", want.text)
        else:
            yield Finding("figure.missing", f"{want.text} is not said", want.text)


def _wrong(en: str, wanted: Sequence[Wanted], pairs: dict[int, int], said: Sequence[Mention]) -> Iterator[Finding]:
    for place, index in pairs.items():
        want, mention = wanted[place], said[index]
        words = en[mention.start : mention.end]
        if not bound_kept(want.bound, mention.bound):
            yield Finding(
                "figure.bound",
                f"{want.text} is {want.bound} in the source, {words} is {mention.bound}",
                want.text,
                words,
            )
        turned = direction(en, mention)
        if want.direction and turned and turned != want.direction:
            yield Finding(
                "figure.direction",
                f"{want.text} goes {want.direction} in the source, {words} {turned}",
                want.text,
                words,
            )


def _converted(wanted: Sequence[Wanted], said: Sequence[Mention]) -> set[Decimal]:
    """Give the numbers that are a second form of one that is said: the hectares behind the mu."""
    values = sorted({mention.value for mention in said})
    loose = (value for want in wanted if want.loose for value, _ in want.values)
    return {equal for value in loose for equal in equals(value, values, True)}


def _foreign(
    text: str, wanted: Sequence[Wanted], said: Sequence[Mention], used: set[int], facts: Sequence[Fact]
) -> Iterator[Finding]:
    """Report numbers of the English that the Chinese does not hold.

    Words for small numbers are free. A year is free where the Chinese names none (last year may become 2013),
    an ordinal where it counts none above ten.
    """
    known = _known(text, facts) | _converted(wanted, said)
    relative = _RELATIVE.search(text) is not None
    names_year = YEAR.search(text) is not None or any(fact.period for fact in facts)
    for index, mention in enumerate(said):
        if index in used or mention.spelled or mention.value in known:
            continue
        if (mention.kind == "year" and (relative or not names_year)) or (
            mention.kind == "ordinal" and max(known, default=0) <= 10
        ):
            continue
        yield Finding("figure.foreign", f"{mention.value:,f} stands nowhere in the source", "", f"{mention.value:,f}")


_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_NUMERALS = re.compile(r"[零一二两三四五六七八九十百千万亿]+")
_ROUND: Mapping[str, int] = MappingProxyType(
    {
        "百": 10**2,
        "千": 10**3,
        "万": 10**4,
        "百万": 10**6,
        "千万": 10**7,
        "亿": 10**8,
        "百亿": 10**10,
        "千亿": 10**11,
        "万亿": 10**12,
    }
)
"""Round words that stand without a number: 万吨级, 近亿, 每百户."""
_ROUNDS = re.compile("|".join(sorted(_ROUND, key=len, reverse=True)))
_WHOLE = (("全", 100), ("半", 50), ("倍", 100))


def _said_in_words(want: Wanted, en: str) -> bool:
    """Say whether a figure that the Chinese says without a number is said so: 持平 is unchanged, 零增长 zero growth."""
    return any(want.text.startswith(zh) and said.search(en) is not None for zh, said in _IN_WORDS)


_IN_WORDS = (
    ("持平", re.compile(r"\b(?:level|flat|unchanged|same|par|stable|steady|remained)\b", re.IGNORECASE)),
    ("零增长", re.compile(r"\bzero\b", re.IGNORECASE)),
)
_RELATIVE = re.compile(r"[今去上明本当前近]年|年[来初末底]|五年|同期")


def _known(text: str, facts: Sequence[Fact]) -> set[Decimal]:
    """Give every number that the Chinese can be said to hold: in digits, in characters, or in the name of a term."""
    known = {Decimal(found[0]) for found in _DIGITS.finditer(text)}
    known |= {Decimal(value) for word, value in _WHOLE if word in text}
    for found in _NUMERALS.finditer(text):
        known |= _spelled_out(found[0])
    for match in load().find(text):
        for term in match.terms:
            known |= _numbers_of(term.en)
    for fact in facts:
        known |= {Decimal(year) for year in re.findall(r"\d{4}", fact.period or "")}
    return known


@lru_cache(maxsize=8192)
def _numbers_of(english: str) -> frozenset[Decimal]:
    return frozenset(mention.value for mention in mentions(english))


def _spelled_out(run: str) -> set[Decimal]:
    """Read every number that a run of numerals may hold: 十三五 is 13, 5 and 15."""
    run = run[:12]
    values = {Decimal(_ROUND[word]) for word in _ROUNDS.findall(run)}
    values |= {value / 2000 for value in values}  # 万亿斤, in metric tons
    for start in range(len(run)):
        for end in range(start + 1, min(start + 7, len(run)) + 1):
            value = chinese_number(run[start:end])
            if value is not None:
                values.add(value)
    return values


_FROM = re.compile(r"\b(?:up|down|increase|rise|growth|drop|decline|compared)\W+(?:from|with|to)\W+(?:\w+\W+){0,2}$")


def _swapped(en: str, wanted: Sequence[Wanted], pairs: dict[int, int], said: Sequence[Mention]) -> Iterator[Finding]:
    """Report figures of one unit that have changed places; what something rose from may follow what it rose to."""
    by_unit: dict[tuple[MentionKind, str], list[tuple[int, int]]] = {}
    for place, index in sorted(pairs.items(), key=lambda pair: wanted[pair[0]].start):
        if not _FROM.search(en[max(0, said[index].start - 40) : said[index].start]) and not _PART.match(
            en, said[index].end
        ):
            unit = _UNIT.sub("", wanted[place].text)
            by_unit.setdefault((wanted[place].values[0][1], unit), []).append((place, index))
    for (kind, _), same in by_unit.items():
        order = [index for _, index in same]
        if kind != "year" and order != sorted(order):
            names = ", ".join(wanted[place].text for place, _ in same)
            yield Finding("figure.order", f"{names} stand in another order", names)


_UNIT = re.compile(r"[\d.,多余]+")
_PART = re.compile(r"\s?of (?:the |these )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)")
"""A part of a whole is said before the whole: 10 of 12."""
