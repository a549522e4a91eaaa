"""Tell where the lines of a title end in Word."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.renderers.layout.title_breaks import title_breaks
from exporter.renderers.layout.typed_lines import Typed
from exporter.renderers.word.body.writing import Place, Writing
from exporter.renderers.word.sizes import ems
from exporter.style import TextRole, TextStyle

_ROLES: Mapping[str, TextRole] = {"Title": "title", "AttachmentTitle": "title", "Subtitle": "subtitle"}


def breaks_of(text: str, style: str, writing: Writing, place: Place) -> tuple[int, ...]:
    """Give the places where the lines of a centred title end, so that no word is cut (GB/T 9704-2012, 7.3.1)."""
    if style not in _ROLES or place.cell:
        return ()
    letters = writing.style.text[_ROLES[style]]
    room = place.width / 25.4 * 72 / (letters.size + letters.tracking)
    return lines_end(text, style, letters, room - letters.left - letters.right, writing.typed)


def lines_end(text: str, style: str, letters: TextStyle, room: float, typed: Typed) -> tuple[int, ...]:
    """Give the same for letters of a style in a line of so many characters."""
    if style not in _ROLES or letters.align != "center":
        return ()
    return title_breaks(text, room, ems, style != "Subtitle", typed.get(text, ()))
