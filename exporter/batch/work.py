"""Do one job, whole, in whatever process this is: read, hash, render, publish, and say how it ended."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from exporter import conversion, parts, pipeline
from exporter.batch.export import Artefact, TargetsError, export_document, notices_of
from exporter.batch.jobs import Job, Made, Outcome, Plain, failed, job_from_plain, outcome_as_plain
from exporter.batch.ledger import SCRATCH
from exporter.batch.recipe import key
from exporter.batch.reopen import reopen
from exporter.errors import ExporterError, RenderError, SourceError
from exporter.model import Notice

MAX_NOTICES = 200
"""Notices that an outcome carries; a last one counts those beyond."""


def do_job(plain: Plain) -> Plain:
    """Do a job given as plain data, and give its outcome as plain data. Raises ExporterError.

    `plain` is a job (`job_as_plain`), its `recipe`, and the key `known` of what is there already.
    """
    return outcome_as_plain(_export(job_from_plain(plain), plain["recipe"], plain["known"]))


def attempt(work: Callable[[Plain], Plain], plain: Plain) -> Plain:
    """Call what does a job, and make an outcome also of what it raises."""
    try:
        return work(plain)
    except ExporterError as error:
        found: ExporterError = error
    except MemoryError:
        found = SourceError(f"{plain['source']}: out of memory; allow more, or split it", "limit.memory")
    except Exception as error:
        what = f"unexpected {type(error).__name__}: {error}{_where(error)}"
        said = f"{plain['source']}: {what}; please report the document"
        found = ExporterError(said, "worker.failed")
    return outcome_as_plain(failed(job_from_plain(plain), found))


def _where(error: Exception) -> str:
    """Name the place of ours that was left last: a process border keeps no traceback."""
    import traceback

    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "exporter" in Path(frame.filename).parts]
    return f" ({Path(ours[-1].filename).name}, line {ours[-1].lineno})" if ours else ""


def warm_up() -> None:
    """Load what every job needs, before the first: engines, data, fonts.

    Pango may not be loaded in a process that forks: it starts threads. What needs it loads it in its own.
    """
    parts.load("exporter.english.words.proper_names:pinyin")("庄")
    rows = [parts.target(name) for name in ("docx", "pdf", "brief")]
    with contextlib.suppress(Exception):  # the job that meets it again will say what is wrong
        sample = conversion.read_bytes("warm.txt", _SAMPLE.encode())
        for row, made in zip(rows, conversion.each_by_itself(sample, rows), strict=True):
            if not isinstance(made, ExporterError):
                reopen(f"warm{row.suffix}", made.data)


_SAMPLE = """工作报告

一、去年情况

全年生产总值达到12.5亿元，比上年增长8%。

二、今年打算

（一）目标。生产总值增长9%以上，新建阳光小学1所，郝家庄村道路改造3公里。
"""


def _export(job: Job, recipe: str, known: str | None) -> Outcome:
    rows = [parts.target(name) for name in job.to]
    name, data = pipeline.fetch(job.source)
    now = key(recipe, hashlib.sha256(data).hexdigest())
    if now == known:
        return Outcome(job.id, job.source, "skipped", key=now)
    document = conversion.read_bytes(name, data)
    try:
        made = export_document(
            document,
            rows,
            job.out,
            stem=job.stem,
            options=replace(job.options, patience=min(job.options.patience, job.limits.seconds / 2)),
            strict=job.strict,
            scratch=Path(job.out, SCRATCH),
        )
    except TargetsError as error:
        told = tuple(_told(notices_of(error.made)))
        return replace(
            failed(job, RenderError(error.message, error.code)), artefacts=tuple(map(_made, error.made)), notices=told
        )
    return Outcome(
        job.id,
        job.source,
        "done",
        tuple(_made(artefact) for artefact in made),
        tuple(_told(notices_of(made))),
        key=None if _is_unfinished(made) else now,
    )


def _is_unfinished(made: Iterable[Artefact]) -> bool:
    """Say whether a service failed to give what was asked of it: another run asks again."""
    return any(notice.code == "translate.failed" for notice in notices_of(made))


def _made(artefact: Artefact) -> Made:
    return Made(artefact.target, str(artefact.path), artefact.sha256, len(artefact.bytes))


def _told(notices: tuple[Notice, ...]) -> Iterator[Notice]:
    for notice in notices[:MAX_NOTICES]:
        yield replace(notice, message=notice.message[:500])
    if len(notices) > MAX_NOTICES:
        yield Notice("notice.more", f"{len(notices) - MAX_NOTICES} notices more; exporter outline tells them all")
