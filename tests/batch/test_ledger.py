"""The ledger tells what is done, survives being cut anywhere, and belongs to one run at a time."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.batch.jobs import Job, Made, Outcome
from exporter.batch.ledger import NAME, intact, open_ledger
from exporter.errors import RenderError


def outcome(job: Job, key: str = "k") -> Outcome:
    made = Made("docx", str(Path(job.out, f"{job.stem}.docx")), "0" * 64, 3)
    return Outcome(job.id, job.source, "done", (made,), seconds=1.0, key=key)


def some_jobs(folder: Path, number: int) -> list[Job]:
    return [Job(f"报告{n}.txt", out=str(folder), stem=f"报告{n}") for n in range(number)]


def test_what_was_written_is_told_in_the_next_run(tmp_path: Path) -> None:
    first, second, third = some_jobs(tmp_path, 3)
    ledger = open_ledger(tmp_path)
    ledger.write(outcome(first, "old"))
    ledger.write(outcome(second))
    ledger.write(outcome(first, "new"))
    ledger.close()
    ledger = open_ledger(tmp_path)
    assert ledger.last(first) == outcome(first, "new")
    assert ledger.last(second) == outcome(second)
    assert ledger.last(third) is None
    assert ledger.belongs_to_another("报告0.DOCX", "elsewhere/报告0.txt")
    assert not ledger.belongs_to_another("报告0.docx", "报告0.txt")
    ledger.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 1), garbage=st.binary(max_size=20))
def test_a_ledger_cut_anywhere_keeps_every_whole_line(tmp_path: Path, cut: float, garbage: bytes) -> None:
    jobs = some_jobs(tmp_path, 5)
    (tmp_path / NAME).unlink(missing_ok=True)
    ledger = open_ledger(tmp_path)
    for job in jobs[:4]:
        ledger.write(outcome(job))
    ledger.close()
    whole = (tmp_path / NAME).read_bytes()
    kept = whole[: int(len(whole) * cut)]
    (tmp_path / NAME).write_bytes(kept + garbage)
    ledger = open_ledger(tmp_path)
    ledger.write(outcome(jobs[4]))
    ledger.close()
    ledger = open_ledger(tmp_path)
    told = [ledger.last(job) for job in jobs]
    ledger.close()
    lines = kept.count(b"\n")
    assert told[:lines] == [outcome(job) for job in jobs[:lines]]
    assert told[4] == outcome(jobs[4])


def _try_to_open(folder: Path, answer: multiprocessing.SimpleQueue[str]) -> None:
    try:
        open_ledger(folder).close()
        answer.put("opened")
    except RenderError as error:
        answer.put(error.code)


def test_a_second_run_is_refused_at_once(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[str] = spawn.SimpleQueue()
    ledger = open_ledger(tmp_path)
    other = spawn.Process(target=_try_to_open, args=(tmp_path, answer))
    other.start()
    other.join()
    ledger.close()
    assert answer.get() == "output.locked"


def test_a_folder_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RenderError, match="cannot be written") as caught:
        open_ledger(tmp_path / "file")
    assert caught.value.code == "output.write"


def test_a_file_that_is_missing_or_changed_is_not_intact(tmp_path: Path) -> None:
    import hashlib

    file = tmp_path / "a.docx"
    file.write_bytes(b"abc")
    told = Outcome("j", "s", "done", (Made("docx", str(file), hashlib.sha256(b"abc").hexdigest(), 3),))
    assert intact(told)
    file.write_bytes(b"abd")
    assert not intact(told)
    file.unlink()
    assert not intact(told)
