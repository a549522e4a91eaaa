"""Hold the axes of opposites: a mark that is passed or not, what begins and what ends, all and some.

`source/opposites.tsv` tells of each side of an axis the Chinese that surely means it (`asks`) and its English (`says`),
and whatever else in either language may stand for it (`may`, `also`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from exporter.style import data_folder

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an axis, in both languages: what surely means it, and what may."""

    asks: Pattern
    says: Pattern
    may: Pattern
    also: Pattern


@cache
def axes() -> tuple[tuple[Side, ...], ...]:
    """Load the axes, each with its sides."""
    return tuple(tuple(map(_side, same)) for _, same in groupby(_rows(), lambda row: row["axis"]))


@cache
def turning() -> tuple[Pattern, Pattern]:
    """Give whatever is a side of an axis, in Chinese and in English: what may itself be the error says nothing else."""
    rows = _rows()
    return re.compile("|".join(row["asks"] for row in rows)), _words(row["says"] for row in rows)


def _rows() -> list[dict[str, str]]:
    with (data_folder("source") / "opposites.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _side(row: dict[str, str]) -> Side:
    asks, says = row["asks"], row["says"]
    return Side(re.compile(asks), _words([says]), re.compile(f"{asks}|{row['may']}"), _words([says, row["also"]]))


def _words(patterns: Iterable[str]) -> Pattern:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
