"""Cut a document into segments, a heading or a sentence each, with the English there is and its status."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from exporter.characters import source_span
from exporter.english.document import names_of, title_in_english
from exporter.english.figures.cells import cell_in_english
from exporter.english.figures.composed import composed
from exporter.english.grammar.headings import Names, english_of
from exporter.english.grammar.opening_lines import opening_of
from exporter.english.grammar.styling import Tense, TextKind
from exporter.english.grammar.titles import formal_title_of, title_of
from exporter.english.tenses import tenses_of
from exporter.model import (
    Alteration,
    Block,
    Document,
    EnglishStatus,
    Fact,
    Heading,
    ListBlock,
    Metadata,
    Note,
    Pair,
    Paragraph,
    Runs,
    Span,
    Table,
    heading_text,
    plain,
    spoken,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading or sentence of a document, with its English and how far that can be trusted."""

    id: str
    """`s0001` …, in the order of the document."""
    zh: str
    kind: TextKind
    en: str | None = None
    status: EnglishStatus = "untranslated"
    span: Span | None = None
    tense: Tense | None = None
    facts: tuple[Fact, ...] = field(default=(), compare=False)
    """The figures that stand in it."""
    note: str = ""
    """Why it is untranslated, or who approved it and when."""
    open: tuple[str, ...] = field(default=(), compare=False)
    """Words that no term or rule covers; of a draft, those that can be read otherwise."""
    approved_by: str = field(default="", compare=False)
    approved_on: str = field(default="", compare=False)
    """Who approved it and on which day (ISO 8601), where that is known."""
    untouched: bool = field(default=False, compare=False)
    """Of one that came back: its English is what a rule said when it went out, and no person's."""

    @property
    def known(self) -> str | None:
        """Its English where a rule has proved it, or somebody has approved it."""
        return self.en if self.status in ("verified", "reviewed") else None


def mark_of(zh: str, en: str | None) -> str:
    """Hash what a rule said of a text to eight hexadecimal digits, to know it again when it comes back."""
    return hashlib.sha256(f"{zh}\0{en or ''}".encode()).hexdigest()[:8]


def segments_of(document: Document) -> tuple[Segment, ...]:
    """Cut a document into segments; headings, short texts and sentences of figures come with their English by rule."""
    names = names_of(document.metadata, document.terms)
    found = [_rendered(segment, document.metadata, names) for segment in _cut(document)]
    facts = sorted(document.facts, key=lambda fact: fact.span.start)
    return tuple(
        _with_figures(replace(segment, id=f"s{number:04d}"), _within(segment.span, facts), names)
        for number, segment in enumerate(found, 1)
    )


def _with_figures(segment: Segment, facts: tuple[Fact, ...], names: Names) -> Segment:
    """Give a segment its figures, and their English where nothing else in it is unknown."""
    if segment.en is not None or segment.kind != "sentence" or segment.span is None:
        return replace(segment, facts=facts)
    english = composed(segment.zh, facts, segment.span.start, segment.tense, names)
    if english is None:
        return replace(segment, facts=facts)
    return replace(segment, facts=facts, en=english, status="verified")


_SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’」』）)]*|[^。！？；]+$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a text begins and ends; they tile it."""
    for found in _SENTENCE.finditer(text):
        yield found.span()


def _cut(document: Document) -> Iterator[Segment]:
    tenses = tenses_of(document)
    for block in (*document.blocks, *document.appendix):
        for segment in segments_of_block(block, document.alterations):
            yield replace(segment, tense=tenses.at(segment.span))


def segments_of_block(block: Block, alterations: tuple[Alteration, ...]) -> tuple[Segment, ...]:
    """Cut one block into segments, without numbers, tense and English."""
    return tuple(_segments(block, alterations))


def _segments(block: Block, alterations: tuple[Alteration, ...]) -> Iterator[Segment]:
    match block:
        case Heading(level=level):
            yield Segment("", heading_text(block), "title" if level == 0 else "heading", span=block.span)
        case Paragraph(runs=runs) | Note(runs=runs):
            yield from _of_runs(runs, alterations)
        case ListBlock(items=items):
            for item in items:
                yield from _of_runs(item.runs, alterations)
        case Table():
            yield from _of_table(block, alterations)
        case Pair(zh=inner):
            for one in inner:
                yield from _segments(one, alterations)
        case _:
            return


def _of_table(table: Table, alterations: tuple[Alteration, ...]) -> Iterator[Segment]:
    """Give the caption of a table and each cell that holds Chinese."""
    if caption := plain(spoken(table.caption)).strip():
        yield Segment("", caption, "heading", span=_span_of(table.caption, alterations))
    for cell in (cell for row in table.rows for cell in row):
        text = plain(spoken(cell.runs)).strip()
        if re.search(r"[\u4e00-\u9fff]", text):
            yield Segment("", text, "term", span=cell.span)


def _of_runs(runs: Runs, alterations: tuple[Alteration, ...]) -> Iterator[Segment]:
    runs = spoken(runs)
    text = plain(runs)
    for start, end in sentences(text):
        words = text[start:end].strip()
        if words:
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            span = _span_of(runs, alterations, start + lead, start + lead + len(words))
            yield Segment("", words, "heading" if _is_head(words, end, runs) else "sentence", span=span)


def _is_head(words: str, end: int, runs: Runs) -> bool:
    """Say whether a sentence that ends here is the head that its paragraph begins with; what has figures is text."""
    led = sum(len(run.text) for run in takewhile(lambda run: run.role == "lead", runs))
    return end <= led and not re.search(r"\d", words)


def _span_of(runs: Runs, alterations: tuple[Alteration, ...], start: int = 0, end: int | None = None) -> Span | None:
    span = source_span(runs, alterations, start, len(plain(runs)) if end is None else end)
    return span if span.start >= 0 else None


def _rendered(segment: Segment, metadata: Metadata, names: Names) -> Segment:
    if segment.kind == "sentence":
        opening = opening_of(segment.zh)
        return replace(segment, en=opening, status="verified") if opening else segment
    if segment.kind == "title":
        made = title_in_english(metadata) if segment.zh == metadata.title else title_of(segment.zh, names)
    else:
        formal = formal_title_of(segment.zh, names) if segment.kind == "heading" else None
        made = formal or english_of(segment.zh, segment.kind, segment.tense, names=names)
    if made.text is None and segment.kind == "term" and (figure := cell_in_english(segment.zh)) is not None:
        return replace(segment, en=figure, status="verified")
    words = ", ".join(made.missing)
    if made.text is None:
        return replace(segment, note=f"no term or rule for: {words}", open=made.missing)
    status: EnglishStatus = "draft" if _CROWDED.search(made.text) else made.status
    doubt = f"can be read otherwise: {words}" if status == "draft" else ""
    return replace(segment, en=made.text, status=status, note=doubt, open=made.missing)


_CROWDED = re.compile(r"\b(?:in|for) \d{4} (?:in|for) \d{4}\b")
"""Two years that stand side by side: one belongs to a thing that stands further off."""


def _within(span: Span | None, facts: list[Fact]) -> tuple[Fact, ...]:
    if span is None:
        return ()
    return tuple(fact for fact in facts if span.start <= fact.span.start < span.end)
