"""Give the batch tests sources that are good or have a fault, and jobs for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import pytest

from exporter.batch.jobs import Job, Limits

MakeJobs: TypeAlias = Callable[[Iterable[str]], list[Job]]


@pytest.fixture
def jobs_for(tmp_path: Path) -> MakeJobs:
    """Make a source of each word, named after it, and a job that the stand-in work understands."""

    def make(words: Iterable[str]) -> list[Job]:
        jobs = []
        for word in words:
            source = tmp_path / "in" / f"{word}.txt"
            source.parent.mkdir(exist_ok=True)
            source.write_text(f"{word} text")
            limits = Limits(1.5 if word.startswith("hang") else 60, 400_000_000)
            jobs.append(Job(str(source), ("md",), str(tmp_path / "out"), limits=limits))
        return jobs

    return make
