"""Write the colour profile of sRGB (IEC 61966-2-1) as ICC.1:2001-04 has it, the same bytes on every machine."""

from __future__ import annotations

import struct
from functools import cache

_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
    b"wtpt": (0.96420, 1.0, 0.82491),
}
"""Adapted to D50, the white of profiles."""
_STEPS = 1024


@cache
def srgb() -> bytes:
    """Give an sRGB profile for an output intent."""
    curve = _curve()
    tags = {
        b"desc": _described("sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        **{name: b"XYZ \0\0\0\0" + b"".join(map(_fixed, value)) for name, value in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags)


def _curve() -> bytes:
    values = (round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS))
    return b"curv\0\0\0\0" + struct.pack(f">L{_STEPS}H", _STEPS, *values)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _described(name: str) -> bytes:
    said = name.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">L", len(said)) + said + bytes(4 + 4 + 2 + 1 + 67)


def _fixed(value: float) -> bytes:
    return struct.pack(">l", round(value * 65536))


def _profile(tags: dict[bytes, bytes]) -> bytes:
    place, rows, body = 128 + 4 + 12 * len(tags), b"", b""
    seen: dict[bytes, int] = {}
    for name, data in tags.items():
        if data not in seen:
            seen[data] = place + len(body)
            body += data + bytes(-len(data) % 4)
        rows += name + struct.pack(">LL", seen[data], len(data))
    head = struct.pack(">L4sL4s4s4s", place + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2000, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    head += b"".join(map(_fixed, _PRIMARIES[b"wtpt"]))
    return head + bytes(128 - len(head)) + struct.pack(">L", len(tags)) + rows + body
