"""Lay a document out as PDF with WeasyPrint, whose door is `hooks`.

Lines are composed before it sees them. It gets a token for each, and places boxes as wide as the
lines are; `hooks` draws them there as the composer set them, in fonts that hold what they need.
"""

from __future__ import annotations

import base64
import gc
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from exporter import codec
from exporter.errors import RenderError
from exporter.fonts import book
from exporter.model import Document
from exporter.pipeline import Renderer
from exporter.renderers.fonts.faces import Faces, Stack, faces_of
from exporter.renderers.fonts.last_resort import boxes
from exporter.renderers.fonts.subset import cut
from exporter.renderers.html import Html, css, page, svg
from exporter.renderers.layout import chart
from exporter.renderers.layout.arranging import arranged
from exporter.renderers.layout.composition import stack_of
from exporter.renderers.layout.pages import NOTHING, lay_out
from exporter.renderers.layout.wording import note_words
from exporter.renderers.pdf import conformance
from exporter.renderers.pdf.press_colours import inks
from exporter.renderers.pdf.shown_text import note_fixed, words_of
from exporter.renderers.pdf.weasyprint import hooks
from exporter.renderers.pdf.weasyprint import objects as filing
from exporter.renderers.pdf.weasyprint.flow import font_spans, foot_sheet, laid_lines
from exporter.renderers.pdf.weasyprint.glyph_lines import GlyphLine
from exporter.style import Style, TextStyle


def render(document: Document, style: Style) -> bytes:
    """Lay a document out as an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    Raises FontError `font.missing`; PartError `engine.pango`; RenderError.
    """
    finish = partial(_archived, note_words(document))
    return _write(_lay_out(document, style, str, ""), document, finish, "pdf/a-3a")


def press(icc: bytes) -> Renderer:
    """Give the renderer of files for a press: PDF/X-4 in the inks of this profile, without any RGB.

    Raises PartError `icc.invalid` where the bytes are no CMYK profile of a press.
    """
    paint = inks(icc)

    def print_ready(document: Document, style: Style) -> bytes:
        """Lay a document out as PDF/X-4, with bleed."""
        dated = replace(
            document, metadata=replace(document.metadata, date=_day(document.metadata.date).date().isoformat())
        )
        bled = replace(style, page=replace(style.page, bleed=style.page.bleed or BLEED))
        laid_out = _lay_out(dated, bled, paint, _PROFILE)
        laid_out.files[ICC] = icc
        return _write(laid_out, dated, _for_press, "pdf/x-4")

    return print_ready


BLEED = 3.0
"""mm of bleed where a style has none."""
ICC = "icc:press"
_PROFILE = f'@color-profile device-cmyk{{src:url("{ICC}");components:c,m,y,k}}'


class _LaidOut(NamedTuple):
    """A page ready to be written: its markup, what it may fetch, and what its lines are drawn from."""

    markup: Html
    files: dict[str, bytes]
    """Bytes by address; nothing else is fetched."""
    fonts: Any
    """The engine's own font configuration, carrying the rows that it is to place."""


def _lay_out(document: Document, style: Style, paint: css.Paint, more: str) -> _LaidOut:
    faces = faces_of(book(style.fonts), words_of(document, style), document.metadata.language)
    rows: list[GlyphLine] = []
    layout = NOTHING if style.kind == "brief" else lay_out(document, style, faces)  # a brief has a grid of its own
    document = arranged(document, style)
    markup = page(document, style, laid_lines(document, style, faces, layout, rows), "", paint, layout.feet)
    note_fixed(document, style, faces)
    files = {name: cut(*drawn, faces.lang) for name, drawn in faces.drawn().items()}
    files |= boxes(faces.boxed, faces.book.faces, faces.lang)
    used = frozenset(name for names in _CLASSES.findall(markup) for name in names.split())
    foot = foot_sheet(layout, style, paint(style.text["note"].color))
    sheet = more + _sheet(style, faces, files, used, paint) + foot
    whole = markup.replace("<style></style>", f"<style>{sheet}</style>", 1)
    whole = whole.replace(svg.FONTS, _listed(faces, stack_of(chart.text_style(style)), False).replace('"', "'"))
    fonts = hooks.configuration(rows, files, document.metadata.language)
    return _LaidOut(whole, {_url(name): font for name, font in files.items()}, fonts)


