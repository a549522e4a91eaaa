"""Read the lines of a PDF page as they stand: every glyph's ink, font and size, in mm from the top left corner.

The page is what is left when it is cut: its TrimBox, where it has one.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from exporter.pdfium import opened, raw

MM = 25.4 / 72
"""Millimetres in a point."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character on the page: its ink in mm, the place of its origin, its font and size in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    base: float
    """Base line, mm from the top."""
    font: str
    size: float

    @property
    def is_han(self) -> bool:
        """Whether it is a Han character, as wide and as high as its size."""
        return "\u3400" <= self.text <= "\u9fff" or self.text >= "\U00020000"


@dataclass(frozen=True)
class Line:
    """Glyphs on one base line, left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def base(self) -> float:
        """Base line, mm from the top."""
        return self.glyphs[0].base

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def left(self) -> float:
        """Left edge of the ink."""
        return min(glyph.left for glyph in self.glyphs)

    @cached_property
    def right(self) -> float:
        """Right edge of the ink."""
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        """Top of the ink."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """Foot of the ink."""
        return max(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """Size in pt of most of its glyphs."""
        sizes = [glyph.size for glyph in self.glyphs]
        return max(set(sizes), key=sizes.count)


@dataclass(frozen=True, slots=True)
class PageInk:
    """A page: its size in mm and its lines from top to bottom."""

    number: int
    """From 1."""
    width: float
    height: float
    lines: tuple[Line, ...]


def read_pages(data: bytes) -> tuple[PageInk, ...]:
    """Read every page of a PDF. Raises SourceError `pdf.malformed`, `pdf.encrypted`."""
    with opened("the file", data) as document:
        return tuple(_page(document[index], index + 1) for index in range(len(document)))


def _page(page: Any, number: int) -> PageInk:
    left, foot, right, head = page.get_trimbox()
    text = page.get_textpage()
    try:
        glyphs = list(_glyphs(text, left, head))
    finally:
        text.close()
        page.close()
    return PageInk(number, (right - left) * MM, (head - foot) * MM, tuple(_lines(glyphs)))


def _glyphs(text: Any, edge: float, head: float) -> Iterator[Glyph]:
    pdfium = raw()
    box = [ctypes.c_double() for _ in range(4)]
    at = [ctypes.c_double() for _ in range(2)]
    buffer = ctypes.create_string_buffer(256)
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code <= 0x20 or code == 0xA0 or pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        pdfium.FPDFText_GetCharBox(text.raw, index, *box)  # left, right, bottom, top
        pdfium.FPDFText_GetCharOrigin(text.raw, index, *at)
        length = pdfium.FPDFText_GetFontInfo(text.raw, index, buffer, 256, None)
        left, right, bottom, top = (one.value for one in box)
        yield Glyph(
            text=chr(code),
            left=(left - edge) * MM,
            top=(head - top) * MM,
            right=(right - edge) * MM,
            bottom=(head - bottom) * MM,
            x=(at[0].value - edge) * MM,
            base=(head - at[1].value) * MM,
            font=buffer.raw[: max(0, length - 1)].decode("utf-8", "replace").partition("+")[2] or buffer.value.decode(),
            size=round(pdfium.FPDFText_GetFontSize(text.raw, index) * _scale(pdfium, text, index), 2),
        )


def _scale(pdfium: Any, text: Any, index: int) -> float:
    """Give how much larger a character stands on the page than its font size says: some engines draw in px."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text.raw, index, matrix):
        return 1.0
    return math.hypot(matrix.c, matrix.d)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Group glyphs whose base lines differ by less than half a millimetre."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.base)
    number = 0
    last = None
    numbered: list[tuple[int, Glyph]] = []
    for glyph in ordered:
        if last is not None and glyph.base - last > 0.5:
            number += 1
        last = glyph.base
        numbered.append((number, glyph))
    for _, members in groupby(numbered, key=lambda pair: pair[0]):
        yield Line(tuple(sorted((glyph for _, glyph in members), key=lambda glyph: glyph.x)))
