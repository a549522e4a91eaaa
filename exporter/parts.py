"""Name the readers, transforms and targets there are: our own table, and what other packages add.

A part is looked up in our table first, then among the entry points of the groups
`exporter.readers` (an object of type `ReaderPart`) and `exporter.targets` (a `Target`). Ours are
written as a stranger would write them: an address `module:name` that loads when first asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from exporter import pipeline
from exporter.errors import ExporterError, PartError, RenderError, SourceError
from exporter.model import Document, Fact
from exporter.pdfium import pages_of
from exporter.pipeline import Reader, Renderer, Transform
from exporter.style import Style, load_style

if TYPE_CHECKING:
    from exporter.brief.options import BriefOptions, Languages
    from exporter.english.exchange.segments import Segment
    from exporter.english.services.translators import Translator

Address: TypeAlias = str
"""`package.module:name` of a callable."""


@dataclass(frozen=True, slots=True)
class ReaderPart:
    """A reader and the media type that it reads."""

    media: str
    read: Reader | Address


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may say beyond source, target and style; every field has a safe default."""

    style: str | Path | None = None
    """None: the target's own style."""
    fonts: Path | None = None
    """A folder of fonts to look in first."""
    template: Path | None = None
    """A Word template (`docx`, `brief-docx`)."""
    icc: Path | None = None
    """The press's colour profile (`pdf-print`, `brief-print`)."""
    memory: Path | None = None
    """A translation memory (TMX)."""
    translator: str | Translator | None = None
    """A translator's name, or a function of your own."""
    pages: int = 2
    """Pages of a brief."""
    languages: Languages = "zh-en"
    """Languages of a brief: `zh-en`, `zh` or `en`."""


@dataclass(frozen=True, slots=True)
class Target:
    """A row of the table of targets: what is made, from what, by which renderer, in which style.

    `make`, where given, gives the renderer for a user's options in the place of `renderer`.
    """

    name: str
    suffix: str
    label: str
    renderer: Renderer | Address
    transforms: tuple[Transform | Address, ...] = ()
    style: str = "official"
    make: Callable[[Options], Renderer] | Address | None = None


READERS: tuple[ReaderPart, ...] = (
    ReaderPart("text/plain", "exporter.readers.formats.text:read"),
    ReaderPart("text/html", "exporter.readers.formats.html.reader:read"),
    ReaderPart("text/markdown", "exporter.readers.formats.markdown:read"),
    ReaderPart("application/pdf", "exporter.readers.formats.pdf.reader:read"),
    ReaderPart("application/json", "exporter.readers.formats.saved:read"),
    ReaderPart(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "exporter.readers.formats.word.reader:read",
    ),
)

FACTS = "exporter.facts.extract:with_facts"
ENGLISH = "exporter.english.document:with_english"
BRIEF = "exporter.brief.build:brief"
BRIEFED = (FACTS, ENGLISH, BRIEF)
WORD = "exporter.renderers.word:render"
WEASY = "exporter.renderers.pdf.weasyprint.engine:render"

TARGETS: tuple[Target, ...] = (
    Target("docx", ".docx", "Word file", WORD, (FACTS, ENGLISH), make="exporter.parts:word"),
    Target("pdf", ".pdf", "PDF", WEASY, (FACTS, ENGLISH)),
    Target("brief", ".brief.pdf", "bilingual brief, PDF", WEASY, BRIEFED, "brief"),
    Target("brief-docx", ".brief.docx", "bilingual brief, Word", WORD, BRIEFED, "brief", make="exporter.parts:word"),
    Target("pdf-fast", ".fast.pdf", "PDF by ReportLab", "exporter.renderers.pdf.reportlab:render"),
    Target("pdf-print", ".print.pdf", "PDF for the press", WEASY, (FACTS, ENGLISH), make="exporter.parts:press"),
    Target(
        "brief-print", ".brief.print.pdf", "brief for the press", WEASY, BRIEFED, "brief", make="exporter.parts:press"
    ),
    Target(
        "brief-html",
        ".brief.html",
        "bilingual brief, web page",
        "exporter.renderers.briefpage:render",
        BRIEFED,
        "brief",
    ),
    Target("html", ".html", "web page", "exporter.renderers.html:render", (FACTS, ENGLISH), "report"),
    Target("json", ".json", "the document model", "exporter.renderers.data:render_json", (FACTS, ENGLISH)),
    Target("facts-csv", ".facts.csv", "figures, CSV", "exporter.facts.data.rows:render_csv", (FACTS, ENGLISH)),
    Target("facts-xlsx", ".facts.xlsx", "figures, workbook", "exporter.facts.data.workbook:render", (FACTS, ENGLISH)),
    Target("xliff", ".xlf", "translation file", "exporter.renderers.data:render_xliff", (FACTS, ENGLISH)),
    Target("md", ".md", "Markdown", "exporter.renderers.data:render_markdown"),
)


