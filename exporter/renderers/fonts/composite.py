"""Describe a cut font as a composite font of a PDF: widths, text and font program (ISO 32000-1, 9.7)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exporter.fonts import Face
from exporter.renderers.fonts.compact import program_of
from exporter.renderers.fonts.subset import ASCENT, DESCENT, cut, glyph_numbers, tables


class _Codes(dict[str, str]):
    """Glyph numbers by character, as four hexadecimal digits each; what is not there draws nothing."""

    def __missing__(self, char: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class CidFont:
    """What a composite font of a PDF says; glyph numbers are its character identifiers."""

    program: bytes
    """The `CFF ` table alone (`CIDFontType0C`), or the whole TrueType file."""
    compact: bool
    """The program is CFF."""
    glyphs: Mapping[int, int]
    """Glyph numbers by code point."""
    codes: Mapping[str, str]
    """The same by character, as a page writes them."""
    widths: Mapping[int, float]
    """Thousandths of an em by glyph number."""
    box: tuple[int, int, int, int]


def cid_font_of(face: Face, characters: Iterable[str], lang: str) -> CidFont:
    """Cut a face down to what draws some characters in a language. Raises FontError `font.broken`."""
    made = program_of(face, characters, lang)
    if made is None:
        return cid_font(cut(face, characters, lang, shaped=False))
    return CidFont(made.program, True, made.glyphs, _codes(made.glyphs), made.widths, _box_of(made.head))


def cid_font(font: bytes) -> CidFont:
    """Describe a font file."""
    places = tables(font)
    compact = "CFF " in places
    offset, length = places.get("CFF ", (0, 0))
    glyphs = {ord(char): glyph for char, glyph in glyph_numbers(font).items()}
    return CidFont(
        program=font[offset : offset + length] if compact else font,
        compact=compact,
        glyphs=glyphs,
        codes=_codes(glyphs),
        widths=dict(_widths(font, places)),
        box=_box_of(font[places["head"][0] :]),
    )


def shown(font: CidFont, text: str) -> str:
    """Write text as a hexadecimal string of glyph numbers; what the font has not draws nothing and is left out."""
    return f"<{''.join(map(font.codes.__getitem__, text))}>"


def _codes(glyphs: Mapping[int, int]) -> _Codes:
    return _Codes((chr(code), f"{glyph:04x}") for code, glyph in glyphs.items())


def to_unicode(font: CidFont) -> bytes:
    """Write the CMap from glyph numbers to text (ISO 32000-1, 9.10.3)."""
    texts = {glyph: chr(code) for code, glyph in sorted(font.glyphs.items(), reverse=True)}
    rows = [f"<{glyph:04x}> <{char.encode('utf-16-be').hex()}>" for glyph, char in sorted(texts.items())]
    parts = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
        *_hundreds(rows),
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
    )
    return "\n".join(parts).encode()


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


def _widths(font: bytes, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, float]]:
    per_em = struct.unpack_from(">H", font, places["head"][0] + 18)[0]
    count = struct.unpack_from(">H", font, places["hhea"][0] + 34)[0]
    glyphs = struct.unpack_from(">H", font, places["maxp"][0] + 4)[0]
    rows = struct.unpack_from(f">{count * 2}H", font, places["hmtx"][0])[::2]
    for glyph in range(glyphs):
        yield glyph, round(rows[min(glyph, count - 1)] * 1000 / per_em, 2)


def _box_of(head: bytes) -> tuple[int, int, int, int]:
    per_em = struct.unpack_from(">H", head, 18)[0]
    left, low, right, high = (round(edge * 1000 / per_em) for edge in struct.unpack_from(">4h", head, 36))
    return left, low, right, high


def _hundreds(rows: list[str]) -> Iterator[str]:
    for at in range(0, len(rows), 100):
        part = rows[at : at + 100]
        yield "\n".join((f"{len(part)} beginbfchar", *part, "endbfchar"))
