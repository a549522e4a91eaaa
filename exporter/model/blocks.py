"""Hold what a document says: runs of text, and the blocks that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter import display
from exporter.model.source import Span

RunRole: TypeAlias = Literal["plain", "strong", "emphasis", "lead", "figure", "mark", "link"]
Raised: TypeAlias = Literal["none", "super", "sub"]
EnglishStatus: TypeAlias = Literal["verified", "reviewed", "draft", "machine", "untranslated"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind inside a block."""

    text: str
    role: RunRole = "plain"
    """`lead`: an unnumbered opening phrase; `figure`: a fact's text; `mark`: a note's mark."""
    span: Span | None = None
    lang: str | None = None
    """None: the language of the block."""
    target: str | None = None
    """A fact's id (`figure`), a note's id (`mark`), an http, https or mailto address (`link`)."""
    raised: Raised = "none"
    """Set small above (`super`: the 2 of m²) or below (`sub`: the 2 of CO₂) the line."""
    struck: bool = False
    """Struck out by the source: shown struck, and no part of what the text says."""
    ruby: str = ""
    """How it is read, set above it: pó over 鄱."""

    def __repr__(self) -> str:
        return display.run(self)


Runs: TypeAlias = tuple[Run, ...]

ParagraphRole: TypeAlias = Literal[
    "body",
    "continued",
    "headline",
    "subtitle",
    "addressee",
    "closing",
    "signature",
    "date",
    "attachment",
    "document_number",
    "byline",
    "caption",
    "note",
    "provenance",
    "status",
    "copy_number",
    "secrecy",
    "urgency",
    "issuer_mark",
    "signatory",
    "remark",
    "copied_to",
    "issued",
]
"""What a paragraph is; `continued` is the rest of one that something stands in.

The last eight are parts of an official paper by GB/T 9704-2012: 份号, 密级和保密期限,
紧急程度, 发文机关标志, 签发人, 附注, 抄送机关, 印发机关和印发日期."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title is level 0. `number` is printed before `runs` as it stands (`（一）`)."""

    level: int
    runs: Runs
    number: str = ""
    run_in: bool = False
    """The heading opens the paragraph that follows it and is set in one line with it."""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, or a line with a part of its own in a formal document."""

    runs: Runs
    role: ParagraphRole = "body"
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `mark` is its printed number or bullet (`1.`, `①`, `一是`), part of the text."""

    mark: str
    runs: Runs
    level: int = 1
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Items that stand each in a line of their own."""

    items: tuple[ListItem, ...]
    lang: str = "zh-Hans"
    span: Span | None = None


Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; columns and rows that it covers are counted from its own place."""

    runs: Runs
    colspan: int = 1
    rowspan: int = 1
    align: Align = "left"
    lang: str | None = None
    """None: the language of the table."""
    span: Span | None = None


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first `header_rows` are headings and repeat on every page."""

    rows: tuple[Row, ...]
    header_rows: int = 1
    caption: Runs = ()
    widths: tuple[Decimal, ...] = ()
    """Relative column widths, or empty: shared by need."""
    lang: str = "zh-Hans"
    span: Span | None = None


Bound: TypeAlias = Literal["exact", "at_least", "at_most", "about", "nearly", "over", "range", "strive"]
BOUND_SIGNS: Mapping[Bound, str] = {"at_least": "≥", "at_most": "≤", "about": "≈", "nearly": "≈", "over": ">"}
"""What stands before a figure for its bound where there is no room for words."""
ChartKind: TypeAlias = Literal["bar", "column", "line", "dumbbell", "shares", "courses"]
"""`dumbbell`: a row for each category, the first series filled, the second a ring, its figures beside. `shares`: a bar
of a hundred for each category, the series side by side in it. `courses`: a panel for each category, the series its
points in time."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart, a value (or None) for each category."""

    name: str
    values: tuple[Decimal | None, ...]
    bounds: tuple[Bound, ...] = ()
    """A bound for each value; empty where all are exact."""
    uppers: tuple[Decimal | None, ...] = ()
    """The upper end of each value that is a range; empty where none is."""
    facts: tuple[str, ...] = ()
    """Ids of the figures shown; empty where they are no facts."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data, drawn by each renderer in its own way; `alt` says it in words."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    title: Runs = ()
    alt: str = ""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says in one language: a label, the figure, and a note (its change, its year)."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure in one or two languages; `fact` is the id of the figure it shows."""

    zh: CardFace | None
    en: CardFace | None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Key figures shown large, side by side."""

    cards: tuple[Card, ...]
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the source, with the line below it that names it.

    `image` is the hash of its bytes, which `Document.media` holds once; empty where the source only
    gives an address.
    """

    image: str = ""
    alt: str = ""
    """What it shows, in the source's words."""
    caption: Runs = ()
    address: str = ""
    width: Decimal | None = None
    """Width in mm that the source gives it; None: as its pixels ask for, 96 to the inch."""
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or glossary entry; `mark` is printed, `id` is what a `mark` run points to."""

    id: str
    mark: str
    runs: Runs
    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    lang: str = "zh-Hans"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage in two languages, kept together; `en` is empty where it is untranslated."""

    zh: tuple[Block, ...]
    en: tuple[Block, ...]
    status: EnglishStatus
    lang: str = "zh-Hans"
    span: Span | None = None


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Picture | Chart | Cards | Pair | Note | PageBreak
