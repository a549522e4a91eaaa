"""What a PDF carries is packed a piece at a time, and comes out as if it had been whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pytest

from exporter.renderers.pdf.tagged.file import packed_together


def _cut(content: bytes) -> Iterator[bytes]:
    at, size = 0, 1
    while at < len(content):
        yield content[at : at + size]
        at, size = at + size, size * 3 % 9973 + 1


@pytest.mark.parametrize("count", [0, 1, 400, 90_000])
def test_pieces_are_packed_as_if_they_were_whole(count: int) -> None:
    content = b"".join(b'{"value":%d},' % (number * number) for number in range(count))
    packed, size = packed_together(_cut(content))
    assert (packed, size) == packed_together([content])
    assert (zlib.decompress(packed), size) == (content, len(content))
