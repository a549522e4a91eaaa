"""Lay blocks out one after the other: headings and paragraphs, lists and notes, and what stands side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
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
    Picture,
    Run,
    Table,
)
from exporter.renderers.layout.cards import lay_cards
from exporter.renderers.layout.closings import lines_with_signature
from exporter.renderers.layout.composition import Part, western
from exporter.renderers.layout.forms import holds_nothing, is_one, look_of
from exporter.renderers.layout.frame import Frame, set_passage, set_text
from exporter.renderers.layout.items import Anchor, Fill, Ink, Laid, Place, shifted, stacked
from exporter.renderers.layout.letter import DOUBLE, THICK_OVER_THIN, letter_rules
from exporter.renderers.layout.pictures import lay_picture
from exporter.renderers.layout.red_head import LETTER_TOP, RED, RULE, RULE_BELOW, Direct
from exporter.renderers.layout.roles import heading_role, paragraph_role
from exporter.renderers.layout.steps import Alone, Columns, RunIn, Step, lines_with_english, steps
from exporter.renderers.layout.table_widths import (
    BETWEEN,
    NOTE_GAP,
    PT_PER_MM,
    column_of_notes,
    sides,
    text_height,
    trim_of,
)
from exporter.renderers.layout.tables import lay_chart, lay_table
from exporter.renderers.layout.wording import STATUS, marked, numbered, outline_name, unpaired
from exporter.style import Style, TextRole
from exporter.typesetting import Strip


def lay_blocks(blocks: Sequence[Block], frame: Frame, front: bool = False) -> Iterator[Laid]:
    """Lay out blocks; `front`: they stand with the title, before the text begins."""
    new_page = False
    for block, strips in lay_steps(blocks, frame, front):
        yield from lowered(strips, new_page=True) if new_page else strips
        new_page = isinstance(block, PageBreak) or (new_page and not strips)


def lay_steps(blocks: Sequence[Block], frame: Frame, front: bool = False) -> Iterator[tuple[Block, list[Laid]]]:
    """Lay out blocks, each with its strips; of blocks that go together the first is named."""
    stays = lines_with_english(blocks) | lines_with_signature(blocks)
    before: Block | None = None
    for step, below in pairwise((*steps(blocks, frame.style), None)):
        assert step is not None
        first, last = _first(step), _last(step)
        strips = list(_step(step, frame, front))
        if strips and before and _leaves_white(frame.style) and is_one(before, "status") != is_one(first, "status"):
            strips[0] = _parted(strips[0])
        if id(last) in stays:
            strips = _staying(strips, stays[id(last)], frame)
        if holds_nothing(last, _first(below) if below else None):
            strips = [laid._replace(strip=replace(laid.strip, keep_next=False)) for laid in strips]
        opens = isinstance(step, Alone) and step.direct is not None and step.direct.new_page
        yield first, list(lowered(strips, new_page=True)) if opens else strips
        before = last


AROUND_STATUS = 8.0
"""pt between what is said of a document and its text."""


def _leaves_white(style: Style) -> bool:
    """Tell a document whose lines stand on no grid of the page."""
    return style.kind == "document" and not style.page.lines


def _parted(laid: Laid) -> Laid:
    return laid._replace(strip=replace(laid.strip, before=max(laid.strip.before, AROUND_STATUS)))


def _first(step: Step) -> Block:
    match step:
        case RunIn(heading, _):
            return heading
        case Columns(notes):
            return notes[0]
        case Alone(block, _):
            return block


def _last(step: Step) -> Block:
    return step.paragraph if isinstance(step, RunIn) else _first(step)


def _staying(strips: list[Laid], last: int | None, frame: Frame) -> list[Laid]:
    """Let the last lines of a block, or all, stay on the page of what follows, also when it is set anew."""
    count = len(strips) if last is None else min(last, len(strips))
    for laid in strips:
        if laid.strip.group is not None:
            frame.book.groups[laid.strip.group].staying = count
    start = len(strips) - count
    kept = [laid._replace(strip=replace(laid.strip, keep_next=True)) for laid in strips[start:]]
    return [*strips[:start], *kept]


def lowered(strips: Sequence[Laid], new_page: bool = False) -> Iterator[Laid]:
    """Keep the white above what begins the document or a page of its own: elsewhere a page drops it."""
    if not strips:
        return
    first, rest = strips[0], strips[1:]
    strip = first.strip
    if strip.before:
        yield Laid(Strip(strip.before, keep_next=True, break_before=new_page))
        strip, new_page = replace(strip, before=0.0), False
    yield first._replace(strip=replace(strip, break_before=new_page))
    yield from rest


def lay_note(note: Note, frame: Frame) -> Iterator[Laid]:
    """Lay out a note, mark first."""
    owner = frame.add("Note", note.lang, note=note.id)
    return set_text(marked(note.mark, note.runs), "note", note.lang, frame, (Anchor(note.id, frame.x),), owner=owner)


def _step(step: Step, frame: Frame, front: bool) -> Iterator[Laid]:
    match step:
        case RunIn(heading, paragraph):
            yield from _run_in(heading, paragraph, frame)
        case Columns(notes):
            yield from _columns(notes, frame)
        case Alone(block, None):
            yield from _block(block, frame, front)
        case Alone(block, Direct() as direct):
            yield from _apart(block, direct, frame)


def _apart(block: Block, direct: Direct, frame: Frame) -> Iterator[Laid]:
    """Set a part of an official document that has a place of its own."""
    assert isinstance(block, Heading | Paragraph)
    runs = numbered(block) if isinstance(block, Heading) else block.runs
    place = _place(block, frame) if isinstance(block, Heading) else None
    owner = frame.add(f"H{place.depth}" if place else "P", block.lang)
    strips = list(set_text(runs, direct.role, block.lang, frame, (place,) if place else (), direct.text, owner))
    if (direct.beside or direct.raised) and strips:
        strips = [_beside(laid, direct.raised or direct.text.line) for laid in strips]
    if direct.lettered and strips:
        strips[-1] = _lettered(strips[-1], direct.text.size, frame)
    if direct.ruled and strips:
        strip, inks, *_ = strips[-1]
        down = strip.height + RULE_BELOW * PT_PER_MM - (direct.text.line - direct.text.size) / 2
        strips[-1] = Laid(replace(strip, height=down + RULE), (*inks, Fill(frame.x, down, frame.measure, RULE, RED)))
    yield from strips


def _beside(laid: Laid, line: float) -> Laid:
    """Raise a line into the line above it."""
    return Laid(replace(laid.strip, height=0.0, before=0.0), tuple(shifted(laid.inks, down=-line)))


def _lettered(laid: Laid, size: float, frame: Frame) -> Laid:
    """Raise a letter's mark to its place above the type area, and draw a thick rule over a thin one below (10.1)."""
    up = (frame.style.page.top - LETTER_TOP) * PT_PER_MM
    inks = tuple(shifted(laid.inks, down=-up))
    down = size - up + RULE_BELOW * PT_PER_MM
    return Laid(replace(laid.strip, height=down + DOUBLE), (*inks, *letter_rules(down, frame, THICK_OVER_THIN)))


