"""Draw the sheets of a laid-out document as pages of a PDF, each mark on them tagged with the element it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import assert_never

from exporter.model import Run
from exporter.renderers.html import safe_link
from exporter.renderers.layout import shapes
from exporter.renderers.layout.composition import RunPiece, rise_of, set_words
from exporter.renderers.layout.items import Anchor, Entry, Fill, Image, Ink, Picture, Place, Sheet, Turned, Words
from exporter.renderers.layout.table_widths import PT_PER_MM, measure_of, text_height
from exporter.renderers.pdf.tagged.charts import draw_chart
from exporter.renderers.pdf.tagged.content import Content
from exporter.renderers.pdf.tagged.desk import Desk, Drawn
from exporter.renderers.pdf.tagged.file import text
from exporter.renderers.pdf.tagged.furniture import page_number, running_head, sides
from exporter.renderers.pdf.tagged.structure import Node
from exporter.typesetting import Piece

STRIKE = 0.38
"""em above the base line that the line through struck text stands."""


def draw(sheets: Sequence[Sheet], titles: Mapping[int, tuple[str, str]], desk: Desk) -> list[Drawn]:
    """Draw every page."""
    return [_Page(at, sheet, len(sheets), desk).drawn(titles[at + 1]) for at, sheet in enumerate(sheets)]


class _Page:
    """One page while it is drawn."""

    def __init__(self, at: int, sheet: Sheet, count: int, desk: Desk) -> None:
        self._at, self._sheet, self._count, self._desk = at, sheet, count, desk
        self._content = Content(desk.pen)
        self._links: list[int] = []
        self._open: Node | None = None
        self._begun = False
        self._plane: tuple[float, float] | None = None
        self._left, _ = sides(desk.style, at + 1)
        self._top = (desk.style.page.height - desk.style.page.top) * PT_PER_MM

    def drawn(self, titles: tuple[str, str]) -> Drawn:
        for y, ink in self._sheet.inks:
            self._draw(ink, self._top - y)
        self._furniture(titles)
        return Drawn(self._content.written(), tuple(self._links))

    def _furniture(self, titles: tuple[str, str]) -> None:
        desk = self._desk
        self._close()
        self._content.begin("Artifact")
        numbered = page_number(self._at + 1, self._count, desk.style, desk.faces) if self._sheet.numbered else ()
        for x, y, composed in numbered:
            self._content.words(composed.lines[0].pieces, composed, x, y)
        if desk.style.running_head and self._at:
            rule, words = running_head(self._at + 1, titles, desk.style, desk.faces)
            self._content.fill(*rule, desk.style.rule)
            for x, y, composed in words:
                self._content.words(composed.lines[0].pieces, composed, x, y)
        self._content.end()

    def _draw(self, ink: Ink, top: float) -> None:
        left = self._left
        match ink:
            case Words():
                self._words(ink, left + ink.x, top - ink.y)
            case Fill():
                self._turn(None)
                self._content.fill(left + ink.x, top - ink.y, ink.width, ink.height, ink.color)
            case Picture():
                self._picture(ink, left + ink.x, top - ink.y)
            case Image():
                self._image(ink, left + ink.x, top - ink.y)
            case Place():
                self._desk.places[f"section-{ink.number}"] = (self._at, left, top)
                self._desk.headings.append(ink)
            case Anchor():
                self._desk.places[self._desk.notes[ink.note]] = (self._at, left + ink.x, top - ink.y)
            case Entry():
                self._entry(ink, top)
            case Turned():
                self._turned(ink, top - text_height(self._desk.style))
            case _:
                assert_never(ink)

    def _turned(self, turned: Turned, foot: float) -> None:
        """Draw what stands on its side, in a plane of its own whose upper left is the foot of the text block."""
        self._close()
        left, self._left, self._plane = self._left, 0.0, (self._left, foot)
        with self._content.turned(left, foot):
            for ink in turned.inks:
                self._draw(ink, 0.0)
            self._close()
        self._left, self._plane = left, None

    def _turn(self, node: Node | None) -> None:
        """Go on with the content of an element; None: with what is there for the eye alone."""
        if self._begun and node is self._open:
            return
        self._close()
        self._open, self._begun = node, True
        if node is None:
            self._content.begin("Artifact")
        else:
            self._content.begin(node.element.kind, self._desk.tree.mark(node, self._at))

    def _close(self) -> None:
        if self._begun:
            self._content.end()
        self._begun = False

    def _words(self, words: Words, x: float, y: float) -> None:
        composed = words.composed
        line = composed.lines[words.line]
        groups = [(node, tuple(group)) for node, group in groupby(line.pieces, lambda piece: self._owner(words, piece))]
        for at, (node, pieces) in enumerate(groups):
            self._turn(node)
            following = next((piece for _, group in groups[at + 1 : at + 2] for piece in group), None)
            level = following and not rise_of(composed.sources[following.run].run)  # a raised mark is read apart
            tail = following is None and " " in line.tail
            self._content.words(pieces, composed, x, y, tail, following if level else None)
            self._strike(words, pieces, x, y)
            if node is not None:
                self._linked(node, composed.sources[pieces[0].run], pieces, x, y)

    def _strike(self, words: Words, pieces: Sequence[Piece], x: float, y: float) -> None:
        """Draw the line through struck characters, within the content of their element."""
        for piece in pieces:
            source = words.composed.sources[piece.run]
            if source.run.struck:
                height = y + (STRIKE + rise_of(source.run)) * source.text.size
                width = max(0.4, source.size * 0.05)
                self._content.fill(x + piece.x, height, piece.width, width, source.text.color)

    def _owner(self, words: Words, piece: Piece) -> Node | None:
        """Find the element of a piece: that of its paragraph, or one of its own in it."""
        if not words.owners:
            return None
        source = words.composed.sources[piece.run]
        run = source.run
        owner = self._desk.tree.node(words.owners[source.part])
        if run.role == "plain" and run.lang is None:
            return owner
        return self._desk.tree.inline(owner, run, self._kinds(run), self._lang(run, owner))

    def _lang(self, run: Run, owner: Node) -> str:
        own = owner.element.lang or self._desk.faces.lang
        return run.lang if run.lang and run.lang != own else ""

    def _kinds(self, run: Run) -> tuple[str, ...]:
        kinds: tuple[str, ...] = ("Span",) if run.lang else ()
        if self._desk.linked and self._target(run):
            kinds = ("Reference", "Link") if run.role == "mark" else ("Link",)
        return kinds

    def _target(self, run: Run) -> str:
        """Say where a run leads: to a place here, or out into the web; nowhere: empty."""
        if run.role == "link":
            return f"/A<</S/URI/URI{text(run.target or '')}>>" if safe_link(run.target) else ""
        note = self._desk.notes.get(run.target or "") if run.role in ("mark", "figure") else None
        return f"/Dest({note})" if note else ""

    def _linked(self, node: Node, source: RunPiece, pieces: Sequence[Piece], x: float, y: float) -> None:
        run = source.run
        target = self._target(run)
        if target and self._desk.linked:
            rise = rise_of(run) * source.text.size
            first, last = pieces[0], pieces[-1]
            low, high = y + rise - source.size * 0.2, y + rise + source.size * 0.9
            words = self._desk.said.get(self._desk.notes.get(run.target or "", ""), run.target or "")
            self._link(node, (x + first.x, low, x + last.x + last.width, high), target, words)
        if run.role == "mark" and run.target in self._desk.feet:
            self._desk.tree.hang(run.target, self._paragraph(node))

    def _paragraph(self, node: Node) -> Node:
        while node.parent is not None and node.element.kind in ("Link", "Reference", "Span"):
            node = node.parent
        return node

    def _link(self, node: Node, box: tuple[float, ...], target: str, words: str) -> None:
        if self._plane is not None:
            (left, foot), (x, low, right, high) = self._plane, box
            box = (left - high, foot + x, left - low, foot + right)
        number = self._desk.file.reserve()
        key = self._desk.tree.annotate(node, self._at, number)
        edges = " ".join(f"{edge:.2f}" for edge in box)
        said = f"/Rect[{edges}]/F 4/Border[0 0 0]/StructParent {key}/Contents{text(words)}"
        self._desk.file.put(number, f"<</Type/Annot/Subtype/Link{said}{target}>>")
        self._links.append(number)

    def _picture(self, picture: Picture, left: float, top: float) -> None:
        node = self._desk.tree.node(picture.owner)
        scale = picture.width / shapes.WIDTH
        node.box = (left, top - picture.drawing.height * scale, left + picture.width, top)
        self._turn(node)
        draw_chart(picture, left, top, self._content, self._desk.style, self._desk.faces)

    def _image(self, image: Image, left: float, top: float) -> None:
        node = self._desk.tree.node(image.owner)
        node.box = (left, top - image.height, left + image.width, top)
        self._turn(node)
        self._content.image(self._desk.images.name(image.hash), left, top, image.width, image.height)

    def _entry(self, entry: Entry, top: float) -> None:
        """Draw the dots and the page number of a line of the contents, and make the line a link."""
        desk, node = self._desk, self._desk.tree.node(entry.owner)
        given, y = desk.style.text["contents"], top - entry.y
        number = set_words(str(desk.pages.get(entry.place, 0)), given, desk.faces)
        start = self._left + entry.right - number.lines[0].width
        step = given.size * 0.5
        count = max(0, int((start - self._left - entry.x - given.size) / step))
        if count:
            row = set_words("." * count, given, desk.faces)
            piece = row.lines[0].pieces[0]
            self._turn(None)
            spaced = piece._replace(spacing=step - piece.width / count, width=count * step)
            self._content.words((spaced,), row, start - count * step - given.size * 0.2, y)
        self._turn(node)
        self._content.words(number.lines[0].pieces, number, start, y)
        if desk.linked:
            box = (self._left, top - entry.height, self._left + measure_of(desk.style), top)
            name = f"section-{entry.place}"
            self._link(node, box, f"/Dest({name})", desk.said.get(name, name))
