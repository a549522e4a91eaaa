"""Check English against the Chinese it renders: every number of each side found on the other.

Both sides are parsed to values. An amount must come back in value and unit, a percentage may not become
percentage points, a bound may not be lost, a direction not turned round, figures that the Chinese pairs with
分别 keep their order, years stay, and no number comes from nowhere. Besides: no Han left over, nothing empty,
a length in proportion, no forbidden term.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from exporter.english.mentions import Direction, Mention, MentionKind, direction, mentions
from exporter.english.terms import load
from exporter.facts.numerals import chinese_number, fold
from exporter.facts.quantities import Quantity, quantities
from exporter.facts.units import unit_of
from exporter.model import Bound, Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a rendering: a stable code, and what was found and expected."""

    code: str
    message: str
    zh: str = ""
    """The figure or word of the Chinese that it is about."""
    en: str = ""


def check_segment(zh: str, en: str, facts: Sequence[Fact] = ()) -> tuple[Finding, ...]:
    """Compare an English segment with its Chinese, and with the facts that the Chinese holds.

    `facts` adds what the segment takes over from its surroundings (a restored year): their numbers may be said.
    """
    return (*_literal(zh, en), *_figures(zh, en, facts))


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


# ---------------------------------------------------------------- figures


_NOTE_MARK = re.compile(r"[\[〔［【]\s*\d{1,3}\s*[\]〕］】]")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A figure that the English must say: the values it may be said in, by kind."""

    start: int
    end: int
    text: str
    values: tuple[tuple[Decimal, MentionKind], ...]
    bound: Bound
    direction: Direction | None
    loose: bool = False
    """A conversion that rounds (亩 to hectares): half a percent is allowed."""


def _figures(zh: str, en: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    folded = _NOTE_MARK.sub("", fold(zh))
    wanted = _wanted(folded)
    said = mentions(en)
    pairs, left = _matched(wanted, said)
    yield from _missing(wanted, pairs, left)
    yield from _wrong(en, wanted, pairs, said)
    yield from _foreign(folded, wanted, said, {index for _, index in pairs.items()}, facts)
    yield from _swapped(en, wanted, pairs, said)


def _wanted(text: str) -> list[_Wanted]:
    """List what the English must say: quantities, numbers that share the unit of the next, years, other numbers."""
    wanted: list[_Wanted] = []
    found = quantities(text)
    for quantity in found:
        for shared in _sharing(text, quantity):
            wanted += _said_as(text, shared, wanted[-1] if wanted else None)
        wanted += _said_as(text, quantity, wanted[-1] if wanted else None)
    wanted += _years(text)
    return wanted + _others(text, wanted) + _sessions(text)


def _sharing(text: str, quantity: Quantity) -> list[Quantity]:
    """Read the number before a quantity that leaves out the unit: 4.2 of 4.2和0.7个百分点."""
    found = _SHARED.search(text[max(0, quantity.number_start - 16) : quantity.number_start])
    if found is None or quantity.number is None:
        return []
    start = max(0, quantity.number_start - 16) + found.start(1)
    end = start + len(found[1])
    return [
        replace(
            quantity, start=start, end=end, number_start=start, number_end=end, number=Decimal(found[1]), upper=None
        )
    ]


_SHARED = re.compile(r"(?<![\d.])(\d{1,9}(?:\.\d{1,6})?)[、和与及]$")


def _said_as(text: str, quantity: Quantity, last: _Wanted | None) -> Iterator[_Wanted]:
    if quantity.number is None or quantity.form in ("rank", "half") or (quantity.form == "share" and not quantity.unit):
        return
    printed = text[quantity.number_start : quantity.number_end] + (quantity.unit or "")
    bound = quantity.bound if quantity.upper is None else "exact"
    if text.startswith("多百分点", quantity.end):
        bound = "over"
    turn = _turn(text, quantity, last)
    for number in (quantity.number, quantity.upper):
        if number is not None:
            values, loose = _values(number, quantity, text)
            yield _Wanted(quantity.number_start, quantity.end, printed, values, bound, turn, loose)


_OTHER = re.compile(r"(?<![\d.A-Za-z+])\d{2,9}(?:\.\d{1,4})?(?![\d.]|[年月日]|[A-Za-z+])")


def _others(text: str, wanted: Sequence[_Wanted]) -> list[_Wanted]:
    """List numbers that are part of names and dates, which English keeps: 70周年, 中国制造2025."""
    taken = {place for want in wanted for place in range(want.start, want.end)}
    return [
        _Wanted(found.start(), found.end(), found[0], ((Decimal(found[0]), "plain"),), "exact", None)
        for found in _OTHER.finditer(text)
        if found.start() not in taken
    ]


def _values(number: Decimal, quantity: Quantity, text: str) -> tuple[tuple[tuple[Decimal, MentionKind], ...], bool]:
    """Give the values that a quantity may have in English, and whether they are rounded."""
    unit = unit_of(quantity.unit) if quantity.unit else None
    value = number * (unit.magnitude if unit else 1)
    base = unit.english if unit else ""
    if quantity.kind == "percent":
        return ((number * (unit.factor if unit else 1), "percent"),), False
    if quantity.kind == "point" or text.startswith("多百分点", quantity.end):
        return ((value, "points"),), False
    if quantity.kind == "times":
        return _times(number, quantity.form), False
    if base == "mu":
        return ((value / 15, "plain"), (value, "plain")), True
    if base == "jin":
        return ((value / 2000, "plain"), (value / 2, "plain"), (value, "plain")), True
    if quantity.unit == "分" and _PER_JIN.search(text):
        return ((value / 100, "money"), (value / 50, "money")), False
    if quantity.kind == "money" and _PER_JIN.search(text):
        return ((value, "money"), (value * 2, "money")), False
    if quantity.kind == "money":
        return ((value, "money" if base == "yuan" else "dollars"),), False
    return ((value, "plain"),), False


_PER_JIN = re.compile(r"[每/]斤")
"""A price per jin is said per kilogram."""


def _times(number: Decimal, form: str) -> tuple[tuple[Decimal, MentionKind], ...]:
    """增长2倍 is up 200 percent, three times as much; 是…的2.2倍 is 2.2 times, up 120 percent; 翻一番 is doubled."""
    if form == "fold":
        times = Decimal(2) ** min(int(number), 9)
        return ((times, "fold"), (number, "fold"), ((times - 1) * 100, "percent"))
    return ((number, "fold"), (number + 1, "fold"), (number * 100, "percent"), ((number - 1) * 100, "percent"))


_SESSION = re.compile(r"第([二三四五六七八九]?十[一二三四五六七八九]?)[届次]")


def _sessions(text: str) -> list[_Wanted]:
    """List ordinals above ten, which English keeps: 第十三届 is the 13th."""
    return [
        _Wanted(found.start(), found.end(), found[0], ((value, "plain"),), "exact", None)
        for found in _SESSION.finditer(text)
        if (value := chinese_number(found[1])) is not None and value > 10
    ]


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-—–~至到]((?:19|20)\d\d))?年")


def _years(text: str) -> list[_Wanted]:
    return [
        _Wanted(found.start(), found.end(), f"{year}年", ((Decimal(year), "year"),), "exact", None)
        for found in _YEAR.finditer(text)
        for year in found.groups()
        if year
    ]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The mentions of an English text by value, so that a figure is looked for among its equals alone."""

    said: Sequence[Mention]
    places: Mapping[Decimal, OrderedDict[int, None]]
    values: Sequence[Decimal]
    """All values, in order, for what is rounded."""


