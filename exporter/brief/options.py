"""Say what a brief should hold, as a small typed object."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Literal, TypeAlias, get_args

from exporter.english.exchange.segments import Segment
from exporter.errors import require, require_among, require_between
from exporter.model import Document, Medium
from exporter.style import Style, load_style

Languages: TypeAlias = Literal["zh-en", "zh", "en"]
Section: TypeAlias = Literal[
    "findings",
    "cards",
    "panels",
    "shares",
    "courses",
    "admitted",
    "priorities",
    "outcomes",
    "targets",
    "chart",
    "projects",
    "commitments",
    "outline",
    "glossary",
]
SECTIONS: tuple[Section, ...] = get_args(Section)
MOST_PAGES = 20


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
    logo: Medium | None = None
    """The house's own, as wide as the style says; it opens the brief."""
    previous: Document | None = None
    """Last year's report with its facts: its targets are set beside what became of them."""

    def __post_init__(self) -> None:
        require_between(self.pages, 1, MOST_PAGES, "pages")
        require_among(self.languages, get_args(Languages), "languages")
        require(self.style, Style, "style", "give exporter.load_style(name)")
        require(self.sections, tuple, "sections", "give a tuple of names")
        for one in self.sections:
            require_among(one, SECTIONS, "sections")
