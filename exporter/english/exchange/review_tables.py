"""Carry segments to people as tables and back: an Excel workbook, or a table in a Word file.

A row a segment. Its check, in a column of its own, is a hash of id and Chinese: a row whose check no longer agrees
with them was mixed up, and is refused by name. What a rule said has a hash of that behind it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args

from exporter.characters import clean
from exporter.english.exchange.segments import Segment, mark_of
from exporter.english.exchange.xml import parsed
from exporter.english.guard.departures import second_looks
from exporter.english.guard.whole import findings
from exporter.errors import TranslationError
from exporter.model import Cell, Document, EnglishStatus, Heading, Metadata, Paragraph, Row, Run, Table, line_at

if TYPE_CHECKING:
    from lxml.etree import _Element

COLUMNS = ("No.", "中文", "English", "Status", "Remark", "Line", "Check")
FINDINGS = "Findings"
"""Head of a workbook's last column: what the guard finds, or doubts, in English that no rule has proved."""
HOW = (
    "Change the column English, set Status to reviewed where you approve it, and give the file back with --reviewed. "
    "请修改 English 栏，认可的将 Status 改为 reviewed，用 --reviewed 交回。"
)
STATUSES: tuple[EnglishStatus, ...] = get_args(EnglishStatus)
APPROVING = ("approved", "ok", "done", "final", "√", "✓", "认可", "通过", "已审", "已审校", "审定")
"""What people write who approve, beside `reviewed`."""
MAX_PART = 64_000_000
"""Largest part of a package that is unpacked, in bytes."""


def check_of(segment: Segment) -> str:
    """Hash a segment's id and Chinese to eight hexadecimal digits."""
    return hashlib.sha256(f"{segment.id} {segment.zh}".encode()).hexdigest()[:8]


def rows_of(segments: Iterable[Segment], text: str) -> list[tuple[str, ...]]:
    """Give a row of words a segment; `text` is the source, in whose lines they stand."""
    return [
        (
            segment.id,
            segment.zh,
            segment.en or "",
            segment.status,
            segment.note,
            str(line_at(text, segment.span.start)) if segment.span and text else "",
            check_of(segment) + (f"-{mark_of(segment.zh, segment.en)}" if segment.status == "verified" else ""),
        )
        for segment in segments
    ]


def read_table(name: str, data: bytes) -> tuple[Segment, ...]:
    """Read a table that came back, of either kind. Raises TranslationError `exchange.malformed`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {entry.filename: entry.file_size for entry in package.infolist()}
            if max(parts.values(), default=0) > MAX_PART:
                raise TranslationError(f"{name}: a part of it is too large; export it again", "exchange.malformed")
            if "word/document.xml" in parts:
                return _segments(name, _word_rows(package.read("word/document.xml")))
        if "xl/workbook.xml" in parts:
            return _segments(name, _workbook_rows(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise TranslationError(f"{name}: cannot be opened ({error}); export it again", "exchange.malformed") from None
    raise TranslationError(f"{name}: neither a workbook nor a Word file; export it again", "exchange.malformed")


def _segments(name: str, rows: Sequence[Sequence[str]]) -> tuple[Segment, ...]:
    """Make segments of the rows below the head; a row that was mixed up keeps its id and loses its Chinese."""
    heads = next((at for at, row in enumerate(rows) if tuple(row[: len(COLUMNS)]) == COLUMNS), None)
    if heads is None:
        raise TranslationError(
            f"{name}: no table with the columns {', '.join(COLUMNS)}; export it again", "exchange.malformed"
        )
    return tuple(_segment(row) for row in rows[heads + 1 :] if any(row) and tuple(row[: len(COLUMNS)]) != COLUMNS)


def _segment(row: Sequence[str]) -> Segment:
    known, zh, en, status, remark, _, check = (*row, *[""] * len(COLUMNS))[: len(COLUMNS)]
    said = status.strip().lower()
    kept = "reviewed" if said in APPROVING else said if said in STATUSES else "draft"
    found = Segment(known.strip(), zh, "sentence", en if en.strip() else None, kept)
    own, _, mark = check.strip().partition("-")
    mixed, untouched = own != check_of(found), mark == mark_of(zh, found.en)
    return Segment(
        found.id, "" if mixed else zh, "sentence", found.en, found.status, note=remark.strip(), untouched=untouched
    )


# ---------------------------------------------------------------- Excel


def to_workbook(segments: Iterable[Segment], text: str = "") -> bytes:
    """Write a workbook in which English, status and remark can be changed, and the rest is locked."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, Protection
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = cast(Any, book.active)
    sheet.title = "review"
    segments = tuple(segments)
    sheet.append((*COLUMNS, FINDINGS))
    for segment, row in zip(segments, rows_of(segments, text), strict=True):
        sheet.append([clean(value) for value in (*row, _found_in(segment))])
    wrapped, free = Alignment(wrap_text=True, vertical="top"), Protection(locked=False)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = wrapped
            cell.data_type = "s"
        for column in (2, 3, 4):
            cells[column].protection = free
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDEFGH", (8, 60, 60, 14, 30, 7, 10, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    choice = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"D2:D{max(2, sheet.max_row)}")
    sheet.freeze_panes = "C2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _found_in(segment: Segment) -> str:
    if not segment.en or segment.status == "verified":
        return ""
    found = findings(segment.zh, segment.en, segment.facts) or second_looks(segment.zh, segment.en, tense=segment.tense)
    return "; ".join(one.message for one in found)


def _workbook_rows(data: bytes) -> list[tuple[str, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return [
        tuple("" if value is None else str(value) for value in row)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]


# ---------------------------------------------------------------- Word


def as_document(segments: Iterable[Segment], document: Document) -> Document:
    """Lay segments out as a document that holds one table, for a Word file to review in."""
    title = f"{document.metadata.title or 'Document'}: review"
    text = document.origin.text if document.origin else ""
    rows = [_cells(COLUMNS, "zh-Hans"), *(_cells(row) for row in rows_of(segments, text))]
    blocks = (Heading(0, (Run(title),)), Paragraph((Run(HOW),), "note"), Table(tuple(rows)))
    return Document(Metadata(title=title), blocks, document.origin)


def _cells(row: Sequence[str], lang: str = "en") -> Row:
    return tuple(Cell((Run(clean(value)),), lang="zh-Hans" if at == 1 else lang) for at, value in enumerate(row))


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word_rows(data: bytes) -> list[tuple[str, ...]]:
    """Read the rows of a Word file's tables with changes taken as accepted."""
    root = parsed(data, "Word")
    return [
        tuple("\n".join(map(_said, cell.iter(f"{{{_WORD}}}p"))) for cell in row.iter(f"{{{_WORD}}}tc"))
        for row in root.iter(f"{{{_WORD}}}tr")
    ]


def _said(paragraph: _Element) -> str:
    """Give the text of a paragraph without what was deleted or moved away."""
    gone = {f"{{{_WORD}}}del", f"{{{_WORD}}}moveFrom"}
    return "".join(
        text.text or ""
        for text in paragraph.iter(f"{{{_WORD}}}t")
        if not any(above.tag in gone for above in text.iterancestors())
    )
