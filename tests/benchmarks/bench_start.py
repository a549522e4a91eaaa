"""Measure what every run pays before it does anything: the import, and the help of the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure, command_seconds, in_fresh_process

IMPORT = "import time; t = time.perf_counter(); import exporter; print(time.perf_counter() - t)"


def figures() -> Iterator[Figure]:
    """Import under 60 ms, help under 0.3 s."""
    in_fresh_process(IMPORT)
    yield Figure("import exporter", median(float(in_fresh_process(IMPORT)) for _ in range(9)) * 1000, "ms", 60)
    command = str(Path(sys.executable).parent / "exporter")
    yield Figure("exporter --help", command_seconds(command, "--help", times=9), "s", 0.3)
