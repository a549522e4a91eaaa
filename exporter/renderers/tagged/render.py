"""Draw a document as PDF, straight from its layout, with all that an archive and a screen reader ask for."""

from __future__ import annotations

from dataclasses import replace

from exporter.fonts import book
from exporter.model import Document
from exporter.pipeline import Renderer
from exporter.renderers import cid
from exporter.renderers.faces import faces_of
from exporter.renderers.geometry import PT_PER_MM
from exporter.renderers.ink import require_cmyk, shares
from exporter.renderers.layout import Sheet, lay_out
from exporter.renderers.scope import note_fixed, words_of
from exporter.renderers.tagged.content import Paint, Pen, rgb
from exporter.renderers.tagged.drawing import Desk, Drawn, draw, names_of, pages_of, titles_of
from exporter.renderers.tagged.file import File, references, text
from exporter.renderers.tagged.fonts import embed
from exporter.renderers.tagged.metadata import add_attachments, add_info, add_intent, add_metadata
from exporter.renderers.tagged.outline import add_outline, places_of
from exporter.renderers.tagged.structure import Tree
from exporter.renderers.wording import note_ids, note_words
from exporter.style import Style


def render(document: Document, style: Style) -> bytes:
    """Draw a document as an archive file: PDF/A-3a and PDF/UA-1 in one, source and model attached.

    Raises FontError `font.missing`, `font.missing_glyph`.
    """
    return _drawn(document, style, None)


def press(icc: bytes) -> Renderer:
    """Give the renderer of files for a press: PDF/X-4 in the inks of this profile, without any RGB.

    Raises PartError `icc.invalid` where the bytes are no CMYK profile of a press.
    """
    require_cmyk(icc)

    def print_ready(document: Document, style: Style) -> bytes:
        """Draw a document as PDF/X-4, with bleed."""
        bled = replace(style, page=replace(style.page, bleed=style.page.bleed or BLEED))
        return _drawn(document, bled, icc)

    return print_ready


BLEED = 3.0
"""mm of bleed where a style has none."""


def _drawn(document: Document, style: Style, icc: bytes | None) -> bytes:
    faces = faces_of(book(style.fonts), words_of(document, style), document.metadata.language)
    layout = lay_out(document, style, faces)
    note_fixed(document, style, faces)
    sheets = layout.sheets or (Sheet(()),)
    fonts = {name: cid.cid_font(font) for name, font in faces.files().items()}
    names = {name: f"T{at}" for at, name in enumerate(fonts, 1)}
    file = File()
    pen = Pen(fonts, names, rgb if icc is None else _inks(icc), *(("rg", "RG") if icc is None else ("k", "K")))
    desk = Desk(
        file,
        style,
        faces,
        pen._replace(lang=faces.lang),
        Tree(layout.elements, len(sheets)),
        note_ids(document),
        note_words(document) | names_of(sheets),
        pages_of(sheets),
        frozenset(layout.feet),
        linked=icc is None,
    )
    pages = draw(sheets, titles_of(sheets), desk)
    return _written(document, pages, desk, icc)


def _inks(icc: bytes) -> Paint:
    return lambda color: " ".join(f"{share:.4g}" for share in shares(color, icc))


def _written(document: Document, pages: list[Drawn], desk: Desk, icc: bytes | None) -> bytes:
    file, style = desk.file, desk.style
    top = file.reserve()
    fonts = file.add(embed(file, desk.pen.fonts, desk.pen.names))
    boxes = _boxes(style)
    numbers = []
    for at, page in enumerate(pages):
        content = file.stream(page.content)
        links = f"/Annots{references(page.links)}" if page.links else ""
        numbers.append(
            file.add(
                f"<</Type/Page/Parent {top} 0 R{boxes}/Resources<</Font {fonts} 0 R>>/Contents {content} 0 R"
                f"/StructParents {at}/Tabs/S{links}>>"
            )
        )
    file.put(top, f"<</Type/Pages/Kids{references(numbers)}/Count {len(numbers)}>>")
    catalog = _catalog(document, numbers, desk, icc)
    root = file.add(f"<</Type/Catalog/Pages {top} 0 R{catalog}>>")
    return file.written(root, add_info(file, document, style, icc is not None))


def _catalog(document: Document, pages: list[int], desk: Desk, icc: bytes | None) -> str:
    file, press = desk.file, icc is not None
    places = places_of(desk.places, pages)
    outline = add_outline(file, desk.headings, places)
    attached, files = ("", "") if press else add_attachments(file, document)
    named = "".join(f"({name}){place}" for name, place in places.items())
    dests = f"/Dests<</Names[{named}]>>" if named and not press else ""
    return "".join(
        (
            f"/Lang{text(document.metadata.language)}/MarkInfo<</Marked true>>",
            "/ViewerPreferences<</DisplayDocTitle true>>",
            f"/StructTreeRoot {desk.tree.write(file, pages)} 0 R",
            f"/Metadata {add_metadata(file, document, desk.style, press)} 0 R",
            f"/OutputIntents[{add_intent(file, icc)} 0 R]",
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
