"""Say in which province and city a place lies, by the codes of `source/readers/divisions.tsv` (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from exporter.kept import kept
from exporter.style import data_folder

OF_A_PROVINCE = "90"
"""Third and fourth digit of the codes of what belongs to a province directly."""


def above(place: str) -> tuple[str, ...]:
    """Give the province and the city that a place lies in, the province first; nothing where several bear its name.

    Names that places had before do not count.
    """
    return _above().get(place, ())


@cache
def _above() -> Mapping[str, tuple[str, ...]]:
    table = (data_folder("source") / "readers" / "divisions.tsv").read_bytes()
    found: dict[str, tuple[str, ...]] = kept("above", table, lambda: _places(table.decode()))
    return found


def _places(table: str) -> dict[str, tuple[str, ...]]:
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    last = max(row[3] for row in rows)
    names = {code: name for code, name, _, until in rows if until == last}
    codes: dict[str, list[str]] = {}
    for code, name in names.items():
        codes.setdefault(name, []).append(code)
    return {name: found for name, (code, *others) in codes.items() if not others and (found := _of(code, names))}


def _of(code: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Name what a place belongs to; a municipality is its province, and no city in it."""
    higher = [code[:2] + "0000", *([code[:4] + "00"] if code[2:4] != OF_A_PROVINCE else [])]
    return tuple(names[one] for one in higher if one != code and one in names)
