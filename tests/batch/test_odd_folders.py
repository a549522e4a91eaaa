"""A folder of results may hold what is not ours, and its ledger what nobody can read."""

from __future__ import annotations

from pathlib import Path

from exporter.batch.jobs import Job
from exporter.batch.ledger import NAME, SCRATCH, open_ledger
from exporter.batch.run import export_all
from tests.reports import OURS


def test_what_somebody_keeps_in_our_folder_stays(tmp_path: Path) -> None:
    scratch = tmp_path / SCRATCH
    scratch.mkdir()
    (scratch / "notes.txt").write_text("mine", "utf-8")
    (scratch / ".12-0123456789ab.part").write_bytes(b"left by a crash")
    open_ledger(tmp_path).close()
    assert [path.name for path in scratch.iterdir()] == ["notes.txt"]


def test_a_bad_line_costs_its_own_job_alone(tmp_path: Path) -> None:
    jobs = [Job(str(path), ("json",), str(tmp_path)) for path in OURS[2:4]]
    assert [one.status for one in export_all(jobs)] == ["done", "done"]
    ledger = tmp_path / NAME
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"\xff\xfe{\n" + lines[0] + b'{"job": 1}\n[]\n' + lines[1][:40])
    again = sorted(one.status for one in export_all(jobs))
    assert again == ["done", "skipped"]
