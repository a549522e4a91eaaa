"""Measure what a process for every document costs, and what a second run that finds all done costs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from exporter.batch.jobs import Job
from exporter.batch.run import export_all
from tests.benchmarks.figure import SEED, Figure, peak_megabytes

DOCUMENTS = 20
BARE = "tests.batch.faults:nothing"


def figures() -> Iterator[Figure]:
    """A process costs milliseconds; the bar is what a fork with loaded libraries was measured to cost elsewhere."""
    yield Figure("a document that does nothing, in its own process", _each(BARE, 200, ("md",)) * 1000, "ms", 86)
    with tempfile.TemporaryDirectory() as out:
        jobs = [Job(str(SEED), ("docx",), out, stem=f"seed{n}") for n in range(DOCUMENTS)]
        outcomes = list(export_all(jobs, workers=1))
        yield Figure("the seed to Word, in its own process", sum(o.seconds for o in outcomes) / DOCUMENTS, "s")
        began = time.perf_counter()
        assert all(outcome.status == "skipped" for outcome in export_all(jobs, workers=1))
        yield Figure("a document found done", (time.perf_counter() - began) / DOCUMENTS * 1000, "ms")
    yield Figure("peak memory of the run itself", peak_megabytes(), "MB", 300)


def _each(work: str, number: int, to: tuple[str, ...]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        jobs = [Job(str(SEED), to, str(Path(folder, "out")), stem=f"a{n}") for n in range(number)]
        outcomes = list(export_all(jobs, workers=1, work=work))
        return sum(outcome.seconds for outcome in outcomes) / number