def _block(block: Block, frame: Frame, front: bool) -> Iterator[Laid]:  # noqa: C901 - one case a block
    match block:
        case Heading(level=level, lang=lang):
            place = _place(block, frame)
            owner = frame.add(f"H{place.depth}", lang)
            yield from set_text(numbered(block), heading_role(level), lang, frame, (place,), owner=owner)
        case Paragraph(runs=runs, lang=lang):
            yield from set_text(runs, paragraph_role(block.role, front, western(lang)), lang, frame)
        case ListBlock():
            yield from _list(block, frame)
        case Table():
            yield from lay_table(block, frame)
        case Picture():
            yield from lay_picture(block, frame)
        case Chart():
            yield from lay_chart(block, frame)
        case Cards():
            yield from lay_cards(block, frame)
        case Note():
            yield from () if block.id in frame.book.feet else lay_note(block, frame)
        case PageBreak():
            return
        case Pair():
            yield from _pair(block, frame, front)
        case _:
            assert_never(block)


def _list(block: ListBlock, frame: Frame) -> Iterator[Laid]:
    role: TextRole = "english" if western(block.lang) else "body"
    inside = frame.inside("L")
    for item in block.items:
        owner = inside.inside("LI").add("LBody", block.lang)
        yield from set_text(marked(item.mark, item.runs), role, block.lang, frame, owner=owner)


def _run_in(heading: Heading, paragraph: Paragraph, frame: Frame) -> Iterator[Laid]:
    role = paragraph_role(paragraph.role, front=False, english=western(paragraph.lang))
    head = Part(numbered(heading), heading_role(look_of(heading, frame.style)), heading.lang)
    parts = (head, Part(paragraph.runs, role, paragraph.lang))
    place = _place(heading, frame)
    owners = (frame.add(f"H{place.depth}", heading.lang), frame.add("P", paragraph.lang))
    yield from set_passage(parts, frame, owners, (place,))


