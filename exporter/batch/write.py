"""Write a file whole or not at all, under a name that every file system takes."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from exporter.batch.reopen import reopen
from exporter.errors import RenderError, unwritable
from exporter.pipeline import readable

MAX_NAME_BYTES = 120
"""File systems allow 255 bytes (85 Han characters); the rest is for suffixes and temporary names."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd\ud800-\udfff]')
NAMELESS = re.compile(r"\.\d+-[0-9a-f]{12}\.part")
"""What a file is called that has no name yet."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever their suffix."""


def publish(files: Iterable[tuple[Path, bytes]], scratch: Path | None = None) -> tuple[Path, ...]:
    """Write every file without a name, make it durable, open it again; only then give all of them their names.

    `scratch` is a folder on the same file system for files that have no name yet; None: beside their
    place. Raises RenderError: `output.write` when the disk is full or the folder refuses,
    `output.not_regular` where a link, device or pipe stands, `render.unreadable` when a file would not open;
    then no file was written, and nothing is left behind.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            staged.append((_nameless(path, scratch), path))
            _fill(*staged[-1], data)
        for temporary, path in staged:
            _name(temporary, path)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    for folder in {path.parent for _, path in staged}:
        _sync_folder(folder)
    return tuple(path for _, path in staged)


def safe_stem(name: str) -> str:
    """Make the stem of an output file from a source's name: NFC, no path, no control, at most 120 bytes."""
    last = readable(name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    dot = last.rfind(".")
    stem = _UNSAFE.sub("", unicodedata.normalize("NFC", last[:dot] if dot > 0 else last)).strip(" .")
    if _RESERVED.match(stem):
        stem = "_" + stem
    return stem.encode()[:MAX_NAME_BYTES].decode(errors="ignore").rstrip(" .") or "document"


def distinct_stems(sources: Iterable[str], suffixes: Iterable[str] = ("",)) -> Iterator[str]:
    """Name the output of each source, so that no file of one falls on a file of another."""
    taken: set[str] = set()
    endings = tuple(suffixes)
    for source in sources:
        for stem in stems("stdin" if source == "-" else safe_stem(source), source):
            names = {folded(stem + ending) for ending in endings}
            if not names & taken:
                break
        taken |= names
        yield stem


def stems(stem: str, source: str) -> Iterator[str]:
    """Offer the stem itself, then with 12 digits of the hash of the source's path, then more of the kind."""
    yield stem
    for turn in count():
        salt = f"\0{turn}" if turn else ""
        digest = hashlib.sha256((source + salt).encode(errors="surrogatepass")).hexdigest()
        yield f"{stem}-{digest[:12]}"


def folded(name: str) -> str:
    """Give the form in which two names are one file to some disk: case and Unicode form do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _nameless(path: Path, scratch: Path | None) -> Path:
    folder = scratch or path.parent
    temporary = folder / f".{os.getpid()}-{os.urandom(6).hex()}.part"
    try:
        _require_replaceable(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except OSError as error:
        raise unwritable(path, error) from None
    return temporary


def _require_replaceable(path: Path) -> None:
    """Let a file be replaced, but never a link, a device or a pipe: what stands behind it is not ours."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise RenderError(f"{path}: a link, device or pipe stands there; name a file", "output.not_regular")


def _fill(temporary: Path, path: Path, data: bytes) -> None:
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written = temporary.read_bytes()
    except OSError as error:
        raise unwritable(path, error) from None
    reopen(path.name, written)


def _name(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path, error) from None


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows and some network file systems have no such call
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
