"""Find every figure of a document: in the body only, each with its exact place in the source."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.characters import offsets
from exporter.facts import periods, sections
from exporter.facts.checks import notices_of
from exporter.facts.growths import Statement
from exporter.facts.numerals import fold
from exporter.facts.quantities import Quantity, is_numeric
from exporter.facts.statements import statements
from exporter.facts.times import Calendar, Section, marks
from exporter.model import Bound, Document, Fact, Heading, ListBlock, Paragraph, Runs, Span, heading_text


def with_facts(document: Document) -> Document:
    """Give the document with its figures, and a notice for each that contradicts another."""
    facts = facts_of(document)
    return dataclasses.replace(document, facts=facts, notices=(*document.notices, *notices_of(facts)))


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Find the figures of a document in the order of its body; any text gives a list, possibly empty.

    A document without origin gives spans in the text of its passages, joined by line breaks.
    """
    passages = list(_passages(document))
    text = document.origin.text if document.origin else "\n".join(passage.text for passage in passages)
    calendar = sections.calendar_of(document)
    section = sections.first_section(document, calendar)
    lines = [found.end() for found in _LINE_END.finditer(text)]
    facts: list[Fact] = []
    for passage in passages:
        if passage.opens is not None:
            section = sections.section_under(passage.opens, section, calendar)
        section = sections.section_from(passage.text, section, calendar)
        made = _of_passage(passage, calendar, section, text)
        facts += [_numbered(fact, place, lines) for place, fact in enumerate(made, len(facts) + 1)]
    return tuple(facts)


_LINE_END = re.compile("\n")
_SENTENCE = re.compile(r"[^。！？\n]{1,1500}[。！？\n]?|[。！？\n]")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a heading, a paragraph or an item, and the place in the source of each character."""

    text: str
    places: Sequence[int]
    opens: str | None = None
    """The heading itself where the passage is a level-1 heading."""


def _passages(document: Document) -> Iterator[Passage]:
    """Give the passages of the body that may hold figures."""
    start = 0
    for runs, opens in _run_rows(document):
        text, places = offsets(runs, document.alterations)
        if document.origin is None:
            places = list(range(start, start + len(text)))
            start += len(text) + 1
        yield Passage(text, places, opens)


def _run_rows(document: Document) -> Iterator[tuple[Runs, str | None]]:
    for block in document.blocks:
        match block:
            case Heading(level=level, runs=runs):
                opens = heading_text(block) if level == 1 else None
                yield (runs if level else ()), opens
            case Paragraph(runs=runs, role="body"):
                yield runs, None
            case ListBlock(items=items):
                for item in items:
                    yield item.runs, None
            case _:
                continue


def _of_passage(passage: Passage, calendar: Calendar, section: Section, source: str) -> Iterator[Fact]:
    """Find the figures of a passage; one that is stated again word for word in it counts once."""
    folded = fold(passage.text)
    if not is_numeric(folded):
        return
    seen: set[tuple[object, ...]] = set()
    span = section.span
    for found in _SENTENCE.finditer(folded):
        start, sentence = found.start(), found[0]
        section = sections.section_within(sentence, section, calendar)
        times = marks(sentence, calendar, section)
        span = periods.span_of(times, span, section)
        for statement in statements(sentence, passage.text[start : found.end()]):
            fact = _fact(statement, start, passage, source)
            at = _number(statement).number_start
            period = periods.period_of(statement, at, times, section, span, sentence)
            kind = periods.kind_of(statement, at, period, section, calendar, sentence)
            fact = dataclasses.replace(fact, period=period, kind=kind, section=section.title)
            key = (fact.indicator, fact.number, fact.unit, fact.change, fact.change_kind, period, kind, fact.scope)
            if key not in seen:
                seen.add(key)
                yield fact


def _number(statement: Statement) -> Quantity:
    quantity = statement.value or statement.changed
    assert quantity is not None, "a statement holds a number"
    return quantity


def _fact(statement: Statement, start: int, passage: Passage, source: str) -> Fact:
    """Make a fact of a statement, without its time."""
    value = statement.value
    number = _number(statement)
    span = _place(passage, start + statement.start, start + statement.end)
    number_span = _place(passage, start + number.number_start, start + number.number_end)
    return Fact(
        id="",
        span=span,
        line=0,
        quote=source[span.start : span.end],
        indicator=statement.name,
        value=source[number_span.start : number_span.end] if value else None,
        number=value.number if value else None,
        upper=number.upper,
        unit=value.unit if value else None,
        change=statement.change,
        change_kind=statement.change_kind,
        change_bound=statement.changed.bound if statement.changed else "exact",
        bound=_bound(statement),
        qualifier=number.qualifier,
        scope=statement.scope,
        part_of=statement.part_of if statement.part_of != statement.name else None,
        verb=statement.verb,
        number_span=number_span,
    )


def _bound(statement: Statement) -> Bound:
    bound = _number(statement).bound
    return "strive" if statement.strive and bound == "exact" else bound


def _place(passage: Passage, start: int, end: int) -> Span:
    """Give the span in the source of a stretch of a passage."""
    places = passage.places
    first, last = places[start], places[end - 1]
    return Span(max(first, 0), max(last + 1, 0))


def _numbered(fact: Fact, place: int, lines: Sequence[int]) -> Fact:
    return dataclasses.replace(fact, id=f"f{place:04d}", line=bisect_right(lines, fact.span.start) + 1)