_LOOKED_AT = 24
"""Mentions of one value that are compared; a sentence never says one so often."""


def _shelved(said: Sequence[Mention]) -> _Shelf:
    places: dict[Decimal, OrderedDict[int, None]] = {}
    for index, mention in enumerate(said):
        places.setdefault(mention.value, OrderedDict())[index] = None
    return _Shelf(said, places, sorted(places))


def _matched(wanted: Sequence[_Wanted], said: Sequence[Mention]) -> tuple[dict[int, int], dict[int, int]]:
    """Pair each wanted figure with a mention of its value: in kind, and, of those left, in value alone."""
    free, every = _shelved(said), _shelved(said)
    pairs, near = dict[int, int](), dict[int, int]()
    for place, want in enumerate(wanted):
        index = _first(want, free, True)
        if index is None and want.values[0][1] == "year":
            index = _first(want, every, True)  # a year is said once for several
        if index is not None:
            pairs[place] = index
            free.places[said[index].value].pop(index, None)
    for place, want in enumerate(wanted):
        if place not in pairs and (index := _first(want, free, False)) is not None:
            near[place] = index
            free.places[said[index].value].pop(index, None)
    return pairs, near


def _first(want: _Wanted, shelf: _Shelf, in_kind: bool) -> int | None:
    """Give the first free mention of a wanted figure, one that keeps its bound before others."""
    fit = sorted(
        {
            index
            for value, kind in want.values
            for equal in _equals(value, shelf.values, want.loose)
            for index in islice(shelf.places.get(equal, ()), _LOOKED_AT)
            if not in_kind or _same_kind(kind, shelf.said[index])
        }
    )
    return next((index for index in fit if _bound_kept(want.bound, shelf.said[index].bound)), next(iter(fit), None))


def _equals(value: Decimal, values: Sequence[Decimal], loose: bool) -> Sequence[Decimal]:
    """Give the values that count as a value: itself, or, of what is rounded, those within half a percent."""
    if not loose:
        return (value,)
    margin = abs(value) * Decimal("0.005")
    start = bisect_left(values, value - margin)
    return values[start : min(bisect_right(values, value + margin), start + _LOOKED_AT)]


def _same_kind(kind: MentionKind, mention: Mention) -> bool:
    match kind:
        case "money":
            return mention.kind == "money" or (mention.kind == "plain" and not mention.spelled)
        case "plain":
            return mention.kind in ("plain", "ordinal", "fold", "year")
        case "year":
            return mention.kind in ("year", "plain")
    return mention.kind == kind


