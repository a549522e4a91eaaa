"""Say what each section of a document speaks of: the year reviewed, or what is planned."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from exporter.facts.numbers.numerals import fold
from exporter.facts.time.expressions import OPENING, Calendar, Section, SectionKind, marks
from exporter.model import Document, Heading, Paragraph, plain


def calendar_of(document: Document) -> Calendar:
    """Take the years of a document from its metadata, its headings or its first words; one gives the other."""
    metadata = document.metadata
    reviewed, planned = metadata.year_reviewed, metadata.year_planned
    opening = " ".join(filter(None, (metadata.title, metadata.subtitle, metadata.date)))
    if reviewed is None and planned is None:
        reviewed, planned = _years_of(" ".join(_openings(document)))
    if reviewed is None and planned is None and (dated := _YEAR.search(opening)):
        is_past = metadata.doc_type == "communique"
        reviewed, planned = (int(dated[0]), None) if is_past else (None, int(dated[0]))
    if metadata.doc_type in ("work_report", "other"):
        reviewed = planned - 1 if reviewed is None and planned else reviewed
        planned = reviewed + 1 if planned is None and reviewed else planned
    return Calendar(reviewed, planned)


def _openings(document: Document) -> Iterator[str]:
    """Give the headings, and the first words of the other passages."""
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield plain(block.runs)[: None if isinstance(block, Heading) else 120]


def _years_of(text: str) -> tuple[int | None, int | None]:
    """Find the years that a report says it reviews and plans: 2019年工作回顾, 2020年主要任务."""
    past, ahead = _PAST_YEAR.search(text), _NEXT_YEAR.search(text)
    return (int(past[1]) if past else None), (int(ahead[1]) if ahead else None)


_PAST_YEAR = re.compile(r"((?:19|20)\d{2})年(?:的)?(?:工作|政府工作)?(?:回顾|总结|工作情况)")
_NEXT_YEAR = re.compile(
    r"((?:19|20)\d{2})年(?:的)?(?:经济社会发展)?(?:主要|重点|总体|政府|工作)?(?:目标|任务|工作任务|工作安排|工作重点|工作总体|重点工作)"
)


def first_section(document: Document, calendar: Calendar) -> Section:
    """Give the section that a document begins in, before its first heading."""
    kinds: dict[str, SectionKind] = {"work_report": "review", "communique": "review", "plan": "plan"}
    kind = kinds.get(document.metadata.doc_type, "mixed")
    if kind == "mixed" and _PAST_YEAR.search(" ".join(_openings(document))):
        kind = "review"
    return _section(kind, calendar, None)


def section_at(passage: str, opens: str | None, section: Section, calendar: Calendar) -> Section:
    """Give the section of a passage, from that of the passage before; `opens` is a heading of level 1."""
    if opens is not None:
        section = section_under(opens, section, calendar)
    return section_from(passage, section, calendar)


def section_under(heading: str, before: Section, calendar: Calendar) -> Section:
    """Give the section that a level-1 heading opens; one that says nothing of time goes on as before."""
    if before.kind == "mixed":
        return Section("mixed", before.period, heading)
    years = [int(year) for year in _YEAR.findall(heading)]
    kind: SectionKind = before.kind
    if _REVIEW.search(heading):
        kind = "review"
    elif _PLAN.search(heading):
        kind = "plan"
    elif years and calendar.planned:
        kind = "plan" if years[0] >= calendar.planned else "review"
    several = _several(heading, calendar) if kind == "review" else None
    section = _section(kind, calendar, heading)
    if several and not years:
        return Section(kind, several, heading)
    if len(years) == 1:
        return Section(kind, str(years[0]), heading)
    return section if kind != before.kind or _REVIEW.search(heading) else Section(kind, before.period, heading)


def section_from(passage: str, section: Section, calendar: Calendar) -> Section:
    """Give the section as the opening words of a passage leave it: 五年来 speaks for what follows, 一年来 ends that."""
    opening = fold(passage[:_HEAD])
    found = [mark for mark in marks(opening, calendar) if mark.role == "at" and mark.start < _HEAD - 16]
    if section.kind == "mixed" or not found:
        return section
    spans = [mark.period for mark in found if "-" in mark.period]
    if section.kind == "plan":
        spans = [
            span for span in spans if calendar.planned and int(span[:4]) >= calendar.planned and _AIMS.search(opening)
        ]
    elif found[0].start > OPENING:
        return section
    else:
        spans = spans if "-" in found[0].period else []
    span = spans[0] if spans else None
    return section if span == section.span else dataclasses.replace(section, span=span)


_HEAD = 40
"""Characters at the beginning of a passage that may say which years it speaks of."""
_AIMS = re.compile("目标|要求|任务|实现|努力")


def section_within(sentence: str, section: Section, calendar: Calendar) -> Section:
    """Give the section of a sentence that holds a heading, or says itself that it sets targets."""
    heading = _INLINE.search(sentence)
    if heading and section.kind != "mixed":
        return section_under(heading[1], section, calendar)
    if section.kind == "review" and _TARGETS.search(sentence):
        return dataclasses.replace(_section("plan", calendar, section.title), title=section.title)
    return section


_INLINE = re.compile(r"(?:^|[\s。])([一二三四五六]、[^，。；：]{4,24}?)(?=\s)")
_TARGETS = re.compile(
    "(?:今年|主要|预期|发展)[^，。；]{0,12}目标(?:任务)?(?:是|为|：|建议)|今后五年[^，。；]{0,12}目标"
)


def _section(kind: SectionKind, calendar: Calendar, title: str | None) -> Section:
    year = calendar.planned if kind == "plan" else calendar.reviewed or calendar.planned
    return Section(kind, str(year) if year else None, title)


_YEAR = re.compile(r"(?:19|20)\d{2}")
_REVIEW = re.compile("回顾|总结|过去|取得|成就|成绩|完成情况|执行情况|工作情况|以来|基本情况|一年来|五年来|五年工作$")
_PLAN = re.compile(
    "任务|安排|目标|部署|总体要求|打算|今后|未来|展望|举措|设想|思路|建议|重点工作|主要工作|奋力|加强|建设|推进|努力"
)


def _several(heading: str, calendar: Calendar) -> str | None:
    """Give the years of a section that reviews several."""
    found = [mark.period for mark in marks(heading, calendar) if "-" in mark.period]
    return found[0] if found else None
