"""Cut a compact font program (CFF, Adobe Technical Note 5176) out of a face, for a page that addresses its glyphs.

HarfBuzz makes each outline whole, without subroutines and hints; a process takes each glyph of a face from it once,
and puts the outlines that a document draws together itself: documents of a batch draw nearly the same characters.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from exporter.font_files import opened
from exporter.fonts import Face
from exporter.renderers.fonts.subset import cut_glyphs, glyphs_of, tables


class Program(NamedTuple):
    """A font program, and what it draws: glyph numbers are its character identifiers."""

    program: bytes
    glyphs: Mapping[int, int]
    """Glyph numbers by code point."""
    widths: Mapping[int, float]
    """Thousandths of an em by glyph number."""
    head: bytes
    """The `head` table of the face."""


class _Outline(NamedTuple):
    drawn: bytes
    """Its charstring."""
    family: bytes
    """The dictionary of private values that it is drawn by, and before it that of its group (Font DICT)."""
    width: float


@dataclass(frozen=True, slots=True)
class _Known:
    """The outlines of a face that a process has met, by their number in the face."""

    head: bytes
    top: bytes
    """What the face says of all its glyphs: box and matrix."""
    outlines: dict[int, _Outline] = field(default_factory=dict)


def program_of(face: Face, characters: Iterable[str], lang: str) -> Program | None:
    """Cut out of a face what draws some characters in a language; None where it has no outlines of this kind in groups.

    Raises FontError `font.broken`.
    """
    known = _known(face)
    if known is None:
        return None
    glyphs = {code: glyph for code, glyph in glyphs_of(face, characters, lang).items() if glyph}
    _learn(known, face, glyphs)
    numbers = sorted({0, *glyphs.values()})
    new = {old: at for at, old in enumerate(numbers)}
    outlines = [known.outlines[number] for number in numbers]
    return Program(
        _written(known.top, outlines),
        {code: new[glyph] for code, glyph in glyphs.items()},
        {at: one.width for at, one in enumerate(outlines)},
        known.head,
    )


@lru_cache(maxsize=64)
def _known(face: Face) -> _Known | None:
    if "CFF " not in opened(face.path, face.index).table_tags:
        return None
    cut, _ = cut_glyphs(face, {ord(" "): 0})
    places = tables(cut)
    (offset, length), (head, long) = places["CFF "], places["head"]
    top = _dictionary(_top_of(cut[offset : offset + length]))
    if _ROS not in top or _FD_SELECT not in top:
        return None
    said = b"".join(top[key] + key for key in (_BOX, _MATRIX) if key in top)
    return _Known(cut[head : head + long], said)


def _learn(known: _Known, face: Face, glyphs: Mapping[int, int]) -> None:
    """Take outlines that no document before has drawn."""
    import uharfbuzz

    fresh = {code: glyph for code, glyph in glyphs.items() if glyph not in known.outlines}
    if not fresh and 0 in known.outlines:
        return
    font, new = cut_glyphs(face, fresh)
    whole = opened(face.path, face.index)
    wide = uharfbuzz.Font(whole).get_glyph_h_advance
    offset, length = tables(font)["CFF "]
    for number, (charstring, family) in zip(sorted(new), _outlines(font[offset : offset + length]), strict=True):
        width = round(wide(number) * 1000 / whole.upem, 2)
        known.outlines[number] = _Outline(charstring, family, width)


# ---------------------------------------------------------------- reading what HarfBuzz has cut


_BOX, _CHARSET, _CHARSTRINGS, _PRIVATE = b"\x05", b"\x0f", b"\x11", b"\x12"
_MATRIX, _ROS, _FD_ARRAY, _FD_SELECT = b"\x0c\x07", b"\x0c\x1e", b"\x0c\x24", b"\x0c\x25"


def _top_of(table: bytes) -> bytes:
    """Give the top dictionary of a table."""
    _, at = _index(table, table[2])
    return _index(table, at)[0][0]


def _outlines(table: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give each charstring of a table, in order, and how its group draws."""
    top = _dictionary(_top_of(table))
    strings, _ = _index(table, _integers(top[_CHARSTRINGS])[0])
    groups, _ = _index(table, _integers(top[_FD_ARRAY])[0])
    families = [_family(table, _dictionary(group)) for group in groups]
    chosen = _groups(table, _integers(top[_FD_SELECT])[0], len(strings))
    return ((string, families[group]) for string, group in zip(strings, chosen, strict=True))


def _family(table: bytes, group: Mapping[bytes, bytes]) -> bytes:
    size, place = _integers(group[_PRIVATE])
    matrix = group[_MATRIX] + _MATRIX if _MATRIX in group else b""
    return bytes((len(matrix),)) + matrix + table[place : place + size]


