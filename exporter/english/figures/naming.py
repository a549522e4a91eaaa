"""Name what a figure counts or measures, as its sentence needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from exporter.english.figures.amounts import PIECES, kind_of
from exporter.english.figures.deed_sentences import are_new_jobs
from exporter.english.figures.deeds import ADDS, LIGHT, deed_of
from exporter.english.figures.entries import COUNTERS
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.omissions import variants
from exporter.english.figures.online import online
from exporter.english.figures.subjects import read_object, subject_of
from exporter.english.figures.totals import of_total
from exporter.english.grammar.headings import Names, prepared
from exporter.english.words.morphology import is_plural
from exporter.facts.numbers.folding import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

STANDING = re.compile(r"(?:的?(?:总量|规模|数量))?(?:排名|排位|位次|名次|位居|排行)$")
"""What says in an indicator that it is ranked, which the sentence says by its verb."""


def _doers(fact: Fact, kind: str) -> Measurand | None:
    """Say people, or households, of whom only a predicate is printed, which the sentence says: 3万人|参保."""
    found = _DOERS.fullmatch(fact.indicator) if kind in ("person", "household") else None
    if found is None or _PRINTED.search(fact.quote):
        return None
    if fact.deed:
        return Measurand(_THINGS[kind], "")
    return _only_done(replace(fact, indicator=found["did"]), kind) if found["did"] else None


_DOERS, _PRINTED = re.compile("(?P<did>..+)人[员員]|脱贫(?:人口|户)"), re.compile("人[员員口]|脱贫户")
_A_YEAR = re.compile("^(?:年均|(?:平均)?每年(?:平均)?)(?=..)")


def named(fact: Fact, names: Names) -> Measurand | None:
    """Read what a figure is a figure of, with what its sentence will say by its verb taken from the name."""
    kind = kind_of(fact)
    if (only := _doers(fact, kind)) is not None:
        return only
    counted = kind in PIECES or kind in ("area", "volume", "mass", "length", "money", "bare")
    name = _A_YEAR.sub("", fact.indicator)  # the sentence says by its amount how often
    if fact.deed and len(name) > len(fact.deed) + 1 and not are_new_jobs(name):
        name = name.removeprefix(fact.deed)  # the sentence says by its verb what was done
    if _is_grown_to(fact):
        name = _without_addition(name)
    if fact.change_kind == "rank":
        name = STANDING.sub("", prepared(name)) or name
        name = re.sub("的?综合$", "", name) or fact.indicator
        if name.endswith("全面"):
            name = fact.indicator
    ranked = fact.change_kind == "rank"
    if (trees := _trees(fact)) is not None:
        return trees
    free = fact.deed is None or fact.deed in LIGHT or fact.deed in ADDS
    found = (
        of_total(name, names)
        or online(name, names)
        or subject_of(name, names, counted and free and not ranked, kind == "money")
    )
    if found is None and ranked:
        found = subject_of(fact.indicator, names)
    if found is None:
        return _only_done(fact, kind)
    found = _from_where(fact, found, names)
    return _in_visits(
        fact, _in_households(fact, _acted(fact, _as_output(fact, _as_value_added(fact, _as_revenue(fact, found)))))
    )


def _from_where(fact: Fact, subject: Measurand, names: Names) -> Measurand:
    """Say from whom money comes: what a place is the source of is not invested there, a bank's loans not for it."""
    found = _OF_A_NAME.fullmatch(subject.noun)
    if found is None:
        return subject
    if fact.deed in _DRAWN or found["whose"].endswith(("Bank", "Fund")):
        return replace(subject, noun=f"{found['what']} from {found['whose']}")
    own = found["whose"] in names.values() or found["what"] == "balance of loans"
    return subject if own else replace(subject, doubtful=True)


_OF_A_NAME = re.compile(
    r"(?P<what>(?:balance of )?(?:investment|funds|funding|capital|loans)) (?:in|for|of|to) "
    r"(?P<whose>(?:the )?[A-Z][\w-]*(?:,? (?:of|and|[A-Z][\w-]*))*)"
)
_DRAWN = frozenset(("吸引", "吸收", "引进", "引入", "招引", "利用", "争取", "获得", "承接", "到位", "实际到位", "筹集"))
"""What is done with money that comes from elsewhere."""


def _trees(fact: Fact) -> Measurand | None:
    """Read voluntary planting, counted in trees: 义务植树60万株."""
    counted = fold(fact.unit or "").endswith(("株", "棵")) and fact.change_kind != "rank" and fact.deed is None
    voluntary = prepared(fact.indicator).removeprefix("全民") == "义务植树"
    return Measurand("trees", "planted on a voluntary basis", settled=True) if counted and voluntary else None


_SECTORS = re.compile("第?[一二三]次?产业?")


def _as_value_added(fact: Fact, subject: Measurand) -> Measurand:
    """Say value added where one of the three sectors of output is told in money: 第一产业58亿元."""
    told = _SECTORS.fullmatch(prepared(fact.indicator)) is not None and kind_of(fact) == "money"
    if not told or fact.deed is not None or subject.done or fact.measure == "completion":
        return subject
    return replace(subject, noun=f"value added of the {subject.noun}", article="the")


