"""Write a chart as SVG whose words stay words."""

from __future__ import annotations

from html import escape
from typing import assert_never

from exporter.model import Chart
from exporter.renderers.html.css import Paint
from exporter.renderers.layout import chart as charts
from exporter.renderers.layout.shapes import SIZE, WIDTH, Dot, Rect, Shape, Stroke, Words
from exporter.style import Style

FONTS = "chart, sans-serif"
"""The fonts of every word; where style sheets do not reach into a drawing, their names take its place."""


def draw(chart: Chart, style: Style, paint: Paint = str) -> str:
    """Give an `<svg>` element whose `<title>` says the chart in words."""
    drawing = charts.draw(chart, style)
    colour = paint(charts.text_style(style).color)
    inner = "".join(_shape(shape, colour, paint) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {drawing.height:g}" role="img" '
        f'class="drawing" font-family="{FONTS}"><title>{escape(charts.alternative_text(chart))}</title>{inner}</svg>'
    )


def _shape(shape: Shape, colour: str, paint: Paint) -> str:
    match shape:
        case Rect():
            return (
                f'<rect x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}" '
                f'fill="{paint(shape.color)}"/>'
            )
        case Words():
            fill = paint(shape.color) if shape.color else colour
            return (
                f'<text x="{shape.x:.2f}" y="{shape.y:.2f}" text-anchor="{shape.anchor}" '
                f'font-size="{SIZE:g}" fill="{fill}">{escape(shape.text)}</text>'
            )
        case Stroke():
            return (
                f'<path d="M{shape.x1:.2f} {shape.y1:.2f}L{shape.x2:.2f} {shape.y2:.2f}" '
                f'fill="none" stroke="{paint(shape.color)}" stroke-width="1.8"/>'
            )
        case Dot():
            return f'<circle cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.radius:g}" fill="{paint(shape.color)}"/>'
        case _:
            assert_never(shape)
