"""Draw an SVG of plain shapes in a PDF as shapes, as a logo mostly is (SVG 1.1; ISO 32000-1, 8.5 and 8.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import radians
from typing import Any, NamedTuple

from exporter.renderers.pdf.tagged.content import Pen

SHAPES = frozenset(("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"))
SILENT = frozenset(("title", "desc", "metadata"))
"""Elements that draw nothing."""
_SVG = "{http://www.w3.org/2000/svg}"
_PAINTS: Mapping[str, str] = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "fill-rule": "nonzero",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
}
"""What a shape takes over from its group, as it is at first."""
_OPAQUE = frozenset(("opacity", "fill-opacity", "stroke-opacity"))
_KNOWN = frozenset(
    (*_PAINTS, *_OPAQUE, "id", "class", "transform", "style", "viewBox", "version", "role", "width", "height", "d")
) | frozenset(("x", "y", "rx", "ry", "cx", "cy", "r", "points", "x1", "y1", "x2", "y2"))
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
_TURN = re.compile(r"\s*(matrix|translate|scale|rotate)\s*\(([^)]*)\)\s*,?")


class Vector(NamedTuple):
    """A drawing: its box in its own units (left, top, width, height), and its shapes as operators."""

    box: tuple[float, float, float, float]
    shapes: tuple[Shape, ...]


class Shape(NamedTuple):
    """A shape: the matrix that puts it in its place, its path and its lines as operators, its colours as `#rrggbb`."""

    matrix: tuple[float, ...]
    path: str
    lines: str
    fill: str
    stroke: str
    even_odd: bool


def vector_of(svg: bytes) -> Vector | None:
    """Read a drawing; None where it has more than plain shapes: letters, gradients, masks, what shines through."""
    from lxml import etree

    try:
        root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
        left, top, width, height = (float(one) for one in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
        shapes = tuple(_shapes(root, _PAINTS, _matrix("")))
    except (etree.XMLSyntaxError, ValueError, TypeError, NotImplementedError, IndexError):
        return None  # what is not understood is left to those who draw all of SVG
    return Vector((left, top, width, height), shapes) if shapes and width > 0 and height > 0 else None


def operators(vector: Vector, pen: Pen) -> bytes:
    """Write a drawing as a content stream, in its own units."""
    return "\n".join(_drawn(shape, pen) for shape in vector.shapes).encode("ascii")


def form(vector: Vector) -> str:
    """Write the entries of the form that holds it, a unit wide and high as an image is."""
    left, top, width, height = vector.box
    box = f"{left:g} {top:g} {left + width:g} {top + height:g}"
    matrix = f"{1 / width:.8f} 0 0 {-1 / height:.8f} {-left / width:.8f} {1 + top / height:.8f}"
    return f"/Type/XObject/Subtype/Form/BBox[{box}]/Matrix[{matrix}]/Resources<<>>"


def _drawn(shape: Shape, pen: Pen) -> str:
    chosen = f"{pen.paint(shape.fill)} {pen.fills} " if shape.fill else ""
    chosen += f"{pen.paint(shape.stroke)} {pen.strokes} {shape.lines} " if shape.stroke else ""
    odd = "*" * shape.even_odd
    act = f"B{odd}" if shape.fill and shape.stroke else f"f{odd}" if shape.fill else "S"
    return f"q {' '.join(f'{one:.6f}' for one in shape.matrix)} cm {chosen}{shape.path} {act} Q"


def _shapes(element: Any, paints: Mapping[str, str], matrix: Any) -> Iterator[Shape]:
    """Give the shapes of a group. Raises ValueError for what is no plain shape."""
    paints, matrix = _own(element, paints), matrix.transform(_matrix(element.get("transform", "")))
    for child in element:
        name = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else ""
        if not name or name in SILENT or (child.tag.startswith("{") and not child.tag.startswith(_SVG)):
            continue
        if name == "g":
            yield from _shapes(child, paints, matrix)
        elif name in SHAPES:
            shape = _shape(child, _own(child, paints), matrix.transform(_matrix(child.get("transform", ""))))
            yield from [shape] if shape.fill or shape.stroke else []
        elif name != "defs" or len(child):
            raise ValueError(name)


def _own(element: Any, paints: Mapping[str, str]) -> Mapping[str, str]:
    """Give how an element is painted: by itself, else as its group is. Raises ValueError for what is not known."""
    said = {
        name: value.strip() for name, value in element.attrib.items() if not name.startswith(("{", "aria-", "data-"))
    }
    declared = (one.partition(":") for one in said.get("style", "").split(";") if one.strip())
    styled = {name.strip(): value.strip() for name, _, value in declared}
    unknown = (said.keys() - _KNOWN) | (styled.keys() - _PAINTS.keys() - _OPAQUE)
    if unknown or any(float({**said, **styled}.get(name, 1)) != 1 for name in _OPAQUE):
        raise ValueError(element.tag)
    return {name: styled.get(name, said.get(name, paints[name])) for name in _PAINTS}


def _shape(element: Any, paints: Mapping[str, str], matrix: Any) -> Shape:
    lines = (
        f"{float(paints['stroke-width']):g} w {_CAPS.index(paints['stroke-linecap'])} J "
        f"{_JOINS.index(paints['stroke-linejoin'])} j {float(paints['stroke-miterlimit']):g} M"
    )
    even_odd = ("nonzero", "evenodd").index(paints["fill-rule"]) == 1
    fill, stroke = _colour(paints["fill"]), _colour(paints["stroke"])
    return Shape(tuple(matrix), _path(element), lines, fill, stroke, even_odd)


def _path(element: Any) -> str:
    """Write the outline of a shape as operators (8.5.2)."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import PathBuilder, parse_path

    if element.tag.endswith("rect") and any(2 * _size(element, one) > _size(element, side) for one, side in _ROUND):
        raise ValueError("a corner rounder than its side is long")
    element.attrib.pop("transform", None)  # it stands in the matrix
    builder, pen = PathBuilder(), RecordingPen()
    builder.add_path_from_element(element)
    parse_path(builder.paths[-1], pen)
    return " ".join(_segments(pen.value))


