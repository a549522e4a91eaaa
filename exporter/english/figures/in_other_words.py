"""Say what was done in words that English has for it: construction began on works, safe water was provided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.deeds import Deed, Time
from exporter.english.figures.fit_verbs import PIECES_OF_TROUBLE
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.starts import before_number
from exporter.english.grammar.headings import prepared
from exporter.model import Fact

BREAKS_GROUND = re.compile("开工|启动建设")
_ACCELERATED: Mapping[str, str] = MappingProxyType(
    {
        "built at a faster pace": "construction of",
        "advanced at a faster pace": "work on",
        "carried out at a faster pace": "work on",
    }
)
"""What goes faster where works are built or carried out."""
ANOTHER = frozenset(f"newly {done}" for done in ("fostered", "secured", "developed", "upgraded", "brought in"))
"""What is done to more of what was there before, and not to what is new."""


def said_otherwise(fact: Fact, deed: Deed, time: Time, counted: str) -> str | None:
    """Say what was done in words that English has for it; None for a deed that is said as it stands."""
    return _of_works(fact, deed, time, counted) or _of_water(fact, time, counted) or _of_more(deed, time, counted)


def _of_works(fact: Fact, deed: Deed, time: Time, counted: str) -> str | None:
    """Say that construction began on works, or that work on them was accelerated."""
    if deed.english == "started" and BREAKS_GROUND.search(fact.deed or "") is not None:
        return f"construction {Deed('~begin').conjugated(time, False)} on {counted}"
    what = _ACCELERATED.get(deed.english)
    return f"{what} {counted} {Deed('accelerated').conjugated(time, False)}" if what else None


def _of_water(fact: Fact, time: Time, counted: str) -> str | None:
    """Say for how many water was provided whose problems were solved: 解决3万农村人口饮水安全问题."""
    water = _THIRSTY.search(counted)
    if water is None or fact.unit in PIECES_OF_TROUBLE:
        return None
    again = "another " if "再" in before_number(fact) else ""
    who = "rural residents" if water[1] else "people"
    number = counted[: water.start()].removesuffix(" of").removesuffix(" people")
    return f"safe drinking water {Deed('provided').conjugated(time, False)} for {again}{number} {who}"


_THIRSTY = re.compile(r" (rural )?(?:(?:population|people|residents?) )?drinking water (?:safety )?problems$")
"""What those have whose number is told, and not that of their problems."""


def _of_more(deed: Deed, time: Time, counted: str) -> str | None:
    """Say of so many more what they did: thirteen companies were newly listed, another 506,000 workers found jobs."""
    if deed.english != "added":
        return None
    if (listed := _LISTED.search(counted)) is not None:
        where = {"domestically ": " domestically", "A-share ": " as A-share companies"}.get(listed[1] or "", "")
        said = Deed("newly listed").conjugated(time, not counted.startswith("one "))
        total = "a total of " if counted[0].isdigit() else ""
        return f"{total}{counted[: listed.start()]} {listed[2]} {said}{where}"
    did = _WHO_DID.search(counted) if time == "past" and counted[0].isdigit() else None
    return f"another {counted[: did.start()]} {did[1]}" if did else None


_LISTED = re.compile(r" (domestically |A-share )?listed (compan(?:y|ies))$")
_WHO_DID = re.compile(r" who (found .+)$")


def with_its_length(fact: Fact, counted: str) -> str:
    """Say how long all roads or rivers are together, where their clause says so: 改造道路51条、164.3公里."""
    found = _LENGTH.search(prepared(fact.quote)) if fact.unit == "条" and fact.bound == "exact" else None
    return f"{counted} totaling {found[1]} kilometers" if found else counted


_LENGTH = re.compile(r"[0-9]条[、，]?([0-9.]+)公里$")


def as_built(fact: Fact, subject: Measurand) -> Measurand:
    """Give the things whose building is measured, which are so many that were built: 完成安置房建设3600套."""
    found = _BUILDING.fullmatch(subject.noun) if fact.change is None and not subject.done else None
    if found is None or kind_of(fact) not in ("count", "length", "area") or (fact.deed or "完成") not in _COMPLETED:
        return subject
    return replace(subject, noun=found[1].strip('"'), article="", done="built")


_BUILDING = re.compile(r"(?:building|construction) of (?:the )?(.+)")
_COMPLETED = frozenset(("完成", "实施", "建设", "推进完成"))
