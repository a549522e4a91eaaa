"""Say what was done to works as English tells of them: construction began on them, work on them was accelerated."""

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


def told_of_works(fact: Fact, deed: Deed, time: Time, counted: str) -> str | None:
    """Say what was done by what began, went faster or was found; None for any other deed."""
    if deed.english == "started" and BREAKS_GROUND.search(fact.deed or "") is not None:
        return f"construction {Deed('~begin').conjugated(time, False)} on {counted}"
    if (what := _ACCELERATED.get(deed.english)) is not None:
        return f"{what} {counted} {Deed('accelerated').conjugated(time, False)}"
    if (water := _THIRSTY.search(counted)) is not None and fact.unit not in PIECES_OF_TROUBLE:
        again = "another " if "再" in before_number(fact) else ""
        who = "rural residents" if water[1] else "people"
        number = counted[: water.start()].removesuffix(" of").removesuffix(" people")
        return f"safe drinking water {Deed('provided').conjugated(time, False)} for {again}{number} {who}"
    if deed.english == "added" and (listed := _LISTED.search(counted)) is not None:
        where = {"domestically ": " domestically", "A-share ": " as A-share companies"}.get(listed[1] or "", "")
        said = Deed("newly listed").conjugated(time, not counted.startswith("one "))
        total = "a total of " if counted[0].isdigit() else ""
        return f"{total}{counted[: listed.start()]} {listed[2]} {said}{where}"
    found = _WHO_DID.search(counted) if deed.english == "added" and time == "past" and counted[0].isdigit() else None
    return f"another {counted[: found.start()]} {found[1]}" if found else None


_THIRSTY = re.compile(r" (rural )?(?:(?:population|people|residents?) )?drinking water (?:safety )?problems$")
"""What those have whose number is told, and not that of their problems: 解决3万农村人口饮水安全问题."""
_LISTED = re.compile(r" (domestically |A-share )?listed (compan(?:y|ies))$")
"""What is new of companies that are listed: 新增上市公司13家."""
_WHO_DID = re.compile(r" who (found .+)$")
"""What those did of whom there are so many more: another 506,000 workers found jobs."""


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
