"""Make edits to lines: each becomes a listed alteration with its place in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from exporter.characters import places
from exporter.model import Alteration, Run, Span
from exporter.readers.lines.line import Grid, GridCell, Line, cut
from exporter.readers.lines.repair import Edit, changes, suspicious


def repaired(source: str, line: Line) -> Line:
    """Give the line as it should read, with every change listed in `edits`."""
    if line.grid is not None:
        return replace(line, grid=_repaired_grid(source, line.grid))
    if not suspicious(line.text):
        return line
    edits = changes(line.text)
    return apply(source, line, edits) if edits else line


def untabbed(source: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the tabs of those that are no rows of a table turned into spaces.

    Rows stand below each other, most with as many cells; one whose first or last cells are empty has their tabs too.
    """
    if "\t" not in source:
        return list(lines)
    done: list[Line] = []
    for tabbed, group in groupby(lines, key=lambda line: line.grid is None and "\t" in line.text):
        members = list(group)
        wide = [_with_outer_tabs(source, line) for line in members] if tabbed else []
        counts = Counter(line.text.count("\t") for line in wide)
        if not wide:
            done += members
        elif counts[max(counts)] > 1:
            done += wide
        else:
            done += (_form(source, line) or _spaced(source, line) for line in members)
    return done


_EMPTY = re.compile(r"\t*(?:\r?\n[ \u3000]*\t[\t \u3000]*(?=\r?\n|\Z))+")
"""Rows of a form that hold nothing but tabs."""


def _form(source: str, line: Line) -> Line | None:
    """Give a row of heads, and the empty rows below it, as a form to be filled in; None if no such row is there."""
    empty = _EMPTY.match(source, line.end)
    if empty is None or line.edits:
        return None
    heads = tuple(GridCell(cell) for cell in cut(line, [found.end() for found in re.finditer("\t+", line.text)]))
    blank = (GridCell(None),) * len(heads)
    return replace(line, end=empty.end(), grid=Grid((heads, *[blank] * empty[0].count("\n"))))


def _with_outer_tabs(source: str, line: Line) -> Line:
    """Give a line with the tabs that stand right before and behind it."""
    start, end = line.start, line.end
    while start and source[start - 1] == "\t":
        start -= 1
    while end < len(source) and source[end] == "\t":
        end += 1
    text = "\t" * (line.start - start) + line.text + "\t" * (end - line.end)
    return replace(line, start=start, end=end, text=text)


def _spaced(source: str, line: Line) -> Line:
    return apply(source, line, [Edit(*found.span(), "\u3000", "tab") for found in re.finditer("\t+", line.text)])


def _repaired_grid(source: str, grid: Grid) -> Grid:
    rows = tuple(
        tuple(replace(cell, line=repaired(source, cell.line)) if cell.line else cell for cell in row)
        for row in grid.rows
    )
    return Grid(rows, repaired(source, grid.caption) if grid.caption else None)


def apply(source: str, line: Line, edits: list[Edit]) -> Line:
    """Make edits to the text of a line; those it has already stay, or become part of the new ones."""
    parts: list[str] = []
    here, text = 0, line.text
    for start, end, now, _ in edits:
        parts += (text[here:start], now)
        here = end
    parts.append(text[here:])
    listed = _mapped(source, line, edits) if line.edits else _direct(line, edits)
    return replace(line, text="".join(parts), edits=tuple(listed))


def _direct(line: Line, edits: list[Edit]) -> list[Alteration]:
    base, text = line.start, line.text
    return [Alteration(Span(base + start, base + end), text[start:end], now, rule) for start, end, now, rule in edits]


def _mapped(source: str, line: Line, edits: list[Edit]) -> list[Alteration]:
    starts, ends = places((Run(line.text, span=Span(line.start, line.end)),), line.edits)
    made = []
    for start, end, now, rule in edits:
        span = Span(starts[start], ends[end - 1])
        made.append(Alteration(span, source[span.start : span.end], now, rule))
    kept: list[Alteration] = []
    coming = iter(made)
    new = next(coming, None)
    for old in line.edits:
        while new is not None and new.span.end <= old.span.start:
            kept.append(new)
            new = next(coming, None)
        if new is None or old.span.end <= new.span.start:
            kept.append(old)
    return [*kept, *([new] if new else []), *coming]
