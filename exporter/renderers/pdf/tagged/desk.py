"""Hold what lies ready while pages are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from exporter.renderers.fonts.faces import Faces
from exporter.renderers.layout.items import Place
from exporter.renderers.pdf.tagged.content import Pen
from exporter.renderers.pdf.tagged.file import File
from exporter.renderers.pdf.tagged.images import Images
from exporter.renderers.pdf.tagged.structure import Tree
from exporter.style import Style


class Drawn(NamedTuple):
    """A page: its content, and its links."""

    content: bytes
    links: tuple[int, ...]


@dataclass(slots=True)
class Desk:
    """What lies ready while pages are drawn, and what is noted down."""

    file: File
    style: Style
    faces: Faces
    pen: Pen
    tree: Tree
    notes: Mapping[str, str]
    """Names of the places of notes, by identifier."""
    said: Mapping[str, str]
    """What stands at a place, by its name."""
    pages: Mapping[int, int]
    """Page of each heading, from 1."""
    feet: frozenset[str]
    """Notes that hang where their mark is."""
    images: Images
    linked: bool = True
    """Paper has no links."""
    places: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    """Page and point of each place that links lead to."""
    headings: list[Place] = field(default_factory=list)
