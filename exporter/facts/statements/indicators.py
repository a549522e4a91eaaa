"""Know the indicators that reports use: their official name, their synonyms, their English, their unit.

The table is `source/indicators.tsv`, a row an indicator. Extraction works without it; what it
gives is one name for many, official English, and the order in which reports give headline figures.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias, cast

from exporter.errors import StyleError
from exporter.kept import kept
from exporter.style import data_folder

Quantity: TypeAlias = Literal["stock", "flow", "ratio", "index"]
"""`stock` is measured at a date, `flow` over a period, `ratio` is one amount in another, `index` is against a base."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of official statistics."""

    name: str
    synonyms: tuple[str, ...]
    english: str
    """Official English, lower case as in running text; empty where none is known."""
    unit: str
    """The unit expected, without magnitude: 元, %, 人."""
    quantity: Quantity
    rank: int | None
    """Place among headline indicators, 1 first; None for an indicator that leads no report."""
    source: str = "house"
    """Where its English was seen, as in the term base."""


@lru_cache(maxsize=4096)
def canonical(name: str, aside: bool = True) -> Indicator | None:
    """Find the indicator that a name means: itself, a synonym, or either behind a scope (全市, 我省).

    `aside`: what stands in brackets may be anything.
    """
    return _find(_plain(name), aside)


def canonical_of(name: str, deed: str | None) -> Indicator | None:
    """Find the indicator that a name means together with its deed (新增|市场主体), or by itself."""
    return (canonical(deed + name) if deed else None) or canonical(name)


@cache
def indicators() -> tuple[Indicator, ...]:
    """Give every indicator of the table, in the order of the table."""
    return tuple(dict.fromkeys(_names().values()))


_SCOPE = re.compile(r"^(?:全国|全省|全市|全县|全区|全州|全盟|全旗|全年|我国|我省|我市|我县|我区|本省|本市|本县|本区)+")
_ASIDE = re.compile(r"[（(](?!不?(?:包括|包含|含))[^（()）]{0,20}[)）]")
_SPACE = re.compile(r"[\s\u3000]+")


def _plain(name: str) -> str:
    return _SPACE.sub("", name)


def _find(name: str, aside: bool = True) -> Indicator | None:
    names = _names()
    if name in names:
        return names[name]
    shorter = _SCOPE.sub("", _ASIDE.sub("", name) if aside else name)
    return names.get(shorter)


@cache
def _names() -> Mapping[str, Indicator]:
    file = data_folder("source") / "indicators.tsv"
    data = file.read_bytes()
    names: dict[str, Indicator] = {}
    for row in kept("indicators", data, lambda: list(_rows(file, data.decode("utf-8")))):
        indicator = Indicator(*row)
        for known in (indicator.name, *indicator.synonyms):
            names.setdefault(known, indicator)
    return MappingProxyType(names)


def _rows(file: Path, text: str) -> Iterator[_Row]:
    for row in csv.DictReader(StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            yield _row(row)
        except (KeyError, AttributeError, ValueError) as error:
            raise StyleError(f"{file}: {row!r} is no row of the indicator table ({error})", "style.invalid") from None


_Row: TypeAlias = tuple[str, tuple[str, ...], str, str, Quantity, int | None, str]
"""What an indicator holds, in its order."""


def _row(row: Mapping[str, str]) -> _Row:
    synonyms = tuple(filter(None, row["synonyms"].split("|")))
    rank = int(row["rank"]) if row["rank"] else None
    quantity, source = cast(Quantity, row["quantity"]), row.get("source") or "house"
    return row["indicator"], synonyms, row["english"], row["unit"], quantity, rank, source
