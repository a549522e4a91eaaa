"""Fit a brief to its pages: take in what matters most first, as long as it has room, and share it out among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple

from exporter.brief.heights import Ruler
from exporter.brief.sharing import EMPTY, FULL, HELD, WHOLE, Part, Piece, cut, emptiest, fill, joined, pages_of, share
from exporter.model import Block, Cards, Medium, PageBreak, Table
from exporter.style import Style


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each section a brief holds, at the most."""

    findings: int = 6
    cards: int = 8
    panels: int = 80
    """Figures of all themes."""
    chart: int = 1
    """The chart of results beside targets, or not."""
    targets: int = 30
    outcomes: int = 30
    admitted: int = 12
    priorities: int = 14
    projects: int = 14
    commitments: int = 60
    outline: int = 40
    glossary: int = 40
    shares: int = 1
    """The bars of the sectors of industry, or not."""
    courses: int = 6
    """Panels of changes over several years."""
    later: int = 8
    """Targets for later years."""


NOTHING = replace(Amounts(*(0 for _ in fields(Amounts))), cards=3)
FILLING: tuple[tuple[str, int], ...] = (
    ("chart", 1),
    ("cards", 4),
    ("findings", 2),
    ("targets", 6),
    ("cards", 8),
    ("admitted", 2),
    ("priorities", 14),
    ("findings", 6),
    ("outcomes", 8),
    ("later", 4),
    ("admitted", 5),
    ("targets", 14),
    ("later", 8),
    ("admitted", 12),
    ("courses", 3),
    ("panels", 4),
    ("shares", 1),
    ("courses", 6),
    ("panels", 7),
    ("panels", 14),
    ("projects", 14),
    ("commitments", 3),
    ("panels", 21),
    ("outcomes", 30),
    ("commitments", 5),
    ("panels", 35),
    ("commitments", 8),
    ("glossary", 6),
    ("outline", 12),
    ("commitments", 12),
    ("targets", 20),
    ("outline", 40),
    ("glossary", 16),
    ("commitments", 60),
    ("targets", 30),
    ("glossary", 40),
    ("panels", 80),
)
"""What is taken in, the most important first: a section, and how much of it."""

MANY = 2
"""Pages beyond which a brief has one fewer rather than one that is left too empty."""
RULES = 10.0
"""pt that the rules under the masthead and above the provenance take."""
Build = Callable[[Amounts], Sequence[Part]]


class Fitted(NamedTuple):
    """A brief that keeps to its pages, and in words what was left out for that."""

    blocks: tuple[Block, ...]
    dropped: tuple[str, ...]
    pages: int
    """Fewer than asked for where there is too little to show."""
    filled: float
    """Share of its pages that it fills."""


def fitted(build: Build, style: Style, pages: int, room: float = 1.0, logo: Medium | None = None) -> Fitted:
    """Build a brief that holds as much as `pages` take, what matters most first, and is shared out evenly among them.

    `room` is the share of each page that may be filled. What does not fill its pages gets fewer, and those full.
    """
    fitter = _Fitter(build, Ruler(style, logo), pages, room)
    amounts = fitter.rounded(_filled(fitter, NOTHING))
    if pages > 1 and fitter.filled(amounts) < FULL:
        return fitted(build, style, pages - 1, room, logo)
    sheets = fitter.shared_out(amounts)
    if len(sheets) > 1 and fitter.emptiest(sheets) < EMPTY:  # sections are cut, and there is room for more
        fitter = replace(fitter, kept=HELD)
        amounts = fitter.rounded(_filled(fitter, amounts))
        sheets = fitter.shared_out(amounts)
    if min(pages, len(sheets)) > MANY and fitter.emptiest(sheets) < FULL:
        return fitted(build, style, pages - 1, room, logo)
    return Fitted(tuple(_paged(sheets)), tuple(_dropped(amounts, build)), len(sheets), fitter.filled(amounts))


def _filled(fitter: _Fitter, amounts: Amounts) -> Amounts:
    """Take in as much as has room, what matters most first."""
    full = set[str]()
    for section, most in FILLING:
        if section in full:  # there was no room for more of it, and there is less now
            continue
        amounts = fitter.roomiest(amounts, section, most)
        if getattr(amounts, section) < most:
            full.add(section)
    return amounts


@dataclass(frozen=True, slots=True)
class _Fitter:
    build: Build
    ruler: Ruler
    pages: int
    room: float
    kept: float = WHOLE
    """Share of a page up to which a section stays whole."""
    _cut: dict[tuple[int, float], tuple[Part, list[Piece]]] = field(default_factory=dict)
    """Pieces of parts, by identity and the share of a page that is kept whole: what is built again is the same."""

    def roomiest(self, amounts: Amounts, section: str, most: int) -> Amounts:
        """Give a section as much as has room beside the others, up to `most`."""
        low, high = getattr(amounts, section), most
        if low >= most or self._fits(full := replace(amounts, **{section: most})):
            return amounts if low >= most else full
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._fits(replace(amounts, **{section: middle})) else (low, middle)
        return replace(amounts, **{section: low})

    def rounded(self, amounts: Amounts) -> Amounts:
        """Leave out what would stand alone: a row of a chart, a term, a task of several."""
        least = {"courses": 2, "glossary": 2, "priorities": 2, "outline": 3, "commitments": 2}
        alone = {name: 0 for name, count in least.items() if getattr(amounts, name) < count}
        return replace(amounts, **alone)

    def shared_out(self, amounts: Amounts) -> list[Sequence[Piece]]:
        """Share what is built out among the pages."""
        pieces = self._pieces(amounts)
        return share(pieces, self._page, pages_of(pieces, self._page))

    def emptiest(self, sheets: Sequence[Sequence[Piece]]) -> float:
        """Say what share of the emptiest page is filled."""
        return emptiest(sheets, self._page)

    def filled(self, amounts: Amounts) -> float:
        """Say what share of the pages asked for is filled."""
        return fill(self._pieces(amounts), self._page, self.pages)

    @property
    def _page(self) -> float:
        return (self.ruler.page - RULES) * self.room

    def _fits(self, amounts: Amounts) -> bool:
        return pages_of(self._pieces(amounts), self._page) <= self.pages

    def _pieces(self, amounts: Amounts) -> list[Piece]:
        return [piece for part in self.build(amounts) for piece in self._pieces_of(part)]

    def _pieces_of(self, part: Part) -> list[Piece]:
        key = id(part), self.kept
        if key not in self._cut:
            self._cut[key] = part, list(cut(part, self.ruler, self.kept))
        return self._cut[key][1]


def _paged(sheets: Sequence[Sequence[Piece]]) -> Iterator[Block]:
    for at, sheet in enumerate(sheets):
        if at:
            yield PageBreak()
        if sheet and not sheet[0].opens and sheet[0].goes_on:
            yield sheet[0].goes_on
        yield from joined(sheet)


def _dropped(amounts: Amounts, build: Build) -> Iterator[str]:
    """Say which sections hold less than there is."""
    full = Amounts()
    whole = _count(build(full))
    for section in (each.name for each in fields(Amounts)):
        stays = getattr(amounts, section)
        if stays < getattr(full, section) and _count(build(replace(full, **{section: stays}))) < whole:
            yield f"{section}: left out" if stays == 0 else f"{section}: {stays} shown, more in the source"


def _count(parts: Sequence[Part]) -> int:
    return sum(
        len(block.rows) if isinstance(block, Table) else len(block.cards) if isinstance(block, Cards) else 1
        for part in parts
        for block in part
    )
