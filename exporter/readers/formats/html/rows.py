"""Join pieces of a page's text to lines; what is markup between them becomes an edit."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from exporter.model import Alteration, Span
from exporter.readers.lines.line import SPACE, Line, tight
from exporter.readers.lines.repair import UNREADABLE

_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?")
_NEWLINE = re.compile(r"(?<![ \t])[ \t]{0,200}[\r\n\f][ \t\r\n\f]*")
_CHANGED = re.compile(rf"{_REFERENCE.pattern}|{_NEWLINE.pattern}")


def line_of(text: str, pieces: Sequence[tuple[int, int]], signs: Mapping[int, str] | None = None) -> Line | None:
    """Join pieces of text to a line; tags between them, references and line ends in them become edits.

    `signs`: a piece that begins at such a place is markup, and stands for that text.
    """
    parts: list[str] = []
    edits: list[Alteration] = []
    last = -1
    for start, end in pieces:
        if last >= 0 and start > last:
            edits.append(Alteration(Span(last, start), text[last:start], "", "markup"))
        if signs and start in signs:
            parts.append(signs[start])
            edits.append(Alteration(Span(start, end), text[start:end], signs[start], "sign of markup"))
        else:
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


def _gap(text: str, start: int, end: int) -> str:
    """A line end between Latin letters or figures is a space, between Chinese nothing."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
