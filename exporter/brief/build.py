"""Build the brief of a report, findings first: figures, targets, priorities, commitments, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from exporter.brief import choose, passages
from exporter.brief.chart import growth_chart, heading, not_compared
from exporter.brief.choose import Choice
from exporter.brief.fit import Amounts, Fitted, fitted
from exporter.brief.glossary import glossary, terms_of
from exporter.brief.languages import NOT_YET, in_languages, language_of, untranslated
from exporter.brief.masthead import masthead, title_said
from exporter.brief.options import BriefOptions, Languages, Section
from exporter.brief.sharing import Part
from exporter.brief.shown import facts_in
from exporter.brief.sources import provenance, source_notes
from exporter.brief.tables import cards_of, names_table, results_table, targets_table
from exporter.english.glossary.terms import Term
from exporter.facts.data.pairs import FactPair, pairs_of
from exporter.model import (
    Block,
    Document,
    Fact,
    Heading,
    Note,
    Notice,
    Pair,
    Paragraph,
    Run,
)
from exporter.pipeline import Transform


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a report and may be shown, the most important first."""

    document: Document
    findings: tuple[Choice, ...]
    results: tuple[Choice, ...]
    targets: tuple[Choice, ...]
    commitments: tuple[Choice, ...]
    moves: tuple[Choice, ...]
    priorities: tuple[Pair, ...]
    projects: tuple[Pair, ...]
    outline: tuple[tuple[int, Pair], ...]
    """Level and heading."""
    pairs: tuple[FactPair, ...]
    terms: tuple[Term, ...]
    masthead: tuple[Block, ...]
    languages: Languages


def brief_of(options: BriefOptions) -> Transform:
    """Give the transform that makes briefs as the options say."""
    return partial(brief, options=options)


def brief(document: Document, options: BriefOptions | None = None) -> Document:
    """Turn a report into its brief, in two languages or one, as a Document for any renderer.

    Needs `document.facts` with their English (the transforms of facts and english). Shows no figure
    that was not rendered from its fact by rule, and says nothing that the source does not say. What
    was chosen and why, and what was dropped to fit `options.pages`, stands in the notices.
    """
    asked = options or BriefOptions()
    findings = find(document, asked)
    made = _made(findings, asked)
    title = title_said(document.metadata, asked.languages)
    return replace(
        document,
        kind="brief",
        metadata=replace(document.metadata, title=title, language=language_of(asked.languages)),
        blocks=made.blocks,
        appendix=(),
        notices=(
            *document.notices,
            *_reasons(findings, made.blocks),
            *_dropped(made.dropped),
            *_short(made.pages, asked.pages),
        ),
    )


def _made(findings: Findings, asked: BriefOptions) -> Fitted:
    """Fit the brief to its pages; what leaves them half empty in one language stands in rows of its own."""
    made = fitted(_Builder(findings, asked), asked.style, asked.pages, asked.room)
    if asked.languages == "zh-en" or (made.dropped and made.pages == asked.pages):
        return made
    wide = fitted(_Builder(findings, asked, across=1), asked.style, asked.pages, asked.room)
    return wide if wide.pages > made.pages or not wide.dropped else made


def find(document: Document, options: BriefOptions) -> Findings:
    """Find what a brief of the document may show."""
    results, targets = choose.headlines(document), choose.targets(document)
    known = {segment.zh: segment for segment in options.english}
    return Findings(
        document,
        choose.findings(document, results, targets),
        results,
        targets,
        choose.commitments(document, (*results, *targets)),
        choose.moves(document, results),
        tuple(passages.priorities(document, known)),
        tuple(passages.projects(document, known)),
        tuple(passages.parts(document, known)),
        pairs_of((*choose.measured(document), *(choice.fact for choice in targets))),
        terms_of(document),
        tuple(masthead(document.metadata, options.languages)),
        options.languages,
    )


_Key: TypeAlias = tuple[Section, tuple[int, ...]]
"""A section and the amounts that it reads."""


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the parts of a brief for the amounts asked; what was built once is given again."""

    findings: Findings
    options: BriefOptions
    across: int = 2
    _sections: dict[_Key, Part] = field(default_factory=dict)
    _left: dict[_Key, int] = field(default_factory=dict)
    """How much of each section has no English."""
    _notes: dict[str, Note] = field(default_factory=dict)
    _names: dict[int, tuple[Part, frozenset[str]]] = field(default_factory=dict)
    """Facts that a part shows, by its identity: what is built again is the same."""

    def __call__(self, amounts: Amounts) -> list[Part]:
        if "cards" not in self.options.sections:
            amounts = replace(amounts, cards=0)
        sections = [self._section(section, amounts) for section in self.options.sections]
        parts: list[Part] = [self.findings.masthead, *sections]
        named = frozenset().union(*map(self._named, parts))
        shown = tuple(fact for fact in self.findings.document.facts if fact.id in named)
        return [
            part
            for part in (*parts, self._sources(shown), self._provenance(self._missing(amounts), len(shown)))
            if part
        ]

    def _section(self, section: Section, amounts: Amounts) -> Part:
        key = self._key(section, amounts)
        if key not in self._sections:
            both = tuple(_SECTIONS[section](self.findings, amounts))
            part = tuple(in_languages(both, self.options.languages, self.across))
            bare = all(isinstance(block, Heading) for block in part)
            self._sections[key] = () if bare else part
            self._left[key] = untranslated(both) if self.options.languages != "zh" else 0
        return self._sections[key]

    def _missing(self, amounts: Amounts) -> int:
        """Count what the sections of these amounts have in Chinese alone."""
        return sum(self._left[self._key(section, amounts)] for section in self.options.sections)

    def _named(self, part: Part) -> frozenset[str]:
        if id(part) not in self._names:
            self._names[id(part)] = part, frozenset(name for block in part for name in facts_in(block))
        return self._names[id(part)][1]

    def _key(self, section: Section, amounts: Amounts) -> _Key:
        return section, tuple(getattr(amounts, name) for name in _READS.get(section, (section,)))

    def _sources(self, shown: Sequence[Fact]) -> Part:
        origin = self.findings.document.origin
        fresh = (fact for fact in shown if fact.id not in self._notes)
        for note in source_notes(fresh, origin.media if origin else "", self.options.languages):
            self._notes[note.id] = note
        titled = _titled("数据出处", "Where each figure stands", (self._notes[fact.id] for fact in shown))
        return tuple(in_languages(titled, self.options.languages))

    def _provenance(self, missing: int, shown: int) -> Part:
        return tuple(
            in_languages(
                provenance(self.findings.document, shown, missing, self.options.languages), self.options.languages
            )
        )


# ---------------------------------------------------------------- sections


def _findings(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = [choice.fact for choice in findings.findings[: amounts.findings]]
    yield from _titled("要点", "Key findings", passages.findings(chosen))


def _cards(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.results:
        yield cards_of((choice.fact for choice in findings.results[: amounts.cards]), findings.languages)
    elif not findings.targets:
        yield _heading("主要数据", "Key figures")
        zh = Paragraph((Run("原文没有可逐一核对的主要指标数据"),))
        en = Paragraph((Run("The source states no key figures that could be proved one by one."),), lang="en")
        yield Pair((zh,), (en,), "verified")


def _results(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Tabulate the results that stand on no card."""
    shown = findings.results[amounts.cards : amounts.cards + amounts.results]
    if shown:
        yield _heading("其他主要指标", "Further results")
        yield results_table(choice.fact for choice in shown)


