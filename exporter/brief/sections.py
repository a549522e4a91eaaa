"""Lay out each section of a brief: of what was found, as much as it is given room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from exporter.brief import choose, courses, shares
from exporter.brief.brackets import bracketed
from exporter.brief.by_parts import LAST_RANK
from exporter.brief.chart import growth_chart, key
from exporter.brief.comparing import compared
from exporter.brief.fit import Amounts
from exporter.brief.found import Findings
from exporter.brief.glossary import glossary
from exporter.brief.headings import named, tells, untold
from exporter.brief.left_out import left_out
from exporter.brief.on_cards import on_cards
from exporter.brief.options import Section
from exporter.brief.order import as_told
from exporter.brief.outcome_tables import what_became
from exporter.brief.panels import first_told, is_trifle, panel, panels
from exporter.brief.papers import is_paper
from exporter.brief.passages import FEWEST
from exporter.brief.phrases import joined, noted
from exporter.brief.preliminary import are_foreseen, of_year, preliminary
from exporter.brief.promise_tables import promises, unlisted
from exporter.brief.side_by_side import numbered, set_out
from exporter.brief.subjects import rank
from exporter.brief.tables import cards_of, names_table
from exporter.brief.themes import ORDER
from exporter.model import REPORTS, Block, Fact, Heading, Pair, Run, lines_of

SEVERAL = 2
"""Commitments that make a section."""


def _findings(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Open with what an official paper asks for, and with the judgement and what it rests on."""
    asks = set_out(findings.asked, amounts.findings, findings.languages) if amounts.findings else ()
    yield from titled("主要内容", "What it says", asks)
    yield from titled("要点", "Key findings", findings.story[: amounts.findings])


