"""Say for each sentence which section it stands in and which time it may take for granted.

A time named in a heading, or by the words that open a paragraph (五年来，…), holds for what follows until another is
named; one that the heading above does not speak of holds for its own paragraph alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exporter.facts.passages import Grid, Part, Passage
from exporter.facts.time.course import SENTENCE
from exporter.facts.time.expressions import marks
from exporter.facts.time.marks import Mark
from exporter.facts.time.naming import names_a_paper
from exporter.facts.time.period import Period
from exporter.facts.time.report_years import Calendar
from exporter.facts.time.sections import Section


@dataclass(frozen=True, slots=True)
class Moment:
    """What holds for a sentence before it says anything of time itself."""

    section: Section
    focus: Period | None = None
    """The time that was named for it, other than by the heading of its section."""

    @property
    def period(self) -> Period | None:
        """The time that it speaks of."""
        return self.focus or self.section.period


class Timed(NamedTuple):
    """A sentence of a passage, `start` to `end`, and its moment; a table has one, from 0 to 0."""

    start: int
    end: int
    moment: Moment


def moments_of(parts: Sequence[Part], sections: Sequence[Section], calendar: Calendar) -> Iterator[tuple[Timed, ...]]:
    """Give for each part its sentences with their moments."""
    current, focus = -1, None
    for place, part in enumerate(parts):
        while current + 1 < len(sections) and (sections[current + 1].part, sections[current + 1].start) <= (place, 0):
            goes_on = current >= 0 and sections[current + 1].goes_on(sections[current])
            current, focus = current + 1, focus if goes_on else None
        if isinstance(part, Grid):
            yield (Timed(0, 0, Moment(sections[max(current, 0)], focus)),)
            continue
        made, current, focus = _passage(part, place, sections, max(current, 0), focus, calendar)
        yield made


def _passage(
    passage: Passage, place: int, sections: Sequence[Section], current: int, focus: Period | None, calendar: Calendar
) -> tuple[tuple[Timed, ...], int, Period | None]:
    """Follow the time through a passage; give its sentences, the section and the time behind it."""
    made: list[Timed] = []
    text = passage.folded
    if passage.level is not None and _ends_focus(sections[current], focus):
        focus = None
    held, here = focus, focus
    course, amid = focus, False  # the time around an aside, and whether one is told
    for found in SENTENCE.finditer(text):
        after = sections[current + 1] if current + 1 < len(sections) else None
        if after and (after.part, after.start) <= (place, found.start()):
            goes_on = after.goes_on(sections[current])
            current, held, here = current + 1, held if goes_on else None, here if goes_on else None
            amid = amid and goes_on
        section = sections[current]
        if amid and _TOPIC.fullmatch(found[0].strip()):
            here, amid = course, False
        opening = _opening(found[0], section, calendar, passage.level is not None)
        made.append(Timed(found.start(), found.end(), Moment(section, opening.period if opening else here)))
        if opening is None or _is_episode(opening, section, (here or section.period) if found.start() else None):
            continue
        if _SINCE_IT_BEGAN.match(found[0]):
            continue
        amid = found.start() > 0 and _is_aside(opening, here or section.period)
        course, here = here, opening.period
        if _is_held(opening, found, text, section, passage.level):
            held = here
    return tuple(made), current, held


def _opening(sentence: str, section: Section, calendar: Calendar, heading: bool) -> Mark | None:
    """Find the time that a sentence opens with, for itself and what follows."""
    head = sentence if heading else sentence[:_HEAD]
    begins = _BEFORE.match(head)
    if begins is None or not (heading or _NEAR.search(head, begins.end(), begins.end() + _REACH)):
        return None
    found = [mark for mark in marks(head, calendar.setting(section.ahead, section.period)) if mark.role == "at"]
    if not found or (not heading and found[0].start > begins.end() + 1):
        return None
    mark = found[0]
    if heading and names_a_paper(head.strip(), mark.word):
        return None
    if mark.period.part or mark.local or (mark.word in ("whole", "now") and section.kind != "none"):
        return None
    if section.kind == "review" and mark.period.last > (section.period.last if section.period else 9999):
        return None
    return mark


_SINCE_IT_BEGAN = re.compile(
    "自?[0-9]{4}年[^，。；]{2,24}(?:开展|实施|启动|成立|建立|运行|投用|施行|挂牌|推行|开通|开放)以来，"
)
"""Opens a sentence with the time of one subject alone, since which it was told of: 2008年甲制度实施以来."""
_TOPIC = re.compile("[^，；：0-9]{6,18}。")
"""A sentence that only names the next subject, which a span named for the one before says nothing of: 治理成效显著。"""
_HEAD = 48
_REACH = 12
_NEAR = re.compile("[年五届月季目]")
_BEFORE = re.compile(
    "(?:各位(?:代表|委员|同志)[，！：、 ]*+|——|[一二三四五六七八九十][是、]|（[一二三四五六七八九十]{1,3}）|[ 　]"
    "|在|回顾|回首|展望|刚刚|即将|过去的|走过的|经过|到|通过)*"
)
"""What may stand before the time that opens a sentence."""


def _is_episode(mark: Mark, section: Section, here: Period | None) -> bool:
    """Say whether a time dates its own sentence alone: a year that its section does not speak of, or amid several."""
    if section.kind == "none" or section.period is None or mark.period.is_span:
        return False
    if section.ahead:
        return mark.period.last < section.period.first
    if here is not None and here.is_span and here in section.named:
        return True
    return mark.period.last not in (section.period.last, *(one.last for one in section.named))


def _is_aside(mark: Mark, course: Period | None) -> bool:
    """Say whether years amid a passage are told of one subject alone, within the years it speaks of: 2010年以来."""
    return bool(course and course.is_span and mark.period.is_span and mark.period != course and mark.word != "plan")


def _is_held(mark: Mark, sentence: re.Match[str], text: str, section: Section, level: int | None) -> bool:
    """Say whether a time that opens a sentence holds beyond its passage."""
    if level is not None or text.rstrip().endswith("："):
        return True
    spoken_of = not section.named or mark.period in section.named
    if sentence.start() > 0 and not _GREETING.fullmatch(text, 0, sentence.start()):
        return len(section.named) > 1 and mark.period.is_span and spoken_of
    return spoken_of or not mark.period.is_span or section.kind == "review"


def _ends_focus(section: Section, focus: Period | None) -> bool:
    """Say whether a heading inside of a section ends the time that a paragraph before it named."""
    if section.kind == "none" or (section.kind == "outlook" and focus and not focus.is_span):
        return True  # 到2020年 is a day by which, not the time of a paper
    return bool(focus and focus.is_span and section.named and focus not in section.named)


_GREETING = re.compile("[ 　]*各位(?:代表|委员|同志)[，！：、 ]*")
