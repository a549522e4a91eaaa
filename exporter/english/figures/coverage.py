"""Say whom works and training reached, where persons or households are counted and the works are not: 危房改造750户."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import amount_beside, are_counted, kind_of
from exporter.english.figures.deeds import LIGHT
from exporter.english.figures.measurand import Measurand
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
    if not re.search(r"(?:people|households?|person|participants?)$", text):
        return None
    who, value, be = subject.full, bounded(text, fact.bound), "are" if subject.plural else "is"
    match fact.kind:
        case "target" if fact.bound == "strive":
            return f"efforts will be made for {who} to cover {text}"
        case "target":
            return f"{who} will cover {value}"
        case "estimate":
            return f"{who} {be} estimated to cover {value}"
    return f"{who} covered {value}"
