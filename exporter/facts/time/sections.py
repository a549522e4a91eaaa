"""Say of each section of a document whether it reviews or plans, which years it speaks of, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from exporter.facts.numbers.numerals import fold
from exporter.facts.passages import Part
from exporter.facts.time.course import SPOKEN, Step, cost, course_of, steps_of
from exporter.facts.time.expressions import marks
from exporter.facts.time.naming import names_a_paper
from exporter.facts.time.period import Period, year
from exporter.facts.time.report_years import Calendar, calendar_of, year_told
from exporter.facts.time.witnesses import telling
from exporter.model import Document

SectionKind: TypeAlias = Literal["review", "plan", "outlook", "none"]
"""`outlook`: aims of several years; `none`: sentences say themselves what they speak of."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading that speaks of one time."""

    part: int
    """Place of its first passage among the parts of the document."""
    start: int
    """Where in that passage it begins."""
    title: str | None
    """The level-1 heading above it, as printed."""
    kind: SectionKind
    period: Period | None
    named: tuple[Period, ...] = ()
    """The times that its heading names."""
    sure: bool = True
    witnesses: tuple[str, ...] = ()

    @property
    def ahead(self) -> bool:
        """It tells of aims."""
        return self.kind in ("plan", "outlook")

    def goes_on(self, before: Section) -> bool:
        """Say whether it speaks of the same time as the section before, because its heading says none."""
        told = self.kind == before.kind == "review"
        return told and self.named == before.named and self.period == before.period


def sections_of(document: Document, parts: Sequence[Part], calendar: Calendar | None = None) -> tuple[Section, ...]:
    """Give the sections in order, the first from the beginning; at least one."""
    calendar = calendar or calendar_of(document)
    if not _is_told_in_order(document, calendar):
        return tuple(_unordered(parts, year_told(document)))
    steps = list(steps_of(parts, calendar))
    if document.metadata.doc_type == "communique":
        course = [True] * len(steps)
    else:
        course = course_of(steps, _OPENINGS.get(document.metadata.doc_type, 1.0))
    found: list[Section] = []
    for first, last in pairwise(_borders(steps, course)):
        found.append(_section(steps, course, (first, last), parts, calendar, found[-1] if found else None))
    reviewed = year(calendar.reviewed) if calendar.reviewed else None
    return tuple(found) or (Section(0, 0, None, "review" if reviewed else "none", reviewed),)


_OPENINGS = {"work_report": 3.0, "budget": 3.0, "plan": -2.0}
"""How much more than aims the first sentences are expected to tell of results."""


def _is_told_in_order(document: Document, calendar: Calendar) -> bool:
    """Say whether a document tells of results first and of aims then, as reports and plans do."""
    if document.metadata.language == "zh-Hant":
        return False
    return document.metadata.doc_type in ("work_report", "budget", "communique", "plan") or bool(
        calendar.planned or calendar.plan
    )


def _unordered(parts: Sequence[Part], period: Period | None) -> Iterator[Section]:
    yield Section(0, 0, None, "none", period)
    for place, part in enumerate(parts):
        opens = getattr(part, "opens", None)
        if opens:
            yield Section(place, 0, opens, "none", period)


def _borders(steps: Sequence[Step], course: Sequence[bool]) -> list[int]:
    """Give the places of the steps with which a section begins, and the end."""
    inner = [i for i in range(1, len(steps)) if steps[i].border == "section" or course[i] != course[i - 1]]
    return [0, *inner, len(steps)] if steps else []