_CLASSES = re.compile(r'class="([^"]*)"')


def _sheet(style: Style, faces: Faces, files: Iterable[str], used: frozenset[str], paint: css.Paint) -> str:
    rules = (f'@font-face{{font-family:"{name}";src:url("{_url(name)}")}}' for name in files)

    def families(text_style: TextStyle, is_western: bool) -> str:
        return _listed(faces, stack_of(text_style), is_western)

    spans = (
        f".{name}{{font-family:{_listed(faces, stack, is_western)}}}"
        for name, stack, is_western in font_spans(style)
        if name in used
    )
    return "".join((*rules, css.paged(style, families, used, paint), *spans))


def _listed(faces: Faces, stack: Stack, is_western: bool) -> str:
    return ",".join(f'"{name}"' for name in faces.families(stack, is_western)) or '"Exporter Song"'


def _url(name: str) -> str:
    return f"font:{name.replace(' ', '-')}"


def _write(laid_out: _LaidOut, document: Document, finish: Finish, variant: str) -> bytes:
    weasyprint = hooks.engine()
    attached = _attachments(document, weasyprint.Attachment) if variant.startswith("pdf/a") else []

    def finisher(_: Any, pdf: Any) -> None:
        finish(pdf, laid_out.fonts.drawing.spoken())
        pdf.write = partial(filing.write, pdf)

    try:
        with _uncollected():
            ready = weasyprint.HTML(
                string=laid_out.markup, url_fetcher=fetcher(weasyprint.urls, laid_out.files), base_url=None
            )
            made = ready.write_pdf(
                font_config=laid_out.fonts, pdf_variant=variant, attachments=attached, finisher=finisher
            )
        return bytes(made)
    except RecursionError as error:
        raise RenderError("the document is nested too deeply to be laid out; flatten it", "render.too_deep") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage while the engine does little but add objects: looking takes a fifth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


Finish = Callable[[Any, Sequence[conformance.Spoken]], None]
"""What is done to the objects of a file before it is written."""


def _archived(places: Mapping[str, str], pdf: Any, spoken: Sequence[conformance.Spoken]) -> None:
    import pydyf

    conformance.claim_ua(pdf)
    conformance.name_notes(pdf, pydyf.String)
    conformance.describe(pdf, places, pydyf.String)
    conformance.speak(pdf, spoken, pydyf.String)


def _for_press(pdf: Any, spoken: Sequence[conformance.Spoken]) -> None:
    conformance.unlink(pdf)
    conformance.settle_id(pdf)


def _attachments(document: Document, attachment: Any) -> list[Any]:
    """Attach what the file was made from: the text of the source, and the model (PDF/A-3, 6.8)."""
    if document.origin is None:
        return []
    day = _day(document.metadata.date)
    made = (
        (
            "document.json",
            json.dumps(codec.trace(document), ensure_ascii=False).encode(),
            "The document as data",
            "Data",
        ),
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


def fetcher(urls: Any, files: Mapping[str, bytes]) -> Any:
    """Give a fetcher that hands out these files from memory and refuses every other address."""

    class Closed(urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:image/"):
                data = base64.b64decode(url.partition(",")[2])
                return urls.URLFetcherResponse(url, data, {"Content-Type": url[5:].partition(";")[0]})
            if url not in files:
                raise ValueError("nothing is fetched while a document is laid out")
            return urls.URLFetcherResponse(url, files[url], {"Content-Type": "font/otf"})

    return Closed(allowed_protocols=())
