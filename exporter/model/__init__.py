"""Hold a formal document as frozen data: its blocks, its figures, and the place of each in the source.

Every offset counts characters of `Origin.text`, the decoded and unaltered source, and every
`Span` is half-open. The `account` of a document tiles that text: nothing of the source is in
none of its regions, and nothing is in two.
"""

from __future__ import annotations

from exporter.model.blocks import (
    Align,
    Block,
    Bound,
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    ChartKind,
    EnglishStatus,
    Heading,
    ListBlock,
    ListItem,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    ParagraphRole,
    Picture,
    Raised,
    Row,
    Run,
    RunRole,
    Runs,
    Series,
    Table,
)
from exporter.model.document import DocType, Document, Medium, Metadata, PersonalTerm
from exporter.model.facts import ChangeKind, Fact, FactKind, Measure, PeriodType, Stretch, StretchRole
from exporter.model.source import Alteration, Notice, NoticeLevel, Origin, Region, RegionKind, Source, Span
from exporter.model.text import all_lines, heading_text, line_at, lines_of, plain, printed, spoken, with_readings

MODEL_VERSION = 2
"""Version of this model; written into every JSON file and checked on reading."""

__all__ = [
    "MODEL_VERSION",
    "Align",
    "Alteration",
    "Block",
    "Bound",
    "Card",
    "CardFace",
    "Cards",
    "Cell",
    "ChangeKind",
    "Chart",
    "ChartKind",
    "DocType",
    "Document",
    "EnglishStatus",
    "Fact",
    "FactKind",
    "Heading",
    "ListBlock",
    "ListItem",
    "Measure",
    "Medium",
    "Metadata",
    "Note",
    "Notice",
    "NoticeLevel",
    "Origin",
    "PageBreak",
    "Pair",
    "Paragraph",
    "ParagraphRole",
    "PeriodType",
    "PersonalTerm",
    "Picture",
    "Raised",
    "Region",
    "RegionKind",
    "Row",
    "Run",
    "RunRole",
    "Runs",
    "Series",
    "Source",
    "Span",
    "Stretch",
    "StretchRole",
    "Table",
    "all_lines",
    "heading_text",
    "line_at",
    "lines_of",
    "plain",
    "printed",
    "spoken",
    "with_readings",
]
