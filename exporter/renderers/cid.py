"""Describe a cut font for a PDF that writes text as UTF-16: widths, encoding and font program (ISO 32000-1, 9.7)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exporter.renderers.cut import ASCENT, DESCENT, glyph_numbers, tables

Code = int
"""Two bytes that stand for a character in a page: its code point, or one lent to it where that has more bits."""


@dataclass(frozen=True, slots=True)
class CidFont:
    """What a composite font of a PDF says; glyph numbers are its character identifiers."""

    program: bytes
    """The `CFF ` table alone (`CIDFontType0C`), or the whole TrueType file."""
    compact: bool
    """The program is CFF."""
    glyphs: Mapping[Code, int]
    unicode: Mapping[Code, str]
    widths: Mapping[int, int]
    """Thousandths of an em by glyph number."""
    lent: Mapping[int, Code]
    """Codes of characters beyond the Basic Multilingual Plane, for `str.translate`."""
    box: tuple[int, int, int, int]


def cid_font(font: bytes) -> CidFont:
    """Describe a font file."""
    places = tables(font)
    numbers = glyph_numbers(font)
    lent = _lent(numbers)
    codes = {lent.get(ord(char), ord(char)): char for char in numbers}
    compact = "CFF " in places
    offset, length = places.get("CFF ", (0, 0))
    return CidFont(
        program=font[offset : offset + length] if compact else font,
        compact=compact,
        glyphs={code: numbers[char] for code, char in codes.items()},
        unicode=codes,
        widths=dict(_widths(font, places)),
        lent=lent,
        box=_box(font, places),
    )


def encoding(font: CidFont, name: str) -> bytes:
    """Write the CMap from codes to glyphs."""
    rows = [f"<{code:04x}> {glyph}" for code, glyph in sorted(font.glyphs.items())]
    return _cmap(name, "Identity", 1, list(_hundreds(rows, "cidchar")))


def to_unicode(font: CidFont) -> bytes:
    """Write the CMap from codes to text."""
    rows = [f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for code, char in sorted(font.unicode.items())]
    return _cmap("Adobe-Identity-UCS", "UCS", 2, list(_hundreds(rows, "bfchar")))


def descriptor(font: CidFont) -> dict[str, object]:
    """Give the measures of a font descriptor, in thousandths of an em."""
    return {
        "Flags": 4,
        "FontBBox": list(font.box),
        "ItalicAngle": 0,
        "Ascent": round(ASCENT * 1000),
        "Descent": -round(DESCENT * 1000),
        "CapHeight": 700,
        "StemV": 80,
    }


def width_rows(font: CidFont) -> list[object]:
    """Give the widths that are not 1000, as the `W` array has them."""
    rows: list[object] = []
    for glyph, width in sorted(font.widths.items()):
        if width != 1000:
            rows += [glyph, [width]]
    return rows


def _lent(characters: Iterable[str]) -> dict[int, Code]:
    beyond = sorted(ord(char) for char in characters if ord(char) > 0xFFFF)
    taken = {ord(char) for char in characters}
    free = (code for code in range(0xE000, 0xF900) if code not in taken)
    return dict(zip(beyond, free, strict=False))


def _widths(font: bytes, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    per_em = struct.unpack_from(">H", font, places["head"][0] + 18)[0]
    count = struct.unpack_from(">H", font, places["hhea"][0] + 34)[0]
    glyphs = struct.unpack_from(">H", font, places["maxp"][0] + 4)[0]
    rows = struct.unpack_from(f">{count * 2}H", font, places["hmtx"][0])[::2]
    for glyph in range(glyphs):
        yield glyph, round(rows[min(glyph, count - 1)] * 1000 / per_em)


def _box(font: bytes, places: Mapping[str, tuple[int, int]]) -> tuple[int, int, int, int]:
    head = places["head"][0]
    per_em = struct.unpack_from(">H", font, head + 18)[0]
    left, low, right, high = (round(edge * 1000 / per_em) for edge in struct.unpack_from(">4h", font, head + 36))
    return left, low, right, high


def _hundreds(rows: list[str], kind: str) -> Iterator[str]:
    for at in range(0, len(rows), 100):
        part = rows[at : at + 100]
        yield "\n".join((f"{len(part)} begin{kind}", *part, f"end{kind}"))


def _cmap(name: str, ordering: str, kind: int, blocks: list[str]) -> bytes:
    system = f"/CIDSystemInfo <</Registry (Adobe) /Ordering ({ordering}) /Supplement 0>> def"
    parts = (
        "%!PS-Adobe-3.0 Resource-CMap\n/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        system,
        f"/CMapName /{name} def\n/CMapType {kind} def\n/WMode 0 def",
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
        *blocks,
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
    )
    return "\n".join(parts).encode()
