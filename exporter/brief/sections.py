"""Lay out each section of a brief: of what was found, as much as it is given room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from exporter.brief.chart import growth_chart, heading, not_compared
from exporter.brief.comparing import compared
from exporter.brief.fit import Amounts
from exporter.brief.found import Findings
from exporter.brief.glossary import glossary
from exporter.brief.options import Section
from exporter.brief.panels import panel, panels
from exporter.brief.promise_tables import promises, what_became
from exporter.brief.tables import cards_of, names_table
from exporter.model import Block, Heading, Run, lines_of

FEWEST = 3
"""Headings that make a list."""


def _findings(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    yield from titled("要点", "Key findings", findings.story[: amounts.findings])


def _cards(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.results:
        yield cards_of((choice.fact for choice in findings.results[: amounts.cards]), findings.languages)


def _panels(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Say by theme what stands neither on a card nor beside a target."""
    taken = {choice.fact.id for choice in findings.results[: amounts.cards]}
    aims = {choice.fact.id for choice in findings.targets[: amounts.targets]}
    taken |= {pair.result.id for pair in findings.pairs if pair.target.id in aims and compared(pair)}
    left = [choice.fact for choice in (*findings.results, *findings.others) if choice.fact.id not in taken]
    shown = list(panels(left, amounts.panels))
    if amounts.panels:
        years, facts = findings.over_years
        if facts:
            told = [choice.fact for choice in facts[: amounts.panels]]
            shown.append(panel(f"{years.replace('-', '—')}年", f"Over {years.replace('-', '–')}", told))
        yield from titled("分领域成果", "Results by theme", shown)


def _chart(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    years = findings.years
    chart = growth_chart(findings.pairs, years, amounts.chart, findings.languages)
    if chart:
        yield heading_of(*heading(findings.pairs, years, amounts.chart))
        yield chart
        yield from not_compared(findings.pairs, years)


def _targets(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.targets and amounts.targets:
        yield heading_of("主要预期目标", "Main targets")
        chosen = [choice.fact for choice in findings.targets[: amounts.targets]]
        yield from promises(chosen, findings.pairs, findings.years)


def _outcomes(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.outcomes[: amounts.outcomes]
    if shown and findings.previous is not None:
        found = what_became(shown, findings.previous, findings.languages)
        yield from titled("上年目标完成情况", "Last year's targets: what became of them", found)


def _admitted(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    yield from titled("报告承认的困难和问题", "What the report admits", findings.admitted[: amounts.admitted])


def _priorities(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    yield from titled("重点任务", "Priorities", findings.priorities[: amounts.priorities])


def _projects(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.projects[: amounts.projects]
    named = bool(shown) and all(pair.status in ("verified", "reviewed") for pair in shown)
    yield from titled("重点工程", "Projects", [names_table(shown)] if named else shown)


def _commitments(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = [choice.fact for choice in findings.commitments[: amounts.commitments]]
    yield from titled("量化承诺", "Commitments with a number", panels(chosen, len(chosen)))


def _outline(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """List the headings that are no task in the list above: the first level, or the second where that is too short."""
    tasks = {line for pair in findings.priorities[: amounts.priorities] for line in lines_of(pair.zh[0])}
    heads = [pair for level, pair in findings.outline if level == 1]
    every = heads if len(heads) >= FEWEST else [pair for _, pair in findings.outline]
    new = [pair for pair in every if not any(task in line for task in tasks for line in lines_of(pair.zh[0]))]
    if len(new) >= FEWEST:
        yield from titled("报告结构", "Structure of the report", new[: amounts.outline])


def _glossary(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Tabulate terms beside their English: in one language there is nothing to set them beside."""
    table = glossary(findings.terms[: amounts.glossary]) if findings.languages == "zh-en" else None
    if table:
        yield heading_of("术语", "Terms")
        yield table


SECTIONS: Mapping[Section, Callable[[Findings, Amounts], Iterator[Block]]] = {
    "findings": _findings,
    "cards": _cards,
    "panels": _panels,
    "chart": _chart,
    "targets": _targets,
    "outcomes": _outcomes,
    "admitted": _admitted,
    "priorities": _priorities,
    "projects": _projects,
    "commitments": _commitments,
    "outline": _outline,
    "glossary": _glossary,
}
READS: Mapping[Section, tuple[str, ...]] = {
    "panels": ("cards", "targets", "panels"),
    "outline": ("priorities", "outline"),
}
"""The amounts that a section reads, where they are not its own."""


def titled(zh: str, en: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Set a heading over blocks; nothing over none."""
    found = tuple(blocks)
    if found:
        yield heading_of(zh, en)
        yield from found


def heading_of(zh: str, en: str) -> Heading:
    """Head a section in both languages."""
    return Heading(1, (Run(zh), Run("  " + en, lang="en")))
