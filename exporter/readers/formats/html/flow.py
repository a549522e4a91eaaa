"""Turn the tokens of a web page into lines and tables, each with the box that it stands in."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from exporter.errors import SourceError
from exporter.model import Align, Alteration, Span
from exporter.readers.content.looks import Look
from exporter.readers.formats.html.inlines import Inlines
from exporter.readers.formats.html.ordered import Ordered, numbered, ordered
from exporter.readers.formats.html.tokenizer import Token, attributes, tokens
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import SPACE, GridCell, Line, join, tight
from exporter.readers.lines.repair import UNREADABLE

MAX_DEPTH = 1_000
"""Deepest nesting of boxes; pages of public sites have at most some 60."""
MAX_INLINE = 20_000

BOXES = frozenset(
    (
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "center",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "fieldset",
        "figure",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "details",
    )
)
BREAKS = BOXES | frozenset(
    (
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "caption",
        "hr",
        "pre",
        "address",
        "figcaption",
        "option",
        "title",
        "legend",
        "summary",
        "br",
    )
)
_CLOSED_BY: dict[str, frozenset[str]] = {
    "p": frozenset(("p",)),
    "li": frozenset(("li", "p")),
    "dt": frozenset(("dt", "dd", "p")),
    "dd": frozenset(("dt", "dd", "p")),
    "tr": frozenset(("tr", "td", "th", "p")),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
}
OUTSIDE: dict[str, str] = {
    "nav": "navigation",
    "footer": "site footer",
    "aside": "related links",
    "select": "form",
    "option": "form",
    "button": "form",
    "textarea": "form",
    "title": "page title",
    "marquee": "navigation",
}
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_NEWLINE = re.compile(r"(?<![ \t])[ \t]{0,200}[\r\n\f][ \t\r\n\f]*")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Box:
    """A block element of the page: the box around it, and the reason if nothing in it is the document's."""

    parent: int
    name: str
    reason: str = ""
    label: str = ""
    """Its class and id."""


@dataclass(frozen=True, slots=True)
class Flowed:
    """A line of the page, the box it stands in, and how many of its characters are links."""

    line: Line
    box: int
    linked: int = 0


@dataclass(slots=True)
class Page:
    """A page as lines; `title` is the text of its title element."""

    boxes: list[Box] = field(default_factory=lambda: [Box(-1, "page")])
    lines: list[Flowed] = field(default_factory=list)
    title: str = ""
    looks: list[Look] = field(default_factory=list)
    pictures: list[Pictured] = field(default_factory=list)
    base: str = ""
    """The address that it gives for itself."""
    relative: int = 0
    """Links to addresses that are whole only beside the page's own, which it does not give."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture of the page: where its tag begins and ends, its attributes, and the box it stands in."""

    start: int
    end: int
    attributes: dict[str, str]
    box: int


@dataclass(slots=True)
class _Table:
    rows: list[list[tuple[GridCell, list[Flowed]]]] = field(default_factory=list)
    nested: bool = False
    before: int = 0


@dataclass(slots=True)
class _State:
    """What is open while a page is read."""

    text: str
    name: str
    page: Page = field(default_factory=Page)
    stack: list[tuple[str, int]] = field(default_factory=list)
    open_: dict[str, int] = field(default_factory=dict)
    tables: list[_Table] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    inline: int = 0
    links: int = 0
    linked: int = 0
    heading: int = 0
    pre: int = 0
    inlines: Inlines = field(default_factory=Inlines)
    ordered: list[Ordered | None] = field(default_factory=list)
    """The lists that are open; None: one without numbers."""
    number: tuple[int, int, str] | None = None
    """Place and text of the number that the next line begins with."""


def flow(text: str, name: str, start: int = 0, end: int | None = None) -> Page:
    """Turn a page, or the stretch of a text that is one, into lines. Raises SourceError `html.too_deep`."""
    state = _State(text, name)
    for token in tokens(text, start, end):
        match token.kind:
            case "text":
                _text(state, token)
            case "open":
                _open(state, token)
            case "close":
                _close(state, token)
            case _:
                pass
    _flush(state)
    while state.tables:
        _end_table(state)
    state.page.looks = state.inlines.finished(state.page.base)
    state.page.relative = state.inlines.relative
    return state.page


# ---------------------------------------------------------------- tokens


def _text(state: _State, token: Token) -> None:
    if state.inlines.silent:
        return
    state.pieces.append((token.start, token.end))
    if state.links:
        state.linked += token.end - token.start