def _index(table: bytes, at: int) -> tuple[list[bytes], int]:
    """Read an INDEX: what it holds, and where it ends."""
    count = struct.unpack_from(">H", table, at)[0]
    if not count:
        return [], at + 2
    size = table[at + 2]
    rows = range(at + 3, at + 3 + size * (count + 1), size)
    base = at + 2 + size * (count + 1)
    ends = [base + int.from_bytes(table[row : row + size], "big") for row in rows]
    return [table[start:end] for start, end in pairwise(ends)], ends[-1]


def _dictionary(data: bytes) -> dict[bytes, bytes]:
    """Read a DICT: operands as they are written, by operator."""
    found, at, start = {}, 0, 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            end = at + (2 if byte == 12 else 1)
            found[data[at:end]] = data[start:at]
            at = start = end
        elif byte == 30:  # a real number ends with the half byte f
            at += 1
            while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
                at += 1
            at += 1
        else:
            at += {28: 3, 29: 5}.get(byte, 2 if byte >= 247 else 1)
    return found


def _integers(operands: bytes) -> list[int]:
    found, at = [], 0
    while at < len(operands):
        byte = operands[at]
        if byte in (28, 29):
            end = at + (3 if byte == 28 else 5)
            found.append(int.from_bytes(operands[at + 1 : end], "big", signed=True))
            at = end
        elif byte < 247:
            found.append(byte - 139)
            at += 1
        else:
            near, sign = (byte - 247, 1) if byte < 251 else (byte - 251, -1)
            found.append(sign * (near * 256 + operands[at + 1] + 108))
            at += 2
    return found


def _groups(table: bytes, at: int, count: int) -> list[int]:
    """Read which group each glyph belongs to (FDSelect, formats 0 and 3)."""
    if table[at] == 0:
        return list(table[at + 1 : at + 1 + count])
    ranges = struct.unpack_from(">H", table, at + 1)[0]
    rows = [struct.unpack_from(">HB", table, at + 3 + 3 * row) for row in range(ranges)]
    ends = [*(first for first, _ in rows[1:]), count]
    return [group for (first, group), end in zip(rows, ends, strict=True) for _ in range(first, end)]


# ---------------------------------------------------------------- writing


_HEAD = b"\x01\x00\x04\x04"
_STRINGS = (b"Adobe", b"Identity")
_COUNT = b"\x0c\x22"


def _written(said: bytes, outlines: Sequence[_Outline]) -> bytes:
    """Write a table whose glyphs are numbered, and identified, from 0 up."""
    families = list(dict.fromkeys(one.family for one in outlines))
    places = {family: at for at, family in enumerate(families)}
    ranges = [(family, len(list(alike))) for family, alike in groupby(outlines, lambda one: one.family)]
    firsts = accumulate((count for _, count in ranges), initial=0)
    select = b"".join(
        struct.pack(">HB", first, places[family]) for first, (family, _) in zip(firsts, ranges, strict=False)
    )
    parts = (
        struct.pack(">BHH", 2, 1, len(outlines) - 2),  # one range, of all but the first
        struct.pack(">BH", 3, len(ranges)) + select + struct.pack(">H", len(outlines)),
        _written_index([one.drawn for one in outlines]),
    )
    said = b"".join((*map(_integer, (391, 392, 0)), _ROS, said, _integer(len(outlines)), _COUNT))
    start = len(_top(said, (0, 0, 0, 0)))
    charset, select_at, strings_at, array_at = accumulate(map(len, parts), initial=start)
    top = _top(said, (charset, select_at, strings_at, array_at))
    return b"".join((top, *parts, _array(families, array_at)))


def _top(said: bytes, places: tuple[int, int, int, int]) -> bytes:
    """Write what stands before the glyphs."""
    operators = (_CHARSET, _FD_SELECT, _CHARSTRINGS, _FD_ARRAY)
    pointed = b"".join(_integer(place) + operator for place, operator in zip(places, operators, strict=True))
    indices = map(_written_index, ((b"Cut",), (said + pointed,), _STRINGS, ()))
    return b"".join((_HEAD, *indices))


def _array(families: Sequence[bytes], at: int) -> bytes:
    """Write the groups, each with its private values behind them all."""
    split = [(family[1 : 1 + family[0]], family[1 + family[0] :]) for family in families]
    size = len(_written_index([matrix + _integer(0) * 2 + _PRIVATE for matrix, _ in split]))
    places = accumulate((len(private) for _, private in split), initial=at + size)
    rows = [
        matrix + _integer(len(private)) + _integer(place) + _PRIVATE
        for (matrix, private), place in zip(split, places, strict=False)
    ]
    return _written_index(rows) + b"".join(private for _, private in split)


def _integer(value: int) -> bytes:
    return struct.pack(">Bi", 29, value)


def _written_index(items: Sequence[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    ends = list(accumulate(map(len, items), initial=1))
    return b"".join((struct.pack(">HB", len(items), 4), struct.pack(f">{len(ends)}I", *ends), *items))
