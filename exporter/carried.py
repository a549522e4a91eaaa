"""Write the model that a file of ours carries, as JSON: what its files share with each other is written once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from exporter.codec import FORMAT, Write, plan
from exporter.model import MODEL_VERSION, Document


def carried(document: Document) -> Iterator[bytes]:
    """Give what `codec.trace` says, in UTF-8, a piece at a time: whole, it takes more room than the document."""
    yield json.dumps({"format": FORMAT, "version": MODEL_VERSION})[:-1].encode()
    for name, default, write in plan(Document):
        one = getattr(document, name)
        if name != "media" and one != default:
            yield b',"%b":' % name.encode()
            long = isinstance(one, tuple) and len(one) > _LONG
            yield from _written(one, write) if long else _remembered(_Same(one), write)
    yield b"}"


_LONG = 10_000
"""Items beyond which a value is written anew for each file, not remembered."""


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
def _remembered(same: _Same, write: Write) -> tuple[bytes, ...]:
    return tuple(_written(same.value, write))


def _written(value: Any, write: Write) -> Iterator[bytes]:
    if not isinstance(value, tuple):
        yield _COMPACT(write(value)).encode("utf-8", "surrogatepass")
        return
    yield b"["
    for at in range(0, len(value), _AT_A_TIME):
        written = _COMPACT(write(value[at : at + _AT_A_TIME]))[1:-1].encode("utf-8", "surrogatepass")
        yield b"," + written if at else written
    yield b"]"


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AT_A_TIME = 500
"""Items that are plain data at a time: as such they take ten times the room of their text."""
