"""Cut a face down to what a document draws: a small font file, as high as all others, in the forms of a language.

Every file gets the same ascent and descent, so that a line with digits in it is as high as one
without, and base lines stand where the style says whatever fonts a machine has.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from exporter.errors import FontError
from exporter.font_files import Glyphs, glyphs, opened
from exporter.fonts import Face

ASCENT = 0.88
"""em above the base line that every face counts as high (the Han square of CJK fonts)."""
DESCENT = 0.12


def cut(face: Face, characters: Iterable[str], lang: str = "zh-Hans", shaped: bool = True) -> bytes:
    """Cut a face down to some characters, glyphs numbered anew.

    Glyph numbers and, in CFF fonts, character identifiers are equal, so that a PDF may address
    glyphs either way (ISO 32000-1, 9.7.4.2). A character has one glyph and one width: the form of
    `lang` (a dash of 1 em in `zh-Hans`, traditional shapes in `zh-Hant`), no kerning, no ligature.
    `shaped`: letters may join and carry marks; a file of which every glyph is drawn alone is cut in a fifth
    of the time. Raises FontError `font.broken`.
    """
    return _cut(face, frozenset(characters), lang, shaped)


def cut_as(face: Face, char: str, other: str, lang: str) -> bytes:
    """Cut out of a face one character that stands for another."""
    font = cut(face, char, lang)
    return _rewritten(font, {"cmap": _map({ord(other): glyph_numbers(font)[char]})})


@lru_cache(maxsize=16)
def _cut(face: Face, characters: frozenset[str], lang: str, shaped: bool) -> bytes:
    drawn = glyphs_of(face, characters, lang)
    font, new = cut_glyphs(face, drawn, shaped)
    map_table = _map({code: new[glyph] for code, glyph in sorted(drawn.items()) if glyph})
    return _rewritten(font, {"cmap": map_table, **dict(_levelled(font, opened(face.path, face.index).upem))})


def glyphs_of(face: Face, characters: Iterable[str], lang: str) -> dict[int, int]:
    """Give the glyph that draws each character in a language, by code points, the space among them; 0: none does."""
    forms = glyph_forms(face, lang)
    return {ord(char): forms[char][0] for char in {*characters, " "}}


def cut_glyphs(face: Face, drawn: Mapping[int, int], shaped: bool = False) -> tuple[bytes, dict[int, int]]:
    """Cut a face down to glyphs, given by code points, without a character map: the font, and their new numbers.

    Raises FontError `font.broken`.
    """
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(drawn)
    nominal = uharfbuzz.Font(opened(face.path, face.index)).get_nominal_glyph
    others = {code: glyph for code, glyph in drawn.items() if glyph and glyph != nominal(code)}
    alike = {_ALIKE[code] for code, glyph in others.items() if code in _ALIKE and nominal(_ALIKE[code]) == glyph}
    wanted.unicode_set.update(alike)
    asked = {*others.values()} - {nominal(code) for code in alike}
    if asked:  # to ask for glyphs costs more than all the rest
        wanted.glyph_set.update(asked)
    wanted.flags = uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET | uharfbuzz.SubsetFlags.NO_HINTING
    wanted.flags |= uharfbuzz.SubsetFlags.DESUBROUTINIZE  # in half the time; a small cut has little to share
    wanted.layout_feature_tag_set.clear()
    if shaped:
        wanted.layout_feature_tag_set.update(_tags("ccmp", "mark", "mkmk", "isol", "init", "medi", "fina", "rlig"))
    else:
        wanted.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(_tags("GSUB", "GPOS", "GDEF"))
    wanted.drop_table_tag_set.update(_tags(*_DROPPED))
    try:
        plan = uharfbuzz.SubsetPlan(opened(face.path, face.index), wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)
    except RuntimeError as error:
        raise FontError(f"{face.path}: cannot be cut down ({error}); use another font file", "font.broken") from None


_DROPPED = ("BASE", "VORG", "vmtx", "vhea", "gasp", "DSIG", "kern", "hdmx", "VDMX", "cmap")
"""Tables that no page needs, and the character map, which is written anew."""
_ALIKE = {ord("—"): ord("―")}
"""A character whose form in Chinese is, in fonts for all of East Asia, that of another."""


def glyph_forms(face: Face, lang: str) -> Glyphs:
    """Give the glyphs of a face that draw characters in a language."""
    return glyphs(face.path, face.index, lang)


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


def _map(glyphs: Mapping[int, int]) -> bytes:
    """Write a character map (formats 4 and 12 say the same; 12 is the general one)."""
    groups = b"".join(struct.pack(">LLL", code, code, glyph) for code, glyph in glyphs.items())
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return head + struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups


def _rewritten(font: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Write a font file anew with these tables changed."""
    parts: dict[str, tuple[int, bytes]] = {name: (_sum(data), data) for name, data in changed.items()}
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        tag, checked, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        parts.setdefault(tag.decode("latin-1"), (checked, font[offset : offset + length]))
    place = 12 + 16 * len(parts)
    rows: list[bytes] = []
    body: list[bytes] = []
    for name, (checked, data) in sorted(parts.items()):
        rows.append(struct.pack(">4sLLL", name.encode("latin-1"), checked, place, len(data)))
        body += (data, bytes(-len(data) % 4))
        place += len(data) + -len(data) % 4
    return b"".join((font[:4], struct.pack(">HHHH", len(parts), *_search(len(parts))), *rows, *body))


def _search(count: int) -> tuple[int, int, int]:
    power = count.bit_length() - 1
    return 16 << power, power, count * 16 - (16 << power)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _levelled(font: bytes, per_em: int) -> Iterator[tuple[str, bytes]]:
    """Give the tables that say how large and how high a font is, made to say what all say."""
    places = tables(font)
    up, down = round(ASCENT * per_em), round(DESCENT * per_em)
    for name, form, at, said in (
        ("head", ">H", 18, (per_em,)),
        ("hhea", ">hhh", 4, (up, -down, 0)),
        ("OS/2", ">hhhHH", 68, (up, -down, 0, up, down)),
    ):
        if name in places:
            offset, length = places[name]
            table = bytearray(font[offset : offset + length])
            struct.pack_into(form, table, at, *said)
            yield name, bytes(table)


def _tags(*names: str) -> list[int]:
    return [int.from_bytes(name.encode().ljust(4), "big") for name in names]
