"""Hold what one Word file gathers while its body is written: notes, links, charts, lists, bookmarks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from exporter.model import (
    Alteration,
    Block,
    Cards,
    Chart,
    Document,
    Fact,
    Heading,
    ListBlock,
    Medium,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Runs,
    Table,
)
from exporter.renderers.layout.footnotes import under_a_heading
from exporter.renderers.layout.forms import Form
from exporter.renderers.layout.sheets import Sheet
from exporter.renderers.layout.typed_lines import Typed, typed_lines
from exporter.renderers.word.body.lists import Counting
from exporter.renderers.word.official.direct import PLAIN, Direct
from exporter.renderers.word.official.forms import form_of
from exporter.renderers.word.parts.embedding import FontFile
from exporter.renderers.word.parts.fonts import WordFonts, word_fonts
from exporter.renderers.word.parts.sections import Furniture
from exporter.style import Style


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: how wide it may be, and in what."""

    width: float
    """mm."""
    cell: bool = False
    """In a table cell."""
    english: bool = False
    """On the English side of a pair: its headings are not headings of the document."""
    break_before: bool = False
    """Begins on a new page."""
    drop: int = 0
    """Twips above its first line, so that it stands level with the line beside it."""
    keep: bool = False
    """Stays on the page of what follows."""
    direct: Direct = PLAIN
    """What its part in the document changes about one paragraph."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the contents show it."""

    level: int
    text: str
    anchor: str


@dataclass(slots=True)
class Writing:
    """What is gathered while a body is written; the one thing here that changes."""

    style: Style
    fonts: WordFonts
    notes: Mapping[str, Note]
    """Notes by id that some mark points to: these become footnotes, but for those under a heading of their own."""
    sources: Mapping[str, str]
    """Id of a figure to the bookmark of the note that says where it stands."""
    listed: Mapping[str, str]
    """Id of a note that stays under the document's own heading (名词解释) to its bookmark."""
    facts: Sequence[Fact]
    """Sorted by span."""
    starts: Sequence[int]
    alterations: Sequence[Alteration]
    typed: Typed = field(default_factory=dict)
    """Where the lines of titles end in the source."""
    form: Form = "paper"
    depth: int = 0
    """Lowest level of the headings that the contents show; 0: there are no contents."""
    footnotes: dict[str, int] = field(default_factory=dict)
    """Note id to the number of its footnote."""
    links: dict[str, str] = field(default_factory=dict)
    """Address to relation id."""
    charts: list[Chart] = field(default_factory=list)
    media: Mapping[str, Medium] = field(default_factory=dict)
    """Bytes of the document's pictures, by hash."""
    pictures: dict[str, str] = field(default_factory=dict)
    """Hash of each picture shown to its relation id."""
    drawings: int = 0
    furniture: tuple[Furniture, ...] = ()
    """Heads and feet of the file's own pages; none: it is written into pages of somebody else's."""
    sheet: Sheet = "upright"
    """The sheet that is written on."""
    font_files: tuple[FontFile, ...] = ()
    """Fonts that the file carries."""
    foot: float = 0.0
    """pt that the imprint takes up, where it stands below what is written."""
    started: bool = False
    """Something is written."""
    sections: int = 0
    """Sections that have ended."""
    turned: bool = False
    """Some sheet lay on its side."""
    lists: list[Counting] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    """Fact id to the bookmark that stands around it."""
    bookmarks: int = 0

    def bookmark(self) -> int:
        """Give the number of a new bookmark."""
        self.bookmarks += 1
        return self.bookmarks

    def figure(self, fact: str) -> str | None:
        """Give the name of the bookmark for a figure's first place, or None where it has one already."""
        if fact in self.figures:
            return None
        plain = re.fullmatch(r"[A-Za-z0-9_]{1,30}", fact)
        name = f"_fig_{fact}" if plain else f"_fig__{len(self.figures)}"
        self.figures[fact] = name
        return name

    def facts_within(self, runs: Runs) -> Iterator[Fact]:
        """Give the facts that lie inside the source of some runs."""
        spans = [run.span for run in runs if run.span is not None]
        if not spans or not self.facts:
            return
        end = max(span.end for span in spans)
        for fact in self.facts[bisect_left(self.starts, min(span.start for span in spans)) :]:
            if fact.span.start >= end:
                return
            if fact.span.end <= end:
                yield fact


def begin(document: Document, style: Style) -> Writing:
    """Start the writing of a document."""
    blocks = (*document.blocks, *document.appendix)
    marked = {run.target for runs in _all_runs(blocks) for run in runs if run.role == "mark" and run.text}
    facts = sorted(document.facts, key=lambda fact: (fact.span, fact.id))
    known = {fact.id for fact in facts} - marked
    listed = under_a_heading(document) & marked
    every = Counter(block.id for block in _flat(blocks) if isinstance(block, Note))
    noted = [id for id in every if id in known and every[id] == 1]
    return Writing(
        style=style,
        fonts=word_fonts(style),
        notes={block.id: block for block in _flat(blocks) if isinstance(block, Note) and block.id in marked - listed},
        sources={id: f"_source_{number}" for number, id in enumerate(noted, 1)},
        listed={id: f"_listed_{number}" for number, id in enumerate(sorted(listed), 1) if every[id] == 1},
        facts=facts,
        starts=[fact.span.start for fact in facts],
        alterations=document.alterations,
        typed=typed_lines(document) if style.kind == "document" else {},
        form=form_of(document),
        media={one.sha256: one for one in document.media},
    )


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Pair):
            yield from _flat((*block.zh, *block.en))
        else:
            yield block


def _all_runs(blocks: Iterable[Block]) -> Iterator[Runs]:
    """Give the runs in which a mark may become a footnote's; a footnote has no footnotes."""
    for block in _flat(blocks):
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield runs
            case ListBlock(items=items):
                yield from (item.runs for item in items)
            case Table(rows=rows):
                yield from (cell.runs for row in rows for cell in row)
            case Picture(caption=caption):
                yield caption
            case Chart() | Cards() | Note() | PageBreak() | Pair():
                continue
            case _:
                assert_never(block)


def flow_of(place: Place) -> str:
    """Write how a paragraph stands to the pages: with what follows or not, on a page of its own."""
    return keep_of(place) + ("<w:pageBreakBefore/>" if place.break_before else "")


def keep_of(place: Place) -> str:
    """Write whether a paragraph stays on the page of what follows, where its style does not say it."""
    kept = place.keep or place.direct.keep
    return "<w:keepNext/>" if kept else '<w:keepNext w:val="0"/>' if place.direct.free else ""
