"""Tell circled numbers that count the parts of a paragraph from marks of notes, and name those that are lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from exporter.model import Notice, Span
from exporter.readers.lines.line import Line, place
from exporter.readers.lines.repair import UNREADABLE
from exporter.readers.structure.blocks import MARK, bare_mark

_FIRST = "①"
_CIRCLED = "①-⑳"
_OPENS = re.compile(rf"(?:^|(?<=[。；：，、！？]))(?:[{_CIRCLED}]|{UNREADABLE})(?=\s?[\u3400-\u9fff“《0-9A-Za-z])")
"""A circled number, or a character that is lost, at the head of a clause."""


class Series(NamedTuple):
    """Circled numbers that count on from ① in one paragraph: their places, and those of numbers that are lost."""

    places: tuple[int, ...]
    lost: tuple[tuple[int, str], ...]
    """Where a character stands that cannot be read, and the number that is expected there."""


def series_in(text: str) -> Iterator[Series]:
    """Give the series of a paragraph; two numbers at the least can be read."""
    places: list[int] = []
    lost: list[tuple[int, str]] = []
    for found in _OPENS.finditer(text):
        due = chr(ord(_FIRST) + len(places) + len(lost))
        if found[0] == UNREADABLE and places:
            lost.append((found.start(), due))
        elif found[0] == due:
            places.append(found.start())
        elif found[0] != UNREADABLE:
            yield from _kept(places, lost)
            places, lost = ([found.start()] if found[0] == _FIRST else []), []
    yield from _kept(places, lost)


def _kept(places: Sequence[int], lost: Sequence[tuple[int, str]]) -> Iterator[Series]:
    if len(places) > 1:
        yield Series(tuple(places), tuple(lost))


def counted(lines: Sequence[Line], marks: Collection[str]) -> frozenset[int]:
    """Give the places in the source of circled numbers that count parts, where `marks` of notes are printed too.

    They do where what marks the first note stands elsewhere, or is printed in another form.
    """
    if not marks:
        return frozenset()
    found = [(line, {at for one in series_in(line.text) for at in one.places}) for line in lines]
    first_elsewhere = any(
        bare_mark(match[0]) == "1" and match.start() not in places
        for line, places in found
        for match in MARK.finditer(line.text)
    )
    return frozenset(place(line, at) for line, places in found for at in places) if first_elsewhere else frozenset()


def lost_numbers(source: str, lines: Sequence[Line]) -> Iterator[Notice]:
    """Say of each line which of its numbers cannot be read."""
    for line in lines:
        lost = [one for series in series_in(line.text) for one in series.lost]
        if lost:
            first = place(line, lost[0][0])
            named = "、".join(due for _, due in lost)
            message = f"line {source.count(chr(10), 0, first) + 1}: {named} cannot be read where the text counts on"
            yield Notice("source.lost_number", f"{message}; compare with the printed text", span=Span(first, first + 1))
