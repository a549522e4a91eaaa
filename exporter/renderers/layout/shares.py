"""Draw shares of a whole: for each category one bar of a hundred, its parts side by side, their figures above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from exporter.model import Chart
from exporter.renderers.layout.shapes import SIZE, WIDTH, Rect, Shape, Words, both, figure, wide

BAR, ROW = 9.0, 25.0
"""Height of a bar, and of its row with the figures above it."""
BETWEEN = 3.0
"""White between two figures at the least."""


def lay_shares(chart: Chart, colours: Sequence[str]) -> tuple[float, list[Shape]]:
    """Give the height and the shapes of a chart of shares; a category in which a value is missing has no bar."""
    names = [" ".join(both(name)) for name in chart.categories]
    left = max(map(wide, names), default=0.0) + 12
    shapes: list[Shape] = []
    for row, name in enumerate(names):
        top = row * ROW
        shapes.append(Words(0, top + SIZE + 4 + BAR - 1, name, "start"))
        values = [series.values[row] for series in chart.series if row < len(series.values)]
        given = [value for value in values if value is not None and value.is_finite() and value >= 0]
        if len(given) == len(chart.series) and any(given):
            shapes += _row(given, left, top, chart, colours)
    return len(names) * ROW, shapes


def _row(values: Sequence[Decimal], left: float, top: float, chart: Chart, colours: Sequence[str]) -> Iterator[Shape]:
    across = [float(value / sum(values, Decimal(0))) * (WIDTH - left) for value in values]
    starts = [min(left + start, WIDTH) for start in accumulate(across, initial=0.0)]
    for x, long, colour in zip(starts, across, colours, strict=False):
        yield Rect(x, top + SIZE + 4, max(long - 0.8, 0.0), BAR, colour)
    said = [figure(value, chart) for value in values]
    middles = [x + long / 2 for x, long in zip(starts, across, strict=False)]
    for middle, words in zip(_apart(middles, [wide(one) / 2 for one in said], left), said, strict=True):
        yield Words(middle, top + SIZE, words, "middle")


def _apart(middles: Sequence[float], halves: Sequence[float], left: float) -> list[float]:
    """Move figures off each other: to the right where they would meet, and back from the end of the bar."""
    found: list[float] = []
    free = left
    for middle, half in zip(middles, halves, strict=True):
        found.append(max(middle, free + half))
        free = found[-1] + half + BETWEEN
    free = WIDTH
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], free - halves[at])
        free = found[at] - halves[at] - BETWEEN
    return found
