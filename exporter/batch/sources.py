"""Find the sources that paths, folders and patterns name, each once, in one order on every machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset((".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx", ".pdf"))
"""Files of a folder that are taken for sources; one named by itself is taken whatever its suffix."""
_MAGIC = frozenset("*?[")


def find_sources(paths: Iterable[str | Path], leave_out: Iterable[str | Path] = ()) -> Iterator[str]:
    """Give every source that `paths` name: a file or URL as it stands, folders and patterns (`**/*.html`) expanded.

    A folder is searched to its depths; hidden files, links to folders and the folders of `leave_out` (what
    was made earlier is no source) are passed by. What names nothing is given as it stands, so that the
    export says what is wrong with it.
    """
    unwanted = {os.path.realpath(path) for path in leave_out}
    seen: set[bytes] = set()
    for given in map(str, paths):
        for source in _expand(given, unwanted):
            identity = _identity(source)
            if identity not in seen:
                seen.add(identity)
                yield source


def _identity(source: str) -> bytes:
    try:
        named = source if "://" in source else os.path.realpath(source)
    except ValueError:  # a NUL in the name
        named = source
    return hashlib.blake2b(named.encode(errors="surrogatepass"), digest_size=16).digest()


def _expand(given: str, unwanted: set[str]) -> Iterator[str]:
    if "://" in given:
        yield from _matching_urls(given) or [given]
    elif os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises on a NUL in the name
        yield from _nonempty(_below(given, unwanted), given)
    elif _MAGIC & set(given) and not os.path.lexists(given):
        yield from _nonempty(_matching(given, unwanted), given)
    else:
        yield given


def _nonempty(found: Iterator[str], given: str) -> Iterator[str]:
    first = next(found, None)
    yield given if first is None else first
    yield from found


def _below(folder: str, unwanted: set[str]) -> Iterator[str]:
    closed: list[str] = []
    for below, folders, files in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(
            name for name in folders if name[0] != "." and os.path.realpath(Path(below, name)) not in unwanted
        )
        for name in sorted(files):
            if name[0] != "." and Path(name).suffix.lower() in SUFFIXES:
                yield os.path.join(below, name)  # noqa: PTH118 - keeps what the user typed, `./` and all
    yield from closed


def _matching(pattern: str, unwanted: set[str]) -> Iterator[str]:
    import glob

    for found in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - as a shell would expand it
        if not any(os.path.realpath(found).startswith(folder + os.sep) for folder in unwanted):
            if Path(found).is_dir():
                yield from _below(found, unwanted)
            else:
                yield found


def _matching_urls(url: str) -> list[str]:
    if not _MAGIC & set(url):
        return []
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(url)
        return sorted(system.unstrip_protocol(found) for found in system.glob(path))
    except Exception:  # a file system of any make may raise anything; the export says what is wrong
        return []
