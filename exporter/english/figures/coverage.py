"""Say whom works and training reached, where persons or households are counted and the works are not: 危房改造750户."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import amount_beside, are_counted, is_one, kind_of
from exporter.english.figures.deeds import LIGHT
from exporter.english.figures.measurand import Measurand
from exporter.english.words.morphology import is_plural
from exporter.english.words.numbers import bounded
from exporter.model import Fact

_WORKS = re.compile(
    r"(?:the )?(?:[\w-]+ )*?(?:(?:renovations?|redevelopment|conversions?) (?:of|from|for) .+|training$)"
)
CARRIED_OUT = LIGHT | {"完成", "实施", "开展", "已完成", "组织", "举办"}


def reaches(fact: Fact, subject: Measurand) -> bool:
    """Say whether a level counts those whom works or training reached."""
    kind = kind_of(fact)
    if fact.change is not None or fact.measure == "completion" or subject.done:
        return False
    if (fact.unit or "").endswith("人次") and "training" not in subject.noun:
        return False
    if fact.deed is not None and fact.deed not in CARRIED_OUT:
        return False
    fits = kind == "household" if "training" not in subject.noun else kind == "person"
    return fits and _WORKS.match(subject.noun) is not None and not are_counted(subject)


def covered(fact: Fact, subject: Measurand) -> str | None:
    """Say how many were reached: the renovation of run-down areas covered 476,300 households."""
    text = (amount_beside(fact, subject) or "").replace("person-time", "participant")
    if not extends_over(fact, subject) and not re.search(r"(?:people|households?|person|participants?)$", text):
        return None
    who, value, be = subject.full, bounded(text, fact.bound), subject.be
    match fact.kind:
        case "target" if fact.bound == "strive":
            return f"efforts will be made for {who} to cover {text}"
        case "target":
            return f"{who} will cover {value}"
        case "estimate":
            return f"{who} {be} estimated to cover {value}"
    return f"{who} covered {value}"


def extends_over(fact: Fact, subject: Measurand) -> bool:
    """Say whether a level is the area over which something was done: 完成造林8万亩."""
    several = subject.plural and " and " not in subject.head
    wide = kind_of(fact) == "area" or (kind_of(fact) == "power" and subject.head.endswith("upgrading"))
    return wide and not several and _PROCESS.search(subject.head) is not None


_PROCESS = re.compile(
    r"(?:^|\b)(?:building|greening|planting|sowing|tending|reinforcement|closing|dredging|upgrading|leveling|farming|"
    r"irrigation|reclamation|(?:af|re)?forestation|cultivation|rehabilitation|restoration|renovation|consolidation|"
    r"treatment|improvement|control|rotation|conversion|pollination|demolition|expropriation)$"
)
"""What is done, of which an area tells how far it went."""


def works_done(fact: Fact, subject: Measurand, number: str) -> str | None:
    """Say to how many things works were done (完成300家企业改造); a bare count says nothing of any other work."""
    found = _WORKS_ON.fullmatch(subject.noun)
    if found is None or not is_plural(found["things"]) or is_one(fact) or fact.bound not in ("exact", "over", "nearly"):
        return None
    if "完成" not in fact.quote or not (fact.unit or "").endswith(("家", "所", "座", "个", "处", "条", "栋", "幢")):
        return None
    be = {"actual": "was", "target": "will be"}.get(fact.kind)
    return f"{found['work']} of {number} {found['things']} {be} completed" if be and fact.change is None else None


_WORKS_ON = re.compile(
    r"(?P<work>(?:[\w-]+ )*"
    r"(?:renovation|redevelopment|upgrading|retrofitting|reinforcement|transformation|restructuring)) of"
    r" (?:the )?(?P<things>(?:[\w-]+ )*[\w-]+s)"
)
"""Works that are done to things, each by itself."""
