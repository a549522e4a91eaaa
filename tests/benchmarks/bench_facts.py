"""Measure how fast figures are found: in a report, and in text made to be dense or hostile."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import conversion
from exporter.facts.extract import facts_of
from exporter.model import Document
from tests.benchmarks.figure import SEED, Figure, seconds
from tests.facts.samples import report

PER_CHARACTER = 1e6 / 300_000
"""Microseconds a character at 300,000 characters a second."""
HOSTILE = {"parts": "甲、乙和丙分别", "ones": "一", "separators": "1,111,", "brackets": "（“", "growths": "甲增长1%，"}


def figures() -> Iterator[Figure]:
    """A real report at 300,000 characters a second; four times the text costs four times the time."""
    document = conversion.read(SEED)
    assert document.origin
    body = "\n".join(run.text for block in document.blocks for run in getattr(block, "runs", ()))
    yield Figure("a report", micros(document, len(body)), "µs a character", PER_CHARACTER)
    yield Figure(
        "ten of them", micros(report(*(body.split("\n") * 10)), 10 * len(body)), "µs a character", PER_CHARACTER
    )
    for name, unit in HOSTILE.items():
        small, large = (micros(report(unit * n), 1) for n in (2_000, 8_000))
        yield Figure(f"hostile: {name}, four times as long", large / small, "times the time", 6)


def micros(document: Document, characters: int) -> float:
    """Give the time a character in microseconds."""
    return seconds(lambda: facts_of(document)) * 1e6 / characters