def _missing(wanted: Sequence[_Wanted], pairs: dict[int, int], near: dict[int, int]) -> Iterator[Finding]:
    for place, want in enumerate(wanted):
        if place in pairs:
            continue
        if place in near:
            yield Finding("figure.unit", f"{want.text} is said as something else than {want.values[0][1]}", want.text)
        elif want.values[0][1] == "year":
            yield Finding("figure.year", f"{want.text} is not said", want.text)
        else:
            yield Finding("figure.missing", f"{want.text} is not said", want.text)


def _wrong(en: str, wanted: Sequence[_Wanted], pairs: dict[int, int], said: Sequence[Mention]) -> Iterator[Finding]:
    for place, index in pairs.items():
        want, mention = wanted[place], said[index]
        words = en[mention.start : mention.end]
        if not _bound_kept(want.bound, mention.bound):
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


_KEPT: dict[Bound, frozenset[Bound]] = {
    "over": frozenset(("over", "at_least")),
    "at_least": frozenset(("over", "at_least")),
    "at_most": frozenset(("at_most",)),
    "nearly": frozenset(("nearly", "about", "at_most")),
    "about": frozenset(("about", "nearly", "at_most", "over")),
}


def _bound_kept(source: Bound, said: Bound) -> bool:
    return source not in _KEPT or said in _KEPT[source]


_RISES = re.compile(r"(?:增长|增加|提高|上升|上涨|提升|扩大|增|升|涨|多)(?:了|到|至|约|近|超过|幅度|目标|预期)?$")
_FALLS = re.compile(
    r"(?:下降|减少|降低|回落|下滑|收窄|缩小|削减|压减|压缩|下跌|降|减|少)(?:了|到|至|约|近|超过|幅度|目标)?$"
)
_OUT_OF = re.compile(r"[由从](?:[^，；。]{0,6}年?[底末初]?的?)$")
_MOVED = re.compile(
    r"[^，；。\d]{0,4}(?:(?P<up>增加|提高|上升|增长|扩大|提升|上涨)|(?P<down>减少|下降|降低|缩小|回落))[到至]"
)
_RATES = re.compile(r"(?P<up>[涨增升]幅|增速|增长率)|(?P<down>[降减跌]幅)")
_AND = re.compile(r"^(?:以上|以下|左右|以内)?[、和与及]$")


def _turn(text: str, quantity: Quantity, last: _Wanted | None) -> Direction | None:
    """Say what the words before a quantity say of its direction; one joined to the last shares it."""
    before = text[max(0, quantity.start - 8) : quantity.start]
    if _RISES.search(before):
        return "up"
    if _FALLS.search(before):
        return "down"
    if last is not None and _AND.match(text[last.end : quantity.start]):
        return last.direction
    moved = _MOVED.match(text[quantity.end : quantity.end + 16])
    if moved and _OUT_OF.search(before):
        return "up" if moved["up"] else "down"
    rates = list(_RATES.finditer(re.split("[，；。]", text[max(0, quantity.start - 16) : quantity.start])[-1]))
    return ("up" if rates[-1]["up"] else "down") if rates else None


def _converted(wanted: Sequence[_Wanted], said: Sequence[Mention]) -> set[Decimal]:
    """Give the numbers that are a second form of one that is said: the hectares behind the mu."""
    values = sorted({mention.value for mention in said})
    loose = (value for want in wanted if want.loose for value, _ in want.values)
    return {equal for value in loose for equal in _equals(value, values, True)}


def _foreign(
    text: str, wanted: Sequence[_Wanted], said: Sequence[Mention], used: set[int], facts: Sequence[Fact]
) -> Iterator[Finding]:
    """Report numbers of the English that the Chinese does not hold.

    Words for small numbers are free. A year is free where the Chinese names none (last year may become 2013),
    an ordinal where it counts none above ten.
    """
    known = _known(text, facts) | _converted(wanted, said)
    relative = _RELATIVE.search(text) is not None
    names_year = _YEAR.search(text) is not None or any(fact.period for fact in facts)
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


def _swapped(en: str, wanted: Sequence[_Wanted], pairs: dict[int, int], said: Sequence[Mention]) -> Iterator[Finding]:
    """Report figures of one unit that have changed places; what something rose from may follow what it rose to."""
    by_unit: dict[tuple[MentionKind, str], list[tuple[int, int]]] = {}
    for place, index in sorted(pairs.items(), key=lambda pair: wanted[pair[0]].start):
        if not _FROM.search(en[max(0, said[index].start - 40) : said[index].start]) and not _PART.match(
            en, said[index].end
        ):
            unit = _UNIT.sub("", wanted[place].text)
            by_unit.setdefault((wanted[place].values[0][1], unit), []).append((place, index))
    for (kind, _), matched in by_unit.items():
        order = [index for _, index in matched]
        if kind != "year" and order != sorted(order):
            names = ", ".join(wanted[place].text for place, _ in matched)
            yield Finding("figure.order", f"{names} stand in another order", names)


_UNIT = re.compile(r"[\d.,多余]+")
_PART = re.compile(r"\s?of (?:the |these )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)")
"""A part of a whole is said before the whole: 10 of 12."""
