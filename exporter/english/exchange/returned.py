"""Take back what people have reviewed elsewhere: XLIFF, TMX, our workbook or our Word table, each unit checked.

What comes back counts where its Chinese still stands in the document under its id, and the guard lets its
English pass; everything else is refused with its reason, and nothing of the document is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from exporter.english.exchange.memory import Memory
from exporter.english.exchange.memory import Unit as Remembered
from exporter.english.exchange.memory_file import SIGNATURE, memory_from
from exporter.english.exchange.segments import Segment
from exporter.english.exchange.tmx import from_tmx
from exporter.english.exchange.xliff import from_xliff
from exporter.english.guard.departures import second_looks
from exporter.english.guard.whole import findings, standing
from exporter.errors import TranslationError
from exporter.model import EnglishStatus, Notice, PersonalTerm

Fate: TypeAlias = Literal["same", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What became of one unit that came back."""

    id: str
    fate: Fate
    reason: str = ""
    status: EnglishStatus = "untranslated"
    """What the English of its segment is now."""
    looks: tuple[str, ...] = ()
    """What the guard doubts in English that was taken."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A document's segments with what was taken back, and what became of every unit."""

    segments: tuple[Segment, ...]
    units: tuple[Unit, ...]
    missing: tuple[str, ...] = ()
    """Segments of the document that the file does not hold."""

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
    if data.startswith(SIGNATURE):
        return memory_from(data, name)
    start = data[:4096].lower()
    if b"<xliff" in start:
        return from_xliff(data, name)
    if b"<tmx" in start:
        return from_tmx(data, name)
    raise TranslationError(
        f"{name}: neither XLIFF, TMX, the .db of a review, nor a workbook or Word table of one; give one of these",
        "exchange.unknown",
    )


def taken_back(
    segments: Sequence[Segment],
    returned: tuple[Segment, ...] | Memory,
    name: str,
    own: Sequence[PersonalTerm] = (),
) -> Returned:
    """Join what came back from the file `name` to the segments of the document; `own` are the user's terms."""
    if isinstance(returned, Memory):
        return _each(segments, _from_memory(segments, returned), name, own)
    taken = _each(segments, returned, name, own)
    document = _document(segments)
    there = {known.id for known in map(document.place_of, returned) if known}
    return replace(taken, missing=tuple(segment.id for segment in segments if segment.id not in there))


def _each(segments: Sequence[Segment], returned: Iterable[Segment], name: str, own: Sequence[PersonalTerm]) -> Returned:
    """Judge each unit by itself; of two for one segment the first counts."""
    document = _document(segments)
    fates: list[Unit] = []
    joined: dict[str, Segment] = {}
    for unit in map(_written, returned):
        known = document.place_of(unit)
        if unit.en is None and unit.status != "reviewed":
            continue
        reason = _why_not(known, unit, joined, own)
        if known is None or reason:
            fates.append(Unit(unit.id, "refused", reason))
            continue
        same = known.en == unit.en and known.status == unit.status
        joined[known.id] = known if same else _joined(known, unit, name)
        looks = () if same else _looks(known, unit)
        fates.append(Unit(unit.id, "same" if same else "changed", status=joined[known.id].status, looks=looks))
    return Returned(tuple(joined.get(segment.id, segment) for segment in segments), tuple(fates))


@dataclass(frozen=True, slots=True)
class _Document:
    """The segments that units are for, by id and by their Chinese."""

    by_id: Mapping[str, Segment]
    by_zh: Mapping[str, list[Segment]]

    def place_of(self, unit: Segment) -> Segment | None:
        """Find the segment of a unit: of its id, or where the Chinese moved, the only one that says the same."""
        known = self.by_id.get(unit.id)
        if known is not None and (_plain(known.zh) == _plain(unit.zh) or not unit.zh.strip()):
            return known
        moved = self.by_zh.get(_plain(unit.zh), [])
        return moved[0] if len(moved) == 1 else known


def _document(segments: Iterable[Segment]) -> _Document:
    by_id, by_zh = dict[str, Segment](), dict[str, list[Segment]]()
    for one in segments:
        by_id[one.id] = one
        by_zh.setdefault(_plain(one.zh), []).append(one)
    return _Document(by_id, by_zh)


def _plain(zh: str) -> str:
    """Give a text without its spaces, which tools change."""
    return "".join(zh.split())


