"""Take the pictures of a page: those whose bytes it holds itself, and the addresses of the others."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import unquote_to_bytes, urljoin

from exporter.model import Document, Medium, Picture, Span
from exporter.readers.content.pictures import Shown, is_small, medium_of
from exporter.readers.formats.html.page import Pictured

_DATA = re.compile(r"data:image/[a-z0-9.+-]{1,40}((?:;[a-z0-9=-]{1,40}){0,4}),([^\"'<>]*)", re.IGNORECASE)
_MARK = re.compile(
    r"icon|logo|arrow|bullet|blank|spacer|(?:^|[/_-])(?:btn|button|bg|qr|ewm|wx|weixin|weibo|share|print|close|dot|line|"
    r"file|doc|docx|pdf|xls|xlsx|zip|rar|new|hot|ic|ico)[_-]?\w{0,3}\.[a-z]{3,4}$",
    re.IGNORECASE,
)
"""Names of files that are marks of a page: arrows, signs of file types, codes to be scanned."""
_PIXELS = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,5})px", re.IGNORECASE)
_SOURCES = ("src", "data-src", "data-original", "_src", "data-echo")
LARGEST = 5_000_000
"""Characters of a drawing."""
ICON = 33
"""Pixels: a picture that is not at hand and lower or narrower is a sign of the page."""
DRAWING = 120
"""Units: a drawing that is smaller is a sign of the page."""
PIXEL = Decimal("25.4") / 96


def shown_of(
    text: str, pictures: Sequence[Pictured], base: str, document: Document
) -> tuple[list[Shown], list[Medium]]:
    """Give the pictures that stand in the document, and the bytes of those that the page holds."""
    shown: list[Shown] = []
    media: dict[str, Medium] = {}
    for one in pictures:
        if not _belongs(document, one.start):
            continue
        medium = held(text, one.start, one.end)
        picture = _picture(one, medium, base, _CAPTIONED.match(text, one.end) is not None)
        if picture is not None:
            shown.append(Shown(one.start, picture))
            if medium is not None:
                media[medium.sha256] = medium
    return shown, list(media.values())


def held(text: str, start: int, end: int) -> Medium | None:
    """Give the picture whose bytes stand in the source itself, between two places of it."""
    if text.startswith("<svg", start):
        return _drawn(text, start)
    found = _DATA.search(text, start, end)
    if found is None:
        return None
    try:
        data = unquote_to_bytes(found[2])
        return medium_of(base64.b64decode(data) if "base64" in found[1].lower() else data)
    except (binascii.Error, ValueError):
        return None


def _drawn(text: str, start: int) -> Medium | None:
    """Give a drawing that the page itself holds."""
    end = text.find("</svg>", start, start + LARGEST)
    if end < 0:
        return None
    said = text[start : end + len("</svg>")]
    if "xmlns=" not in said.partition(">")[0]:
        said = said.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return medium_of(said.encode())


_CAPTIONED = re.compile(r"(?:\s|<[^<>]{0,300}>|&nbsp;){0,40}图\s?[\d一二三四五六七八九十]")
"""The caption right below a picture."""


def _picture(one: Pictured, medium: Medium | None, base: str, captioned: bool) -> Picture | None:
    """Give a picture as its page shows it; None for a sign of the page, which has no caption."""
    width, height = _size(one.attributes)
    alt = html.unescape(one.attributes.get("alt", "") or one.attributes.get("title", "")).strip()
    span = Span(one.start, one.end)
    if medium is not None and medium.media == "image/svg+xml":
        box = re.findall(r"\d+(?:\.\d+)?", one.attributes.get("viewbox", ""))
        width, height = (
            (width, height) if width else (int(float(box[2])), int(float(box[3]))) if len(box) == 4 else (1, 1)
        )
        return None if is_small(width, height, DRAWING) else Picture(medium.sha256, alt, span=span)
    if medium is not None:
        if is_small(width or medium.width, height or medium.height):
            return None
        wide = (width * PIXEL).quantize(Decimal("0.1")) if width else None
        return Picture(medium.sha256, alt, width=wide, span=span)
    address = next((found for name in _SOURCES if (found := one.attributes.get(name, "")) and "data:" not in found), "")
    address = html.unescape(address).strip()
    sign = not captioned and _MARK.search(address.partition("?")[0])
    if is_small(width, height, ICON) or not address or sign:
        return None
    return Picture("", alt, address=urljoin(base, address) if base else address, span=span)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Give width and height in pixels, 0 where the page does not say them."""
    found = {name.lower(): int(value) for name, value in _PIXELS.findall(attributes.get("style", ""))}
    for name in ("width", "height"):
        given = re.match(r"\s*(\d{1,5})(?:px)?\s*$", attributes.get(name, ""))
        if given and name not in found:
            found[name] = int(given[1])
    return found.get("width", 0), found.get("height", 0)


def _belongs(document: Document, place: int) -> bool:
    """Tell whether a place lies in the document: behind its first line, and behind no line that is not its own."""
    spans = [one.span for one in (*document.blocks, *document.appendix) if one.span]
    if not spans or place < min(span.start for span in spans):
        return False
    before = (one for one in document.account if one.span.start <= place and one.reason != "markup")
    return max(before, key=lambda one: one.span.start).kind != "furniture"
