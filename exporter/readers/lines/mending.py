"""Make edits to lines: each becomes a listed alteration with its place in the source."""

from __future__ import annotations

from dataclasses import replace

from exporter.characters import places
from exporter.model import Alteration, Run, Span
from exporter.readers.lines.line import Grid, Line
from exporter.readers.lines.repair import Edit, changes, suspicious


def repaired(source: str, line: Line) -> Line:
    """Give the line as it should read, with every change listed in `edits`."""
    if line.grid is not None:
        return replace(line, grid=_repaired_grid(source, line.grid))
    if not suspicious(line.text):
        return line
    edits = changes(line.text)
    return apply(source, line, edits) if edits else line


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
