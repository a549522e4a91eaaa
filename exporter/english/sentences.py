"""Write a fact as an English sentence, every part of it by rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from exporter.english.figures import amount, bounded, ordinal, percent, plain
from exporter.english.morphology import MARK, Form, inflect, is_plural, sentence_case
from exporter.english.phrases import marked, passive
from exporter.english.terms import load
from exporter.english.text import Names, english_of, prepared
from exporter.facts.indicators import canonical
from exporter.facts.units import unit_of
from exporter.model import Bound, Fact

_NO_NAMES: Names = MappingProxyType({})


def fact_in_english(fact: Fact, year: str | None = None, names: Names = _NO_NAMES) -> Fact:
    """Fill `indicator_en`, `value_en`, `english`; `verified` only when every part was rendered by rule.

    `year` is what a reader takes for granted (the year reviewed, or planned); a fact of another period names it.
    Without it the year that the fact's section names stands for it.
    """
    indicator = indicator_in_english(fact.indicator, names)
    value = value_in_english(fact, indicator)
    english = sentence(fact, indicator, year) if indicator and value else None
    return replace(
        fact,
        indicator_en=indicator,
        value_en=value,
        english=english,
        english_status="verified" if english else "untranslated",
    )


def indicator_in_english(indicator: str, names: Names = _NO_NAMES) -> str | None:
    """Render an indicator in lower case, as inside a sentence: from a table, or composed."""
    text, aside = _without_aside(prepared(indicator))
    term = load().preferred(text)
    if term is not None and term.kind in ("indicator", "noun"):
        english: str | None = term.other if "{}" in term.en else term.en
    else:
        known = canonical(text)
        english = known.english if known and known.english else english_of(text, "term", names=names).text
    if english is None or (aside and aside not in SCOPES):
        return None
    return f"{english} ({SCOPES[aside]})" if aside else english


def value_in_english(fact: Fact, indicator: str | None = None) -> str | None:
    """Render what a fact states: its amount with its bound, or its change where it states no amount.

    Beside an indicator that names what is counted (new urban jobs) the measure word is left out.
    """
    if fact.change_kind == "rank":
        return _rank(fact)
    if fact.number is None:
        return _change_alone(fact)
    counted = indicator is not None and is_plural(indicator)
    text = amount(fact.number, fact.unit, upper=fact.upper, counted=counted)
    return None if text is None else bounded(text, fact.bound)


def sentence(fact: Fact, indicator: str, year: str | None = None) -> str | None:
    """Write the sentence of a fact, or None if a part of it cannot be said by rule."""
    scope = _scope(fact)
    when = _when(fact, year)
    said = _said(fact, indicator if scope is None else f"{indicator} {scope}".strip())
    if said is None or when is None or (fact.scope and scope is None):
        return None
    return f"{sentence_case(said)}{when}."


# ---------------------------------------------------------------- values


_ORDINALS: Mapping[str, int] = MappingProxyType({"首位": 1, "榜首": 1, "第一": 1, "首": 1, "之首": 1})


def _rank(fact: Fact) -> str | None:
    number = fact.number if fact.number is not None else fact.change
    if number is None:
        number = Decimal(_ORDINALS.get(fact.value or "", 0))
    whole = number == number.to_integral_value()
    return f"{ordinal(int(number))} place" if 0 < number < 10000 and whole else None


def _change_alone(fact: Fact) -> str | None:
    text = _change_amount(fact)
    if text is None or fact.change is None:
        return None
    if fact.kind == "target" and fact.change > 0:
        return f"growth of {bounded(text, _change_bound(fact))}"
    return f"{'up' if fact.change >= 0 else 'down'} {bounded(text, _change_bound(fact))}"


def _change_amount(fact: Fact) -> str | None:
    """Write the size of a change, without its direction."""
    if fact.change is None:
        return None
    size = abs(fact.change)
    match fact.change_kind:
        case "percent" | "multiple":
            return percent(size)
        case "percentage_points":
            return f"{plain(size)} percentage point{'' if size == 1 else 's'}"
        case "absolute":
            return amount(size, fact.unit, counted=True)
    return None


def _change_bound(fact: Fact) -> Bound:
    """Give the bound of the change; where there is no value, the fact's own bound is the change's."""
    return fact.bound if fact.number is None and fact.change_bound == "exact" else fact.change_bound


# ---------------------------------------------------------------- sentences


def _said(fact: Fact, indicator: str) -> str | None:
    """Say subject, verb and figures, without period and full stop."""
    if fact.change_kind == "rank":
        place = _rank(fact)
        return f"{_the(indicator)} ranked {place.removesuffix(' place')}" if place else None
    if fact.number is None:
        return _changed(fact, indicator)
    acted = _acted_on(fact, indicator)
    head = acted if acted is not None else _stated(fact, indicator)
    if head is None or fact.change is None or fact.change_kind == "none":
        return head
    size = _change_amount(fact)
    if size is None:
        return None
    return f"{head}, {'up' if fact.change >= 0 else 'down'} {bounded(size, _change_bound(fact))}"


def _stated(fact: Fact, indicator: str) -> str | None:
    """Say a level: X reached V; X is targeted to reach V; X will be kept at no more than V."""
    text = _amount_of(fact, indicator)
    if text is None:
        return None
    be = "are" if is_plural(indicator) else "is"
    ratio = _is_ratio(fact)
    value = bounded(text, fact.bound)
    match fact.kind:
        case "target" if fact.bound == "at_most":
            return f"{_the(indicator)} will be kept at {value}"
        case "target" if fact.bound == "strive":
            return f"efforts will be made for {_the(indicator)} to reach {value}"
        case "target":
            return f"{_the(indicator)} {be} targeted {'at' if ratio or fact.bound == 'about' else 'to reach'} {value}"
        case "estimate":
            return f"{_the(indicator)} {be} estimated at {value}"
    return f"{_the(indicator)} {_reached(fact, ratio, value)} {value}"


def _reached(fact: Fact, ratio: bool, value: str) -> str:
    if value[-1].isdigit() and fact.bound == "exact":
        return "numbered"
    if ratio or fact.bound in ("about", "at_least", "at_most"):
        return "stood at"
    return "reached"


def _changed(fact: Fact, indicator: str) -> str | None:
    """Say a change alone: X increased by V; X is targeted to grow by at least V."""
    size = _change_amount(fact)
    if size is None or fact.change is None:
        return None
    text = bounded(size, _change_bound(fact))
    be = "are" if is_plural(indicator) else "is"
    if _GROWTH.search(indicator):
        return _growth_itself(fact, indicator, text, be)
    up = fact.change >= 0
    match fact.kind:
        case "target":
            return f"{_the(indicator)} {be} targeted to {'grow' if up else 'fall'} by {text}"
        case "estimate":
            return f"{_the(indicator)} {be} estimated to {'grow' if up else 'fall'} by {text}"
    return f"{_the(indicator)} {'increased' if up else 'decreased'} by {text}"


_GROWTH = re.compile(
    r"\b(?:increase|rise|growth|decline|decrease|reduction|fall|change)\b(?: rate)?(?: in | of |$)|\bgrowth rate"
)


def _growth_itself(fact: Fact, indicator: str, text: str, be: str) -> str:
    """Say the size of what is itself a growth: the rise in consumer prices was 1.9 percent."""
    if fact.kind == "actual":
        return (
            f"{_the(indicator)} {'were' if be == 'are' else 'was'} {'' if (fact.change or 0) >= 0 else 'minus '}{text}"
        )
    return f"{_the(indicator)} {be} {'targeted' if fact.kind == 'target' else 'estimated'} at {text}"


def _acted_on(fact: Fact, indicator: str) -> str | None:
    """Say what was done to what is counted: 1,217 units of public rental housing were offered."""
    verb = _passive_of(fact.verb) if fact.verb else None
    text = _amount_of(fact, indicator, of=True)
    if verb is None or text is None:
        return None
    many = fact.number != 1 or fact.upper is not None
    form: Form = "will" if fact.kind == "target" else "past"
    acted = verb.replace(MARK, "will ", 1).replace(MARK, "") if form == "will" else inflect(verb, form, many)
    return f"{bounded(text, fact.bound)} {acted}"


def _passive_of(verb: str) -> str | None:
    if verb in ("新增", "新增加"):
        return "~be added"
    term = next((term for term in load().by_zh.get(verb, ()) if term.kind == "verb" and term.en.count("{}") < 2), None)
    return passive(marked(term.en)) if term else None


def _amount_of(fact: Fact, indicator: str, of: bool = False) -> str | None:
    """Write a fact's amount beside its indicator: a measure word that only repeats what is counted is left out."""
    assert fact.number is not None
    counts = is_plural(indicator)
    text = amount(fact.number, fact.unit, upper=fact.upper, counted=counts)
    if text is None or not of:
        return text
    bare = text[-1].isdigit() or text.endswith(("million", "billion", "trillion"))
    return f"{text} {indicator}" if bare else f"{text} of {indicator}"


