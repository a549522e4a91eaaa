"""Bring a document and the English that people, memories and translators have for it together, for every target.

Rules speak first; a memory fills what they leave; what people reviewed stands above both; a translator is asked last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from exporter import pipeline
from exporter.model import Document, Notice
from exporter.parts import BARE, FIGURES, HTML, PDF, WORD, Address, Options, load
from exporter.pipeline import Rendered, Renderer
from exporter.style import Style

if TYPE_CHECKING:
    from exporter.english.exchange.memory import Memory
    from exporter.english.exchange.personal import Personal
    from exporter.english.exchange.returned import Returned
    from exporter.english.exchange.segments import Segment
    from exporter.english.services.session import Session

EXCHANGE = "exporter.english.exchange"


def require_files(options: Options) -> None:
    """Refuse a memory, terms or reviewed file that is not there, whatever target is made. Raises SourceError."""
    for file in (options.memory, options.terms, *options.reviewed):
        if file is not None and not Path(file).is_file():
            pipeline.fetch(file)


def with_terms(document: Document, options: Options) -> Document:
    """Give a document the user's own terms, before any English is made of it."""
    if options.terms is None:
        return document
    name, data = pipeline.fetch(options.terms)
    own: Personal = load(f"{EXCHANGE}.personal:read_personal")(name, data)
    return replace(document, terms=own.terms, notices=(*document.notices, *own.notices))


def figured(document: Document, options: Options) -> Document:
    """Give a document its figures with their English: by rule with the user's terms, and as people approved it."""
    ready = pipeline.run(with_terms(document, options), [load(step) for step in FIGURES])
    return people_said(ready, options)


def people_said(document: Document, options: Options) -> Document:
    """Give the figures of a document the English that people approved for them, or for sentences of theirs alone."""
    if options.memory is None and not options.reviewed:
        return document
    memory = _memory(*pipeline.fetch(options.memory)) if options.memory else None
    approved = segments_of(document, replace(options, translator=None))
    return cast(Document, load(f"{EXCHANGE}.memory:facts_approved")(document, approved, memory))


def translator_said(document: Document, options: Options) -> Document:
    """Give the figures of a document that have no English yet a translator's, for who lists them as data."""
    if options.translator is None:
        return document
    return cast(Document, load(f"{EXCHANGE}.memory:facts_translated")(document, segments_of(document, options)))


def segments_of(document: Document, options: Options) -> tuple[Segment, ...]:
    """Cut a document whose facts carry English into segments, with all the English that the options bring."""
    found = load(f"{EXCHANGE}.segments:segments_of")(document)
    if options.memory:
        found = load(f"{EXCHANGE}.memory:recalled")(found, _memory(*pipeline.fetch(options.memory)))
    for returned in _returned(found, document, options):
        found = returned.segments
    session = session_of(options)
    return cast("tuple[Segment, ...]", session.translated(found, document.terms) if session else found)


def session_of(options: Options) -> Session | None:
    """Open the session with a document's translator, or give the one that is open; None where none is asked for."""
    given = options.translator
    if given is None:
        return None
    if isinstance(given, str):
        return cast("Session", load("exporter.english.services.named:session_named")(given, options.patience))
    return cast("Session", load("exporter.english.services.session:opened")(given, options.patience))


def opened(options: Options) -> Options:
    """Open one session with the translator for all the targets of a document."""
    return replace(options, translator=session_of(options)) if options.translator else options


def service_notices(options: Options) -> tuple[Notice, ...]:
    """Say what a translator that was opened failed to give."""
    session = session_of(options)
    return session.notices if session else ()


def memory_of(options: Options) -> Memory:
    """Give the memory that the options name; an empty one where they name none."""
    if options.memory is None:
        return cast("Memory", load(f"{EXCHANGE}.memory:Memory")())
    return _memory(*pipeline.fetch(options.memory))


def _memory(name: str, data: bytes) -> Memory:
    """Read a memory: the file of a review, or TMX."""
    if data.startswith(b"SQLite format 3\0"):
        return cast("Memory", load(f"{EXCHANGE}.memory_file:memory_from")(data, name))
    return cast("Memory", load(f"{EXCHANGE}.tmx:from_tmx")(data, name))


