"""Lay a document out as PDF with WeasyPrint: the only module that imports it.

Lines are composed before it sees them. It gets them as lines of a paragraph that may not be
broken anew, at their natural width, in fonts that hold only what this document needs; when it has
drawn them, a finisher (its public hook) moves the glyphs of each line to where the composer put them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from exporter import codec
from exporter.errors import PartError, RenderError
from exporter.fonts import book
from exporter.model import Document, Run, RunRole
from exporter.renderers import archive, chart, css, streams
from exporter.renderers.cut import glyph_numbers
from exporter.renderers.faces import Faces, Stack, faces_of
from exporter.renderers.html import Html, Inline, note_ids, page, tagged, text
from exporter.renderers.rows import WIDE_SPACES, Drawn, segments
from exporter.renderers.scope import note_fixed, words_of
from exporter.renderers.setting import Part, Source, set_parts, stack_of, western
from exporter.style import Style, TextStyle


def render(document: Document, style: Style) -> bytes:
    """Lay a document out as an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    Raises FontError `font.missing`, `font.missing_glyph`; PartError `engine.pango`; RenderError.
    """
    faces = faces_of(book(style.fonts), words_of(document, style), document.metadata.language)
    rows: list[Drawn] = []
    markup = page(document, style, _inline(document, style, faces, rows), "", str)
    note_fixed(document, style, faces)
    files = faces.files()
    sheet = _sheet(style, faces, files)
    table = _table(rows, files)
    whole = markup.replace("<style></style>", f"<style>{sheet}</style>", 1)
    return _write(whole, files, table, document)


def _inline(document: Document, style: Style, faces: Faces, rows: list[Drawn]) -> Inline:
    notes = note_ids(document)

    def inline(parts: Sequence[Part], measure: float) -> list[Html]:
        composed = set_parts(parts, style, faces, measure)
        written = [""] * len(parts)
        for segment in segments(composed, rows):
            source = composed.sources[segment.source]
            written[source.part] += _marked(source, segment.text, parts[source.part], notes)
        return written

    return inline


def _marked(source: Source, said: str, part: Part, notes: Mapping[str, str]) -> Html:
    inner = text(said)
    name = _font_class(source, part)
    if name:
        inner = f'<span class="{name}">{inner}</span>'
    elif said[:1] in WIDE_SPACES:
        inner = f"<span>{inner}</span>"
    return tagged(inner, source.run, notes)


def _table(rows: Sequence[Drawn], files: Mapping[str, bytes]) -> streams.Table:
    """Make the table of moves by glyphs, now that every face has been cut and its glyphs have numbers."""
    numbers = {
        (char, name): f"{glyph:04x}" for name, font in files.items() for char, glyph in glyph_numbers(font).items()
    }
    table = streams.Table()
    for row in rows:
        table.add("".join(numbers.get(drawn, "") for drawn in row.characters), row.row)
    return table


def _sheet(style: Style, faces: Faces, files: Iterable[str]) -> str:
    rules = (f'@font-face{{font-family:"{name}";src:url("{_url(name)}")}}' for name in files)

    def families(text_style: TextStyle, is_western: bool) -> str:
        return _listed(faces, stack_of(text_style), is_western)

    spans = (
        f".{_stack_class(stack, is_western)}{{font-family:{_listed(faces, stack, is_western)}}}"
        for stack in _stacks(style)
        for is_western in (False, True)
    )
    drawn = f"svg text{{font-family:{families(chart.text_style(style), False)}}}"
    return "".join((*rules, css.paged(style, families), *spans, drawn))


def _stacks(style: Style) -> list[Stack]:
    roles: tuple[RunRole, ...] = ("plain", "strong", "lead", "emphasis")
    return sorted({stack_of(text_style, Run("", role)) for text_style in style.text.values() for role in roles})


def _listed(faces: Faces, stack: Stack, is_western: bool) -> str:
    return ",".join(f'"{name}"' for name in faces.families(stack, is_western)) or '"Exporter Song"'


def _font_class(source: Source, part: Part) -> str:
    stack = stack_of(source.text, source.run)
    lang = source.run.lang or part.lang
    same = stack == stack_of(source.text) and western(lang) == western(part.lang)
    return "" if same else _stack_class(stack, western(lang))


def _stack_class(stack: Stack, is_western: bool) -> str:
    return f"x-{stack.font}-{stack.weight}-{stack.latin}-{stack.latin_weight}" + ("-w" if is_western else "")


def _url(name: str) -> str:
    return f"font:{name.replace(' ', '-')}"


def _write(markup: Html, files: Mapping[str, bytes], table: streams.Table, document: Document) -> bytes:
    weasyprint = _engine()
    import pydyf

    fetcher = _fetcher({_url(name): font for name, font in files.items()})

    def finish(_: Any, pdf: Any) -> None:
        archive.claim_ua(pdf)
        archive.speak(pdf, list(_spread(pdf, table, document.metadata.language)), pydyf.String)

    try:
        laid_out = weasyprint.HTML(string=markup, url_fetcher=fetcher, base_url=None)
        attached = _attachments(document, weasyprint.Attachment)
        return bytes(laid_out.write_pdf(pdf_variant="pdf/a-3a", attachments=attached, finisher=finish))
    except RecursionError as error:
        raise RenderError("the document is nested too deeply to be laid out; flatten it", "render.too_deep") from error


def _spread(pdf: Any, table: streams.Table, language: str) -> Iterator[archive.Spoken]:
    for thing in pdf.objects:
        operators = getattr(thing, "stream", None)
        if isinstance(operators, list):
            for mcid, lang in streams.spread(operators, table):
                if lang != language:
                    yield archive.Spoken(thing.reference, mcid, lang)


def _attachments(document: Document, attachment: Any) -> list[Any]:
    """Attach what the file was made from: the text of the source, and the model (PDF/A-3, 6.8)."""
    if document.origin is None:
        return []
    day = _day(document.metadata.date)
    made = (
        ("document.json", codec.encode(document), "The document as data", "Data"),
        ("source.txt", document.origin.text.encode(), f"Text of the source {document.origin.name}", "Source"),
    )
    return [
        attachment(
            file_obj=BytesIO(data), name=name, description=said, relationship=relation, created=day, modified=day
        )
        for name, data, said, relation in made
    ]


def _day(date: str | None) -> datetime:
    """Give the document's own day, or one that is the same for ever: files made twice are equal."""
    try:
        return datetime.fromisoformat(date or "").replace(tzinfo=UTC)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)


def _engine() -> Any:
    """Load WeasyPrint, or say what it lacks. Raises PartError `engine.pango`."""
    try:
        import weasyprint
    except OSError as error:
        raise PartError(
            f"WeasyPrint cannot load Pango ({str(error).splitlines()[0]}); run apt-get install libpangoft2-1.0-0 "
            "libharfbuzz-subset0 (Debian, Ubuntu) or brew install pango (macOS), or export to pdf-fast",
            "engine.pango",
        ) from None
    return weasyprint


def _fetcher(files: Mapping[str, bytes]) -> Any:
    """Give a fetcher that hands out these files from memory and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Closed(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in files:
                raise ValueError("nothing is fetched while a document is laid out")
            return URLFetcherResponse(url, files[url], {"Content-Type": "font/otf"})

    return Closed(allowed_protocols=())
