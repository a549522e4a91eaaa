"""Set passages of the report beside their English: its parts, its own priorities, its commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from exporter.brief.headings import are_fields, bare
from exporter.brief.papers import is_paper
from exporter.brief.tasks import of_the_year, tasks
from exporter.english.document import names_of
from exporter.english.exchange.segments import Segment
from exporter.english.grammar.admissions import admitted_in_part, admitted_of
from exporter.english.grammar.headings import Names, english_of, name_of, years_in_digits
from exporter.english.grammar.in_part import task_of
from exporter.english.grammar.styling import Tense
from exporter.model import (
    Block,
    Document,
    EnglishStatus,
    Heading,
    ListBlock,
    Pair,
    Paragraph,
    Run,
    Runs,
    heading_text,
    plain,
)

Known: TypeAlias = Mapping[str, Segment]
"""English that a memory or a translator gave, by its Chinese."""
REVIEW = ("回顾", "总结", "过去", "完成情况", "工作情况", "主要工作", "成就", "成效", "成绩")
"""Words of a level-1 heading under which a report looks back."""
PLANNING = ("work_report", "plan", "budget", "speech", "notice")
"""Kinds of document that say what is to be done."""
FEWEST = 3
"""Headings that make a list."""
PRIORITIES = (3, 14)
"""A report's own list has at least and at most so many items."""

GENERAL_PARTS = ("总则", "附则", "附录", "总 则", "附 则")
"""Chapters of a regulation, whose other chapters are no tasks either."""
NAME = 16
"""Characters of a project's name at the most: what is longer says what is done."""
_NAMES = ("工程", "行动", "计划", "战略", "项目")
"""Words that end the name of a project, which is no sentence."""
_ENUMERATED = re.compile(r"[一二三四五六七八九十]{1,3}是(?:要)?([^。；！]{4,40})[。；！]")


def parts(document: Document, known: Known) -> Iterator[Pair]:
    """Pair the headings of the first level, or of the second too where those are few; the tense is their section's."""
    names, found = names_of(document.metadata, document.terms), list(_headings(document))
    first = [one for one in found if one[0].level == 1]
    for heading, tense in first if len(first) >= FEWEST else found:
        text = heading_text(heading).rstrip("。")
        zh = Heading(heading.level + 1, (Run(text, span=heading.span),), span=heading.span)
        yield pair(text, tense, zh, known, names)


def priorities(document: Document, known: Known) -> Iterator[Pair]:
    """Pair the headings of the work to come: the parts of the plan, or else the sections of the part that plans.

    Only a document that plans has priorities: a communiqué or a news item has none, a paper in parts has those.
    """
    if document.metadata.doc_type in PLANNING and not _is_a_paper_in_parts(document):
        names = names_of(document.metadata, document.terms)
        headed = stated_tasks(document) or _chapters(document) or _planned_part(document)
        found = headed or _sentences(_listed(document))
        if any(run.text in GENERAL_PARTS for run in found):
            return
        runs = {run.text: run for run in found}.values()
        pairs = [pair(run.text, "plan", Paragraph((run,), span=run.span), known, names) for run in runs]
        if headed or 2 * sum(bool(one.en) for one in pairs) >= len(pairs):  # what nobody reads as tasks may be none
            yield from pairs


def _is_a_paper_in_parts(document: Document) -> bool:
    """Tell whether an official paper has parts: these are its points, and the sections of one part are not."""
    return is_paper(document.metadata) and sum(heading.level == 1 for heading, _ in _headings(document)) > 1


def stated_tasks(document: Document) -> tuple[Run, ...]:
    """Give the areas of work behind the words that say how many follow; nothing where the report says no number."""
    planned = (block for block, tense in _in_sections(document) if tense == "plan")
    return tuple(bare(heading) for heading in tasks(of_the_year(planned, document.metadata.year_planned)))


def projects(document: Document, known: Known) -> Iterator[Pair]:
    """Pair the projects that the plan names in a list of its own (一是…工程，二是…)."""
    if document.metadata.doc_type in PLANNING:
        names = names_of(document.metadata, document.terms)
        listed = _listed(document)
        named = [run for run in listed if run.text.endswith(_NAMES) and len(run.text) <= NAME]
        for run in named if 2 * len(named) > len(listed) else ():
            yield named_pair(run.text, Paragraph((run,), span=run.span), known, names)


def pair(text: str, tense: Tense, zh: Block, known: Known, names: Names) -> Pair:
    """Put the English of a heading or item beside it, by rule or else as it is known; nothing where there is none."""
    rendered = english_of(text, "heading", tense, names=names) if text in known else task_of(text, tense, names)
    return _paired(zh, rendered.text, rendered.status, known.get(text))


