"""Choose what a reader must see, by open rules: each choice carries its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.brief.by_parts import by_parts
from exporter.brief.main_targets import is_later, main_targets
from exporter.brief.names import called
from exporter.brief.striving import in_own_word
from exporter.brief.subjects import known, named, subject
from exporter.brief.themes import ThemeOf, is_nameless
from exporter.brief.yearly import is_yearly
from exporter.facts.data.pairs import FactPair
from exporter.facts.statements.indicators import Indicator, canonical
from exporter.model import Document, Fact, Span


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure that was chosen, and why."""

    fact: Fact
    reason: str


def headlines(results: Sequence[Fact]) -> tuple[Choice, ...]:
    """Choose from what was `measured`: known indicators in the standard order, then others as they come.

    Each indicator stands once, by its level where the report gives one, else by its growth. Of the
    indicators that lead no report, those that give both may follow.
    """
    ranked = [
        (found.rank, fact)
        for fact in results
        if (found := known(fact)) and _leads(found, fact) and not (fact.part_of and found.name in _OF_SOME_REVENUE)
    ]
    ranked.sort(key=lambda pair: _by_level(*pair))
    chosen = [Choice(_of_the_year(fact), f"headline indicator {rank}") for rank, fact in _once_each(ranked)]
    taken = {key(choice.fact) for choice in chosen}
    others = [
        (0, fact)
        for fact in results
        if fact.number is not None and fact.change_kind == "percent" and is_yearly(fact) and key(fact) not in taken
    ]
    return (*chosen, *(Choice(fact, "level and growth stated") for _, fact in _once_each(others)))


_OF_SOME_REVENUE = frozenset(("税收收入", "非税收入"))
"""What is, as a part, that of the revenue it is told with and not all that the place has."""


def _by_level(rank: int | None, fact: Fact) -> tuple[int, int, bool, Span]:
    """Put levels before growths, and these before what was only passed (突破4000亿元); wholes before parts."""
    passed = fact.number is not None and fact.bound == "over" and fact.change is None
    return rank or 0, 2 if passed else int(fact.number is None), fact.part_of is not None, fact.span


def measured(document: Document, told: Iterable[Fact]) -> list[Fact]:
    """Give every level and every growth of the year reviewed that is told and clear, foreseen ones too."""
    year = year_reviewed(document)
    done = (fact for fact in told if fact.kind != "target" and fact.period == year and is_clear(fact))
    return [fact for fact in done if called(fact)]


def told_of(document: Document) -> list[Fact]:
    """Give the proved facts, and the headline figures that may be said by their parts: all that is chosen from."""
    whole = sure(document)
    return [*whole, *filter(is_yearly, _undoubted(document, by_parts(document, whole)))]


def targets(document: Document, told: Iterable[Fact]) -> tuple[Choice, ...]:
    """Choose the targets for the year planned: those that the report calls its main ones, in its order, then others.

    The others are of known indicators, in the standard order. A document that plans no single year has its later
    targets here.
    """
    year, of_year = document.metadata.year_planned, wanted(document, told)
    main = {fact.id for fact in main_targets(document)}
    first = _once_each((0, fact) for fact in of_year if fact.id in main)
    chosen = [Choice(fact, "main target of the report") for _, fact in first]
    taken = {key(choice.fact) for choice in chosen}
    ranked = [(found.rank, fact) for fact in of_year if (found := known(fact)) and _leads(found, fact)]
    ranked.sort(key=lambda pair: (pair[0], pair[1].period != str(year), pair[1].span))
    others = ((rank, fact) for rank, fact in _once_each(ranked) if key(fact) not in taken)
    return (*chosen, *(Choice(fact, f"target for headline indicator {rank}") for rank, fact in others))


def main_of_the_report(document: Document) -> frozenset[str]:
    """Name the facts of the main targets that the report states, one for each thing: the proved one where there is."""
    proved_first = sorted(main_targets(document), key=lambda fact: fact.english_status not in _PROVED)
    return frozenset({key(named(fact)): fact.id for fact in reversed(proved_first)}.values())


def later_targets(document: Document, told: Iterable[Fact]) -> tuple[Choice, ...]:
    """Choose the targets for years behind the one planned: the report's main ones first, then known indicators."""
    year, aims = document.metadata.year_planned, _wanted(told)
    if year is None or all(fact.period != str(year) for fact in aims):
        return ()
    later = [fact for fact in aims if is_later(fact, year)]
    main = {fact.id for fact in main_targets(document, later=True)}
    kept = [fact for fact in later if fact.id in main or ((found := known(fact)) and _leads(found, fact))]
    kept.sort(key=lambda fact: (fact.id not in main, fact.span))
    return tuple(Choice(fact, "target for later years") for _, fact in _once_each((0, fact) for fact in kept))


def _wanted(told: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in told if fact.kind == "target" and is_clear(fact, of_years=True) and called(fact)]


