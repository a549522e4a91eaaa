"""Choose what a reader must see, by open rules: each choice carries its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from exporter.facts.indicators import canonical
from exporter.model import Document, Fact

LARGE_MOVE = Decimal(15)
"""A change of this many percent or more is a large move."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure that was chosen, and why."""

    fact: Fact
    reason: str


def headlines(document: Document) -> tuple[Choice, ...]:
    """Choose the amounts of the year reviewed in the standard order of indicators, each indicator once."""
    year = _year(document)
    results = [
        fact for fact in proved(document.facts) if fact.kind == "actual" and _is_amount(fact) and fact.period == year
    ]
    known = [(rank, fact) for fact in results if (rank := _rank(fact)) is not None]
    known.sort(key=lambda pair: pair[0])
    return tuple(Choice(fact, f"headline indicator {rank}") for rank, fact in _once_each(known))


def _year(document: Document) -> str | None:
    """Give the year that the document looks back on; where it does not say, the year of most of its results."""
    if document.metadata.year_reviewed:
        return str(document.metadata.year_reviewed)
    years = Counter(fact.period for fact in document.facts if fact.kind == "actual" and fact.period)
    return years.most_common(1)[0][0] if years else None


def _is_amount(fact: Fact) -> bool:
    return fact.number is not None and fact.unit is not None and fact.change_kind != "rank"


def targets(document: Document) -> tuple[Choice, ...]:
    """Choose the targets of the year for known indicators in the standard order, then in the source's."""
    wanted = [fact for fact in proved(document.facts) if fact.kind == "target"]
    known = [(rank, fact) for fact in wanted if (rank := _rank(fact)) is not None]
    known.sort(key=lambda pair: pair[0])
    return tuple(Choice(fact, f"target for headline indicator {rank}") for rank, fact in _once_each(known))


def moves(document: Document, chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choose the largest changes among the results that are not chosen yet, largest first."""
    taken = {choice.fact.id for choice in chosen}
    changed = [
        fact
        for fact in proved(document.facts)
        if fact.id not in taken
        and fact.kind == "actual"
        and fact.change_kind == "percent"
        and _size(fact) >= LARGE_MOVE
    ]
    changed.sort(key=lambda fact: (-_size(fact), fact.span))
    return tuple(Choice(fact, f"changed by {_size(fact)} percent") for fact in changed)


def commitments(document: Document, chosen: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choose the other targets that say what will be done and how much of it, in the source's order."""
    taken = {choice.fact.id for choice in chosen}
    return tuple(
        Choice(fact, "commitment with a number")
        for fact in proved(document.facts)
        if fact.id not in taken and fact.kind == "target" and fact.value is not None and fact.verb is not None
    )


def proved(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give the facts whose English was rendered by rule: a brief shows no others."""
    return (fact for fact in facts if fact.english_status == "verified" and fact.indicator_en)


def _rank(fact: Fact) -> int | None:
    found = canonical(fact.indicator)
    return found.rank if found else None


def _once_each(ranked: Iterable[tuple[int, Fact]]) -> Iterator[tuple[int, Fact]]:
    seen: set[tuple[str, str | None]] = set()
    for rank, fact in ranked:
        found = canonical(fact.indicator)
        key = (found.name if found else fact.indicator, fact.part_of if fact.scope else None)
        if key not in seen:
            seen.add(key)
            yield rank, fact


def _size(fact: Fact) -> Decimal:
    return abs(fact.change or Decimal(0))