def read(given: str | Path | bytes) -> Document:
    """Read a document from a path, an fsspec URL, `-` (standard input) or bytes.

    Raises SourceError with what was found and what to do.
    """
    name, data = pipeline.fetch(given)
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes) -> Document:
    """Read a document from bytes; `name` helps to tell its format where the bytes do not."""
    media: str = load("exporter.readers.formats.media:media_of")(name, data)
    source = pipeline.source_of(name, data, media)
    read_it = _guarded(load(reader(media).read), SourceError, f"{name}: cannot be read as {media}")
    document = cast(Document, read_it(source))
    if not document.blocks and not document.appendix:
        raise SourceError(f"{name}: holds no text of a document; give a file that does", "source.empty")
    return document


def facts(document: Document) -> tuple[Fact, ...]:
    """Give every figure of a document as typed data, with its English."""
    return pipeline.run(document, (load(FACTS), load(ENGLISH))).facts


def brief(document: Document, options: BriefOptions | None = None) -> Document:
    """Turn a report into its brief: in two languages, on two pages, unless the options say otherwise."""
    return cast(Document, load(BRIEF)(pipeline.run(document, (load(FACTS), load(ENGLISH))), options))


def render(document: Document, to: str | Target | Renderer, options: Options = Options()) -> bytes:
    """Turn a document into the bytes of a target.

    `to` is a target's name, a Target, or a renderer of your own (printed in the official style).
    """
    return next(render_all(document, (target(to),), options))


def render_all(document: Document, rows: Iterable[Target], options: Options = Options()) -> Iterator[bytes]:
    """Turn a document into the bytes of each target; what targets have in common is done once."""
    done: dict[Steps, Document] = {(): document}
    for row in rows:
        style = house_style(row, options)
        renderer = _guarded(
            load(row.make)(options) if row.make else load(row.renderer), RenderError, f"{row.name}: the engine failed"
        )
        for room in ROOMS:
            steps = tuple(_step(step, style, options, room) for step in row.transforms)
            ready = pipeline.check(_transformed(steps, done))
            data = renderer(ready, style)
            if BRIEF not in row.transforms or _pages(row, data, ready, style) <= options.pages:
                break
        yield data


ROOMS = (1.0, 0.93, 0.86, 0.78)
"""Shares of a page that a brief may fill, tried in turn until it keeps to its pages."""
Steps: TypeAlias = tuple[Callable[..., Any], ...]


def _pages(row: Target, data: bytes, document: Document, style: Style) -> int:
    """Count the pages of what was made; those of a Word file, which nothing here lays out, are foreseen."""
    if row.suffix.endswith(".docx"):
        return cast(int, load("exporter.renderers.word.body.pagination:page_count")(document, style))
    return pages_of(data) if row.suffix.endswith(".pdf") else 1


def _transformed(steps: Steps, done: dict[Steps, Document]) -> Document:
    if steps not in done:
        done[steps] = steps[-1](_transformed(steps[:-1], done))
    return done[steps]


def _step(transform: Transform | Address, style: Style, options: Options, room: float) -> Callable[..., Any]:
    """Load a transform; the brief is made to the measure of the style that it is printed in."""
    if transform != BRIEF:
        return load(transform)

    def made(document: Document) -> Document:
        english = segments(document, options) if options.translator or options.memory else ()
        said = load("exporter.brief.options:BriefOptions")(
            options.pages, options.languages, style=style, room=room, english=english
        )
        return cast(Document, load(BRIEF)(document, said))

    return made


def segments(document: Document, options: Options) -> tuple[Segment, ...]:
    """Cut a document into segments with their English: by rule, then from the memory, then from the translator."""
    found = load("exporter.english.exchange.segments:segments_of")(document)
    if options.memory:
        _, data = pipeline.fetch(options.memory)
        known = load("exporter.english.exchange.bilingual_files:from_tmx")(data)
        found = load("exporter.english.exchange.memory:recalled")(found, known)
    if options.translator:
        if isinstance(options.translator, str):
            found, _ = load("exporter.english.services.http:translated_by")(options.translator, found)
        else:
            found, _ = load("exporter.english.services.translators:translated")(found, options.translator)
    return cast("tuple[Segment, ...]", found)


