"""Cut a face down to what a document draws: a small font file, as high as all others, in the forms of a language.

Every file gets the same ascent and descent, so that a line with digits in it is as high as one
without, and base lines stand where the style says whatever fonts a machine has.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from exporter.errors import FontError
from exporter.font_files import opened
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


@lru_cache(maxsize=16)
def _cut(face: Face, characters: frozenset[str], lang: str, shaped: bool) -> bytes:
    import uharfbuzz

    forms = glyph_forms(face, lang)
    glyphs = {ord(char): forms[char] for char in {*characters, " "}}
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(glyphs)
    nominal = uharfbuzz.Font(opened(face.path, face.index)).get_nominal_glyph
    others = {glyph for code, glyph in glyphs.items() if glyph and glyph != nominal(code)}
    if others:  # to ask for glyphs costs more than all the rest
        wanted.glyph_set.update(others)
    wanted.flags = uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET | uharfbuzz.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.clear()
    if shaped:
        wanted.layout_feature_tag_set.update(_tags("ccmp", "mark", "mkmk", "isol", "init", "medi", "fina", "rlig"))
    else:
        wanted.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(_tags("GSUB", "GPOS", "GDEF"))
    wanted.drop_table_tag_set.update(_tags("BASE", "VORG", "vmtx", "vhea", "gasp", "DSIG", "kern", "hdmx", "VDMX"))
    try:
        plan = uharfbuzz.SubsetPlan(opened(face.path, face.index), wanted)
        font = bytes(plan.execute().blob.data)
    except RuntimeError as error:
        raise FontError(f"{face.path}: cannot be cut down ({error}); use another font file", "font.broken") from None
    new = dict(plan.old_to_new_glyph_mapping)
    map_table = _map({code: new[glyph] for code, glyph in sorted(glyphs.items()) if glyph})
    return _rewritten(font, {"cmap": map_table, **dict(_levelled(font, opened(face.path, face.index).upem))})


def glyph_forms(face: Face, lang: str) -> Mapping[str, int]:
    """Give the glyph of a face that draws a character in a language, 0 where it has none; looked up when asked."""
    return _forms(face.path, face.index, lang)


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


class _Forms(dict[str, int]):
    """Glyph of each character in one language, looked up once; 0 where the face has none."""

    __slots__ = ("_font", "_lang")

    def __init__(self, font: Any, lang: str) -> None:
        self._font = font
        self._lang = lang

    def __missing__(self, char: str) -> int:
        glyph = self[char] = self._shaped(char) if self._font.get_nominal_glyph(ord(char)) else 0
        return glyph

    def _shaped(self, char: str) -> int:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(char)
        buffer.guess_segment_properties()
        buffer.language = self._lang
        if self._lang.startswith("zh") and buffer.script in (None, "Zyyy", "Zinh"):
            buffer.script = "Hani"
        uharfbuzz.shape(self._font, buffer)
        glyphs = [int(info.codepoint) for info in buffer.glyph_infos]
        return glyphs[0] if len(glyphs) == 1 and glyphs[0] else int(self._font.get_nominal_glyph(ord(char)))


@lru_cache(maxsize=64)
def _forms(path: Path, index: int, lang: str) -> _Forms:
    import uharfbuzz

    return _Forms(uharfbuzz.Font(opened(path, index)), lang)


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
