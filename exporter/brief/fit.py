"""Fit a brief to its pages: foresee how high its blocks will stand, and drop the least important until they fit."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from exporter.model import Block, Cards, Chart, Heading, Note, PageBreak, Pair, Paragraph, Table, plain
from exporter.style import Style, TextRole, TextStyle

PT_PER_MM = 72 / 25.4
LATIN: Mapping[str, float] = {"sans": 0.48, "serif": 0.43}
"""Width of a Latin letter in em, on the average of running text."""
SLACK = 1.03
"""Lines come out longer than their letters: words that do not fit go over."""
GAP = 8.0
"""pt around tables, charts and cards."""
BAR = 26.0
"""pt of a category with two bars in a chart."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each section a brief holds, at the most."""

    cards: int = 6
    results: int = 12
    targets: int = 10
    priorities: int = 10
    commitments: int = 10
    outline: int = 2
    """Levels of headings."""
    glossary: int = 8


LEANER: tuple[tuple[str, int], ...] = (
    ("glossary", 4),
    ("commitments", 8),
    ("results", 10),
    ("glossary", 0),
    ("commitments", 6),
    ("targets", 8),
    ("priorities", 8),
    ("results", 8),
    ("commitments", 4),
    ("outline", 1),
    ("targets", 6),
    ("priorities", 5),
    ("commitments", 0),
    ("outline", 0),
    ("results", 6),
    ("priorities", 0),
    ("targets", 4),
    ("results", 3),
    ("targets", 0),
    ("cards", 3),
    ("results", 0),
)
"""What is dropped, the least important first: a section, and how much of it stays."""
REFILL = ("targets", "priorities", "outline", "results", "commitments", "glossary")
"""What may have room again once all fits, the most important first."""


def fitted(
    build: Callable[[Amounts], Sequence[Block]], style: Style, pages: int, room: float = 1.0
) -> tuple[Sequence[Block], tuple[str, ...]]:
    """Build a brief that holds as much as `pages` take; give its blocks and what was dropped, in words.

    `room` is the share of each page that may be filled.
    """

    def fits(amounts: Amounts) -> bool:
        return pages_of(build(amounts), style, room) <= pages

    amounts = full = Amounts()
    for section, stays in LEANER:
        if fits(amounts):
            break
        amounts = replace(amounts, **{section: min(stays, getattr(amounts, section))})
    for section in REFILL:
        amounts = _roomiest(amounts, section, getattr(full, section), fits)
    return build(amounts), tuple(_dropped(amounts, full, build))


def _roomiest(amounts: Amounts, section: str, full: int, fits: Callable[[Amounts], bool]) -> Amounts:
    """Give a section as much as has room beside the others."""
    for most in range(full, getattr(amounts, section), -1):
        if fits(roomier := replace(amounts, **{section: most})):
            return roomier
    return amounts


def _dropped(amounts: Amounts, full: Amounts, build: Callable[[Amounts], Sequence[Block]]) -> Iterator[str]:
    whole = len(build(full))
    for section in (field.name for field in fields(Amounts)):
        stays = getattr(amounts, section)
        if stays < getattr(full, section) and len(build(replace(full, **{section: stays}))) <= whole:
            alone = stays == 0 or (stays == 1 and section == "glossary")
            yield f"{section}: left out" if alone else f"{section}: at most {stays}"


def pages_of(blocks: Sequence[Block], style: Style, share: float = 1.0) -> int:
    """Foresee on how many pages blocks will stand, when a share of each page is filled."""
    room = share * (style.page.height - style.page.top - style.page.bottom) * PT_PER_MM
    pages, used, held = 1, 0.0, 0.0
    for height, keeps in _pieces(blocks, style):
        if height == math.inf:
            pages, used, held = pages + 1, 0.0, 0.0
            continue
        if used + held + height > room and used > 0:
            pages, used = pages + 1, 0.0
        used, held = (used, held + height) if keeps else (used + held + height, 0.0)
    return pages


def _pieces(blocks: Sequence[Block], style: Style) -> Iterator[tuple[float, bool]]:
    """Give the height of each piece that stays on one page, and whether it stays with the next."""
    measure = style.measure * PT_PER_MM
    notes = 0.0
    for block in blocks:
        match block:
            case Table():
                yield sum(_rows(block, style, measure)), False
            case Note():
                notes += _text(block.mark + plain(block.runs), style.text["note"], measure / style.note_columns - 8)
                continue
            case PageBreak():
                yield math.inf, False
            case _:
                yield _height(block, style, measure), isinstance(block, Heading)
    if notes:
        yield notes / style.note_columns + 6, False


def _height(block: Block, style: Style, measure: float) -> float:
    match block:
        case Heading():
            text = style.text[_HEADINGS[min(block.level, 4)]]
            return text.before + _text(block.number + plain(block.runs), text, measure) + text.after
        case Paragraph():
            text = style.text[_role(block)]
            return text.before + _text(plain(block.runs), text, measure) + text.after
        case Pair():
            half = (measure - 8 * PT_PER_MM) / 2
            sides = [sum(_height(inner, style, half) for inner in side) for side in (block.zh, block.en)]
            return max(*sides, style.text["provenance"].line if not block.en else 0)
        case Cards():
            return _cards(block, style, measure)
        case Chart():
            return BAR * len(block.categories) + 60
        case _:
            return 0.0


_HEADINGS: tuple[TextRole, ...] = ("title", "heading1", "heading2", "heading3", "heading4")


def _role(paragraph: Paragraph) -> TextRole:
    match paragraph.role:
        case "subtitle" | "provenance" | "note":
            return paragraph.role
        case "status":
            return "provenance"
        case _:
            return "body" if paragraph.lang.startswith("zh") else "english"


def _rows(table: Table, style: Style, measure: float) -> Iterator[float]:
    shares = [float(width) for width in table.widths]
    for at, row in enumerate(table.rows):
        text = style.text["table_head" if at < table.header_rows else "table"]
        widths = shares if len(shares) == len(row) else [1.0] * len(row)
        lines = max(
            (
                _count(plain(cell.runs), text, measure * width / sum(widths) - 10)
                for cell, width in zip(row, widths, strict=True)
            ),
            default=1,
        )
        yield lines * text.line + 6 + (GAP + 4 if at == 0 else 0)


def _cards(cards: Cards, style: Style, measure: float) -> float:
    across = 3
    width = measure / across - 24
    label, value = style.text["card_label"], style.text["card_value"]
    tallest = 0.0
    for card in cards.cards:
        faces = [face for face in (card.zh, card.en) if face]
        high = sum(
            _text(face.label, label, width) + (label.line if face.note else 0) + value.line * (0.62 if at else 1)
            for at, face in enumerate(faces)
        )
        tallest = max(tallest, high)
    return math.ceil(len(cards.cards) / across) * (tallest + 16) + GAP * 2


def _text(text: str, style: TextStyle, width: float) -> float:
    return _count(text, style, width) * style.line


def _count(text: str, style: TextStyle, width: float) -> int:
    latin = LATIN.get(style.latin, 0.5)
    wide = sum(1.0 if unicodedata.east_asian_width(character) in "WF" else latin for character in text) * style.size
    return max(1, math.ceil(wide * SLACK / max(width, style.size)))
