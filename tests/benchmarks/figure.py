"""Hold a measured figure and the bar beside it, and the ways to measure one."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CHECKOUT = Path(__file__).resolve().parents[2]
SEED = CHECKOUT.parent / "shared" / "seed" / "cixi-2018.txt"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in `unit`; `bar` is what it must not exceed, None where it stands for comparison."""

    name: str
    value: float
    unit: str
    bar: float | None = None

    @property
    def within(self) -> bool:
        """The figure keeps its bar."""
        return self.bar is None or self.value <= self.bar


def seconds(action: Callable[[], object], times: int = 5) -> float:
    """Give the median wall time of `action` in seconds, after one run that does not count."""
    action()
    return median(_timed(action) for _ in range(times))


def command_seconds(*command: str, times: int = 5) -> float:
    """Give the median wall time of a command in seconds, start of the process included."""
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True), times)


def in_fresh_process(script: str, *arguments: str) -> str:
    """Run Python text in a process of its own and give what it prints."""
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT).stdout.strip()


def peak_megabytes() -> float:
    """Give this process's largest resident memory so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def rows(figures: Iterator[Figure]) -> Iterator[tuple[str, str, str, str]]:
    """Give each figure as text: name, value, bar, verdict."""
    for figure in figures:
        bar = "" if figure.bar is None else f"{figure.bar:g} {figure.unit}"
        verdict = "" if figure.bar is None else ("within" if figure.within else "OVER")
        yield figure.name, f"{figure.value:.3g} {figure.unit}", bar, verdict


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