def house_style(row: Target, options: Options) -> Style:
    """Load the style that the user chose, or the target's own, with the user's fonts.

    A brief is printed in a style for briefs, and a document in a style for documents: a style of the
    other kind is not for this target, which then keeps its own.
    """
    own = load_style(row.style)
    chosen = load_style(options.style) if options.style else own
    style = chosen if chosen.kind == own.kind else own
    return replace(style, fonts=options.fonts) if options.fonts else style


def target(named: str | Target | Renderer) -> Target:
    """Find a target by name; a Target or a renderer is taken as it is. Raises PartError `target.unknown`."""
    if isinstance(named, Target):
        return named
    if not isinstance(named, str):
        return Target(getattr(named, "__name__", "own"), getattr(named, "suffix", ".out"), "own renderer", named)
    for row in TARGETS:
        if row.name == named:
            return row
    found = _entry_points("exporter.targets").get(named)
    if found is None:
        raise PartError(f"no target {named!r}; there are {', '.join(target_names())}", "target.unknown")
    return cast(Target, _instance(found.load(), Target, named))


def target_names() -> tuple[str, ...]:
    """Name every target, ours first."""
    ours = tuple(row.name for row in TARGETS)
    return ours + tuple(sorted(set(_entry_points("exporter.targets")) - set(ours)))


def reader(media: str) -> ReaderPart:
    """Find the reader of a media type. Raises PartError `reader.unknown`."""
    for row in READERS:
        if row.media == media:
            return row
    for found in _entry_points("exporter.readers").values():
        row = cast(ReaderPart, _instance(found.load(), ReaderPart, found.name))
        if row.media == media:
            return row
    raise PartError(f"no reader for {media}; there are {', '.join(row.media for row in READERS)}", "reader.unknown")


def load(part: Callable[..., Any] | Address) -> Callable[..., Any]:
    """Give a callable as it is, or import it from its address. Raises PartError `engine.missing`."""
    if not isinstance(part, str):
        return part
    module, _, name = part.partition(":")
    try:
        return cast(Callable[..., Any], getattr(importlib.import_module(module), name))
    except ImportError as error:
        raise PartError(f"{part} cannot be loaded ({error}); install it again", "engine.missing") from None


def word(options: Options) -> Renderer:
    """Give the Word renderer, or one that fills the user's own template."""
    if options.template is None:
        return cast(Renderer, load(WORD))
    return cast(Renderer, load("exporter.renderers.word:from_template")(options.template))


def press(options: Options) -> Renderer:
    """Give the renderer of files for the press whose colour profile the user names; a file not fit for it is refused.

    Raises PartError `icc.missing`; the renderer, RenderError `render.press`.
    """
    if options.icc is None:
        raise PartError(
            "a file for the press needs the colour profile of the press; name it with --icc FILE", "icc.missing"
        )
    _, profile = pipeline.fetch(options.icc)
    made = load("exporter.renderers.pdf.weasyprint.engine:press")(profile)

    def proofed(document: Document, style: Style) -> bytes:
        return cast(bytes, load("exporter.measure.press:require_fit")(made(document, style), style))

    return proofed


def _guarded(part: Callable[..., Any], kind: type[ExporterError], what: str) -> Callable[..., Any]:
    """Let our own errors through, and give anything else that an engine raises a type and a name."""

    def call(*given: Any) -> Any:
        try:
            return part(*given)
        except ExporterError:
            raise
        except MemoryError:
            raise kind(f"{what} (out of memory); split the document", "limit.memory") from None
        except Exception as error:
            raise kind(f"{what} ({type(error).__name__}: {error}); please report the document") from error

    return call


def _instance(loaded: object, kind: type[Any], name: str) -> object:
    if not isinstance(loaded, kind):
        raise PartError(f"the entry point {name!r} is no {kind.__name__}; it must give one", "part.invalid")
    return loaded


@cache
def _entry_points(group: str) -> dict[str, Any]:
    from importlib.metadata import entry_points  # 20 ms at import, for what most runs never ask

    return {point.name: point for point in entry_points(group=group)}
