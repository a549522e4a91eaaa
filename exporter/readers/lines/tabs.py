"""Tell lines whose tabs part the cells of a table, or of a form, from those whose tabs are but wide spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from exporter.readers.lines.line import Grid, GridCell, Line, cut
from exporter.readers.lines.mending import apply
from exporter.readers.lines.repair import Edit


def untabbed(source: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the tabs of those that are no rows of a table turned into spaces."""
    if "\t" not in source:
        return list(lines)
    done: list[Line] = []
    for tabbed, group in groupby(lines, key=lambda line: line.grid is None and _is_tabbed(source, line)):
        members = list(group)
        done += _told(source, members) if tabbed else members
    return done


def _is_tabbed(source: str, line: Line) -> bool:
    """Tell a line with tabs inside, or with several behind it: cells of its row that are to be filled in."""
    return "\t" in line.text or source.startswith("\t\t", line.end)


def _told(source: str, lines: Sequence[Line]) -> list[Line]:
    """Give lines with tabs that stand below each other as rows, as forms, or with spaces.

    Most rows have as many cells; one whose first or last cells are empty has their tabs too.
    """
    wide = [_with_outer_tabs(source, line) for line in lines]
    counts = Counter(line.text.count("\t") for line in wide)
    if counts[max(counts)] > 1:
        return wide
    return [_form(source, line) or _spaced(source, line) for line in lines]


def _with_outer_tabs(source: str, line: Line) -> Line:
    """Give a line with the tabs that stand right before and behind it."""
    start, end = line.start, line.end
    while start and source[start - 1] == "\t":
        start -= 1
    while end < len(source) and source[end] == "\t":
        end += 1
    text = "\t" * (line.start - start) + line.text + "\t" * (end - line.end)
    return replace(line, start=start, end=end, text=text)


def _form(source: str, line: Line) -> Line | None:
    """Give a row of heads, and the empty rows below it, as a form to be filled in; None if no such row is there."""
    empty = _EMPTY.match(source, line.end)
    if empty is None or line.edits:
        return None
    heads = tuple(GridCell(cell) for cell in cut(line, [found.end() for found in re.finditer("\t+", line.text)]))
    blank = (GridCell(None),) * len(heads)
    return replace(line, end=empty.end(), grid=Grid((heads, *[blank] * empty[0].count("\n"))))


_EMPTY = re.compile(r"(?<!\t)\t*(?:\r?\n[ \u3000]*\t[\t \u3000]*(?=\r?\n|\Z))+")
"""Rows of a form that hold nothing but tabs."""


def _spaced(source: str, line: Line) -> Line:
    return apply(source, line, [Edit(*found.span(), "\u3000", "tab") for found in re.finditer("\t+", line.text)])
