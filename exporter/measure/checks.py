"""Check measured pages against a house style, and against GB/T 9704-2012 where the style takes its measures from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from exporter.measure.pages import Line, PageInk
from exporter.style import Style

MM = 25.4 / 72
ABOVE_BASE = 0.88
"""Share of a Chinese character's height above the base line (the ideographic em box of every common font)."""
TOLERANCE = 1.0
"""mm; GB/T 9704-2012, 5.2.1: 37 mm ± 1 mm, 28 mm ± 1 mm."""
SMALLEST = 7.5
"""pt; what can still be read in a brief."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing measured: what was expected, what was found.

    `passed` is None where it is not judged, or where no page shows it (`measured` is None).
    """

    clause: str
    what: str
    expected: float | str
    measured: float | str | None
    unit: str
    passed: bool | None
    place: str = ""
    """The words of the first paragraph that it speaks of, where it did not pass."""
    paragraphs: tuple[int, ...] = ()
    """Paragraphs of a Word file where it did not pass, from 1."""

    @property
    def verdict(self) -> str:
        """`passed`, `failed`, or `not_applicable`: not judged, or nothing there to be judged."""
        return {True: "passed", False: "failed", None: "not_applicable"}[self.passed]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages with their running heads and page numbers taken apart from the text."""

    pages: tuple[PageInk, ...]
    style: Style

    def text(self, page: PageInk) -> tuple[Line, ...]:
        """Give the lines inside the text block."""
        top, foot = self.style.page.top - 2, page.height - self.style.page.bottom + 1
        return tuple(line for line in page.lines if top <= line.base <= foot)

    def below(self, page: PageInk) -> tuple[Line, ...]:
        """Give the lines under the text block: the page number."""
        foot = page.height - self.style.page.bottom + 1
        return tuple(line for line in page.lines if line.base > foot)

    def full(self) -> tuple[tuple[PageInk, tuple[Line, ...]], ...]:
        """Give the pages of body text alone, at one pitch from the head to the foot, with their lines."""
        return tuple((page, lines) for page in self.pages if self._is_full(lines := self.text(page)))

    def inner_is_left(self, page: PageInk) -> bool:
        """Tell whether the binding edge is on the left."""
        return not self.style.page.mirrored or page.number % 2 == 1

    def _is_full(self, lines: Sequence[Line]) -> bool:
        body = self.style.text["body"]
        pitch = body.line * MM
        height = self.style.page.height - self.style.page.top - self.style.page.bottom
        if len(lines) < 2 or any(abs(line.size - body.size) > 0.3 for line in lines):
            return False
        if any(abs(below.base - above.base - pitch) > 0.3 for above, below in pairwise(lines)):
            return False
        return lines[-1].base - lines[0].base > height - 2.2 * pitch


Rule: TypeAlias = Callable[[Sheet], Iterator[Check]]


def check_pages(pages: Sequence[PageInk], style: Style, rules: Sequence[Rule] | None = None) -> tuple[Check, ...]:
    """Run rules over pages: those of every style, and GB/T 9704's where the style cites it."""
    sheet = Sheet(tuple(pages), style)
    chosen = (*GENERAL, *(OFFICIAL if is_official(style) else ())) if rules is None else rules
    return tuple(check for rule in chosen for check in rule(sheet))


def paper(sheet: Sheet) -> Iterator[Check]:
    """Check the size of the paper (5.1)."""
    clause = _clause(sheet.style, "page.width")
    wanted = sheet.style.page
    widths, heights = ([page.width for page in sheet.pages], [page.height for page in sheet.pages])
    yield _near(clause, "paper width", wanted.width, _furthest(widths, wanted.width), TOLERANCE)
    yield _near(clause, "paper height", wanted.height, _furthest(heights, wanted.height), TOLERANCE)


def letters(sheet: Sheet) -> Iterator[Check]:
    """Check the sizes of body and title; in a brief, of its smallest letters."""
    sizes = Counter(glyph.size for page in sheet.pages for line in sheet.text(page) for glyph in line.glyphs)
    if sheet.style.kind == "brief":  # cards, tables and notes: no size is that of its text
        least = round(min(sizes), 2) if sizes else None
        passed = None if least is None else least >= SMALLEST - 0.05
        yield Check("", "smallest letters, at least", SMALLEST, least, "pt", passed)
    else:
        body = sizes.most_common(1)[0][0] if sizes else None
        clause = _clause(sheet.style, "text.body.size")
        yield _near(clause, "body size", sheet.style.text["body"].size, body, 0.3, "pt")
    first = [line.size for line in sheet.text(sheet.pages[0])[:4]] if sheet.pages else []
    title = max(first, default=None)
    if title is not None and title > sheet.style.text["heading1"].size:
        expected = sheet.style.text["title"].size
        yield _near(_clause(sheet.style, "text.title.size"), "title size", expected, title, 0.3, "pt")


def inside_margins(sheet: Sheet) -> Iterator[Check]:
    """Check that nothing is set outside the text block; hanging marks may go half a character over."""
    page, body = sheet.style.page, sheet.style.text["body"]
    over: list[float] = []
    for one in sheet.pages:
        left, right = (page.inside, page.outside) if sheet.inner_is_left(one) else (page.outside, page.inside)
        for line in sheet.text(one):
            over.append(max(left - line.left, line.right - (one.width - right)))
    yield _near("", "text beyond the margins, at most", 0.0, max([0.0, *over]) if over else None, body.size * MM / 2)


