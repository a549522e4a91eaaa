"""Write the objects of a PDF as a file, each put into bytes and packed once.

Streams are packed one by one, all other objects together (ISO 32000-1, 7.5.7); the file is known
by the hash of what is in it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from hashlib import md5
from typing import Any, BinaryIO

LEVEL = 4
"""Of compression: fonts, which are most of a file, get hardly smaller at higher ones."""


def write(pdf: Any, output: BinaryIO, version: object, identifier: object = None, compress: object = None) -> None:
    """Write a file of pydyf's objects, as its own `PDF.write` does that packs everything twice to name the file."""
    import pydyf

    if pdf.info:
        pdf.add_object(pdf.info)
    head = b"%PDF-" + pydyf._to_bytes(version or "1.7") + b"\n%\xf0\x9f\x96\xa4\n"
    parts, position, places = [head], len(head), {0: (0, 0, 65535)}
    inside: list[tuple[int, bytes]] = []
    together = len(pdf.objects)
    for thing in pdf.objects[1:]:
        if isinstance(thing, pydyf.Stream):
            places[thing.number] = (1, position, 0)
            parts.append(_object(thing.number, _packed(thing, pydyf)))
            position += len(parts[-1])
        else:
            places[thing.number] = (2, together, len(inside))
            inside.append((thing.number, thing.data))
    places[together] = (1, position, 0)
    parts.append(_object(together, _packed(_together(inside, pydyf), pydyf)))
    position += len(parts[-1])
    places[together + 1] = (1, position, 0)
    parts.append(_object(together + 1, _packed(_places(pdf, places, parts, pydyf), pydyf)))
    output.write(b"".join((*parts, b"startxref\n%d\n%%%%EOF\n" % position)))


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _packed(stream: Any, pydyf: Any) -> bytes:
    content = b"\n".join(map(pydyf._to_bytes, stream.stream))
    said = pydyf.Dictionary(stream.extra)
    if stream.compress:
        content = zlib.compress(content, LEVEL)
        said["Filter"] = "/FlateDecode"
    said["Length"] = len(content)
    return b"%b\nstream\n%b\nendstream" % (said.data, content)


def _together(inside: list[tuple[int, bytes]], pydyf: Any) -> Any:
    """Put objects that are no streams into one."""
    rows, at = [], 0
    for number, body in inside:
        rows.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(rows).encode()
    extra = {"Type": "/ObjStm", "N": len(inside), "First": len(head) + 1}
    return pydyf.Stream([head, *(body for _, body in inside)], extra, compress=True)


def _places(pdf: Any, places: Mapping[int, tuple[int, int, int]], parts: Iterable[bytes], pydyf: Any) -> Any:
    """Say where each object is (7.5.8), and what the file is called."""
    whole = md5(usedforsecurity=False)
    for part in parts:
        whole.update(part)
    name = pydyf.String(whole.hexdigest()).data
    rows = (struct.pack(">BQL", *places[number]) for number in range(len(places)))
    extra = {
        "Type": "/XRef",
        "W": pydyf.Array((1, 8, 4)),
        "Size": len(places),
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
        "ID": pydyf.Array((name, name)),
    }
    return pydyf.Stream([b"".join(rows)], extra, compress=True)
