"""Tell the tense of every passage of a document: that of its section, which the calendar of its figures knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from exporter.english.grammar.styling import Tense
from exporter.facts.time.chronicle import chronicle_of
from exporter.facts.time.sections import SectionKind
from exporter.model import Document, Span

_TENSES: Mapping[SectionKind, Tense] = MappingProxyType({"review": "past", "plan": "plan", "outlook": "plan"})


@dataclass(frozen=True, slots=True)
class Tenses:
    """Where sections begin in the source, in order, and the tense of each; None where the section's time is unsure."""

    starts: tuple[int, ...]
    tenses: tuple[Tense | None, ...]

    def at(self, span: Span | None) -> Tense | None:
        """Give the tense of a passage of the source; None where nothing tells it."""
        place = bisect_right(self.starts, span.start) - 1 if span is not None else -1
        return self.tenses[place] if place >= 0 else None


def tenses_of(document: Document) -> Tenses:
    """Read the sections of a document, and give what tense each has."""
    chronicle = chronicle_of(document)
    found = sorted(
        (place.start, one.kind, one.sure) for one in chronicle.sections if (place := chronicle.place(one)) is not None
    )
    return Tenses(
        tuple(start for start, _, _ in found),
        tuple(_TENSES.get(kind) if sure else None for _, kind, sure in found),
    )
