"""Say which terms a document uses, and which of its words have no English yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from exporter.english.exchange.segments import segments_of
from exporter.english.glossary.terms import Term, load
from exporter.english.grammar.headings import english_of
from exporter.model import Document, all_lines


@dataclass(frozen=True, slots=True)
class Used:
    """A term, how often a document uses it, and its preferred English with its status and source."""

    zh: str
    count: int
    en: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of a heading or an indicator that no term covers, and how often they stand in one."""

    zh: str
    count: int


def used(document: Document) -> tuple[Used, ...]:
    """Count the terms of a document, the most frequent first."""
    base = load()
    found: Counter[Term] = Counter(match.terms[0] for line in all_lines(document) for match in base.find(line))
    return tuple(Used(term.zh, count, term.en, term.status, term.source) for term, count in found.most_common())


def missing(document: Document) -> tuple[Missing, ...]:
    """Count the words for which headings and indicators stay in Chinese, the most frequent first."""
    headings = (segment for segment in segments_of(document) if segment.en is None and segment.kind == "heading")
    words = Counter(word for one in headings for word in english_of(one.zh, "heading", one.tense).missing)
    names = (fact.indicator for fact in document.facts if fact.indicator_en is None)
    words.update(word for name in names for word in english_of(name, "term").missing)
    return tuple(Missing(word, count) for word, count in words.most_common())
