"""Draw a document as PDF, straight from its layout, with all that an archive and a screen reader ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from exporter.fonts import book
from exporter.model import Document
from exporter.pipeline import Renderer
from exporter.renderers.fonts import composite
from exporter.renderers.fonts.faces import box_family, faces_of
from exporter.renderers.layout.items import Sheet
from exporter.renderers.layout.pages import lay_out
from exporter.renderers.layout.table_widths import PT_PER_MM
from exporter.renderers.layout.wording import note_ids, note_words
from exporter.renderers.pdf.press_colours import require_cmyk, shares
from exporter.renderers.pdf.shown_text import note_fixed, words_of
from exporter.renderers.pdf.tagged.boxes import codes_of, embed_boxes
from exporter.renderers.pdf.tagged.content import Paint, Pen, rgb
from exporter.renderers.pdf.tagged.desk import Desk, Drawn
from exporter.renderers.pdf.tagged.drawing import draw
from exporter.renderers.pdf.tagged.file import File, references, text
from exporter.renderers.pdf.tagged.fonts import embed
from exporter.renderers.pdf.tagged.images import Images
from exporter.renderers.pdf.tagged.metadata import add_attachments, add_info, add_intent, add_metadata
from exporter.renderers.pdf.tagged.outline import add_outline, places_of
from exporter.renderers.pdf.tagged.places import names_of, pages_of, titles_of
from exporter.renderers.pdf.tagged.structure import Tree
from exporter.style import Style


def render(document: Document, style: Style) -> bytes:
    """Draw a document as an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    What no font draws stands as a box with its number. Raises FontError `font.missing`.
    """
    return _drawn(document, style, Standard(3))


def bare(document: Document, style: Style) -> bytes:
    """Draw a document as PDF/A-2a and PDF/UA-1 in one: the same pages, with nothing attached, as part 2 has it.

    Raises as `render` does.
    """
    return _drawn(document, style, Standard(2))


class Standard(NamedTuple):
    """What a file conforms to: a part of ISO 19005, or (None) ISO 15930-7 with the profile of a press."""

    part: int | None
    icc: bytes = b""

    @property
    def press(self) -> bool:
        """Whether the file is for a press."""
        return self.part is None


def press(icc: bytes) -> Renderer:
    """Give the renderer of files for a press: PDF/X-4 in the inks of this profile, without any RGB.

    Raises PartError `icc.invalid` where the bytes are no CMYK profile of a press.
    """
    require_cmyk(icc)

    def print_ready(document: Document, style: Style) -> bytes:
        """Draw a document as PDF/X-4, with bleed."""
        bled = replace(style, page=replace(style.page, bleed=style.page.bleed or BLEED))
        return _drawn(document, bled, Standard(None, icc))

    return print_ready


BLEED = 3.0
"""mm of bleed where a style has none."""


def _drawn(document: Document, style: Style, standard: Standard) -> bytes:
    return _written(document, *_pages(document, style, standard), standard)


def _pages(document: Document, style: Style, standard: Standard) -> tuple[list[Drawn], Desk]:
    """Draw the pages; their layout is let go before the file is written, which takes as much room."""
    faces = faces_of(book(style.fonts), words_of(document, style), document.metadata.language)
    layout = lay_out(document, style, faces, turns=True)
    note_fixed(document, style, faces)
    sheets = layout.sheets or (Sheet(()),)
    fonts = {name: composite.cid_font_of(*drawn, faces.lang) for name, drawn in faces.drawn().items()}
    names = {name: f"T{at}" for at, name in enumerate(fonts, 1)}
    file = File()
    inks = (_inks(standard.icc), "k", "K") if standard.press else (rgb, "rg", "RG")
    pen = Pen(fonts, names, *inks, faces.lang, codes_of(faces.boxed))
    desk = Desk(
        file,
        style,
        faces,
        pen,
        Tree(layout.elements, len(sheets)),
        note_ids(document),
        note_words(document) | names_of(sheets),
        pages_of(sheets),
        frozenset(layout.feet),
        Images(file, {one.sha256: one for one in document.media}, pen, standard.icc),
        linked=not standard.press,
    )
    return draw(sheets, titles_of(sheets), desk), desk


def _inks(icc: bytes) -> Paint:
    return lambda color: " ".join(f"{share:.4g}" for share in shares(color, icc))


def _written(document: Document, pages: list[Drawn], desk: Desk, standard: Standard) -> bytes:
    file, style = desk.file, desk.style
    top = file.reserve()
    fonts = file.add(_fonts(file, desk))
    boxes, images = _boxes(style), desk.images.resources()
    numbers = []
    for at, page in enumerate(pages):
        content = file.stream(page.content)
        links = f"/Annots{references(page.links)}" if page.links else ""
        numbers.append(
            file.add(
                f"<</Type/Page/Parent {top} 0 R{boxes}/Resources<</Font {fonts} 0 R{images}>>/Contents {content} 0 R"
                f"/StructParents {at}/Tabs/S{links}>>"
            )
        )
    file.put(top, f"<</Type/Pages/Kids{references(numbers)}/Count {len(numbers)}>>")
    catalog = _catalog(document, numbers, desk, standard)
    root = file.add(f"<</Type/Catalog/Pages {top} 0 R{catalog}>>")
    return file.written(root, add_info(file, document, style, standard.press))


def _fonts(file: File, desk: Desk) -> str:
    """Put the fonts into the file, and give the dictionary that names them."""
    pen = desk.pen
    numbers = embed(file, pen.fonts)
    named = {pen.names[family]: number for family, number in numbers.items()}
    if pen.boxes:
        digits = box_family(desk.faces.book)
        named |= dict(embed_boxes(file, pen.boxes, pen.fonts[digits], numbers[digits]))
    return f"<<{''.join(f'/{name} {number} 0 R' for name, number in named.items())}>>"


def _catalog(document: Document, pages: list[int], desk: Desk, standard: Standard) -> str:
    file = desk.file
    places = places_of(desk.places, pages)
    outline = add_outline(file, desk.headings, places)
    attached, files = add_attachments(file, document) if standard.part == 3 else ("", "")
    named = "".join(f"({name}){place}" for name, place in places.items())
    dests = f"/Dests<</Names[{named}]>>" if named and not standard.press else ""
    return "".join(
        (
            f"/Lang{text(document.metadata.language)}/MarkInfo<</Marked true>>",
            "/ViewerPreferences<</DisplayDocTitle true>>",
            f"/StructTreeRoot {desk.tree.write(file, pages)} 0 R",
            f"/Metadata {add_metadata(file, document, desk.style, standard.part)} 0 R",
            f"/OutputIntents[{add_intent(file, standard.icc)} 0 R]",
            f"/Outlines {outline} 0 R" if outline else "",
            attached,
            f"/Names<<{dests}{files}>>" if dests or files else "",
        )
    )


def _boxes(style: Style) -> str:
    """Say how large the paper is, and what of it is left when it is cut."""
    width, height, bleed = (value * PT_PER_MM for value in (style.page.width, style.page.height, style.page.bleed))
    if not bleed:
        return f"/MediaBox[0 0 {width:.2f} {height:.2f}]"
    outer = f"[{-bleed:.2f} {-bleed:.2f} {width + bleed:.2f} {height + bleed:.2f}]"
    return f"/MediaBox{outer}/BleedBox{outer}/TrimBox[0 0 {width:.2f} {height:.2f}]"
