"""Draw courses over several years as small multiples: a panel each, from zero on its own scale, its figures named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from exporter.model import Chart, Series
from exporter.renderers.layout.shapes import (
    WIDTH,
    Dot,
    Drawing,
    Rect,
    Shape,
    Stroke,
    Words,
    bound_at,
    figure,
    wide,
)
from exporter.style import Style
from exporter.typesetting.labels import NAME_LINE, PANEL_NAME, label_lines

ACROSS = 3
"""Panels in a row at the most."""
TALL, YEARS, BETWEEN = 30.0, 11.0, 8.0
"""Height of the drawing with the figures above it, of the years below, and between rows."""
GAP, HIGH = 16.0, 18.0
"""Between panels, and height of the largest value."""


def lay_courses(chart: Chart, style: Style) -> Drawing:
    """Draw each category as a panel of its own, the series as its points in time; what is missing has no point."""
    across = min(ACROSS, max(len(chart.categories), 1))
    wide_ = (WIDTH - GAP * (across - 1)) / across
    names = [label_lines(name, PANEL_NAME) for name in chart.categories]
    shapes: list[Shape] = []
    top = 0.0
    for start in range(0, len(names), across):
        row = names[start : start + across]
        lines = max(map(len, row))
        for at, said in enumerate(row):
            x = at * (wide_ + GAP)
            shapes += [Words(x, top + NAME_LINE * (line + 1) - 2, word, "start") for line, word in enumerate(said)]
            shapes += _panel(chart, start + at, x, top + NAME_LINE * lines, wide_, style)
        top += NAME_LINE * lines + TALL + YEARS + BETWEEN
    return Drawing(top - BETWEEN if names else 0.0, tuple(shapes))


def _panel(chart: Chart, row: int, x: float, top: float, across: float, style: Style) -> Iterator[Shape]:
    values = [series.values[row] if row < len(series.values) else None for series in chart.series]
    given = [(at, value) for at, value in enumerate(values) if value is not None and value.is_finite()]
    said = [figure(value, chart, bound_at(chart.series[at], row)) for at, value in given]
    low, high = min((Decimal(0), *(v for _, v in given))), max((Decimal(0), *(v for _, v in given)))
    floor = top + TALL
    widest = max(map(wide, (*said, *(series.name for series in chart.series))), default=0.0)
    inset = min(widest, across / 2) / 2 + 2
    step = (across - 2 * inset) / max(len(chart.series) - 1, 1)

    def place(at: int, value: Decimal) -> tuple[float, float]:
        size = float((value - low) / (high - low)) if high > low else 0.0
        return x + inset + at * step, floor - size * HIGH

    yield Rect(x, floor, across, 0.6, style.rule)
    dots = [(*place(at, value), word) for (at, value), word in zip(given, said, strict=True)]
    for (x1, y1, _), (x2, y2, _) in pairwise(dots):
        yield Stroke(x1, y1, x2, y2, style.accent)
    for dot_x, dot_y, word in dots:
        yield Dot(dot_x, dot_y, style.accent)
        yield Words(dot_x, dot_y - 4.2, word, "middle")
    for at, series in enumerate(chart.series):
        yield Words(x + inset + at * step, floor + 9.4, series.name, "middle")


def indexed(chart: Chart) -> Chart:
    """Give courses with their first point as 100, for a chart of one axis: their units differ."""
    first, *later = (replace(one, values=tuple(_of_hundred(chart, one))) for one in chart.series)
    return replace(chart, series=(replace(first, name=f"{first.name} = 100"), *later))


def _of_hundred(chart: Chart, series: Series) -> Iterator[Decimal | None]:
    for value, base in zip(series.values, chart.series[0].values, strict=False):
        yield value / base * 100 if value is not None and base else None
