"""Give what targets need by a user's options: renderers, the logo of a style, what counts the pages of a brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import cast

from exporter import pipeline
from exporter.errors import PartError, StyleError
from exporter.model import Document, Medium, Notice
from exporter.parts import BARE, PDF, WORD, Options, PageCount, Target, load
from exporter.pdfium import pages_of
from exporter.pipeline import Rendered, Renderer
from exporter.style import Style


def word(options: Options) -> Renderer:
    """Give the Word renderer, or one that fills the user's own template, which brings its own fonts.

    Raises PartError `font.template` for a template that is to carry fonts.
    """
    if options.template is None:
        made = "exporter.renderers.word.render:with_fonts" if options.embed_fonts else WORD
        return cast(Renderer, partial(load(made), trace=options.trace))
    if options.embed_fonts:
        raise PartError("a template brings its own fonts; embed them in it, and leave --embed-fonts", "font.template")
    return cast(Renderer, load("exporter.renderers.word.templates:from_template")(options.template, options.trace))


def archive(options: Options) -> Renderer:
    """Give the PDF renderer, or the one that attaches nothing."""
    return cast(Renderer, load(PDF if options.trace else BARE))


def press(options: Options) -> Renderer:
    """Give the renderer of files for the press whose colour profile the user names; a file not fit for it is refused.

    Raises PartError `icc.missing`; the renderer, RenderError `render.press`.
    """
    if options.icc is None:
        raise PartError(
            "a file for the press needs the colour profile of the press; name it with --icc FILE", "icc.missing"
        )
    _, profile = pipeline.fetch(options.icc)
    made = load("exporter.renderers.pdf.render:press")(profile)

    def proofed(document: Document, style: Style) -> Rendered:
        drawn = made(document, style)
        rendered = drawn if isinstance(drawn, Rendered) else Rendered(drawn)
        load("exporter.measure.press:require_fit")(rendered.data, style)
        return rendered

    return proofed


def logo(style: Style, shapes: bool = False) -> Medium | None:
    """Load the logo that a style names; None where it names none.

    An SVG of plain shapes stays one where the target draws `shapes`; every other is turned into dots.

    Raises StyleError `style.logo` for a file that is not there or is no such picture.
    """
    house = style.house
    if not house.logo:
        return None
    file = style.folder / house.logo
    try:
        data = file.read_bytes()
    except OSError:
        raise StyleError(f"house.logo: {file} cannot be read; put it there, or name another", "style.logo") from None
    medium = cast("Medium | None", load("exporter.readers.content.pictures:medium_of")(data))
    if medium is not None and medium.media == "image/svg+xml":
        vector = load("exporter.renderers.pdf.tagged.vector:vector_of")(data) if shapes else None
        if vector is not None:
            wide, high = (round(FINE * side) for side in vector.box[2:])
            return replace(medium, width=wide, height=high)
        drawn = load("exporter.renderers.pdf.weasyprint.svg_dots:png_of")(data, house.logo_width)
        medium = cast("Medium | None", load("exporter.readers.content.pictures:medium_of")(drawn))
    if medium is None or medium.media not in ("image/png", "image/jpeg") or not medium.width:
        raise StyleError(f"house.logo: {file} is no PNG, JPEG or SVG; save it as one of these", "style.logo")
    return medium


FINE = 100
"""Steps to a unit of a drawing by which its sides are told: the picture's proportions, whatever the unit is."""


def logo_in_dots(style: Style, mark: Medium | None) -> Iterator[Notice]:
    """Say that an SVG came into a PDF as dots, and why."""
    if mark is not None and mark.media == "image/png" and style.house.logo.lower().endswith(".svg"):
        said = "the logo is drawn in 600 dpi: it has more than plain shapes (letters, gradients, transparency, CSS)"
        yield Notice("style.logo_in_dots", f"{said}; make it paths of one colour each")


def counting(row: Target, options: Options) -> PageCount:
    """Give what counts the pages of a brief that a target makes; a web page is one."""
    if row.pages is None:
        return one_page
    count = cast(PageCount, load(row.pages))
    return pages_of_template if options.template is not None and count is foreseen_pages else count


def printed_pages(data: bytes, document: Document, style: Style) -> int:
    """Count the pages of a PDF."""
    return pages_of(data)


def foreseen_pages(data: bytes, document: Document, style: Style) -> int:
    """Foresee the pages of a Word file, which nothing here lays out; it is set as tight as its pages need."""
    tight = load("exporter.renderers.word.tightness:tightened")(document, style)
    return pages_of_template(data, document, tight)


def pages_of_template(data: bytes, document: Document, style: Style) -> int:
    """Foresee the pages of a Word file in the user's own template, which is set as it is."""
    return cast(int, load("exporter.renderers.word.body.pagination:page_count")(document, style))


def one_page(data: bytes, document: Document, style: Style) -> int:
    """Say that a web page is one page."""
    return 1