def review_notices(document: Document, options: Options) -> tuple[Notice, ...]:
    """Say what of the reviewed files was taken, changed and refused, and why."""
    if not options.reviewed:
        return ()
    ready = figured(document, options)
    found = load(f"{EXCHANGE}.segments:segments_of")(ready)
    said: list[Notice] = []
    for file, returned in zip(options.reviewed, _returned(found, ready, options), strict=True):
        said += load(f"{EXCHANGE}.returned:notices_of")(returned, file.name)
    return tuple(said)


def _returned(segments: tuple[Segment, ...], document: Document, options: Options) -> list[Returned]:
    """Take back the files in the order given: the later one has the last word."""
    taken: list[Returned] = []
    for file in options.reviewed:
        name, data = pipeline.fetch(file)
        back = load(f"{EXCHANGE}.returned:read_returned")(name, data)
        taken.append(load(f"{EXCHANGE}.returned:taken_back")(segments, back, name, document.terms))
        segments = taken[-1].segments
    return taken


# ---------------------------------------------------------------- renderers of targets


def word(options: Options) -> Renderer:
    """Give the renderer of the whole document in two languages as a Word file."""
    return _bilingual(WORD, options)


def pdf(options: Options) -> Renderer:
    """Give the renderer of the whole document in two languages as PDF."""
    return _bilingual(PDF, options)


def html(options: Options) -> Renderer:
    """Give the renderer of the whole document in two languages as a web page."""
    return _bilingual(HTML, options)


def xliff(options: Options) -> Renderer:
    """Give the renderer of a translation file, in the version that the options name."""

    def write(segments: tuple[Segment, ...], document: Document) -> bytes:
        return cast(bytes, load(f"{EXCHANGE}.xliff:to_xliff")(segments, _name(document), options.xliff))

    return _exchanged(write, options)


def tmx(options: Options) -> Renderer:
    """Give the renderer of a translation memory: every segment that has English."""

    def write(segments: tuple[Segment, ...], document: Document) -> bytes:
        units = load(f"{EXCHANGE}.memory:units_of")(segments, _name(document))
        return cast(bytes, load(f"{EXCHANGE}.tmx:to_tmx")(units))

    return _exchanged(write, options)


def review_workbook(options: Options) -> Renderer:
    """Give the renderer of a workbook to review in."""

    def write(segments: tuple[Segment, ...], document: Document) -> bytes:
        text = document.origin.text if document.origin else ""
        return cast(bytes, load(f"{EXCHANGE}.review_tables:to_workbook")(segments, text))

    return _exchanged(write, options)


def review_word(options: Options) -> Renderer:
    """Give the renderer of a Word file with a table to review in."""

    def rendered(document: Document, style: Style) -> bytes:
        table = load(f"{EXCHANGE}.review_tables:as_document")(segments_of(document, options), document)
        return cast(bytes, load(WORD)(pipeline.check(table), style))

    return rendered


def _bilingual(renderer: Address, options: Options) -> Renderer:
    def rendered(document: Document, style: Style) -> Rendered:
        found = segments_of(document, options)
        known = load("exporter.brief.lines:lines_in_english")(document)
        both = load("exporter.english.bilingual:bilingual")(document, found, options.layout, known)
        made = _with_trace(renderer, options)(pipeline.check(both), style)
        whole = made if isinstance(made, Rendered) else Rendered(made)
        return replace(whole, notices=(*whole.notices, *_of_little_english(found)))

    return rendered


def _of_little_english(segments: tuple[Segment, ...]) -> tuple[Notice, ...]:
    """Warn of a document in two languages that is hardly in one of them."""
    said = sum(segment.status not in ("draft", "untranslated") for segment in segments)
    if said > LITTLE * len(segments):
        return ()
    told = f"{said} of {len(segments)} passages have English; name a translator or a memory, or review it first"
    return (Notice("english.little", told),)


LITTLE = 0.05
"""Share of passages with English up to which a document in two languages has little of the second."""


def _with_trace(renderer: Address, options: Options) -> Renderer:
    """Give a renderer, or the same without what proves a file against its source."""
    if options.trace or renderer == HTML:
        return cast(Renderer, load(renderer))
    return partial(load(WORD), trace=False) if renderer == WORD else cast(Renderer, load(BARE))


def _exchanged(write: Callable[[tuple[Segment, ...], Document], bytes], options: Options) -> Renderer:
    def rendered(document: Document, style: Style) -> bytes:
        return write(segments_of(document, options), document)

    return rendered


def _name(document: Document) -> str:
    return document.origin.name if document.origin else "document"
