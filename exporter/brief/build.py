"""Build the brief of a report, findings first: figures, targets, priorities, commitments, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from exporter.brief.fit import Amounts, Fitted, fitted
from exporter.brief.found import Findings, find
from exporter.brief.languages import in_languages, language_of
from exporter.brief.masthead import title_said
from exporter.brief.options import SECTIONS as EVERY
from exporter.brief.options import BriefOptions, Section
from exporter.brief.sections import READS, SECTIONS, titled
from exporter.brief.sharing import Part
from exporter.brief.shown import facts_in, words_in
from exporter.brief.sources import approved_of, house, organisation, provenance, source_note
from exporter.english.glossary.terms import Term
from exporter.errors import DocumentError
from exporter.model import Block, Document, Fact, Heading, Note, Notice, PageBreak, Picture, plain
from exporter.pipeline import Transform


def brief_of(options: BriefOptions) -> Transform:
    """Give the transform that makes briefs as the options say."""
    return partial(brief, options=options)


def brief(document: Document, options: BriefOptions | None = None) -> Document:
    """Turn a report into its brief, in two languages or one, as a Document for any renderer.

    Needs `document.facts` with their English (the transforms of facts and english). Shows no figure
    that was not rendered from its fact by rule, and says nothing that the source does not say. What
    was chosen and why, and what was dropped to fit `options.pages`, stands in the notices.
    Raises DocumentError `brief.empty` where a document says too little for a page.
    """
    asked = options or BriefOptions()
    findings = _opened_by(asked, find(document, asked))
    cover = _cover(findings, asked)
    made = _made(replace(findings, masthead=()) if cover else findings, asked)
    if asked.sections == EVERY and not document.facts and _is_empty(made):
        raise DocumentError(
            "the document gives a brief too little: no figure, no task and no heading; "
            "export it whole, or name a translator",
            "brief.empty",
        )
    title = title_said(document.metadata, asked.languages)
    return replace(
        document,
        kind="brief",
        metadata=replace(document.metadata, title=title, language=language_of(asked.languages)),
        blocks=(*cover, *made.blocks),
        media=(*document.media, *([asked.logo] if asked.logo else [])),
        appendix=(),
        notices=(
            *document.notices,
            *_reasons(findings, made.blocks),
            *_dropped(made.dropped),
            *_short(made.pages, asked.pages),
            *(_without_english(findings) if asked.languages != "zh" else ()),
        ),
    )


def _opened_by(asked: BriefOptions, findings: Findings) -> Findings:
    """Put the house's logo above all."""
    if asked.logo is None:
        return findings
    house = asked.style.house
    english = asked.languages == "en"
    alt = (house.organisation_en if english else house.organisation) or ("Logo" if english else "标志")
    shown = Picture(asked.logo.sha256, alt, width=Decimal(str(house.logo_width)), lang=language_of(asked.languages))
    return replace(findings, masthead=(shown, *findings.masthead))


def _cover(findings: Findings, asked: BriefOptions) -> tuple[Block, ...]:
    """Give the page before the others, where the house wants one: what else opens the first page, and who made it."""
    if not asked.style.house.cover:
        return ()
    foot = in_languages(tuple(organisation(asked.style.house)), asked.languages)
    return *findings.masthead, *foot, PageBreak()


def _is_empty(made: Fitted) -> bool:
    """Tell whether a brief would be a nearly empty page: without a figure, a task, or a heading of its document."""
    if made.filled >= LEAST or any(True for block in made.blocks for _ in facts_in(block)):
        return False
    heads = [plain(block.runs) for block in made.blocks if isinstance(block, Heading) and block.level]
    return all(head.startswith(_OURS) for head in heads)


LEAST = 0.4
"""Share of a page that a brief fills, without any figure, that is no empty one."""
_OURS = ("要点", "Key findings", "术语", "Terms")
"""Headings of sections that hold nothing of a document that says nothing."""


def _made(findings: Findings, asked: BriefOptions) -> Fitted:
    """Fit the brief to its pages; what leaves them half empty in one language stands in rows of its own."""
    made = fitted(_Builder(findings, asked), asked.style, asked.pages, asked.room, asked.logo)
    if asked.languages == "zh-en" or (made.dropped and made.pages == asked.pages):
        return made
    wide = fitted(_Builder(findings, asked, across=1), asked.style, asked.pages, asked.room, asked.logo)
    return wide if wide.pages > made.pages or not wide.dropped else made


EXPLAINS: Section = "glossary"
"""The section that explains words of the others."""
_Key: TypeAlias = tuple[Section, tuple[int, ...]]
"""A section and the amounts that it reads."""


