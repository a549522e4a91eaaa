"""Write figures as data: JSON Lines, CSV and rows, of one document or of many side by side."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from exporter.facts.indicators import canonical
from exporter.facts.units import base_amount, unit_of
from exporter.model import Document, Fact
from exporter.style import Style

Record: TypeAlias = dict[str, str | int | None]

FIELDS = (
    "id",
    "line",
    "start",
    "end",
    "quote",
    "indicator",
    "indicator_en",
    "value",
    "number",
    "unit",
    "value_en",
    "change",
    "change_kind",
    "bound",
    "qualifier",
    "period",
    "kind",
    "scope",
    "part_of",
    "english",
    "english_status",
    "section",
)
"""Fields of a figure, in order; `facts --format jsonl` has these and no others."""

PANEL_FIELDS = (
    "source",
    "place",
    "year",
    "indicator",
    "stated",
    "number",
    "unit",
    "amount",
    "base_unit",
    "change",
    "change_kind",
    "bound",
    "kind",
    "scope",
    "line",
    "quote",
)
"""Fields of a figure among those of many documents; `indicator` is one name for all synonyms."""


def record(fact: Fact) -> Record:
    """Give a figure as plain data: decimals as strings, offsets as numbers, what is not said as None."""
    return {
        "id": fact.id,
        "line": fact.line,
        "start": fact.span.start,
        "end": fact.span.end,
        "quote": fact.quote,
        "indicator": fact.indicator,
        "indicator_en": fact.indicator_en,
        "value": fact.value,
        "number": decimal(fact.number),
        "unit": fact.unit,
        "value_en": fact.value_en,
        "change": decimal(fact.change),
        "change_kind": fact.change_kind,
        "bound": fact.bound,
        "qualifier": fact.qualifier,
        "period": fact.period,
        "kind": fact.kind,
        "scope": fact.scope,
        "part_of": fact.part_of,
        "english": fact.english,
        "english_status": fact.english_status,
        "section": fact.section,
    }


def decimal(number: Decimal | None) -> str | None:
    """Print a number exactly, without an exponent."""
    return None if number is None else f"{number:f}"


def jsonl(facts: Iterable[Fact]) -> bytes:
    """Write a figure a line, as JSON in UTF-8."""
    return "".join(json.dumps(record(fact), ensure_ascii=False) + "\n" for fact in facts).encode()


def csv_of(fields: Sequence[str], records: Iterable[Record]) -> bytes:
    """Write records as CSV that Excel opens as it is: UTF-8 with BOM, no cell that a spreadsheet would run."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(fields)
    table.writerows([_defused(row[name]) for name in fields] for row in records)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def render_jsonl(document: Document, style: Style) -> bytes:
    """Write the figures of a document as JSON Lines; a target needs no style for it."""
    return jsonl(document.facts)


def render_csv(document: Document, style: Style) -> bytes:
    """Write the figures of a document as CSV; a target needs no style for it."""
    return csv_of(FIELDS, map(record, document.facts))


def panel(documents: Iterable[Document]) -> Iterator[Record]:
    """Give the figures of many documents as one table: place, year, indicator, and amounts in base units."""
    for document in documents:
        metadata = document.metadata
        name = document.origin.name if document.origin else metadata.title
        for fact in document.facts:
            yield {"source": name, "place": metadata.place, **_panel_row(fact)}


def panel_csv(documents: Iterable[Document]) -> bytes:
    """Write the figures of many documents as one CSV."""
    return csv_of(PANEL_FIELDS, panel(documents))


def rows(facts: Iterable[Fact]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Give a figure a row for a terminal: line, indicator, value, change, period, kind."""
    for fact in facts:
        value = f"{fact.value}{fact.unit or ''}" if fact.value else ""
        scope = f"（{fact.scope}）" if fact.scope and fact.scope not in _WHOLE else ""
        yield str(fact.line), fact.indicator + scope, _one_line(value), _change(fact), fact.period or "", fact.kind


ROW_HEADS = ("行", "指标", "数值", "变化", "时期", "性质")
"""Heads of `rows`."""

_WHOLE = frozenset(("全市", "全省", "全县", "全区", "全国", "我市", "我省", "我县", "我区", "我国"))
_FORMULA = re.compile(r"^\s*[=+\-@\t\r|%]")
_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?$")


def _defused(cell: str | int | None) -> str | int:
    """Put an apostrophe before text that a spreadsheet would take for a formula; numbers stay."""
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.match(cell):
        return "'" + cell
    return "" if cell is None else cell


def _panel_row(fact: Fact) -> Record:
    known = canonical(fact.indicator)
    unit = unit_of(fact.unit) if fact.unit else None
    return {
        "year": fact.period,
        "indicator": known.name if known else fact.indicator,
        "stated": fact.indicator,
        "number": decimal(fact.number),
        "unit": fact.unit,
        "amount": decimal(base_amount(fact.number, fact.unit)) if fact.number is not None else None,
        "base_unit": unit.base if unit else fact.unit,
        "change": decimal(fact.change),
        "change_kind": fact.change_kind,
        "bound": fact.bound,
        "kind": fact.kind,
        "scope": fact.scope,
        "line": fact.line,
        "quote": fact.quote,
    }


def _one_line(text: str) -> str:
    return "".join(text.split())


_SIGNS = {"percent": "%", "multiple": "%", "percentage_points": " 个百分点"}


def _change(fact: Fact) -> str:
    if fact.change is None:
        return ""
    unit = _SIGNS.get(fact.change_kind, fact.unit or "")
    return f"{fact.change:+f}{unit}"
