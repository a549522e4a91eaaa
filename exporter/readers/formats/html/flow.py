"""Turn the tokens of a web page into lines and tables, each with the box that it stands in."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from exporter.errors import SourceError
from exporter.readers.formats.html.cells import begin_cell, begin_table, cell_lines, end_table
from exporter.readers.formats.html.inlines import Inlines
from exporter.readers.formats.html.mathml import formula
from exporter.readers.formats.html.ordered import numbered, ordered
from exporter.readers.formats.html.page import Box, Flowed, Pictured, State, WebPage
from exporter.readers.formats.html.rows import line_of
from exporter.readers.formats.html.tokenizer import Token, attributes, tokens

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


def flow(text: str, name: str, start: int = 0, end: int | None = None) -> WebPage:
    """Turn a page, or the stretch of a text that is one, into lines. Raises SourceError `html.too_deep`."""
    state = State(text, name)
    for token in tokens(text, start, end):
        match token.kind:
            case "text":
                _text(state, token)
            case "open":
                _open(state, token)
            case "close":
                _close(state, token)
            case "skip" if token.name == "math":
                _sign(state, token, formula(text[token.start : token.end]))
                state.page.formulas += 1
            case _:
                pass
    _flush(state)
    while state.tables:
        _flush(state)
        end_table(state)
    state.page.looks = state.inlines.finished(state.page.base)
    state.page.relative = state.inlines.relative
    return state.page


# ---------------------------------------------------------------- tokens


def _text(state: State, token: Token) -> None:
    if state.inlines.quiet:
        return
    state.pieces.append((token.start, token.end))
    if state.links:
        state.linked += token.end - token.start


def _open(state: State, token: Token) -> None:
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
    tag = state.text[token.start : token.end]
    boxed = name in BOXES or name in OUTSIDE or name == "td"
    found = attributes(state.text, token) if boxed or "style" in tag or "hidden" in tag else {}
    hidden = "hidden" if Inlines.hides(found, tag) else ""
    if boxed or hidden:
        label = f"{found.get('class', '')} {found.get('id', '')}".strip()
        state.page.boxes.append(Box(box, name, OUTSIDE.get(name, hidden), label))
        box = len(state.page.boxes) - 1
    _push(state, name, box)
    if name == "table":
        begin_table(state)
    elif name in ("tr", "td", "th") and state.tables:
        begin_cell(state, token)
    elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
        state.heading = int(name[1])
    elif name == "pre":
        state.pre += 1


def _open_inline(state: State, token: Token) -> None:
    name = token.name
    if name == "a":
        state.links = 1
    if name in ("img", "svg", "base", "link", "input", "iframe", "embed", "object", "video"):
        _open_empty(state, token)
        return
    state.inlines.open(state.text, token)
    state.inline += 1
    if state.inline > MAX_INLINE:
        raise _too_deep(state.name, MAX_INLINE)


def _open_empty(state: State, token: Token) -> None:
    """Take account of a picture, or of the address that the page gives for itself."""
    found = attributes(state.text, token)
    if token.name in ("iframe", "embed", "object", "video"):
        state.page.embedded.append((found.get("src", "") or found.get("data", ""), _box(state)))
    elif token.name in ("img", "svg"):
        state.page.pictures.append(Pictured(token.start, token.end, found, _box(state)))
    elif token.name == "input":
        kind = found.get("type", "").lower()
        ticked = re.search(r"\schecked(?=[\s=/>])", state.text[token.start : token.end], re.IGNORECASE)
        if kind in _TICKS:
            _sign(state, token, _TICKS[kind][ticked is None])
    elif token.name == "base" or found.get("rel", "").lower() == "canonical":
        address = html.unescape(found.get("href", ""))
        if address.startswith(("http://", "https://")):
            state.page.base = address


def _sign(state: State, token: Token, text: str) -> None:
    """Put text in the place of markup that shows something."""
    if text:
        state.pieces.append((token.start, token.end))
        state.signs[token.start] = text


_TICKS = {"checkbox": "☑☐", "radio": "●○"}
"""What a box shows, ticked and open."""


def _open_list(state: State, token: Token) -> None:
    """Count the items of an ordered list; a number stands in the place of its item's tag."""
    if token.name in ("ol", "ul"):
        found = attributes(state.text, token)
        state.ordered.append(ordered(found) if token.name == "ol" else None)
    elif token.name == "li" and state.ordered and (counted := state.ordered[-1]) is not None:
        state.number = (token.start, token.end, counted.next(attributes(state.text, token).get("value", "")))


def _push(state: State, name: str, box: int) -> None:
    state.stack.append((name, box))
    state.open_[name] = state.open_.get(name, 0) + 1
    if len(state.stack) > MAX_DEPTH:
        raise _too_deep(state.name, MAX_DEPTH)


def _too_deep(name: str, limit: int) -> SourceError:
    return SourceError(
        f"{name}: elements nested deeper than {limit}; save the page's text as .txt and read that", "html.too_deep"
    )


def _close(state: State, token: Token) -> None:
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


def _close_inner(state: State, name: str, opening: str) -> None:
    """Close an element that the one now opening ends, as far as the nearest box."""
    for depth in range(len(state.stack) - 1, max(-1, len(state.stack) - 8), -1):
        found = state.stack[depth][0]
        if found == name:
            while len(state.stack) > depth:
                _pop(state)
            return
        if found in BOXES and not (opening in ("tr", "td", "th") and found not in ("table", "div")):
            return


def _pop(state: State) -> str:
    name, _ = state.stack.pop()
    state.open_[name] -= 1
    if name == "table" and state.tables:
        _flush(state)
        end_table(state)
    return name


def _box(state: State) -> int:
    return state.stack[-1][1] if state.stack else 0


# ---------------------------------------------------------------- lines


def _flush(state: State) -> None:
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
        line = line_of(state.text, row, state.signs)
        if line is None:
            continue
        if number is not None:
            line, number = numbered(state.text, line, *number), None
        found = Flowed(replace(line, level=level or None), box, min(linked, len(line.text)))
        cell_lines(state).append(found)


def _rows(state: State, pieces: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
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
