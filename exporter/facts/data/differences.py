"""Compare two reports: figures of the same indicator side by side, and headings that came or went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, TypeAlias

from exporter.facts.statements.indicators import canonical_of
from exporter.model import Document, Fact, FactKind, Heading, heading_text

Key: TypeAlias = tuple[FactKind, str, str]
"""Kind, indicator (by its one name), scope."""


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """A figure of one indicator in either report; None where that report does not state it."""

    indicator: str
    kind: FactKind
    before: Fact | None
    after: Fact | None


@dataclass(frozen=True, slots=True)
class HeadingDifference:
    """A heading that stands in one report only."""

    what: Literal["removed", "added"]
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two reports; figures that agree are left out."""

    figures: tuple[FigureDifference, ...]
    headings: tuple[HeadingDifference, ...]


def differences(before: Document, after: Document) -> Difference:
    """Compare two documents whose facts are filled (`with_facts`)."""
    return Difference(tuple(_figures(before.facts, after.facts)), tuple(_headings(before, after)))


def _figures(before: Iterable[Fact], after: Iterable[Fact]) -> Iterator[FigureDifference]:
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*old, *new)):
        kind, indicator, _ = key
        for one, other in zip_longest(old.get(key, ()), new.get(key, ())):
            if one is None or other is None or _said(one) != _said(other):
                yield FigureDifference(indicator, kind, one, other)


def _by_key(facts: Iterable[Fact]) -> dict[Key, list[Fact]]:
    table: defaultdict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        known = canonical_of(fact.indicator, fact.deed)
        table[fact.kind, known.name if known else fact.indicator, fact.scope or ""].append(fact)
    return table


def _said(fact: Fact) -> tuple[object, ...]:
    return fact.number, fact.upper, fact.unit, fact.bound, fact.change, fact.change_kind, fact.change_bound


def _headings(before: Document, after: Document) -> Iterator[HeadingDifference]:
    old, new = _outline(before), _outline(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what != "equal":
            yield from (HeadingDifference("removed", level, text) for level, text in old[start:end])
            yield from (HeadingDifference("added", level, text) for level, text in new[first:last])


def _outline(document: Document) -> list[tuple[int, str]]:
    return [(block.level, heading_text(block)) for block in document.blocks if isinstance(block, Heading)]
