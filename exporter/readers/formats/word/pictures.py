"""Find what a drawing of a Word file holds: pictures, text boxes, and what can only be named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from exporter.model import Picture
from exporter.readers.content.pictures import is_small
from exporter.readers.formats.word.layer import Layer
from exporter.readers.formats.word.styles import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element

EMU = 36_000
"""English metric units in a millimetre."""
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]{1,8})(pt|in|cm|mm)?", re.IGNORECASE)
_UNITS = {"pt": "0.3528", "in": "25.4", "cm": "10", "mm": "1"}


@dataclass(slots=True)
class Drawn:
    """What a drawing holds, in its order."""

    pictures: list[Picture] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Notice codes of what is not read."""


def drawn(layer: Layer, element: _Element) -> Drawn:
    """Read a drawing; of alternatives the first that holds anything we can read."""
    found = _scan(layer, element)
    for code in found.others:
        layer.leave_out(code)
    return found


def _scan(layer: Layer, element: _Element) -> Drawn:
    found = Drawn()
    alt, width = "", None
    stack = [iter((element,))]
    while stack:
        one = next(stack[-1], None)
        if one is None:
            stack.pop()
            continue
        name = local(one)
        if name == "AlternateContent":
            _take(found, _alternative(layer, one))
        elif name == "txbxContent":
            found.boxes.append(one)
        elif name in ("blip", "imagedata"):
            _picture(layer, one, alt, width, found)
            stack.append(iter(one))
        elif name in _NAMED:
            found.others.append(_NAMED[name])
        else:
            alt, width = _alt(one, alt), _width(one, width)
            stack.append(iter(one))
    return found


def _alternative(layer: Layer, element: _Element) -> Drawn:
    best = Drawn()
    for one in element:
        if local(one) in ("Choice", "Fallback"):
            found = Drawn()
            for inner in one:
                _take(found, _scan(layer, inner))
            if found.pictures or found.boxes:
                return found
            best = best if best.others else found
    return best


def _take(found: Drawn, other: Drawn) -> None:
    found.pictures += other.pictures
    found.boxes += other.boxes
    found.others += other.others


def _alt(element: _Element, before: str) -> str:
    """Words that say what is shown; the name that Word gives by itself (图片 1) says nothing."""
    if local(element) in ("docPr", "cNvPr"):
        return attribute(element, "descr") or attribute(element, "title") or before
    if local(element) == "shape":
        return attribute(element, "alt") or before
    return before


def _width(element: _Element, before: Decimal | None) -> Decimal | None:
    if local(element) == "extent" and before is None:
        value = attribute(element, "cx") or ""
        return (Decimal(value) / EMU).quantize(Decimal("0.1")) if re.fullmatch(r"\d{1,9}", value) else None
    if local(element) == "shape":
        found = _WIDTH.search(attribute(element, "style") or "")
        if found and re.fullmatch(r"\d+(\.\d+)?", found[1]):
            return (Decimal(found[1]) * Decimal(_UNITS[(found[2] or "pt").lower()])).quantize(Decimal("0.1"))
    return before


def _picture(layer: Layer, element: _Element, alt: str, width: Decimal | None, found: Drawn) -> None:
    key = next(_keys(element), "")
    relation = layer.package.relations.get(key)
    if relation is None:
        return
    alt = (alt or (attribute(element, "title") if local(element) == "imagedata" else "") or "").strip()
    if relation.outside:
        found.pictures.append(Picture("", alt, address=relation.target, width=width))
        return
    medium = layer.package.medium(relation.target)
    if medium is None:
        found.others.append("picture.unreadable")
    elif not (is_small(medium.width, medium.height) and (width is None or width < 5)):
        found.pictures.append(Picture(medium.sha256, alt, width=width if width else None))


def _keys(element: _Element) -> Iterator[str]:
    """Give the relation of a picture: the drawing of vectors that a newer Word shows, then the embedded one."""
    if local(element) == "imagedata":
        yield attribute(element, "id") or ""
    for name in ("embed", "link"):
        value = attribute(element, name)
        if value:
            yield value


_NAMED = {"chart": "docx.chart", "relIds": "docx.diagram", "OLEObject": "docx.object"}
