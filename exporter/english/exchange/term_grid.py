"""Read the rows of a user's file of terms, whatever it is: CSV, tab-separated text, a workbook or TBX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from exporter.english.exchange.term_files import from_tbx
from exporter.errors import TranslationError

HEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": ("zh", "zh-cn", "zh-hans", "chinese", "source", "中文", "术语", "原文"),
        "en": ("en", "en-us", "en-gb", "english", "target", "英文", "译文", "译法"),
        "kind": ("kind", "type", "类别"),
        "by": ("by", "approved_by", "认可人", "审定人"),
        "on": ("on", "approved_on", "date", "日期"),
        "status": ("status", "状态"),
    }
)
"""What the columns are called, in lower case, that are read."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says, under our names for its columns, and where it stands."""

    place: str
    """`line 3`, `row 3`, `entry 3`."""
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of a text file with every column of theirs, so that it can be written again."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mark: str
    """What parts the columns: a comma, a semicolon or a tab."""


def rows_of(name: str, data: bytes) -> tuple[Row, ...]:
    """Read the rows of a file of terms.

    Raises TranslationError `terms.unreadable`, `terms.malformed` or `exchange.malformed`.
    """
    if data.startswith(b"PK"):
        return _said(name, "row", _workbook(name, data))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _of_tbx(name, data)
    grid = grid_of(name, data)
    return _said(name, "line", [grid.names, *grid.rows])


def grid_of(name: str, data: bytes) -> Grid:
    """Read a text file of terms as it stands. Raises TranslationError `terms.unreadable` or `terms.malformed`."""
    text = _decoded(name, data)
    first = text.split("\n", 1)[0]
    mark = "\t" if "\t" in first else ";" if ";" in first and "," not in first else ","
    try:
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)]
    except csv.Error as error:
        raise TranslationError(
            f"{name}: its quotation marks do not close ({error}); mend it", "terms.malformed"
        ) from None
    return Grid(rows[0] if rows else (), tuple(rows[1:]), mark)


def written(grid: Grid) -> bytes:
    """Write a text file of terms: UTF-8 that spreadsheets know by its mark."""
    file = io.StringIO()
    rows = csv.writer(file, delimiter=grid.mark, lineterminator="\n")
    rows.writerows([grid.names, *grid.rows])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def column_of(names: Sequence[str], wanted: str) -> int | None:
    """Give the place of the first column that is called so."""
    known = HEADS[wanted]
    return next((at for at, name in enumerate(names) if name.strip().lower() in known), None)


def _said(name: str, place: str, rows: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Give what rows say below the one that names the columns. Raises TranslationError `terms.malformed`."""
    heads = {wanted: column_of(rows[0] if rows else (), wanted) for wanted in HEADS}
    if heads["zh"] is None or heads["en"] is None:
        raise TranslationError(
            f"{name}: its first line does not name the columns zh and en; put them there", "terms.malformed"
        )
    return tuple(
        Row(f"{place} {number}", {wanted: cell(row, at) for wanted, at in heads.items()})
        for number, row in enumerate(rows[1:], 2)
        if any(map(str.strip, row))
    )


def cell(row: Sequence[str], at: int | None) -> str:
    """Give what a row says in a column, without spaces around it; nothing where it has no such column."""
    return row[at].strip() if at is not None and at < len(row) else ""


def _decoded(name: str, data: bytes) -> str:
    """Decode a text: UTF-8, UTF-16 by its mark, or the GB 18030 in which spreadsheets in China write CSV."""
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for one in (coding, "gb18030"):
        try:
            return data.decode(one)
        except UnicodeDecodeError:
            continue
    raise TranslationError(f"{name}: is no UTF-8 text; save it as UTF-8", "terms.unreadable")


def _workbook(name: str, data: bytes) -> list[tuple[str, ...]]:
    """Read the first sheet of a workbook as words."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = cast("Iterable[tuple[object, ...]]", book.worksheets[0].iter_rows(values_only=True))
        return [tuple("" if value is None else str(value) for value in row) for row in rows]
    except Exception as error:  # a damaged package raises whatever its parts do
        what = type(error).__name__
        raise TranslationError(
            f"{name}: no workbook that can be opened ({what}); save it again", "terms.unreadable"
        ) from None


def _of_tbx(name: str, data: bytes) -> tuple[Row, ...]:
    """Read TBX: of the renderings of an entry, the best; a deprecated one is none."""
    order = {"preferred": 0, "gloss": 1, "admitted": 2}
    best: dict[str, Row] = {}
    ranks: dict[str, int] = {}
    for number, term in enumerate((one for one in from_tbx(data) if one.status in order), 1):
        if order[term.status] < ranks.get(term.zh, len(order)):
            ranks[term.zh] = order[term.status]
            best[term.zh] = Row(f"entry {number}", {"zh": term.zh, "en": term.en, "kind": term.kind})
    if not best:
        raise TranslationError(f"{name}: TBX that holds no term in Chinese and English; check it", "terms.malformed")
    return tuple(best.values())
