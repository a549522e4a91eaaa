"""Find one of several that was said for another: March for May, the second half for the first, Jiangsu for Zhejiang.

`source/contraries.tsv` holds groups of things of which a text means one where another is said. Each has the Chinese
that surely names it (`asks`), its English (`says`), and any Chinese for which that English may stand (`may`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from exporter.english.guard.finding import Finding
from exporter.style import data_folder

Pattern = re.Pattern[str]
ALONE = "+"
"""Before a group whose English may not stand unasked at all: it names somebody."""


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of a group."""

    asks: Pattern
    says: Pattern
    may: Pattern


def contraries(zh: str, en: str) -> Iterator[Finding]:
    """Report what the English says in the place of another thing of its group, which the Chinese names."""
    for group, members in _groups():
        unasked = [found for one in members if not one.may.search(zh) and (found := one.says.search(en))]
        if not unasked:
            continue
        unsaid = [found for one in members if (found := one.asks.search(zh)) and not one.says.search(en)]
        if unsaid:
            yield Finding("meaning.other", f"{unsaid[0][0]} is said as {unasked[0][0]!r}", unsaid[0][0], unasked[0][0])
        elif group.startswith(ALONE):
            yield Finding("meaning.other", f"{unasked[0][0]!r} has nothing in the source", zh, unasked[0][0])


@cache
def _groups() -> tuple[tuple[str, tuple[Member, ...]], ...]:
    with (data_folder("source") / "contraries.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple((name, tuple(map(_member, same))) for name, same in groupby(rows, lambda row: row["group"]))


def _member(row: dict[str, str]) -> Member:
    flags = 0 if row["group"].lstrip(ALONE) in _NAMES else re.IGNORECASE
    return Member(re.compile(row["asks"]), re.compile(rf"\b(?:{row['says']})\b", flags), re.compile(row["may"]))


_NAMES = ("country", "month", "province")
"""Groups whose English is a name: may is no May."""
