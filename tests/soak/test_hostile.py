"""Hostile sources at full length, to every kind of target."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.judge import export_cases, faults_of, leaks_of


def test_whole_or_refused_at_full_length(tmp_path: Path) -> None:
    ended = export_cases(tmp_path, 60_000, ("json", "docx", "html", "pdf", "pdf-fast", "brief", "md"))
    faults = {name: faults_of(case, outcome) for name, (case, outcome) in ended.outcomes.items()}
    assert {name: found for name, found in faults.items() if found} == {}
    assert [leak for _, outcome in ended.outcomes.values() for leak in leaks_of(outcome)] == []
    assert ended.visits == []
    assert max(outcome.seconds for _, outcome in ended.outcomes.values()) < 61
