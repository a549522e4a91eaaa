"""Take back what people have reviewed elsewhere: XLIFF, TMX, our workbook or our Word table, each unit checked.

What comes back counts where its Chinese still stands in the document under its id, and the guard lets its
English pass; everything else is refused with its reason, and nothing of the document is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from exporter.english.exchange.memory import Memory
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.tmx import from_tmx
from exporter.english.exchange.xliff import from_xliff
from exporter.english.guard.check import check_segment
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Notice

Fate: TypeAlias = Literal["same", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What became of one unit that came back."""

    id: str
    fate: Fate
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A document's segments with what was taken back, and what became of every unit."""

    segments: tuple[Segment, ...]
    units: tuple[Unit, ...]

    def count(self, fate: Fate) -> int:
        """Count the units of one fate."""
        return sum(unit.fate == fate for unit in self.units)


def read_returned(name: str, data: bytes) -> tuple[Segment, ...] | Memory:
    """Read a file that came back from review, of whatever kind it is.

    Raises TranslationError `exchange.unknown` or `exchange.malformed`.
    """
    if data.startswith(b"PK"):
        from exporter.english.exchange import review_tables

        return review_tables.read_table(name, data)
    start = data[:4096].lower()
    if b"<xliff" in start:
        return from_xliff(data)
    if b"<tmx" in start:
        return from_tmx(data)
    raise TranslationError(
        f"{name}: neither XLIFF, TMX, nor a workbook or Word table for review; give one that was exported for review",
        "exchange.unknown",
    )


def taken_back(segments: Sequence[Segment], returned: tuple[Segment, ...] | Memory, name: str) -> Returned:
    """Join what came back from the file `name` to the segments of the document."""
    if isinstance(returned, Memory):
        returned = _from_memory(segments, returned)
    own = {segment.id: segment for segment in segments}
    fates: list[Unit] = []
    joined: dict[str, Segment] = {}
    for unit in returned:
        if unit.en is None or unit.status == "untranslated":
            continue
        known = own.get(unit.id)
        reason = _why_not(known, unit, joined)
        if known is None or reason:
            fates.append(Unit(unit.id, "refused", reason))
            continue
        same = known.en == unit.en and known.status == unit.status
        fates.append(Unit(unit.id, "same" if same else "changed"))
        joined[unit.id] = known if same else _joined(known, unit, name)
    return Returned(tuple(joined.get(segment.id, segment) for segment in segments), tuple(fates))


def notices_of(returned: Returned, name: str) -> tuple[Notice, ...]:
    """Say what became of a file's units: a warning for each that was refused, and a count."""
    refused = tuple(
        Notice("reviewed.refused", f"{name}: {unit.id} is not taken: {unit.reason}")
        for unit in returned.units
        if unit.fate == "refused"
    )
    said = f"{returned.count('changed')} taken, {returned.count('same')} the same, {len(refused)} refused"
    return (*refused, Notice("reviewed.taken", f"{name}: {said}", "info"))


def _why_not(known: Segment | None, unit: Segment, joined: dict[str, Segment]) -> str:
    if known is None:
        return "the document has no segment of this id"
    if unit.id in joined:
        return "its id stands twice in the file"
    if known.zh.split() != unit.zh.split():
        return f"its Chinese is not the document's ({unit.zh[:20]}… for {known.zh[:20]}…)"
    assert unit.en is not None
    if unit.en == known.en:
        return ""
    findings = check_segment(known.zh, unit.en, known.facts)
    return findings[0].message if findings else ""


def _joined(known: Segment, unit: Segment, name: str) -> Segment:
    """Give a segment the English of a unit; a rule's word that a person changed is not the rule's any more."""
    status = unit.status
    if unit.en != known.en and status in _RULED:
        status = _RULED[status]
    note = unit.note if unit.note and unit.note != known.note else f"{status} in {name}"
    return replace(known, en=unit.en, status=status, note=note)


_RULED: Mapping[EnglishStatus, EnglishStatus] = MappingProxyType({"verified": "reviewed", "machine": "draft"})
"""What the words of a rule or of a translator become where a person has changed them and left their state."""


def _from_memory(segments: Sequence[Segment], memory: Memory) -> tuple[Segment, ...]:
    found = ((segment, memory.find(segment.zh)) for segment in segments)
    return tuple(
        replace(segment, en=unit.en, status=unit.status, note=unit.source)
        for segment, unit in found
        if unit is not None
    )
