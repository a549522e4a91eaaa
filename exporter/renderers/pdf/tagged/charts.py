"""Draw the shapes of a chart, their words as words."""

from __future__ import annotations

from typing import assert_never

from exporter.renderers.fonts.faces import Faces
from exporter.renderers.layout import chart, shapes
from exporter.renderers.layout.composition import set_words
from exporter.renderers.layout.items import Picture
from exporter.renderers.pdf.tagged.content import Content
from exporter.style import Style, TextStyle


def draw_chart(picture: Picture, left: float, top: float, content: Content, style: Style, faces: Faces) -> None:
    """Draw a chart from its upper left corner."""
    scale = picture.width / shapes.WIDTH
    for shape in picture.drawing.shapes:
        match shape:
            case shapes.Rect():
                x, y = left + shape.x * scale, top - shape.y * scale
                content.fill(x, y, shape.width * scale, shape.height * scale, shape.color)
            case shapes.Words():
                _label(shape, left + shape.x * scale, top - shape.y * scale, scale, content, style, faces)
            case shapes.Stroke():
                ends = (shape.x1 * scale, -shape.y1 * scale, shape.x2 * scale, -shape.y2 * scale)
                x1, y1, x2, y2 = ends
                content.stroke((left + x1, top + y1, left + x2, top + y2), 1.8 * scale, shape.color)
            case shapes.Dot():
                content.dot(left + shape.x * scale, top - shape.y * scale, shape.radius * scale, shape.color)
            case _:
                assert_never(shape)


def _label(words: shapes.Words, x: float, y: float, scale: float, content: Content, style: Style, faces: Faces) -> None:
    given = chart.text_style(style)
    sized = TextStyle(
        font=given.font,
        latin=given.latin,
        size=given.size * scale,
        color=words.color or given.color,
        indent=0,
        align="left",
    )
    composed = set_words(words.text, sized, faces)
    if composed.lines:
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * composed.lines[0].width
        content.words(composed.lines[0].pieces, composed, x - back, y)
