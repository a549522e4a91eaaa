"""Build the brief of a report, findings first: figures, targets, priorities, commitments, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from exporter.brief import choose, passages
from exporter.brief.chart import growth_chart, not_compared
from exporter.brief.choose import Choice
from exporter.brief.fit import Amounts, fitted
from exporter.brief.glossary import glossary, terms_of
from exporter.brief.masthead import masthead
from exporter.brief.options import BriefOptions, Section
from exporter.brief.sources import provenance, source_notes
from exporter.brief.tables import cards_of, results_table, targets_table
from exporter.english.terms import Term
from exporter.facts.pairs import FactPair, pairs_of
from exporter.model import (
    Block,
    Card,
    Cards,
    Document,
    Fact,
    Heading,
    Notice,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
)
from exporter.pipeline import Transform


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a report and may be shown, the most important first."""

    document: Document
    results: tuple[Choice, ...]
    targets: tuple[Choice, ...]
    commitments: tuple[Choice, ...]
    priorities: tuple[Pair, ...]
    outline: tuple[tuple[int, Pair], ...]
    """Level and heading."""
    pairs: tuple[FactPair, ...]
    terms: tuple[Term, ...]
    masthead: tuple[Block, ...]


def brief_of(options: BriefOptions) -> Transform:
    """Give the transform that makes briefs as the options say."""
    return partial(brief, options=options)


def brief(document: Document, options: BriefOptions | None = None) -> Document:
    """Turn a report into its two-language brief, as a Document for any renderer.

    Needs `document.facts` with their English (the transforms of facts and english). Shows no figure
    that was not rendered from its fact by rule, and says nothing that the source does not say. What
    was chosen and why, and what was dropped to fit `options.pages`, stands in the notices.
    """
    said = options or BriefOptions()
    findings = find(document, said)

    def build(amounts: Amounts) -> tuple[Block, ...]:
        return tuple(_blocks(findings, amounts, said))

    blocks, dropped = fitted(build, said.style, said.pages, said.room)
    title = document.metadata.title
    return replace(
        document,
        metadata=replace(document.metadata, title=f"{title}：摘要简报" if title else None),
        blocks=tuple(blocks),
        appendix=(),
        notices=(*document.notices, *_reasons(findings, tuple(blocks)), *_dropped(dropped)),
    )


def find(document: Document, options: BriefOptions) -> Findings:
    """Find what a brief of the document may show."""
    results, targets = choose.headlines(document), choose.targets(document)
    known = {segment.zh: segment for segment in options.english}
    return Findings(
        document,
        results,
        targets,
        choose.commitments(document, (*results, *targets)),
        tuple(passages.priorities(document, known)),
        tuple(passages.parts(document, known)),
        pairs_of(tuple(choose.proved(document.facts))),
        terms_of(document),
        tuple(masthead(document.metadata)),
    )


def _blocks(findings: Findings, amounts: Amounts, options: BriefOptions) -> Iterator[Block]:
    blocks: list[Block] = [*findings.masthead]
    for section in options.sections:
        if section == "targets" and options.pages > 1 and findings.results and findings.targets:
            blocks.append(PageBreak())  # what was done stands on one side, what is planned on the other
        blocks += _SECTIONS[section](findings, amounts)
    shown = tuple(_shown(blocks, findings.document.facts))
    untranslated = sum(isinstance(block, Pair) and block.status == "untranslated" for block in blocks)
    yield from blocks
    media = findings.document.origin.media if findings.document.origin else ""
    yield from _titled("数据出处", "Where each figure stands in the source", source_notes(shown, media))
    yield from provenance(findings.document, len(shown), untranslated)


# ---------------------------------------------------------------- sections


def _cards(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.results:
        yield cards_of(choice.fact for choice in findings.results[: amounts.cards])
    elif not findings.targets:
        yield Paragraph((Run("原文没有可逐一核对的主要指标数据。"),), "status")
        yield Paragraph((Run("The source states no key figures that could be proved one by one."),), "status", "en")


def _results(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.results and amounts.results:
        yield _heading("主要指标完成情况", "Key results")
        yield results_table(choice.fact for choice in findings.results[: amounts.results])


def _targets(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if not findings.targets or not amounts.targets:
        return
    yield _heading("主要预期目标", "Main targets")
    chart = growth_chart(findings.pairs, _years(findings.document))
    if chart:
        yield chart
        yield from not_compared(findings.pairs)
    yield targets_table(choice.fact for choice in findings.targets[: amounts.targets])


def _priorities(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    yield from _titled("重点任务", "Priorities", findings.priorities[: amounts.priorities])


def _commitments(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = (choice.fact for choice in findings.commitments[: amounts.commitments])
    yield from _titled("量化承诺", "Commitments with a number", passages.commitments(chosen))


def _outline(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = (pair for level, pair in findings.outline if level <= amounts.outline)
    yield from _titled("报告结构", "Structure of the report", shown)


def _glossary(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    table = glossary(findings.terms[: amounts.glossary])
    if table:
        yield _heading("术语", "Terms")
        yield table


_SECTIONS: dict[Section, Callable[[Findings, Amounts], Iterator[Block]]] = {
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


# ---------------------------------------------------------------- what is shown


def _shown(blocks: Iterable[Block], facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give the facts that the blocks show, in the source's order."""
    named = {name for block in blocks for name in _named(block)}
    return (fact for fact in facts if fact.id in named)


def _named(block: Block) -> Iterator[str]:
    match block:
        case Cards(cards=cards):
            yield from (card.fact for card in cards if isinstance(card, Card) and card.fact)
        case Table(rows=rows):
            yield from (name for row in rows for cell in row for name in _figures(cell.runs))
        case Pair(zh=zh, en=en):
            yield from (name for side in (*zh, *en) for name in _named(side))
        case Paragraph(runs=runs):
            yield from _figures(runs)
        case _:
            return


def _figures(runs: Runs) -> Iterator[str]:
    return (run.target for run in runs if run.role == "figure" and run.target)


def _reasons(findings: Findings, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    shown = {name for block in blocks for name in _named(block)}
    for choice in (*findings.results, *findings.targets, *findings.commitments):
        if choice.fact.id in shown:
            yield Notice("brief.chosen", f"{choice.fact.indicator}: {choice.reason}", "info", choice.fact.span)


def _dropped(said: Iterable[str]) -> Iterator[Notice]:
    return (Notice("brief.dropped", f"to fit the pages, {what}", "info") for what in said)
