"""Build the brief of a report, findings first: figures, targets, priorities, commitments, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from exporter.brief import choose, passages
from exporter.brief.chart import growth_chart, not_compared
from exporter.brief.choose import Choice
from exporter.brief.masthead import masthead
from exporter.brief.options import BriefOptions, Section
from exporter.brief.sources import provenance, source_notes
from exporter.brief.tables import cards_of, results_table, targets_table
from exporter.facts.pairs import pairs_of
from exporter.model import Block, Card, Cards, Cell, Document, Fact, Heading, Notice, Pair, Paragraph, Run, Table

MAX_CARDS = 6
MAX_ROWS = 12
MAX_COMMITMENTS = 8
EVERYTHING = BriefOptions()


def brief(document: Document, options: BriefOptions = EVERYTHING) -> Document:
    """Turn a report into its two-language brief, as a Document for any renderer.

    Needs `document.facts` with their English (the transforms of facts and english). Shows no figure
    that was not rendered from its fact by rule, and says nothing that the source does not say.
    """
    results, goals = choose.headlines(document), choose.targets(document)
    kept = choose.commitments(document, (*results, *goals))
    blocks = [*masthead(document.metadata)]
    for section in options.sections:
        blocks += _SECTIONS[section](document, results, goals, kept)
    shown = tuple(_shown(blocks, document.facts))
    untranslated = sum(isinstance(block, Pair) and block.status == "untranslated" for block in blocks)
    title = document.metadata.title
    return replace(
        document,
        metadata=replace(document.metadata, title=f"{title}：摘要简报" if title else None),
        blocks=(*blocks, *_sources(shown), *provenance(document, len(shown), untranslated)),
        appendix=(),
        notices=(*document.notices, *_reasons((*results[:MAX_ROWS], *goals[:MAX_ROWS], *kept[:MAX_COMMITMENTS]))),
    )


# ---------------------------------------------------------------- sections

Choices = tuple[Choice, ...]


def _cards(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    if results:
        yield cards_of(choice.fact for choice in results[:MAX_CARDS])
    elif not goals:
        yield Paragraph((Run("原文没有可逐一核对的主要指标数据。"),), "status")
        yield Paragraph((Run("The source states no key figures that could be proved one by one."),), "status", "en")


def _results(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    if results:
        yield _heading("主要指标完成情况", "Key results")
        yield results_table(choice.fact for choice in results[:MAX_ROWS])


def _targets(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    if not goals:
        return
    yield _heading("主要预期目标", "Main targets")
    pairs = pairs_of(tuple(choose.proved(document.facts)))
    chart = growth_chart(pairs, _years(document))
    if chart:
        yield chart
        yield from not_compared(pairs)
    yield targets_table(choice.fact for choice in goals[:MAX_ROWS])


def _priorities(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    yield from _titled("重点任务", "Priorities", passages.priorities(document))


def _commitments(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    chosen = (choice.fact for choice in kept[:MAX_COMMITMENTS])
    yield from _titled("量化承诺", "Commitments with a number", passages.commitments(chosen))


def _outline(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    yield from _titled("报告结构", "Structure of the report", passages.parts(document))


def _glossary(document: Document, results: Choices, goals: Choices, kept: Choices) -> Iterator[Block]:
    return iter(())


_SECTIONS: dict[Section, Callable[[Document, Choices, Choices, Choices], Iterator[Block]]] = {
    "cards": _cards,
    "results": _results,
    "targets": _targets,
    "priorities": _priorities,
    "commitments": _commitments,
    "outline": _outline,
    "glossary": _glossary,
}


def _titled(zh: str, en: str, blocks: Iterable[Block]) -> Iterator[Block]:
    found = tuple(blocks)
    if found:
        yield _heading(zh, en)
        yield from found


def _heading(zh: str, en: str) -> Heading:
    return Heading(1, (Run(zh), Run("  " + en, lang="en")))


def _years(document: Document) -> tuple[str, str]:
    reviewed, planned = document.metadata.year_reviewed, document.metadata.year_planned
    return str(reviewed or "上年"), str(planned or "当年")


# ---------------------------------------------------------------- sources


def _sources(shown: tuple[Fact, ...]) -> Iterator[Block]:
    yield from _titled("数据出处", "Where each figure stands in the source", source_notes(shown))


def _shown(blocks: Iterable[Block], facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give the facts that the blocks show, in the source's order."""
    named = {name for block in blocks for name in _named(block)}
    return (fact for fact in facts if fact.id in named)


def _named(block: Block) -> Iterator[str]:
    match block:
        case Cards(cards=cards):
            yield from (card.fact for card in cards if isinstance(card, Card) and card.fact)
        case Table(rows=rows):
            yield from (run.target for row in rows for cell in row for run in _figures(cell) if run.target)
        case Pair(zh=zh, en=en):
            for side in (*zh, *en):
                yield from _named(side)
        case Paragraph(runs=runs):
            yield from (run.target for run in runs if run.role == "figure" and run.target)
        case _:
            return


def _figures(cell: Cell) -> Iterator[Run]:
    return (run for run in cell.runs if run.role == "figure")


def _reasons(choices: Iterable[Choice]) -> Iterator[Notice]:
    for choice in choices:
        yield Notice("brief.chosen", f"{choice.fact.indicator}: {choice.reason}", "info", choice.fact.span)
