"""Estimate on which page each heading falls, so that the contents read right before Word refreshes them.

Lines are broken greedily with the widths that the fonts of a Word file have (Han 1 em, Times by
its published metrics); pages are filled as `typesetting.pages` fills them. No engine is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporter.model import (
    Block,
    Card,
    CardFace,
    Cards,
    Chart,
    Document,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Runs,
    Table,
    heading_text,
    plain,
)
from exporter.renderers.layout.sheets import Sheet, sheets_of, width_on
from exporter.renderers.layout.table_widths import PT_PER_MM, fewest_lines, measure_of, text_height
from exporter.renderers.word.body.line_counts import lines_of_text
from exporter.renderers.word.body.tables import WIDE, cell_widths, second, table_style
from exporter.renderers.word.parts.styles import letters_of, rule_height, style_of
from exporter.renderers.word.sizes import (
    CELL_PADDING,
    CHINESE,
    COLUMN_MARGIN,
    COLUMN_PADDING,
    GAP,
    GAP_ENOUGH,
    PICTURE_MARGIN,
    cards_across,
    chart_size,
    pairs_in_columns,
    short_notes,
)
from exporter.style import Style, TextStyle
from exporter.typesetting.pages import Page, Placed, Strip, paginate


@dataclass(frozen=True, slots=True)
class Laid:
    """A strip of the page, and whether a heading of the contents begins with it."""

    strip: Strip
    heading: bool = False


def heading_pages(laid: Sequence[Laid], style: Style) -> list[int]:
    """Give the page, from 1, of each heading among what is laid out."""
    return [
        number
        for number, page in enumerate(_pages(laid, style), 1)
        for placed in page
        if laid[placed.strip].heading and not placed.repeated
    ]


SPARE = 16.0
"""pt left free at the foot of a page, where a page must not be one too many: programs differ by a line."""


def page_count(document: Document, style: Style, spare: float = SPARE) -> int:
    """Estimate on how many pages a document without contents stands, its appendix with it."""
    blocks = (*document.blocks, *document.appendix)
    return max(1, len(_pages([*lay_out(blocks, style, {}, 0)], style, spare)))


def _pages(laid: Sequence[Laid], style: Style, spare: float = 0.0) -> tuple[tuple[Placed, ...], ...]:
    keeps = fewest_lines(style)
    return paginate([one.strip for one in laid], Page(text_height(style) - spare, orphans=keeps, widows=keeps))


def lay_out(blocks: Sequence[Block], style: Style, notes: Mapping[str, Note], depth: int) -> Iterator[Laid]:
    """Lay out blocks in the text block of a style; headings down to `depth` are those of the contents."""
    room = _Room(style, measure_of(style), notes, depth, frozenset(pairs_in_columns(blocks)))
    short, sheets = short_notes(blocks, notes, style), sheets_of(blocks, style)
    breaks, beside = False, 0
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, PageBreak):
            breaks = True
            continue
        sheet = sheets.get(id(block), "upright")
        if sheet != sheets.get(id(before), "upright"):
            breaks = before is not None
        beside = beside + 1 if id(block) in short else 0
        if beside and beside % 2 == 0:
            continue
        if _has_gap_above(block, before, room, id(before) in short and id(block) not in short):
            yield Laid(Strip(GAP))
        row = (block, after if id(after) in short else None)
        for laid in _notes_row(row, room) if beside else _on_sheet(block, sheet, room):
            yield replace(laid, strip=replace(laid.strip, break_before=True)) if breaks else laid
            breaks = False


def _on_sheet(block: Block, sheet: Sheet, room: _Room) -> Iterator[Laid]:
    """Lay out a block on a sheet as if that were as high as the page: less high, it holds less."""
    if sheet == "upright":
        yield from _block(block, room)
        return
    width = width_on(sheet, room.style)
    taller = width / room.style.measure if sheet == "landscape" else 1.0
    for laid in _block(block, replace(room, width=width * PT_PER_MM)):
        yield replace(laid, strip=replace(laid.strip, height=laid.strip.height * taller))


def _notes_row(row: Sequence[Block | None], room: _Room) -> Iterator[Laid]:
    letters = room.style.text["note"]
    texts = [note.mark + plain(note.runs) for note in row if isinstance(note, Note)]
    lines = max(lines_of_text(text, letters, room.width / 2 - 4) for text in texts)
    yield Laid(Strip(letters.before + lines * letters.line + letters.after))


def _has_gap_above(block: Block, before: Block | None, room: _Room, after_notes: bool) -> bool:
    """Below what is set as a table there is a gap, unless a heading keeps its own; above bare tables too."""
    if isinstance(block, Heading):
        letters = letters_of(style_of(block, False), room.style)
        if letters.before >= GAP_ENOUGH:
            return False
    if after_notes or isinstance(before, Table | Cards) or (id(before) in room.beside and id(block) not in room.beside):
        return True
    return isinstance(block, Table) and not block.caption and isinstance(before, Paragraph | Note | ListBlock)


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


def _block(block: Block, room: _Room) -> Iterator[Laid]:  # noqa: C901 - one case a block
    match block:
        case Heading():
            named = style_of(block, room.english)
            letters = letters_of(named, room.style)
            letters = replace(letters, before=letters.before + rule_height(named, room.style))
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
        case Picture():
            if block.caption:
                yield from map(Laid, lay_text(plain(block.caption), room.style.text["caption"], room.width))
        case Table() | Chart() | Cards():
            yield from _picture(block, room)
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


def _picture(block: Table | Chart | Cards, room: _Room) -> Iterator[Laid]:
    caption = block.caption if isinstance(block, Table) else block.title if isinstance(block, Chart) else ()
    if caption:
        yield from map(Laid, lay_text(plain(caption), room.style.text["caption"], room.width))
    if isinstance(block, Chart):
        yield Laid(Strip(chart_size(block, room.width / PT_PER_MM)[1] * PT_PER_MM + 2 * PICTURE_MARGIN))
        return
    heads = block.header_rows if isinstance(block, Table) else 0
    heights = _table_rows(block, room) if isinstance(block, Table) else _card_rows(block, room)
    for index, height in enumerate(heights):
        yield Laid(Strip(height, repeat=tuple(index - head for head in range(heads)) if index >= heads else ()))


def _table_rows(table: Table, room: _Room) -> Iterator[float]:
    for index, row in enumerate(cell_widths(table, room.width / PT_PER_MM)):
        letters = letters_of(table_style(index < table.header_rows, len(row) > WIDE), room.style)
        lines = [lines_of_text(plain(cell.runs), letters, width - 8.5) for cell, width in row]
        yield max(lines, default=1) * letters.line + 2 * CELL_PADDING + 0.5


def _card_rows(cards: Cards, room: _Room) -> Iterator[float]:
    across = cards_across(cards)
    width = room.width / across - 16
    for start in range(0, len(cards.cards), across):
        row = cards.cards[start : start + across]
        yield max(_card(card, room.style, width) for card in row) + 9.5 + (7 if start else 0)


def _card(card: Card, style: Style, width: float) -> float:
    chinese = _face(card.zh, "CardValue", style, width) if card.zh else 0.0
    return chinese + (_face(card.en, second(card), style, width) if card.en else 0.0)


def _face(face: CardFace, figure: str, style: Style, width: float) -> float:
    label, value = style.text["card_label"], letters_of(figure, style)
    small = sum(lines_of_text(text, label, width) for text in (face.label, face.note) if text)
    return small * label.line + lines_of_text(face.value, value, width) * value.line


def _pair(pair: Pair, room: _Room) -> Iterator[Laid]:
    if id(pair) not in room.beside:
        for block in pair.zh:
            yield from _block(block, room)
        for block in pair.en:
            yield from _block(block, replace(room, english=True))
        return
    left, right = (
        sum(one.strip.before + one.strip.height + one.strip.after for block in side for one in _block(block, inside))
        for side, inside in (
            (pair.zh, _column(room, CHINESE if pair.en else 1.0)),
            (pair.en, replace(_column(room, 1 - CHINESE), english=True)),
        )
    )
    yield Laid(Strip(max(left, right) + 2 * COLUMN_PADDING + 0.5))


def _column(room: _Room, share: float) -> _Room:
    return replace(room, width=room.width * share - COLUMN_MARGIN)
