"""Say in a sentence by how much something grew or shrank, or that it stayed as it was."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.figures.amounts import kind_of
from exporter.english.figures.completion import against_plan
from exporter.english.figures.deeds import IS_CUT
from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.figures.portions import times_over
from exporter.english.figures.ranks import is_number
from exporter.english.figures.starts import right_before
from exporter.english.figures.values import change_behind, change_said, since_said
from exporter.model import Fact


def changed(fact: Fact, subject: Measurand) -> str | None:
    """Say a change alone: X increased by V; X is targeted to grow by at least V."""
    if fact.base in ("plan", "quota"):
        return against_plan(fact, subject)
    text = change_said(fact)
    if text is None or fact.change is None:
        return None
    if fact.change == 0 and fact.upper is None:
        return _unmoved(fact, subject)
    if _GROWTH.search(subject.text) and fact.change_kind != "percentage_points":
        return _growth_itself(fact, subject, text)
    counted = _ONE_BY_ONE.search(subject.text) or (fact.change_kind == "absolute" and _ONE_BY_ONE.search(subject.head))
    if counted and kind_of(fact) != "money" and (is_number(fact, subject) or text.endswith((" day", " days"))):
        subject = replace(subject, noun=f"number of {subject.noun}", article="the")
        text = re.sub(r"^(.*\d) days?$", r"\1", text)
    if fact.kind == "actual" and (doubled := _doubled(fact)) is not None:
        men = PERSONS.search(subject.head) is not None and subject.plural
        return f"{f'the number of {subject.text}' if men else subject.full} {doubled}"
    if (times := times_over(fact)) is not None:
        were = {"target": f"{subject.be} targeted to be", "estimate": f"{subject.be} estimated to be"}
        return f"{subject.full} {were.get(fact.kind, subject.was)} {times}"
    return _moved(fact, subject, text)


def _moved(fact: Fact, subject: Measurand, text: str) -> str:
    """Say which way something went, and by how much."""
    up = (fact.change or 0) >= 0
    rises = _RISES.search(subject.head) is not None or fact.change_kind == "percentage_points"
    grow = ("rise" if rises else "grow") if up else "fall"
    if not up and (IS_CUT.search(right_before(fact)) or IS_CUT.search(fact.deed or "")) and fact.kind != "estimate":
        cut = "will be" if fact.kind == "target" else subject.was
        return f"{subject.full} {cut} cut by {text}"
    match fact.kind:
        case "target" | "actual" if up and "price" in subject.text and (kept := _kept(fact)):
            prices = subject.full if "index" in subject.text else subject.text
            return f"the rise in {prices} {kept} {text}"
        case "target":
            grow = "increase" if grow == "grow" and subject.noun.startswith("number of ") else grow
            return f"{subject.full} {subject.be} targeted to {grow} by {text}"
        case "estimate":
            return f"{subject.full} {subject.be} estimated to {grow} by {text}"
    if text.startswith("at least "):
        text = f"{text.removeprefix('at least ')} or more"
    return f"{subject.full} {'increased' if up else 'decreased'} by {text}"


def _doubled(fact: Fact) -> str | None:
    """Say that something doubled, and since when: 翻了一番; None for another growth, or at a pace."""
    since = since_said(fact)
    twice = fact.change == 100 and fact.change_bound == "exact" and _TWICE.search(fact.quote) is not None
    return f"doubled{since}" if twice and since is not None and not fact.average else None


_TWICE = re.compile("翻了?一番$|(?:增长|增加)了?[一1]倍$|翻番$")


def _kept(fact: Fact) -> str | None:
    """Say that a rise of prices, which nobody aims at, is held; None for one that only happened."""
    if fact.kind == "target":
        held = fact.change_bound == "at_most" or "控制" in fact.quote
        return "will be kept at" if held else "is targeted at"
    return "was kept at" if "控制" in fact.quote else "eased to" if _EASED.search(right_before(fact)) else None


_EASED = re.compile("(?:回落|收窄)[到至为]$")
_ONE_BY_ONE = re.compile(
    rf"^(?!number |total |.*\b(?:incidence|rate|ratio|index|share) of )(?:.*{PERSONS.pattern}|"
    r"(?:[\w-]+ )*(?:people|tourists|visitors|days|trips|trains|places|deliveries|cases)"
    r"(?: (?:in|with|of|living|received|filed|handled|operated)\b.*)?$)"
)
"""What is counted one by one, so that its number grows and not it."""
_RISES = re.compile(
    r"\b(?:prices?|standards?|rates?|ratio|share|level|index|expectancy|concentration|coverage|intensity|age|schooling)$"
)
"""What rises, and does not grow."""


def _unmoved(fact: Fact, subject: Measurand) -> str | None:
    """Say that something stayed as it was."""
    still = change_behind(fact)
    be = {"target": "will be kept", "estimate": f"{subject.be} estimated to be"}.get(fact.kind, subject.was)
    return f"{subject.full} {be} {still}" if still else None


_GROWTH = re.compile(
    r"\b(?:increase|rise|growth|decline|decrease|reduction|fall|change)\b(?: rate)?(?: in | of |$)|\bgrowth rate"
)


def _growth_itself(fact: Fact, subject: Measurand, text: str) -> str:
    """Say the size of what is itself a growth: the rise in consumer prices was 1.9 percent."""
    if fact.kind == "actual":
        minus = "" if (fact.change or 0) >= 0 else "minus "
        return f"{subject.full} {subject.was} {minus}{text}"
    return f"{subject.full} {subject.be} {'targeted' if fact.kind == 'target' else 'estimated'} at {text}"
