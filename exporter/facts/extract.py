"""Find every figure of a document: in the body only, each with its exact place in the source."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from exporter.facts.account.tiling import Tile, accounts
from exporter.facts.data.checks import notices_of
from exporter.facts.numbers.quantities import Quantity, is_numeric
from exporter.facts.passages import Grid, Passage, text_of
from exporter.facts.statements.changes import Statement, contradicts
from exporter.facts.statements.measures import currency_of, deed_of, home_currency, measure_of
from exporter.facts.statements.owners import with_owners
from exporter.facts.statements.parse import statements
from exporter.facts.statements.sentence import ADDED, Name, Sentence
from exporter.facts.statements.soundness import is_sound
from exporter.facts.statements.wholes import parts_of, whole_of
from exporter.facts.tables.grids import facts_of_grid
from exporter.facts.time.chronicle import Chronicle, chronicle_of, unsettled
from exporter.facts.time.dating import Dating, dated, named, times_of
from exporter.facts.time.foretold import as_foretold
from exporter.facts.time.moments import Timed
from exporter.facts.time.proposals import proposed_from
from exporter.facts.time.report_years import Calendar
from exporter.model import Bound, Document, Fact, Span, Stretch


def with_facts(document: Document) -> Document:
    """Give the document with its figures, and a notice for each that contradicts another."""
    chronicle = chronicle_of(document)
    facts = _found(document, chronicle)
    notices = (*document.notices, *unsettled(chronicle, facts), *notices_of(facts))
    return dataclasses.replace(document, facts=facts, notices=notices)


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Find the figures of a document in the order of its body; any text gives a list, possibly empty.

    A document without origin gives spans in the text of its passages, joined by line breaks.
    """
    return _found(document, chronicle_of(document))


def _found(document: Document, chronicle: Chronicle) -> tuple[Fact, ...]:
    """Find the figures of a document whose times are told."""
    text = text_of(document)
    lines = [found.end() for found in _LINE_END.finditer(text)]
    frame = _Frame(text, lines, chronicle.calendar, home_currency(document.metadata), count(1))
    facts: list[Fact] = []
    earlier: tuple[Name, ...] = ()
    proposed: int | None = None
    above = ""
    for part, timed in zip(chronicle.parts, chronicle.moments(), strict=True):
        if isinstance(part, Grid):
            cells = facts_of_grid(part, timed[0].moment, chronicle.calendar, text)
            stand = (fact for fact in cells if fact.span.end)  # a cell changed by hand stands nowhere
            facts += [
                dataclasses.replace(fact, id=frame.id(), line=frame.line(fact.number_span or fact.span))
                for fact in stand
            ]
        else:
            above = part.text if part.level is not None else above
            made = tuple(_of_passage(part, timed, frame, earlier, above))
            earlier = _told_of(made[-1]) if made and part.folded.rstrip().endswith("；") else ()
            proposed = proposed_from(part, proposed)
            facts += made if proposed is None else (_open(fact, proposed) for fact in made)
    return as_foretold(facts, text)


def _open(fact: Fact, since: int) -> Fact:
    """Mark an aim as not settled that is only proposed."""
    return dataclasses.replace(fact, sure=False) if fact.kind == "target" and fact.span.start >= since else fact


def _told_of(fact: Fact) -> tuple[Name, ...]:
    """Give the subject that a passage leaves to the one behind it, where a semicolon goes on."""
    return (Name(fact.indicator, (ADDED,) * len(fact.indicator)),)


