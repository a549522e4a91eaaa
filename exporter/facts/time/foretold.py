"""Say which figures a note makes estimates of: （预计数，下同） holds for the sums and growths of its year below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.facts.numbers.units import unit_of
from exporter.model import Fact

_NOTE = re.compile("(?:预计|估计|初步核算|初步统计)(?:数|值|数据)?[，,]?[（(]?(?:以?下(?:相?同))")
_SAID_TO_BE_SO = ("完成", "实现", "达到", None)
"""Verbs that say no more of a sum than that it came about."""


def as_foretold(facts: Sequence[Fact], text: str) -> tuple[Fact, ...]:
    """Make estimates of the results that a note of a document calls so."""
    note = _NOTE.search(text)
    year = next((fact.period for fact in facts if note and fact.span.end >= note.start()), None)
    if note is None or year is None:
        return tuple(facts)
    return tuple(
        replace(fact, kind="estimate") if fact.span.end >= note.start() and _is_so(fact, year) else fact
        for fact in facts
    )


def _is_so(fact: Fact, year: str) -> bool:
    unit = unit_of(fact.unit) if fact.unit else None
    reckoned = fact.number is None or (unit is not None and unit.kind == "money")
    return fact.kind == "actual" and fact.period == year and fact.deed in _SAID_TO_BE_SO and reckoned
