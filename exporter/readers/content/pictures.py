"""Put the pictures of a source among the blocks, with the lines that name them; their bytes are held once."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from exporter.model import Block, Document, Medium, Notice, Paragraph, Picture, Span, plain

CAPTION = re.compile(
    r"^附?[图圖]\s?[\d一二三四五六七八九十]{1,3}(?:[-—－.．]\d{1,2})?(?:[\s　：:.．、]|(?=[\u4e00-\u9fff]))"
)
LONGEST = 50
"""Longest line, in characters, that names a picture."""
SMALL = 12
"""Pixels: what is lower or narrower is a mark or a rule of the page and no picture of the text."""
MOST = 400
"""Pictures that are kept of one document."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and the place in the source text that it stands at."""

    at: int
    picture: Picture


def medium_of(data: bytes) -> Medium | None:
    """Tell what picture bytes are by their first ones; None: no picture that any renderer or Word knows."""
    for starts, media, size in _KINDS:
        if data.startswith(starts):
            width, height = _sized(size, data)
            return Medium(hashlib.sha256(data).hexdigest(), media, data, width, height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Medium(hashlib.sha256(data).hexdigest(), "image/webp", data)
    if data[40:44] == b" EMF":
        return Medium(hashlib.sha256(data).hexdigest(), "image/x-emf", data)
    if b"<svg" in data[:2000]:
        return Medium(hashlib.sha256(data).hexdigest(), "image/svg+xml", data)
    return None


def is_small(width: int, height: int, least: int = SMALL) -> bool:
    """Tell a mark or rule from a picture by its size in pixels; 0 says nothing."""
    return 0 < width < least or 0 < height < least


def with_pictures(document: Document, shown: Sequence[Shown], media: Iterable[Medium]) -> Document:
    """Give the document with its pictures: each behind the block it stands in, and named by the line below it."""
    if not shown:
        return document
    kept = [_located(one) for one in sorted(shown, key=lambda one: one.at)[:MOST]]
    border = min((_start(one, 1 << 60) for one in document.appendix), default=1 << 60)
    blocks = _placed(document.blocks, [one for one in kept if one.at < border])
    appendix = _placed(document.appendix, [one for one in kept if one.at >= border])
    used = {one.picture.image for one in kept}
    held = {one.sha256: one for one in media if one.sha256 in used}
    notices = [*document.notices, *_left_out([one.picture for one in kept], len(shown) - len(kept))]
    return replace(
        document,
        blocks=tuple(_captioned(blocks)),
        appendix=tuple(_captioned(appendix)),
        media=(*document.media, *held.values()),
        notices=tuple(notices),
    )


def _located(shown: Shown) -> Shown:
    """Give a picture its place in the source, where it has no text of its own there."""
    picture = shown.picture
    return shown if picture.span else Shown(shown.at, replace(picture, span=Span(shown.at, shown.at)))


def _left_out(pictures: Sequence[Picture], beyond: int) -> Iterator[Notice]:
    lost = [one for one in pictures if not one.image]
    if lost:
        named = "、".join(dict.fromkeys(one.alt or one.address.rsplit("/", 1)[-1][:40] for one in lost))
        yield Notice(
            "picture.missing",
            f"{len(lost)} pictures are not in the source, which only gives their addresses ({named[:120]}); "
            "they are left out",
            span=lost[0].span,
        )
    if beyond > 0:
        yield Notice("picture.left_out", f"{beyond} pictures beyond the first {MOST} are left out")


def _placed(blocks: Sequence[Block], shown: Sequence[Shown]) -> list[Block]:
    done: list[Block] = []
    coming = list(reversed(shown))
    for block in blocks:
        while coming and coming[-1].at <= _start(block, -1):
            done.append(coming.pop().picture)
        done.append(block)
    return [*done, *(one.picture for one in reversed(coming))]


def _start(block: Block, otherwise: int) -> int:
    return block.span.start if block.span else otherwise


def _captioned(blocks: Sequence[Block]) -> Iterator[Block]:
    """Bind the line below a picture that names it; where the lines above name pictures, these are captions there."""
    waiting: Picture | None = None
    if _named(blocks, -1) > _named(blocks, 1):
        for block, after in pairwise((*blocks, None)):
            assert block is not None
            if isinstance(after, Picture) and isinstance(block, Paragraph) and _names(block):
                yield replace(block, role="caption")
            else:
                yield block
        return
    for block in blocks:
        if waiting is not None and isinstance(block, Paragraph) and _names(block):
            yield replace(waiting, caption=block.runs, span=block.span or waiting.span)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = block if isinstance(block, Picture) and not block.caption else None
        if waiting is None:
            yield block
    if waiting is not None:
        yield waiting


def _named(blocks: Sequence[Block], step: int) -> int:
    """Count the pictures whose neighbour above (-1) or below (1) names a picture."""
    places = (at for at, block in enumerate(blocks) if isinstance(block, Picture))
    beside = (blocks[at + step] for at in places if 0 <= at + step < len(blocks))
    return sum(1 for block in beside if isinstance(block, Paragraph) and _names(block))


def _names(paragraph: Paragraph) -> bool:
    text = plain(paragraph.runs)
    return len(text) <= LONGEST and CAPTION.match(text) is not None and not text.endswith(("。", "；", "："))


# ---------------------------------------------------------------- sizes


def _sized(kind: str, data: bytes) -> tuple[int, int]:
    try:
        match kind:
            case "png":
                return struct.unpack(">II", data[16:24])
            case "gif":
                return struct.unpack("<HH", data[6:10])
            case "bmp":
                width, height = struct.unpack("<ii", data[18:26])
                return abs(width), abs(height)
            case "jpeg":
                return _jpeg(data)
    except struct.error:
        pass
    return 0, 0


def _jpeg(data: bytes) -> tuple[int, int]:
    """Find the frame header of a JPEG: its marker is one of C0 to CF but for C4, C8 and CC."""
    here = 2
    while here + 9 < len(data):
        if data[here] != 0xFF:
            here += 1
            continue
        marker = data[here + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[here + 5 : here + 9])
            return width, height
        here += 2 if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD9 else 2 + _length(data, here + 2)
    return 0, 0


def _length(data: bytes, here: int) -> int:
    (length,) = struct.unpack(">H", data[here : here + 2])
    return max(2, int(length))


_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpeg"),
    (b"GIF87a", "image/gif", "gif"),
    (b"GIF89a", "image/gif", "gif"),
    (b"BM", "image/bmp", "bmp"),
    (b"II*\x00", "image/tiff", ""),
    (b"MM\x00*", "image/tiff", ""),
    (b"\xd7\xcd\xc6\x9a", "image/x-wmf", ""),
    (b"\x01\x00\x09\x00", "image/x-wmf", ""),
)
