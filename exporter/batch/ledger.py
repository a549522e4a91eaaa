"""Keep the ledger of a folder: what was made of which source, so that a second run does only what is left."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, FileIO
from pathlib import Path
from typing import BinaryIO

from exporter.batch.digests import digest_of
from exporter.batch.jobs import Job, Outcome, absolute, outcome_as_plain, outcome_from_plain
from exporter.batch.write import NAMELESS, folded
from exporter.errors import RenderError, unwritable

NAME = "ledger.jsonl"
SCRATCH = ".exporter"
"""Folder, inside the one exported to, of files that have no name yet; emptied by the next run."""


class Ledger:
    """The open ledger of a folder, locked against a second run; one line an outcome, only ever added to.

    It tells of earlier runs. What this one adds it does not keep in mind, so that it may be endless.
    """

    def __init__(self, file: FileIO, folder: Path) -> None:
        self._file = file
        self._reader = BufferedReader(file)
        self._folder = folder
        self._torn = not _ends_whole(file)
        self._places: dict[int, int] = {}
        self._owners: dict[int, int] = {}
        for place, outcome in _lines(self._reader):
            self._note(place, outcome)

    def last(self, job: Job) -> Outcome | None:
        """Give how this job last ended, or None."""
        place = self._places.get(hash(job.id))
        if place is None:
            return None
        self._reader.seek(place)
        outcome = outcome_from_plain(json.loads(self._reader.readline()))
        if outcome.job != job.id:  # two names of one hash
            return None
        made = tuple(replace(made, path=str(Path(job.out, made.path))) for made in outcome.artefacts)
        return replace(outcome, source=job.source, artefacts=made)

    def belongs_to_another(self, name: str, source: str) -> bool:
        """Tell whether the file `name` of the folder was made from another source."""
        mine = hash(absolute(source))
        return self._owners.get(hash(folded(name)), mine) != mine

    def made(self, name: str) -> bool:
        """Tell whether the file `name` of the folder was made by an earlier run."""
        return hash(folded(name)) in self._owners

    def write(self, outcome: Outcome) -> None:
        """Add a line. Raises RenderError `output.write`."""
        made = tuple(replace(made, path=Path(made.path).name) for made in outcome.artefacts)
        kept = replace(outcome, source=absolute(outcome.source), artefacts=made)
        line = json.dumps(outcome_as_plain(kept), separators=(",", ":")).encode() + b"\n"
        start = b"\n" if self._torn else b""
        try:
            self._torn = True
            self._torn = self._file.write(start + line) != len(start + line)
        except OSError as error:
            raise unwritable(self._folder, error) from None
        if self._torn:
            raise unwritable(self._folder, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    def close(self) -> None:
        """Clear away files that got no name, make the ledger durable, and give the lock back."""
        _clear(self._folder / SCRATCH)
        with contextlib.suppress(OSError):
            os.fsync(self._file.fileno())
        self._reader.close()

    def _note(self, place: int, outcome: Outcome) -> None:
        self._places[hash(outcome.job)] = place
        for made in outcome.artefacts:
            self._owners[hash(folded(made.path))] = hash(outcome.source)


def open_ledger(folder: Path) -> Ledger:
    """Open and lock the ledger of a folder, making both where they are not there.

    Raises RenderError: `output.locked` while another run has it, `output.write` where the folder refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / NAME).exists() and not (folder / NAME).is_file():
            raise OSError(errno.EINVAL, f"{NAME} is no file")
        file = (folder / NAME).open("a+b", buffering=0)
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        _lock(file)
    except OSError:
        file.close()
        raise RenderError(
            f"{folder}: another run writes there; wait for its end, or choose another --out", "output.locked"
        ) from None
    _clear(folder / SCRATCH)
    return Ledger(file, folder)


def made_in(folder: Path) -> frozenset[str]:
    """Give the folded names of the files that earlier runs made in a folder, the ledger's own among them."""
    try:
        with (folder / NAME).open("rb") as file:
            made = (folded(made.path) for _, outcome in _lines(file) for made in outcome.artefacts)
            return frozenset((NAME, *made))
    except OSError:
        return frozenset()


def intact(outcome: Outcome) -> bool:
    """Tell whether every file of an outcome is still there, as it was made."""
    return all(digest_of(Path(made.path)) == made.sha256 for made in outcome.artefacts)


def _lines(file: BinaryIO) -> Iterator[tuple[int, Outcome]]:
    """Read what can be read: a line torn by a crash is no line, and its job is done again."""
    place = file.seek(0)
    for line in file:
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            yield place, outcome_from_plain(json.loads(line))
        place += len(line)


def _ends_whole(file: FileIO) -> bool:
    if file.seek(0, os.SEEK_END) == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _clear(scratch: Path) -> None:
    """Remove what was left without a name; anything else that somebody keeps there stays."""
    with contextlib.suppress(OSError):
        for left in scratch.iterdir():
            if NAMELESS.fullmatch(left.name):
                left.unlink()
        scratch.rmdir()


def _lock(file: FileIO) -> None:
    """Lock for this process alone: `flock` would live on in children that a killed run leaves behind."""
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
