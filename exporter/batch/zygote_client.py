"""Have documents done in processes apart, many side by side, and take the blame to the right one."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
import weakref
from collections import deque
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, TypeAlias

from exporter.batch.jobs import Job, Outcome, Plain, failed, job_as_plain, job_from_plain, outcome_from_plain
from exporter.batch.server import Server, end, started, write
from exporter.errors import ExporterError, SourceError

WORK = "exporter.batch.work:do_job"
"""What a child runs: a job as plain data in, an outcome as plain data out."""
FORKS = sys.platform not in ("win32", "darwin")
"""Whether a process may fork others: Windows cannot, and on macOS its frameworks do not outlive it."""
TRIES = 2
"""A document whose process dies is tried once again, alone; then it is left out."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job that is ready to be done."""

    job: Job
    recipe: str
    known: str | None = None
    """Key of what is there already; a source that gives the same one is skipped."""

    def as_plain(self) -> Plain:
        """Turn it into what `WORK` takes."""
        return {**job_as_plain(self.job), "recipe": self.recipe, "known": self.known}


def task_from_plain(plain: Plain) -> Task:
    """Rebuild a task from `Task.as_plain`."""
    return Task(job_from_plain(plain), plain["recipe"], plain["known"])


Ended: TypeAlias = tuple[Job, Outcome]


@dataclass(frozen=True, slots=True)
class _Try:
    task: Task
    turn: int = 1


class ForkedWorkers:
    """Documents in processes forked by a server of our own (`exporter.batch.zygote`), at most `workers` at once."""

    def __init__(self, workers: int, work: str = WORK, idle: float | None = None) -> None:
        self._workers = workers
        self._setup: Plain = {"work": work, "idle": idle}
        self._numbers = count()
        self._running: dict[int, _Try] = {}
        self._again: deque[_Try] = deque()
        self._ended: list[Ended] = []
        self._heard = bytearray()
        self._server: Server | None = None
        self._stop: weakref.finalize[..., Any] | None = None

    @property
    def busy(self) -> bool:
        """Tell whether anything is still to come."""
        return bool(self._running or self._again or self._ended)

    @property
    def room(self) -> bool:
        """Tell whether a task would begin at once; one that is tried again runs alone."""
        return len(self._running) < self._workers and not self._again

    def submit(self, task: Task) -> None:
        """Begin with a task."""
        self._begin(_Try(task))

    def finished(self, wait: bool) -> list[Ended]:
        """Give what has ended; with `wait`, not before something has."""
        self._begin_again()
        while self._running and self._can_read(wait and not self._ended):
            self._hear()
            self._begin_again()
        ended, self._ended = self._ended, []
        return ended

    def close(self) -> None:
        """Kill everything that runs, and the server."""
        self._leave()
        self._running.clear()
        self._again.clear()

    def _begin_again(self) -> None:
        while self._again and not self._running:
            self._begin(self._again.popleft())

    def _begin(self, attempt: _Try) -> None:
        number = next(self._numbers)
        asked = {"number": number, "job": attempt.task.as_plain()}
        try:
            self._ask(json.dumps(asked).encode() + b"\n")
        except OSError as error:
            reason = f"no process could be started ({error.strerror})"
            self._ended.append((attempt.task.job, died(attempt.task.job, reason, 0.0)))
        else:
            self._running[number] = attempt

    def _ask(self, line: bytes) -> None:
        if self._server is not None and not write(self._server, line) and not self._running:
            self._leave()  # it rested too long and left; where others run, `_hear` finds it dead
        if self._server is None:
            self._server = started()
            self._stop = weakref.finalize(self, end, self._server)
            write(self._server, json.dumps(self._setup).encode() + b"\n" + line)

    def _can_read(self, wait: bool) -> bool:
        assert self._server is not None
        return wait_for(self._server.stdout.fileno(), None if wait else 0.0)

    def _hear(self) -> None:
        assert self._server is not None
        data = os.read(self._server.stdout.fileno(), 1 << 16)
        if not data:
            self._server_died()
        self._heard += data
        *lines, rest = self._heard.split(b"\n")
        self._heard = rest
        for reply in map(json.loads, lines):
            if "number" in reply:
                self._settle(self._running.pop(reply["number"]), reply)

    def _settle(self, attempt: _Try, reply: Plain) -> None:
        job, how, seconds = attempt.task.job, reply["how"], reply["seconds"]
        if how == "time":
            self._ended.append((job, failed(job, too_long(job), seconds)))
        elif how == "memory":
            self._ended.append((job, failed(job, too_much(job), seconds)))
        elif reply["said"] is not None:
            self._ended.append((job, replace(outcome_from_plain(reply["said"]), seconds=seconds)))
        else:
            self._try_again(attempt, manner(reply["status"]), seconds)

    def _try_again(self, attempt: _Try, manner: str, seconds: float) -> None:
        job = attempt.task.job
        if attempt.turn < TRIES:
            self._again.append(replace(attempt, turn=attempt.turn + 1))
        else:
            self._ended.append((job, died(job, f"its process died twice ({manner})", seconds)))

    def _server_died(self) -> None:
        """Suspect all that ran; each is tried once again, alone, so that only the guilty is left out."""
        self._leave()
        suspects = list(self._running.values())
        self._running.clear()
        for attempt in suspects:
            self._try_again(attempt, "with the process that starts the others", 0.0)

    def _leave(self) -> None:
        if self._stop is not None:
            self._stop()
        self._server = self._stop = None
        self._heard = bytearray()


def wait_for(descriptor: int, seconds: float | None) -> bool:
    """Wait until a pipe can be read, for so long at most."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(None if seconds is None else seconds * 1000))


def too_long(job: Job) -> SourceError:
    """Say that a document took more time than it has."""
    limit = f"{job.limits.seconds:g} s"
    return SourceError(f"{job.source}: not done within {limit}; give it more time, or split it", "limit.time")


def too_much(job: Job) -> SourceError:
    """Say that a document took more memory than it has."""
    limit = f"{job.limits.memory // 1_000_000} MB"
    return SourceError(f"{job.source}: needs more memory than {limit}; allow more, or split it", "limit.memory")


def died(job: Job, reason: str, seconds: float) -> Outcome:
    """Say that a document's process died under it."""
    said = f"{job.source}: {reason}; it is left out, the others are done; please report the document"
    return failed(job, ExporterError(said, "worker.died"), seconds)


def manner(status: int) -> str:
    """Name an exit status, or the signal that a negative one stands for."""
    if status >= 0:
        return f"exit status {status}"
    with contextlib.suppress(ValueError):
        return signal.Signals(-status).name
    return f"signal {-status}"