def grid(sheet: Sheet) -> Iterator[Check]:
    """Check lines a page and characters a line on full pages (5.2.3)."""
    page = sheet.style.page
    counts = Counter(len(lines) for _, lines in sheet.full())
    if page.lines is not None:
        found = counts.most_common(1)[0][0] if counts else None
        yield _near(_clause(sheet.style, "page.lines"), "lines on a full page", page.lines, found, 0.1, "")
    if page.characters is not None:
        wide = Counter(
            len(line.glyphs) for _, lines in sheet.full() for line in lines if _is_solid(line, sheet.style.measure)
        )
        found = wide.most_common(1)[0][0] if wide else None
        clause = _clause(sheet.style, "page.characters")
        yield _near(clause, "characters on a full line", page.characters, found, 0.1, "")


def block(sheet: Sheet) -> Iterator[Check]:
    """Check the white at the head and the binding edge, and the type area (5.2.1).

    Heights go from the top of the first line's characters to the foot of the last one's, each as
    high as its size (字身): how much of that a font fills with ink is its own affair, and told apart.
    """
    heads, feet, inner, widths, ink = [], [], [], [], []
    for page, lines in sheet.full():
        heads.append(lines[0].base - ABOVE_BASE * lines[0].size * MM)
        feet.append(lines[-1].base + (1 - ABOVE_BASE) * lines[-1].size * MM)
        ink.append(_han_top(lines[0]))
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        inner.append(left if sheet.inner_is_left(page) else page.width - right)
        widths.append(right - left)
    clause = "5.2.1"
    yield _near(clause, "white above the first line (天头)", 37.0, _median(heads), TOLERANCE)
    yield replace(_near(clause, "white above the first line's ink", 37.0, _median(ink), TOLERANCE), passed=None)
    yield _near(clause, "white at the binding edge (订口)", 28.0, _median(inner), TOLERANCE)
    yield _near(clause, "width of the type area (版心)", 156.0, _median(widths), TOLERANCE)
    heights = [foot - head for head, foot in zip(heads, feet, strict=True)]
    yield _near(clause, "height of the type area (版心)", 225.0, _median(heights), TOLERANCE)


def page_number(sheet: Sheet) -> Iterator[Check]:
    """Check the page number's size, its distance from the type area and from its outer edge (7.5)."""
    number = sheet.style.page_number
    found = [(page, sheet.below(page)[0]) for page in sheet.pages if sheet.below(page)]
    sizes = [line.size for _, line in found]
    yield _near(_clause(sheet.style, "page_number.size"), "page number size", number.size, _median(sizes), 0.3, "pt")
    foot = sheet.pages[0].height - _ink_foot(sheet.style) if sheet.pages else 0.0
    drops = [(line.top + line.bottom) / 2 - foot for _, line in found]
    clause = _clause(sheet.style, "page_number.below")
    yield _near(clause, "page number below the type area", number.below, _median(drops), TOLERANCE)
    if number.place == "outside":
        edge = number.indent * number.size * MM
        gaps = [_outer_gap(sheet, page, line) for page, line in found]
        clause = _clause(sheet.style, "page_number.indent")
        yield _near(clause, "page number from the outer edge", edge, _median(gaps), TOLERANCE)


GENERAL: tuple[Rule, ...] = (paper, letters, inside_margins)
OFFICIAL: tuple[Rule, ...] = (grid, block, page_number)
ON_PAGES: tuple[Rule, ...] = (inside_margins, *OFFICIAL)
"""What the pages of a Word file show beside what the file says of itself."""


def is_official(style: Style) -> bool:
    """Tell whether a style takes its measures from GB/T 9704."""
    evidence = style.evidence.get("page.inside")
    return evidence is not None and "9704" in evidence.source


def _clause(style: Style, token: str) -> str:
    evidence = style.evidence.get(token)
    return evidence.clause if evidence else ""


def _near(clause: str, what: str, expected: float, measured: float | None, tolerance: float, unit: str = "mm") -> Check:
    passed = None if measured is None else abs(measured - expected) <= tolerance
    return Check(clause, what, round(expected, 2), None if measured is None else round(measured, 2), unit, passed)


def _furthest(values: Sequence[float], wanted: float) -> float | None:
    return max(values, key=lambda value: abs(value - wanted), default=None)


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None


def _is_solid(line: Line, measure: float) -> bool:
    """Whether a line is Han and full-width marks from edge to edge, so that its characters can be counted."""
    wide = all(glyph.text >= "\u2e80" or glyph.text in "“”‘’…—·" for glyph in line.glyphs)
    first, last = line.glyphs[0], line.glyphs[-1]
    pitch = (last.x - first.x) / max(1, len(line.glyphs) - 1)
    return wide and len(line.glyphs) > 1 and last.x + pitch - first.x > measure * 0.97


def _han_top(line: Line) -> float:
    return min((glyph.top for glyph in line.glyphs if glyph.is_han), default=line.top)


def _ink_foot(style: Style) -> float:
    """Give the distance in mm from the paper's edge to the foot of the last line's characters."""
    body = style.text["body"]
    return style.page.bottom + (body.line - body.size) / 2 * MM


def _outer_gap(sheet: Sheet, page: PageInk, line: Line) -> float:
    outside = sheet.style.page.outside
    return page.width - outside - line.right if sheet.inner_is_left(page) else line.left - outside
