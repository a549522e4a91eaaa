"""Draw results beside targets as rows: name, result, both marks on one honest axis, target; each figure stands once.

A result is a filled dot, a target a ring, or two where it is a range. A bound is an arrow from the ring towards where
the target also holds, and a sign before its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from exporter.model import Chart, Series
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
    upper_at,
    wide,
)
from exporter.style import Style
from exporter.typesetting.labels import NAME_LINE, ROW_NAME, row_lines

BETWEEN = 5.0
"""White between rows, the rule in it."""
LEGEND, FOOT = 16.0, 8.0
DOT, RING, HOLE, WITHIN = 3.2, 3.6, 2.1, 1.6
"""Radii of the result, of the target and of its hole, and of a result that lies within."""
ARROW, HEAD = 11.0, 2.4
BESIDE = 16.0
"""White between a column of figures and the axis."""


class _Columns(NamedTuple):
    """Where the results end at the right, and where the axis begins and ends, its values from `low` to `high`."""

    results: float
    start: float
    end: float
    low: Decimal
    high: Decimal

    def place(self, value: Decimal) -> float:
        return self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start)


def lay_dumbbells(chart: Chart, style: Style) -> Drawing:
    """Draw the first two series of a chart as rows; values that are missing leave their place empty."""
    names = [row_lines(name, ROW_NAME) for name in chart.categories]
    columns = _columns(chart, names)
    shapes = [*_heads(chart, style, columns)]
    top = LEGEND
    for row, lines in enumerate(names):
        height = NAME_LINE * len(lines) + BETWEEN
        middle = top + height / 2
        for at, line in enumerate(lines):
            shapes.append(Words(0, middle + (at - (len(lines) - 1) / 2) * NAME_LINE + SIZE * 0.36, line, "start"))
        shapes += _row(row, middle, chart, style, columns)
        top += height
        shapes.append(Rect(0, top - 0.2, WIDTH, 0.4, style.rule))
    zero = columns.place(Decimal(0))
    shapes += [Rect(zero - 0.3, LEGEND, 0.6, top - LEGEND, style.rule), Words(zero, top + FOOT, "0", "middle")]
    return Drawing(top + FOOT, tuple(shapes))


def _columns(chart: Chart, names: list[list[str]]) -> _Columns:
    results, targets = (
        1.1 * max((wide(one) for _, one in _figures(series, chart)), default=0.0) for series in _two(chart)
    )
    left = max((wide(line) for lines in names for line in lines), default=0.0) + 12 + results
    left = max(left, _head_width(chart.series[0]) if chart.series else 0.0)
    return _Columns(left, left + BESIDE, WIDTH - targets - ARROW - BESIDE, *ends(chart.series[:2]))


def _two(chart: Chart) -> tuple[Series, Series]:
    """Give results and targets, without values where a chart has none."""
    first, second = (*chart.series[:2], Series("", ()), Series("", ()))[:2]
    return first, second


def target_color(style: Style) -> str:
    """Give the colour that is kept for targets."""
    return style.highlight or style.accent


def _heads(chart: Chart, style: Style, columns: _Columns) -> Iterator[Shape]:
    """Name the columns of results and of targets, each behind its mark; nothing else needs a legend."""
    for at, series in enumerate(chart.series[:2]):
        left = (WIDTH if at else columns.results) - wide(series.name)
        yield Dot(left - 8, 6.5, target_color(style) if at else style.accent, RING if at else DOT)
        if at:
            yield Dot(left - 8, 6.5, "#ffffff", HOLE)
        yield Words(left, 9.2, series.name, "start")


def _head_width(series: Series) -> float:
    return wide(series.name) + 14


def _row(row: int, y: float, chart: Chart, style: Style, columns: _Columns) -> Iterator[Shape]:
    done, aim = _two(chart)
    base = y + SIZE * 0.36
    result, target = (dict(_figures(series, chart)).get(row) for series in (done, aim))
    yield from [Words(columns.results, base, result, "end")] if result else []
    yield from [Words(WIDTH, base, target, "end")] if target else []
    (reached,) = _places((done.values[row],) if result else (None,), columns) or (None,)
    aimed = _places((aim.values[row], upper_at(aim, row)) if target else (), columns)
    places = [*aimed, *([reached] if reached is not None else [])]
    if len(places) > 1:
        yield Stroke(min(places), y, max(places), y, style.rule)
    yield from _marks(reached, aimed, y, style, bound_at(aim, row))


def _places(values: tuple[Decimal | None, ...], columns: _Columns) -> list[float]:
    return [columns.place(value) for value in values if value is not None]


def _marks(reached: float | None, aimed: list[float], y: float, style: Style, bound: str) -> Iterator[Shape]:
    color = target_color(style)
    if aimed and bound in ("at_least", "at_most", "over"):
        yield from _arrow(aimed[0], y, -1 if bound == "at_most" else 1, color)
    inside = reached is not None and any(abs(x - reached) < RING for x in aimed)
    if reached is not None and not inside:
        yield Dot(reached, y, style.accent, DOT)
    for x in aimed:
        yield from (Dot(x, y, color, RING), Dot(x, y, "#ffffff", HOLE))
    if reached is not None and inside:  # a result that lies within the ring of its target is drawn in its hole
        yield Dot(reached, y, style.accent, WITHIN)


def _arrow(x: float, y: float, way: int, color: str) -> Iterator[Stroke]:
    tip = x + way * (RING + ARROW - 4)
    yield Stroke(x, y, tip, y, color)
    yield Stroke(tip - way * HEAD, y - HEAD, tip, y, color)
    yield Stroke(tip - way * HEAD, y + HEAD, tip, y, color)


def _figures(series: Series, chart: Chart) -> Iterator[tuple[int, str]]:
    """Give the rows that have a value, and it as it is printed."""
    for row, value in enumerate(series.values):
        if value is not None and value.is_finite():
            yield row, figure(value, chart, bound_at(series, row), upper_at(series, row))
