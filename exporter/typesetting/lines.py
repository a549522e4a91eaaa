"""Say what goes into the composer and what comes out: runs of text and settings in, finished lines out.

Lengths are in pt and run to the right from the left edge of the measure, unless a line says em.
Offsets count characters of the paragraph: the text of all its runs, joined.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from exporter.typesetting.metrics import Metrics
from exporter.typesetting.units import UNITS

Level: TypeAlias = Literal["basic", "gb", "strict"]
"""Line-break prohibition (CLREQ 3.1.5): `basic`; `gb` also bars a solidus at a line end; `strict`
also bars —— and …… at a line start."""
Mode: TypeAlias = Literal["greedy", "optimal"]
"""`optimal` weighs all lines of a paragraph together; `greedy` fills one line after the other."""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of a paragraph in one font, size and language."""

    text: str
    metrics: Metrics
    size: float
    lang: str = "zh-Hans"
    """Quotation marks and hyphens follow it: full-width marks in `zh`, word marks elsewhere."""
    tracking: float = 0.0
    """pt added to each character (negative: taken away)."""
    unbroken: bool = False
    """The run is kept on one line where it fits on one."""
    attached: bool = False
    """No line begins with the run, and no space is put beside it (the mark of a note)."""
    role: str = "plain"
    """Carried for the renderer; the composer does not look at it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How wide a space may be, in em: least, normal, and most before other gaps have to help."""

    least: float
    normal: float
    most: float


HAN_LATIN = Gap(1 / 6, 1 / 4, 0.32)
"""Between Han and Latin letters or digits; inside CLREQ's 1/8 to 1/3 em by a rounding error of renderers."""
WORD = Gap(1 / 4, 0.0, 1 / 2)
"""Between words (CLREQ 3.2.3: ¼ to ½ em)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a paragraph is set."""

    measure: float
    """Length of a full line in pt."""
    indent: float = 0.0
    """First line, in pt."""
    level: Level = "gb"
    mode: Mode = "optimal"
    justify: bool = True
    """False: lines keep their natural width (ragged right)."""
    hyphenate: bool = True
    """Words of runs in a language written with an alphabet (`en`, `de` …) may be hyphenated."""
    tolerance: float = 0.1
    """em by which a gap between characters may grow before a line counts as too loose."""
    line_cost: float = 0.0
    """Added to the cost of each line: above 0 a paragraph takes fewer lines where it can, below 0 more."""
    last: int = 2
    """Characters, marks not counted, that a last line must have (孤字, CLREQ 3.1.6)."""
    han_latin: Gap = HAN_LATIN
    word: Gap = WORD
    """`normal` 0 is the width of the font's own space."""
    units: tuple[str, ...] = field(default=UNITS, repr=False)
    """Words that stay with the number they follow."""
    breaks: tuple[int, ...] = ()
    """Places in the text at which a line ends, whatever else there is."""


class Piece(NamedTuple):
    """Characters that stand side by side on a line, with one distance between them.

    A renderer that draws puts the glyphs of `text` at `x`, each followed by its own advance and
    `spacing`. A renderer that flows sets `letter-spacing: spacing` and, since that also follows
    the last character, a right margin of `after - spacing`; the first piece of a line needs a left
    margin of `x` less the line's indent where that is not zero. Halved marks need no font feature:
    their blank half is already taken off `x` or `after`.
    """

    text: str
    run: int
    """Which of the runs given to `compose`."""
    start: int
    """Offset of the first character in the paragraph (of an added hyphen: where it is added)."""
    x: float
    """Left edge of the first character's full advance; less than zero where its left half is cut."""
    width: float
    """Advances, and `spacing` between characters; without what follows the last one."""
    spacing: float
    """pt between characters, beyond their advances: tracking and justification."""
    after: float
    """pt from the end of `width` to the next piece's `x`; 0 at the line end, or minus a cut half."""
    halved_first: bool = False
    """The first character is a mark that has lost its left half."""
    halved_last: bool = False
    """The last character is a mark that has lost its right half."""
    added: bool = False
    """A hyphen that is not in the text."""


class Line(NamedTuple):
    """A finished line; `"".join(p.text for p in pieces if not p.added) + tail` is its text."""

    pieces: tuple[Piece, ...]
    start: int
    end: int
    """The paragraph's characters from `start` to `end` (exclusive) are on this line."""
    x: float
    """Where the line begins: the indent of a first line, else 0."""
    natural: float
    """Width before justification, in pt."""
    width: float
    """Width as set: from `x` to the right edge of the last character, cut halves not counted."""
    tail: str = ""
    """Spaces and line ends that the line break has swallowed."""
    last: bool = False
    """Ends the paragraph, or stands before a line end in the text; never stretched."""
    flush: bool = False
    """Its right edge is the measure, to 0.01 pt."""
