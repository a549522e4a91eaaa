"""Read the sections of a Word file: paper, margins, grid, footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporter.readers.formats.word.relations import Package
from exporter.readers.formats.word.styles import attribute, child, local

if TYPE_CHECKING:
    from lxml.etree import _Element

PT = 20
"""Twips to a point."""
MM = 25.4 / 72 / PT
"""Millimetres to a twip."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its paper and margins in mm, its grid, its footers by place (`default`, `even`, `first`)."""

    element: _Element
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float
    grid: tuple[str, float]
    """Kind (`lines`, `linesAndChars` … or empty) and pitch in pt."""
    footers: tuple[tuple[str, _Element], ...]

    @property
    def landscape(self) -> bool:
        """Is wider than high."""
        return self.width > self.height


def sections_of(body: _Element, package: Package) -> Iterator[Section]:
    """Give the sections of a body; one that names no footer takes that of the section before."""
    footers: dict[str, _Element] = {}
    for one in body.iter():
        if local(one) == "sectPr" and not any(local(up) == "sectPrChange" for up in one.iterancestors()):
            footers = {**footers, **dict(_footers(one, package))}
            yield _section(one, tuple(footers.items()))


def _footers(section: _Element, package: Package) -> Iterator[tuple[str, _Element]]:
    for one in section:
        if local(one) == "footerReference":
            relation = package.relations.get(attribute(one, "id") or "")
            root = package.part(relation.target) if relation else None
            if root is not None:
                yield attribute(one, "type") or "default", root


def _section(element: _Element, footers: tuple[tuple[str, _Element], ...]) -> Section:
    size, margins, grid = (child(element, name) for name in ("pgSz", "pgMar", "docGrid"))
    gutter = _mm(margins, "gutter", 0)
    return Section(
        element,
        _mm(size, "w", 12240),
        _mm(size, "h", 15840),
        abs(_mm(margins, "top", 1440)),
        abs(_mm(margins, "bottom", 1440)),
        _mm(margins, "left", 1440) + gutter,
        _mm(margins, "right", 1440),
        _mm(margins, "footer", 720),
        (attribute(grid, "type") or "", _twips(grid, "linePitch", 0) / PT),
        footers,
    )


def _mm(element: _Element | None, name: str, otherwise: float) -> float:
    return _twips(element, name, otherwise) * MM


def _twips(element: _Element | None, name: str, otherwise: float) -> float:
    try:
        return float(attribute(element, name) or otherwise)
    except ValueError:
        return otherwise
