"""Lay a document out on pages: front matter, contents, text, appendix, and the notes at the foot of each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from exporter.model import Document, Note, PageBreak
from exporter.renderers.fonts.faces import Faces
from exporter.renderers.layout.arranging import arranged
from exporter.renderers.layout.blocks import lay_blocks, lay_note, lowered
from exporter.renderers.layout.brief_pages import lay_sheets
from exporter.renderers.layout.contents import lay_contents
from exporter.renderers.layout.footnotes import ABOVE_NOTES, BELOW_RULE, RULE, RULE_SHARE, at_the_foot
from exporter.renderers.layout.forms import appendix_breaks, form_of_head, head_of
from exporter.renderers.layout.frame import Book, Frame, Passage, Passages, lines_of, set_otherwise
from exporter.renderers.layout.imprint import imprint_of, with_imprint, with_room
from exporter.renderers.layout.imprint_lines import parted
from exporter.renderers.layout.items import Fill, Ink, Laid, Sheet, shown, stacked
from exporter.renderers.layout.letter import lettered
from exporter.renderers.layout.roles import front_length, heading_depths
from exporter.renderers.layout.structure import LOOSE, ROOT, Element, Structure
from exporter.renderers.layout.table_widths import fewest_lines, measure_of, text_height
from exporter.renderers.layout.typed_lines import typed_lines
from exporter.renderers.layout.wording import deep
from exporter.style import Style
from exporter.typesetting import Page, Placed, fill_pages, paginate


class Layout(NamedTuple):
    """A document on pages, and each of its paragraphs as it stands there."""

    sheets: tuple[Sheet, ...]
    passages: Passages
    feet: Mapping[str, Passage]
    """Notes at the foot of a page, as they were set, by identifier."""
    elements: tuple[Element, ...] = ()
    """What the document is made of, in reading order."""


NOTHING = Layout((), {}, {})
"""What is left to an engine that lays pages out by itself."""


def lay_out(document: Document, style: Style, faces: Faces, turns: bool = False) -> Layout:
    """Lay a document out on pages of a style; `faces` takes account of every character.

    `turns`: tables that are too wide stand on their side; an engine that cannot draw them so has them set smaller.
    """
    blocks, imprint = parted(document.blocks) if turns and style.kind == "document" else (document.blocks, ())
    form = form_of_head(head_of(blocks))
    document = replace(document, blocks=blocks) if imprint else document
    document = arranged(document, style)
    frame = _frame(document, style, faces)._replace(turns=turns)
    if style.kind == "brief":
        briefed = tuple(lay_sheets(document, frame._replace(running=False)))
        return Layout(briefed, frame.book.passages, {}, tuple(frame.book.structure.elements))
    page = Page(text_height(style), orphans=fewest_lines(style), above_notes=ABOVE_NOTES)
    laid = list(_document(document, frame))
    foot = imprint_of(imprint, frame, form) if imprint else None
    laid = _filled(with_room(laid, foot, frame) if foot else laid, page, frame.book)
    sheets = tuple(_sheet(laid, on, frame) for on in paginate([one.strip for one in laid], page))
    if foot:
        sheets = with_imprint(sheets, foot, frame)
    if form == "letter":
        sheets = lettered(sheets, frame)
    feet = {id: frame.book.groups[note[0].strip.group or 0] for id, note in frame.book.feet.items()}
    return Layout(sheets, frame.book.passages, feet, tuple(frame.book.structure.elements))


def _filled(laid: list[Laid], page: Page, book: Book) -> list[Laid]:
    """Set some paragraphs anew so that pages are full."""
    otherwise: dict[int, tuple[list[Laid], Passage]] = {}

    def anew(first: Laid, by: int) -> list[Laid] | None:
        passage = set_otherwise(book.groups[first.strip.group or 0], by)
        if passage is None:
            return None
        lines = list(lines_of(passage, book.feet))
        otherwise[id(lines[0])] = lines, passage
        return lines

    filled, changed = fill_pages(laid, page, anew)
    for first in changed:
        passage = otherwise[id(first)][1]
        book.groups[passage.group].composed = passage.composed
    return filled


def _frame(document: Document, style: Style, faces: Faces) -> Frame:
    feet: dict[str, list[Laid]] = {}
    depths = heading_depths(tuple(deep((*document.blocks, *document.appendix))))
    typed = typed_lines(document) if style.kind == "document" else {}
    book = Book(
        feet,
        enumerate(depths, 1),
        Structure(faces.lang),
        media={one.sha256: one for one in document.media},
        typed=typed,
    )
    frame = Frame(style, faces, book, measure_of(style), within=LOOSE)

    def height_of(note: Note) -> float:
        feet[note.id] = list(lay_note(note, frame))
        return stacked(feet[note.id])[-1] or inf

    chosen = at_the_foot(document, style, height_of, text_height(style))
    for refused in feet.keys() - chosen.keys():
        del feet[refused]
    return frame._replace(running=True, within=ROOT)


def _document(document: Document, frame: Frame) -> Iterator[Laid]:
    blocks = (*document.blocks, *([PageBreak()] if appendix_breaks(document) else ()), *document.appendix)
    front = front_length(document.blocks)
    yield from lowered(list(lay_blocks(blocks[:front], frame, front=True)))
    contents = list(lay_contents(document, frame._replace(running=False))) if frame.style.contents else []
    yield from contents
    rest = lay_blocks(blocks[front:], frame)
    yield from lowered(list(rest), new_page=True) if contents or not front else rest


def _read(strips: Sequence[Laid], on: Sequence[Placed]) -> Iterator[tuple[float, Ink]]:
    """Give what a page shows in the order in which it is read: of a passage in columns, one after the other."""
    passage, second = 0, list[tuple[float, Ink]]()
    for place in on:
        laid = strips[place.strip]
        if laid.passage != passage:
            yield from second
            passage, second = laid.passage, []
        yield from ((place.y, ink) for ink in shown(laid, place.repeated))
        second += ((place.y, ink) for ink in laid.beside)
    yield from second


def _sheet(strips: Sequence[Laid], on: Sequence[Placed], frame: Frame) -> Sheet:
    inks = tuple(_read(strips, on))
    last = on[-1]
    depth = last.y + strips[last.strip].strip.height
    notes = [id for place in on if not place.repeated for id in strips[place.strip].notes]
    if not notes:
        return Sheet(inks, depth)
    tops = _tops(notes, frame)
    return Sheet((*inks, *_foot(notes, tops, frame)), depth, tuple(zip(notes, tops, strict=True)))


def _tops(notes: Sequence[str], frame: Frame) -> list[float]:
    """Give the top of each note, so that the last ends at the foot of the text block."""
    heights = [stacked(frame.book.feet[id])[-1] for id in notes]
    foot = text_height(frame.style)
    return [foot - sum(heights[at:]) for at in range(len(notes))]


def _foot(notes: Sequence[str], tops: Sequence[float], frame: Frame) -> Iterator[tuple[float, Ink]]:
    style = frame.style
    yield tops[0] - BELOW_RULE - RULE, Fill(0.0, 0.0, frame.measure * RULE_SHARE, RULE, style.text["note"].color)
    for id, top in zip(notes, tops, strict=True):
        strips = frame.book.feet[id]
        for laid, down in zip(strips, stacked(strips), strict=False):
            yield from ((top + down, ink) for ink in laid.inks)
