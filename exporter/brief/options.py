"""Say what a brief should hold, as a small typed object."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Literal, TypeAlias, get_args

from exporter.english.exchange.segments import Segment
from exporter.model import Document
from exporter.style import Style, load_style

Languages: TypeAlias = Literal["zh-en", "zh", "en"]
Section: TypeAlias = Literal[
    "findings",
    "cards",
    "outcomes",
    "targets",
    "chart",
    "panels",
    "admitted",
    "priorities",
    "projects",
    "commitments",
    "outline",
    "glossary",
]
SECTIONS: tuple[Section, ...] = get_args(Section)


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What a brief holds and how long it is."""

    pages: int = 2
    languages: Languages = "zh-en"
    sections: tuple[Section, ...] = SECTIONS
    style: Style = field(default_factory=partial(load_style, "brief"))
    """The style that it will be printed in: its measures say what fits."""
    room: float = 1.0
    """Share of each page that may be filled: less, where the printed brief came out longer than foreseen."""
    english: tuple[Segment, ...] = ()
    """English of passages that the rules leave in Chinese, from a memory or a translator."""
    previous: Document | None = None
    """Last year's report with its facts: its targets are set beside what became of them."""