def beside_results(pairs: Iterable[FactPair], chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choose the further targets for money, or growth, beside which a result of just the same name stands."""
    taken = {key(choice.fact) for choice in chosen}
    return tuple(
        Choice(pair.target, "target with a result of the year before")
        for pair in pairs
        if pair.comparable and pair.target.indicator_en == pair.result.indicator_en and key(pair.target) not in taken
        if pair.target.currency is not None or pair.target.change_kind == "percent"
        if (pair.target.scope or pair.result.scope) == pair.result.scope and pair.target.part_of == pair.result.part_of
    )


def wanted(document: Document, told: Iterable[Fact]) -> list[Fact]:
    """Give the targets for the year planned, or for any years where it plans no single one."""
    year = str(document.metadata.year_planned)
    found = _wanted(told)
    return [fact for fact in found if fact.period == year] or found


def ranks(document: Document) -> tuple[Choice, ...]:
    """Choose the ranks and firsts of known indicators, where the English says among whom as the source does."""
    ranked = (fact for fact in sure(document) if fact.change_kind == "rank" and known(fact))
    return tuple(Choice(fact, "rank named by the report") for fact in ranked if _says_among_whom(fact))


def commitments(document: Document, chosen: Iterable[Choice], themes: ThemeOf) -> tuple[Choice, ...]:
    """Choose the other targets that say what will be done and how much of it, in the source's order."""
    taken = {choice.fact.id for choice in chosen}
    return tuple(
        Choice(fact, "commitment with a number")
        for fact in sure(document)
        if fact.id not in taken and fact.kind == "target" and fact.value is not None and fact.deed is not None
        if not _is_compared(fact) and not (is_nameless(fact) and themes(fact).name == "other")
    )


def proved(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give the facts whose English was rendered by rule: a brief shows no others."""
    return (fact for fact in facts if fact.english_status in _PROVED and fact.indicator_en)


_PROVED = ("verified", "reviewed")


def year_reviewed(document: Document) -> str | None:
    """Give the year that the document looks back on; where it does not say, the year of most of its results."""
    if document.metadata.year_reviewed:
        return str(document.metadata.year_reviewed)
    years = Counter(fact.period for fact in document.facts if fact.kind == "actual" and fact.period)
    return years.most_common(1)[0][0] if years else None


_COMPARED = re.compile(r"(?:高于|低于|快于|慢于|优于|好于|高出|低出|领先)[^，。；、]{0,12}?\d")
"""A figure held against another place or an average is no level and no growth."""


def sure(document: Document) -> list[Fact]:
    """Give the proved facts that no check found to contradict another."""
    return [in_own_word(document, named(fact)) for fact in _undoubted(document, proved(document.facts)) if fact.sure]


def _undoubted(document: Document, facts: Iterable[Fact]) -> Iterator[Fact]:
    warned = (notice for notice in document.notices if notice.code.startswith("facts.") and notice.level == "warning")
    doubted = [notice.span for notice in warned if notice.span]
    return (fact for fact in facts if not any(_touches(span, fact.span) for span in doubted))


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_clear(fact: Fact, of_years: bool = False) -> bool:
    """Tell whether a figure is a level, or a growth of the year (`of_years`: or of several), and nothing else."""
    if fact.change_kind in ("rank", "absolute") or _is_compared(fact) or _shares_its_owner(fact):
        return False
    if fact.value is not None:
        return fact.number is not None and fact.unit is not None and not _POINTS.search(fact.unit)
    steady = fact.change_kind == "percent" or (of_years and fact.change_kind == "percentage_points")
    return steady and (of_years or is_yearly(fact))


_POINTS = re.compile("百分点|倍")


def _shares_its_owner(fact: Fact) -> bool:
    """Tell whether a name stands behind another that no one knows, whose owner is its own too: 论坛数量和财政支出."""
    said = "".join(fact.quote.split())
    at = said.find(fact.indicator)
    before = _AND_BEFORE.search(said[: max(at, 0)])
    return before is not None and canonical(before[1]) is None


_AND_BEFORE = re.compile("(?:年末?)?(?:全[国省市县区年])?([\u4e00-\u9fff]{3,}?)[和与及、]$")


def _is_compared(fact: Fact) -> bool:
    return _COMPARED.search("".join(fact.quote.split())) is not None


def _leads(found: Indicator, fact: Fact) -> bool:
    """Tell whether a figure measures a headline indicator: what was added in the year is no stock."""
    added = (fact.deed or fact.indicator).startswith(("新", "净增", "增加"))
    return found.rank is not None and not (added and found.quantity == "stock" and fact.kind != "target")


def _of_the_year(fact: Fact) -> Fact:
    """Leave out a change that is not the year's: a card has no room to say against what."""
    return fact if is_yearly(fact) or fact.value is None else replace(fact, change=None, change_kind="none")


def _says_among_whom(fact: Fact) -> bool:
    english = fact.english or ""
    return bool(english) and (not _AMONG.search(fact.quote) or " in " in english or " among " in english)


_AMONG = re.compile(r"[居列][^首第前]+[首第前]|[全国省市内界球].*[首第前]")


def key(fact: Fact) -> tuple[str, str | None]:
    """Give what a figure is of: figures of one indicator have one key."""
    return subject(fact), fact.part_of if fact.scope else None


def _once_each(ranked: Iterable[tuple[int | None, Fact]]) -> Iterator[tuple[int | None, Fact]]:
    seen: set[tuple[str, str | None]] = set()
    for rank, fact in ranked:
        own = key(fact)
        if own not in seen:
            seen.add(own)
            yield rank, fact
