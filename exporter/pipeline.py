"""Carry bytes in and documents on: the function types, the door for sources, the check before rendering."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from exporter.characters import illegal
from exporter.errors import DocumentError, SourceError
from exporter.model import Block, Cards, Document, Notice, Pair, Picture, Source, Table
from exporter.remote import fetch_url
from exporter.style import Style

Reader: TypeAlias = Callable[[Source], Document]
Transform: TypeAlias = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of a target, and what a person should know of how they came about."""

    data: bytes
    notices: tuple[Notice, ...] = ()


Renderer: TypeAlias = Callable[[Document, Style], bytes | Rendered]
"""Gives bytes, or bytes with notices of its own: what it could not show, a face that stands in for another."""

MAX_BYTES = 128_000_000
"""Largest source that is read: a text of 100 MB, with room for its encoding."""
MAX_DEPTH = 8
"""Deepest nesting of pairs; a reader makes one level, the brief two."""


def fetch(given: str | Path | bytes) -> tuple[str, bytes]:
    """Read a source whole, once: a path, `-` for standard input, an fsspec URL, or bytes.

    Returns its name (file name without folder) and its bytes. Raises SourceError:
    `source.not_found`, `source.not_regular`, `source.unreadable`, `source.too_large`, `source.empty`,
    and of a URL those of `remote.fetch_url`.
    """
    if isinstance(given, bytes):
        name, data = "document", given
    elif given == "-":
        name, data = "stdin", sys.stdin.buffer.read(MAX_BYTES + 1)
    elif given == "":
        raise SourceError("an empty name is no source; give a path", "source.not_found")
    elif isinstance(given, str) and "://" in given:
        name, data = fetch_url(given, MAX_BYTES)
    else:
        name, data = _fetch_file(Path(given))
        name = readable(name)
    if len(data) > MAX_BYTES:
        raise SourceError(
            f"{name}: more than {MAX_BYTES // 1_000_000} MB; split the source into smaller files", "source.too_large"
        )
    if not data:
        raise SourceError(f"{name}: the source is empty (0 bytes); give a file that holds a document", "source.empty")
    return name, data


def readable(name: str) -> str:
    """Give a file name as text where it is none in this system's encoding: most such names are in GB 18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = name.encode(errors="surrogateescape") if not re.search("[\ud800-\udc7f\udd00-\udfff]", name) else b""
        try:
            return raw.decode("gb18030") if raw else name.encode(errors="replace").decode()
        except UnicodeDecodeError:
            return raw.decode(errors="replace")
    return name


def source_of(name: str, data: bytes, media: str) -> Source:
    """Join bytes, their name and their media type to a Source with its hash."""
    return Source(name, data, media, hashlib.sha256(data).hexdigest())


def run(document: Document, transforms: Iterable[Transform]) -> Document:
    """Carry a document through transforms, in order."""
    for transform in transforms:
        document = transform(document)
    return document


def check(document: Document) -> Document:
    """Give the document back if every renderer can be trusted with it.

    Raises DocumentError `document.characters`, `document.depth`, `document.empty`, `document.span` or
    `document.picture`, with the path in the tree.
    """
    for field in ("blocks", "appendix"):
        for index, block in enumerate(getattr(document, field)):
            _check_block(block, f"{field}[{index}]", 0)
    _check_texts(document.metadata, "metadata")
    _check_pictures(document)
    return document


# ---------------------------------------------------------------- sources


def _fetch_file(path: Path) -> tuple[str, bytes]:
    try:
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the path", "source.not_found") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    try:
        mode = os.fstat(handle).st_mode
        inherited = stat.S_ISFIFO(mode) and path.parent in _INHERITED
        if inherited:
            os.set_blocking(handle, True)
        if stat.S_ISREG(mode) or inherited:
            with os.fdopen(handle, "rb", closefd=False) as file:
                return path.name, file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    finally:
        os.close(handle)
    raise SourceError(
        f"{path}: a folder or device, not a file; give a file, or exporter batch a folder that holds documents",
        "source.not_regular",
    )


_INHERITED = (Path("/dev/fd"), Path("/proc/self/fd"))
"""Folders of what a shell holds open for this process: `<(command)`. Somebody writes there, unlike to a named pipe."""


def _unreadable(place: object, error: Exception) -> SourceError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return SourceError(f"{place}: cannot be read ({reason}); check the path and its permissions", "source.unreadable")


# ---------------------------------------------------------------- the check


def _check_block(block: Block, path: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise DocumentError(f"{path}: pairs nested deeper than {MAX_DEPTH}; flatten them", "document.depth")
    if isinstance(block, Pair):
        for side in ("zh", "en"):
            for index, inner in enumerate(getattr(block, side)):
                _check_block(inner, f"{path}.{side}[{index}]", depth + 1)
        return
    _check_texts(block, path)
    if isinstance(block, Table):
        _check_table(block, path)
    if isinstance(block, Cards) and not block.cards:
        raise DocumentError(f"{path}: cards without a card; leave the block out", "document.empty")


def _check_table(table: Table, path: str) -> None:
    if not table.rows or not any(table.rows):
        raise DocumentError(f"{path}: a table without cells; leave it out", "document.empty")
    for row in table.rows:
        if any(cell.colspan < 1 or cell.rowspan < 1 for cell in row):
            raise DocumentError(f"{path}: a cell spans less than one column or row; give 1 or more", "document.span")


def _check_pictures(document: Document) -> None:
    """Refuse a picture whose bytes are not there, and bytes that are not what their hash says."""
    for index, one in enumerate(document.media):
        if hashlib.sha256(one.data).hexdigest() != one.sha256:
            raise DocumentError(
                f"media[{index}]: its bytes do not have the hash {one.sha256[:16]}…", "document.picture"
            )
    known = {one.sha256 for one in document.media}
    for field in ("blocks", "appendix"):
        for index, block in enumerate(getattr(document, field)):
            if isinstance(block, Picture) and block.image and block.image not in known:
                raise DocumentError(
                    f"{field}[{index}].image: no bytes with the hash {block.image[:16]}… in media; add them",
                    "document.picture",
                )


def _check_texts(value: Any, path: str) -> None:
    """Look at all texts together; where each stands is told only if one is wrong."""
    texts: list[str] = []
    _gather(value, texts)
    if illegal("".join(texts)):
        for place, text in _strings(value, path):
            _check_text(text, place)


def _gather(value: Any, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
        return
    held = value if isinstance(value, tuple) else [getattr(value, name) for name in _fields(value.__class__)]
    for one in held:
        if one.__class__ is str:
            texts.append(one)
        elif one is not None:
            _gather(one, texts)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Give the fields of a dataclass; nothing else has any."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _strings(one, f"{path}[{index}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name), f"{path}.{field.name}")


def _check_text(text: str, path: str) -> None:
    found = illegal(text)
    if found:
        named = ", ".join(f"U+{ord(character):04X}" for character in sorted(found)[:8])
        raise DocumentError(
            f"{path}: holds characters that no file format may hold ({named}); remove them with exporter.clean",
            "document.characters",
        )
