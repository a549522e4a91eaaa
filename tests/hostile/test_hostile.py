"""Every hostile source is exported whole or refused by name: no crash, no hang, no loss, no leak, no half file."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.batch.ledger import NAME
from tests.hostile.judge import TARGETS, all_cases, export_cases, faults_of, leaks_of

SIZE = 3000
"""Length of shapes that make patterns slow; `make soak` takes sixty thousand."""


def test_there_are_hundreds_and_no_two_share_a_name() -> None:
    names = [case.name for case in all_cases(SIZE)]
    assert len(names) > 300
    assert len(set(names)) == len(names)


@pytest.mark.slow
def test_every_one_is_exported_whole_or_refused_by_name(tmp_path: Path) -> None:
    ended = export_cases(tmp_path, SIZE, TARGETS)
    faults = {name: faults_of(case, outcome) for name, (case, outcome) in ended.outcomes.items()}
    assert {name: found for name, found in faults.items() if found} == {}
    assert [leak for _, outcome in ended.outcomes.values() for leak in leaks_of(outcome)] == []
    assert ended.visits == [], "somebody asked for what a source points to"
    told = {Path(artefact.path) for _, outcome in ended.outcomes.values() for artefact in outcome.artefacts}
    assert set(ended.folder.iterdir()) == told | {ended.folder / NAME}
