"""Render a document as a Word file: gather its body, then join body, styles and furniture to a package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.model import Document, Heading, Metadata, Note
from exporter.pipeline import Rendered
from exporter.renderers.layout.forms import appendix_breaks
from exporter.renderers.layout.imprint_lines import parted
from exporter.renderers.layout.wording import outline_name, title_of
from exporter.renderers.word.body.blocks import blocks_xml, foot_xml, note_xml
from exporter.renderers.word.body.contents import contents_xml, depth_of, front_matter
from exporter.renderers.word.body.lists import numbering_part
from exporter.renderers.word.body.notes import footnotes_part
from exporter.renderers.word.body.pictures import picture_pieces
from exporter.renderers.word.body.writing import Place, Writing, begin
from exporter.renderers.word.markup import HEAD, NAMESPACES
from exporter.renderers.word.official.forms import with_shared_lines
from exporter.renderers.word.official.imprint import IMPRINT, imprint_height
from exporter.renderers.word.parts import trace
from exporter.renderers.word.parts.embedding import KIND, embedded
from exporter.renderers.word.parts.fonts import font_table
from exporter.renderers.word.parts.package import OFFICE, WORD, Piece, pack
from exporter.renderers.word.parts.sections import furniture, section
from exporter.renderers.word.parts.settings import settings_part
from exporter.renderers.word.parts.side_feet import sideways
from exporter.renderers.word.parts.styles import letters_of, styles_part
from exporter.renderers.word.parts.theme import theme_part
from exporter.renderers.word.tightness import tightened
from exporter.style import Style


def render(document: Document, style: Style, trace: bool = True) -> bytes:
    """Give the bytes of a Word file; the same document and style, the same bytes.

    Without `trace` nothing in it proves it against its source.

    Raises RenderError `render.table` for a table that no Word file can hold.
    """
    return _written(document, begin(document, tightened(document, style)), trace)


def with_fonts(document: Document, style: Style, trace: bool = True) -> Rendered:
    """Give a Word file that carries its fonts, and what it does not carry. Raises FontError `font.embedding`."""
    style = tightened(document, style)
    writing = begin(document, style)
    found = embedded(document, style, writing.fonts)
    writing.fonts, writing.font_files = found.fonts, found.files
    return Rendered(_written(document, writing, trace), found.notices)


def _written(document: Document, writing: Writing, trace: bool) -> bytes:
    style = writing.style
    upright = furniture(style, writing.fonts, _title_printed(document), writing.form == "letter")
    writing.furniture = (*upright, *sideways(style, writing.fonts))
    body = body_xml(document, writing)
    last = section(style, writing.furniture, writing.sheet, writing.sections == 0)
    main = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}{last}</w:body></w:document>"
    return pack(_top(document, writing, main, trace), replace(document.metadata, title=title_of(document)))


def body_xml(document: Document, writing: Writing) -> str:
    """Write the blocks and the appendix, contents in their place, and every note that no mark reached."""
    writing.depth = depth_of(document, writing.style)
    place = Place(writing.style.measure)
    blocks, imprint = parted(with_shared_lines(document.blocks, writing.form, writing.style))
    appendix = with_shared_lines(document.appendix, writing.form, writing.style)
    front = front_matter(blocks) if writing.depth else 0
    head = blocks_xml(blocks[:front], writing, place)
    opened = replace(place, break_before=bool(writing.depth))
    only_notes = all(isinstance(block, Note) for block in appendix)
    writing.foot = imprint_height(imprint, letters_of(IMPRINT, writing.style), writing.style) if only_notes else 0.0
    body = blocks_xml(blocks[front:], writing, opened)
    attached = blocks_xml(appendix, writing, replace(place, break_before=appendix_breaks(document)))
    foot = foot_xml(imprint, writing, place)
    body += foot + attached if only_notes else attached + foot  # the imprint follows attachments (7.3.7, 7.4)
    left = [note for id, note in writing.notes.items() if id not in writing.footnotes]
    body += "".join(note_xml(note, writing, "NoteText", "") for note in left)
    contents = contents_xml(document, front, writing) if writing.depth else ""
    return head + contents + body or "<w:p/>"


def _title_printed(document: Document) -> str:
    """Give the title as the document prints it, or as its metadata has it."""
    printed = (outline_name(block) for block in document.blocks if isinstance(block, Heading) and block.level == 0)
    return next(printed, None) or document.metadata.title or ""


def _top(document: Document, writing: Writing, main: str, traced: bool) -> Iterator[Piece]:
    pieces = (*_below(document, writing), *(trace_pieces(document, writing) if traced else ()))
    links = _links(writing)  # last: footnotes may hold links of their own
    yield Piece(
        "/word/document.xml", WORD + "document.main+xml", OFFICE + "officeDocument", "rId1", _bytes(main), pieces, links
    )
    yield Piece("/docProps/app.xml", _APP_TYPE, OFFICE + "extended-properties", "rId2", _bytes(_app(document.metadata)))


def _below(document: Document, writing: Writing) -> Iterator[Piece]:
    style, fonts = writing.style, writing.fonts
    notes = bool(writing.footnotes)
    yield word_piece("styles", "rStyles", styles_part(style, fonts))
    yield word_piece("settings", "rSettings", settings_part(style, notes, bool(writing.font_files)))
    yield Piece("/word/theme/theme1.xml", _THEME_TYPE, OFFICE + "theme", "rTheme", _bytes(theme_part(style, fonts)))
    yield _fonts_piece(writing)
    if writing.lists:
        yield word_piece("numbering", "rNumbering", numbering_part(writing.lists, style.text["body"]))
    if notes:
        yield footnotes_piece(writing)
    for part in (part for part in writing.furniture if writing.turned or not part.sideways):
        yield Piece(
            f"/word/{part.name}.xml", f"{WORD}{part.kind}+xml", OFFICE + part.kind, part.relation, _bytes(part.xml)
        )
    yield from chart_pieces(writing)
    yield from picture_pieces(writing)


def _fonts_piece(writing: Writing) -> Piece:
    files = [(f"rFont{number}", file) for number, file in enumerate(writing.font_files, 1)]
    keys = {one.name: (id, one.key) for id, one in files}
    table = word_piece("fontTable", "rFonts", font_table(writing.fonts, keys))
    pieces = tuple(
        Piece(f"/word/fonts/{id[1:].lower()}.odttf", KIND, OFFICE + "font", id, one.data) for id, one in files
    )
    return replace(table, pieces=pieces)


def footnotes_piece(writing: Writing) -> Piece:
    """Give the part that holds the footnotes."""
    xml = footnotes_part(writing)  # first: notes may hold links of their own
    return word_piece("footnotes", "rFootnotes", xml, _links(writing))


def chart_pieces(writing: Writing) -> Iterator[Piece]:
    """Give the parts of every chart."""
    if not writing.charts:
        return
    from exporter.renderers.word.body.charts import chart_parts  # half a second to load

    for number, chart in enumerate(writing.charts, 1):
        xml, workbook = chart_parts(chart, writing.style, writing.fonts)
        sheet = Piece(f"/word/embeddings/workbook{number}.xlsx", _SHEET_TYPE, OFFICE + "package", "rId1", workbook)
        yield Piece(f"/word/charts/chart{number}.xml", _CHART_TYPE, OFFICE + "chart", f"rChart{number}", xml, (sheet,))


def trace_pieces(document: Document, writing: Writing) -> Iterator[Piece]:
    """Give the custom XML part that proves the file against its source."""
    about = Piece(
        "/customXml/itemProps1.xml", _PROPS_TYPE, OFFICE + "customXmlProps", "rId1", _bytes(trace.properties_part())
    )
    data = _bytes(trace.trace_part(document, writing.style, writing.figures))
    yield Piece("/customXml/item1.xml", "application/xml", OFFICE + "customXml", "rTrace", data, (about,))


def word_piece(kind: str, id: str, xml: str, links: tuple[tuple[str, str], ...] = ()) -> Piece:
    """Give a WordprocessingML part by its kind: `styles`, `numbering` …"""
    return Piece(f"/word/{kind}.xml", f"{WORD}{kind}+xml", OFFICE + kind, id, _bytes(xml), links=links)


def _links(writing: Writing) -> tuple[tuple[str, str], ...]:
    return tuple((id, address) for address, id in writing.links.items())


def _app(metadata: Metadata) -> str:
    return (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>exporter</Application></Properties>"
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8")


_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
