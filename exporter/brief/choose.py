"""Choose what a reader must see, by open rules: each choice carries its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporter.facts.statements.indicators import Indicator, canonical
from exporter.model import Document, Fact, Span


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure that was chosen, and why."""

    fact: Fact
    reason: str


def headlines(document: Document) -> tuple[Choice, ...]:
    """Choose the results of the year reviewed: known indicators in the standard order, then others as they come.

    Each indicator stands once, by its level where the report gives one, else by its growth. Of the
    indicators that lead no report, those that give both may follow.
    """
    results = measured(document)
    ranked = [(found.rank, fact) for fact in results if (found := canonical(fact.indicator)) and _leads(found, fact)]
    ranked.sort(key=lambda pair: (pair[0], pair[1].number is None, pair[1].part_of is not None, pair[1].span))
    chosen = [Choice(_of_the_year(fact), f"headline indicator {rank}") for rank, fact in _once_each(ranked)]
    taken = {key(choice.fact) for choice in chosen}
    others = [
        (0, fact)
        for fact in results
        if fact.number is not None and fact.change_kind == "percent" and is_yearly(fact) and key(fact) not in taken
    ]
    return (*chosen, *(Choice(fact, "level and growth stated") for _, fact in _once_each(others)))


def measured(document: Document) -> list[Fact]:
    """Give every level and every growth of the year reviewed that is sure and clear, foreseen ones too."""
    year = year_reviewed(document)
    return [fact for fact in sure(document) if fact.kind != "target" and fact.period == year and is_clear(fact)]


def targets(document: Document) -> tuple[Choice, ...]:
    """Choose the targets for known indicators in the standard order, those for the year planned before later ones."""
    year = str(document.metadata.year_planned)
    wanted = [fact for fact in sure(document) if fact.kind == "target" and is_clear(fact, of_years=True)]
    ranked = [(found.rank, fact) for fact in wanted if (found := canonical(fact.indicator)) and _leads(found, fact)]
    ranked.sort(key=lambda pair: (pair[0], pair[1].period != year, pair[1].span))
    return tuple(Choice(fact, f"target for headline indicator {rank}") for rank, fact in _once_each(ranked))


def ranks(document: Document) -> tuple[Choice, ...]:
    """Choose the ranks and firsts of known indicators, where the English says among whom as the source does."""
    ranked = (fact for fact in sure(document) if fact.change_kind == "rank" and canonical(fact.indicator))
    return tuple(Choice(fact, "rank named by the report") for fact in ranked if _says_among_whom(fact))


def commitments(document: Document, chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choose the other targets that say what will be done and how much of it, in the source's order."""
    taken = {choice.fact.id for choice in chosen}
    return tuple(
        Choice(fact, "commitment with a number")
        for fact in sure(document)
        if fact.id not in taken and fact.kind == "target" and fact.value is not None and fact.deed is not None
        if not _is_compared(fact)
    )


def proved(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give the facts whose English was rendered by rule: a brief shows no others."""
    return (fact for fact in facts if fact.english_status in ("verified", "reviewed") and fact.indicator_en)


def year_reviewed(document: Document) -> str | None:
    """Give the year that the document looks back on; where it does not say, the year of most of its results."""
    if document.metadata.year_reviewed:
        return str(document.metadata.year_reviewed)
    years = Counter(fact.period for fact in document.facts if fact.kind == "actual" and fact.period)
    return years.most_common(1)[0][0] if years else None


def is_yearly(fact: Fact) -> bool:
    """Tell whether the change of a figure is that of one year, and not one against an earlier base."""
    return not _OTHER_BASE.search("".join(fact.quote.split())) and "-" not in (fact.period or "")


_OTHER_BASE = re.compile(
    r"年均|[较比]“?[十\d]|是.{0,4}\d{4}年的|翻.{0,3}番|“?十[一二三四五]五|[三四五六]年|累计|以来|首次突破"
)
_COMPARED = re.compile(r"(?:高于|低于|快于|慢于|优于|好于|高出|低出|领先)[^，。；、]{0,12}?\d")
"""A figure held against another place or an average is no level and no growth."""


def sure(document: Document) -> list[Fact]:
    """Give the proved facts that no check found to contradict another."""
    doubted = [
        notice.span
        for notice in document.notices
        if notice.code.startswith("facts.") and notice.level == "warning" and notice.span
    ]
    return [
        fact for fact in proved(document.facts) if fact.sure and not any(_touches(span, fact.span) for span in doubted)
    ]


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def is_clear(fact: Fact, of_years: bool = False) -> bool:
    """Tell whether a figure is a level, or a growth of the year (`of_years`: or of several), and nothing else."""
    if fact.change_kind in ("rank", "absolute") or _is_compared(fact):
        return False
    if fact.value is not None:
        return fact.number is not None and fact.unit is not None and not _POINTS.search(fact.unit)
    steady = fact.change_kind == "percent" or (of_years and fact.change_kind == "percentage_points")
    return steady and (of_years or is_yearly(fact))


_POINTS = re.compile("百分点|倍")


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
    found = canonical(fact.indicator)
    return found.name if found else fact.indicator, fact.part_of if fact.scope else None


def _once_each(ranked: Iterable[tuple[int | None, Fact]]) -> Iterator[tuple[int | None, Fact]]:
    seen: set[tuple[str, str | None]] = set()
    for rank, fact in ranked:
        own = key(fact)
        if own not in seen:
            seen.add(own)
            yield rank, fact
