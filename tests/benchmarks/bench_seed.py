"""Measure the report this project was asked for: reading it and making its three files, in a warm process."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from functools import partial

from tests.benchmarks.figure import SEED, Figure, in_fresh_process, peak_megabytes, seconds

BARS = {"docx": 0.05, "pdf": 0.09, "brief": 0.06}


def figures() -> Iterator[Figure]:
    """Each target from the source's bytes to the file on disk; memory of a process that makes all three."""
    measured = json.loads(in_fresh_process("from tests.benchmarks.bench_seed import measure; measure()"))
    yield Figure("read the seed", measured["read"], "s")
    for target, bar in BARS.items():
        yield Figure(f"seed to {target}", measured[target], "s", bar)
    peak = in_fresh_process("from tests.benchmarks.bench_seed import measure_peak; measure_peak()")
    yield Figure("peak memory of all three", float(peak), "MB", 300)


def measure() -> None:
    """Print the seconds of reading and of each target as JSON."""
    import exporter
    from exporter.batch.export import export_one

    with tempfile.TemporaryDirectory() as out:
        found = {"read": seconds(lambda: exporter.read(SEED))}
        for target in BARS:
            found[target] = seconds(partial(export_one, SEED, [target], out))
    json.dump(found, sys.stdout)


def measure_peak() -> None:
    """Print the peak memory in MB of this process after making all three files."""
    from exporter.batch.export import export_one

    with tempfile.TemporaryDirectory() as out:
        export_one(SEED, list(BARS), out)
    print(peak_megabytes())
