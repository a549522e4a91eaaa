"""Read a Word file: paragraphs and tables in their order, changes as accepted, automatic numbers as printed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exporter.errors import SourceError
from exporter.model import Align, Document, Source
from exporter.readers.assemble import assemble
from exporter.readers.formats.word.numbering import Counters, printed
from exporter.readers.formats.word.package import malformed, open_package, part
from exporter.readers.formats.word.styles import Styles, attribute, child, local, styles_of
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import GridCell, Line, trimmed
from exporter.readers.lines.recognisers import LineClass
from exporter.readers.lines.repair import UNREADABLE

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_BLOCKS = 200_000
_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "Fallback", "sdtPr", "tblPr", "trPr", "tcPr")
)
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"))
_BULLETS = {"\uf0b7": "•", "\uf06c": "●", "\uf0a7": "■", "\uf0d8": "▶", "\uf0fc": "✓"}


@dataclass(slots=True)
class _Layer:
    """The text layer of a document as it grows, and the lines in it."""

    styles: Styles
    counters: Counters = field(default_factory=Counters)
    parts: list[str] = field(default_factory=list)
    size: int = 0
    lines: list[tuple[Line, LineClass | None]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    page: int = 0
    pending: list[_Element] = field(default_factory=list)

    def add(self, text: str) -> tuple[int, int]:
        """Add text and a line end to the layer, and give the place of the text."""
        start = self.size
        self.parts += (text, "\n")
        self.size += len(text) + 1
        return start, start + len(text)


def read(source: Source) -> Document:
    """Read a .docx file. Raises SourceError `docx.*`, `source.encrypted`, `source.empty`."""
    package = open_package(source.name, source.data)
    main = _main_part(source.name, package)
    root = part(source.name, package, main)
    body = None if root is None else next((one for one in root if local(one) == "body"), None)
    if body is None:
        raise malformed(source.name, "it has no text part")
    folder = main.rpartition("/")[0]
    layer = _Layer(styles_of(source.name, package, folder))
    _walk(layer, body)
    _add_notes(layer, source.name, package, folder)
    text = "".join(layer.parts)
    lines = [line for line, _ in layer.lines]
    if not lines:
        raise SourceError(f"{source.name}: holds no text; give a file that holds a document", "source.empty")
    known = [lot for _, lot in layer.lines]
    return assemble(source, text, lines, None, page=False, known=known if any(known) else None)


def _main_part(name: str, package: zipfile.ZipFile) -> str:
    relations = part(name, package, "_rels/.rels")
    for one in relations if relations is not None else ():
        if (attribute(one, "Type") or "").endswith("/officeDocument"):
            return (attribute(one, "Target") or "").lstrip("/")
    return "word/document.xml"


# ---------------------------------------------------------------- blocks


def _walk(layer: _Layer, holder: _Element) -> None:
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
        elif name in _HOLDERS:
            stack.append(iter(element))


def _paragraph(layer: _Layer, element: _Element) -> None:
    properties = layer.styles.paragraph(element)
    text = "".join(_text(layer, element))
    if properties.numbering is not None and text.strip():
        key, numbering, level = properties.numbering
        text = printed(layer.counters, key, numbering, level) + text.lstrip()
    for row in text.split("\n"):
        for piece in row.split("\f"):
            start = layer.add(piece)[0]
            line = trimmed(piece, 0, len(piece), layer.page)
            if line is not None:
                moved = replace(line, start=start + line.start, end=start + line.end, level=properties.level)
                layer.lines.append((moved, LineClass("metadata", "contents") if properties.contents else None))
    boxes, layer.pending = layer.pending, []
    for box in boxes:
        _walk(layer, box)


def _text(layer: _Layer, element: _Element) -> Iterator[str]:
    """Give the text of a paragraph; what was deleted stays out, what was inserted is in."""
    stack = [iter(element)]
    while stack:
        inner = next(stack[-1], None)
        if inner is None:
            stack.pop()
            continue
        name = local(inner)
        if name in _SKIPPED:
            continue
        if name == "txbxContent":
            layer.pending.append(inner)
            continue
        made = _PIECES.get(name)
        if made is not None:
            yield made(layer, inner)
        else:
            stack.append(iter(inner))


def _break(layer: _Layer, element: _Element) -> str:
    if attribute(element, "type") == "page":
        layer.page += 1
        return "\f"
    return "\n"


def _symbol(layer: _Layer, element: _Element) -> str:
    """Give the character of a symbol font; its private codes mean nothing in any other font."""
    try:
        letter = chr(int(attribute(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
    return _BULLETS.get(letter, UNREADABLE if "\ue000" <= letter <= "\uf8ff" else letter)


def _reference(layer: _Layer, element: _Element) -> str:
    key = f"{local(element)[:-9]}s:{attribute(element, 'id')}"
    mark = f"[{len(layer.notes) + 1}]"
    layer.notes.append((key, mark))
    return mark


_PIECES: dict[str, Callable[[_Layer, _Element], str]] = {
    "t": lambda layer, element: element.text or "",
    "tab": lambda layer, element: "\u3000",
    "ptab": lambda layer, element: "\u3000",
    "br": _break,
    "cr": lambda layer, element: "\n",
    "noBreakHyphen": lambda layer, element: "-",
    "softHyphen": lambda layer, element: "",
    "sym": _symbol,
    "footnoteReference": _reference,
    "endnoteReference": _reference,
}


# ---------------------------------------------------------------- tables


def _table(layer: _Layer, element: _Element) -> None:
    """Read a table as a line that holds a grid; one of a single column gives its paragraphs."""
    cells = [list(_inside(row, "tc")) for row in _inside(element, "tr")]
    if max((len(row) for row in cells), default=0) < 2:
        for row in cells:
            for cell in row:
                _walk(layer, cell)
        return
    start = layer.size
    rows = [_row(layer, row) for row in cells]
    grid = grid_of(_merged(rows))
    lines = [cell.line for row in grid.rows for cell in row if cell.line] if grid else []
    if grid and lines:
        text = "\t".join(line.text for line in lines)
        layer.lines.append((Line(start, max(line.end for line in lines), text, page=layer.page, grid=grid), None))


def _row(layer: _Layer, cells: list[_Element]) -> list[tuple[GridCell, str]]:
    row = []
    for index, cell in enumerate(cells):
        properties = child(cell, "tcPr")
        span = child(properties, "gridSpan")
        merge = child(properties, "vMerge")
        merged = "" if merge is None else attribute(merge, "val") or "continue"
        text = _cell_text(layer, cell)
        start = layer.size
        layer.parts += (text, "\t" if index + 1 < len(cells) else "\n")
        layer.size += len(text) + 1
        line = trimmed(text, 0, len(text))
        placed = replace(line, start=start + line.start, end=start + line.end) if line else None
        row.append((GridCell(placed, _count(span), 1, _align(layer, cell)), merged))
    return row


def _cell_text(layer: _Layer, cell: _Element) -> str:
    texts = ["".join(_text(layer, one)).strip() for one in cell.iter() if local(one) == "p"]
    layer.pending = []
    joined = ""
    for text in texts:
        text = " ".join(text.split())
        joined += " " + text if joined and text and joined[-1].isascii() and text[0].isascii() else text
    return joined


def _merged(rows: list[list[tuple[GridCell, str]]]) -> list[list[GridCell]]:
    """Turn cells that continue the one above into its reach."""
    above: dict[int, tuple[int, int]] = {}
    done: list[list[GridCell]] = []
    for index, row in enumerate(rows):
        column = 0
        done.append([])
        for cell, merged in row:
            if merged == "continue" and column in above:
                y, x = above[column]
                done[y][x] = replace(done[y][x], rowspan=index - y + 1)
            else:
                done[index].append(cell)
                above.pop(column, None)
                if merged == "restart":
                    above[column] = (index, len(done[index]) - 1)
            column += cell.colspan
    return done


def _align(layer: _Layer, cell: _Element) -> Align:
    first = next((one for one in cell if local(one) == "p"), None)
    value = attribute(child(child(first, "pPr"), "jc"), "val")
    return "center" if value == "center" else "right" if value in ("right", "end") else "left"


def _count(span: _Element | None) -> int:
    value = attribute(span, "val") or "1"
    return min(100, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """Give the rows or cells of a table, also those inside what only holds them."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in _HOLDERS:
            yield from (inner for inner in one.iter() if local(inner) == name)


# ---------------------------------------------------------------- notes


def _add_notes(layer: _Layer, name: str, package: zipfile.ZipFile, folder: str) -> None:
    """Add footnotes and endnotes after the text, in the order of their marks."""
    texts: dict[str, _Element] = {}
    for kind in ("footnotes", "endnotes") if layer.notes else ():
        root = part(name, package, f"{folder}/{kind}.xml")
        texts |= {f"{kind}:{attribute(one, 'id')}": one for one in (root if root is not None else ())}
    for key, mark in list(layer.notes):
        note = texts.get(key)
        text = "" if note is None else "".join("".join(_text(layer, one)) for one in note if local(one) == "p")
        start, end = layer.add(mark + " ".join(text.split()))
        whole = "".join(layer.parts[-2:-1])
        layer.lines.append((Line(start, end, whole, page=layer.page), LineClass("appendix", "footnote")))
