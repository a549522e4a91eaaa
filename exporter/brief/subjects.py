"""Say what a figure measures, and which figures measure the same: output has several names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from exporter.facts.data.pairs import FactPair, pairs_of
from exporter.facts.statements.indicators import Indicator, canonical, canonical_of
from exporter.model import Fact

OUTPUT, OF_A_STATE = "地区生产总值", "国内生产总值"
"""GDP of a place; that of a state, and the growth of the economy, are held against it."""
_OUTPUT = re.compile(r"(?:全[国省市县区州盟旗])?(?:地方|本地|区域|辖区)?(?:国内|地区)?生产总值")
_GROWTH = re.compile(r"(?:国民)?经济(?:增长|增速|增长率|增长速度)?")


def known(fact: Fact) -> Indicator | None:
    """Find the official indicator that a figure is of; that the economy grows is said of its output."""
    found = canonical_of(fact.indicator, fact.deed)
    if found is not None and found.name == OF_A_STATE:
        return found
    means = _meaning(fact.indicator)
    return canonical(OUTPUT) if means == "output" or (means == "growth" and _is_growth(fact)) else found


@lru_cache(maxsize=1024)
def _meaning(name: str) -> Literal["output", "growth", "another"]:
    """Say whether a name is one of output, or of the growth of the economy."""
    return "output" if _OUTPUT.fullmatch(name) else "growth" if _GROWTH.fullmatch(name) else "another"


def is_output(fact: Fact) -> bool:
    """Tell whether a figure is of output: GDP, or the growth of the economy."""
    found = known(fact)
    return found is not None and found.name in (OUTPUT, OF_A_STATE)


def official(fact: Fact) -> str:
    """Give the official English name of a figure that has no proved English of its own; empty where there is none."""
    found = known(fact)
    return found.english if found else ""


def rank(fact: Fact) -> int:
    """Give the place of a figure among the indicators that lead a report; known ones without a place come behind."""
    found = known(fact)
    return 999 if found is None else found.rank or 500


def subject(fact: Fact) -> str:
    """Give the name under which figures of one thing are held against each other."""
    found = known(fact)
    if is_output(fact):
        return OUTPUT
    name = found.name if found else fact.indicator
    return PRICES if name in _OF_PRICES and _is_growth(fact) else name


PRICES = "居民消费价格"
_OF_PRICES = frozenset((PRICES, "居民消费价格指数", "居民消费价格涨幅", "居民消费价格指数涨幅"))
"""Names under which a report says by how much consumer prices rise."""


def named(fact: Fact) -> Fact:
    """Name the growth of the economy as a measure: the report says only that the economy grows."""
    if fact.indicator in ("经济", "国民经济") and _is_growth(fact):
        return replace(fact, indicator="经济增长", indicator_en="economic growth (GDP)")
    return fact


_SHARED = (OUTPUT, PRICES)
"""What several indicators measure alike."""


def paired_by_subject(facts: Iterable[Fact]) -> tuple[FactPair, ...]:
    """Pair targets with results that measure the same, whatever they call it; the facts may be of two documents."""
    own = tuple(facts)
    alike = [replace(fact, indicator=name) if (name := subject(fact)) in _SHARED else fact for fact in own]
    given = {id(one): fact for one, fact in zip(alike, own, strict=True)}
    pairs = pairs_of(alike)
    return tuple(replace(pair, result=given[id(pair.result)], target=given[id(pair.target)]) for pair in pairs)


def _is_growth(fact: Fact) -> bool:
    return fact.value is None and fact.change_kind == "percent"
