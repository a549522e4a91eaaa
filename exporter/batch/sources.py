"""Find the sources that paths, folders and patterns name, each once, in one order on every machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporter import parts
from exporter.batch.ledger import made_in
from exporter.batch.write import folded

SUFFIXES = frozenset((".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx", ".pdf"))
"""Files of a folder that are taken for sources, beside those of other packages' readers; one named by itself is taken
whatever its suffix."""
NO_DOCUMENT = "no document in this folder; put .txt, .html, .md, .docx or .pdf files there"
_MAGIC = frozenset("*?[")


def find_sources(paths: Iterable[str | Path], leave_out: Iterable[str | Path] = ()) -> Iterator[str]:
    """Give every source that `paths` name: a file or URL as it stands, folders and patterns (`**/*.html`) expanded.

    A folder is searched to its depths; hidden files, links to folders and the folders of `leave_out` below it
    are passed by. What the ledger of a folder of `leave_out` says was made there is no source, however it is
    named. What names nothing is given as it stands, so that the export says what is wrong with it.
    """
    made = _Made(leave_out)
    seen: set[bytes] = set()
    for given in map(str, paths):
        for source in _expand(given, made):
            identity = _identity(source)
            if identity not in seen and not made.holds(source):
                seen.add(identity)
                yield source


class _Made:
    """The folders exported to, and what earlier runs made in them."""

    def __init__(self, folders: Iterable[str | Path]) -> None:
        self.folders = {os.path.realpath(folder) for folder in folders}
        self._names: dict[str, frozenset[str]] = {}

    def holds(self, source: str) -> bool:
        """Tell whether a source was made by an earlier run, by the ledger of its folder."""
        try:
            folder, name = os.path.split(source)
            place = os.path.realpath(folder) if "://" not in source else ""
        except ValueError:  # a NUL in the name
            return False
        if place not in self.folders:
            return False
        if place not in self._names:
            self._names[place] = made_in(Path(place))
        return folded(name) in self._names[place]

    def inside(self, place: str) -> bool:
        """Tell whether a path lies in one of the folders."""
        real = os.path.realpath(place)
        return any(real == folder or real.startswith(folder + os.sep) for folder in self.folders)


def _identity(source: str) -> bytes:
    try:
        named = source if "://" in source else os.path.realpath(source)
    except ValueError:  # a NUL in the name
        named = source
    return hashlib.blake2b(named.encode(errors="surrogatepass"), digest_size=16).digest()


def _expand(given: str, made: _Made) -> Iterator[str]:
    if "://" in given:
        yield from _matching_urls(given) or [given]
    elif os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises on a NUL in the name
        yield from _nonempty(_below(given, made), given)
    elif _MAGIC & set(given) and not os.path.lexists(given):
        yield from _nonempty(_matching(given, made), given)
    else:
        yield given


def _nonempty(found: Iterator[str], given: str) -> Iterator[str]:
    first = next(found, None)
    yield given if first is None else first
    yield from found


def _below(folder: str, made: _Made) -> Iterator[str]:
    closed: list[str] = []
    for below, folders, files in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(
            name for name in folders if name[0] != "." and os.path.realpath(Path(below, name)) not in made.folders
        )
        for name in sorted(files):
            if name[0] != "." and (Path(name).suffix.lower() in SUFFIXES or parts.reader_of(name)):
                yield os.path.join(below, name)  # noqa: PTH118 - keeps what the user typed, `./` and all
    yield from closed


def _matching(pattern: str, made: _Made) -> Iterator[str]:
    import glob

    meant = made.inside(os.path.dirname(pattern[: min(map(pattern.find, _MAGIC & set(pattern)))]) or ".")  # noqa: PTH120
    for found in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - as a shell would expand it
        if meant or not made.inside(os.path.dirname(found) or "."):  # noqa: PTH120
            if Path(found).is_dir():
                yield from _below(found, made)
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
