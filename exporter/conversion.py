"""Turn a source into a document, and a document into the bytes of any target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, TypeAlias, cast

from exporter import display, makers, pipeline
from exporter.desk import (
    opened,
    people_said,
    require_files,
    segments_of,
    service_notices,
    translator_said,
    with_terms,
)
from exporter.editing import placed
from exporter.elements import missing, seal_of, with_elements
from exporter.errors import DocumentError, ExporterError, RenderError, SourceError, require
from exporter.failures import guarded
from exporter.fonts import INSTALL, book
from exporter.losses import losses, lost_contents
from exporter.model import Document, Fact, Notice, PageBreak
from exporter.parts import DEFAULTS, ENGLISH, FIGURES, Options, Target, load, reader, reader_of, target
from exporter.pipeline import Rendered, Renderer, Transform
from exporter.style import Style, load_style

if TYPE_CHECKING:
    from exporter.brief.options import BriefOptions

BRIEF = "exporter.brief.build:brief"


def read(given: str | Path | bytes, *, name: str | None = None) -> Document:
    """Read a document from a path, an fsspec URL, `-` (standard input) or bytes.

    `name` is what the source is called where it says nothing itself: its suffix helps to tell the format.
    Raises SourceError with what was found and what to do.
    """
    require(given, (str, Path, bytes), "given", "give a path, a URL, - or bytes")
    require(name, (str, NoneType), "name", "give the name of the source")
    own, data = pipeline.fetch(given)
    return read_bytes(name or own, data)


def read_bytes(name: str, data: bytes) -> Document:
    """Read a document from bytes; `name` helps to tell its format where the bytes do not.

    A reader of another package is asked first: by the name's suffix, then by the media type.
    """
    row = reader_of(name)
    media = row.media if row else load("exporter.readers.formats.media:media_of")(name, data)
    row = row or reader(media)
    source = pipeline.source_of(name, data, media)
    read_it = guarded(load(row.read), SourceError, f"{name}: cannot be read as {media}")
    document = cast(Document, read_it(source))
    if not document.blocks and not document.appendix:
        raise SourceError(f"{name}: holds no text of a document; give a file that does", "source.empty")
    return document


class Facts(tuple[Fact, ...]):
    """The figures of a document; in a shell they say how many, in a notebook they are a table."""

    __slots__ = ()

    def __repr__(self) -> str:
        return display.line("Facts", len(self), *(fact.indicator for fact in self[:3]), "…" if len(self) > 3 else "")

    def _repr_html_(self) -> str:
        return display.facts_page(self)


def facts(document: Document) -> tuple[Fact, ...]:
    """Give every figure of a document as typed data, with its English; a brief has those that it was made of."""
    require(document, Document, "document", "read it first: exporter.read(path)")
    if document.kind == "brief":
        return Facts(document.facts)
    return Facts(pipeline.run(placed(document), [load(step) for step in FIGURES]).facts)


def brief(document: Document, options: BriefOptions | None = None) -> Document:
    """Turn a report into its brief: in two languages, on two pages, unless the options say otherwise."""
    require(document, Document, "document", "read it first: exporter.read(path)")
    if options is not None:
        require(
            options,
            cast(type, load("exporter.brief.options:BriefOptions")),
            "options",
            "give exporter.BriefOptions(pages=2)",
        )
    if document.kind == "brief":
        raise DocumentError("document: is a brief already; give the document that it was made of", "document.brief")
    return cast(Document, load(BRIEF)(pipeline.run(placed(document), [load(step) for step in FIGURES]), options))


def render(document: Document, to: str | Target | Renderer, options: Options = DEFAULTS) -> bytes:
    """Turn a document into the bytes of a target.

    `to` is a target's name, a Target, or a renderer of your own (printed in the official style). A brief
    is printed as it stands, in the style for briefs.
    """
    return next(render_all(document, (target(to),), options)).data


def render_all(document: Document, rows: Iterable[Target], options: Options = DEFAULTS) -> Iterator[Rendered]:
    """Turn a document into each target, with the notices of all that was done; what targets share is done once."""
    for made in each_by_itself(document, rows, options):
        if isinstance(made, ExporterError):
            raise made
        yield made


def each_by_itself(
    document: Document, rows: Iterable[Target], options: Options = DEFAULTS
) -> Iterator[Rendered | ExporterError]:
    """Turn a document into each target, or say why that one cannot be made; what targets share is done once."""
    require(document, Document, "document", "read it first: exporter.read(path)")
    require(options, Options, "options", "give exporter.Options(pages=2)")
    require_files(options)
    set_up = with_elements(with_terms(placed(document), options), options.elements)
    done: dict[Steps, Document] = {(): replace(set_up, notices=(*set_up.notices, *missing(set_up)))}
    options = opened(options)
    for row in map(_as_it_stands, rows) if document.kind == "brief" else rows:
        try:
            yield _made(row, done, options)
        except ExporterError as error:
            yield error


def _made(row: Target, done: dict[Steps, Document], options: Options) -> Rendered:
    style = house_style(row, options)
    made = load(row.make)(options) if row.make else load(row.renderer)
    renderer = guarded(made, RenderError, f"{row.name}: the engine failed")
    steps = _steps(row, options)
    if row.pages:
        rendered = _fitted(_transformed(steps, done), row, renderer, style, options)
    else:
        ready = _transformed((*steps, pipeline.check), done)
        style = replace(style, seal=seal_of(ready, options.elements) or style.seal)
        rendered = _rendered(renderer, ready, style, row)
    return Rendered(rendered.data, (*rendered.notices, *service_notices(options)))


def _as_it_stands(row: Target) -> Target:
    """Give the target of a brief that is there already: nothing is made of it any more."""
    return replace(row, transforms=(), pages=None, style="brief")


ROOMS = (1.0, 0.93, 0.86, 0.78)
"""Shares of a page that a brief may fill, tried in turn until it keeps to its pages."""
Steps: TypeAlias = tuple[Transform, ...]


def _steps(row: Target, options: Options) -> Steps:
    """Load what is done to a document for a target; where it shows figures in English, people have the last word."""
    steps = tuple(load(step) for step in row.transforms)
    if ENGLISH not in row.transforms:
        return steps
    if options.memory is not None or options.reviewed:
        steps = (*steps, partial(people_said, options=options))
    if options.translator is not None and row.name in FIGURES_AS_DATA:
        steps = (*steps, partial(translator_said, options=options))
    return steps


FIGURES_AS_DATA = ("facts-csv", "facts-xlsx", "json")
"""Targets that show the English of each figure: a translator may say those that no rule and no person said."""


def _transformed(steps: Steps, done: dict[Steps, Document]) -> Document:
    if steps not in done:
        done[steps] = steps[-1](_transformed(steps[:-1], done))
    return done[steps]


def _fitted(ready: Document, row: Target, renderer: Renderer, style: Style, options: Options) -> Rendered:
    """Make a brief for the style that prints it, with less of each page filled until it keeps to its pages."""
    count = makers.counting(row, options)
    english = segments_of(ready, options) if options.translator or options.memory or options.reviewed else ()
    paper = row.suffix.endswith(".pdf")
    said, mark = load("exporter.brief.options:BriefOptions"), makers.logo(style, shapes=paper)
    ready = replace(ready, notices=(*ready.notices, *(makers.logo_in_dots(style, mark) if paper else ())))
    kept = {"style": style, "english": english, "logo": mark, "previous": _last_years(ready, options)}
    for room in ROOMS:
        chosen = said(options.pages, options.languages, room=room, **kept)
        made = pipeline.check(load(BRIEF)(ready, chosen))
        rendered = _rendered(renderer, made, style, row)
        most = options.pages + style.house.cover
        if count(rendered.data, made, style) <= min(most, made.blocks.count(PageBreak()) + 1):
            break
    return rendered


def _last_years(document: Document, options: Options) -> Document | None:
    """Read last year's report with its figures. Raises DocumentError `previous.place`, `previous.year`."""
    if options.previous is None:
        return None
    before = read(options.previous)
    load("exporter.brief.promises:require_previous")(document.metadata, before.metadata)
    return pipeline.run(before, [load(step) for step in FIGURES])


