"""Write a file whole or not at all, under a name that every file system takes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from exporter.errors import RenderError

MAX_NAME_BYTES = 120
"""File systems allow 255 bytes (85 Han characters); the rest is for suffixes and temporary names."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]')


def publish(path: Path, data: bytes) -> Path:
    """Write `data` beside `path`, make it durable, and only then give it the name `path`.

    Raises RenderError `output.write` when the disk is full or the folder refuses; nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _failed(path, error) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise _failed(path, error) from None
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return path


def safe_stem(name: str) -> str:
    """Make the stem of an output file from a source's name: NFC, no path, no control, at most 120 bytes."""
    stem = _UNSAFE.sub("", unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1]))
    dot = stem.rfind(".")
    stem = (stem[:dot] if dot > 0 else stem).strip(" .")
    while len(stem.encode("utf-8")) > MAX_NAME_BYTES:
        stem = stem[:-1]
    return stem or "document"


def distinct_stems(sources: Iterable[str]) -> tuple[str, ...]:
    """Name the output of each source; one whose name is taken gets 12 digits of its own path's hash.

    Names that differ only in case or in their Unicode form count as taken: some disks hold them for one.
    """
    taken: set[str] = set()
    stems = []
    for source in sources:
        stem = "stdin" if source == "-" else safe_stem(source)
        if stem.casefold() in taken:
            stem = f"{stem}-{hashlib.sha256(os.fsencode(source)).hexdigest()[:12]}"
        taken.add(stem.casefold())
        stems.append(stem)
    return tuple(stems)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows and some network file systems have no such call
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failed(path: Path, error: OSError) -> RenderError:
    reason = error.strerror or type(error).__name__
    return RenderError(f"{path}: cannot be written ({reason}); free space or choose another --out", "output.write")