def _section(
    steps: Sequence[Step],
    course: Sequence[bool],
    place: tuple[int, int],
    parts: Sequence[Part],
    calendar: Calendar,
    before: Section | None,
) -> Section:
    first, past = steps[place[0]], course[place[0]]
    opens = getattr(parts[first.part], "opens", None)
    title = opens if first.border == "section" else before.title if before else None
    heading = fold(opens) if first.border == "section" and opens else first.text if first.border in _HEADED else ""
    named = tuple(
        mark.period
        for mark in marks(heading.replace("上年", "去年"), calendar.setting(not past))
        if mark.role != "compared" and not names_a_paper(heading, mark.word)
    )
    if not past and _begins_a_plan(heading, steps[slice(*place)], calendar):
        named = tuple(one for one in named if not one.is_span)
    own = named
    if before and not named and (title == before.title or before.ahead != past):
        named = before.named
    period = _period(past, named, calendar, before)
    sure, said = _weighed(steps, course, place, calendar)
    kind: SectionKind = "review" if past else "outlook" if period and period.is_span else "plan"
    sure = sure and (kind == "outlook" or not _contradicts(steps[slice(*place)], past))
    witnesses = (*calendar.witnesses[:2], *(f"heading {one}" for one in own[:2]), *said)
    return Section(first.part, first.start, title, kind, period, named, sure, witnesses)


_HEADED = ("section", "heading")


def _begins_a_plan(heading: str, steps: Sequence[Step], calendar: Calendar) -> bool:
    """Say whether a section that names a plan of five years tells of its first alone: “十五五”开好局."""
    if calendar.planned is None:
        return False
    this = re.compile(f"(?:今年|{calendar.planned}年)[^，。；]{{0,20}}预期目标")
    return _BEGUN.search(heading) is not None or any(this.search(step.text) for step in steps[:_EARLY])


_BEGUN = re.compile("开好局|开局|起好步|起步|开门红|首战|首年|第一年")
_EARLY = 12
"""Sentences at the head of a section in which its own targets stand."""


def _period(past: bool, named: Sequence[Period], calendar: Calendar, before: Section | None) -> Period | None:
    """Give the time of a section: what its heading names, else that of the section before, else the document's."""
    own = calendar.planned if not past else calendar.reviewed
    fitting = [one for one in named if own is None or (one.last <= own if past else one.last >= own)]
    single = [one for one in fitting if not one.is_span]
    if fitting:
        return single[0] if single else fitting[0]
    if before and before.period and before.ahead == (not past) and not named:
        return before.period
    if not past and own is None:
        return calendar.plan
    return year(own) if own else None


def _weighed(
    steps: Sequence[Step], course: Sequence[bool], place: tuple[int, int], calendar: Calendar
) -> tuple[bool, list[str]]:
    """Say whether the reading of a section is sure, and what speaks for it."""
    first, last = place
    past = course[first]
    body = sum(step.weight for step in steps[first:last]) * (1 if past else -1)
    order = _entering(steps, course, first) + _leaving(steps, course, last)
    over = steps[first].over * (1 if past else -1)
    sure = calendar.sure and body + order >= _MARGIN and over > -SPOKEN
    said = telling("".join(step.text for step in steps[first:last])[:_READ], past, "sentence", 3)
    return sure, ["order", *said] if order > 0 else said


def _contradicts(steps: Sequence[Step], past: bool) -> bool:
    """Say whether the sentences of a section speak against it, one like the other; an outlook tells aims as results."""
    said = [step.weight * (1 if past else -1) for step in steps if step.border in ("sentence", "paragraph")]
    return len(said) > 1 and sum(said) < -max(2 * _MARGIN, _EACH * len(said))


_EACH = 0.4
_MARGIN = 1.5
"""What speaks for a section must outweigh what speaks against it by so much."""
_READ = 4000
"""Characters of a section from which witnesses are named."""


def _entering(steps: Sequence[Step], course: Sequence[bool], first: int) -> float:
    """Give what it would cost to read a section the other way, where it begins."""
    if first == 0:
        return _MARGIN if course[0] else 0.0
    step, before, now = steps[first], course[first - 1], course[first]
    return cost(step, before, not now) - cost(step, before, now)


def _leaving(steps: Sequence[Step], course: Sequence[bool], last: int) -> float:
    """Give what it would cost to read a section the other way, where it ends."""
    if last == len(steps):
        return 0.0
    now, after = course[last - 1], course[last]
    return cost(steps[last], not now, after) - cost(steps[last], now, after)
