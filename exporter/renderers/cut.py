"""Cut a face down to what a document draws: a small font file of its own, all of one height.

Every file gets the same ascent and descent, so that a line with digits in it is as high as one
without, and base lines stand where the style says whatever fonts a machine has.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from exporter.errors import FontError
from exporter.fonts import Face, opened

ASCENT = 0.88
"""em above the base line that every face counts as high (the Han square of CJK fonts)."""
DESCENT = 0.12


def cut(face: Face, characters: Iterable[str]) -> bytes:
    """Cut a face down to some characters, glyphs numbered anew.

    Glyph numbers and, in CFF fonts, character identifiers are equal, so that a PDF may address
    glyphs either way (ISO 32000-1, 9.7.4.2). Kerning, ligatures and language forms are left out: a
    character has one glyph and one width. Raises FontError `font.broken`.
    """
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(char) for char in characters} | {0x20})
    wanted.flags = uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET | uharfbuzz.SubsetFlags.NO_HINTING
    features = wanted.layout_feature_tag_set
    features.clear()
    features.update(_tags("ccmp", "mark", "mkmk", "isol", "init", "medi", "fina", "rlig"))
    wanted.drop_table_tag_set.update(_tags("BASE", "VORG", "vmtx", "vhea", "gasp", "DSIG", "kern", "hdmx", "VDMX"))
    try:
        small = uharfbuzz.subset(opened(face.path, face.index), wanted)
    except RuntimeError as error:
        raise FontError(f"{face.path}: cannot be cut down ({error}); use another font file", "font.broken") from None
    return _levelled(bytes(small.blob.data))


def glyph_numbers(font: bytes) -> dict[str, int]:
    """Give the number of the glyph that draws each character of a font file."""
    import uharfbuzz

    face = uharfbuzz.Face(font)
    look_up = uharfbuzz.Font(face).get_nominal_glyph
    return {chr(code): look_up(code) for code in face.unicodes}


def tables(font: bytes) -> dict[str, tuple[int, int]]:
    """Give place and length of every table of a font file (OpenType, "Organization of an OpenType Font")."""
    count = struct.unpack_from(">H", font, 4)[0]
    rows = (struct.unpack_from(">4sLLL", font, 12 + 16 * at) for at in range(count))
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in rows}


def _levelled(font: bytes) -> bytes:
    level = bytearray(font)
    places = tables(font)
    per_em = struct.unpack_from(">H", font, places["head"][0] + 18)[0]
    up, down = round(ASCENT * per_em), round(DESCENT * per_em)
    struct.pack_into(">hhh", level, places["hhea"][0] + 4, up, -down, 0)
    if "OS/2" in places:
        struct.pack_into(">hhhHH", level, places["OS/2"][0] + 68, up, -down, 0, up, down)
    return bytes(level)


def _tags(*names: str) -> list[int]:
    return [int.from_bytes(name.encode().ljust(4), "big") for name in names]
