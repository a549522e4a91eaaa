"""Say when what a figure tells of is or was so: in its year, by the end of it, by the last of several years."""

from __future__ import annotations

import re

from exporter.english.figures.spans import come_to_by, grown_since, span_of
from exporter.english.figures.starts import before_number, full_sentence_start, sentence_start
from exporter.english.figures.values import period_said
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import sentence_case
from exporter.model import Fact


def when_said(fact: Fact, year: str | None, source: str, done: bool = False) -> str | None:
    """Say the period, unless the reader takes it for granted; None for one that cannot be said.

    `year` is what a reader takes for granted, or the year that the section names; `done`: something is done to it.
    """
    if fact.period is None:
        return ""
    taken = year if year is not None else (re.search(r"\d{4}", prepared(fact.section or "")) or [""])[0]
    if (then := come_to_by(fact)) is not None:
        return f" {'by' if fact.kind == 'target' else 'in'} {then}"
    by = _is_due_by(fact, source, "" if done else taken) if fact.kind == "target" else _is_passed_by_then(fact, source)
    added = done and fact.deed in _ADDS
    point = fact.period_type == "point" and not added and _OF_A_YEAR.search(prepared(fact.indicator)) is None
    if fact.period == taken:
        due = by or fact.kind == "target"
        return f" {'by' if due else 'at'} the end of the year" if point and _tells_the_end(fact, source) else ""
    said = period_said(fact.period)
    if said is None:
        return None
    if fact.average and (course := grown_since(fact, source)) is not None:
        return course
    return f" {'by' if by else 'at' if point else 'in'} {'the end of ' if point else ''}{said}"


_ADDS = ("新增", "新增加", "增加", "净增")
"""What was added over a year, of which the sentence tells the end: 年末共有公司149家，新增16家."""
_OF_A_YEAR = re.compile("贡献率|增长率|增[速幅]|[涨降]幅")
"""What is reckoned over a year, and never at its end."""


def dated(prose: str, when: str, fact: Fact) -> str:
    """Make a sentence of its body and its time, which stands before one with commas; from one year to another."""
    if fact.kind == "actual" and when.startswith(" by "):
        prose = _CAME.sub(r" had \1 ", prose, count=1)
    if when and (", " in prose or prose.endswith((" in", " period"))):
        return f"{sentence_case(when.strip())}, {prose}."
    if _FROM_A_YEAR.search(prose):
        when = _IN_A_YEAR.sub(" to ", when)
    return f"{sentence_case(prose)}{when}."


_CAME = re.compile(r" (exceeded|reached|passed) ")
_FROM_A_YEAR = re.compile(r" from [12]\d{3}$")
_IN_A_YEAR = re.compile(r"^ (?:in|at(?= the end)) (?=(?:the end of )?[12]\d{3}$)")


def _tells_the_end(fact: Fact, source: str) -> bool:
    """Say whether a sentence tells how much there was at the end of its year: 年末."""
    begun = sentence_start if fact.kind == "target" else full_sentence_start
    told = prepared(source[begun(fact, source) : fact.span.end])
    return fact.value is not None and fact.measure != "change" and re.search("年[末底]", told) is not None


def _is_due_by(fact: Fact, source: str, planned: str) -> bool:
    """Say whether a date is set by which something is to be so: 到2030年, or a level years beyond those planned."""
    told = prepared(source[full_sentence_start(fact, source) : fact.span.end])
    level = fact.deed is None and fact.change is None and fact.number is not None
    later = level and planned.isdigit() and _A_YEAR.fullmatch(fact.period or "") and (fact.period or "") > planned
    return bool(later) or f"到{fact.period}年" in told or f"{fact.period}年建成" in told


_A_YEAR = re.compile(r"\d{4}")


def _is_passed_by_then(fact: Fact, source: str) -> bool:
    """Say whether a mark was passed at some time of several years, of which the figure has the last: 突破9万元."""
    passed = fact.kind == "actual" and fact.change is None and _PASSED.search(before_number(fact)) is not None
    return passed and span_of(fact, source) is not None


_PASSED = re.compile("(?:突破|超过?|[迈跨登站跃]上|[迈跨]过|迈入|跨越)了?$")
