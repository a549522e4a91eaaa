"""Remember translations: exact and similar segments, each with its status, its source and who approved it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from exporter.english.exchange.segments import Segment
from exporter.english.grammar.headings import prepared
from exporter.english.guard.number_check import Finding, check_segment
from exporter.english.guard.whole import standing
from exporter.model import Document, EnglishStatus, Fact

MemoryStatus: TypeAlias = Literal["reviewed", "draft"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One remembered translation; it is `reviewed` once a person has approved it, on a day."""

    zh: str
    en: str
    source: str = ""
    """Where it comes from: a file, a translator, a name."""
    approved_by: str = ""
    approved_on: str = ""
    """ISO 8601 day."""
    note: str = ""
    """What was remarked; one that begins with `!` says why the guard was overruled."""
    state: EnglishStatus = field(default="draft", compare=False)
    """What the English was where it was written, in a file that says so."""

    @property
    def status(self) -> MemoryStatus:
        """`reviewed` with a name and a day, else `draft`."""
        return "reviewed" if self.approved_by and self.approved_on else "draft"


@dataclass(frozen=True, slots=True)
class Memory:
    """Translations by their Chinese; an approved one stands before a draft."""

    units: tuple[Unit, ...] = ()
    exact: Mapping[str, Unit] = field(default_factory=dict)

    def find(self, zh: str) -> Unit | None:
        """Give the translation of exactly this text; width, spaces and note marks do not count."""
        return self.exact.get(prepared(zh))

    def similar(self, zh: str, least: float = 75.0, count: int = 3) -> tuple[tuple[float, Unit], ...]:
        """Give the most similar translations with their likeness, 0 to 100, best first.

        Numbers stand apart: two texts that differ in them alone are alike by 99, whatever the numbers.
        """
        from rapidfuzz import fuzz, process

        wanted, bare = prepared(zh), apart(zh)
        keys = list(self.exact)
        found = process.extract(bare, [apart(key) for key in keys], scorer=fuzz.ratio, score_cutoff=least, limit=None)
        likeness = sorted(
            ((min(score, 100.0 if keys[at] == wanted else 99.0), keys[at]) for _, score, at in found),
            key=lambda one: (-one[0], -fuzz.ratio(wanted, one[1]), one[1]),
        )
        return tuple((round(score, 1), self.exact[key]) for score, key in likeness[:count])


_NUMBER = re.compile(r"\d+(?:[.,，]\d+)*")


def apart(zh: str) -> str:
    """Give a text with a mark for each number, as it is compared with others."""
    return _NUMBER.sub("0", prepared(zh))


def memory_of(units: Iterable[Unit]) -> Memory:
    """Make a memory of translations; of two for one text the approved one counts, then the later."""
    exact: dict[str, Unit] = {}
    kept = tuple(units)
    for unit in kept:
        known = exact.get(prepared(unit.zh))
        if known is None or known.status == "draft" or unit.status == "reviewed":
            exact[prepared(unit.zh)] = unit
    return Memory(kept, exact)


def units_of(segments: Iterable[Segment], source: str) -> tuple[Unit, ...]:
    """Give what a document's segments have in English as units of a memory; `source` names the document."""
    return tuple(
        Unit(
            one.zh,
            one.en,
            source,
            one.approved_by,
            one.approved_on,
            one.note if one.note[:1] == "!" else "",
            one.status,
        )
        for one in segments
        if one.en is not None
    )


def approved(unit: Unit, by: str, on: str) -> Unit:
    """Give a translation that a person approved on a day (ISO 8601)."""
    return replace(unit, approved_by=by, approved_on=on)


def recalled(segments: Iterable[Segment], memory: Memory) -> tuple[Segment, ...]:
    """Fill what is untranslated from a memory; what a person approved overrules every rule.

    Nothing is taken that the guard does not let pass; what it finds is noted.
    """
    return tuple(_recalled(segment, memory) for segment in segments)


def facts_approved(document: Document, segments: Iterable[Segment], memory: Memory | None = None) -> Document:
    """Give figures the English that a person approved for their sentences, where they have those for themselves.

    `memory` may hold English for the quote of a figure too.
    """
    alone = {one.facts[0].id: one.en for one in segments if one.status == "reviewed" and len(one.facts) == 1}
    return replace(document, facts=tuple(_approved(fact, alone.get(fact.id), memory) for fact in document.facts))


def facts_translated(document: Document, segments: Iterable[Segment]) -> Document:
    """Give figures that no rule and no person said the English of a translator, where a sentence is theirs alone."""
    alone = {one.facts[0].id: one.en for one in segments if one.status == "machine" and len(one.facts) == 1}
    return replace(document, facts=tuple(_translated(fact, alone.get(fact.id)) for fact in document.facts))


def _translated(fact: Fact, english: str | None) -> Fact:
    if english is None or fact.english_status in ("verified", "reviewed"):
        return fact
    return replace(fact, english=english, english_status="machine")


def _approved(fact: Fact, english: str | None, memory: Memory | None) -> Fact:
    unit = memory.find(fact.quote) if memory is not None else None
    if unit is not None and unit.status == "reviewed" and not _against(unit, unit.zh, (fact,)):
        english = unit.en
    return fact if english is None else replace(fact, english=english, english_status="reviewed")


def _recalled(segment: Segment, memory: Memory) -> Segment:
    unit = memory.find(segment.zh)
    if unit is None or (segment.en is not None and unit.status != "reviewed"):
        return segment
    found = _against(unit, segment.zh, segment.facts)
    if found:
        return replace(segment, note=f"in the memory, but {found[0].message}")
    said = f"approved by {unit.approved_by}, {unit.approved_on}" if unit.status == "reviewed" else ""
    note = "; ".join(part for part in (unit.source, said) if part)
    by, on = (unit.approved_by, unit.approved_on) if unit.status == "reviewed" else ("", "")
    return replace(segment, en=unit.en, status=unit.status, note=note, approved_by=by, approved_on=on)


def _against(unit: Unit, zh: str, facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """Say what speaks against a remembered translation of a text, in spite of who approved it."""
    return standing(check_segment(zh, unit.en, facts), unit.note if unit.status == "reviewed" else "")
