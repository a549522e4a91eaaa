"""Cut a segment into parts that are worked on by themselves, and put their English together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from exporter.english.exchange.segments import Segment
from exporter.english.services.clauses import JOINTS
from exporter.model import EnglishStatus
from exporter.review.store import Entry


def joints_of(zh: str) -> tuple[int, ...]:
    """Give the places where a text may be cut: behind its inner marks."""
    return tuple(at + 1 for at, sign in enumerate(zh[:-1]) if sign in JOINTS or sign in "。！？")


def parts_of(segment: Segment, cuts: Iterable[int]) -> tuple[Segment, ...]:
    """Cut a segment at places of its Chinese, into parts called `s0012.1` and so on."""
    places = sorted({at for at in cuts if 0 < at < len(segment.zh)})
    if not places:
        return (segment,)
    return tuple(
        _part(segment, number, segment.zh[start:end])
        for number, (start, end) in enumerate(pairwise((0, *places, len(segment.zh))), 1)
    )


def _part(segment: Segment, number: int, zh: str) -> Segment:
    held = tuple(fact for fact in segment.facts if fact.quote in zh)
    return Segment(f"{segment.id}.{number}", zh, segment.kind, span=segment.span, tense=segment.tense, facts=held)


def whole_of(entries: Sequence[Entry | None]) -> tuple[str, EnglishStatus]:
    """Join the English of all parts; it is approved where each of them is, and nothing where one is empty."""
    said = [entry.en.strip() for entry in entries if entry is not None and entry.en.strip()]
    if len(said) < len(entries):
        return "", "untranslated"
    reviewed = all(entry is not None and entry.status == "reviewed" for entry in entries)
    return " ".join(said), "reviewed" if reviewed else "draft"


def base_of(known: str) -> str:
    """Give the id of the segment that a part belongs to."""
    return known.partition(".")[0]
