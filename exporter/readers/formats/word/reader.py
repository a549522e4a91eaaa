"""Read a Word file: paragraphs and tables in their order, changes as accepted, automatic numbers as printed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from exporter.errors import SourceError
from exporter.model import Document, Notice, Source
from exporter.readers.assemble import assemble
from exporter.readers.content.looks import with_looks
from exporter.readers.content.pictures import with_pictures
from exporter.readers.formats.word.chunks import chunk_lines
from exporter.readers.formats.word.layer import Inline, Layer
from exporter.readers.formats.word.numbering import printed
from exporter.readers.formats.word.official import NAMES, with_mark
from exporter.readers.formats.word.official import STYLES as MARKS
from exporter.readers.formats.word.package import malformed, open_package, part
from exporter.readers.formats.word.paragraph import inline_of
from exporter.readers.formats.word.relations import package_of
from exporter.readers.formats.word.styles import Properties, attribute, child, local, styles_of
from exporter.readers.formats.word.tables import HOLDERS, rows_of, table_line
from exporter.readers.lines.contents import CONTENTS
from exporter.readers.lines.line import Line, trimmed
from exporter.readers.lines.recognisers import LineClass

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(source: Source) -> Document:
    """Read a .docx file. Raises SourceError `docx.*`, `source.encrypted`, `source.empty`."""
    opened = open_package(source.name, source.data)
    main = main_part(source.name, opened)
    root = part(source.name, opened, main)
    body = None if root is None else next((one for one in root if local(one) == "body"), None)
    if body is None:
        raise malformed(source.name, "it has no text part")
    folder = main.rpartition("/")[0]
    layer = Layer(source.name, package_of(source.name, opened, main), styles_of(source.name, opened, folder))
    _walk(layer, body)
    _add_notes(layer, folder)
    text = "".join(layer.parts)
    lines = [line for line, _ in layer.lines]
    if not lines:
        raise SourceError(f"{source.name}: holds no text; give a file that holds a document", "source.empty")
    known = [lot for _, lot in layer.lines]
    document = assemble(
        source, text, lines, None, tuple(_notices(layer)), page=False, known=known if any(known) else None
    )
    document = with_mark(with_looks(document, layer.looks), layer.marks)
    return with_pictures(document, layer.shown, layer.package.media.values())


def main_part(name: str, package: zipfile.ZipFile) -> str:
    """Give the path of the part that holds the text."""
    relations = part(name, package, "_rels/.rels")
    for one in relations if relations is not None else ():
        if (attribute(one, "Type") or "").endswith("/officeDocument"):
            return (attribute(one, "Target") or "").lstrip("/")
    return "word/document.xml"


# ---------------------------------------------------------------- blocks


def _walk(layer: Layer, holder: _Element) -> None:
    """Read the blocks of a body, of a table cell, or of a box, without recursion into what only holds blocks."""
    stack = [iter(holder)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        name = local(element)
        if name == "p":
            _paragraph(layer, element)
        elif name == "tbl":
            _table(layer, element)
        elif name == "altChunk":
            _chunk(layer, element)
        elif name in HOLDERS:
            stack.append(iter(element))
    if layer.held is not None:
        held, layer.held = layer.held, None
        _add(layer, held, Properties())


def _paragraph(layer: Layer, element: _Element) -> None:
    properties = layer.styles.paragraph(element)
    inline = inline_of(layer, element, properties.letters)
    if layer.held is not None:
        joined, layer.held = layer.held, None
        joined.join(inline)
        inline = joined
    mark = child(child(element, "pPr"), "rPr")
    if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
        layer.held = inline
    else:
        _add(layer, inline, properties)
    boxes, layer.pending = layer.pending, []
    for box in boxes:
        _walk(layer, box)


def _add(layer: Layer, inline: Inline, properties: Properties) -> None:
    """Add a paragraph to the layer, a line for each of its rows."""
    if properties.numbering is not None and inline.text.strip():
        key, numbering, level = properties.numbering
        inline = inline.numbered(printed(layer.counters, key, numbering, level))
    layer.set(inline, layer.size)
    for row in inline.text.split("\n"):
        for at, piece in enumerate(row.split("\f")):
            layer.page += at > 0
            start = layer.add(piece)[0]
            line = trimmed(piece, 0, len(piece), layer.page)
            if line is not None:
                moved = replace(line, start=start + line.start, end=start + line.end, level=properties.level)
                layer.lines.append((moved, CONTENTS if properties.contents else None))
                if properties.style in MARKS:
                    layer.marks.append(moved.start)


def _table(layer: Layer, element: _Element) -> None:
    """Read a table as a line that holds a grid; one of a single column, or of names alone, gives its paragraphs."""
    rows = rows_of(element)
    if max((len(row) for row in rows), default=0) < 2 or _holds_names(layer, element):
        for row in rows:
            for cell in row:
                _walk(layer, cell)
        return
    line = table_line(layer, element, rows)
    if line is not None:
        layer.lines.append((line, None))


def _holds_names(layer: Layer, element: _Element) -> bool:
    """Tell a table that sets the names of those who issue a paper together, by the style of what it holds."""
    said = [one for one in element.iter() if local(one) == "p"]
    return all(layer.styles.paragraph(one).style.lower() in NAMES for one in said)


def _chunk(layer: Layer, element: _Element) -> None:
    """Read what a file takes in from another part of itself, where that is a page or plain text."""
    relation = layer.package.relations.get(attribute(element, "id") or "")
    rows = chunk_lines(layer.package, relation.target) if relation and not relation.outside else None
    if rows is None:
        layer.leave_out("docx.embedded")
        return
    for row in rows:
        start, end = layer.add(row)
        layer.lines.append((Line(start, end, row, page=layer.page), None))


# ---------------------------------------------------------------- notes and notices


def _add_notes(layer: Layer, folder: str) -> None:
    """Add footnotes and endnotes after the text, in the order of their marks."""
    texts: dict[str, _Element] = {}
    for kind in ("footnotes", "endnotes") if layer.notes else ():
        root = layer.package.part(f"{folder}/{kind}.xml")
        texts |= {f"{kind}:{attribute(one, 'id')}": one for one in (root if root is not None else ())}
    for key, mark in list(layer.notes):
        note = texts.get(key)
        inline = Inline()
        for one in note if note is not None else ():
            if local(one) == "p":
                inline.join(inline_of(layer, one))
        inline = inline.squeezed()
        start, end = layer.add(mark + inline.text)
        layer.set(inline, start + len(mark))
        layer.lines.append((Line(start, end, mark + inline.text, page=layer.page), LineClass("appendix", "footnote")))


_TOLD = {
    "docx.hidden": ("info", "{} hidden stretches of text are no part of the document"),
    "formula.linear": ("info", "{} formulas are written as a line of text, fractions as (a)/(b)"),
    "docx.equation": ("warning", "{} equation fields are in a form that is not read; they are left out"),
    "docx.embedded": ("warning", "{} embedded parts (altChunk) are left out; paste their text into the file"),
    "docx.chart": ("warning", "{} charts of Word are left out; paste them as pictures to keep them"),
    "docx.diagram": ("warning", "{} diagrams (SmartArt) are left out; paste them as pictures to keep them"),
    "docx.object": ("info", "{} embedded objects are kept as the pictures that Word shows of them"),
    "picture.unreadable": ("warning", "{} pictures are in a form that is not known; they are left out"),
}


def _furniture(layer: Layer) -> Iterator[Notice]:
    """Name what stands at the head and foot of the pages and says more than their number."""
    said: list[str] = []
    for relation in layer.package.relations.values():
        if relation.kind in ("header", "footer") and not relation.outside:
            root = layer.package.part(relation.target)
            text = "".join(one.text or "" for one in root.iter() if local(one) == "t") if root is not None else ""
            said += [text.strip()] if any("\u3400" <= letter <= "\u9fff" for letter in text) else []
    texts = [text for text in dict.fromkeys(said) if re.sub(r"[\W\d第共页]", "", text)]
    if texts:
        named = "”、“".join(text[:40] for text in texts[:4])
        yield Notice("docx.running_head", f"what heads and feet of the pages say is left out: “{named}”", "info")


def _notices(layer: Layer) -> Iterator[Notice]:
    yield from _furniture(layer)
    for code, count in layer.left_out.items():
        level, said = _TOLD[code]
        yield Notice(code, said.format(count), "info" if level == "info" else "warning")
