"""Set text as strips: a line for each, told what it may do at a page break and which notes it brings along."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from math import inf
from typing import NamedTuple, TypeAlias

from exporter.model import Medium, Runs, plain
from exporter.renderers.fonts.faces import Faces
from exporter.renderers.fonts.subset import ASCENT
from exporter.renderers.layout.composition import Composed, Part, scaled, set_anew, set_parts
from exporter.renderers.layout.items import Ink, Laid, Words, stacked
from exporter.renderers.layout.structure import ROOT, Structure
from exporter.renderers.layout.typed_lines import Typed
from exporter.style import Style, TextRole, TextStyle
from exporter.typesetting import Strip


class Column(NamedTuple):
    """What of a frame a paragraph is set by; it leads to no book: what is laid out is freed when it is let go."""

    style: Style
    faces: Faces
    measure: float
    x: float
    running: bool


@dataclass(slots=True)
class Passage:
    """A paragraph as it was set last, and the notes that it is the first to mark."""

    parts: tuple[Part, ...]
    column: Column
    composed: Composed
    owners: tuple[int, ...] = ()
    """The element of each part."""
    ink: tuple[Ink, ...] = ()
    notes: tuple[str, ...] = ()
    group: int = 0
    staying: int = 0
    """How many of its last lines stay on the page of what follows."""


Passages: TypeAlias = dict[tuple[tuple[Part, ...], float], deque[Passage]]
"""Passages by what they say and how wide they are; equal ones in the order of the document."""


@dataclass(frozen=True, slots=True)
class Book:
    """What has been set of a document, and what is still to be placed."""

    feet: Mapping[str, Sequence[Laid]]
    """Notes for the foot of a page, by identifier."""
    places: Iterator[tuple[int, int]]
    """Place and depth in the outline of the next heading."""
    structure: Structure
    passages: Passages = field(default_factory=dict)
    groups: list[Passage] = field(default_factory=list)
    """Paragraphs by the number of their group."""
    noted: set[str] = field(default_factory=set)
    """Notes whose mark has been met."""
    media: Mapping[str, Medium] = field(default_factory=dict)
    """Bytes of pictures, by hash."""
    typed: Typed = field(default_factory=dict)
    """Where the lines of titles end in the source."""


class Frame(NamedTuple):
    """What every block needs to know: the style, the faces, the width it has, and how far right it begins."""

    style: Style
    faces: Faces
    book: Book
    measure: float
    x: float = 0.0
    running: bool = False
    """Text that runs through the pages: it may be set anew to fill them, and brings its notes to their feet."""
    turns: bool = False
    """A table too wide for the measure may stand on its side."""
    within: int = ROOT
    """The element that blocks hang under."""

    @property
    def column(self) -> Column:
        """What of it a paragraph is set by."""
        return Column(self.style, self.faces, self.measure, self.x, self.running)

    def add(self, kind: str, lang: str = "", *, said: str = "", note: str = "") -> int:
        """Add an element here, and give its place."""
        return self.book.structure.add(kind, self.within, lang or self.faces.lang, said=said, note=note)

    def inside(self, kind: str, lang: str = "") -> Frame:
        """Give the frame of what hangs under a new element."""
        return self._replace(within=self.add(kind, lang))


def set_text(
    runs: Runs,
    role: TextRole,
    lang: str,
    frame: Frame,
    ink: tuple[Ink, ...] = (),
    own: TextStyle | None = None,
    owner: int | None = None,
) -> Iterator[Laid]:
    """Set a paragraph of one part; `owner` is its element, None: a paragraph."""
    element = frame.add("P", lang) if owner is None else owner
    typed = frame.book.typed.get(plain(runs), ()) if frame.book.typed else ()
    return set_passage((Part(runs, role, lang, own=own, typed=typed),), frame, (element,), ink)


def set_passage(
    parts: tuple[Part, ...], frame: Frame, owners: tuple[int, ...], ink: tuple[Ink, ...] = ()
) -> Iterator[Laid]:
    """Set a paragraph: a strip for each line, white before the first and after the last."""
    book = frame.book
    passage = _kept(parts, frame, owners)
    passage.ink, passage.group = ink, len(book.groups)
    if frame.running and book.feet:
        targets = (run.target or "" for part in parts for run in part.runs if run.role == "mark")
        passage.notes = tuple(dict.fromkeys(id for id in targets if id in book.feet and id not in book.noted))
        book.noted.update(passage.notes)
    book.groups.append(passage)
    return lines_of(passage, book.feet)


def set_standing(part: Part, frame: Frame, down: float, owner: int) -> tuple[float, tuple[Words, ...]]:
    """Set text that stands still: its height, and its lines from `down` on."""
    passage = _kept((part,), frame, (owner,))
    text, count = scaled(part, frame.style), len(passage.composed.lines)
    return text.line * count, tuple(_words(passage, at, text, down + at * text.line) for at in range(count))


def set_otherwise(passage: Passage, by: int) -> Passage | None:
    """Set a paragraph in so many lines more; None where it cannot be set so."""
    column, usual = passage.column, passage.composed
    composed = set_anew(usual, passage.parts, column.style, column.faces, column.measure, by)
    return None if composed is usual else replace(passage, composed=composed)


def _kept(parts: tuple[Part, ...], frame: Frame, owners: tuple[int, ...]) -> Passage:
    passage = Passage(parts, frame.column, set_parts(parts, frame.style, frame.faces, frame.measure), owners)
    frame.book.passages.setdefault((parts, frame.measure), deque()).append(passage)
    return passage


def lines_of(passage: Passage, feet: Mapping[str, Sequence[Laid]]) -> Iterator[Laid]:
    """Give a strip for each line of a paragraph; `feet`: notes for the foot of a page."""
    column, composed = passage.column, passage.composed
    text = scaled(passage.parts[-1], column.style)
    last = len(composed.lines) - 1
    longer, shorter = _strains(composed, text, column.measure) if column.running else (inf, inf)
    notes = _notes_by_line(passage) if passage.notes else {}
    opening = min(_lines_of_heading(passage), last)
    for at in range(len(composed.lines)):
        own = tuple(notes.get(at, ()))
        strip = Strip(
            text.line,
            text.before if at == 0 else 0.0,
            text.after if at == last else 0.0,
            keep_next=text.keep_next or at > last - passage.staying or at < opening,
            group=passage.group,
            foot=sum(stacked(feet[id])[-1] for id in own),
            longer=longer if at == 0 else inf,
            shorter=shorter if at == 0 else inf,
        )
        yield Laid(strip, (*(passage.ink if at == 0 else ()), _words(passage, at, text)), own)


def _lines_of_heading(passage: Passage) -> int:
    """Count the lines of a heading that opens a paragraph: the text goes on behind them on their page."""
    if len(passage.parts) == 1:
        return 0
    sources = passage.composed.sources
    headed = (any(sources[piece.run].part == 0 for piece in line.pieces) for line in passage.composed.lines)
    return sum(takewhile(bool, headed))


def _words(passage: Passage, at: int, text: TextStyle, down: float = 0.0) -> Words:
    column, composed = passage.column, passage.composed
    pitch = text.size + text.tracking
    room = column.measure - (text.left + text.right) * pitch
    width = composed.lines[at].width
    free = {"center": (room - width) / 2, "right": room - width}.get(composed.align, 0.0)
    baseline = (text.line - text.size) / 2 + ASCENT * text.size
    return Words(column.x + text.left * pitch + free, down + baseline, composed, at, passage.owners)


def _strains(composed: Composed, text: TextStyle, measure: float) -> tuple[float, float]:
    """Say how many em each line must give away for one line more, or take in for one line less; `inf`: too many."""
    count = len(composed.lines)
    if text.keep_next or composed.align != "justify" or not 1 < count <= _LONGEST:
        return inf, inf
    last = composed.lines[-1].natural
    longer = ((measure - last) / text.size + 2) / count
    shorter = last / text.size / (count - 1)
    return longer if longer <= _GIVEN_AWAY else inf, shorter if shorter <= _TAKEN_IN else inf


_LONGEST = 60
"""Lines; a longer paragraph is not set twice."""
_GIVEN_AWAY = 1.8
"""em a line; the composer's tolerance of a tenth of an em between characters allows somewhat more."""
_TAKEN_IN = 0.9
"""em a line: what its marks and spaces give."""


def _notes_by_line(passage: Passage) -> dict[int, list[str]]:
    left = set(passage.notes)
    found: dict[int, list[str]] = {}
    for at, line in enumerate(passage.composed.lines):
        for piece in line.pieces:
            run = passage.composed.sources[piece.run].run
            if run.role == "mark" and run.target in left:
                left.discard(run.target)
                found.setdefault(at, []).append(run.target)
    return found
