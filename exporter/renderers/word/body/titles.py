"""Tell where the lines of a title end in Word."""

from __future__ import annotations

from exporter.renderers.layout.title_breaks import title_breaks
from exporter.renderers.word.body.writing import Place, Writing
from exporter.renderers.word.sizes import ems


def breaks_of(text: str, style: str, writing: Writing, place: Place) -> tuple[int, ...]:
    """Give the places where the lines of a centred title end, so that no word is cut (GB/T 9704-2012, 7.3.1)."""
    letters = writing.style.text["title"]
    if style not in ("Title", "AttachmentTitle") or letters.align != "center" or place.cell:
        return ()
    room = place.width / 25.4 * 72 / (letters.size + letters.tracking)
    return title_breaks(text, room - letters.left - letters.right, ems)