def _place(heading: Heading, frame: Frame) -> Place:
    number, depth = next(frame.book.places)
    return Place(number, depth, heading.level, outline_name(heading))


def _columns(notes: Sequence[Note], frame: Frame) -> Iterator[Laid]:
    """Set notes in columns of about the same height, each line beside the lines of the other columns."""
    count = frame.style.note_columns
    width = column_of_notes(frame.measure, count)
    narrow = frame._replace(measure=width, running=False)
    one = [laid for note in notes for laid in lay_note(note, narrow)]
    rows = -(-len(one) // count)
    for row in range(rows):
        beside = [one[at * rows + row] for at in range(count) if at * rows + row < len(one)]
        inks = (ink for at, laid in enumerate(beside) for ink in shifted(laid.inks, at * (width + NOTE_GAP)))
        yield Laid(Strip(max(laid.strip.height for laid in beside)), tuple(inks))


def _pair(pair: Pair, frame: Frame, front: bool) -> Iterator[Laid]:
    """Set two columns level: in one strip where they are short, else line beside line."""
    if not pair.en:
        alone = list(lay_blocks(unpaired(pair), frame._replace(running=False), front))
        yield from _padded(alone, trim_of(frame.style).pair)
        return
    first, second = sides(frame.measure)
    both = frame.inside("Div")
    side = both.inside("Div")._replace(measure=first, running=False)
    left = list(lay_blocks(pair.zh, side, front))
    other = both.inside("Div")._replace(measure=second, x=frame.x + first + BETWEEN, running=False)
    right = list(lay_blocks(pair.en, other, front))
    if STATUS[pair.status]:
        right += set_text((Run(STATUS[pair.status]),), "provenance", "en", other)
    if frame.style.kind != "brief":
        yield from _rows(left, right, id(pair))
        return
    tops = (stacked(left), stacked(right))
    pad = trim_of(frame.style).pair
    height = max(column[-1] for column in tops) + 2 * pad
    if height <= text_height(frame.style) * 0.6:
        columns = zip((left, right), tops, strict=True)
        lines = ((laid, top) for column, down in columns for laid, top in zip(column, down, strict=False))
        yield Laid(Strip(height), tuple(ink for laid, top in lines for ink in shifted(laid.inks, down=top + pad)))
        return
    for beside in zip_longest(left, right):
        strips = [laid for laid in beside if laid is not None]
        inks = (ink for laid in strips for ink in shifted(laid.inks, down=laid.strip.before))
        yield Laid(Strip(max(laid.strip.height + laid.strip.before for laid in strips)), tuple(inks))


BETWEEN_ROWS = 4.0
"""pt above a passage of a document in two columns."""


def _rows(left: Sequence[Laid], right: Sequence[Laid], passage: int) -> Iterator[Laid]:
    """Set line beside line, so that a page may end behind any of them; both columns share one pitch."""
    first = (*left, *right)[0].strip
    rows = list(zip_longest(left, right))
    stays = any(laid.strip.keep_next for laid in (*left, *right))
    for row, beside in enumerate(rows):
        strips = [laid for laid in beside if laid is not None]
        height = max(laid.strip.height for laid in strips)
        first_column, second = (_centred(laid, height) for laid in beside)
        last = row == len(rows) - 1
        strip = replace(
            first,
            height=height,
            before=max(laid.strip.before for laid in strips) if row else max(first.before, BETWEEN_ROWS),
            after=max(laid.strip.after for laid in (*left, *right)) if last else 0.0,
            keep_next=stays,
        )
        yield Laid(strip, first_column, tuple(note for laid in strips for note in laid.notes), second, passage)


def _centred(laid: Laid | None, height: float) -> tuple[Ink, ...]:
    """Give what is drawn on a strip, in the middle of a row of this height."""
    return tuple(shifted(laid.inks, down=(height - laid.strip.height) / 2)) if laid else ()


def _padded(strips: list[Laid], pad: float) -> list[Laid]:
    """Put white above and below strips."""
    if strips and pad:
        first = strips[0]
        inks = tuple(shifted(first.inks, down=pad))
        strips[0] = first._replace(strip=replace(first.strip, height=first.strip.height + pad), inks=inks)
        last = strips[-1]
        strips[-1] = last._replace(strip=replace(last.strip, height=last.strip.height + pad))
    return strips