_CROPS: Mapping[str, str] = MappingProxyType(
    {"粮食": "grain", "棉花": "cotton", "油料": "oilseed", "糖料": "sugar crop", "小麦": "wheat", "玉米": "corn"}
)
"""Crops that are told to grow without saying what of them: 粮食增长16%."""
_STORED = re.compile("进口|出口|收购|库存|消费|储备|销售|销量|价")


def _as_output(fact: Fact, subject: Measurand) -> Measurand:
    """Say output of a crop where it is told in weight, or to have grown: 棉花增产3万吨."""
    crop = _CROPS.get(prepared(fact.indicator))
    weighed = kind_of(fact) == "mass" or (fact.number is None and fact.change_kind in ("percent", "multiple"))
    if crop is None or not weighed or fact.deed is not None or subject.done or _STORED.search(fact.quote):
        return subject
    return replace(subject, noun=f"{crop} output", article="", settled=True)


def _as_revenue(fact: Fact, subject: Measurand) -> Measurand:
    """Say revenue where the table lists a tax as what it brings in: 增值税20亿元; a rate of it is no level in yuan."""
    known = canonical(prepared(fact.indicator)) if prepared(fact.indicator).endswith("税") else None
    if known is None or fact.deed is not None or subject.done or not known.english.endswith("revenue"):
        return subject
    return replace(subject, noun=known.english, article="")


def _is_grown_to(fact: Fact) -> bool:
    """Say whether a figure tells what something grew to, where the one before told what was added: 新增3家、达到9家."""
    return fact.deed is None and fact.number is not None and _GREW.match(fact.quote) is not None


_GREW = re.compile("(?:总数|总量)?(?:已|累计|分别|均|总数)*(?:达到?|增至|增加到|增长到)")


def _without_addition(name: str) -> str:
    """Take what was added from a name: 新增企业, 企业新增 → 企业."""
    for verb in sorted(ADDS, key=len, reverse=True):
        if len(name) > len(verb) + 1 and (name.startswith(verb) or name.endswith(verb)):
            return name.removeprefix(verb).removesuffix(verb)
    return name


_DWELLERS = re.compile(r"(?<!,000 )(?:residents|people|farmers|villagers|herders|persons|population)$")


def _in_households(fact: Fact, subject: Measurand) -> Measurand:
    """Say households where those who are named are counted so: 惠及居民2.3万户."""
    if kind_of(fact) != "household" or not fold(fact.unit or "").endswith("户"):
        return subject
    farm = "farm " if subject.noun.endswith("farmers") else ""
    return replace(subject, noun=_DWELLERS.sub(f"{farm}households", subject.noun))


_ACTION = re.compile(
    r"(?P<act>renovation|dredging|upgrading|reinforcement|repair|rebuilding|renovation and upgrading|restoration|"
    r"cleanup|expansion|maintenance|relocation|building) of (?P<what>(?:(?! and | of |renovation|upgrading).)+)"
)
_ACTS: Mapping[str, str] = MappingProxyType(
    {
        "renovation": "renovated",
        "dredging": "dredged",
        "upgrading": "upgraded",
        "reinforcement": "reinforced",
        "repair": "repaired",
        "rebuilding": "rebuilt",
        "renovation and upgrading": "renovated and upgraded",
        "restoration": "restored",
        "cleanup": "cleaned up",
        "expansion": "expanded",
        "maintenance": "maintained",
        "relocation": "relocated",
        "building": "built",
    }
)
"""What an action carried out has done to the things that a figure counts: 实施老旧小区改造62个."""
_EACH = re.compile(r"[万千百]?(?:个|条|座|处|所|口|公里|千米|米|平方米|亩|公顷)")


_VISITS = re.compile(r"(?:^|(?<= ))(?:tourists|visitors|tourism)$")


def _in_visits(fact: Fact, subject: Measurand) -> Measurand:
    """Say visits where people are counted as often as they came: 接待游客800万人次."""
    if fact.number is None or not fold(fact.unit or "").endswith("人次"):
        return subject
    done = subject.done.replace("received", "recorded", 1)
    return replace(subject, noun=_VISITS.sub("tourist visits", subject.noun), done=done)


def _acted(fact: Fact, subject: Measurand) -> Measurand:
    found = _ACTION.fullmatch(subject.noun)
    done = fact.deed in (None, "实施", "完成", "开展", "已完成", "推进") and _EACH.fullmatch(fold(fact.unit or ""))
    if found is None or not done or subject.done or subject.loose or not is_plural(found["what"]):
        return subject
    return replace(subject, noun=found["what"].removeprefix("the "), done=_ACTS[found["act"]], article="")


_THINGS: Mapping[str, str] = MappingProxyType(
    {
        "person": "people",
        "household": "households",
        "area": "area",
        "length": "length",
        "mass": "quantity",
        "volume": "volume",
        "money": "funds",
    }
)
"""What is counted where an indicator is a verb alone: 刑事拘留22人."""


def _only_done(fact: Fact, kind: str) -> Measurand | None:
    known = ((deed_of(variant, read_object), dropped) for variant, dropped in variants(prepared(fact.indicator)))
    deed, dropped = next((one for one in known if one[0] is not None), (None, ()))
    if deed is None or fact.change_kind == "rank":
        return None
    counter = COUNTERS.get(fold(fact.unit or "").lstrip("万亿千百"))
    noun = (counter and counter[1]) if kind == "count" else _THINGS.get(kind)
    return Measurand(noun, deed.english, dropped=dropped) if noun else None
