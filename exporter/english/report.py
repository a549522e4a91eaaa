"""Report on a document's English: every segment's status, every figure's trace, everything that is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exporter.english.exchange.memory import recalled
from exporter.english.exchange.segments import Segment, segments_of
from exporter.english.exchange.tmx import standard_memory
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import english_of
from exporter.english.guard.meaning import meaning
from exporter.english.guard.number_check import Finding, check_segment
from exporter.english.guard.witness import doubts, sentence_around
from exporter.model import Document, EnglishStatus, Fact


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure from its place in the source to its English."""

    fact: Fact
    problems: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class EnglishReport:
    """What the guard found in a document whose facts carry their English."""

    segments: tuple[tuple[Segment, tuple[Finding, ...]], ...]
    figures: tuple[Trace, ...]

    @property
    def problems(self) -> tuple[tuple[str, Finding], ...]:
        """Everything wrong, with the id of the segment or figure that it is in."""
        return (
            *((segment.id, finding) for segment, findings in self.segments for finding in findings),
            *((trace.fact.id, finding) for trace in self.figures for finding in trace.problems),
        )

    @property
    def open_words(self) -> tuple[tuple[str, int], ...]:
        """The words for which headings and figures have no English, the most frequent first."""
        words = Counter(word for segment, _ in self.segments if segment.en is None for word in segment.open)
        names = (trace.fact.indicator for trace in self.figures if trace.fact.indicator_en is None)
        words.update(word for name in names for word in english_of(name, "term").missing or (name,))
        return tuple(words.most_common())

    @property
    def readings(self) -> tuple[Segment, ...]:
        """The drafts whose words can be read otherwise."""
        return tuple(segment for segment, _ in self.segments if segment.status == "draft" and segment.open)

    @property
    def drafts(self) -> tuple[Fact, ...]:
        """The figures whose English leaves a word of their clause open, or is read with doubt."""
        return tuple(trace.fact for trace in self.figures if trace.fact.english_status == "draft")

    @property
    def unsure(self) -> tuple[tuple[str, int], ...]:
        """The sections whose time or kind is not settled, with how many figures hang on it."""
        facts = (trace.fact for trace in self.figures if not trace.fact.sure)
        return tuple(Counter(fact.section or "" for fact in facts).most_common())

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(document: Document, segments: Sequence[Segment] | None = None) -> EnglishReport:
    """Check a document's English, segment by segment and figure by figure.

    `segments`: those of the document with English from a translator; None: what rules and the package's memory give.
    """
    cut = recalled(segments_of(document), standard_memory()) if segments is None else tuple(segments)
    return EnglishReport(
        tuple((segment, _findings(segment)) for segment in cut),
        tuple(_trace(document, fact) for fact in document.facts),
    )


def lines(report: EnglishReport, said_as: Callable[[str], str] = str) -> Iterator[str]:
    """Say a report in lines for a person: counts by status, then what is wrong.

    `said_as` gives a line of ours in the language of who reads it.
    """
    yield from map(said_as, _counts(report))
    for place, finding in report.problems:
        yield f"{place}: {finding.code}: {said_as(finding.message)}"
    yield said_as("nothing is wrong" if report.right else f"{len(report.problems)} things are wrong")


def _counts(report: EnglishReport) -> Iterator[str]:
    statuses: Counter[EnglishStatus] = Counter(segment.status for segment, _ in report.segments)
    yield f"segments: {len(report.segments)}; " + ", ".join(
        f"{status} {count}" for status, count in sorted(statuses.items())
    )
    reasons = Counter(segment.note for segment, _ in report.segments if segment.en is None and segment.note)
    for reason, count in reasons.most_common(3):
        yield f"untranslated {count}: {reason}"
    said = sum(trace.fact.english_status != "untranslated" for trace in report.figures)
    yield f"figures: {len(report.figures)}; in English {said}, untranslated {len(report.figures) - said}"
    yield from _open(report)


_SHOWN = 20
"""Rows of a list that a person is shown; `--json` has them all."""