def _chart(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    years = _years(findings.document)
    chart = growth_chart(findings.pairs, years, amounts.chart, findings.languages)
    if chart:
        yield _heading(*heading(findings.pairs, years))
        yield chart
        yield from not_compared(findings.pairs, years)


def _targets(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    if findings.targets and amounts.targets:
        yield _heading("主要预期目标", "Main targets")
        chosen = [choice.fact for choice in findings.targets[: amounts.targets]]
        yield targets_table(chosen, _years(findings.document)[1], findings.languages)


def _priorities(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    yield from _titled("重点任务", "Priorities", findings.priorities[: amounts.priorities])


def _projects(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = findings.projects[: amounts.projects]
    if all(pair.status in ("verified", "reviewed", "untranslated") for pair in shown):
        yield from _titled("重点工程", "Projects", [names_table(shown)] if shown else [])
        yield from _unmarked(shown)
    else:
        yield from _titled("重点工程", "Projects", shown)


def _commitments(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = (choice.fact for choice in findings.commitments[: amounts.commitments])
    yield from _titled("量化承诺", "Commitments with a number", passages.commitments(chosen))


def _moves(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    chosen = [choice.fact for choice in findings.moves[: amounts.moves]]
    yield from _titled("变动较大的其他指标", "Other large changes", [results_table(chosen)] if chosen else [])


def _outline(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    shown = (pair for level, pair in findings.outline if level <= amounts.outline)
    yield from _titled("报告结构", "Structure of the report", shown)


def _glossary(findings: Findings, amounts: Amounts) -> Iterator[Block]:
    """Tabulate terms beside their English: in one language there is nothing to set them beside."""
    table = glossary(findings.terms[: amounts.glossary]) if findings.languages == "zh-en" else None
    if table:
        yield _heading("术语", "Terms")
        yield table


_SECTIONS: Mapping[Section, Callable[[Findings, Amounts], Iterator[Block]]] = {
    "findings": _findings,
    "cards": _cards,
    "results": _results,
    "chart": _chart,
    "targets": _targets,
    "priorities": _priorities,
    "projects": _projects,
    "commitments": _commitments,
    "moves": _moves,
    "outline": _outline,
    "glossary": _glossary,
}
_READS: Mapping[Section, tuple[str, ...]] = {"results": ("cards", "results")}
"""The amounts that a section reads, where they are not its own."""


def _titled(zh: str, en: str, blocks: Iterable[Block]) -> Iterator[Block]:
    found = tuple(blocks)
    if found:
        yield _heading(zh, en)
        yield from found
    yield from _unmarked(found)


def _unmarked(blocks: Iterable[Block]) -> Iterator[Block]:
    """Say what the mark of a passage without English means, once under the passages."""
    if any(isinstance(block, Pair) and block.status == "untranslated" for block in blocks):
        yield NOT_YET


def _heading(zh: str, en: str) -> Heading:
    return Heading(1, (Run(zh), Run("  " + en, lang="en")))


def _years(document: Document) -> tuple[str, str]:
    return choose.year_reviewed(document) or "上年", str(document.metadata.year_planned or "当年")


# ---------------------------------------------------------------- what is shown


def _reasons(findings: Findings, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    shown = {name for block in blocks for name in facts_in(block)}
    for choice in (*findings.findings, *findings.results, *findings.targets, *findings.commitments, *findings.moves):
        if choice.fact.id in shown:
            yield Notice("brief.chosen", f"{choice.fact.indicator}: {choice.reason}", "info", choice.fact.span)


def _short(pages: int, asked: int) -> Iterator[Notice]:
    if pages < asked:
        yield Notice("brief.short", f"what there is to show fills {pages} of {asked} pages", "info")


def _dropped(said: Iterable[str]) -> Iterator[Notice]:
    return (Notice("brief.dropped", f"to fit the pages, {what}", "info") for what in said)
