"""Open the review page as the command serves it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reports import SAMPLE

Serve = Callable[..., str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start `exporter review` in a folder of its own, and give the address that it prints."""
    running: list[subprocess.Popen[str]] = []

    def start(memory: str = "work.db", source: Path = SAMPLE) -> str:
        command = [sys.executable, "-m", "exporter", "review", str(source), "--memory", memory]
        running.append(subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True))
        assert running[-1].stdout is not None
        return running[-1].stdout.readline().strip()

    yield start
    for process in running:
        process.terminate()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()