def _cards(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = on_cards([choice.fact for choice in findings.results], amounts.cards)
    if shown:
        unmarked = [replace(fact, kind="actual") for fact in shown] if are_foreseen(shown) else shown
        yield cards_of(unmarked, findings.languages)
        yield of_year(findings.years[0], shown)
        if note := preliminary(findings.document, shown):
            yield note
        yield from _left_out(findings, shown)


def _left_out(findings: Findings, shown: Iterable[Fact]) -> Iterator[Block]:
    said = left_out(findings.document, (fact.id for fact in shown), findings.places)
    if said.zh:
        yield noted(said)


def _panels(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Say by theme what stands neither on a card nor beside a target."""
    taken = {fact.id for fact in on_cards([choice.fact for choice in findings.results], amounts.cards)}
    aims = {choice.fact.id for choice in findings.targets[: amounts.targets]}
    taken |= {pair.result.id for pair in findings.pairs if pair.target.id in aims and compared(pair)}
    whole = {fact.id: fact for fact in choose.sure(findings.document)}  # a card leaves out what is no year's
    every = (whole.get(choice.fact.id, choice.fact) for choice in (*findings.results, *findings.others))
    themes = findings.themes
    left = [fact for fact in choose.proved(every) if fact.id not in taken and themes(fact).name != "other"]
    left = [fact for fact in left if not is_trifle(fact, themes(fact).name, findings.results)]
    first = first_told(findings.document, findings.results)
    leading = {choice.fact.id for choice in findings.results} | {one.id for one in left if one.change_kind == "rank"}
    leading |= {one.id for one in [fact for fact in left if fact.line == first][:1]}
    leading |= {one.id for one in left if rank(one) <= LAST_RANK}
    left.sort(key=lambda one: rank(one) > LAST_RANK)
    shown = list(panels(left, amounts.panels, leading, themes))
    if amounts.panels:
        years, facts = findings.over_years
        if facts:
            told = [choice.fact for choice in facts[: -(-amounts.panels // len(ORDER))]]
            span = years.replace("-", "–")
            shown.append(panel(f"{years.replace('-', '—')}年", f"Over {span}", told, span))
        yield from titled("分领域成果", "Results by theme", shown)


def _chart(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Draw what compares, where a brief has no section of targets that would."""
    if not (findings.targets and amounts.targets):
        yield from titled("增速：完成与目标", "Growth: result and target", _drawn(findings, amounts))


def _drawn(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chart = growth_chart(findings.drawn_pairs, findings.years, findings.languages) if amounts.chart else None
    if chart:
        yield chart
        if (said := key(chart)).zh:
            yield noted(said)


def _shares(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    facts = findings.structures
    if facts and amounts.shares:
        yield heading_of(*shares.heading(facts))
        yield shares.shares_chart(facts, findings.languages)
        yield shares.stated(facts)


def _courses(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.courses[: amounts.courses]
    if shown:
        yield heading_of(*courses.heading(shown))
        yield courses.courses_chart(shown, findings.languages)
        yield courses.stated(shown)


def _targets(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Draw the targets that compare with last year's growth, then tabulate the others: each figure stands once."""
    if not (findings.targets and amounts.targets):
        return
    chosen = [choice.fact for choice in findings.targets[: amounts.targets]]
    main = findings.main & {fact.id for fact in chosen}
    picture = tuple(_drawn(findings, amounts))
    drawn = {pair.target.id for pair in findings.drawn_pairs} if picture else set[str]()
    only = bool(main) and drawn <= findings.main
    yield heading_of("主要预期目标", "Main targets") if only else heading_of("预期目标", "Targets")
    yield from picture
    later = [choice.fact for choice in findings.later]
    behind = (choice.fact for choice in findings.targets[amounts.targets :])
    rest = [fact for fact in behind if fact.id in findings.main and fact.id not in drawn]
    yield from promises(chosen, main, later, findings.pairs, findings.years, amounts.later, drawn, rest)
    shown = {*drawn, *(fact.id for fact in (*chosen, *rest))}
    missing = [fact for fact in findings.document.facts if fact.id in findings.main - shown]
    told = [fact for fact in findings.document.facts if fact.id in shown]
    said = joined(
        bracketed(told, findings.document, findings.places), unlisted(missing, findings.more_of_main, findings.places)
    )
    if said.zh:
        yield noted(said)
    if not findings.results:
        yield from _left_out(findings, told)


def _outcomes(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.outcomes[: amounts.outcomes]
    if shown:
        found = what_became(shown, findings.previous, findings.languages)
        yield from titled("上年目标完成情况", "Last year's targets: what became of them", found)


def _admitted(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """List the difficulties that weigh most, in the order of the report and behind its numbers."""
    every = as_told(findings.admitted, findings.document)
    passages = _listed([pair for _, pair in every], amounts.admitted, findings, [weight for weight, _ in every])
    yield from titled("报告指出的困难和问题", "Challenges acknowledged", passages)


def _priorities(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    name = ("各项", "Points") if is_paper(findings.document.metadata) else ("重点任务", "Priorities")
    yield from titled(*name, _listed(findings.priorities, amounts.priorities, findings))


def _listed(
    pairs: Sequence[Pair], most: int, findings: Findings, weights: Sequence[int] | None = None
) -> Iterator[Block]:
    """Give so many passages, each behind its number among all; `weights`: which are the first to stand."""
    return set_out(numbered(pairs), most, findings.languages, weights) if pairs and most else iter(())


def _projects(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.projects[: amounts.projects]
    if all(pair.status in ("verified", "reviewed") for pair in shown):
        yield from titled("重点工程", "Projects", [names_table(shown)] if shown else ())
    elif 2 * sum(bool(pair.en) for pair in shown) > len(shown) or findings.languages == "zh":
        yield from titled("重点工程", "Projects", _listed(findings.projects, amounts.projects, findings))


def _commitments(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = [choice.fact for choice in findings.commitments[: amounts.commitments]]
    if len(chosen) >= SEVERAL:
        grouped = panels(chosen, len(chosen), (), findings.themes)
        yield from titled("量化承诺", "Commitments with a number", grouped)


def _outline(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """List the headings that are no task in the list above; of a paper without such a list all its parts."""
    whole = is_paper(findings.document.metadata) and not findings.priorities
    others = untold(findings.outline, findings.priorities[: amounts.priorities])
    new = [pair for pair in others if whole or tells(lines_of(pair.zh[0]))]
    if len(others) >= FEWEST and new and (findings.languages != "en" or any(pair.en for pair in new)):
        name = named(findings.document.metadata.doc_type in REPORTS, len(new) == len(findings.outline))
        yield from titled(*name, set_out(new, amounts.outline, findings.languages) if amounts.outline else ())


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
    "shares": _shares,
    "courses": _courses,
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
    "targets": ("targets", "later", "chart"),
    "chart": ("targets", "chart"),
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
