"""Draw a chart as SVG from its data: bars named and measured directly, no grid, colours of the style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from itertools import pairwise
from typing import assert_never

from exporter.model import Chart, Series
from exporter.style import Style, TextStyle

WIDTH = 480.0
"""Width of every chart in its own units; it is scaled to the text."""
_ROW = 19.0
_LABEL = 7.2
"""Width of a Han character in a label."""


def draw(chart: Chart, style: Style) -> str:
    """Give an `<svg>` element whose `<title>` says the chart in words."""
    match chart.kind:
        case "bar":
            height, inner = _bars(chart, style)
        case "column":
            height, inner = _columns(chart, style)
        case "line":
            height, inner = _lines(chart, style)
        case _:
            assert_never(chart.kind)
    legend = _legend(chart, style, height) if len(chart.series) > 1 else ""
    full = height + (18 if legend else 0)
    said = escape(chart.alt or "".join(run.text for run in chart.title) or "图表")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {full:g}" role="img" class="drawing">'
        f"<title>{said}</title>{inner}{legend}</svg>"
    )


def text_style(style: Style) -> TextStyle:
    """Give the text style of every word in a chart."""
    return TextStyle(font="hei", latin="sans", size=_LABEL, indent=0, color=style.text["caption"].color)


def colours(style: Style, count: int) -> list[str]:
    """Give a colour for each series: the accent first, then paler."""
    return [_mix(style.accent, "#ffffff", at / max(count, 2) * 0.9) for at in range(count)]


def words(chart: Chart) -> Iterator[str]:
    """Give every word that is drawn, so that a font can be found for it."""
    yield from chart.categories
    yield from (series.name for series in chart.series)
    yield from (number(value) for series in chart.series for value in series.values if value is not None)
    yield chart.unit


def number(value: Decimal) -> str:
    """Print a value as it was given, without an exponent."""
    return f"{value:f}"


def _bars(chart: Chart, style: Style) -> tuple[float, str]:
    left = min(WIDTH * 0.42, max((_wide(name) for name in chart.categories), default=0) + 10)
    low, high = _range(chart.series)
    scale = (WIDTH - left - 52) / float(high - low)
    zero = left + float(-low) * scale
    count = len(chart.series)
    band = max(_ROW, 10.0 * count + 6)
    paints = colours(style, count)
    parts = [_rect(zero - 0.5, 0, 0.8, band * len(chart.categories), style.rule)]
    for row, name in enumerate(chart.categories):
        top = row * band
        parts.append(_text(left - 8, top + band / 2 + 3, name, "end", style))
        thick = (band - 6) / count
        for at, series in enumerate(chart.series):
            value = series.values[row] if row < len(series.values) else None
            if value is not None:
                width = abs(float(value)) * scale
                x = zero if value >= 0 else zero - width
                y = top + 3 + at * thick
                parts.append(_rect(x, y, width, thick - 1.5, paints[at]))
                parts.append(_text(x + width + 4, y + thick / 2 + 2.4, number(value), "start", style))
    return band * len(chart.categories) + 2, _unit(chart, style) + "".join(parts)


def _columns(chart: Chart, style: Style) -> tuple[float, str]:
    low, high = _range(chart.series)
    top, tall = 16.0, 120.0
    scale = tall / float(high - low)
    zero = top + float(high) * scale
    count = len(chart.series)
    band = WIDTH / max(len(chart.categories), 1)
    thick = min(34.0, band * 0.72 / count)
    paints = colours(style, count)
    parts = [_rect(0, zero, WIDTH, 0.8, style.rule)]
    for column, name in enumerate(chart.categories):
        middle = (column + 0.5) * band
        parts.append(_text(middle, top + tall + 14, name, "middle", style))
        for at, series in enumerate(chart.series):
            value = series.values[column] if column < len(series.values) else None
            if value is not None:
                height = abs(float(value)) * scale
                x = middle - thick * count / 2 + at * thick
                y = zero - height if value >= 0 else zero
                parts.append(_rect(x, y, thick - 2, height, paints[at]))
                parts.append(_text(x + thick / 2 - 1, y - 3.5, number(value), "middle", style))
    return top + tall + 20, _unit(chart, style) + "".join(parts)


def _lines(chart: Chart, style: Style) -> tuple[float, str]:
    low, high = _range(chart.series)
    top, tall = 16.0, 120.0
    scale = tall / float(high - low)
    band = WIDTH / max(len(chart.categories), 1)
    paints = colours(style, len(chart.series))
    parts = [_rect(0, top + float(high) * scale, WIDTH, 0.8, style.rule)]
    for column, name in enumerate(chart.categories):
        parts.append(_text((column + 0.5) * band, top + tall + 14, name, "middle", style))
    for at, series in enumerate(chart.series):
        dots = [
            ((column + 0.5) * band, top + float(high - value) * scale, value)
            for column, value in enumerate(series.values[: len(chart.categories)])
            if value is not None
        ]
        for (x1, y1, _), (x2, y2, _) in pairwise(dots):
            parts.append(f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="{paints[at]}" stroke-width="1.8"/>')
        for x, y, value in dots:
            parts.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.4" fill="{paints[at]}"/>')
            parts.append(_text(x, y - 5, number(value), "middle", style))
    return top + tall + 20, _unit(chart, style) + "".join(parts)


def _legend(chart: Chart, style: Style, top: float) -> str:
    return "".join(_legend_parts(chart, style, top))


def _legend_parts(chart: Chart, style: Style, top: float) -> Iterator[str]:
    x = 0.0
    for series, paint in zip(chart.series, colours(style, len(chart.series)), strict=True):
        yield _rect(x, top + 5, 8, 8, paint)
        yield _text(x + 12, top + 12, series.name, "start", style)
        x += _wide(series.name) + 28


def _unit(chart: Chart, style: Style) -> str:
    return _text(WIDTH, 8, chart.unit, "end", style) if chart.unit else ""


def _range(series: Sequence[Series]) -> tuple[Decimal, Decimal]:
    values = [value for row in series for value in row.values if value is not None]
    low, high = min((Decimal(0), *values)), max((Decimal(0), *values))
    return low, high if high > low else low + 1


def _wide(name: str) -> float:
    return sum(_LABEL if ord(char) > 0x2E7F else _LABEL * 0.55 for char in name)


def _rect(x: float, y: float, width: float, height: float, paint: str) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{paint}"/>'


def _text(x: float, y: float, said: str, anchor: str, style: Style) -> str:
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-size="{_LABEL:g}" '
        f'fill="{text_style(style).color}">{escape(said)}</text>'
    )


def _mix(first: str, second: str, share: float) -> str:
    mixed = (
        round(int(first[at : at + 2], 16) * (1 - share) + int(second[at : at + 2], 16) * share) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
