"""Find what a brief of a document may show, the most important first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exporter.brief import choose, panels, passages
from exporter.brief.admitted import admitted
from exporter.brief.chart import charted
from exporter.brief.choose import Choice
from exporter.brief.courses import Course, courses
from exporter.brief.glossary import terms_of
from exporter.brief.main_targets import of_main, place_of_the_wordless
from exporter.brief.masthead import masthead
from exporter.brief.options import BriefOptions, Languages
from exporter.brief.papers import asked
from exporter.brief.places import Places, places_in
from exporter.brief.promises import Outcome, outcomes
from exporter.brief.shares import structures
from exporter.brief.speakers import speaker_of
from exporter.brief.story import story
from exporter.brief.subjects import paired_by_subject
from exporter.brief.themes import ThemeOf, themes_in
from exporter.english.glossary.terms import Term
from exporter.facts.data.pairs import FactPair
from exporter.model import Block, Document, Fact, Pair


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a report and may be shown, the most important first."""

    document: Document
    places: Places
    asked: tuple[Pair, ...]
    """What an official paper asks for, in its own words."""
    story: tuple[Pair, ...]
    """A judgement, and what it rests on; its reading is in `story.py`."""
    results: tuple[Choice, ...]
    targets: tuple[Choice, ...]
    main: frozenset[str]
    """Facts of the passage in which the report states its main targets, once each, those without English too."""
    more_of_main: tuple[str, str] | None
    """Place of that passage in both languages, where it states targets without a figure."""
    later: tuple[Choice, ...]
    """Targets for years behind the one planned."""
    outcomes: tuple[Outcome, ...]
    """Last year's targets beside this year's results, of last year's report or as the report itself says them."""
    previous: Document | None
    commitments: tuple[Choice, ...]
    others: tuple[Choice, ...]
    """Results of the year that lead no report."""
    over_years: tuple[str, tuple[Choice, ...]]
    """Several years, and their results."""
    admitted: tuple[Pair, ...]
    priorities: tuple[Pair, ...]
    projects: tuple[Pair, ...]
    outline: tuple[Pair, ...]
    """Headings of its parts."""
    pairs: tuple[FactPair, ...]
    main_pairs: tuple[FactPair, ...]
    """Those of the main targets; all of them where the report names no main ones."""
    structures: tuple[Fact, ...]
    """Shares of the sectors of industry, year by year."""
    courses: tuple[Course, ...]
    """Both ends of changes over several years."""
    terms: tuple[Term, ...]
    themes: ThemeOf
    """What sorts its figures."""
    masthead: tuple[Block, ...]
    languages: Languages

    @property
    def drawn_pairs(self) -> tuple[FactPair, ...]:
        """Give the pairs of a chart: the main targets, or where too few of those compare, all that do."""
        return charted(self.main_pairs, self.years) or charted(self.pairs, self.years)

    @property
    def years(self) -> tuple[str, str]:
        """Give the year reviewed and the year planned, as they are printed."""
        return choose.year_reviewed(self.document) or "", str(self.document.metadata.year_planned or "")


def _agreeing(measured: Iterable[Fact], results: Iterable[Choice]) -> list[Fact]:
    """Leave out growths that differ from the one shown for their indicator: they are of a part, or of another place."""
    shown = {choose.key(choice.fact): choice.fact for choice in results}
    return [fact for fact in measured if not _differs(fact, shown.get(choose.key(fact)))]


def _differs(fact: Fact, shown: Fact | None) -> bool:
    return shown is not None and shown.change_kind == fact.change_kind == "percent" and fact.change != shown.change


def find(document: Document, options: BriefOptions) -> Findings:
    """Find what a brief of the document may show."""
    told = choose.told_of(document)
    measured = choose.measured(document, told)
    results, targets = choose.headlines(measured), choose.targets(document, told)
    known = {segment.zh: segment for segment in options.english}
    measured = _agreeing(measured, results)
    further = choose.beside_results(paired_by_subject((*measured, *choose.wanted(document, told))), targets)
    targets = (*targets, *further)
    pairs = paired_by_subject((*measured, *(choice.fact for choice in targets)))
    themes, places = themes_in(document), places_in(document)
    ended = outcomes(measured, options.previous, choose.year_reviewed(document), document)
    return Findings(
        document,
        places,
        tuple(asked(document)),
        tuple(story(document, results, targets, pairs, ended, places, len(passages.stated_tasks(document)))),
        results,
        targets,
        choose.main_of_the_report(document),
        place_of_the_wordless(document),
        choose.later_targets(document, told),
        ended,
        options.previous,
        panels.weighed(document, choose.commitments(document, (*results, *targets), themes)),
        panels.results(document, results),
        panels.over_years(document),
        tuple(admitted(document, known)),
        tuple(passages.priorities(document, known)),
        tuple(passages.projects(document, known)),
        tuple(passages.parts(document, known)),
        pairs,
        of_main(document, pairs),
        structures(document, choose.year_reviewed(document) or ""),
        courses(document),
        terms_of(document),
        themes,
        tuple(masthead(document.metadata, options.languages, bool(results), bool(targets), speaker_of(document))),
        options.languages,
    )
