"""Decide of every job whether it is still to be done, under which names, and write down how it ended."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from exporter import parts, pipeline
from exporter.batch.edits import kept_aside
from exporter.batch.export import files_of
from exporter.batch.jobs import Job, Outcome, failed
from exporter.batch.ledger import Ledger, intact, open_ledger
from exporter.batch.originals import Originals
from exporter.batch.recipe import key, recipe
from exporter.batch.sources import NO_DOCUMENT
from exporter.batch.write import folded, safe_stem, stems
from exporter.batch.zygote_client import Task
from exporter.errors import ExporterError, PartError, RenderError, SourceError
from exporter.model import Notice

GIVE_UP = 10
"""Documents in a row that could not be written, after which the rest is not tried: the disk is full."""


class Admission:
    """The ledgers of the folders that a run exports to, and the names that it has given."""

    def __init__(self, originals: Originals | None = None) -> None:
        """Begin; `originals`: every source of the run, None where they are not known beforehand."""
        self._originals = originals or Originals()
        self._foreseen = originals is not None
        self._ledgers: dict[str, Ledger | ExporterError] = {}
        self._taken: set[int] = set()
        self._recipe = lru_cache(maxsize=64)(recipe)
        self._unwritten = 0
        self._edited: dict[str, tuple[Notice, ...]] = {}

    def prepare(self, job: Job) -> Task | Outcome:
        """Make a task of a job, or say at once how it ended."""
        try:
            return self._prepare(_tidy(job))
        except ExporterError as error:
            return failed(job, error)
        except Exception as error:
            said = f"{job.source}: unexpected {type(error).__name__}: {error}; please report it"
            return failed(job, ExporterError(said, "worker.failed"))

    def keep(self, job: Job, outcome: Outcome) -> Outcome:
        """Write an outcome into the ledger of its folder; one skipped stands there already."""
        self._unwritten = self._unwritten + 1 if outcome.code == "output.write" else 0
        ledger = self._ledger(job.out)
        if outcome.status == "skipped":
            last = ledger.last(job)
            return outcome if last is None else replace(last, status="skipped", seconds=outcome.seconds)
        told = list(self._edited.pop(job.id, ()))
        try:
            ledger.write(outcome)
        except ExporterError as error:
            told.append(Notice("ledger.write", f"{error.message}; a later run will do this document again"))
        return replace(outcome, notices=(*outcome.notices, *told)) if told else outcome

    def close(self) -> None:
        """Close every ledger."""
        for ledger in self._ledgers.values():
            if isinstance(ledger, Ledger):
                ledger.close()

    def _prepare(self, job: Job) -> Task | Outcome:
        if self._unwritten >= GIVE_UP:
            raise RenderError(
                f"{job.source}: not tried, {GIVE_UP} before it could not be written; free space and run again",
                "output.write",
            )
        _require_there(job.source)
        ledger = self._ledger(job.out)
        for given in (job.source, *files_of(job.options)):
            self._originals.add(given)
        job = self._named(job, ledger)
        now = self._recipe(job.to, job.options, job.strict)
        last = ledger.last(job)
        if last is not None and not intact(last):
            self._edited[job.id] = kept_aside(last)
            last = None
        if last is None or last.key is None:
            return Task(job, now)
        if "://" not in job.source and key(now, _hash(job.source)) == last.key:
            return replace(last, status="skipped", seconds=0.0)
        return Task(job, now, last.key)

    def _ledger(self, folder: str) -> Ledger:
        place = os.path.realpath(folder)
        if place not in self._ledgers:
            try:
                self._ledgers[place] = open_ledger(Path(folder))
            except ExporterError as error:
                self._ledgers[place] = error
        found = self._ledgers[place]
        if isinstance(found, ExporterError):
            raise found
        return found

    def _named(self, job: Job, ledger: Ledger) -> Job:
        """Give a stem under which no file falls on that of another job, in this run or an earlier one."""
        suffixes = [parts.target(name).suffix for name in job.to]
        for stem in stems(safe_stem(f"{job.stem}." if job.stem else job.source), job.source):
            names = [stem + suffix for suffix in suffixes]
            places = {hash((os.path.realpath(job.out), folded(name))) for name in names}
            if not places & self._taken and not any(self._is_anothers(job, name, ledger) for name in names):
                self._originals.refuse(Path(job.out, name) for name in names)
                self._taken |= places
                return replace(job, stem=stem)
        raise AssertionError("stems have no end")

    def _is_anothers(self, job: Job, name: str, ledger: Ledger) -> bool:
        """Tell whether a name is that of another job's file, or of a file that may yet turn out a source."""
        if ledger.belongs_to_another(name, job.source):
            return True
        return not self._foreseen and not ledger.made(name) and Path(job.out, name).exists()


def _tidy(job: Job) -> Job:
    """Take what a person may also have meant: a Path for a name, a target by itself."""
    to = (job.to,) if isinstance(job.to, str) else tuple(job.to)
    if not to:
        raise PartError(f"{job.source}: no target is named; name at least one, as docx", "target.unknown")
    if job.source == "-":
        raise SourceError("standard input is one document; use exporter export -", "source.unsupported")
    return replace(job, source=os.fspath(job.source), out=os.fspath(job.out), to=to)


def _require_there(source: str) -> None:
    """Raise SourceError for what is no file, before anything is written for it."""
    if "://" in source or os.path.isfile(source):  # noqa: PTH113 - Path.is_file raises on a NUL in the name
        return
    if os.path.isdir(source) and os.access(source, os.R_OK):  # noqa: PTH112
        raise SourceError(f"{source}: {NO_DOCUMENT}", "source.not_regular")
    pipeline.fetch(source)


def _hash(source: str) -> str:
    return hashlib.sha256(pipeline.fetch(source)[1]).hexdigest()
