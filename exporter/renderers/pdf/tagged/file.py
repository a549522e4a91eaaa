"""Write the objects of a PDF as a file: streams one by one, all else packed together (ISO 32000-1, 7.5.7)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from hashlib import md5

LEVEL = 4
"""Of compression."""
_LONG = 60_000
"""Bytes beyond which a stream is packed in less time; of outlines, which repeat hardly anything, letters alone."""


class File:
    """Objects numbered from 1 as they are added; a body is written in the syntax of PDF."""

    def __init__(self) -> None:
        self._bodies: list[str] = [""]
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """Give a number for an object that is put later."""
        self._bodies.append("null")
        return len(self._bodies) - 1

    def add(self, body: str) -> int:
        """Add an object, and give its number."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def put(self, number: int, body: str) -> None:
        """Say what a reserved object is."""
        self._bodies[number] = body

    def stream(self, content: bytes, said: str = "", pack: bool = True, outlines: bool = False) -> int:
        """Add a stream; `said`: entries of its dictionary beside its length; `outlines`: it is a font program."""
        number = self.reserve()
        packed = _packed(content, outlines) if pack else content
        filtered = "/Filter/FlateDecode" if pack else ""
        head = f"<<{said}{filtered}/Length {len(packed)}>>\nstream\n".encode()
        self._streams[number] = b"".join((head, packed, b"\nendstream"))
        return number

    def written(self, root: int, info: int) -> bytes:
        """Give the file; it is known by the hash of what is in it."""
        together = len(self._bodies)
        inside = [number for number in range(1, together) if number not in self._streams]
        self._streams[together] = self._object_stream(inside)
        parts, place, places = [_HEAD], len(_HEAD), {}
        for number, body in self._streams.items():
            places[number] = place
            own = (b"%d 0 obj\n" % number, body, b"\nendobj\n")  # not copied before all are joined
            parts += own
            place += sum(map(len, own))
        name = _name(parts)
        table = _table(places, inside, together, place)
        said = f"/Type/XRef/W[1 8 4]/Size {together + 2}/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
        self.stream(table, said)
        last = self._streams[together + 1]
        del self._streams[together], self._streams[together + 1], self._bodies[together:]
        return b"".join((*parts, b"%d 0 obj\n%b\nendobj\n" % (together + 1, last), _FOOT % place))

    def _object_stream(self, inside: list[int]) -> bytes:
        rows, at = [], 0
        bodies = [self._bodies[number].encode("latin-1") for number in inside]
        for number, body in zip(inside, bodies, strict=True):
            rows.append(f"{number} {at}")
            at += len(body) + 1
        head = " ".join(rows).encode()
        number = self.stream(b"\n".join((head, *bodies)), f"/Type/ObjStm/N {len(inside)}/First {len(head) + 1}")
        return self._streams.pop(number)


_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FOOT = b"startxref\n%d\n%%%%EOF\n"


def text(said: str) -> str:
    """Write a text string (7.9.2.2)."""
    if said.isascii() and said.isprintable():
        return "(" + said.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<feff{said.encode('utf-16-be', 'surrogatepass').hex()}>"


def references(numbers: Iterable[int]) -> str:
    """Write an array of references."""
    return f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def packed_together(pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Pack what comes in pieces as if it were whole; give how many bytes it has, too."""
    coming, first = iter(pieces), b""
    while len(first) <= _LONG and (piece := next(coming, None)) is not None:
        first += piece
    packer = _packer(first)
    packed, size = [packer.compress(first)], len(first)
    for piece in coming:
        packed.append(packer.compress(piece))
        size += len(piece)
    return b"".join((*packed, packer.flush())), size


def _packed(content: bytes, outlines: bool) -> bytes:
    packer = _packer(content, outlines)
    return packer.compress(content) + packer.flush()


def _packer(content: bytes, outlines: bool = False) -> zlib._Compress:
    long = len(content) > _LONG
    strategy = zlib.Z_HUFFMAN_ONLY if long and outlines else zlib.Z_DEFAULT_STRATEGY
    return zlib.compressobj(1 if long else LEVEL, strategy=strategy)


def _name(parts: Iterable[bytes]) -> str:
    whole = md5(usedforsecurity=False)
    for part in parts:
        whole.update(part)
    return whole.hexdigest()


def _table(places: dict[int, int], inside: list[int], together: int, own: int) -> bytes:
    """Say where each object is (7.5.8)."""
    rows = {0: (0, 0, 65535), together + 1: (1, own, 0)}
    rows |= {number: (1, place, 0) for number, place in places.items()}
    rows |= {number: (2, together, at) for at, number in enumerate(inside)}
    return b"".join(struct.pack(">BQL", *rows[number]) for number in range(together + 2))
