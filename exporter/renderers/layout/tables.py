"""Lay out what is no running text: tables row by row, charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from exporter.elements import is_filled_in
from exporter.model import Cell, Chart, Table, plain
from exporter.renderers.layout import chart as charts
from exporter.renderers.layout.cell_alignment import Column, columns_of, stand
from exporter.renderers.layout.composition import Part
from exporter.renderers.layout.frame import Frame, set_standing, set_text
from exporter.renderers.layout.items import Fill, Laid, Picture, Turned, Words, shifted, shown
from exporter.renderers.layout.shapes import WIDTH
from exporter.renderers.layout.structure import add_table
from exporter.renderers.layout.table_widths import (
    CELL,
    Grid,
    grid,
    measure_of,
    placed,
    text_height,
    too_wide,
    trim_of,
)
from exporter.renderers.layout.wording import titles_of
from exporter.style import TextRole
from exporter.typesetting import Page, Strip, paginate


def lay_table(table: Table, frame: Frame) -> Iterator[Laid]:
    """Lay out a table, on its side where it is too wide (GB/T 9704-2012, 7.5)."""
    turns = frame.turns and frame.measure == measure_of(frame.style)
    if turns and too_wide(table, frame.measure, frame.style):
        yield from _turned(table, frame)
    else:
        yield from _upright(table, frame)


def _turned(table: Table, frame: Frame) -> Iterator[Laid]:
    """Lay out a table on its side: each page of it is one strip."""
    high = text_height(frame.style)
    laid = list(_upright(table, frame._replace(measure=high, running=False)))
    for page in paginate([one.strip for one in laid], Page(frame.measure)):
        inks = [ink for at in page for ink in shifted(shown(laid[at.strip], at.repeated), down=at.y)]
        turned = Turned(tuple(ink for ink in inks if isinstance(ink, Words | Fill)))
        yield Laid(Strip(high, break_before=True), (turned,))


def _upright(table: Table, frame: Frame) -> Iterator[Laid]:
    """Lay out a table: a strip for each row, the head rows above the first row of every page."""
    style, trim = frame.style, trim_of(frame.style)
    inside = frame.inside("Table", table.lang)
    if table.caption:
        yield from _titles(table, frame, inside.add("Caption", table.lang))
    cells = add_table(table, inside.within, frame.book.structure)
    columns = grid(table, frame.measure, style.text["table"].size)
    kinds = columns_of(table, style)
    rows = [_row(at, row, table, columns, kinds, cells, frame) for at, row in enumerate(placed(table))]
    heads = min(table.header_rows, len(rows))
    for at, (height, words) in enumerate(rows):
        above = (
            (trim.table_rule, style.accent) if at == 0 else (0.6, style.accent) if at == heads else (0.4, style.rule)
        )
        rule, end = above[0], 1.0 if at == len(rows) - 1 else 0.0
        below = (Fill(frame.x, rule + height, frame.measure, end, style.accent),) if end else ()
        strip = Strip(
            rule + height + end,
            trim.table[0] if at == 0 else 0.0,
            trim.table[1] if end else 0.0,
            keep_next=at < heads or _open(table, at),
            repeat=tuple(range(at, at - heads, -1)) if at > heads else (),
        )
        over = (Fill(frame.x, 0.0, frame.measure, *above),) if rule else ()
        yield Laid(strip, (*over, *shifted(words, down=rule), *below))


def _titles(table: Table, frame: Frame, owner: int) -> Iterator[Laid]:
    """Set the name of a table, and its unit at the right edge."""
    letters, still = frame.style.text["caption"], frame._replace(running=False)
    name, unit = titles_of(table.caption) if frame.style.kind == "document" else (table.caption, ())
    if name:
        role: TextRole = "table" if is_filled_in(plain(name)) else "caption"
        own = replace(frame.style.text[role], keep_next=True, after=0.0 if unit else letters.after)
        yield from set_text(name, role, table.lang, still, own=own, owner=owner)
    if unit:
        own = replace(letters, align="right", before=0.0 if name else letters.before)
        yield from set_text(unit, "caption", table.lang, still, own=own, owner=owner)


def _open(table: Table, row: int) -> bool:
    """Tell whether a cell of this row, or of one shortly above it, reaches into the next."""
    first = max(0, row - 40)
    return any(
        at + cell.rowspan - 1 > row for at in range(first, row + 1) for cell in table.rows[at] if cell.rowspan < 40
    )


def _row(
    at: int,
    cells: Sequence[tuple[int, Cell]],
    table: Table,
    columns: Grid,
    kinds: Sequence[Column],
    owners: Mapping[tuple[int, int], int],
    frame: Frame,
) -> tuple[float, tuple[Words, ...]]:
    lefts = list(accumulate(columns.widths, initial=0.0))
    role: TextRole = "table_head" if at < table.header_rows else "table"
    height, trim = frame.style.text[role].line * columns.scale, trim_of(frame.style)  # a row to be filled in by hand
    words: list[Words] = []
    for column, cell in cells:
        room = columns.cell(column, cell.colspan)
        side, shift = stand(cell, column, at < table.header_rows, kinds, room, columns.scale, frame.style)
        part = Part(cell.runs, role, cell.lang or table.lang, columns.scale, side)
        left = frame.x + lefts[min(column, len(columns.widths))] + CELL * columns.scale
        inside = frame._replace(measure=room - shift, x=left + shift)
        tall, lines = set_standing(part, inside, trim.cell, owners[at, column])
        height = max(height, tall)
        words += lines
    return height + 2 * trim.cell, tuple(words)


def lay_chart(chart: Chart, frame: Frame) -> Iterator[Laid]:
    """Lay out a chart under its title."""
    if chart.title:
        yield from set_text(chart.title, "caption", chart.lang, frame._replace(running=False))
    drawing = charts.draw(chart, frame.style)
    height = drawing.height * frame.measure / WIDTH
    owner = frame.add("Figure", chart.lang, said=charts.alternative_text(chart))
    yield Laid(Strip(height, *trim_of(frame.style).chart), (Picture(frame.x, 0.0, frame.measure, drawing, owner),))
