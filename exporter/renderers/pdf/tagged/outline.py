"""Write the outline of a PDF, and the names of the places that links lead to (ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exporter.renderers.layout.items import Place
from exporter.renderers.pdf.tagged.file import File, text


@dataclass(slots=True)
class _Item:
    number: int
    said: str
    under: list[_Item] = field(default_factory=list)

    def count(self) -> int:
        return sum(1 + item.count() for item in self.under)


def add_outline(file: File, headings: Sequence[Place], places: Mapping[str, str]) -> int | None:
    """Add an entry for every heading, each under the one that it belongs to; `places` by name."""
    if not headings:
        return None
    top = _Item(file.reserve(), "/Type/Outlines")
    path: list[tuple[int, _Item]] = [(0, top)]
    for heading in headings:
        while path[-1][0] >= heading.depth:
            path.pop()
        item = _Item(file.reserve(), f"/Title{text(heading.name)}/Dest{places[f'section-{heading.number}']}")
        path[-1][1].under.append(item)
        path.append((heading.depth, item))
    _put(file, top, "")
    return top.number


def _put(file: File, item: _Item, around: str) -> None:
    under = item.under
    inside = f"/First {under[0].number} 0 R/Last {under[-1].number} 0 R/Count {item.count()}" if under else ""
    file.put(item.number, f"<<{item.said}{around}{inside}>>")
    for at, kid in enumerate(under):
        before = f"/Prev {under[at - 1].number} 0 R" if at else ""
        after = f"/Next {under[at + 1].number} 0 R" if at + 1 < len(under) else ""
        _put(file, kid, f"/Parent {item.number} 0 R{before}{after}")


def places_of(points: Mapping[str, tuple[int, float, float]], pages: Sequence[int]) -> dict[str, str]:
    """Write each place as a destination, by name."""
    return {name: f"[{pages[page]} 0 R/XYZ {x:.2f} {y:.2f} null]" for name, (page, x, y) in sorted(points.items())}
