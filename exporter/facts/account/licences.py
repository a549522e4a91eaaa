"""Load the licences: words of a clause that may go unsaid, each with where and why.

The table is `source/licences.tsv`: words, parted by spaces; the place they must stand in; the name of the licence; why
what the fact says is the same without them; and a sentence in which they stand. Nothing else may be left out.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias, cast, get_args

from exporter.errors import StyleError
from exporter.facts.statements.matcher import Words, words
from exporter.style import data_folder

Where: TypeAlias = Literal["before", "between", "behind", "any"]
"""`before` the thing, `between` thing and number, `behind` the number."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A row of the table."""

    words: tuple[str, ...]
    where: Where
    name: str
    why: str
    example: str


@cache
def licences() -> tuple[Licence, ...]:
    """Give the rows of the table. Raises StyleError `style.invalid` for a row that is none."""
    file = data_folder("source") / "licences.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(_row(row, str(file)) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _row(row: Mapping[str, str], file: str) -> Licence:
    listed, where = (row.get("words") or "").split(), row.get("where")
    if not listed or where not in get_args(Where) or not row.get("why") or not row.get("example"):
        raise StyleError(f"{file}: {row!r} is no row of the table of licences", "style.invalid")
    return Licence(tuple(listed), cast(Where, where), row["licence"], row["why"], row["example"])


@cache
def licensed(where: Where) -> tuple[Words, Mapping[str, str]]:
    """Give the words that may go unsaid in a place, and the licence of each."""
    rows = [row for row in licences() if row.where in (where, "any")]
    names = {word: row.name for row in rows for word in row.words}
    return words(*names), MappingProxyType(names)
