"""Draw results beside targets as rows: a name, then both marks on one honest axis, each with its figure beside it.

A result is a filled dot, a target a ring, or two where it is a range. A bound is an arrow from the ring towards where
the target also holds, and a sign before its number. What stands farther left has its figure at its left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from exporter.model import Bound, Chart, Series
from exporter.renderers.layout.shapes import (
    MINUS,
    SIGNS,
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
    number,
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
WHITE = "#ffffff"
BESIDE, APART, NEXT = 12.0, 3.0, 18.0
"""White beside the names, between a mark and its figure, and between the two heads."""
STEPS = tuple(Decimal(step) for step in ("0.5", "1", "2", "5", "10", "20", "50", "100", "200", "500"))
MOST = 6
"""Lines of an axis, at the most."""


class _Axis(NamedTuple):
    """Where an axis begins and ends, and the values from `low` to `high` that it holds."""

    start: float
    end: float
    low: Decimal
    high: Decimal

    def place(self, value: Decimal) -> float:
        return self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start)


def lay_dumbbells(chart: Chart, style: Style) -> Drawing:
    """Draw the first two series of a chart as rows; values that are missing leave their place empty."""
    names = [row_lines(name, ROW_NAME) for name in chart.categories]
    axis = _axis(chart, names)
    bottom = LEGEND + sum(NAME_LINE * len(lines) + BETWEEN for lines in names)
    shapes = [*_heads(chart, style), *_grid(axis, chart, bottom, style)]
    top = LEGEND
    for row, lines in enumerate(names):
        height = NAME_LINE * len(lines) + BETWEEN
        middle = top + height / 2
        for at, line in enumerate(lines):
            shapes.append(Words(0, middle + (at - (len(lines) - 1) / 2) * NAME_LINE + SIZE * 0.36, line, "start"))
        shapes += _row(row, middle, chart, style, axis)
        top += height
        shapes.append(Rect(0, top - 0.2, WIDTH, 0.4, style.rule))
    return Drawing(top + FOOT, tuple(shapes))


def _axis(chart: Chart, names: Sequence[Sequence[str]]) -> _Axis:
    """Begin the axis behind the names, with room for a figure before its first mark and behind its last."""
    figures = [text for series in _two(chart) for _, text in _figures(series, chart)]
    beside = 1.1 * max(map(wide, figures), default=0.0) + SIZE * 0.6 + APART + RING + ARROW
    left = max((wide(line) for lines in names for line in lines), default=0.0) + BESIDE
    return _Axis(left + beside, WIDTH - beside, *ends(chart.series[:2]))


def _grid(axis: _Axis, chart: Chart, bottom: float, style: Style) -> Iterator[Shape]:
    """Draw a line at each round value, and say under it which; that at zero is the strongest."""
    step = next((one for one in STEPS if (axis.high - axis.low) / one < MOST), axis.high - axis.low)
    low, high = int(axis.low // step), int(axis.high // step)  # zero lies between them
    for value in (step * at for at in range(low, high + 1)):
        x, thick = axis.place(value), 0.25 if value else 0.8
        yield Rect(x - thick / 2, LEGEND, thick, bottom - LEGEND, style.rule)
        unit = chart.unit if value and chart.unit in SIGNS else ""
        yield Words(x, bottom + FOOT, f"{number(value).replace('-', MINUS)}{unit}", "middle")


def _two(chart: Chart) -> tuple[Series, Series]:
    """Give results and targets, without values where a chart has none."""
    first, second = (*chart.series[:2], Series("", ()), Series("", ()))[:2]
    return first, second


def target_color(style: Style) -> str:
    """Give the colour that is kept for targets."""
    return style.highlight or style.accent


def _heads(chart: Chart, style: Style) -> Iterator[Shape]:
    """Name results and targets at the upper left, each behind its mark and in its colour."""
    left = RING
    for at, series in enumerate(chart.series[:2]):
        color = target_color(style) if at else style.accent
        yield Dot(left, 6.5, color, RING if at else DOT)
        if at:
            yield Dot(left, 6.5, WHITE, HOLE)
        yield Words(left + RING + APART, 9.2, series.name, "start", color)
        left += wide(series.name) + RING + NEXT


class _Told(NamedTuple):
    """The result or the target of a row: where its marks stand, its figure, and the colour of both."""

    places: list[float]
    figure: str
    color: str


def _row(row: int, y: float, chart: Chart, style: Style, axis: _Axis) -> Iterator[Shape]:
    results, targets = _two(chart)
    result, target = (dict(_figures(series, chart)).get(row, "") for series in (results, targets))
    done = _Told(_places((results.values[row],) if result else (), axis), result, style.accent)
    aim_at = (targets.values[row], upper_at(targets, row)) if target else ()
    aim, bound = _Told(_places(aim_at, axis), target, target_color(style)), bound_at(targets, row)
    places = (*aim.places, *done.places)
    if len(places) > 1:
        yield Stroke(min(places), y, max(places), y, style.rule)
    yield from _marks(done.places[0] if done.places else None, aim.places, y, style, bound)
    yield from _beside(done, aim, y, bound)


def _beside(done: _Told, aim: _Told, y: float, bound: Bound) -> Iterator[Shape]:
    """Set the figures of a row beside its marks: at the left that of the mark farther left."""
    before = ARROW if bound == "at_most" else 0.0
    behind = ARROW if bound in ("at_least", "over") else 0.0
    base = y + SIZE * 0.36
    if not done.places or not aim.places:
        for one, arrow in ((done, 0.0), (aim, behind)):
            if one.places:
                yield from _clear(max(one.places) + RING + arrow + APART, base, one.figure, "start", one.color)
        return
    low, high = min(*done.places, *aim.places), max(*done.places, *aim.places)
    left, right = (aim, done) if done.places[0] > max(aim.places) else (done, aim)
    over = low - (before if min(aim.places) - low < ARROW else 0.0)
    past = high + (behind if high - max(aim.places) < ARROW else 0.0)
    yield from _clear(over - RING - APART, base, left.figure, "end", left.color)
    yield from _clear(past + RING + APART, base, right.figure, "start", right.color)


def _clear(x: float, y: float, text: str, anchor: Literal["start", "end"], color: str) -> Iterator[Shape]:
    """Set a figure on white, so that no line of the grid runs through it."""
    across = 1.1 * wide(text)
    yield Rect(x - across if anchor == "end" else x, y - SIZE * 0.8, across, SIZE, WHITE)
    yield Words(x, y, text, anchor, color)


def _places(values: tuple[Decimal | None, ...], axis: _Axis) -> list[float]:
    return [axis.place(value) for value in values if value is not None]


def _marks(reached: float | None, aimed: list[float], y: float, style: Style, bound: str) -> Iterator[Shape]:
    color = target_color(style)
    if aimed and bound in ("at_least", "at_most", "over"):
        yield from _arrow(aimed[0], y, -1 if bound == "at_most" else 1, color)
    inside = reached is not None and any(abs(x - reached) < RING for x in aimed)
    if reached is not None and not inside:
        yield Dot(reached, y, style.accent, DOT)
    for x in aimed:
        yield from (Dot(x, y, color, RING), Dot(x, y, WHITE, HOLE))
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
