"""Take the pictures of a PDF's pages: where each stands, and its bytes, once."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from exporter.model import Medium, Picture
from exporter.readers.content.pictures import Shown, medium_of
from exporter.readers.formats.pdf.ruled_tables import Bounds, Letter

_IMAGE = 3
LEAST = 30.0
"""pt: what is lower or narrower is a mark, a rule or a signature stamp's edge, and no picture of the text."""
WHOLE = 0.8
"""Share of a page that only its ground covers: a scan below the text layer, a background."""
MOST = 200
"""Pictures that are looked at in a document."""
MOST_PIXELS = 40_000_000
MOST_BYTES = 60_000_000
POINT = Decimal("25.4") / 72


class Found(NamedTuple):
    """A picture on a page, and its place there in pt."""

    bounds: Bounds
    medium: Medium


@dataclass(slots=True)
class Pictures:
    """The pictures of a document as its pages are read."""

    media: dict[str, Medium] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    pages: Counter[str] = field(default_factory=Counter)
    looked_at: int = 0
    size: int = 0
    unread: int = 0

    def of_page(self, page: Any) -> list[Found]:
        """Give the pictures of a page, from top to bottom."""
        width, height = page.get_size()
        found: list[Found] = []
        for one in page.get_objects(filter=(_IMAGE,), max_depth=3):
            bounds = Bounds(*one.get_bounds())
            wide, high = bounds.right - bounds.left, bounds.top - bounds.bottom
            if min(wide, high) < LEAST or wide * high > WHOLE * width * height:
                continue
            self.looked_at += 1
            medium = self._medium(one) if self.looked_at <= MOST and self.size < MOST_BYTES else None
            if medium is None:
                self.unread += 1
            else:
                found.append(Found(bounds, medium))
        self.pages.update({one.medium.sha256 for one in found})
        return sorted(found, key=lambda one: -one.bounds.top)

    def place(self, found: Found, at: int) -> None:
        """Put a picture at a place of the text."""
        self.media[found.medium.sha256] = found.medium
        width = Decimal(round(found.bounds.right - found.bounds.left, 1)) * POINT
        self.shown.append(Shown(at, Picture(found.medium.sha256, width=width.quantize(Decimal("0.1")))))

    def kept(self, pages: int) -> Iterator[Shown]:
        """Give the pictures that are not on most pages, as the sign of a house or its ground are."""
        for one in self.shown:
            if not (pages > 2 and self.pages[one.picture.image] > pages / 2):
                yield one

    def _medium(self, image: Any) -> Medium | None:
        medium = medium_of(_data(image))
        if medium is not None:
            self.size += len(medium.data)
        return medium


def _data(image: Any) -> bytes:
    """Give a JPEG as it stands, and any other picture as PNG; nothing for one that cannot be read."""
    try:
        width, height = image.get_px_size()
        if width * height > MOST_PIXELS:
            return b""
        if image.get_filters(skip_simple=True) == ["DCTDecode"]:
            data = bytes(image.get_data(decode_simple=True))
            if data.startswith(b"\xff\xd8") and b"Adobe" not in data[:4096]:
                return data
        made = io.BytesIO()
        image.get_bitmap(render=True).to_pil().convert("RGB").save(made, "PNG")
        return made.getvalue()
    except Exception:  # a broken picture must not take the text away; it is counted as unread
        return b""


def place_of(found: Found, letters: Sequence[Letter]) -> int:
    """Give the index of the letter that a picture stands before: beside the line that is nearest to it.

    That is the start of the nearest line below, or the end of the nearest one above.
    """
    seen = [(at, one.box) for at, one in enumerate(letters) if one.box is not None and not one.text.isspace()]
    below = [(at, box.top) for at, box in seen if box.top <= found.bounds.bottom + SLACK]
    above = [(at, box.bottom) for at, box in seen if box.bottom >= found.bounds.top - SLACK]
    high, low = max((top for _, top in below), default=-FAR), min((bottom for _, bottom in above), default=FAR)
    if below and found.bounds.bottom - high <= low - found.bounds.top:
        return min(at for at, top in below if high - top <= LINE)
    if above:
        last = max(at for at, bottom in above if bottom - low <= LINE)
        return next((at + 1 for at in range(last, len(letters)) if letters[at].text == "\n"), len(letters))
    return len(letters)


SLACK = 3.0
"""pt that a line may reach into a picture."""
LINE = 8.0
"""pt by which letters of one line differ in height."""
FAR = 1e6
