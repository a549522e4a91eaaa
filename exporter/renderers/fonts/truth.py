"""Find the characters that a face draws as another: some draw 餘 as 余, and nothing in the file says so.

A pair of variants is drawn falsely where the face draws both alike, and a face that is known to be true draws them
apart. Outlines that look alike differ in their data, so pictures are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache
from math import sqrt
from typing import Any

from exporter.font_files import Glyphs, opened
from exporter.fonts import Face
from exporter.style import data_folder

ALIKE, APART = 0.975, 0.80
"""Likeness of two pictures (cosine) that is one character's, and that is surely not."""
SIZE, SIDE, BLUR = 64, 48, 1.2
"""px of a letter as it is drawn, of its picture as it is compared, and by which that is blurred."""


def false_shapes(face: Face, characters: Iterable[str], reference: Face) -> frozenset[str]:
    """Find the characters that a face has and draws as their simplified form; `reference` is a face that is true."""
    if (face.path, face.index) == (reference.path, reference.index):
        return frozenset()
    pairs = variants()
    return frozenset(char for char in characters if char in pairs and _false(face, char, pairs[char], reference))


def has(face: Face, char: str) -> bool:
    """Tell whether a face has a character."""
    return ord(char) in opened(face.path, face.index).unicodes


def twins(characters: Set[str], forms: Glyphs) -> frozenset[str]:
    """Find the characters whose glyph an earlier one has."""
    shared = sorted(forms.sharing(characters))
    first: dict[int, str] = {}
    for char in shared:
        first.setdefault(forms[char][0], char)
    return frozenset(char for char in shared if first[forms[char][0]] != char and not char.isspace())


@cache
def variants() -> Mapping[str, str]:
    """Give the simplified form of each traditional character that has one of its own."""
    rows = (
        line.split("\t") for line in (data_folder("source") / "traditional.tsv").read_text("utf-8").splitlines()[1:]
    )
    return {row[0]: row[1] for row in rows if row[0] != row[1]}


@lru_cache(maxsize=20_000)
def _false(face: Face, char: str, simple: str, reference: Face) -> bool:
    if not all(has(one, each) for one in (face, reference) for each in (char, simple)):
        return False
    return _likeness(face, char, simple) > ALIKE and _likeness(reference, char, simple) < APART


def _likeness(face: Face, one: str, other: str) -> float:
    first, second = _picture(face, one), _picture(face, other)
    length = sqrt(sum(dot * dot for dot in first) * sum(dot * dot for dot in second))
    return sum(a * b for a, b in zip(first, second, strict=True)) / length if length else 1.0


@lru_cache(maxsize=4096)
def _picture(face: Face, char: str) -> bytes:
    """Draw a character, cut to its ink, in a square of its own."""
    from PIL import Image, ImageDraw, ImageFilter

    sheet = Image.new("L", (SIZE * 3 // 2, SIZE * 3 // 2), 0)
    ImageDraw.Draw(sheet).text((SIZE // 4, SIZE // 8), char, font=_font(face), fill=255)
    ink = sheet.point(lambda dot: 255 if dot > 76 else 0).getbbox()
    if ink is None:
        return bytes(SIDE * SIDE)
    cut = sheet.crop(ink).resize((SIDE, SIDE))
    return cut.filter(ImageFilter.GaussianBlur(BLUR)).tobytes()


@lru_cache(maxsize=16)
def _font(face: Face) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), SIZE, index=face.index)
