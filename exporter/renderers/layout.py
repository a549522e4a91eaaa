"""Lay a document out on pages, for engines that draw and do not flow: blocks as strips, each with its ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple, TypeAlias, assert_never

from exporter.model import (
    Block,
    Card,
    Cards,
    Cell,
    Chart,
    Document,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
    heading_text,
)
from exporter.renderers import chart as charts
from exporter.renderers.cut import ASCENT
from exporter.renderers.faces import Faces
from exporter.renderers.geometry import (
    CARD,
    CARD_GAP,
    CELL,
    CELL_ABOVE,
    GUTTER,
    NOTE_GAP,
    PT_PER_MM,
    SECOND,
    Grid,
    across,
    card_measure,
    card_scale,
    grid,
    half,
    measure_of,
    placed,
)
from exporter.renderers.html import STATUS, card_parts, contents_label, numbered
from exporter.renderers.placing import RED, RULE, RULE_BELOW, Direct
from exporter.renderers.roles import front_length, heading_depths, heading_role, paragraph_role
from exporter.renderers.setting import Composed, Part, scaled, set_parts, western
from exporter.renderers.steps import Alone, Columns, RunIn, Step, steps
from exporter.style import Style, TextRole
from exporter.typesetting import Page, Placed, Strip, paginate


@dataclass(frozen=True, slots=True)
class Words:
    """One composed line; `x` from the left of the text block, `y` of its base line from the top of its strip."""

    x: float
    y: float
    composed: Composed
    line: int


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle: a rule, the ground of a card."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, scaled so that it is `width` wide."""

    x: float
    y: float
    width: float
    drawing: charts.Drawing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading begins: an entry of the outline, and what the contents point to."""

    number: int
    depth: int
    level: int
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, from where its words end to the right edge: dots, and the page of a heading."""

    x: float
    y: float
    right: float
    place: int
    height: float


Ink: TypeAlias = Words | Fill | Picture | Place | Entry


class Laid(NamedTuple):
    """A strip and what is drawn on it."""

    strip: Strip
    inks: tuple[Ink, ...] = ()
    heads: tuple[int, int] = (0, 0)
    """Where the strips lie that are printed again above this one on a new page: how far back, and how many."""


class Sheet(NamedTuple):
    """A page: what is drawn, each with the top of its strip in pt from the top of the text block."""

    inks: tuple[tuple[float, Ink], ...]


class _Frame(NamedTuple):
    """What every block needs to know: the style, the faces, the width it has, and how far right it begins."""

    style: Style
    faces: Faces
    places: Iterator[tuple[int, int]]
    groups: Iterator[int]
    measure: float
    x: float = 0.0


def lay_out(document: Document, style: Style, faces: Faces) -> tuple[Sheet, ...]:
    """Lay a document out on pages of a style; `faces` takes account of every character."""
    strips = [_with_heads(at, laid) for at, laid in enumerate(_document(document, style, faces))]
    page = Page((style.page.height - style.page.top - style.page.bottom) * PT_PER_MM)
    return tuple(_sheet(strips, on) for on in paginate([laid.strip for laid in strips], page))


def _with_heads(at: int, laid: Laid) -> Laid:
    back, count = laid.heads
    return laid._replace(strip=replace(laid.strip, repeat=tuple(range(at - back, at - back + count)))) if back else laid


def _sheet(strips: Sequence[Laid], on: Sequence[Placed]) -> Sheet:
    return Sheet(tuple((place.y, ink) for place in on for ink in strips[place.strip].inks))


def _document(document: Document, style: Style, faces: Faces) -> Iterator[Laid]:
    blocks = (*document.blocks, *document.appendix)
    depths = heading_depths(tuple(_deep(blocks)))
    frame = _Frame(style, faces, enumerate(depths, 1), iter(range(1 << 60)), measure_of(style))
    front = front_length(document.blocks)
    yield from _lowered_start(list(_blocks(blocks[:front], frame, front=True)))
    contents = list(_contents(document, frame)) if style.contents else []
    yield from contents
    rest = list(_blocks(blocks[front:], frame))
    yield from _on_new_page(rest) if contents or not front else rest


def _lowered_start(strips: list[Laid], new_page: bool = False) -> list[Laid]:
    """Keep the white above what begins the document or a page of its own: elsewhere a page drops it."""
    if not strips:
        return strips
    first, rest = strips[0], strips[1:]
    if first.strip.before == 0:
        return [first._replace(strip=replace(first.strip, break_before=new_page)), *rest]
    white = Laid(Strip(first.strip.before, keep_next=True, break_before=new_page))
    return [white, first._replace(strip=replace(first.strip, before=0)), *rest]


