"""Estimate on which page each heading falls, so that the contents read right before Word refreshes them.

Lines are broken greedily with the widths that the fonts of a Word file have (Han 1 em, Times by
its published metrics); pages are filled as `typesetting.pages` fills them. No engine is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import assert_never

from exporter.model import (
    Block,
    Cards,
    Chart,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Runs,
    Table,
    heading_text,
    plain,
)
from exporter.renderers.word.sizes import (
    CELL_PADDING,
    GAP,
    PICTURE_MARGIN,
    cards_across,
    chart_size,
    ems,
    pairs_in_columns,
    short_notes,
)
from exporter.renderers.word.styles import letters_of, style_of
from exporter.style import Style, TextStyle
from exporter.typesetting.pages import Page, Strip, paginate

PT = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A strip of the page, and whether a heading of the contents begins with it."""

    strip: Strip
    heading: bool = False


def heading_pages(laid: Sequence[Laid], style: Style) -> list[int]:
    """Give the page, from 1, of each heading among what is laid out."""
    height = (style.page.height - style.page.top - style.page.bottom) * PT
    keeps = 1 if style.page.lines else 2
    pages = paginate([one.strip for one in laid], Page(height, orphans=keeps, widows=keeps))
    return [
        number
        for number, page in enumerate(pages, 1)
        for placed in page
        if laid[placed.strip].heading and not placed.repeated
    ]


def lay_out(blocks: Sequence[Block], style: Style, notes: Mapping[str, Note], depth: int) -> Iterator[Laid]:
    """Lay out blocks in the text block of a style; headings down to `depth` are those of the contents."""
    breaks = False
    room = _Room(style, style.measure * PT, notes, depth, frozenset(pairs_in_columns(blocks)))
    short = short_notes(blocks, notes, style)
    beside = 0
    for block in blocks:
        if id(block) in short:
            beside += 1
            if beside % 2 == 0:
                continue
        if isinstance(block, PageBreak):
            breaks = True
            continue
        for laid in _block(block, room):
            yield replace(laid, strip=replace(laid.strip, break_before=True)) if breaks else laid
            breaks = False


def lay_text(
    text: str, letters: TextStyle, width: float, group: int | None = None, foot: float = 0.0
) -> Iterator[Strip]:
    """Lay out a paragraph in a width in pt: a strip for each line; `foot` is added to the first for its notes."""
    count = lines_of_text(text, letters, width)
    for index in range(count):
        yield Strip(
            height=letters.line + (foot if index == 0 else 0.0),
            before=letters.before if index == 0 else 0.0,
            after=letters.after if index == count - 1 else 0.0,
            keep_next=letters.keep_next,
            group=group,
        )


def lines_of_text(text: str, letters: TextStyle, width: float) -> int:
    """Count the lines that a paragraph fills: words whole, no closing mark at a line's start."""
    em = letters.size + letters.tracking
    room = (width / em) - letters.left - letters.right
    here, lines, before = letters.indent, 1, ""
    for token in _TOKENS.findall(text):
        kind = "latin" if "!" <= token[0] <= "~" else "han" if "\u3400" <= token[0] < "\uff00" else ""
        size = ems(token) if kind != "han" else 1.0
        need = size + (_AUTOSPACE if kind and before and kind != before else 0.0)
        if here + need > room + _ROUNDING:
            lines += 1
            # A closing mark takes the character before it along to the next line.
            here = size + (1.0 if token[0] in _NOT_FIRST else 0.0)
        else:
            here += need
        before = kind
    return lines


_TOKENS = re.compile(r"[!-~]{1,40}|\s|[^!-~\s]")
_NOT_FIRST = "，。、；：？！”’）》】〉」』…·％"
_AUTOSPACE = 0.2
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class _Room:
    style: Style
    width: float
    """pt."""
    notes: Mapping[str, Note]
    depth: int
    beside: frozenset[int] = frozenset()
    """`id` of each pair that is set side by side."""
    english: bool = False


def _block(block: Block, room: _Room) -> Iterator[Laid]:
    match block:
        case Heading():
            letters = letters_of(style_of(block, room.english), room.style)
            is_entry = 1 <= block.level <= room.depth and not room.english
            strips = _paragraph(heading_text(block), block.runs, letters, room, id(block))
            yield from (Laid(strip, is_entry and index == 0) for index, strip in enumerate(strips))
        case Paragraph():
            letters = letters_of(style_of(block, room.english), room.style)
            yield from map(Laid, _paragraph(plain(block.runs), block.runs, letters, room, id(block)))
        case ListBlock():
            letters = room.style.text["body"]
            for item in block.items:
                deeper = replace(letters, left=(item.level - 1) * 2.0)
                yield from map(Laid, _paragraph(item.mark + plain(item.runs), item.runs, deeper, room, id(item)))
        case Note():
            if room.notes.get(block.id) is not block:
                letters = room.style.text["note"]
                yield from map(Laid, lay_text(block.mark + plain(block.runs), letters, room.width, id(block)))
        case Table() | Chart() | Cards():
            yield from map(Laid, _picture(block, room))
        case Pair():
            yield from _pair(block, room)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _paragraph(text: str, runs: Runs, letters: TextStyle, room: _Room, group: int) -> Iterator[Strip]:
    marked = [room.notes[run.target] for run in runs if run.role == "mark" and run.target in room.notes and run.target]
    small = room.style.text["note"]
    foot = sum(lines_of_text(note.mark + plain(note.runs), small, room.width) * small.line for note in marked)
    return lay_text(text, letters, room.width, group, foot)


def _picture(block: Table | Chart | Cards, room: _Room) -> Iterator[Strip]:
    caption = block.caption if isinstance(block, Table) else block.title if isinstance(block, Chart) else ()
    if caption:
        yield from lay_text(plain(caption), room.style.text["caption"], room.width)
    if isinstance(block, Chart):
        yield Strip(chart_size(block, room.width / PT)[1] * PT + 2 * PICTURE_MARGIN)
        return
    yield from map(Strip, _table_rows(block, room) if isinstance(block, Table) else _card_rows(block, room))
    yield Strip(GAP)


def _table_rows(table: Table, room: _Room) -> Iterator[float]:
    columns = max(sum(cell.colspan for cell in row) for row in table.rows) if table.rows else 1
    for index, row in enumerate(table.rows):
        letters = room.style.text["table_head" if index < table.header_rows else "table"]
        wide = room.width / max(1, columns)
        lines = [lines_of_text(plain(cell.runs), letters, wide * cell.colspan - 9) for cell in row]
        yield max(lines, default=1) * letters.line + 2 * CELL_PADDING + 0.5


def _card_rows(cards: Cards, room: _Room) -> Iterator[float]:
    label, value = room.style.text["card_label"].line, room.style.text["card_value"].line
    across = cards_across(cards)
    faces = max(sum(face is not None for face in (card.zh, card.en)) for card in cards.cards) if cards.cards else 0
    for _ in range(ceil(len(cards.cards) / across)):
        yield faces * (2 * label + value) + 6


def _pair(pair: Pair, room: _Room) -> Iterator[Laid]:
    if id(pair) not in room.beside:
        for block in pair.zh:
            yield from _block(block, room)
        for block in pair.en:
            yield from _block(block, replace(room, english=True))
        return
    half = replace(room, width=room.width / 2 - 11)
    left, right = (
        sum(laid.strip.height for block in side for laid in _block(block, replace(half, english=english)))
        for side, english in ((pair.zh, False), (pair.en, True))
    )
    yield Laid(Strip(max(left, right) + 2 * CELL_PADDING))
