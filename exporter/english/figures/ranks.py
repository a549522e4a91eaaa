"""Say where something ranks, and among whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.figures.amounts import PIECES, countable, listed_kind
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.naming import STANDING
from exporter.english.figures.subjects import read_object
from exporter.english.figures.values import rank_of
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import is_plural
from exporter.english.words.numbering import chinese_number
from exporter.english.words.numbers import SPELLED, ordinal
from exporter.model import Fact

RANKED: Mapping[str, str] = MappingProxyType(
    {
        "全国": " in the country",
        "全省": " in the province",
        "全市": " in the city",
        "全县": " in the county",
        "全区": " in the district",
        "全球": " in the world",
        "世界": " in the world",
        "中部": " in the central region",
        "西部": " in the western region",
        "东部": " in the eastern region",
        "中部地区": " in the central region",
        "西部地区": " in the western region",
        "东部地区": " in the eastern region",
        "亚洲": " in Asia",
    }
)
"""Among whom something is ranked."""


def _where(fact: Fact) -> str | None:
    """Say among whom something is ranked; None where the field has no English."""
    field = _FIELD.sub("", prepared(fact.among or ""))
    if field in RANKED or not field:
        return RANKED.get(field, "")
    whole = next((place for place in ("全国", "全省", "全市") if field.startswith(place)), "")
    thing = read_object(_EACH.sub("", field.removeprefix(whole)))
    if whole and thing and is_plural(thing):
        return f" among {thing}{RANKED[whole]}"
    thing = read_object(field)
    return f" among {thing}" if thing and is_plural(thing) else f" in {thing}" if thing else None


_EACH = re.compile("^(?:的|各|所有)*")
_FIELD = re.compile("(?:各|所有)?(?:省区市|省市区|省份|省区|省市|县市区|县市)?(?:中|内|里|的)?$")


def ranked(fact: Fact, subject: Measurand) -> str | None:
    """Say that something ranks third, and among whom; None where the field has no English."""
    place, where = rank_of(fact), _where(fact)
    if place is None or where is None:
        return None
    nth = place.removesuffix(" place")
    if subject.head.endswith("ranking"):
        return f"{subject.full} was {nth}{where}"
    if _OVERALL.search(prepared(fact.indicator)):
        return f"{subject.full} ranked {nth} overall{where}"
    whom = f"the number of {subject.text}" if subject.plural and is_number(fact, subject) else subject.full
    if _RETURNED.search(fact.quote) is not None:
        away = _AWAY.search(prepared(fact.quote))
        return f"{whom} returned to {place}{where}{f' after {away[1]} years' if away else ''}"
    verb = "rose to" if _ROSE.search(fact.quote) else "remained" if _HELD.search(fact.quote) else "ranked"
    if verb == "rose to" and (began := _from(fact)):
        return f"{whom} rose{began} to {place}{where}"
    return f"{whom} rose to {place}{where}" if verb == "rose to" else f"{whom} {verb} {nth}{where}{in_a_row(fact)}"


def _from(fact: Fact) -> str:
    """Say from which place it rose: 从世界第六位上升到第四位."""
    found = _SET_OUT.search(prepared(fact.quote))
    return f" from {ordinal(chinese_number(found[1]))}" if found is not None else ""


_SET_OUT = re.compile(
    "[从由](?:居?(?:全[国省市]|世界|全球))?第([1-9][0-9]?|[一二三四五六七八九十]{1,3})[位名](?:上升|提升|跃升|前移|升)[到至]"
)


def in_a_row(fact: Fact) -> str:
    """Say for how many years a rank was held: 连续8年居全国首位."""
    found = IN_A_ROW.search(prepared(fact.quote))
    if found is None:
        return ""
    years = chinese_number(found[1])
    return f" for {SPELLED[years] if years <= 10 else years} consecutive years" if years > 1 else ""


IN_A_ROW = re.compile("连续([1-9][0-9]?|[一二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九])年")


_RETURNED = re.compile("重返|重回")
_AWAY = re.compile("时隔([1-9][0-9]*)年")
_ROSE = re.compile("跃居|跃升|跃至|上升[到至]|升[到至]|前移[到至]|提升[到至]|[进晋攀][升位]?[到至]")
_HELD = re.compile("保持(?!前|领)|稳居|稳定在|继续(?:位居|居|保持)")
_OVERALL = re.compile("综合(?:排名|排位|位次|名次|位居|排行)?$")


def is_number(fact: Fact, subject: Measurand) -> bool:
    """Say whether what is ranked is how many there are of things, and not a length or a sum of them."""
    kind = listed_kind(fact)
    return countable(subject) and not STANDING.search(fact.indicator) and (kind is None or kind in PIECES)