def _is_ratio(fact: Fact) -> bool:
    found = unit_of(fact.unit) if fact.unit else None
    return found is not None and found.kind in ("percent", "point", "rate", "spec")


_MEASURED = re.compile(
    r"^(?:[\w,-]+ ){0,8}?(?:share|level|rise|fall|increase|decline|number|proportion|ratio|value added|rate|area|"
    r"length|index|deficit|surplus|balance|coefficient|concentration|population|scale)(?: of | in | \(|$)"
)


def _the(indicator: str) -> str:
    """Put the article before an indicator that is one measured thing: the unemployment rate, the share of."""
    return (
        f"the {indicator}" if _MEASURED.match(indicator) and not indicator.startswith(("the ", "per ")) else indicator
    )


# ---------------------------------------------------------------- scope and period

SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "市级": "city level",
        "市本级": "city level",
        "县级": "county level",
        "县本级": "county level",
        "区级": "district level",
        "区本级": "district level",
        "省级": "provincial level",
        "省本级": "provincial level",
        "中央": "central government",
        "中央本级": "central government",
        "地方": "local",
        "全口径": "full scope",
    }
)
"""Accounting scopes that change what an indicator counts; they are always said."""
_WHOLE = re.compile(r"^(?:全(?:国|省|市|县|区|州|盟|旗|镇|乡|社会)|我[国省市县区]|本[省市县区])$")
"""The place itself, which an English sentence of its report takes for granted."""


def _scope(fact: Fact) -> str | None:
    if not fact.scope or _WHOLE.match(fact.scope):
        return ""
    return f"({SCOPES[fact.scope]})" if fact.scope in SCOPES else None


def _without_aside(text: str) -> tuple[str, str]:
    found = re.match(r"^([^（）]+)（([^（）]{1,12})）$", text)
    return (found[1], found[2]) if found else (text, "")


def _when(fact: Fact, year: str | None) -> str | None:
    """Say the period, unless the reader takes it for granted; None for one that cannot be said."""
    if fact.period is None:
        return ""
    taken = year or (re.search(r"\d{4}", prepared(fact.section or "")) or [""])[0]
    if fact.period == taken:
        return ""
    if re.fullmatch(r"\d{4}", fact.period):
        return f" in {fact.period}"
    span = re.fullmatch(r"(\d{4})[-–](\d{4})", fact.period)
    return f" in the {span[1]}–{span[2]} period" if span else None