def _open(state: _State, token: Token) -> None:
    name = token.name
    if name not in BREAKS and name not in OUTSIDE:
        _open_inline(state, token)
        return
    _flush(state)
    state.inlines.end_silence()
    if name in ("br", "hr"):
        return
    _open_list(state, token)
    for other in _CLOSED_BY.get(name, ()):
        _close_inner(state, other, name)
    box = _box(state)
    if name in BOXES or name in OUTSIDE or name == "td":
        found = attributes(state.text, token)
        hidden = "hidden" if _HIDDEN.search(found.get("style", "")) else ""
        label = f"{found.get('class', '')} {found.get('id', '')}".strip()
        state.page.boxes.append(Box(box, name, OUTSIDE.get(name, hidden), label))
        box = len(state.page.boxes) - 1
    _push(state, name, box)
    if name == "table":
        _begin_table(state)
    elif name in ("tr", "td", "th") and state.tables:
        _begin_cell(state, token)
    elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
        state.heading = int(name[1])
    elif name == "pre":
        state.pre += 1


def _open_inline(state: _State, token: Token) -> None:
    name = token.name
    if name == "a":
        state.links = 1
    if name in ("img", "base", "link"):
        _open_empty(state, token)
        return
    state.inlines.open(state.text, token)
    state.inline += 1
    if state.inline > MAX_INLINE:
        raise _too_deep(state.name, MAX_INLINE)


def _open_empty(state: _State, token: Token) -> None:
    """Take account of a picture, or of the address that the page gives for itself."""
    found = attributes(state.text, token)
    if token.name == "img":
        state.page.pictures.append(Pictured(token.start, token.end, found, _box(state)))
    elif token.name == "base" or found.get("rel", "").lower() == "canonical":
        address = html.unescape(found.get("href", ""))
        if address.startswith(("http://", "https://")):
            state.page.base = address


def _open_list(state: _State, token: Token) -> None:
    """Count the items of an ordered list; a number stands in the place of its item's tag."""
    if token.name in ("ol", "ul"):
        found = attributes(state.text, token)
        state.ordered.append(ordered(found) if token.name == "ol" else None)
    elif token.name == "li" and state.ordered and (counted := state.ordered[-1]) is not None:
        state.number = (token.start, token.end, counted.next(attributes(state.text, token).get("value", "")))


def _push(state: _State, name: str, box: int) -> None:
    state.stack.append((name, box))
    state.open_[name] = state.open_.get(name, 0) + 1
    if len(state.stack) > MAX_DEPTH:
        raise _too_deep(state.name, MAX_DEPTH)


def _too_deep(name: str, limit: int) -> SourceError:
    return SourceError(
        f"{name}: elements nested deeper than {limit}; save the page's text as .txt and read that", "html.too_deep"
    )


def _close(state: _State, token: Token) -> None:
    name = token.name
    if name not in BREAKS and name not in OUTSIDE:
        state.inline = max(0, state.inline - 1)
        if name == "a":
            state.links = 0
        state.inlines.close(name, token.start)
        return
    _flush(state)
    if name in ("ol", "ul") and state.ordered:
        state.ordered.pop()
    if name == "pre":
        state.pre = max(0, state.pre - 1)
    if name[0] == "h" and name[1:].isdigit():
        state.heading = 0
    if state.open_.get(name, 0):
        while state.stack:
            last = _pop(state)
            if last == name:
                break
    state.inline = 0


def _close_inner(state: _State, name: str, opening: str) -> None:
    """Close an element that the one now opening ends, as far as the nearest box."""
    for depth in range(len(state.stack) - 1, max(-1, len(state.stack) - 8), -1):
        found = state.stack[depth][0]
        if found == name:
            while len(state.stack) > depth:
                _pop(state)
            return
        if found in BOXES and not (opening in ("tr", "td", "th") and found not in ("table", "div")):
            return


def _pop(state: _State) -> str:
    name, _ = state.stack.pop()
    state.open_[name] -= 1
    if name == "table" and state.tables:
        _end_table(state)
    return name


def _box(state: _State) -> int:
    return state.stack[-1][1] if state.stack else 0


# ---------------------------------------------------------------- lines


def _flush(state: _State) -> None:
    """End the line that is being gathered."""
    pieces, linked, level = state.pieces, state.linked, state.heading
    state.pieces, state.linked = [], 0
    number, state.number = state.number, state.number if not pieces else None
    if not pieces:
        return
    box = _box(state)
    if state.stack and state.stack[-1][0] == "title":
        state.page.title = state.page.title or html.unescape(state.text[pieces[0][0] : pieces[0][1]]).strip()
    for row in _rows(state, pieces):
        line = line_of(state.text, row)
        if line is None:
            continue
        if number is not None:
            line, number = numbered(state.text, line, *number), None
        found = Flowed(replace(line, level=level or None), box, min(linked, len(line.text)))
        _cell_lines(state).append(found)


