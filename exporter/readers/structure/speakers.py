"""Find who gives a report: a post and its holder, in either order, or a name that stands alone below the title."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache

from exporter.readers.lines.paper_parts import person_in
from exporter.readers.lines.recognisers import POST, SPEAKER
from exporter.readers.structure.divisions import name_at
from exporter.style import data_folder

_ACT = (
    r"(?:(?:(?:代表[^，。；]{0,24}?(?:政府|国务院)|受[^，。；]{2,16}委托|在[^，。；]{4,60}?(?:会议|大会|全会)上?|向大会|向会议)"
    r"[^，。；]{0,12}?)?(?:作|做|所作|的)\s?(?:了)?《?(?:题为[^，。；]{2,40}的)?(?:政府)?工作报告"
    r"|在[^，。；]{4,60}?(?:会议|大会|全会)上?的(?:政府)?(?:工作)?(?:报告|讲话)$)"
)
"""What one does who gives the report of a government."""
_POST_FIRST = re.compile(rf"(?:{POST})\s{{0,3}}(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?:同志)?(?={_ACT})")
_NAME_FIRST = re.compile(rf"(?:^|[\s日，。、：—由])(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?P<post>{POST})(?={_ACT})")
_LONG = 160
"""Longest line of a head, in characters, that names who speaks."""


def speaker_in(heads: Iterable[str], label: str, opening: Iterable[str]) -> str | None:
    """Give who speaks, by the lines of a head, the record's `label`, or the first sentences that tell of the report.

    Two sentences that name two people name none.
    """
    lines = list(heads)
    for text in (*lines, label):
        found = SPEAKER.match(text.strip("（）() "))
        if found and found["name"] and not re.search(r"[，。：]", text):
            return re.sub(r"\s", "", found["name"])
    named = label.split()
    if named and re.fullmatch(r"[\u4e00-\u9fff·]{2,10}", named[-1]):
        return named[-1]
    for texts in ([line for line in lines if len(line) <= _LONG], opening):
        told = {name for text in texts for name in _told(text)}
        if told:
            return told.pop() if len(told) == 1 else None
    return None


def holder_of(text: str) -> str | None:
    """Give the name in a line that is a post and its holder, however the letters are spaced; None if it has none."""
    found = person_in(text)
    return re.sub(r"\s", "", found["name"] or "") or None if found else None


def is_name(text: str) -> bool:
    """Tell whether letters are a person's name: a surname of the table and one or two more, and no place's."""
    size = 2 if text[:2] in _surnames() else 1
    known = text[:size] in _surnames() | {"某"} and 1 <= len(text) - size <= 2
    return known and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text) is not None and name_at(text, 0) is None


def _told(text: str) -> Iterator[str]:
    """Give the names of those who give the report, as a line tells it."""
    if "报告" not in text and "讲话" not in text:
        return
    for found in (*_POST_FIRST.finditer(text), *_NAME_FIRST.finditer(text)):
        name = found["name"]
        with_unit = name + found["post"][0] if found.re is _NAME_FIRST else name
        if is_name(name) and name_at(with_unit, 0) is None:
            yield name


@cache
def _surnames() -> frozenset[str]:
    with (data_folder("source") / "surnames.tsv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["surname"] for row in csv.DictReader(lines, delimiter="\t"))
