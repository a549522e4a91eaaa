"""Tell what a line of a body is by itself: a heading, one that opens its paragraph, an item of a list, a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import Number, number_of

Shape: TypeAlias = Literal["heading", "run_in", "item", "paragraph", "table", "part"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line and what it is: `kind` of its number (or `plain`, `sentence`), and where a run-in heading ends.

    A `part` of an official paper has its role as `kind`.
    """

    line: Line
    shape: Shape = "paragraph"
    kind: str = ""
    number: Number | None = None
    cut: int = 0
    level: int = 0


HEAD = 60
"""Longest heading, in characters; the longest of the reports at hand has 52."""
_STOPS = re.compile(r"[。！？；：]|[“（《「『](?=[^“”（）《》「」『』]{0,200}[”）》」』])|[”）》」』]")


def first_stop(text: str, start: int, limit: int) -> int:
    """Give the index of the first mark that ends a clause outside brackets and quotes, or -1 within `limit`."""
    depth = 0
    for found in _STOPS.finditer(text, start, min(len(text), start + limit + 1)):
        if found[0] in "“（《「『":
            depth += 1
        elif found[0] in "”）》」』":
            depth = max(0, depth - 1)
        elif not depth:
            return found.start()
    return -1


def entry_of(line: Line) -> Entry:
    """Tell what a line is by itself."""
    if line.grid is not None:
        return Entry(line, "table")
    number = number_of(line.text)
    if line.level is not None and 0 < line.level < 9 and len(line.text) <= HEAD + 12:
        return Entry(line, "heading", number.kind if number else "given", number, len(line.text), line.level)
    if number is None:
        return Entry(line)
    shape, cut = _shape(line.text, number)
    return Entry(line, shape, number.kind, number, cut)


def _shape(text: str, number: Number) -> tuple[Shape, int]:
    """Tell what a numbered line is by its first sentence: all of it a heading, its opening one, or a list item."""
    size = len(text)
    if number.kind in ("bullet", "article", "bracket"):
        return "item", 0
    stop = first_stop(text, number.end, HEAD)
    if stop < 0:
        fits = size - number.end <= HEAD and not text.endswith(("，", "、"))
        return ("heading", size) if fits and size > number.end else ("item", 0)
    if stop == size - 1:
        return ("heading", size) if text[stop] in "。！？：" else ("item", 0)
    if text[stop] in "。！？":
        return "run_in", stop + 1
    return ("item", 0) if text[stop] == "；" or text.endswith("；") else ("run_in", stop + 1)