def _rendered(renderer: Renderer, document: Document, style: Style, row: Target) -> Rendered:
    made = renderer(document, style)
    rendered = made if isinstance(made, Rendered) else Rendered(made)
    told = stand_ins(style) if rendered.data.startswith(b"%PDF-") else ()
    lost = (*losses(document, row.name), *lost_contents(document, row.name, style))
    return Rendered(rendered.data, (*document.notices, *lost, *rendered.notices, *told))


def stand_ins(style: Style) -> tuple[Notice, ...]:
    """Say which faces that a style asks for are not on this machine, so that others stand in for them in a PDF."""
    there = {face.role for face in book(style.fonts).faces}
    wanted = sorted({one.font for one in style.text.values()} & set(OFFICIAL_FACES) - there)
    return tuple(
        Notice("font.stand_in", f"{OFFICIAL_FACES[role]} is not on this machine, another face stands in; {INSTALL}")
        for role in wanted
    )


OFFICIAL_FACES = {"fangsong": "仿宋", "hei": "黑体", "kai": "楷体", "song": "宋体"}
"""Faces that GB/T 9704 names; a title in heavy 宋体 for 小标宋 is what most have."""


def house_style(row: Target, options: Options) -> Style:
    """Load the style that the user chose, or the target's own, with the user's fonts.

    A brief is printed in a style for briefs, and a document in a style for documents: a style of the
    other kind is not for this target, which then keeps its own.
    """
    own = load_style(row.style)
    chosen = load_style(options.style) if options.style else own
    style = chosen if chosen.kind == own.kind else own
    if options.organisation:
        style = replace(style, house=replace(style.house, organisation=options.organisation, organisation_en=""))
    return replace(style, fonts=options.fonts) if options.fonts else style
