"""Turn a chart into shapes, for engines to draw: bars named and measured directly, no grid, colours of the style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from exporter.model import BOUND_SIGNS, Chart, Series
from exporter.renderers.layout.courses import lay_courses
from exporter.renderers.layout.dumbbell import lay_dumbbells
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
    both,
    ends,
    figure,
    number,
    short,
    wide,
)
from exporter.renderers.layout.shares import lay_shares
from exporter.style import Style, TextStyle


def draw(chart: Chart, style: Style) -> Drawing:
    """Draw a chart; values that are missing leave their place empty."""
    match chart.kind:
        case "bar":
            height, shapes = _bars(chart, style)
        case "column":
            height, shapes = _columns(chart, style)
        case "line":
            height, shapes = _lines(chart, style)
        case "dumbbell":
            return lay_dumbbells(chart, style)
        case "courses":
            return lay_courses(chart, style)
        case "shares":
            height, shapes = lay_shares(chart, colours(style, len(chart.series)))
        case _:
            assert_never(chart.kind)
    if len(chart.series) > 1:
        shapes = [*_legend(chart, style), *(_lowered(shape, LEGEND) for shape in shapes)]
        height += LEGEND
    if chart.unit and not (chart.kind in ("bar", "shares") and chart.unit in SIGNS):
        shapes.append(Words(WIDTH, SIZE, chart.unit, "end"))
    return Drawing(height, tuple(shapes))


LEGEND = 20.0
"""Height of the names of the series, above the drawing."""


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Stroke):
        return replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    return replace(shape, y=shape.y + by)


def alternative_text(chart: Chart) -> str:
    """Give the words for those who cannot see the chart."""
    return chart.alt or "".join(run.text for run in chart.title) or "图表"


def text_style(style: Style) -> TextStyle:
    """Give the text style of every word in a chart."""
    return TextStyle(font="hei", latin="sans", size=SIZE, line=SIZE, indent=0, color=style.text["caption"].color)


def words(chart: Chart) -> Iterator[str]:
    """Give every word that is drawn, so that a font can be found for it."""
    yield from chart.categories
    yield from (series.name for series in chart.series)
    yield from (number(value) for series in chart.series for value in series.values if value is not None)
    yield from (number(upper) for series in chart.series for upper in series.uppers if upper is not None)
    yield chart.unit + MINUS + "–" + "".join(BOUND_SIGNS.values())


def colours(style: Style, count: int) -> list[str]:
    """Give a colour for each series: the accent first, then paler."""
    return [_mix(style.accent, "#ffffff", at / max(count, 2) * 0.9) for at in range(count)]


@dataclass(frozen=True, slots=True)
class _Scale:
    """How values are laid off along a length: `zero` is the place of 0, from the low end."""

    low: Decimal
    high: Decimal
    length: float

    def of(self, value: Decimal) -> float:
        return float(value / (self.high - self.low)) * self.length


def _scale(series: Sequence[Series], length: float) -> _Scale:
    return _Scale(*ends(series), length)


def _values(series: Series, count: int) -> Iterator[tuple[int, Decimal]]:
    for at, value in enumerate(series.values[:count]):
        if value is not None and value.is_finite():
            yield at, value


def _bars(chart: Chart, style: Style) -> tuple[float, list[Shape]]:
    names = [both(name) for name in chart.categories]
    left = min(WIDTH * 0.5, max((wide(line) for lines in names for line in lines), default=0) + 12)
    numbers = max((wide(figure(value, chart)) for row in chart.series for value in row.values if value), default=0)
    scale = _scale(chart.series, WIDTH - left - min(numbers, WIDTH * 0.2) - 8)
    zero = left - scale.of(scale.low)
    count = max(len(chart.series), 1)
    band = max(SIZE * 3, 10.0 * count + 7)
    shapes: list[Shape] = []
    for row, lines in enumerate(names):
        middle = (row + 0.5) * band + SIZE * 0.36
        for at, line in enumerate(lines):
            drop = (at - (len(lines) - 1) / 2) * (SIZE + 2.4)
            shapes.append(Words(0, middle + drop, short(line, left - 8), "start"))
    thick = (band - 7) / count
    for at, (series, colour) in enumerate(zip(chart.series, colours(style, count), strict=False)):
        for row, value in _values(series, len(chart.categories)):
            width = abs(scale.of(value))
            x = zero if value >= 0 else zero - width
            y = row * band + 3.5 + at * thick
            shapes.append(Rect(x, y, width, thick - 1, colour))
            shapes.append(Words(max(x + width, zero) + 4, y + thick / 2 + 2.2, figure(value, chart), "start"))
    shapes.append(Rect(zero - 0.4, 0, 0.8, band * len(names), style.accent))
    return band * len(names), shapes


_TOP, _TALL = 22.0, 120.0


def _columns(chart: Chart, style: Style) -> tuple[float, list[Shape]]:
    scale = _scale(chart.series, _TALL)
    zero = _TOP + scale.of(scale.high)
    count = max(len(chart.series), 1)
    band = WIDTH / max(len(chart.categories), 1)
    thick = min(34.0, band * 0.72 / count)
    shapes: list[Shape] = [Rect(0, zero, WIDTH, 0.8, style.rule), *_below(chart, band)]
    for at, (series, colour) in enumerate(zip(chart.series, colours(style, count), strict=False)):
        for column, value in _values(series, len(chart.categories)):
            height = abs(scale.of(value))
            x = (column + 0.5) * band - thick * count / 2 + at * thick
            y = zero - height if value >= 0 else zero
            shapes.append(Rect(x, y, max(thick - 2, 0.5), height, colour))
            shapes.append(Words(x + thick / 2 - 1, y - 3.5, number(value), "middle"))
    return _TOP + _TALL + 20, shapes


def _lines(chart: Chart, style: Style) -> tuple[float, list[Shape]]:
    scale = _scale(chart.series, _TALL)
    band = WIDTH / max(len(chart.categories), 1)
    shapes: list[Shape] = [Rect(0, _TOP + scale.of(scale.high), WIDTH, 0.8, style.rule), *_below(chart, band)]
    for series, colour in zip(chart.series, colours(style, len(chart.series)), strict=True):
        dots = [
            ((column + 0.5) * band, _TOP + scale.of(scale.high - value), value)
            for column, value in _values(series, len(chart.categories))
        ]
        shapes += [Stroke(x1, y1, x2, y2, colour) for (x1, y1, _), (x2, y2, _) in pairwise(dots)]
        shapes += [Dot(x, y, colour) for x, y, _ in dots]
        shapes += [Words(x, y + _drop(chart, series, x, band), number(value), "middle") for x, y, value in dots]
    return _TOP + _TALL + 20, shapes


def _drop(chart: Chart, series: Series, x: float, band: float) -> float:
    """Say how far below its dot a number stands: above the highest of its column, below any other."""
    column = int(x / band)
    here = [row.values[column] for row in chart.series if column < len(row.values)]
    others = [value for value in here if value is not None and value.is_finite()]
    own = series.values[column]
    return -5.0 if own is None or own >= max(others, default=own) else SIZE + 4


def _below(chart: Chart, band: float) -> Iterator[Words]:
    for column, name in enumerate(chart.categories):
        yield Words((column + 0.5) * band, _TOP + _TALL + 15, short(name, band), "middle")


def _legend(chart: Chart, style: Style) -> Iterator[Shape]:
    x = 0.0
    for series, colour in zip(chart.series, colours(style, len(chart.series)), strict=True):
        yield Rect(x, 3, 8, 8, colour)
        yield Words(x + 12, 9.8, series.name, "start")
        x += wide(series.name) + 30


def _mix(first: str, second: str, share: float) -> str:
    mixed = (
        round(int(first[at : at + 2], 16) * (1 - share) + int(second[at : at + 2], 16) * share) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
