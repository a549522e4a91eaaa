"""Build the brief of a report: masthead, key figures, results and targets, outline, provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exporter.brief.choose import Choice, headlines, proved, targets
from exporter.brief.tables import cards_of, results_table, targets_table
from exporter.english.document import place_in_english, title_in_english
from exporter.english.text import Tense, english_of
from exporter.model import (
    Block,
    Document,
    Fact,
    Heading,
    Metadata,
    Notice,
    Pair,
    Paragraph,
    Run,
    Runs,
    heading_text,
    plain,
)

MAX_CARDS = 6
MAX_ROWS = 12
UNTRANSLATED = "Not yet in English; see the Chinese."
REVIEW = ("回顾", "总结", "过去", "完成情况", "工作情况", "主要工作", "成就")
"""Words of a level-1 heading under which a report looks back."""


def brief(document: Document) -> Document:
    """Turn a report into its two-language brief, as a Document for any renderer.

    Needs `document.facts` with their English (transforms of facts and english). Shows no figure
    that was not rendered from its fact by rule, and says nothing that the source does not say.
    """
    results, goals = headlines(document), targets(document)
    blocks = (*_masthead(document.metadata), *_figures(results, goals, document.facts), *_outline(document))
    title = document.metadata.title
    return replace(
        document,
        metadata=replace(document.metadata, subtitle=None, title=f"{title}：摘要简报" if title else None),
        blocks=(*blocks, *_provenance(document)),
        appendix=(),
        notices=(*document.notices, *_reasons((*results[:MAX_ROWS], *goals[:MAX_ROWS]))),
    )


# ---------------------------------------------------------------- masthead


def _masthead(metadata: Metadata) -> Iterator[Block]:
    if metadata.title:
        yield Heading(0, (Run(metadata.title),))
        english = title_in_english(metadata).text
        yield Paragraph((Run(english or UNTRANSLATED, lang="en"),), "subtitle" if english else "status", "en")
    facts = [(zh, en) for zh, en in _byline(metadata) if zh]
    if facts:
        yield Pair(
            (Paragraph((Run("　".join(zh for zh, _ in facts)),), "byline"),),
            (Paragraph((Run(" · ".join(en for _, en in facts if en)),), "byline", "en"),),
            "verified",
        )


def _byline(metadata: Metadata) -> Iterator[tuple[str, str]]:
    if metadata.place:
        yield metadata.place, place_in_english(metadata.place, metadata.place_rank) or ""
    if metadata.date:
        year, month, day = metadata.date.split("-")
        yield f"{year}年{int(month)}月{int(day)}日", f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if metadata.publisher:
        yield (
            f"来源：{metadata.publisher}",
            f"Source: {english_of(metadata.publisher, 'term').text or metadata.publisher}",
        )


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


# ---------------------------------------------------------------- figures


def _figures(results: tuple[Choice, ...], goals: tuple[Choice, ...], facts: Iterable[Fact]) -> Iterator[Block]:
    if results:
        yield cards_of(choice.fact for choice in results[:MAX_CARDS])
        yield _heading("主要指标完成情况", "Key results")
        yield results_table(choice.fact for choice in results[:MAX_ROWS])
    if goals:
        yield _heading("主要预期目标", "Main targets")
        yield targets_table((choice.fact for choice in goals[:MAX_ROWS]), tuple(proved(facts)))
    if not results and not goals:
        yield Paragraph((Run("原文没有可逐一核对的主要指标数据。"),), "status")
        yield Paragraph((Run("The source states no key figures that could be proved one by one."),), "status", "en")


# ---------------------------------------------------------------- outline


def _outline(document: Document) -> Iterator[Block]:
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level in (1, 2)]
    if not headings:
        return
    yield _heading("报告结构", "Structure of the report")
    tense: Tense = "plan"
    for heading in headings:
        if heading.level == 1:
            tense = "past" if any(word in plain(heading.runs) for word in REVIEW) else "plan"
        yield _heading_pair(heading, tense)


def _heading_pair(heading: Heading, tense: Tense) -> Pair:
    rendered = english_of(heading_text(heading).rstrip("。"), "heading", tense)
    zh = Heading(heading.level + 1, (Run(heading_text(heading).rstrip("。"), span=heading.span),), span=heading.span)
    if rendered.text is None:
        return Pair((zh,), (Paragraph((Run(UNTRANSLATED),), "status", "en"),), "untranslated")
    return Pair((zh,), (Heading(heading.level + 1, (Run(rendered.text),), lang="en"),), rendered.status)


# ---------------------------------------------------------------- provenance


def _provenance(document: Document) -> Iterator[Block]:
    if document.origin is None:
        return
    shown = sum(1 for _ in proved(document.facts))
    sha = document.origin.sha256
    yield Paragraph(
        (
            Run(
                f"原文：{document.origin.name}，SHA-256 {sha}。"
                f"本简报的每个数字均由原文数据按规则生成；共核对 {shown} 项。"
            ),
        ),
        "provenance",
    )
    yield Paragraph(
        (
            Run(
                f"Source: {document.origin.name}, SHA-256 {sha}. Every figure in this brief is rendered by rule from "
                f"the figures of the source ({shown} proved). Passages without English are marked."
            ),
        ),
        "provenance",
        "en",
    )


def _heading(zh: str, en: str) -> Heading:
    runs: Runs = (Run(zh), Run("  " + en, lang="en"))
    return Heading(1, runs)


def _reasons(choices: Iterable[Choice]) -> Iterator[Notice]:
    for choice in choices:
        yield Notice("brief.chosen", f"{choice.fact.indicator}: {choice.reason}", "info", choice.fact.span)
