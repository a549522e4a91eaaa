"""Write figures as data: JSON Lines, CSV and rows, of one document or of many side by side."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from exporter.facts.numbers.units import base_amount, unit_of
from exporter.facts.statements.indicators import canonical_of
from exporter.model import Document, Fact, Stretch
from exporter.style import Style

Record: TypeAlias = dict[str, str | int | bool | None]

FIELDS = (
    "id",
    "line",
    "start",
    "end",
    "quote",
    "indicator",
    "indicator_en",
    "deed",
    "measure",
    "value",
    "number",
    "upper",
    "unit",
    "currency",
    "value_en",
    "bound",
    "qualifier",
    "change",
    "change_kind",
    "change_bound",
    "base",
    "average",
    "among",
    "period",
    "period_type",
    "kind",
    "scope",
    "part_of",
    "sure",
    "english",
    "english_status",
    "section",
    "sha256",
)
"""Columns of a figure, in order; a line of `facts --format jsonl` has these and its `account`."""

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
    "part_of",
    "section",
    "line",
    "quote",
    "sha256",
)
"""Fields of a figure among those of many documents; `indicator` is one name for all synonyms."""


def record(fact: Fact, sha256: str | None = None) -> Record:
    """Give a figure as plain data: decimals as strings, offsets as numbers, what is not said as None."""
    plain = {name: _READ[name](fact) if name in _READ else getattr(fact, name) for name in FIELDS}
    return {**plain, "sha256": sha256}


def records(document: Document) -> Iterator[Record]:
    """Give the figures of a document as plain data, each with the hash of the file."""
    sha256 = document.origin.sha256 if document.origin else None
    return (record(fact, sha256 if fact.line else None) for fact in document.facts)


def decimal(number: Decimal | None) -> str | None:
    """Print a number exactly, without an exponent."""
    return None if number is None else f"{number:f}"


def jsonl(document: Document) -> bytes:
    """Write a figure a line with its account, as JSON in UTF-8."""
    lines = (
        {**row, "account": [_stretch(one) for one in fact.account]}
        for row, fact in zip(records(document), document.facts, strict=True)
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _stretch(stretch: Stretch) -> dict[str, Any]:
    plain: dict[str, Any] = {"start": stretch.span.start, "end": stretch.span.end, "role": stretch.role}
    plain |= {"inherited": True} if stretch.inherited else {}
    return plain | ({"licence": stretch.licence} if stretch.licence else {})


def csv_of(fields: Sequence[str], records: Iterable[Record]) -> bytes:
    """Write records as CSV that Excel opens as it is: UTF-8 with BOM, no cell that a spreadsheet would run."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(fields)
    table.writerows([_defused(row[name]) for name in fields] for row in records)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def render_csv(document: Document, style: Style) -> bytes:
    """Write the figures of a document as CSV; a target needs no style for it."""
    return csv_of(FIELDS, records(document))


def panel(documents: Iterable[Document]) -> Iterator[Record]:
    """Give the figures of many documents as one table: place, year, indicator, and amounts in base units."""
    for document in documents:
        metadata = document.metadata
        name = document.origin.name if document.origin else metadata.title
        for fact in document.facts:
            sha256 = document.origin.sha256 if document.origin and fact.line else None
            yield {"source": name, "place": metadata.place, **_panel_row(fact), "sha256": sha256}


def panel_csv(documents: Iterable[Document]) -> bytes:
    """Write the figures of many documents as one CSV."""
    return csv_of(PANEL_FIELDS, panel(documents))


def rows(facts: Iterable[Fact]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Give a figure a row for a terminal: line, indicator, value, change, period, kind."""
    for fact in facts:
        value = f"{fact.value}{fact.unit or ''}" if fact.value else ""
        scope = f"（{fact.scope}）" if fact.scope and fact.scope not in _WHOLE else ""
        yield str(fact.line), fact.indicator + scope, _one_line(value), _change(fact), fact.period or "", fact.kind


_READ: dict[str, Callable[[Fact], str | int | None]] = {
    "start": lambda fact: fact.span.start,
    "end": lambda fact: fact.span.end,
    "number": lambda fact: decimal(fact.number),
    "upper": lambda fact: decimal(fact.upper),
    "change": lambda fact: decimal(fact.change),
    "sha256": lambda fact: None,
}
"""Fields that are not written as they stand in the model."""
_WHOLE = frozenset(("全市", "全省", "全县", "全区", "全国", "我市", "我省", "我县", "我区", "我国"))
_FORMULA = re.compile(r"^\s*[=+\-@\t\r|%]")
_NUMBER = re.compile(r"^[+-]?\d+(?:\.\d+)?$")


def _defused(cell: str | int | bool | None) -> str | int:
    """Put an apostrophe before text that a spreadsheet would take for a formula; numbers stay."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.match(cell):
        return "'" + cell
    return "" if cell is None else cell


def _panel_row(fact: Fact) -> Record:
    known = canonical_of(fact.indicator, fact.deed)
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
        "part_of": fact.part_of,
        "section": fact.section,
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
