"""Know the names of China's provinces, cities and counties since 1980, by `source/readers/divisions.tsv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from exporter.kept import kept
from exporter.style import data_folder

LONGEST = 15
"""Longest name of the table, in characters."""
_PLAIN_WORDS = frozenset(("郊区", "城区", "东区", "西区", "矿区", "新区", "市区", "港区", "市郊区"))
"""Names that are common words too."""


def name_at(text: str, start: int) -> str | None:
    """Give the longest name of a place that begins at a character, or None."""
    ranks = _ranks()
    for size in range(min(LONGEST, len(text) - start), 1, -1):
        if text[start : start + size] in ranks:
            return text[start : start + size]
    return None


def rank_of(name: str) -> str | None:
    """Give the administrative rank of a place, by the table as it last stood there, else by what its name ends in."""
    if found := _ranks().get(name):
        return found
    if name.endswith(("省", "特别行政区", "自治区")):
        return "province"
    if name.endswith(("州", "盟", "地区")):
        return "prefecture"
    if name.endswith(("镇", "乡")):
        return "township"
    return "county" if name.endswith(("市", "县", "区", "旗")) else None


@cache
def _ranks() -> Mapping[str, str]:
    table = (data_folder("source") / "readers" / "divisions.tsv").read_bytes()
    ranks: dict[str, str] = kept("divisions", table, lambda: _ranked(table.decode()))
    return ranks


def _ranked(table: str) -> dict[str, str]:
    latest: dict[str, tuple[int, str]] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        code, name, last = row["code"], row["name"], int(row["last"])
        rank = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        if name not in _PLAIN_WORDS and last >= latest.get(name, (0, ""))[0]:
            latest[name] = (last, rank)
    return {name: rank for name, (_, rank) in latest.items()}