def _rows(state: _State, pieces: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """In preformatted text a line end is one; elsewhere it is a space."""
    if not state.pre:
        return [pieces]
    rows: list[list[tuple[int, int]]] = [[]]
    for start, end in pieces:
        here = start
        for found in re.finditer("\n", state.text[start:end]):
            rows[-1].append((here, start + found.start()))
            rows.append([])
            here = start + found.end()
        rows[-1].append((here, end))
    return rows


def line_of(text: str, pieces: Sequence[tuple[int, int]]) -> Line | None:
    """Join pieces of text to a line; tags between them, references and line ends in them become edits."""
    parts: list[str] = []
    edits: list[Alteration] = []
    last = -1
    for start, end in pieces:
        if last >= 0 and start > last:
            edits.append(Alteration(Span(last, start), text[last:start], "", "markup"))
        _add_piece(text, start, end, parts, edits)
        last = end
    whole = "".join(parts)
    if not whole.strip(SPACE + "\r\n\f"):
        return None
    return tight(Line(pieces[0][0], last, whole, tuple(edits)))


def _add_piece(text: str, start: int, end: int, parts: list[str], edits: list[Alteration]) -> None:
    here = start
    for found in _CHANGED.finditer(text, start, end):
        was = found[0]
        if was[0] == "&":
            now = html.unescape(was)
            now = now if now and now != was and now != "\ufffd" else (UNREADABLE if now in ("", "\ufffd") else was)
            rule = "character reference"
        else:
            now, rule = _gap(text, found.start(), found.end()), "white space of markup"
        if now == was:
            continue
        parts += (text[here : found.start()], now)
        edits.append(Alteration(Span(found.start(), found.end()), was, now, rule))
        here = found.end()
    parts.append(text[here:end])


_CHANGED = re.compile(rf"{_REFERENCE.pattern}|{_NEWLINE.pattern}")


def _gap(text: str, start: int, end: int) -> str:
    """A line end between Latin letters or figures is a space, between Chinese nothing."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""


# ---------------------------------------------------------------- tables


def _begin_table(state: _State) -> None:
    if state.tables:
        state.tables[-1].nested = True
    state.tables.append(_Table())


def _begin_cell(state: _State, token: Token) -> None:
    table = state.tables[-1]
    if token.name == "tr" or not table.rows:
        table.rows.append([])
    if token.name == "tr":
        return
    found = attributes(state.text, token)
    cell = GridCell(
        None,
        _count(found.get("colspan", ""), 100),
        _count(found.get("rowspan", ""), 1000),
        _alignment(found),
        token.name == "th",
    )
    table.rows[-1].append((cell, []))


def _count(value: str, most: int) -> int:
    found = re.match(r"\s*(\d{1,6})", value)
    return min(most, max(1, int(found[1]))) if found else 1


def _alignment(found: dict[str, str]) -> Align:
    style = _ALIGN.search(found.get("style", ""))
    value = (style[1] if style else found.get("align", "")).lower()
    return "center" if value == "center" else "right" if value == "right" else "left"


def _cell_lines(state: _State) -> list[Flowed]:
    """Give where a line goes: to the cell that is open, or to the page."""
    for table in reversed(state.tables):
        if table.rows and table.rows[-1]:
            return table.rows[-1][-1][1]
    return state.page.lines


def _end_table(state: _State) -> None:
    """End a table: one of data becomes a line with a grid, one of layout gives its lines in order."""
    _flush(state)
    table = state.tables.pop()
    lines = [line for row in table.rows for _, inner in row for line in inner]
    target = _cell_lines(state)
    if table.nested or not _is_data(table):
        target += lines
        return
    rows = [[replace(cell, line=_cell_line(state.text, inner)) for cell, inner in row] for row in table.rows]
    grid = grid_of(rows)
    if grid is None:
        target += lines
        return
    first, last = lines[0].line, lines[-1].line
    text = "\t".join(cell.line.text for row in grid.rows for cell in row if cell.line)
    target.append(Flowed(Line(first.start, last.end, text, grid=grid), lines[0].box))


def _cell_line(text: str, inner: list[Flowed]) -> Line | None:
    line: Line | None = None
    for one in inner:
        line = one.line if line is None else join(text, line, one.line, "line break in a cell", _cell_glue(line.text))
    return replace(line, level=None) if line else None


def _cell_glue(text: str) -> str:
    return " " if text[-1:].isascii() else ""


def _is_data(table: _Table) -> bool:
    """Tell a table of data from one that only lays out the page: several columns of short cells."""
    rows = [row for row in table.rows if any(inner for _, inner in row)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    sizes = [sum(len(one.line.text) for one in inner) for row in rows for _, inner in row]
    grids = any(one.line.grid for row in rows for _, inner in row for one in inner)
    linked = sum(one.linked for row in rows for _, inner in row for one in inner)
    return not grids and max(sizes) <= 400 and linked < 0.5 * max(1, sum(sizes))
