"""Say how large a picture of the source is printed, and lay it out with the line that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.model import Picture, printed
from exporter.renderers.layout.frame import Frame, set_text
from exporter.renderers.layout.items import Image, Laid
from exporter.renderers.layout.media import UNNAMED, is_drawn, picture_size
from exporter.renderers.layout.table_widths import PT_PER_MM, text_height
from exporter.typesetting import Strip

ABOVE, BELOW = 4.0, 6.0
"""pt around a picture."""


def lay_picture(picture: Picture, frame: Frame) -> Iterator[Laid]:
    """Lay out a picture in the middle of its measure; nothing for one whose bytes are not at hand."""
    medium = frame.book.media.get(picture.image)
    if medium is not None and is_drawn(medium):
        page = text_height(frame.style) / PT_PER_MM
        width, height = (side * PT_PER_MM for side in picture_size(picture, medium, frame.measure / PT_PER_MM, page))
        owner = frame.add("Figure", picture.lang, said=picture.alt or printed(picture.caption) or UNNAMED)
        image = Image(frame.x + (frame.measure - width) / 2, 0.0, width, height, picture.image, owner)
        yield Laid(Strip(height, ABOVE, BELOW, keep_next=bool(picture.caption)), (image,))
    if picture.caption:
        below = replace(frame.style.text["caption"], keep_next=False)
        yield from set_text(picture.caption, "caption", picture.lang, frame._replace(running=False), own=below)
