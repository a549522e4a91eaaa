"""Write the model that a file of ours carries, as JSON: what its files share with each other is written once."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from exporter.codec import FORMAT, Write, plan
from exporter.model import MODEL_VERSION, Document


def carried(document: Document) -> bytes:
    """Give what `codec.trace` says, in UTF-8."""
    parts = [b"{", json.dumps({"format": FORMAT, "version": MODEL_VERSION})[1:-1].encode()]
    for name, default, write in plan(Document):
        one = getattr(document, name)
        if name != "media" and one != default:
            parts += (b',"%b":' % name.encode(), _written(_Same(one), write))
    return b"".join((*parts, b"}"))  # each is long: not copied once more


class _Same:
    """A value that is equal to itself alone: what is frozen and the same is written the same."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=12)
def _written(same: _Same, write: Write) -> bytes:
    value = same.value
    if not isinstance(value, tuple):
        return _COMPACT(write(value)).encode("utf-8", "surrogatepass")
    parts = [b"["]
    for at in range(0, len(value), _AT_A_TIME):
        written = _COMPACT(write(value[at : at + _AT_A_TIME]))[1:-1]
        parts += (b"," if at else b"", written.encode("utf-8", "surrogatepass"))
    return b"".join((*parts, b"]"))


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AT_A_TIME = 500
"""Items that are plain data at a time: as such they take ten times the room of their text."""
