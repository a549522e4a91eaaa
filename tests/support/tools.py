"""Find the outside programs that the tests need, and run them with a limit."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def require_tool(name: str, *places: str) -> str:
    """Give the path of a program, on PATH or at one of `places`; without it the test fails."""
    found = shutil.which(name) or next((place for place in places if Path(place).is_file()), None)
    return found or missing(name)


def missing(what: str) -> str:
    """Fail the test: what it needs is not here."""
    pytest.fail(f"{what} is missing; `make setup-test` installs it", pytrace=False)


def run_tool(command: Sequence[str], limit: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, or fail the test after `limit` seconds."""
    try:
        return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        pytest.fail(f"{Path(command[0]).name} did not end within {limit:g} s", pytrace=False)


@contextmanager
def as_file(given: Path | str | bytes, suffix: str) -> Iterator[Path]:
    """Give a file for a path or for bytes; what was made for bytes is gone afterwards."""
    if not isinstance(given, bytes):
        yield Path(given)
        return
    with tempfile.TemporaryDirectory(prefix="exporter-test-") as folder:
        file = Path(folder) / f"given{suffix}"
        file.write_bytes(given)
        yield file
