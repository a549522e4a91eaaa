"""Follow the course of a document, sentence by sentence: here it tells of results, there of aims.

Each sentence and heading is a witness with a weight (`witnesses`), the order of a report is another: results come
first, and a change is dear inside a paragraph, cheap at a heading. The course is the reading that most support.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.facts.numbers.numerals import fold
from exporter.facts.passages import Grid, Part
from exporter.facts.time.naming import plans_in, years_in
from exporter.facts.time.report_years import Calendar
from exporter.facts.time.witnesses import tense

Border: TypeAlias = Literal["section", "heading", "paragraph", "sentence"]


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence or a heading, and how much it speaks for results (above 0) or aims (below)."""

    part: int
    start: int
    text: str
    border: Border
    """What stands between it and the step before."""
    weight: float
    over: float = 0.0
    """What the heading of its section weighs: it speaks for all that stands under it."""


def steps_of(parts: Sequence[Part], calendar: Calendar) -> Iterator[Step]:
    """Take the passages of a document apart into sentences; a table has none."""
    over, listed = 0.0, False
    for place, part in enumerate(parts):
        if isinstance(part, Grid):
            continue
        text = part.folded
        if part.level is not None:
            weight = heading_weight(fold(part.opens) if part.opens else text, calendar)
            if part.level == 1 or (part.level > 1 and _opens(text, weight, over)):
                over = weight
                yield Step(place, 0, text, "section", weight, over)
            elif part.level > 1:
                yield Step(place, 0, text, "heading", _clipped(weight, _INNER), over)
            continue
        border: Border = "sentence" if listed else "paragraph"
        for found in SENTENCE.finditer(text):
            step = _step(place, found, border, calendar, text, over, listed)
            over, border = step.over, "sentence"
            yield step
        listed = text.rstrip().endswith(("：", "；"))


SENTENCE = re.compile(r"[^。！？\n]{1,1500}[。！？\n]?|[。！？\n]")


def _step(
    place: int, found: re.Match[str], border: Border, calendar: Calendar, passage: str, over: float, listed: bool
) -> Step:
    text = found[0]
    if _TARGETS.search(text):
        return Step(place, found.start(), text, border, -_DECISIVE, over)
    if listed:
        return Step(place, found.start(), text, border, _LISTED * tense(text), over)
    if border == "paragraph" and len(passage) < _SHORT and not _STOPS.search(passage):
        weight = heading_weight(passage, calendar)
        if _opens(text, weight, over):
            return Step(place, 0, text, "section", weight, weight)
        return Step(place, 0, text, "heading", _clipped(weight, _INNER), over)
    weight = _clipped(_TEMPER * (tense(text) + _dated(text, calendar)), _MOST)
    return Step(place, found.start(), text, border, weight, over)


def _opens(text: str, weight: float, over: float) -> bool:
    """Say whether a heading inside of a section says another time than that over it, or the first."""
    if not (years_in(text, bare=True) or plans_in(text) or _TIMED.search(text)):
        return False
    return abs(weight) >= SPOKEN > abs(over) or weight * over <= -(SPOKEN**2)


_TIMED = re.compile("回顾|过去|今后|未来|今年|去年|下一?步")
_TARGETS = re.compile("(?:预期|主要|奋斗|发展|工作)目标(?:任务)?(?:是|为|：)(?!.{0,40}(?:完成|实现了))")
_DECISIVE = 3.0
"""A sentence that says it sets targets."""
_LISTED = 0.1
"""An item of a list says what the words before the list say."""
_INNER = 2.0
"""Most that a heading inside of a section weighs."""
SPOKEN = 4.0
"""Least weight of a heading that says its time."""
_SHORT = 40
_STOPS = re.compile("[。；，！]")
_TEMPER = 0.5
"""Sentences of a section say much the same: they are no independent witnesses."""
_MOST = 1.5


def _clipped(weight: float, most: float) -> float:
    return max(-most, min(most, weight))


def _dated(text: str, calendar: Calendar) -> float:
    """Weigh the years that a sentence names."""
    if calendar.planned is None:
        return 0.0
    return 1.5 * (f"{calendar.planned - 1}年" in text) - 1.5 * (f"{calendar.planned}年" in text)


def heading_weight(text: str, calendar: Calendar) -> float:
    """Weigh a folded heading: its words, and the years and plans that it names; a title or a session's line is none."""
    if _SESSION.search(text):
        return 0.0
    weight = _clipped(tense(text, "heading"), 3.0)
    for last, first in ((max(years), min(years)) for years in (years_in(text, bare=True),) if years):
        weight += _beside(first, last, calendar)
    for plan in plans_in(text):
        weight += 0.75 * _beside(plan.first, plan.last, calendar)
    return weight


_SESSION = re.compile("月.{1,3}日.{0,40}会议|工作报告")


def _beside(first: int, last: int, calendar: Calendar) -> float:
    """Weigh years by their place before or after the speech."""
    if calendar.planned is None:
        return 0.0
    return 4.0 if last < calendar.planned else -4.0 if first >= calendar.planned else 0.0


_COSTS: dict[Border, tuple[float, float]] = {
    "section": (1.0, 3.0),
    "heading": (4.0, 5.0),
    "paragraph": (5.0, 6.0),
    "sentence": (7.0, 8.0),
}
"""What it costs to turn to aims, and to turn back to results, at each border: the order of reports as a witness."""


def cost(step: Step, before: bool, now: bool) -> float:
    """Give the cost of going on with `now` behind `before` (True: results), against the heading above if need be."""
    if before == now and step.border != "section":
        return 0.0
    against = _AGAINST * max(0.0, -step.over if now else step.over)
    return against if before == now else _COSTS[step.border][0 if before else 1] + against


_AGAINST = 2.0
"""How much more than its weight it costs to read what stands under a heading against it."""


_ENDING = 2.0
"""What it costs to read a document of several sections as one that ends with results."""


def course_of(steps: Sequence[Step], opening: float) -> list[bool]:
    """Give for each step whether it tells of results; `opening` is how much the first is expected to."""
    scores = (opening / 2, -opening / 2)
    back: list[tuple[bool, bool]] = []
    for step in steps:
        if not back:
            scores = scores[0] - cost(step, True, True), scores[1] - cost(step, False, False)
            back.append((True, False))
            scores = scores[0] + step.weight / 2, scores[1] - step.weight / 2
            continue
        ways = tuple((scores[0] - cost(step, True, now), scores[1] - cost(step, False, now)) for now in (True, False))
        back.append((ways[0][0] >= ways[0][1], ways[1][0] > ways[1][1]))
        scores = max(ways[0]) + step.weight / 2, max(ways[1]) - step.weight / 2
    course: list[bool] = []
    several = sum(step.border == "section" for step in steps) > 1
    past = scores[0] - (_ENDING if several else 0.0) >= scores[1]
    for choice in reversed(back):
        course.append(past)
        past = choice[0] if past else choice[1]
    return course[::-1]