def _open(report: EnglishReport) -> Iterator[str]:
    """Say what is open: words, readings, figures, sections."""
    if report.open_words:
        said = ", ".join(f"{word} {count}" for word, count in report.open_words[:_SHOWN])
        yield f"words without English: {len(report.open_words)}: {said}"
    for segment in report.readings[:_SHOWN]:
        yield f"{segment.id}: can be read otherwise: {', '.join(segment.open)}: {segment.zh} ({segment.en})"
    if len(report.readings) > _SHOWN:
        yield f"{len(report.readings) - _SHOWN} headings more can be read otherwise"
    if report.drafts:
        yield f"figures whose English is a draft: {len(report.drafts)}: {_ids(report.drafts)}"
    for section, count in report.unsure:
        yield f"section unsure: {section or 'before the first heading'}: {count} figures"


def _ids(facts: Sequence[Fact]) -> str:
    more = "" if len(facts) <= _SHOWN else " …"
    return ", ".join(fact.id for fact in facts[:_SHOWN]) + more


def as_plain(report: EnglishReport) -> dict[str, Any]:
    """Give a report as plain data: what `exporter check --json` prints."""
    return {
        "right": report.right,
        "segments": [_plain_segment(segment, findings) for segment, findings in report.segments],
        "figures": [_plain_trace(trace) for trace in report.figures],
        "open": {
            "words": [{"zh": word, "count": count} for word, count in report.open_words],
            "readings": [
                {"in": one.id, "zh": one.zh, "en": one.en, "words": list(one.open)} for one in report.readings
            ],
            "figures": [fact.id for fact in report.drafts],
            "sections": [{"title": section, "figures": count} for section, count in report.unsure],
        },
        "problems": [{"in": place, **_plain_finding(finding)} for place, finding in report.problems],
    }


def _findings(segment: Segment) -> tuple[Finding, ...]:
    """Check a segment's English, ours or anybody's: its figures, and where its words and those of the source part."""
    if segment.en is None:
        return ()
    broken = () if segment.status == "draft" else meaning(segment.zh, segment.en, load())
    return (*check_segment(segment.zh, segment.en, segment.facts), *broken)


def _trace(document: Document, fact: Fact) -> Trace:
    """Follow a figure: its quote must stand at its span, and its English must say its numbers and no others."""
    problems: list[Finding] = []
    if document.origin is not None and document.origin.text[fact.span.start : fact.span.end] != fact.quote:
        problems.append(Finding("figure.place", "its quote does not stand at its place in the source", fact.quote))
    if fact.english is not None:
        problems += check_fact(fact, document.origin.text if document.origin else fact.quote)
    return Trace(fact, tuple(problems))


def check_fact(fact: Fact, text: str) -> tuple[Finding, ...]:
    """Check the figures of a fact and of its English against the sentence of the source that they stand in.

    Two readings of that sentence are compared that share nothing: the guard's, and a witness's.
    """
    assert fact.english is not None
    sentence = sentence_around(text, fact.span)
    found = check_segment(fact.quote, fact.english, (fact,))
    return (*doubts(fact, sentence), *(finding for finding in found if finding.code in _OF_ITS_OWN))


_OF_ITS_OWN = frozenset(("text.han", "figure.broken", "figure.direction"))
"""Findings that hold for one figure of a sentence, whatever else the sentence says."""


def _plain_segment(segment: Segment, findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        "id": segment.id,
        "kind": segment.kind,
        "zh": segment.zh,
        "en": segment.en,
        "status": segment.status,
        "start": segment.span.start if segment.span else None,
        "end": segment.span.end if segment.span else None,
        "note": segment.note,
        "figures": [fact.id for fact in segment.facts],
        "findings": [_plain_finding(finding) for finding in findings],
    }


def _plain_trace(trace: Trace) -> dict[str, Any]:
    fact = trace.fact
    return {
        "id": fact.id,
        "line": fact.line,
        "start": fact.span.start,
        "end": fact.span.end,
        "quote": fact.quote,
        "value_en": fact.value_en,
        "english": fact.english,
        "status": fact.english_status,
        "findings": [_plain_finding(finding) for finding in trace.problems],
    }


def _plain_finding(finding: Finding) -> dict[str, str]:
    return {"code": finding.code, "message": finding.message, "zh": finding.zh, "en": finding.en}
