"""Keep the files that were handed in from being written over: no output is one of them."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from exporter.batch.digests import digest_of
from exporter.errors import RenderError
from exporter.model import Document


class Originals:
    """The files handed in to a call, known as files: links, and disks that know no case, do not deceive it."""

    def __init__(self, given: Iterable[str | Path | bytes | None] = ()) -> None:
        self._known: set[int] = set()
        for one in given:
            self.add(one)

    def add(self, given: str | Path | bytes | None) -> None:
        """Take up a source: a path, `-` for standard input, a URL; bytes and what is not there are no file."""
        found = _identity(_local(given)) if isinstance(given, str | Path) else None
        if found is not None:
            self._known.add(found)

    def refuse(self, outputs: Iterable[Path]) -> None:
        """Raise RenderError `output.is_source` if a file to be written is one that was handed in."""
        for path in outputs:
            if _identity(path) in self._known:
                raise _is_source(path)


def refuse_own_source(document: Document, files: Iterable[tuple[Path, bytes]]) -> None:
    """Raise RenderError `output.is_source` if a file to be written stands where the document's source does.

    A document knows its source by hash alone: what has the same bytes and would get others is taken for it.
    """
    for path, data in files:
        if document.origin and _is_file_of(path, document.origin.sha256, data):
            raise _is_source(path)


def _is_file_of(path: Path, sha256: str, data: bytes) -> bool:
    return digest_of(path) == sha256 != hashlib.sha256(data).hexdigest()


def _local(given: str | Path) -> str | Path | int:
    """Give a source as the system names it: standard input by its number, a file's URL by its path."""
    said = os.fspath(given)
    if said == "-":
        try:
            return sys.stdin.fileno()
        except (OSError, ValueError, AttributeError):  # a program may have put anything in its place
            return -1
    scheme, parted, path = said.partition("://")
    if parted and scheme in ("file", "local"):
        return path if os.path.exists(path) else unquote(path)  # noqa: PTH110 - Path.exists raises on a NUL
    return said


def _identity(place: str | Path | int) -> int | None:
    try:
        found = os.stat(place)  # noqa: PTH116 - a file number too
    except (OSError, ValueError):
        return None
    return hash((found.st_dev, found.st_ino))


def _is_source(path: Path) -> RenderError:
    return RenderError(
        f"{path}: this is the source itself, which is never written over; choose another --out or name",
        "output.is_source",
    )
