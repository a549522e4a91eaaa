"""Write a fact as an English sentence, every part of it by rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from exporter.english.figures import amount, bounded, ordinal, percent, plain
from exporter.english.morphology import MARK, inflect, is_plural, sentence_case, singular
from exporter.english.phrases import marked, passive
from exporter.english.terms import load
from exporter.english.text import Names, action_of, english_of, prepared
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
    english = sentence(fact, indicator, year) if indicator and value and not _is_distance(fact) else None
    return replace(
        fact,
        indicator_en=indicator,
        value_en=value,
        english=english,
        english_status="verified" if english else "untranslated",
    )


def _is_distance(fact: Fact) -> bool:
    """Tell a distance to another's rate (高于全市平均4.2个百分点), which is no level of the indicator's own."""
    return fact.value is not None and fact.unit in ("个百分点", "个基点") and fact.change != fact.number


def indicator_in_english(indicator: str, names: Names = _NO_NAMES) -> str | None:
    """Render an indicator in lower case, as inside a sentence: from a table, or composed."""
    text, aside = _without_aside(prepared(indicator))
    term = load().preferred(text)
    if term is not None and term.kind in ("indicator", "noun"):
        english: str | None = term.other if "{}" in term.en else term.en
    else:
        known = canonical(text)
        english = known.english if known and known.english else english_of(text, "term", names=names).text
    if english is None:
        return None
    return f"{english} ({SCOPES[aside]})" if aside else english


def value_in_english(fact: Fact, indicator: str | None = None) -> str | None:
    """Render what a fact states: its amount with its bound, or its change where it states no amount.

    Beside an indicator that names what is counted (new urban jobs) the measure word is left out.
    """
    if fact.change_kind == "rank":
        return _rank(fact)
    if fact.number is None or is_change(fact):
        return _change_alone(fact)
    counted = indicator is not None and is_plural(indicator)
    text = amount(fact.number, fact.unit, upper=fact.upper, counted=counted)
    return None if text is None else bounded(text, fact.bound)


def sentence(fact: Fact, indicator: str, year: str | None = None) -> str | None:
    """Write the sentence of a fact, or None if a part of it cannot be said by rule."""
    scope = "" if fact.change_kind == "rank" and (fact.scope or "")[:2] in _RANKED else _scope(fact)
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


def is_change(fact: Fact) -> bool:
    """Say whether the value is itself the change: 不良贷款余额减少56.4亿元."""
    return fact.change_kind == "absolute" and fact.change is not None and fact.number == abs(fact.change)


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
    alone = fact.number is None or is_change(fact)
    return fact.bound if alone and fact.change_bound == "exact" else fact.change_bound


# ---------------------------------------------------------------- sentences


def _said(fact: Fact, indicator: str) -> str | None:
    """Say subject, verb and figures, without period and full stop."""
    if fact.change_kind == "rank":
        place = _rank(fact)
        where = _RANKED.get((fact.scope or "")[:2], "")
        return f"{_the(indicator)} ranked {place.removesuffix(' place')}{where}" if place else None
    if fact.number is None or is_change(fact):
        return _changed(fact, indicator)
    head = _stated(fact, indicator) if _only_stated(fact, indicator) else _acted_on(fact, indicator)
    if head is None or fact.change is None or fact.change_kind == "none":
        return head
    size = _change_amount(fact)
    if size is None:
        return None
    return f"{head}, {'up' if fact.change >= 0 else 'down'} {bounded(size, _change_bound(fact))}"


_RANKED: Mapping[str, str] = MappingProxyType(
    {
        "全国": " in the country",
        "全省": " in the province",
        "全市": " in the city",
        "全县": " in the county",
        "全区": " in the district",
        "全球": " in the world",
        "世界": " in the world",
    }
)
"""Among whom something is ranked."""


def _stated(fact: Fact, indicator: str) -> str | None:
    """Say a level: X reached V; X is targeted to reach V; X will be kept at no more than V."""
    text = _amount_of(fact, indicator)
    if text is None or (fact.unit is None and not is_plural(indicator)):
        return None
    be = "are" if is_plural(indicator) else "is"
    ratio = _is_ratio(fact)
    value = bounded(text, fact.bound)
    if be == "is" and text[-1].isdigit():
        return None  # a bare count says nothing of what is not counted in pieces
    match fact.kind:
        case "target" if fact.bound == "at_most":
            return f"{_the(indicator)} will be kept at {value}"
        case "target" if fact.bound == "strive":
            return f"efforts will be made for {_the(indicator)} to reach {value}"
        case "target":
            at = "at" if fact.bound == "about" else "to be" if ratio else "to reach"
            return f"{_the(indicator)} {be} targeted {at} {value}"
        case "estimate":
            return f"{_the(indicator)} {be} estimated at {value}"
    return f"{_the(indicator)} {_reached(fact, ratio, value, 'were' if be == 'are' else 'was')} {value}"


def _reached(fact: Fact, ratio: bool, value: str, be: str) -> str:
    if value[-1].isdigit() and fact.bound == "exact":
        return "numbered"
    if fact.bound in ("about", "at_least", "at_most"):
        return be
    if ratio:
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
    grow = ("rise" if "price" in indicator else "grow") if up else "fall"
    match fact.kind:
        case "target":
            return f"{_the(indicator)} {be} targeted to {grow} by {text}"
        case "estimate":
            return f"{_the(indicator)} {be} estimated to {grow} by {text}"
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


_DONE = re.compile(r" (?:\w+ed|put to use|built|sold|shut down|cut|brought|under control)$")
_LIGHT = frozenset(
    ("实施", "完成", "实现", "开展", "推进", "推动", "进行", "达到", "取得", "落实", "组织", "做好", "已完成")
)
"""Verbs that say no more of what is not counted in pieces than that it was done."""
_ADDS = frozenset(("新增", "新增加", "增加", "净增"))


def _only_stated(fact: Fact, indicator: str) -> bool:
    """Say whether a fact has no verb that its sentence must say: none, one its indicator says, or a light one."""
    if not fact.verb or _DONE.search(indicator):
        return True
    counted = (unit_of(fact.unit) if fact.unit else None) or None
    pieces = counted is not None and counted.kind in ("count", "person", "household")
    return not is_plural(indicator) and (fact.verb in _LIGHT or pieces) and fact.verb not in _ADDS


def _acted_on(fact: Fact, indicator: str) -> str | None:
    """Say what was done to what is counted, or what that did; None where the verb is not known.

    1,217 units were offered; greening increased by 2,180 mu; 95 percent of items achieved it.
    """
    text = _amount_of(fact, indicator)
    if text is None or fact.verb is None:
        return None
    will = fact.kind == "target"
    if fact.verb in _ADDS and not is_plural(indicator):
        return f"{_the(indicator)} {'will increase' if will else 'increased'} by {bounded(text, fact.bound)}"
    one = fact.number == 1 and fact.upper is None
    verb = _passive_of(fact.verb) or action_of(fact.verb)
    if verb is None or indicator.startswith("the "):
        return None
    acted = verb.replace(MARK, "will ", 1).replace(MARK, "") if will else inflect(verb, "past", not one)
    return f"{_counted(bounded(text, fact.bound), indicator, one)} {acted}"


def _counted(text: str, indicator: str, one: bool) -> str:
    """Join an amount and what it counts: three farms, one farm, 2,180 mu of greening."""
    if text.isdigit() and int(text) < 10:
        text = _SMALL[int(text)]
    bare = text.isalpha() or text[-1].isdigit() or text.endswith(("million", "billion", "trillion"))
    if not bare:
        return f"{text} of {indicator}"
    found = _PREPOSITION.match(indicator) if one else None
    if found is not None:
        return f"{text} {singular(found[1])}{found[2]}{found[3]}"
    return f"{text} {singular(indicator) if one else indicator}"


_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PREPOSITION = re.compile(r"^(.*?)( (?:of|for|in|on|with|at|from|to|that|by) )(.*)$")


def _passive_of(verb: str) -> str | None:
    if verb in ("新增", "新增加"):
        return "~be added"
    term = next((term for term in load().by_zh.get(verb, ()) if term.kind == "verb" and term.en.count("{}") < 2), None)
    return passive(marked(term.en)) if term else None


def _amount_of(fact: Fact, indicator: str) -> str | None:
    """Write a fact's amount beside its indicator: a measure word that only repeats what is counted is left out."""
    assert fact.number is not None
    return amount(fact.number, fact.unit, upper=fact.upper, counted=is_plural(indicator))


def _is_ratio(fact: Fact) -> bool:
    found = unit_of(fact.unit) if fact.unit else None
    return found is not None and found.kind in ("percent", "point", "rate", "spec", "time")


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
    return (found[1], found[2]) if found and found[2] in SCOPES else (text, "")


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
