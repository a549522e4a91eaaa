"""Any executor may do the documents, and none is lost with a document that is."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from exporter.batch import executors
from exporter.batch.executors import dask_executor
from exporter.batch.run import export_all
from exporter.errors import PartError
from tests.batch.conftest import MakeJobs
from tests.batch.faults import WORK

FAULTS = {"kill": "worker.died", "hang": "limit.time", "unpicklable": "worker.failed", "segv": "worker.died"}
GOOD = [f"good{n}" for n in range(8)]


@contextmanager
def dask() -> Iterator[Executor]:
    import distributed

    with (
        distributed.LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", protocol="tcp://"
        ) as cluster,
        distributed.Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield client.get_executor(pure=False)


def check(executor: Executor, jobs_for: MakeJobs) -> None:
    jobs = jobs_for([*GOOD[:4], *FAULTS, *GOOD[4:]])
    ended = {Path(outcome.source).stem: outcome for outcome in export_all(jobs, executor, work=WORK)}
    assert {word: outcome.code for word, outcome in ended.items()} == {**dict.fromkeys(GOOD), **FAULTS}
    assert all(Path(made.path).is_file() for outcome in ended.values() for made in outcome.artefacts)
    again = {Path(o.source).stem: o.status for o in export_all(jobs[:6], executor, work=WORK)}
    assert again == {**dict.fromkeys(GOOD[:4], "skipped"), "kill": "failed", "hang": "failed"}


def test_threads(jobs_for: MakeJobs) -> None:
    with ThreadPoolExecutor(2) as executor:
        check(executor, jobs_for)


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_processes(jobs_for: MakeJobs, method: str) -> None:
    with ProcessPoolExecutor(2, get_context(method)) as executor:
        check(executor, jobs_for)


@pytest.mark.slow
def test_dask(jobs_for: MakeJobs) -> None:
    with dask() as executor:
        check(executor, jobs_for)


def test_new_interpreters_where_nothing_may_fork(jobs_for: MakeJobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "FORKS", False)
    jobs = jobs_for(["a", "kill", "talk", "hang"])
    with ThreadPoolExecutor(4) as executor:
        ended = {Path(o.source).stem: o.code for o in export_all(jobs, executor, work=WORK)}
    assert ended == {"a": None, "talk": None, "kill": "worker.died", "hang": "limit.time"}


def test_an_executor_that_is_no_more_fails_every_job_by_name(jobs_for: MakeJobs) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    ended = list(export_all(jobs_for(["a", "b"]), executor, work=WORK))
    assert [outcome.code for outcome in ended] == ["executor.failed"] * 2


def test_files_are_named_from_the_root_for_workers_that_stand_elsewhere(
    jobs_for: MakeJobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = jobs_for(["a"])
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        executor.submit(int).result()  # its worker stands where we stand now
        monkeypatch.chdir(tmp_path)
        (outcome,) = export_all([replace(job, source="in/a.txt", out="out")], executor, work=WORK)
    assert (outcome.status, outcome.source, outcome.artefacts[0].path) == ("done", "in/a.txt", "out/a.md")
    assert (tmp_path / "out" / "a.md").is_file()


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    with pytest.raises(PartError, match=r"no Dask scheduler answers at nowhere://1") as caught:
        dask_executor("nowhere://1")
    assert caught.value.code == "scheduler.unreachable"