def named_pair(text: str, zh: Block, known: Known, names: Names) -> Pair:
    """Put the English of a project's name beside it: a noun in the singular, or nothing."""
    rendered = name_of(text, names)
    return _paired(zh, rendered.text, rendered.status, known.get(text))


def admitted_pair(text: str, zh: Block, known: Known, names: Names) -> Pair:
    """Put the English of a difficulty that the report admits beside it: what is so at present, in part, or nothing."""
    whole = admitted_of(text, names)
    rendered = whole if whole.status in _SURE or text in known else admitted_in_part(text, names)
    return _paired(zh, rendered.text, rendered.status, known.get(text))


_SURE = ("verified", "reviewed")


def _paired(zh: Block, english: str | None, status: EnglishStatus, other: Segment | None) -> Pair:
    if other is not None and (english is None or status not in _SURE or other.status == "reviewed"):
        english, status = other.en, other.status
    if english is None or status in ("draft", "untranslated"):
        return Pair((zh,), (), "untranslated")
    run: Runs = (Run(english),)
    en = Heading(zh.level, run, lang="en") if isinstance(zh, Heading) else Paragraph(run, lang="en")
    return Pair((zh,), (en,), status)


def _headings(document: Document) -> Iterator[tuple[Heading, Tense]]:
    tense: Tense = "plan"
    for block in document.blocks:
        if isinstance(block, Heading) and block.level in (1, 2):
            if block.level == 1:
                tense = _tense(block, document)
            yield block, tense


def _listed(document: Document) -> tuple[Run, ...]:
    """Give the longest list of the plan whose items are short enough to be read as names."""
    lists = [found for block, tense in _in_sections(document) if tense == "plan" and (found := _items(block))]
    return max(lists, key=len, default=())


def _sentences(items: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(run for run in items if not run.text.endswith(_NAMES))


def _items(block: Block) -> tuple[Run, ...]:
    low, high = PRIORITIES
    if isinstance(block, ListBlock):
        runs = tuple(Run(plain(item.runs).split("。")[0].rstrip("；"), span=item.span) for item in block.items)
        found = tuple(run for run in runs if 4 <= len(run.text) <= 40)
    elif isinstance(block, Paragraph):
        found = tuple(Run(item[1].split("，")[0], span=block.span) for item in _ENUMERATED.finditer(plain(block.runs)))
    else:
        return ()
    return found if low <= len(found) <= high else ()


def _in_sections(document: Document) -> Iterator[tuple[Block, Tense]]:
    tense: Tense = "past"
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            tense = _tense(block, document)
        yield block, tense


def _tense(heading: Heading, document: Document) -> Tense:
    """Say whether a part looks back: the year that it names says so before its words."""
    said = years_in_digits(plain(heading.runs))
    planned, reviewed = (
        year is not None and f"{year}年" in said
        for year in (document.metadata.year_planned, document.metadata.year_reviewed)
    )
    if planned != reviewed:
        return "plan" if planned else "past"
    return "past" if any(word in said for word in REVIEW) else "plan"


def _chapters(document: Document) -> tuple[Run, ...]:
    """Give the parts of a report that has a part for each field of work to come; nothing where it has few."""
    parts = [
        bare(heading)
        for heading, tense in _headings(document)
        if heading.level == 1 and tense == "plan" and not _GENERAL.search(plain(heading.runs))
    ]
    return tuple(parts) if len(parts) > PRIORITIES[0] else ()


def _planned_part(document: Document) -> tuple[Run, ...]:
    """Give the sections of the part that says the year's work, or else of the longest part of the plan.

    Sections numbered otherwise, or from one again, are another list: principles. Too many are no list of priorities.
    """
    year = str(document.metadata.year_planned)
    weight, form = 0, ""
    found: list[tuple[int, list[Run]]] = []
    for heading, tense in _headings(document):
        if heading.level == 1:
            said = plain(heading.runs)
            weight, form = (year in said) + bool(_WORK.search(said)), "new"
        elif tense == "plan":
            own = _FORM.sub("", heading.number)
            if own != form or heading.number.strip("（）()、.． ") in ("一", "1"):
                form = own
                found.append((weight, []))
            found[-1][1].append(bare(heading))
    low, high = PRIORITIES
    held = [(of_work, runs) for of_work, runs in found if low <= len(runs) <= high and not are_fields(runs)]
    return tuple(max(held, key=lambda pair: (pair[0], len(pair[1])), default=(0, []))[1])


_FORM = re.compile(r"[\d一二三四五六七八九十]+")
"""What changes from one number of a list to the next."""
_GENERAL = re.compile("目标|要求|思路|形势|安排|任务|原则")
_WORK = re.compile("重点|任务|安排|部署")
