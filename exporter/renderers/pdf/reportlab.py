"""Draw a document as PDF with ReportLab, fast: the only module that imports it.

ReportLab is the canvas and writes the file; lines and pages come from the same composer as those of the
archive file. Fonts are embedded by what `cid` says of them, so that fonts with CFF outlines work too, and
text is written as glyph numbers: no markup is ever read in it, so nothing has to be escaped.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple, assert_never

from exporter.fonts import book
from exporter.model import Document
from exporter.renderers.fonts import composite
from exporter.renderers.fonts.colour_profile import srgb
from exporter.renderers.fonts.faces import Faces, faces_of, family
from exporter.renderers.fonts.subset import ASCENT
from exporter.renderers.html import safe_link
from exporter.renderers.html.css import HEAD_ABOVE, HEAD_PADDING, number_drop, number_style
from exporter.renderers.layout import chart
from exporter.renderers.layout.columns import PT_PER_MM, measure_of
from exporter.renderers.layout.composition import MARK_RISE, Composed, set_words
from exporter.renderers.layout.items import Anchor, Entry, Fill, Ink, Picture, Place, Sheet, Words
from exporter.renderers.layout.pages import lay_out
from exporter.renderers.layout.wording import note_ids, title_of
from exporter.renderers.pdf.shown_text import note_fixed, words_of
from exporter.style import MADE_BY, Style, TextStyle
from exporter.typesetting import Piece


def render(document: Document, style: Style) -> bytes:
    """Draw a document as PDF/A-2b. Raises FontError `font.missing`, `font.missing_glyph`."""
    faces = faces_of(book(style.fonts), words_of(document, style), document.metadata.language)
    sheets = lay_out(document, style, faces).sheets
    note_fixed(document, style, faces)
    fonts = {name: composite.cid_font(font) for name, font in faces.files().items()}
    names = {name: f"T{at}" for at, name in enumerate(fonts, 1)}
    pen = _Pen(style, faces, fonts, names, _pages_of(sheets), _titles(sheets), note_ids(document))
    return _write(document, sheets, pen)


class _Pen(NamedTuple):
    """What is needed to draw anything."""

    style: Style
    faces: Faces
    fonts: Mapping[str, composite.CidFont]
    names: Mapping[str, str]
    """Names of the fonts in the file, by family."""
    pages: Mapping[int, int]
    """Page of each heading, from 1."""
    titles: Mapping[int, tuple[str, str]]
    """Title and section of each page, for its running head."""
    notes: Mapping[str, str]
    """What links know each note by."""


def _pages_of(sheets: Sequence[Sheet]) -> dict[int, int]:
    return {ink.number: page for page, sheet in enumerate(sheets, 1) for _, ink in sheet.inks if isinstance(ink, Place)}


def _write(document: Document, sheets: Sequence[Sheet], pen: _Pen) -> bytes:
    canvas, out = _canvas(document, pen.style)
    _embed(canvas, pen)
    for number, sheet in enumerate(sheets or (Sheet(()),), 1):
        _draw_page(canvas, sheet, number, len(sheets), pen)
        canvas.showPage()
    _claim(canvas, document)
    canvas.save()
    return _settled(out)


def _settled(out: BytesIO) -> bytes:
    """Write the file anew as ISO 19005-2 wants it: line ends around streams (6.1.7.1), links that print (6.3.2)."""
    import pikepdf

    with pikepdf.open(out) as pdf, BytesIO() as settled:
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                annotation["/F"] = 4
        pdf.save(settled, deterministic_id=True, compress_streams=True)
        return settled.getvalue()


def _canvas(document: Document, style: Style) -> tuple[Any, BytesIO]:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    size = (style.page.width * PT_PER_MM, style.page.height * PT_PER_MM)
    canvas = Canvas(out, size, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=document.metadata.language)
    canvas.setTitle(title_of(document))
    canvas.setAuthor(document.metadata.publisher or "")
    canvas.setSubject("")
    canvas.setCreator(MADE_BY + style.name)
    return canvas, out


def _embed(canvas: Any, pen: _Pen) -> None:
    """Add our fonts to the file; the first takes the place of Helvetica, which every canvas brings along."""
    from reportlab.pdfbase.pdfdoc import PDFObjectReference

    document = canvas._doc
    listed = document.idToObject["BasicFonts"].dict
    listed.clear()
    for at, (name, font) in enumerate(pen.fonts.items()):
        entry = _font(document, f"{_tag(at)}+{name.replace(' ', '-')}", font)
        if at == 0:
            document.idToObject["F1"] = entry
            listed[pen.names[name]] = PDFObjectReference("F1")
        else:
            listed[pen.names[name]] = document.Reference(entry)
    canvas._preamble = ""


def _tag(at: int) -> str:
    """Give the six letters that mark a subset (ISO 32000-1, 9.6.4)."""
    return "EXP" + "".join(chr(65 + at // 26**place % 26) for place in (2, 1, 0))


def _font(document: Any, name: str, font: composite.CidFont) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    def plain(value: object) -> Any:
        return PDFArray([plain(each) for each in value]) if isinstance(value, list) else value

    subtype = {"Subtype": PDFName("CIDFontType0C")} if font.compact else {"Length1": len(font.program)}
    system = PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0})
    described = {key: plain(value) for key, value in composite.descriptor(font).items()}
    file = "FontFile3" if font.compact else "FontFile2"
    described |= {"Type": PDFName("FontDescriptor"), "FontName": PDFName(name)}
    described[file] = document.Reference(_stream(font.program, subtype))
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0" if font.compact else "CIDFontType2"),
        "BaseFont": PDFName(name),
        "CIDSystemInfo": system,
        "DW": 1000,
        "W": plain(composite.width_rows(font)),
        "FontDescriptor": document.Reference(PDFDictionary(described)),
    }
    if not font.compact:
        descendant["CIDToGIDMap"] = PDFName("Identity")
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_stream(composite.to_unicode(font), {})),
        }
    )


def _stream(content: bytes, said: Mapping[str, Any], compress: bool = True) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    packed = {"Filter": PDFName("FlateDecode")} if compress else {}
    return PDFStream(PDFDictionary({**said, **packed}), _packed(content) if compress else content, [])


def _packed(content: bytes) -> bytes:
    """Pack fast: outlines repeat hardly anything, and are as small without a search for what repeats."""
    packer = zlib.compressobj(FAST, strategy=zlib.Z_HUFFMAN_ONLY if len(content) > _LONG else zlib.Z_DEFAULT_STRATEGY)
    return packer.compress(content) + packer.flush()


_LONG = 100_000
"""Bytes beyond which a stream is a font program."""
FAST = 1
"""Level of compression: a font program loses hardly more at the highest."""


def _draw_page(canvas: Any, sheet: Sheet, number: int, count: int, pen: _Pen) -> None:
    left, _ = _sides(pen.style, number)
    top = (pen.style.page.height - pen.style.page.top) * PT_PER_MM
    for y, ink in sheet.inks:
        _draw(canvas, ink, left, top - y, pen)
    for x, y, composed in _furniture(number, count, pen):
        canvas.addLiteral(_text(composed, 0, x, y, pen))
    for literal in _running_head(sheet, number, pen):
        canvas.addLiteral(literal)


def _draw(canvas: Any, ink: Ink, left: float, top: float, pen: _Pen) -> None:
    match ink:
        case Words():
            canvas.addLiteral(_text(ink.composed, ink.line, left + ink.x, top - ink.y, pen))
            _links(canvas, ink, left + ink.x, top - ink.y, pen)
        case Fill():
            canvas.addLiteral(_rectangle(left + ink.x, top - ink.y, ink.width, ink.height, ink.color))
        case Picture():
            _picture(canvas, ink, left + ink.x, top - ink.y, pen)
        case Place():
            canvas.bookmarkHorizontal(f"section-{ink.number}", 0, top)
            canvas.addOutlineEntry(ink.name, f"section-{ink.number}", ink.depth - 1)
        case Anchor():
            canvas.bookmarkHorizontal(pen.notes[ink.note], left + ink.x, top - ink.y)
        case Entry():
            _entry(canvas, ink, left, top, pen)
        case _:
            assert_never(ink)


def _text(composed: Composed, line: int, x: float, y: float, pen: _Pen) -> str:
    """Write a line: each piece at its place, its spacing between its characters (ISO 32000-1, 9.3.2)."""
    parts = ["BT"]
    state: tuple[object, ...] = ()
    for piece in composed.lines[line].pieces:
        source = composed.sources[piece.run]
        name = family(source.face, source.side)
        rise = MARK_RISE * source.text.size if source.run.role == "mark" else 0.0
        now = (name, source.size, source.text.color)
        if now != state:
            parts.append(f"{_color(source.text.color)} rg /{pen.names[name]} {source.size:g} Tf")
            state = now
        place = f"1 0 0 1 {x + piece.x:.3f} {y + rise:.3f} Tm {piece.spacing:.4f} Tc"
        parts.append(f"{place} {composite.shown(pen.fonts[name], piece.text)} Tj")
    return " ".join((*parts, "ET")) if len(parts) > 1 else ""


def _color(color: str) -> str:
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _rectangle(x: float, y: float, width: float, height: float, color: str) -> str:
    return f"{_color(color)} rg {x:.3f} {y - height:.3f} {width:.3f} {height:.3f} re f"


def _links(canvas: Any, words: Words, x: float, y: float, pen: _Pen) -> None:
    sources = words.composed.sources
    for _, group in groupby(words.composed.lines[words.line].pieces, lambda piece: id(sources[piece.run].run)):
        pieces = tuple(group)
        first, last = pieces[0], pieces[-1]
        source = sources[first.run]
        box = (x + first.x, y - source.size * 0.2, x + last.x + last.width, y + source.size * 0.9)
        if source.run.role == "link" and safe_link(source.run.target):
            canvas.linkURL(source.run.target, box, relative=0)
        note = pen.notes.get(source.run.target or "") if source.run.role in ("mark", "figure") else None
        if note:
            rise = MARK_RISE * source.text.size if source.run.role == "mark" else 0.0
            canvas.linkAbsolute("", note, (box[0], box[1] + rise, box[2], box[3] + rise), thickness=0)


def _picture(canvas: Any, picture: Picture, left: float, top: float, pen: _Pen) -> None:
    scale = picture.width / chart.WIDTH
    for shape in picture.drawing.shapes:
        match shape:
            case chart.Rect():
                x, y = left + shape.x * scale, top - shape.y * scale
                canvas.addLiteral(_rectangle(x, y, shape.width * scale, shape.height * scale, shape.color))
            case chart.Words():
                canvas.addLiteral(_label(shape, left, top, scale, pen))
            case chart.Stroke():
                ends = (
                    left + shape.x1 * scale,
                    top - shape.y1 * scale,
                    left + shape.x2 * scale,
                    top - shape.y2 * scale,
                )
                path = "{:.3f} {:.3f} m {:.3f} {:.3f} l S".format(*ends)
                canvas.addLiteral(f"{_color(shape.color)} RG {1.8 * scale:.3f} w {path}")
            case chart.Dot():
                canvas.addLiteral(f"{_color(shape.color)} rg")
                canvas.circle(left + shape.x * scale, top - shape.y * scale, 2.4 * scale, stroke=0, fill=1)
            case _:
                assert_never(shape)


def _label(words: chart.Words, left: float, top: float, scale: float, pen: _Pen) -> str:
    text = chart.text_style(pen.style)
    sized = TextStyle(
        font=text.font, latin=text.latin, size=text.size * scale, color=text.color, indent=0, align="left"
    )
    composed = set_words(words.text, sized, pen.faces)
    if not composed.lines:
        return ""
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * composed.lines[0].width
    return _text(composed, 0, left + words.x * scale - back, top - words.y * scale, pen)


def _entry(canvas: Any, entry: Entry, left: float, top: float, pen: _Pen) -> None:
    """Draw the dots and the page number of a line of the contents, and make the line a link."""
    text = pen.style.text["contents"]
    y = top - entry.y
    number = set_words(str(pen.pages.get(entry.place, 0)), text, pen.faces)
    dots = set_words(" .", text, pen.faces)
    if not number.lines or not dots.lines:
        return
    start = left + entry.right - number.lines[0].width
    canvas.addLiteral(_text(number, 0, start, y, pen))
    step = text.size * 0.5
    count = max(0, int((start - left - entry.x - text.size) / step))
    row = set_words("." * count, text, pen.faces)
    if row.lines:
        natural = row.lines[0].pieces[0].width / count
        spread = row.lines[0].pieces[0]
        canvas.addLiteral(_dotted(row, spread, start - count * step - text.size * 0.2, y, step - natural, pen))
    area = (left, top - entry.height, left + measure_of(pen.style), top)
    canvas.linkAbsolute("", f"section-{entry.place}", area, thickness=0)


def _dotted(row: Composed, piece: Piece, x: float, y: float, spacing: float, pen: _Pen) -> str:
    source = row.sources[piece.run]
    name = family(source.face, source.side)
    font = f"{_color(source.text.color)} rg /{pen.names[name]} {source.size:g} Tf"
    return f"BT {font} 1 0 0 1 {x:.3f} {y:.3f} Tm {spacing:.4f} Tc {composite.shown(pen.fonts[name], piece.text)} Tj ET"


def _furniture(number: int, count: int, pen: _Pen) -> Iterator[tuple[float, float, Composed]]:
    """Give the page number, with its place on the page."""
    style, said = pen.style, pen.style.page_number
    text = number_style(style)
    words = said.form.replace("{pages}", str(count)).replace("{page}", str(number))
    composed = set_words(words, text, pen.faces)
    if not composed.lines:
        return
    width = composed.lines[0].width
    left, right = _sides(style, number)
    y = style.page.bottom * PT_PER_MM - number_drop(style) * PT_PER_MM - ASCENT * text.size
    indent = said.indent * said.size
    if said.place == "center":
        yield (left + right - width) / 2, y, composed
    else:
        yield (left + indent if number % 2 == 0 else right - indent - width), y, composed


def _sides(style: Style, number: int) -> tuple[float, float]:
    """Give the left and right edge of the text block on a page."""
    swapped = style.page.mirrored and number % 2 == 0
    left = (style.page.outside if swapped else style.page.inside) * PT_PER_MM
    return left, left + measure_of(style)


def _running_head(sheet: Sheet, number: int, pen: _Pen) -> Iterator[str]:
    """Draw the title on the left, the section on the right, and the rule under both."""
    style = pen.style
    if not style.running_head or number == 1:
        return
    text = style.text["provenance"]
    left, right = _sides(style, number)
    y = (style.page.height - style.page.top) * PT_PER_MM + HEAD_ABOVE * PT_PER_MM
    yield _rectangle(left, y + 0.5, right - left, 0.5, style.rule)
    baseline = y + 0.5 + HEAD_PADDING + text.line - (text.line - text.size) / 2 - ASCENT * text.size
    title, section = pen.titles[number]
    for said, is_right in ((title, False), (section, True)):
        composed = set_words(said, text, pen.faces)
        if composed.lines:
            x = right - composed.lines[0].width if is_right else left
            yield _text(composed, 0, x, baseline, pen)


def _titles(sheets: Sequence[Sheet]) -> dict[int, tuple[str, str]]:
    """Give title and section of each page: those that begin on it, else those of the page before."""
    titles: dict[int, tuple[str, str]] = {}
    title = section = ""
    for number, sheet in enumerate(sheets, 1):
        places = [ink for _, ink in sheet.inks if isinstance(ink, Place)]
        named = [[place.name for place in places if place.level == level] for level in (0, 1)]
        titles[number] = (named[0][0] if named[0] else title, named[1][0] if named[1] else section)
        title, section = (last[-1] if last else kept for last, kept in zip(named, titles[number], strict=True))
    return titles


def _claim(canvas: Any, document: Document) -> None:
    """Say what the file conforms to (ISO 19005-2, 6.6.4), and what its colours mean (6.2.3)."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    inside = canvas._doc
    profile = inside.Reference(_stream(srgb(), {"N": 3}))
    name = PDFString("sRGB IEC61966-2.1")
    intent = {"Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": name}
    intent |= {"Info": name, "DestOutputProfile": profile}
    catalog = inside.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([inside.Reference(PDFDictionary(intent))])
    said = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalog.Metadata = _stream(_xmp(document).encode(), said, compress=False)
    canvas.setProducer("ReportLab PDF Library")


def _xmp(document: Document) -> str:
    title, author = escape(title_of(document)), escape(document.metadata.publisher or "")
    creator = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    names = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    }
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>{creator}'
        "<xmp:CreatorTool>exporter</xmp:CreatorTool><xmp:CreateDate>2000-01-01T00:00:00+00:00</xmp:CreateDate>"
        "<xmp:ModifyDate>2000-01-01T00:00:00+00:00</xmp:ModifyDate>"
        "<pdf:Producer>ReportLab PDF Library</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
