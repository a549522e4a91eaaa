"""Set passages of the report beside their English: its parts, its own priorities, its commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from exporter.brief.wording import figure_zh
from exporter.english.document import names_of
from exporter.english.segments import Segment
from exporter.english.styling import Tense
from exporter.english.text import Names, english_of, name_of
from exporter.model import (
    Block,
    Document,
    EnglishStatus,
    Fact,
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
PRIORITIES = (3, 12)
"""A report's own list has at least and at most so many items."""

_NAMES = ("工程", "行动", "计划", "战略", "项目")
"""Words that end the name of a project, which is no sentence."""
_ENUMERATED = re.compile(r"[一二三四五六七八九十]{1,3}是(?:要)?([^。；！]{4,40})[。；！]")


def parts(document: Document, known: Known) -> Iterator[tuple[int, Pair]]:
    """Pair each level-1 and level-2 heading, given with its level, with its English; the tense is its section's."""
    for heading, tense in _headings(document):
        text = heading_text(heading).rstrip("。")
        zh = Heading(heading.level + 1, (Run(text, span=heading.span),), span=heading.span)
        yield heading.level, pair(text, tense, zh, known, names_of(document.metadata))


def priorities(document: Document, known: Known) -> Iterator[Pair]:
    """Pair the items of the plan's own list (一是…二是…), or else the level-2 headings of its longest part.

    Only a document that plans has priorities: a communiqué or a news item has none.
    """
    if document.metadata.doc_type not in PLANNING:
        return
    names = names_of(document.metadata)
    for run in _listed(document) or _longest_part(document):
        zh = Paragraph((run,), span=run.span)
        is_name = run.text.endswith(_NAMES)
        yield named_pair(run.text, zh, known, names) if is_name else pair(run.text, "plan", zh, known, names)


def commitments(facts: Iterable[Fact]) -> Iterator[Pair]:
    """Pair each commitment in a few words with the English sentence rendered from it."""
    for fact in facts:
        if fact.english is not None:
            zh: Runs = (Run(statement_zh(fact), "figure", target=fact.id, span=fact.span),)
            en: Runs = (Run(fact.english, "figure", target=fact.id),)
            yield Pair((Paragraph(zh),), (Paragraph(en, lang="en"),), fact.english_status)


def statement_zh(fact: Fact) -> str:
    """Say what is promised in a few words: 新增公共停车位1500个以上."""
    verb = "" if fact.verb is None or fact.indicator.startswith(fact.verb) else fact.verb
    return f"{verb}{fact.indicator}{figure_zh(fact)}"


def pair(text: str, tense: Tense, zh: Block, known: Known, names: Names) -> Pair:
    """Put the English of a heading or item beside it, by rule or else as it is known; nothing where there is none."""
    rendered = english_of(text, "heading", tense, names=names)
    return _paired(zh, rendered.text, rendered.status, known.get(text))


def named_pair(text: str, zh: Block, known: Known, names: Names) -> Pair:
    """Put the English of a project's name beside it: a noun in the singular, or nothing."""
    rendered = name_of(text, names)
    return _paired(zh, rendered.text, rendered.status, known.get(text))


def _paired(zh: Block, english: str | None, status: EnglishStatus, other: Segment | None) -> Pair:
    if english is None and other is not None:
        english, status = other.en, other.status
    if english is None:
        return Pair((zh,), (), "untranslated")
    run: Runs = (Run(english),)
    en = Heading(zh.level, run, lang="en") if isinstance(zh, Heading) else Paragraph(run, lang="en")
    return Pair((zh,), (en,), status)


def _headings(document: Document) -> Iterator[tuple[Heading, Tense]]:
    tense: Tense = "plan"
    for block in document.blocks:
        if isinstance(block, Heading) and block.level in (1, 2):
            if block.level == 1:
                tense = "past" if any(word in plain(block.runs) for word in REVIEW) else "plan"
            yield block, tense


def _listed(document: Document) -> tuple[Run, ...]:
    """Give the longest list of the plan whose items are short enough to be read as names."""
    lists = [found for block, tense in _in_sections(document) if tense == "plan" and (found := _items(block))]
    return max(lists, key=len, default=())


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
            tense = "past" if any(word in plain(block.runs) for word in REVIEW) else "plan"
        yield block, tense


def _longest_part(document: Document) -> tuple[Run, ...]:
    part: list[Run] = []
    longest: list[Run] = []
    for heading, tense in _headings(document):
        if heading.level == 1:
            part = []
        elif tense == "plan":
            part.append(Run(plain(heading.runs).rstrip("。"), span=heading.span))
            longest = max(longest, part, key=len)
    return tuple(longest)