_ROUND = (("rx", "width"), ("ry", "height"))


def _size(element: Any, name: str) -> float:
    return float(element.get(name, 0))


def _segments(drawn: list[tuple[str, tuple[Any, ...]]]) -> Iterator[str]:
    last = (0.0, 0.0)
    for name, points in drawn:
        match name:
            case "moveTo" | "lineTo":
                yield f"{_said(*points)} {name[0]}"
            case "curveTo":
                yield f"{_said(*points)} c"
            case "qCurveTo":
                (a, b), (x, y) = points
                first = (last[0] + (a - last[0]) * 2 / 3, last[1] + (b - last[1]) * 2 / 3)
                yield f"{_said(first, (x + (a - x) * 2 / 3, y + (b - y) * 2 / 3), (x, y))} c"
            case "closePath":
                yield "h"
        last = points[-1] if points else last


def _said(*points: tuple[float, float]) -> str:
    return " ".join(f"{x:.4f} {y:.4f}" for x, y in points)


def _colour(said: str) -> str:
    """Give a colour as `#rrggbb`, empty for none. Raises ValueError for one that is no plain colour."""
    from PIL import ImageColor

    if said == "none":
        return ""
    red, green, blue, *through = ImageColor.getrgb(said)
    if through not in ([], [255]):
        raise ValueError(said)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _matrix(said: str) -> Any:
    """Read where an element is put. Raises ValueError for a way that is not known."""
    from fontTools.misc.transform import Identity, Transform

    made, at = Identity, 0
    while found := _TURN.match(said, at):
        at = found.end()
        values = [float(one) for one in re.split(r"[\s,]+", found[2].strip())]
        match found[1], values:
            case "matrix", [_, _, _, _, _, _]:
                made = made.transform(Transform(*values))
            case "translate", [x, *y] if len(y) < 2:
                made = made.translate(x, *y)
            case "scale", [x, *y] if len(y) < 2:
                made = made.scale(x, *(y or [x]))
            case "rotate", [turn]:
                made = made.rotate(radians(turn))
            case "rotate", [turn, x, y]:
                made = made.translate(x, y).rotate(radians(turn)).translate(-x, -y)
            case _:
                raise ValueError(said)
    if said[at:].strip():
        raise ValueError(said)
    return made
