"""Write figures as an Excel workbook: typed cells, target beside result, and links back to the source's lines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from exporter.characters import clean
from exporter.facts.data.csv_jsonl import FIELDS, PANEL_FIELDS, Record, panel, records
from exporter.facts.data.pairs import FactPair, pairs_of
from exporter.model import Document
from exporter.style import Style

Value: TypeAlias = str | int | bool | Decimal | None

MAX_CELL = 32_000
"""Characters in a cell; Excel holds 32,767."""
PAIR_FIELDS = (
    "indicator",
    "result",
    "result_period",
    "target",
    "target_period",
    "comparable",
    "reason",
    "result_line",
    "target_line",
)


def workbook(document: Document) -> bytes:
    """Write the figures of a document: a sheet of figures, one of pairs, one of the lines they stand in.

    The same document gives the same bytes.
    """
    book = _book()
    text = document.origin.text if document.origin else ""
    lines = sorted({fact.line for fact in document.facts})
    place = {line: row for row, line in enumerate(lines, 2)}
    figures = _sheet(book, "figures", FIELDS, map(_typed, records(document)))
    _link(figures, "line", FIELDS, [place[fact.line] for fact in document.facts])
    pairs = pairs_of(document.facts)
    sheet = _sheet(book, "pairs", PAIR_FIELDS, (_pair(pair) for pair in pairs))
    _link(sheet, "result_line", PAIR_FIELDS, [place[pair.result.line] for pair in pairs])
    _link(sheet, "target_line", PAIR_FIELDS, [place[pair.target.line] for pair in pairs])
    source = text.split("\n")
    _sheet(book, "source", ("line", "text"), ((line, source[line - 1] if text else "") for line in lines))
    return _bytes(book)


def panel_workbook(documents: Iterable[Document]) -> bytes:
    """Write the figures of many documents as one sheet."""
    book = _book()
    _sheet(
        book, "panel", PANEL_FIELDS, ([_number(name, row[name]) for name in PANEL_FIELDS] for row in panel(documents))
    )
    return _bytes(book)


def render(document: Document, style: Style) -> bytes:
    """Write the figures of a document as a workbook; a target needs no style for it."""
    return workbook(document)


_NUMERIC = frozenset(("number", "upper", "amount", "change"))


def _typed(plain: Record) -> list[Value]:
    return [_number(name, plain[name]) for name in FIELDS]


def _number(name: str, value: str | int | bool | None) -> Value:
    return Decimal(value) if name in _NUMERIC and isinstance(value, str) else value


def _pair(pair: FactPair) -> list[Value]:
    return [
        pair.target.indicator,
        pair.result.quote,
        pair.result.period,
        pair.target.quote,
        pair.target.period,
        "yes" if pair.comparable else "no",
        pair.reason,
        pair.result.line,
        pair.target.line,
    ]


def _book() -> Any:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    return book


def _sheet(book: Any, name: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> Any:
    """Add a sheet with a frozen, filtered header; no text in it is ever a formula."""
    sheet = book.create_sheet(name)
    sheet.append(list(heads))
    for row, values in enumerate(rows, 2):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value = clean(value)[:MAX_CELL] if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return sheet


def _link(sheet: Any, name: str, heads: Sequence[str], places: Iterable[int]) -> None:
    """Link the cells of a column to rows of the sheet of source lines."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    column = heads.index(name) + 1
    for row, place in enumerate(places, 2):
        cell = sheet.cell(row, column)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"source!A{place}")


_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def _bytes(book: Any) -> bytes:
    """Save a workbook without the time of day: fixed stamps inside and on every part."""
    saved, stamped = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(stamped, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name))
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, data)
    return stamped.getvalue()
