"""Read the text layer of a PDF: its lines page by page, and its ruled tables by position."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exporter.errors import SourceError
from exporter.model import Document, Notice, Source
from exporter.pdfium import opened, raw
from exporter.readers.assemble import assemble
from exporter.readers.content.pictures import with_pictures
from exporter.readers.formats.pdf.pictures import Found, Pictures, place_of
from exporter.readers.formats.pdf.ruled_tables import Bounds, Letter, Ruled, cell_texts, ruled_tables, with_rows
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import GridCell, Line, trimmed

MAX_PAGES = 2_000
MAX_LETTERS = 4_000_000
MAX_OBJECTS = 20_000
"""Objects of one page that are looked at for rules."""
LEAST = 10
"""Fewest visible characters that count as a text layer."""
_PATH = 2


@dataclass(slots=True)
class _Layer:
    """The text layer as it grows."""

    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    size: int = 0
    pictures: Pictures = field(default_factory=Pictures)

    def add(self, text: str, end: str = "\n") -> int:
        start = self.size
        self.parts += (text, end)
        self.size += len(text) + len(end)
        return start


def read(source: Source) -> Document:
    """Read a PDF that has a text layer.

    Raises SourceError: `pdf.encrypted`, `pdf.malformed`, `pdf.no_text`, `source.too_large`.
    """
    layer = _Layer()
    with opened(source.name, source.data) as document:
        pages = len(document)
        if pages > MAX_PAGES:
            raise SourceError(
                f"{source.name}: {pages} pages, at most {MAX_PAGES} are read; split it", "source.too_large"
            )
        for number in range(pages):
            _page(layer, document, number, source.name)
    text = "".join(layer.parts)
    if sum(1 for letter in text if letter.isalnum()) < LEAST:
        raise SourceError(
            f"{source.name}: {pages} pages without a text layer, only images; run text recognition (OCR) first",
            "pdf.no_text",
        )
    document = assemble(source, text, layer.lines, None, tuple(_notices(layer.pictures)), page=False)
    return with_pictures(document, list(layer.pictures.kept(pages)), layer.pictures.media.values())


def _notices(pictures: Pictures) -> Iterator[Notice]:
    if pictures.unread:
        yield Notice("picture.unreadable", f"{pictures.unread} pictures of the pages cannot be read; they are left out")


def _page(layer: _Layer, document: Any, number: int, name: str) -> None:
    page = document[number]
    letters = list(_letters(page.get_textpage()))
    tables = ruled_tables(_rules(page))
    waiting: dict[int, list[Found]] = {}
    for found in layer.pictures.of_page(page):
        waiting.setdefault(place_of(found, letters), []).append(found)
    page.close()
    if number:
        layer.parts[-1:] = ["\f"] if layer.parts else []
    if layer.size + len(letters) > MAX_LETTERS:
        raise SourceError(f"{name}: more than {MAX_LETTERS} characters; split it", "source.too_large")
    _fill(layer, letters, tables, number, waiting)
    if not layer.parts or layer.size == 0:
        layer.add("")


def _letters(text: Any) -> Iterator[Letter]:
    """Give the characters of a page with their boxes, in the order of its text layer."""
    pdfium = raw()
    count = text.count_chars()
    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else "\ufffd"
        if letter in "\r\ufffe\x02":
            continue
        made_up = pdfium.FPDFText_IsGenerated(text, index) == 1
        if made_up or not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            yield Letter(letter, None)
        else:
            yield Letter(letter, Bounds(left.value, bottom.value, right.value, top.value))


def _rules(page: Any) -> Iterator[Bounds]:
    """Give the bounds of lines drawn on a page; of a frame, its four sides."""
    for count, one in enumerate(page.get_objects(filter=(_PATH,), max_depth=4)):
        if count > MAX_OBJECTS:
            return
        left, bottom, right, top = one.get_bounds()
        if right - left > 4 and top - bottom > 4:
            yield Bounds(left, bottom, left, top)
            yield Bounds(right, bottom, right, top)
            yield Bounds(left, bottom, right, bottom)
            yield Bounds(left, top, right, top)
        else:
            yield Bounds(left, bottom, right, top)


# ---------------------------------------------------------------- lines and tables


def _fill(
    layer: _Layer, letters: Sequence[Letter], tables: Sequence[Ruled], number: int, waiting: Mapping[int, list[Found]]
) -> None:
    """Add a page to the layer: lines of text, each table where its first character stands, pictures by their height."""
    places = [_table_of(letter, tables) for letter in letters]
    done: set[int] = set()
    row: list[str] = []
    inside = False
    for index, (letter, place) in enumerate(zip(letters, places, strict=True)):
        for found in waiting.get(index, ()):
            layer.pictures.place(found, layer.size)
        if place is not None:
            _line(layer, row, number)
            inside = True
            if place not in done:
                done.add(place)
                own = [one for one, at in zip(letters, places, strict=True) if at == place or one.box is None]
                _table(layer, tables[place], own, number)
        elif letter.text == "\n":
            _line(layer, row, number)
            inside = False
        elif not (inside and letter.box is None):
            row.append(letter.text)
            inside = False
    _line(layer, row, number)
    for found in waiting.get(len(letters), ()):
        layer.pictures.place(found, layer.size)


def _table_of(letter: Letter, tables: Sequence[Ruled]) -> int | None:
    if letter.box is None or letter.text.isspace():
        return None
    return next((index for index, table in enumerate(tables) if table.cell_at(letter.box) is not None), None)


def _line(layer: _Layer, row: list[str], number: int) -> None:
    text = "".join(row)
    row.clear()
    if not text.strip():
        return
    start = layer.add(text)
    line = trimmed(text, 0, len(text))
    if line is not None:
        layer.lines.append(Line(start + line.start, start + line.end, line.text, page=number))


def _table(layer: _Layer, table: Ruled, letters: Sequence[Letter], number: int) -> None:
    first = layer.size
    rows = []
    for cells in cell_texts(with_rows(table, letters), letters):
        row = []
        for index, (text, width, height) in enumerate(cells):
            start = layer.add(text, "\t" if index + 1 < len(cells) else "\n")
            line = Line(start, start + len(text), text, page=number) if text else None
            row.append(GridCell(line, width, height))
        if row:
            rows.append(row)
    grid = grid_of(rows)
    lines = [cell.line for row in grid.rows for cell in row if cell.line] if grid else []
    if grid and lines:
        text = "\t".join(line.text for line in lines)
        layer.lines.append(Line(first, max(line.end for line in lines), text, page=number, grid=grid))
