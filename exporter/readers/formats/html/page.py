"""Hold a page while it is read: its boxes, lines, looks and pictures, and what is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.readers.content.looks import Look
from exporter.readers.formats.html.inlines import Inlines
from exporter.readers.formats.html.ordered import Ordered
from exporter.readers.lines.line import GridCell, Line


@dataclass(frozen=True, slots=True)
class Box:
    """A block element of the page: the box around it, and the reason if nothing in it is the document's."""

    parent: int
    name: str
    reason: str = ""
    label: str = ""
    """Its class and id."""


@dataclass(frozen=True, slots=True)
class Flowed:
    """A line of the page, the box it stands in, and how many of its characters are links."""

    line: Line
    box: int
    linked: int = 0


@dataclass(slots=True)
class WebPage:
    """A page as lines; `title` is the text of its title element."""

    boxes: list[Box] = field(default_factory=lambda: [Box(-1, "page")])
    lines: list[Flowed] = field(default_factory=list)
    title: str = ""
    looks: list[Look] = field(default_factory=list)
    pictures: list[Pictured] = field(default_factory=list)
    base: str = ""
    """The address that it gives for itself."""
    embedded: list[tuple[str, int]] = field(default_factory=list)
    """Addresses of what it shows from elsewhere, with the box each stands in."""
    formulas: int = 0
    relative: int = 0
    """Links to addresses that are whole only beside the page's own, which it does not give."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture of the page: where its tag begins and ends, its attributes, and the box it stands in."""

    start: int
    end: int
    attributes: dict[str, str]
    box: int


@dataclass(slots=True)
class Table:
    """A table that is open: its cells with the lines in them, and whether it holds another table."""

    rows: list[list[tuple[GridCell, list[Flowed]]]] = field(default_factory=list)
    nested: bool = False
    before: int = 0


@dataclass(slots=True)
class State:
    """What is open while a page is read."""

    text: str
    name: str
    page: WebPage = field(default_factory=WebPage)
    stack: list[tuple[str, int]] = field(default_factory=list)
    open_: dict[str, int] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    signs: dict[int, str] = field(default_factory=dict)
    """Place of a piece → what stands there in the place of its markup: a tick, a formula."""
    inline: int = 0
    links: int = 0
    linked: int = 0
    heading: int = 0
    pre: int = 0
    inlines: Inlines = field(default_factory=Inlines)
    ordered: list[Ordered | None] = field(default_factory=list)
    """The lists that are open; None: one without numbers."""
    number: tuple[int, int, str] | None = None
    """Place and text of the number that the next line begins with."""
