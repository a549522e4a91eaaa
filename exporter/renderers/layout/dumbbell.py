"""Draw results beside targets: a filled dot for what was reached, a ring for what is aimed at, on one honest axis.

A bound is an arrow from the ring towards where the target also holds, and a sign before its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from exporter.model import Chart
from exporter.renderers.layout.shapes import (
    SIZE,
    WIDTH,
    Dot,
    Drawing,
    Rect,
    Shape,
    Stroke,
    Words,
    bound_at,
    ends,
    figure,
    wide,
)
from exporter.style import Style
from exporter.typesetting.labels import NAME_LINE, ROW_NAME, row_lines

BETWEEN = 3.6
"""White between rows."""
LEGEND, FOOT = 16.0, 8.0
DOT, RING, HOLE, WITHIN = 3.4, 3.8, 2.2, 1.7
"""Radii of the result, of the target and of its hole, and of a result that lies within."""
ARROW, HEAD = 11.0, 2.4


def lay_dumbbells(chart: Chart, style: Style) -> Drawing:
    """Draw the first two series of a chart as dumbbells; values that are missing leave their place empty."""
    names = [row_lines(name, ROW_NAME) for name in chart.categories]
    labels = 1.2 * max((wide(label) for label in _labels(chart)), default=0.0) + 4
    left = max((wide(line) for lines in names for line in lines), default=0.0) + 12
    start, end = left + labels + 8, WIDTH - labels - ARROW - 8
    low, high = ends(chart.series)

    def place(value: Decimal) -> float:
        return start + float((value - low) / (high - low)) * (end - start)

    shapes = [*_legend(chart, style)]
    top = LEGEND
    for row, lines in enumerate(names):
        height = NAME_LINE * len(lines) + BETWEEN
        middle = top + height / 2
        for at, line in enumerate(lines):
            shapes.append(Words(0, middle + (at - (len(lines) - 1) / 2) * NAME_LINE + SIZE * 0.36, line, "start"))
        pair = [(at, series.values[row]) for at, series in enumerate(chart.series[:2]) if row < len(series.values)]
        places = [(at, value, place(value)) for at, value in pair if value is not None and value.is_finite()]
        shapes += _row(places, middle, row, chart, style)
        top += height
    zero = place(Decimal(0))
    shapes += [Rect(zero - 0.3, LEGEND, 0.6, top - LEGEND, style.rule), Words(zero, top + FOOT - 1, "0", "middle")]
    return Drawing(top + FOOT, tuple(shapes))


def target_color(style: Style) -> str:
    """Give the colour that is kept for targets."""
    return style.highlight or style.accent


def _row(places: list[tuple[int, Decimal, float]], y: float, row: int, chart: Chart, style: Style) -> Iterator[Shape]:
    if len(places) == 2:
        yield Stroke(places[0][2], y, places[1][2], y, style.rule)
    leftmost = min(places, key=lambda one: (one[2], one[0]), default=None)
    inside = len(places) == 2 and abs(places[0][2] - places[1][2]) < RING
    for one in reversed(places):  # a result that lies within the ring of its target is drawn in its hole
        at, value, x = one
        bound = bound_at(chart.series[at], row)
        if at == 1 and bound in ("at_least", "at_most"):
            yield from _arrow(x, y, 1 if bound == "at_least" else -1, target_color(style))
        yield Dot(x, y, target_color(style) if at else style.accent, RING if at else WITHIN if inside else DOT)
        if at == 1:
            yield Dot(x, y, "#ffffff", HOLE)
        before = one is leftmost and len(places) == 2
        beyond = _tips(places, row, chart) + 3 - x if not before else 0.0
        arrow = ARROW if at == 1 and before and bound == "at_most" else 0.0
        room = max(RING + 3 + arrow, beyond)
        said = figure(value, chart, bound)
        yield Words(x - room if before else x + room, y + SIZE * 0.36, said, "end" if before else "start")


def _tips(places: list[tuple[int, Decimal, float]], row: int, chart: Chart) -> float:
    """Say where the arrow of a target that holds upwards ends; far left where there is none."""
    ups = (x for at, _, x in places if at == 1 and bound_at(chart.series[at], row) == "at_least")
    return max((x + RING + ARROW - 4 for x in ups), default=0.0)


def _arrow(x: float, y: float, way: int, color: str) -> Iterator[Stroke]:
    tip = x + way * (RING + ARROW - 4)
    yield Stroke(x, y, tip, y, color)
    yield Stroke(tip - way * HEAD, y - HEAD, tip, y, color)
    yield Stroke(tip - way * HEAD, y + HEAD, tip, y, color)


def _labels(chart: Chart) -> Iterator[str]:
    for series in chart.series[:2]:
        for row, value in enumerate(series.values):
            if value is not None and value.is_finite():
                yield figure(value, chart, bound_at(series, row))


def _legend(chart: Chart, style: Style) -> Iterator[Shape]:
    x = DOT
    for at, series in enumerate(chart.series[:2]):
        yield Dot(x, 6.5, target_color(style) if at else style.accent, RING if at else DOT)
        if at:
            yield Dot(x, 6.5, "#ffffff", HOLE)
        yield Words(x + 8, 9.2, series.name, "start")
        x += wide(series.name) + 30
