"""Run every benchmark, or those named, and print their figures beside their bars."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figure import Figure, rows


def main(wanted: list[str]) -> None:
    """Print one table; a figure over its bar is marked, and is no failure: machines differ."""
    console = Console(width=120)
    for name in sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py")):
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        table = Table(name.removeprefix("bench_").replace("_", " "), "measured", "bar", "")
        for row in rows(_figures(name)):
            table.add_row(*row)
        console.print(table)


def _figures(name: str) -> Iterator[Figure]:
    yield from importlib.import_module(f"tests.benchmarks.{name}").figures()


if __name__ == "__main__":
    main(sys.argv[1:])