def _on_new_page(strips: list[Laid]) -> list[Laid]:
    return _lowered_start(strips, new_page=True)


def _deep(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from _deep((*block.zh, *block.en)) if isinstance(block, Pair) else (block,)


def _blocks(blocks: Sequence[Block], frame: _Frame, front: bool = False) -> Iterator[Laid]:
    new_page = False
    for step in steps(blocks, frame.style):
        strips = list(_step(step, frame, front))
        yield from _on_new_page(strips) if new_page else strips
        new_page = (isinstance(step, Alone) and isinstance(step.block, PageBreak)) or (new_page and not strips)


def _step(step: Step, frame: _Frame, front: bool) -> Iterator[Laid]:
    match step:
        case RunIn(heading, paragraph):
            yield from _run_in(heading, paragraph, frame)
        case Columns(notes):
            yield from _columns(notes, frame)
        case Alone(block, None):
            yield from _block(block, frame, front)
        case Alone(block, Direct() as direct):
            yield from _apart(block, direct, frame)


def _apart(block: Block, direct: Direct, frame: _Frame) -> Iterator[Laid]:
    """Set a part of an official document that has a place of its own."""
    assert isinstance(block, Heading | Paragraph)
    runs = numbered(block) if isinstance(block, Heading) else block.runs
    ink = (_place(block, frame),) if isinstance(block, Heading) else ()
    strips = list(_set((Part(runs, direct.role, block.lang, own=direct.text),), frame, ink))
    if direct.ruled and strips:
        last = strips[-1]
        down = last.strip.height + RULE_BELOW * PT_PER_MM
        rule = Fill(frame.x, down, frame.measure, RULE, RED)
        strips[-1] = last._replace(strip=replace(last.strip, height=down + RULE), inks=(*last.inks, rule))
    yield from strips


def _columns(notes: Sequence[Note], frame: _Frame) -> Iterator[Laid]:
    """Set notes in columns of about the same height, each line beside the lines of the other columns."""
    count = frame.style.note_columns
    width = (frame.measure - NOTE_GAP * (count - 1)) / count
    one = [laid for note in notes for laid in _block(note, frame._replace(measure=width), False)]
    rows = -(-len(one) // count)
    for row in range(rows):
        beside = [one[at * rows + row] for at in range(count) if at * rows + row < len(one)]
        inks = (ink for at, laid in enumerate(beside) for ink in _shifted(laid.inks, at * (width + NOTE_GAP)))
        yield Laid(Strip(max(laid.strip.height for laid in beside)), tuple(inks))


def _shifted(inks: Sequence[Ink], right: float) -> Iterator[Ink]:
    for ink in inks:
        yield ink if isinstance(ink, Place) else replace(ink, x=ink.x + right)


def _block(block: Block, frame: _Frame, front: bool) -> Iterator[Laid]:
    match block:
        case Heading():
            yield from _heading(block, frame)
        case Paragraph(runs=runs, lang=lang):
            yield from _text(runs, paragraph_role(block.role, front, western(lang)), lang, frame)
        case ListBlock():
            yield from _list(block, frame)
        case Table():
            yield from _table(block, frame)
        case Chart():
            yield from _chart(block, frame)
        case Cards():
            yield from _cards(block, frame)
        case Note(mark=mark, runs=runs, lang=lang):
            yield from _text((*_mark(mark), *runs), "note", lang, frame)
        case PageBreak():
            return
        case Pair():
            yield from _pair(block, frame, front)
        case _:
            assert_never(block)


def _list(block: ListBlock, frame: _Frame) -> Iterator[Laid]:
    role: TextRole = "english" if western(block.lang) else "body"
    for item in block.items:
        yield from _text((*_mark(item.mark), *item.runs), role, block.lang, frame)


def _mark(mark: str) -> Runs:
    return (Run(mark),) if mark else ()


def _text(runs: Runs, role: TextRole, lang: str, frame: _Frame, ink: tuple[Ink, ...] = ()) -> Iterator[Laid]:
    yield from _set((Part(runs, role, lang),), frame, ink)


def _heading(heading: Heading, frame: _Frame) -> Iterator[Laid]:
    yield from _text(numbered(heading), heading_role(heading.level), heading.lang, frame, (_place(heading, frame),))


def _run_in(heading: Heading, paragraph: Paragraph, frame: _Frame) -> Iterator[Laid]:
    role = paragraph_role(paragraph.role, front=False, english=western(paragraph.lang))
    head = Part(numbered(heading), heading_role(heading.level), heading.lang)
    yield from _set((head, Part(paragraph.runs, role, paragraph.lang)), frame, (_place(heading, frame),))


def _place(heading: Heading, frame: _Frame) -> Place:
    number, depth = next(frame.places)
    return Place(number, depth, heading.level, " ".join(heading_text(heading).split()))


def _set(parts: Sequence[Part], frame: _Frame, ink: tuple[Ink, ...] = ()) -> Iterator[Laid]:
    """Set a paragraph: a strip for each line, white before the first and after the last."""
    text = scaled(parts[-1], frame.style)
    composed = set_parts(parts, frame.style, frame.faces, frame.measure)
    group, last = next(frame.groups), len(composed.lines) - 1
    for at in range(len(composed.lines)):
        strip = Strip(
            text.line,
            text.before if at == 0 else 0.0,
            text.after if at == last else 0.0,
            keep_next=text.keep_next,
            group=group,
        )
        yield Laid(strip, (*(ink if at == 0 else ()), *_words(composed, at, parts[-1], frame)))


def _words(composed: Composed, at: int, part: Part, frame: _Frame, down: float = 0.0) -> tuple[Words, ...]:
    text = scaled(part, frame.style)
    pitch = text.size + text.tracking
    line = composed.lines[at]
    room = frame.measure - (text.left + text.right) * pitch
    free = {"center": (room - line.width) / 2, "right": room - line.width}.get(composed.align, 0.0)
    baseline = (text.line - text.size) / 2 + ASCENT * text.size
    return (Words(frame.x + text.left * pitch + free, down + baseline, composed, at),)


def _block_of(part: Part, frame: _Frame, down: float) -> tuple[float, tuple[Words, ...]]:
    """Set text that stands still: its height, and its lines from `down` on."""
    composed = set_parts((part,), frame.style, frame.faces, frame.measure)
    pitch = scaled(part, frame.style).line
    lines = (_words(composed, at, part, frame, down + at * pitch) for at in range(len(composed.lines)))
    return pitch * len(composed.lines), tuple(words for line in lines for words in line)


def _table(table: Table, frame: _Frame) -> Iterator[Laid]:
    style = frame.style
    if table.caption:
        yield from _text(table.caption, "caption", table.lang, frame)
    columns = grid(table, frame.measure, style.text["table"].size)
    rows = [_row(cells, at < table.header_rows, table, columns, frame) for at, cells in enumerate(placed(table))]
    heads = min(table.header_rows, len(rows))
    for at, (height, words) in enumerate(rows):
        above = (1.0, style.accent) if at == 0 else (0.6, style.accent) if at == heads else (0.4, style.rule)
        rule, end = above[0], 1.0 if at == len(rows) - 1 else 0.0
        below = (Fill(frame.x, rule + height, frame.measure, end, style.accent),) if end else ()
        strip = Strip(
            rule + height + end,
            2.0 if at == 0 else 0.0,
            8.0 if end else 0.0,
            keep_next=at < heads or _open(table, at),
        )
        inks = (Fill(frame.x, 0.0, frame.measure, *above), *_moved(words, rule), *below)
        yield Laid(strip, inks, (at, heads) if heads and at > heads else (0, 0))


def _open(table: Table, row: int) -> bool:
    """Tell whether a cell of this row, or of one shortly above it, reaches into the next."""
    first = max(0, row - 40)
    return any(
        at + cell.rowspan - 1 > row for at in range(first, row + 1) for cell in table.rows[at] if cell.rowspan < 40
    )


def _row(
    cells: Sequence[tuple[int, Cell]], head: bool, table: Table, columns: Grid, frame: _Frame
) -> tuple[float, tuple[Words, ...]]:
    lefts = list(accumulate(columns.widths, initial=0.0))
    role: TextRole = "table_head" if head else "table"
    height = 0.0
    words: list[Words] = []
    for column, cell in cells:
        part = Part(cell.runs, role, cell.lang or table.lang, columns.scale, cell.align)
        left = frame.x + lefts[min(column, len(columns.widths))] + CELL * columns.scale
        inside = frame._replace(measure=columns.cell(column, cell.colspan), x=left)
        tall, lines = _block_of(part, inside, CELL_ABOVE)
        height = max(height, tall)
        words += lines
    return height + 2 * CELL_ABOVE, tuple(words)


def _chart(chart: Chart, frame: _Frame) -> Iterator[Laid]:
    if chart.title:
        yield from _text(chart.title, "caption", chart.lang, frame)
    drawing = charts.draw(chart, frame.style)
    height = drawing.height * frame.measure / charts.WIDTH
    yield Laid(Strip(height, 4.0, 10.0), (Picture(frame.x, 0.0, frame.measure, drawing),))


def _cards(cards: Cards, frame: _Frame) -> Iterator[Laid]:
    count = across(cards)
    measure = card_measure(frame.measure, count)
    scale = card_scale(cards, frame.style, measure)
    for first in range(0, len(cards.cards), count):
        row = cards.cards[first : first + count]
        step = measure + 2 * CARD + CARD_GAP
        inside = [frame._replace(measure=measure, x=frame.x + at * step + CARD) for at in range(len(row))]
        done = [_card(card, inner, scale) for card, inner in zip(row, inside, strict=True)]
        height = max(tall for tall, _ in done)
        grounds = [
            fill
            for inner in inside
            for fill in (
                Fill(inner.x - CARD, 0.0, measure + 2 * CARD, height, frame.style.tint),
                Fill(inner.x - CARD, 0.0, measure + 2 * CARD, 1.2, frame.style.accent),
            )
        ]
        words = [word for _, lines in done for word in lines]
        yield Laid(Strip(height, 6.0 if first == 0 else 7.0, 8.0), (*grounds, *words))


def _card(card: Card, frame: _Frame, scale: float) -> tuple[float, list[Words]]:
    down = 6.2
    words: list[Words] = []
    faces = [(face, lang) for face, lang in ((card.zh, "zh-Hans"), (card.en, "en")) if face]
    for at, (face, lang) in enumerate(faces):
        for _, part in card_parts(face, lang, min(scale, SECOND) if at else scale):
            tall, lines = _block_of(part, frame, down)
            down += tall
            words += lines
    return down + 6.0, words


def _pair(pair: Pair, frame: _Frame, front: bool) -> Iterator[Laid]:
    """Set two columns level: in one strip where they are short, else line beside line."""
    side = frame._replace(measure=half(frame.measure))
    other = side._replace(x=frame.x + side.measure + GUTTER)
    left = list(_blocks(pair.zh, side, front))
    right = list(_blocks(pair.en, other, front))
    if STATUS[pair.status]:
        right += _text((Run(STATUS[pair.status]),), "provenance", "en", other)
    sides = (_stacked(left), _stacked(right))
    height = max((tops[-1] for tops in sides), default=0.0)
    page = (frame.style.page.height - frame.style.page.top - frame.style.page.bottom) * PT_PER_MM
    if height <= page * 0.6:
        inks = (ink for column, tops in zip((left, right), sides, strict=True) for ink in _lowered(column, tops))
        yield Laid(Strip(height), tuple(inks))
        return
    for at in range(max(len(left), len(right))):
        strips = [column[at] for column in (left, right) if at < len(column)]
        tall = max(laid.strip.height + laid.strip.before for laid in strips)
        yield Laid(Strip(tall), tuple(ink for laid in strips for ink in _moved(laid.inks, laid.strip.before)))


def _stacked(strips: Sequence[Laid]) -> list[float]:
    """Give the top of each strip of a column, and the height of all."""
    tops, y, after = [], 0.0, 0.0
    for at, (strip, *_) in enumerate(strips):
        y += max(strip.before, after) if at else 0.0
        tops.append(y)
        y, after = y + strip.height, strip.after
    return [*tops, y + after]


def _lowered(strips: Sequence[Laid], tops: Sequence[float]) -> Iterator[Ink]:
    for laid, top in zip(strips, tops, strict=False):
        yield from _moved(laid.inks, top)


def _moved(inks: Sequence[Ink], down: float) -> Iterator[Ink]:
    for ink in inks:
        yield ink if isinstance(ink, Place) else replace(ink, y=ink.y + down)


def _contents(document: Document, frame: _Frame) -> Iterator[Laid]:
    every = (block for block in _deep((*document.blocks, *document.appendix)) if isinstance(block, Heading))
    headings = [(place, heading) for place, heading in enumerate(every, 1) if 1 <= heading.level <= 2]
    if len(headings) < 3:
        return
    language = document.metadata.language
    head = Part((Run(contents_label(language)),), "heading1", language, align="center")
    yield from _set((head,), frame)
    text = frame.style.text["contents"]
    for place, heading in headings:
        inset = frame._replace(
            measure=frame.measure - (heading.level + 2) * text.size, x=frame.x + (heading.level - 1) * text.size
        )
        lines = list(_text(numbered(heading), "contents", heading.lang, inset))
        for at, laid in enumerate(lines):
            entry = _entry(laid, place, frame) if at == len(lines) - 1 else ()
            yield laid._replace(inks=(*laid.inks, *entry))


def _entry(laid: Laid, place: int, frame: _Frame) -> tuple[Entry, ...]:
    words = next((ink for ink in laid.inks if isinstance(ink, Words)), None)
    if words is None:
        return ()
    line = words.composed.lines[words.line]
    return (Entry(words.x + line.x + line.width, words.y, frame.x + frame.measure, place, laid.strip.height),)