def notices_of(returned: Returned, name: str) -> tuple[Notice, ...]:
    """Say what became of a file's units: a warning for each that was refused or is not there, and a count."""
    refused = tuple(
        Notice("reviewed.refused", f"{name}: {unit.id} is not taken: {unit.reason}")
        for unit in returned.units
        if unit.fate == "refused"
    )
    missing: tuple[Notice, ...] = ()
    if returned.missing and returned.units:
        named = ", ".join(returned.missing[:NAMED]) + (" …" if len(returned.missing) > NAMED else "")
        told = f"{name}: {len(returned.missing)} segments of the document are not in it ({named})"
        missing = (Notice("reviewed.missing", told),)
    said = f"{returned.count('changed')} taken, {returned.count('same')} the same, {len(refused)} refused"
    drafts = sum(unit.fate == "changed" and unit.status == "draft" for unit in returned.units)
    if drafts:
        said += f"; {drafts} are drafts, which no page prints until they are approved"
    taken = Notice("reviewed.taken", f"{name}: {said}", "warning" if drafts else "info")
    return (*refused, *missing, *_to_look_at(returned, name), taken)


def _to_look_at(returned: Returned, name: str) -> Iterator[Notice]:
    for unit in returned.units:
        if unit.looks:
            told = f"{name}: {unit.id} is taken and deserves a second look: {' '.join(unit.looks)}"
            yield Notice("reviewed.doubted", told, "info")


def _looks(known: Segment, unit: Segment) -> tuple[str, ...]:
    return tuple(one.message for one in second_looks(known.zh, unit.en or "", known.known, known.tense))


def _written(unit: Segment) -> Segment:
    """Take English that somebody wrote for a draft where its status was left as it came."""
    return replace(unit, status="draft") if unit.en is not None and unit.status == "untranslated" else unit


def _why_not(
    known: Segment | None,
    unit: Segment,
    joined: Mapping[str, Segment],
    own: Sequence[PersonalTerm],
) -> str:
    if known is None:
        return "the document has no segment of this id, nor of this Chinese"
    if known.id in joined:
        return "its segment stands twice in the file; the first counts"
    if known.zh.strip() and not unit.zh.strip():
        return "its Chinese was changed, or its row mixed up with another"
    if _plain(known.zh) != _plain(unit.zh):
        return f"its Chinese is not the document's ({unit.zh[:20]}… for {known.zh[:20]}…)"
    if unit.en is None:
        return "it is marked as reviewed and holds no English"
    if unit.en == known.en:
        return ""
    if unit.status == "verified" and unit.untouched:
        return "a rule said it when the file was made and no more does, and no person has changed it"
    found = standing(findings(known.zh, unit.en, known.facts, own), unit.note)
    return f"{found[0].message}{HOW if standing(found, '! why') == () else ''}" if found else ""


def _joined(known: Segment, unit: Segment, name: str) -> Segment:
    """Give a segment the English of a unit; a rule's word that a person changed is not the rule's any more."""
    status = unit.status
    if unit.en != known.en and status in _RULED:
        status = _RULED[status]
    note = unit.note if unit.note and unit.note != known.note else f"{status} in {name}"
    by, on = (unit.approved_by, unit.approved_on) if status == "reviewed" else ("", "")
    return replace(known, en=unit.en, status=status, note=note, approved_by=by, approved_on=on)


HOW = " (a remark that begins with ! and says why overrules this)"
NAMED = 5
"""Segments that a notice names; more are counted."""
_RULED: Mapping[EnglishStatus, EnglishStatus] = MappingProxyType({"verified": "reviewed", "machine": "draft"})
"""What the words of a rule or of a translator become where a person has changed them and left their state."""


def _from_memory(segments: Sequence[Segment], memory: Memory) -> tuple[Segment, ...]:
    found = ((segment, memory.find(segment.zh)) for segment in segments)
    return tuple(_remembered(segment, unit) for segment, unit in found if unit is not None)


def _remembered(segment: Segment, unit: Remembered) -> Segment:
    """Give a segment what a file remembers of it; what was signed off there without a name is signed off."""
    status: EnglishStatus = "reviewed" if "reviewed" in (unit.status, unit.state) else "draft"
    if status == "draft" and unit.en == segment.en:
        return segment
    signed = replace(segment, approved_by=unit.approved_by, approved_on=unit.approved_on)
    return replace(signed, en=unit.en, status=status, note=unit.note or unit.source)
