"""Export many documents: name their files, skip what is done, do the rest side by side, and lose none."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING, Protocol

from exporter.batch.admission import Admission
from exporter.batch.jobs import Job, Outcome
from exporter.batch.originals import Originals
from exporter.batch.zygote_client import FORKS, WORK, Ended, ForkedWorkers, Task

if TYPE_CHECKING:
    from concurrent.futures import Executor


def export_all(
    jobs: Iterable[Job],
    executor: Executor | None = None,
    *,
    workers: int | None = None,
    timeout: float | None = None,
    work: str = WORK,
) -> Iterator[Outcome]:
    """Export every job, each apart from the others, and give an outcome for each, in the order they end.

    `jobs` is taken from as room arises, so that it may be endless. `executor` is any
    `concurrent.futures.Executor`, also Dask's (`Client.get_executor(pure=False)`), and stays its owner's;
    None: `workers` processes here (None: as many as processors). `timeout` is seconds for one document,
    in the place of the jobs' own limit. `work` is the address of what does a job.

    No source is written over (`output.is_source`). A sequence of jobs is looked through for its sources first;
    of other iterables the sources to come are not known, so files that no earlier run made keep their names there.

    A folder exported to holds a ledger: what was done before and has not changed is skipped. Nothing is
    raised: what cannot be exported is an outcome with its error.
    """
    with ExitStack() as stack:
        books = Admission(Originals(job.source for job in jobs) if isinstance(jobs, Sequence) else None)
        stack.callback(books.close)
        runner = _runner(executor, workers or _processors(), work, stack)
        stack.callback(runner.close)
        for job in jobs:
            ready = books.prepare(job if timeout is None else _within(job, timeout))
            if isinstance(ready, Outcome):
                yield ready
                continue
            while not runner.room:
                yield from _kept(books, runner.finished(True))
            runner.submit(ready)
            yield from _kept(books, runner.finished(False))
        while runner.busy:
            yield from _kept(books, runner.finished(True))


@contextmanager
def stoppable() -> Iterator[None]:
    """Leave with exit status 143 upon SIGTERM, and 130 upon SIGINT, after everything open was closed."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, stop) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


class _Runner(Protocol):
    """What does tasks: `ForkedWorkers` of our own, or `Tasks` of an executor."""

    @property
    def room(self) -> bool: ...
    @property
    def busy(self) -> bool: ...
    def submit(self, task: Task) -> None: ...
    def finished(self, wait: bool) -> list[Ended]: ...
    def close(self) -> None: ...


def _runner(executor: Executor | None, workers: int, work: str, stack: ExitStack) -> _Runner:
    if executor is None and FORKS:
        return ForkedWorkers(workers, work)
    from concurrent.futures import ThreadPoolExecutor

    from exporter.batch.executors import Tasks

    if executor is None:
        return Tasks(stack.enter_context(ThreadPoolExecutor(workers)), workers, work)
    return Tasks(executor, 4 * workers, work)


def _kept(books: Admission, ended: list[Ended]) -> Iterator[Outcome]:
    return (books.keep(job, outcome) for job, outcome in ended)


def _within(job: Job, seconds: float) -> Job:
    return replace(job, limits=replace(job.limits, seconds=seconds))


def _processors() -> int:
    """Count the processors that this process may use, which a container may have made fewer."""
    given = getattr(os, "sched_getaffinity", None)
    return len(given(0)) if given else os.cpu_count() or 1
