"""Have documents done by any `concurrent.futures` executor, each in a child of the task that it becomes.

The child is what may hang, crash or be killed; the executor's own worker never is, so that an
executor which loses everything with one dead worker (the standard library's) loses nothing here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from exporter.batch.jobs import Job, Outcome, Plain, absolute, failed, outcome_as_plain, outcome_from_plain
from exporter.batch.work import attempt
from exporter.batch.zygote_client import (
    FORKS,
    TRIES,
    WORK,
    Ended,
    ForkedWorkers,
    Task,
    died,
    manner,
    task_from_plain,
    too_long,
)
from exporter.errors import ExporterError, PartError
from exporter.parts import load

IDLE = 60.0
"""Seconds without a task after which a worker's server leaves; the next task starts another."""
_own = threading.local()
"""The server of each thread of a worker; it ends with the thread, or at the latest with the worker."""
_BOOT = "import sys; sys.path[:] = sys.argv[2:]; from exporter.batch.executors import do_once; do_once(sys.argv[1])"


class Tasks:
    """Documents as tasks of an executor that somebody else owns, at most `window` of them at once."""

    def __init__(self, executor: Executor, window: int, work: str = WORK) -> None:
        self._executor = executor
        self._window = window
        self._work = work
        self._run = uuid4().hex  # Dask takes a task of the same arguments for the same, and would not do it again
        self._running: dict[Future[Plain], Job] = {}
        self._ended: list[Ended] = []

    @property
    def busy(self) -> bool:
        """Tell whether anything is still to come."""
        return bool(self._running or self._ended)

    @property
    def room(self) -> bool:
        """Tell whether the executor should get another task now."""
        return len(self._running) < self._window

    def submit(self, task: Task) -> None:
        """Hand a task to the executor."""
        try:
            future = self._executor.submit(do_in_child, _from_the_root(task).as_plain(), self._work, self._run)
        except Exception as error:  # an executor that is shut down or broken
            self._ended.append((task.job, _refused(task.job, error)))
        else:
            self._running[future] = task.job

    def finished(self, wait_for_one: bool) -> list[Ended]:
        """Give what has ended; with `wait_for_one`, not before something has."""
        if self._running:
            block = wait_for_one and not self._ended
            done = wait(self._running, timeout=None if block else 0, return_when=FIRST_COMPLETED).done
            jobs = [(future, self._running.pop(future)) for future in done]
            self._ended += [(job, _outcome(future, job)) for future, job in jobs]
        ended, self._ended = self._ended, []
        return ended

    def close(self) -> None:
        """Take back what has not begun; the executor itself stays its owner's."""
        for future in self._running:
            future.cancel()
        self._running.clear()


def do_in_child(plain: Plain, work: str, run: str) -> Plain:
    """Do a job in a process apart and give its outcome: what a worker of an executor runs.

    `run` is another in another run: the same job is to be done again.
    """
    task = task_from_plain(plain)
    return outcome_as_plain(_forked(task, work) if FORKS else _fresh(task, work))


def do_once(work: str) -> None:
    """Do the job that standard input holds, and write its outcome to standard output."""
    replies = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no outcome
    outcome = attempt(load(work), json.load(sys.stdin))
    with os.fdopen(replies, "w") as file:
        json.dump(outcome, file)


def dask_executor(address: str) -> Executor:
    """Connect to a Dask scheduler and give its executor.

    Raises PartError `engine.missing` without Dask, `scheduler.unreachable` where nobody answers.
    """
    try:
        import distributed
    except ImportError:
        raise PartError("Dask is not installed; pip install 'gongwenkit[dask]'", "engine.missing") from None
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=10)
    except (OSError, ValueError) as error:
        raise PartError(
            f"no Dask scheduler answers at {address} ({error}); start one there, or leave --scheduler out",
            "scheduler.unreachable",
        ) from None
    executor: Executor = client.get_executor(pure=False)
    return executor


def _forked(task: Task, work: str) -> Outcome:
    servers: dict[str, ForkedWorkers] = _own.__dict__.setdefault("servers", {})
    children = servers.setdefault(work, ForkedWorkers(1, work, IDLE))
    children.submit(task)
    while True:
        for _, outcome in children.finished(wait=True):
            return outcome


def _fresh(task: Task, work: str) -> Outcome:
    """Do a job in a new interpreter: slower by its start, and right where nothing may fork."""
    path = [folder for folder in sys.path if folder]
    command = [sys.executable, "-P", "-c", _BOOT, work, *path]
    asked = json.dumps(task.as_plain())
    status = 0
    for _ in range(TRIES):
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and code
                command, input=asked, capture_output=True, text=True, timeout=task.job.limits.seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return failed(task.job, too_long(task.job), task.job.limits.seconds)
        if done.returncode == 0:
            return outcome_from_plain(json.loads(done.stdout))
        status = done.returncode
    return died(task.job, f"its process died twice ({manner(status)})", 0.0)


def _from_the_root(task: Task) -> Task:
    """Name every file from the root: a worker may stand in another folder."""
    job, options = task.job, task.job.options
    style = absolute(str(options.style)) if options.style and Path(options.style).is_dir() else options.style
    fonts, template, icc = (file and file.absolute() for file in (options.fonts, options.template, options.icc))
    options = replace(options, style=style, fonts=fonts, template=template, icc=icc)
    return replace(task, job=replace(job, source=absolute(job.source), out=absolute(job.out), options=options))


def _outcome(future: Future[Plain], job: Job) -> Outcome:
    try:
        outcome = outcome_from_plain(future.result())
    except (Exception, CancelledError) as error:
        return _refused(job, error)
    made = tuple(replace(made, path=str(Path(job.out, Path(made.path).name))) for made in outcome.artefacts)
    return replace(outcome, source=job.source, artefacts=made)


def _refused(job: Job, error: BaseException) -> Outcome:
    said = f"{job.source}: the executor lost it ({type(error).__name__}: {error}); run again to do what is left"
    return failed(job, ExporterError(said, "executor.failed"))
