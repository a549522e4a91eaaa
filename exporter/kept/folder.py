"""Keep plain data that was made of files, for the next process: by the hash of what it was made of.

A library keeps nothing; only a process that is ours, a command or a batch, names a folder. What lies there is believed
only where it belongs to this user, nobody else may write it, and its own hash says that it is whole; all else counts
as missing, and is made anew. Plain data alone is read (`marshal`), never objects, and none of it is of a document.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

_LENGTH = sha256().digest_size
_PYTHON = f"{sys.version} {marshal.version}"
_folder: list[Path] = []
"""The folder of this process; empty: nothing is kept."""


def keep_in(folder: Path | None) -> None:
    """Keep data in a folder from now on, or (None) no longer."""
    _folder[:] = [folder] if folder else []


def is_keeping() -> bool:
    """Tell whether this process keeps anything."""
    return bool(_folder)


def user_folder(environment: Mapping[str, str]) -> Path | None:
    """Give the folder of a user's caches, as the system wants it; None where there is no home."""
    if sys.platform == "win32":  # pragma: no cover
        base = environment.get("LOCALAPPDATA", "~")
    else:
        base = environment.get("XDG_CACHE_HOME") or "~/.cache"
    with contextlib.suppress(RuntimeError):
        return Path(base).expanduser() / "exporter"
    return None


def kept(name: str, source: bytes, make: Callable[[], Any]) -> Any:
    """Give what was made of `source` before, or make it: dicts, tuples, lists, texts, bytes and numbers.

    `name` begins the file's; of files of the same name made of something else the latest few stay.
    """
    if not _folder:
        return make()
    file = _folder[0] / f"{name}-{sha256(_PYTHON.encode() + source).hexdigest()[:32]}.kept"
    found = read(file)
    if found is None:
        found = make()
        write(file, found)
        _tidy(file, name)
    return found


def place_of(name: str) -> Path | None:
    """Give the file in which this Python keeps what depends on nothing else."""
    return _folder[0] / f"{name}-{sha256(_PYTHON.encode()).hexdigest()[:32]}.kept" if _folder else None


def is_own(folder: Path) -> bool:
    """Tell whether a folder is this user's and nobody else may write it; it is made where there is none."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _is_ours(folder.stat())
    return False


def read(file: Path) -> Any:
    """Read what was kept; None where there is nothing to be believed."""
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        with file.open("rb") as open_file:
            if not _is_ours(os.fstat(open_file.fileno())) or not _is_ours(file.parent.stat()):
                return None
            data = open_file.read()
        if sha256(data[_LENGTH:]).digest() == data[:_LENGTH]:
            return marshal.loads(data[_LENGTH:])  # noqa: S302 - of this user alone, and whole
    return None


def write(file: Path, data: Any) -> None:
    """Keep data, whole or not at all; where it cannot be kept it has been made all the same."""
    part = file.with_name(f".{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError, ValueError):  # a date is no plain data
        body = marshal.dumps(data)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            part.write_bytes(sha256(body).digest() + body)
            part.chmod(0o600)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


_VERSIONS = 8
"""Files of one name that may lie there: several checkouts may be in use."""


def _tidy(file: Path, name: str) -> None:
    with contextlib.suppress(OSError):
        found = sorted(file.parent.glob(f"{name}-*.kept"), key=lambda one: one.stat().st_mtime)
        for old in found[:-_VERSIONS]:
            old.unlink()


def _is_ours(state: os.stat_result) -> bool:
    """Tell whether a file or folder is this user's, and nobody else may write it."""
    if not hasattr(os, "geteuid"):  # pragma: no cover - Windows: the profile's folder is the user's own
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
