"""Hold one review: a document's segments, what is known of each, and what the reviewer does to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from typing import Any

from exporter.english.exchange.memory import Memory, Unit, apart, memory_of
from exporter.english.exchange.segments import Segment, mark_of
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.english.guard.departures import second_looks
from exporter.english.guard.finding import Finding
from exporter.english.guard.whole import findings, standing
from exporter.errors import TranslationError
from exporter.model import Document, EnglishStatus, Heading, heading_text, line_at
from exporter.review.parts import base_of, joints_of, parts_of, whole_of
from exporter.review.store import Entry, Store

Plain = dict[str, Any]

EMPTY = Memory()
MAX_ENGLISH = 20_000
"""Characters that a reviewer may write for one segment."""


@dataclass(frozen=True, slots=True)
class Session:
    """A document under review; what is written goes to `store` at once."""

    document: Document
    segments: tuple[Segment, ...]
    store: Store
    memory: Memory

    def state(self) -> Plain:
        """Give all that the page shows, as plain data."""
        entries, cuts = self.store.entries(), self.store.cuts()
        return {
            "title": self.document.metadata.title or self._name(),
            "name": self._name(),
            "segments": [
                row
                for segment, section in zip(self.segments, self._sections(), strict=True)
                for row in self._rows(segment, cuts.get(prepared(segment.zh), ()), entries, section)
            ],
        }

    def cut(self, known: str, places: tuple[int, ...]) -> list[Plain]:
        """Cut a segment into parts at places of its Chinese, or put it together again where there are none.

        Gives the rows that stand for it now. Raises TranslationError `review.unknown` or `review.cut`.
        """
        segment = self._segment(known)
        if not set(places) <= set(joints_of(segment.zh)):
            raise TranslationError(f"{known}: can be cut behind its marks alone", "review.cut")
        self.store.cut(segment.zh, places)
        section = dict(zip((one.id for one in self.segments), self._sections(), strict=True))[segment.id]
        return self._rows(segment, places, self.store.entries(), section)

    def check(self, known: str, english: str) -> list[Plain]:
        """Say what the guard finds in the English of a segment. Raises TranslationError `review.unknown`."""
        segment = self._segment(known)
        return self._told(segment, english)

    def keep(
        self, known: str, english: str, status: EnglishStatus, note: str, author: str, version: int, looked: bool
    ) -> tuple[Entry | None, list[Plain]]:
        """Write what the reviewer says of a segment, on top of the version that was read.

        None with its findings where it was to be approved and the guard objects; a note that begins with `!`
        and says why overrules it in all but figures. None too where the guard only doubts, and the reviewer has not
        `looked` at what it doubts. Raises store.ConflictError, and TranslationError `review.unknown`,
        `review.nameless` or `review.too_long`.
        """
        segment = self._segment(known)
        if len(english) > MAX_ENGLISH:
            raise TranslationError(f"{known}: more than {MAX_ENGLISH} characters; shorten it", "review.too_long")
        if status == "reviewed" and not author.strip():
            raise TranslationError("who approves? give your name first", "review.nameless")
        found = self._against(segment, english)
        if status == "reviewed" and (not english.strip() or self._against(segment, english, note)):
            return None, found or [{"code": "text.empty", "message": "there is no English to approve"}]
        doubted = self._doubts(segment, english) if not found else []
        if status == "reviewed" and doubted and not looked:
            return None, doubted
        day = datetime.now(UTC).astimezone().date().isoformat()
        entry = Entry(segment.zh, english, status, note, author.strip(), day, self._name(), version)
        kept = self.store.keep(entry)
        if base_of(known) != known:
            self._put_together(self._segment(base_of(known)), kept)
        return kept, found if status == "reviewed" else found or doubted

    def suggestions(self, known: str) -> list[Plain]:
        """Give similar segments of the memory and of this review, each with the words in which it differs."""
        segment = self._segment(known)
        held = memory_of((*self.memory.units, *approved_units(self.store)))
        return [
            {
                "score": score,
                "zh": unit.zh,
                "en": unit.en,
                "by": unit.approved_by,
                "numbers": apart(unit.zh) == apart(segment.zh),
                "differs": _differs(unit.zh, segment.zh),
            }
            for score, unit in held.similar(segment.zh, 60.0)
            if unit.zh != segment.zh
        ]

    def _put_together(self, segment: Segment, part: Entry) -> None:
        """Write the English of all parts of a segment as its own; what the guard objects to is no more than a draft."""
        entries = self.store.entries()
        parts = parts_of(segment, self.store.cuts().get(prepared(segment.zh), ()))
        written = [entries.get(prepared(one.zh)) for one in parts]
        english, status = whole_of(written)
        if not english:
            return
        note = next((one.note for one in written if one and one.note.startswith("!")), "")
        if self._against(segment, english, note):
            status = "draft"
        there = entries.get(prepared(segment.zh))
        version = there.version if there else 0
        self.store.keep(replace(part, zh=segment.zh, en=english, status=status, note=note, version=version))

    def _against(self, segment: Segment, english: str, note: str = "") -> list[Plain]:
        """Give what the guard objects to; nothing in what a rule proved of these very words."""
        proved = segment.status == "verified" and english == segment.en
        found = findings(segment.zh, english, segment.facts, self.document.terms) if english and not proved else ()
        return [_plain_finding(one) for one in standing(found, note)]

    def _told(self, segment: Segment, english: str) -> list[Plain]:
        """Give what the guard finds, or, where it finds nothing, what it doubts."""
        return self._against(segment, english) or self._doubts(segment, english)

    def _doubts(self, segment: Segment, english: str) -> list[Plain]:
        """Give what is to be looked at twice: where the English departs from what is known, or has no like."""
        if not english.strip():
            return []
        return [_plain_finding(one) for one in second_looks(segment.zh, english, segment.known, segment.tense)]

    def _segment(self, known: str) -> Segment:
        base = next((one for one in self.segments if one.id == base_of(known)), None)
        cuts = self.store.cuts().get(prepared(base.zh), ()) if base and base.id != known else ()
        for one in parts_of(base, cuts) if base else ():
            if one.id == known:
                return one
        raise TranslationError(f"no segment {known!r} in this document", "review.unknown")

    def _name(self) -> str:
        return self.document.origin.name if self.document.origin else "document"

    def _sections(self) -> Iterator[str]:
        """Give the level-1 heading that each segment stands under."""
        heads = [
            (block.span.start, heading_text(block))
            for block in self.document.blocks
            if isinstance(block, Heading) and block.level == 1 and block.span is not None
        ]
        section = ""
        for segment in self.segments:
            while heads and segment.span is not None and heads[0][0] <= segment.span.start:
                section = heads.pop(0)[1]
            yield section

    def _rows(self, segment: Segment, cuts: Sequence[int], entries: Mapping[str, Entry], section: str) -> list[Plain]:
        """Give the rows that stand for a segment: itself, or its parts."""
        there = entries.get(prepared(segment.zh))
        shared = {"base": segment.id, "cuts": list(cuts), "joints": list(joints_of(segment.zh)), "whole": segment.zh}
        shared["wholeEn"] = there.en if there else segment.en or ""
        return [self._plain(part, entries.get(prepared(part.zh)), section) | shared for part in parts_of(segment, cuts)]

    def _plain(self, segment: Segment, entry: Entry | None, section: str) -> Plain:
        shown = segment
        if entry and (entry.status == "reviewed" or entry.en != segment.en):
            shown = replace(segment, en=entry.en, status=entry.status, note=entry.note)
        text = self.document.origin.text if self.document.origin else ""
        return {
            "id": segment.id,
            "kind": segment.kind,
            "zh": segment.zh,
            "en": shown.en or "",
            "ours": segment.en or "",
            "mark": mark_of(segment.zh, segment.en) if segment.status == "verified" else "",
            "status": shown.status if shown.en else "untranslated",
            "note": entry.note if entry else "",
            "author": entry.author if entry else "",
            "version": entry.version if entry else 0,
            "section": section,
            "line": line_at(text, segment.span.start) if text and segment.span else None,
            "figures": [[fact.quote, fact.value_en or fact.english or ""] for fact in segment.facts],
            "terms": [[match.terms[0].zh, match.terms[0].en] for match in load().find(segment.zh) if _official(match)],
            "findings": self._findings(shown),
        }

    def _findings(self, shown: Segment) -> list[Plain]:
        if shown.status == "verified":
            return []
        return (self._against if shown.status == "reviewed" else self._told)(shown, shown.en or "")


def _official(match: Any) -> bool:
    return len(match.terms[0].zh) > 2 and match.terms[0].kind not in ("verb", "adjective", "adverb")


def _differs(remembered: str, here: str) -> list[list[str]]:
    """Give each stretch in which two texts differ: what the memory has, and what stands here."""
    match = SequenceMatcher(None, remembered, here, autojunk=False)
    return [[remembered[a:b], here[c:d]] for tag, a, b, c, d in match.get_opcodes() if tag != "equal"]


def _plain_finding(finding: Finding) -> Plain:
    return {"code": finding.code, "message": finding.message, "zh": finding.zh, "en": finding.en}


def approved_units(store: Store) -> tuple[Unit, ...]:
    """Give what people have approved so far as units of a memory."""
    return tuple(
        Unit(entry.zh, entry.en, entry.document, entry.author, entry.day)
        for entry in store.entries().values()
        if entry.en and entry.status == "reviewed"
    )


def session_of(document: Document, segments: tuple[Segment, ...], store: Store, memory: Memory = EMPTY) -> Session:
    """Open a review of a document whose facts carry their English; `memory` gives suggestions beside what is kept."""
    return Session(document, segments, store, memory)