@dataclass(frozen=True, slots=True)
class _Builder:
    """Builds the parts of a brief for the amounts asked; what was built once is given again."""

    findings: Findings
    options: BriefOptions
    across: int = 2
    _sections: dict[_Key, Part] = field(default_factory=dict)
    _notes: dict[tuple[str, bool, str | None], Note] = field(default_factory=dict)
    """Notes by their fact, and whether they stand behind one of the same place."""
    _places: dict[str, tuple[str, str]] = field(default_factory=dict)
    _names: dict[int, tuple[Part, frozenset[str]]] = field(default_factory=dict)
    """Facts that a part shows, by its identity: what is built again is the same."""
    _spoken: dict[int, tuple[Part, frozenset[str]]] = field(default_factory=dict)
    """Terms of which a part has the words, by its identity."""
    _glossaries: dict[tuple[Term, ...], Part] = field(default_factory=dict)
    _ends: dict[frozenset[str], tuple[Part, Part]] = field(default_factory=dict)
    """Notes and provenance, by the facts that are shown."""
    _feet: dict[tuple[int, bool], Part] = field(default_factory=dict)
    """Provenance by the number of facts, and whether the place of one is told by its sentence."""

    def __call__(self, amounts: Amounts) -> list[Part]:
        amounts = replace(amounts, **dict.fromkeys({"cards", "targets", "chart"} - set(self.options.sections), 0))
        made: dict[Section, Part] = {
            section: self._section(section, amounts) for section in self.options.sections if section != EXPLAINS
        }
        if EXPLAINS in self.options.sections:
            made[EXPLAINS] = self._explained(list(made.values()), amounts)
        parts: list[Part] = [self.findings.masthead, *(made[section] for section in self.options.sections)]
        named = frozenset[str]().union(*map(self._named, parts))
        if named not in self._ends:
            self._ends[named] = self._end(named)
        return [part for part in (*parts, *self._ends[named]) if part]

    def _end(self, named: frozenset[str]) -> tuple[Part, Part]:
        """Say where each figure shown stands, and where all comes from."""
        shown = tuple(fact for fact in self.findings.document.facts if fact.id in named)
        return self._sources(shown), self._provenance(shown)

    def _section(self, section: Section, amounts: Amounts) -> Part:
        key = self._key(section, amounts)
        if key not in self._sections:
            both = tuple(SECTIONS[section](self.findings, amounts))
            part = tuple(in_languages(both, self.options.languages, self.across))
            bare = all(isinstance(block, Heading) for block in part)
            self._sections[key] = () if bare else part
        return self._sections[key]

    def _explained(self, parts: Sequence[Part], amounts: Amounts) -> Part:
        """Tabulate the terms of which the brief itself has the words."""
        spoken = frozenset[str]().union(*map(self._spoken_of, parts))
        terms = tuple(term for term in self.findings.terms if term.zh in spoken)[: amounts.glossary]
        if terms not in self._glossaries:
            both = SECTIONS[EXPLAINS](replace(self.findings, terms=terms), amounts)
            self._glossaries[terms] = tuple(in_languages(both, self.options.languages))
        return self._glossaries[terms]

    def _spoken_of(self, part: Part) -> frozenset[str]:
        if id(part) not in self._spoken:
            said = "\n".join(said for block in part for said in words_in(block))
            self._spoken[id(part)] = part, frozenset(term.zh for term in self.findings.terms if term.zh in said)
        return self._spoken[id(part)][1]

    def _named(self, part: Part) -> frozenset[str]:
        if id(part) not in self._names:
            self._names[id(part)] = part, frozenset(name for block in part for name in facts_in(block))
        return self._names[id(part)][1]

    def _key(self, section: Section, amounts: Amounts) -> _Key:
        return section, tuple(getattr(amounts, name) for name in READS.get(section, (section,)))

    def _sources(self, shown: Sequence[Fact]) -> Part:
        noted = titled("数据出处", "Sources of figures", self._noted(shown))
        return tuple(in_languages(noted, self.options.languages))

    def _noted(self, shown: Sequence[Fact]) -> Iterator[Note]:
        """Note each figure; of those of one place only the first names it, of one sentence gives what was approved."""
        before, languages, said = None, self.options.languages, set[str | None]()
        approved = approved_of(self.options.english, languages)
        for fact in shown:
            place, sentence = self._place(fact), approved.get(fact.id)
            told, signed = None if place == before else place, None if sentence in said else sentence
            known = fact.id, told is None, signed
            if known not in self._notes:
                self._notes[known] = source_note(fact, told, self.findings.document.origin, languages, signed)
            yield self._notes[known]
            before, said = place, said | {sentence}

    def _place(self, fact: Fact) -> tuple[str, str]:
        if fact.id not in self._places:
            self._places[fact.id] = self.findings.places.of(fact.span.start)
        return self._places[fact.id]

    def _provenance(self, shown: Sequence[Fact]) -> Part:
        document, languages = self.findings.document, self.options.languages
        said = len(shown), any(self.findings.places.counts_sentences(fact.span.start) for fact in shown)
        if said not in self._feet:
            told = provenance(document, *said)
            self._feet[said] = tuple(in_languages((*told, *house(self.options.style.house)), languages))
        return self._feet[said]


def _reasons(findings: Findings, blocks: tuple[Block, ...]) -> Iterator[Notice]:
    names = {name for block in blocks for name in facts_in(block)}
    for choice in (*findings.results, *findings.targets, *findings.commitments, *findings.others):
        if choice.fact.id in names:
            yield Notice("brief.chosen", f"{choice.fact.indicator}: {choice.reason}", "info", choice.fact.span)


def _short(pages: int, asked: int) -> Iterator[Notice]:
    if pages < asked:
        yield Notice("brief.short", f"what there is to show fills {pages} of {asked} pages", "info")


def _without_english(findings: Findings) -> Iterator[Notice]:
    """Say how to get the English that is not there: a brief itself tells its readers only that it is missing."""
    for name, pairs in (("difficulties", findings.admitted), ("priorities", findings.priorities)):
        missing = sum(pair.status == "untranslated" for pair in pairs)
        if missing:
            told = f"{missing} of {len(pairs)} {name} have no English; name a translator or review them"
            yield Notice("brief.untranslated", told, "info")


def _dropped(said: Iterable[str]) -> Iterator[Notice]:
    return (Notice("brief.dropped", f"to fit the pages, {what}", "info") for what in said)
