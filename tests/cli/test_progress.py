"""How a run of many documents goes is said on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from exporter.batch.jobs import Outcome, Summary
from exporter.cli.progress import clock, ending, line, slower, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def outcome(status: str, seconds: float = 1.0, code: str | None = None, source: str = "a.txt") -> Outcome:
    return Outcome("1", source, status, code=code, seconds=seconds)  # type: ignore[arg-type]


def test_a_line_says_how_many_how_fast_how_long_and_what_failed() -> None:
    assert line(Summary(done=9, failed=1, skipped=10), 50, 60.0) == "20 of 50, 10 a minute, 3:00 left, 1 failed"
    assert line(Summary(skipped=3), 4, 1.0) == "3 of 4"


def test_times_are_clocks() -> None:
    assert [clock(seconds) for seconds in (0.4, 65, 3723)] == ["0:00", "1:05", "1:02:03"]


def test_the_end_names_the_errors_and_what_took_long() -> None:
    summary, slowest = Summary(), []
    for number, seconds in enumerate((1.0, 20.0, 12.0, 31.0, 15.0)):
        one = outcome("failed" if number == 1 else "done", seconds, "pdf.no_text" if number == 1 else None, f"{number}")
        summary, slowest = summary.plus(one), slower(slowest, one)
    assert list(ending(summary, slowest)) == [
        "4 done, 0 unchanged, 1 failed (1 × pdf.no_text)",
        "took long: 31.0 s, 3",
        "took long: 20.0 s, 1",
        "took long: 15.0 s, 4",
    ]


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, quiet, shown in ((Terminal(), False, True), (Terminal(), True, False), (io.StringIO(), False, False)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(watched(iter([outcome("done")]), 1, quiet)) == [outcome("done")]
        assert ("1 of 1" in stream.getvalue()) == shown
