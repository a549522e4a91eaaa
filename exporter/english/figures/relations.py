"""Say figures that set one thing against another or against time: above the average, for six consecutive years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from exporter.english.figures.amounts import unit_said
from exporter.english.figures.deeds import Deed, Time, deed_of
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.subjects import read_object, subject_of
from exporter.english.grammar.headings import Names, prepared
from exporter.english.words.morphology import inflect
from exporter.english.words.numbers import SPELLED, amount, bounded, ordinal
from exporter.model import Fact


@dataclass(frozen=True, slots=True)
class Relation:
    """An indicator that is a relation, in English, and its sentence without period and full stop."""

    indicator: str
    said: str
    subject: Measurand
    """What it is said of, with what the names in it leave out."""


def is_relation(fact: Fact) -> bool:
    """Tell a figure that compares, or counts how often something came again."""
    text = prepared(fact.indicator)
    points = fact.unit in ("个百分点", "个基点") and fact.value is not None
    return bool((points and _COMPARED.fullmatch(text)) or (fact.number is not None and _RUN.fullmatch(text)))


def relation_of(fact: Fact, names: Names) -> Relation | None:
    """Read such a figure; None where a part of it has no English."""
    text = prepared(fact.indicator)
    run = _RUN.fullmatch(text)
    if run is not None:
        return _run(fact, run["what"], run["did"], names)
    found = _COMPARED.fullmatch(text)
    return _compared(fact, found["what"], found["way"], found["than"], names) if found else None


# ---------------------------------------------------------------- comparisons

_COMPARED = re.compile(r"(?P<what>.+?)(?P<way>高于|快于|好于|大于|超过|低于|慢于|小于)(?P<than>.+)")
_UP = frozenset(("高于", "快于", "好于", "大于", "超过"))
_MEASURE = re.compile(r"(?P<of>.*?)的?(?P<measure>增速|增幅|增长速度|增长幅度|增长率|增长|涨幅|降幅)$")
_MEASURES: Mapping[str, str] = MappingProxyType({"降幅": "decline"})
_AVERAGES: Mapping[str, str] = MappingProxyType(
    {
        "全国": "the national average",
        "全省": "the provincial average",
        "全市": "the city average",
        "全县": "the county average",
        "全区": "the regional average",
        "西部": "the average of the western region",
        "上年": "that of the previous year",
        "去年": "that of the previous year",
        "同期": "that of the same period",
    }
)
_AVERAGE = re.compile(rf"({'|'.join(_AVERAGES)})的?(?:平均)?(?:水平|平均数|平均值|增速|增幅|涨幅)?")


def _compared(fact: Fact, what: str, way: str, than: str, names: Names) -> Relation | None:
    subject, other = _measured(what, names), _other(than, names)
    size = amount(fact.number, unit_said(fact), upper=fact.upper) if fact.number is not None else None
    if subject is None or other is None or size is None:
        return None
    measured = subject.text
    up = way in _UP
    be = {"target": "is targeted to be", "estimate": "is estimated to be"}.get(fact.kind, "was")
    said = f"the {measured} {be} {bounded(size, fact.bound)} {'higher' if up else 'lower'} than {other}"
    return Relation(f"{measured} {'above' if up else 'below'} {other}", said, subject)


def _measured(what: str, names: Names) -> Measurand | None:
    found = _MEASURE.fullmatch(what)
    if found is None:
        subject = subject_of(what, names)
        return subject if subject and not subject.plural else None
    word = _MEASURES.get(found["measure"], "growth rate")
    if not found["of"]:
        return Measurand(word)
    subject = subject_of(found["of"], names)
    return replace(subject, noun=f"{word} of {subject.full}", done="", article="") if subject else None


_OF_A_WHOLE = re.compile("全[国省市县区]|西部|中部|东部")


def _other(than: str, names: Names) -> str | None:
    found = _AVERAGE.fullmatch(than)
    if found is not None:
        return _AVERAGES[found[1]]
    if _OF_A_WHOLE.match(than) is not None:
        return None  # whose it is must be said
    measured = _measured(than, names)
    return f"the {measured.text}" if measured and not measured.dropped and not measured.doubtful else None


# ---------------------------------------------------------------- again and again

_RUN = re.compile(r"(?P<what>.*?)已?连续(?P<did>.+)")
_TIMES: Mapping[str, str] = MappingProxyType(
    {"年": "years", "次": "times", "届": "sessions", "轮": "rounds", "个月": "months", "个季度": "quarters"}
)
_WENT: Mapping[str, str] = MappingProxyType(
    {
        "增产": "~increase",
        "增长": "~grow",
        "增加": "~increase",
        "提高": "~rise",
        "上升": "~rise",
        "攀升": "~rise",
        "上涨": "~rise",
        "增收": "~increase",
        "下降": "~fall",
        "减少": "~decrease",
        "实现增长": "~grow",
        "丰收": "~bring good harvests",
        "获得丰收": "~bring good harvests",
        "获丰收": "~bring good harvests",
    }
)
_STOOD = re.compile(
    r"(?:成为|蝉联|稳居|位居|位列|名列|排名|保持|获|居)?(?P<where>.{0,12}?)(?P<place>首位|榜首|第一位?|前列|前茅|第[一二三四五六七八九十\d]+位?)"
)
_WHERE: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "全国": " in the country",
        "全省": " in the province",
        "全市": " in the city",
        "全球": " in the world",
        "世界": " in the world",
        "亚洲": " in Asia",
    }
)


def _run(fact: Fact, what: str, did: str, names: Names) -> Relation | None:
    unit, number = _TIMES.get(fact.unit or ""), fact.number
    subject = subject_of(what, names) if what else _place(names)
    deed = _did(did)
    if unit is None or number is None or number != int(number) or subject is None or deed is None:
        return None
    count = SPELLED[int(number)] if number <= 10 else f"{int(number)}"
    time: Time = "will" if fact.kind == "target" else "past"
    often = "" if unit == "times" else "for "
    said = (
        f"{subject.full} {deed.conjugated(time, subject.plural)} {often}{bounded(count, fact.bound)} consecutive {unit}"
    )
    when = "that" if unit == "times" else "in which"
    return Relation(
        f"consecutive {unit} {when} {subject.full} {deed.conjugated('past', subject.plural)}", said, subject
    )


def _place(names: Names) -> Measurand | None:
    """Give the place of the document, which a run without a subject speaks of."""
    return Measurand(next(iter(names.values()))) if names else None


def _did(did: str) -> Deed | None:
    if did in _WENT:
        return Deed(_WENT[did])
    stood = _STOOD.fullmatch(did)
    if stood is not None:
        where = _WHERE.get(stood["where"])
        thing = read_object(stood["where"]) if where is None else None
        place = _standing(stood["place"])
        if place and (where is not None or thing):
            return Deed(f"~rank {place}{where if where is not None else f' in {thing}'}")
        return None
    deed = deed_of(did, read_object)
    return deed if deed is not None and not inflect(deed.english, "past").startswith("under ") else None


def _standing(place: str) -> str | None:
    if place in ("前列", "前茅"):
        return "among the top"
    digits = place.strip("第位")
    if place in ("首位", "榜首") or digits == "一":
        return "first"
    return ordinal(int(digits)) if digits.isdigit() else None