_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all facts of a document share."""

    text: str
    lines: Sequence[int]
    """Where the lines of the text end."""
    calendar: Calendar
    home: str
    """Currency of a plain 元."""
    ids: Iterator[int]

    def id(self) -> str:
        return f"f{next(self.ids):04d}"

    def line(self, span: Span) -> int:
        return bisect_right(self.lines, span.start) + 1


def _of_passage(
    passage: Passage, timed: Sequence[Timed], frame: _Frame, earlier: tuple[Name, ...], above: str
) -> Iterator[Fact]:
    """Find the figures of a passage below a heading; one that is stated again word for word counts once."""
    folded = passage.folded
    if not is_numeric(folded):
        return
    paragraph = Sentence(folded, passage.text)
    seen: set[tuple[object, ...]] = set()
    stated: tuple[Statement, ...] = ()
    for start, end, moment in timed:
        sentence = folded[start:end]
        whole = whole_of(stated) if sentence.startswith("其中") else None
        named = whole.name if whole else None
        printed, before = passage.text[start:end], () if start else earlier
        stated = statements(sentence, printed, before, named) if is_numeric(sentence) else ()
        stated = parts_of(whole, stated) if whole else stated
        if not stated:
            continue
        stated = with_owners(stated, paragraph, start, above)
        times = times_of(sentence, moment, frame.calendar)
        told = accounts(sentence, stated, [(mark.start, mark.end) for mark in times])
        for (statement, dating), tiles in zip(
            dated(stated, times, sentence, moment, frame.calendar), told, strict=True
        ):
            value = (statement.value.number, statement.value.unit) if statement.value else None
            key = (
                statement.name.text,
                value,
                statement.change,
                statement.change_kind,
                dating.period,
                dating.kind,
                _text(statement.scope),
            )
            if key not in seen:
                seen.add(key)
                yield _fact(statement, tiles, start, passage, dating, moment.section.title, frame)


def _number(statement: Statement) -> Quantity:
    quantity = statement.value or statement.changed
    assert quantity is not None, "a statement holds a number"
    return quantity


def _fact(
    statement: Statement,
    tiles: Sequence[Tile],
    start: int,
    passage: Passage,
    dating: Dating,
    section: str | None,
    frame: _Frame,
) -> Fact:
    """Make a fact of a statement."""
    value, whole = statement.value, _text(statement.part_of)
    number = _number(statement)
    all_of_it, digits = (statement.start, statement.end), (number.number_start, number.number_end)
    (span, quote), (number_span, printed) = (_said(frame, passage, start, at) for at in (all_of_it, digits))
    return Fact(
        id=frame.id(),
        span=span,
        line=frame.line(number_span) if span.end else 0,
        quote=quote,
        indicator=named(statement, dating),
        value=printed if value else None,
        number=value.number if value else None,
        upper=number.upper,
        unit=_printed(value, passage, start) if value else None,
        change=statement.change,
        change_kind=statement.change_kind,
        change_bound=statement.changed.bound if statement.changed else "exact",
        bound=_bound(statement),
        qualifier=number.qualifier,
        period=str(dating.period) if dating.period else None,
        period_type=dating.period.kind if dating.period else None,
        kind=dating.kind,
        section=section,
        scope=_text(statement.scope),
        part_of=whole if whole != statement.name.text else None,
        deed=deed_of(statement),
        measure=measure_of(statement),
        base=dating.base,
        average=dating.average,
        among=_text(statement.among),
        currency=currency_of(value.unit if value else None, frame.home),
        sure=dating.sure and _is_read(statement, tiles),
        account=tuple(_stretches(tiles, start, passage)),
        number_span=number_span,
    )


def _is_read(statement: Statement, tiles: Sequence[Tile]) -> bool:
    """Say whether a statement is read whole: every word of its clause, a name that is one and its own, one sign."""
    whole = not any(tile.role == "unread" for tile in tiles)
    moved = statement.changed
    twice = moved is not None and any(contradicts(moved, one.lead.sign) for one in statement.readings)
    return whole and not twice and not statement.mingled and is_sound(statement.name, statement.verb)


def _said(frame: _Frame, passage: Passage, start: int, at: tuple[int, int]) -> tuple[Span, str]:
    """Give the place of part of a sentence and the source's own text there, or the passage's, which has no place."""
    first, last = start + at[0], start + at[1]
    span = passage.span(first, last)
    return span, frame.text[span.start : span.end] if span.end else passage.text[first:last]


def _printed(value: Quantity, passage: Passage, start: int) -> str | None:
    """Give a unit in the Chinese characters of the source: 億元."""
    behind = slice(start + value.number_end, start + value.unit_end)
    folded, printed = passage.folded[behind], passage.text[behind]
    if value.unit is None or folded == printed:
        return value.unit
    pairs = zip(folded, printed, strict=True)
    return value.unit.translate({ord(one): other for one, other in pairs if "\u3400" <= one <= "\u9fff"})


def _stretches(tiles: Sequence[Tile], start: int, passage: Passage) -> Iterator[Stretch]:
    """Give the tiles of a sentence their places in the source, so that they tile it too."""
    own = [tile for tile in tiles if not tile.inherited]
    places = passage.places
    begins = [max(places[start + tile.start], 0) for tile in own]
    ends = [*begins[1:], passage.span(start + own[-1].start, start + own[-1].end).end]
    for tile, begin, end in zip(own, begins, ends, strict=True):
        yield Stretch(Span(begin, end), tile.role, licence=tile.licence)
    for tile in tiles:
        if tile.inherited:
            yield Stretch(passage.span(start + tile.start, start + tile.end), tile.role, True)


def _text(name: Name | None) -> str | None:
    return name.text if name is not None else None


def _bound(statement: Statement) -> Bound:
    bound = _number(statement).bound
    return "strive" if statement.strive and bound == "exact" else bound
