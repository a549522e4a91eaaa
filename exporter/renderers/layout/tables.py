"""Lay out what is no running text: tables row by row, charts, cards side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from exporter.model import Card, Cards, Cell, Chart, Table
from exporter.renderers.layout import chart as charts
from exporter.renderers.layout.columns import (
    CARD,
    CARD_GAP,
    CELL,
    CELL_ABOVE,
    SECOND,
    Grid,
    across,
    card_measure,
    card_scale,
    grid,
    placed,
)
from exporter.renderers.layout.composition import Part
from exporter.renderers.layout.frame import Frame, set_standing, set_text
from exporter.renderers.layout.items import Fill, Laid, Picture, Words, shifted
from exporter.renderers.layout.structure import add_table
from exporter.renderers.layout.wording import card_parts
from exporter.style import TextRole
from exporter.typesetting import Strip


def lay_table(table: Table, frame: Frame) -> Iterator[Laid]:
    """Lay out a table: a strip for each row, the head rows above the first row of every page."""
    style = frame.style
    inside = frame.inside("Table", table.lang)
    if table.caption:
        owner = inside.add("Caption", table.lang)
        yield from set_text(table.caption, "caption", table.lang, frame._replace(running=False), owner=owner)
    cells = add_table(table, inside.within, frame.book.structure)
    columns = grid(table, frame.measure, style.text["table"].size)
    rows = [_row(at, row, table, columns, cells, frame) for at, row in enumerate(placed(table))]
    heads = min(table.header_rows, len(rows))
    for at, (height, words) in enumerate(rows):
        above = (1.0, style.accent) if at == 0 else (0.6, style.accent) if at == heads else (0.4, style.rule)
        rule, end = above[0], 1.0 if at == len(rows) - 1 else 0.0
        below = (Fill(frame.x, rule + height, frame.measure, end, style.accent),) if end else ()
        strip = Strip(
            rule + height + end,
            2.0 if at == 0 else 0.0,
            8.0 if end else 0.0,
            keep_next=at < heads or _open(table, at),
            repeat=tuple(range(at, at - heads, -1)) if at > heads else (),
        )
        yield Laid(strip, (Fill(frame.x, 0.0, frame.measure, *above), *shifted(words, down=rule), *below))


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
    owners: Mapping[tuple[int, int], int],
    frame: Frame,
) -> tuple[float, tuple[Words, ...]]:
    lefts = list(accumulate(columns.widths, initial=0.0))
    role: TextRole = "table_head" if at < table.header_rows else "table"
    height = 0.0
    words: list[Words] = []
    for column, cell in cells:
        part = Part(cell.runs, role, cell.lang or table.lang, columns.scale, cell.align)
        left = frame.x + lefts[min(column, len(columns.widths))] + CELL * columns.scale
        inside = frame._replace(measure=columns.cell(column, cell.colspan), x=left)
        tall, lines = set_standing(part, inside, CELL_ABOVE, owners[at, column])
        height = max(height, tall)
        words += lines
    return height + 2 * CELL_ABOVE, tuple(words)


def lay_chart(chart: Chart, frame: Frame) -> Iterator[Laid]:
    """Lay out a chart under its title."""
    if chart.title:
        yield from set_text(chart.title, "caption", chart.lang, frame._replace(running=False))
    drawing = charts.draw(chart, frame.style)
    height = drawing.height * frame.measure / charts.WIDTH
    owner = frame.add("Figure", chart.lang, said=charts.said(chart))
    yield Laid(Strip(height, 4.0, 10.0), (Picture(frame.x, 0.0, frame.measure, drawing, owner),))


def lay_cards(cards: Cards, frame: Frame) -> Iterator[Laid]:
    """Lay out cards: a strip for each row of them."""
    count = across(cards)
    measure = card_measure(frame.measure, count)
    scale = card_scale(cards, frame.style, measure)
    all_cards = frame.inside("Div")
    for first in range(0, len(cards.cards), count):
        row = cards.cards[first : first + count]
        step = measure + 2 * CARD + CARD_GAP
        inside = [
            all_cards.inside("Div")._replace(measure=measure, x=frame.x + at * step + CARD) for at in range(len(row))
        ]
        done = [_card(card, inner, scale) for card, inner in zip(row, inside, strict=True)]
        height = max(tall for tall, _ in done)
        grounds = [
            fill
            for inner in inside
            for fill in (
                Fill(inner.x - CARD, 0.0, measure + 2 * CARD, height, frame.style.tint),
                Fill(inner.x - CARD, 0.0, measure + 2 * CARD, 1.2, frame.style.accent),
            )
        ]
        words = [word for _, lines in done for word in lines]
        yield Laid(Strip(height, 6.0 if first == 0 else 7.0, 8.0), (*grounds, *words))


def _card(card: Card, frame: Frame, scale: float) -> tuple[float, list[Words]]:
    down = 6.2
    words: list[Words] = []
    faces = [(face, lang) for face, lang in ((card.zh, "zh-Hans"), (card.en, "en")) if face]
    for at, (face, lang) in enumerate(faces):
        for _, part in card_parts(face, card.fact, lang, min(scale, SECOND) if at else scale):
            tall, lines = set_standing(part, frame, down, frame.add("P", lang))
            down += tall
            words += lines
    return down + 6.0, words
