"""Many documents, many faults, many kills: nothing lost, nothing half, nothing left running, no memory lost."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.batch.jobs import Job, Limits
from exporter.batch.ledger import NAME
from exporter.batch.run import export_all
from tests.batch.conftest import MakeJobs
from tests.batch.faults import WORK
from tests.batch.test_executors import dask
from tests.batch.test_run import children_of, gone, listing, start

MB = 1 << 20


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_five_poisons_among_a_thousand(jobs_for: MakeJobs) -> None:
    poisons = {
        "kill": "worker.died",
        "segv": "worker.died",
        "hang": "limit.time",
        "eat": "limit.memory",
        "unpicklable": "worker.failed",
    }
    words = [f"good{n}" for n in range(995)] + list(poisons)
    random.Random(1).shuffle(words)
    began = time.monotonic()
    ended = {Path(o.source).stem: o.code for o in export_all(jobs_for(words), workers=2, work=WORK)}
    assert {word: code for word, code in ended.items() if code} == poisons
    assert len(ended) == 1000
    print(f"1000 documents with 5 poisons: {time.monotonic() - began:.1f} s")


def test_a_hundred_kills(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(f"good{n}" for n in range(1500))
    wanted = {f"{Path(job.source).stem}.md": Path(job.source).read_bytes() * 500 for job in jobs}
    chance = random.Random(2)
    kills = Counter[str]()
    while kills.total() < 100:
        run = start(tmp_path)
        assert run.stdout is not None
        for _ in range(chance.randrange(1, 8)):
            run.stdout.readline()
        time.sleep(chance.random() * 0.02)
        servers = children_of(run.pid) if run.poll() is None else []
        workers = [pid for server in servers for pid in children_of(server)]
        victim = chance.choice(["run", "server", "worker", "group"])
        for pid in {"run": [run.pid], "server": servers, "worker": workers}.get(victim, [*servers, run.pid]):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        kills[victim] += 1
        run.kill()
        run.wait()
        run.stdout.close()
        assert all(gone(pid) for pid in (*servers, *workers))
        for path in (tmp_path / "out").glob("*.md"):
            assert path.read_bytes() == wanted[path.name], "half a file has a name"
    ended = list(export_all(jobs, work=WORK))
    assert {outcome.status for outcome in ended} <= {"done", "skipped"}
    assert len(ended) == len(jobs)
    assert listing(tmp_path / "out") == {*wanted, NAME}


def test_a_hundred_thousand_jobs_in_flat_memory(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("good text")
    levels: list[int] = []

    def jobs(number: int) -> Iterator[Job]:
        for n in range(number):
            link = tmp_path / "in" / f"{n // 1000}" / f"{n}.txt"
            if n % 1000 == 0:
                link.parent.mkdir(parents=True, exist_ok=True)
            if not link.exists():
                link.symlink_to(source)
            yield Job(str(link), ("md",), str(tmp_path / "out"))

    counted = Counter[str]()
    for number, outcome in enumerate(export_all(jobs(100_000), workers=2, work="tests.batch.faults:nothing")):
        counted[outcome.status] += 1
        if number % 10_000 == 9_999:
            levels.append(resident())
    assert counted == {"done": 100_000}
    print("resident MB at every 10,000:", [level // MB for level in levels])
    assert levels[-1] - levels[0] < 32 * MB  # the hashes of 100,000 names
    again = Counter(outcome.status for outcome in export_all(jobs(100_000), work="tests.batch.faults:nothing"))
    assert again == {"skipped": 100_000}


@pytest.mark.parametrize("victim", ["worker", "nanny"])
def test_dask_loses_a_machine(jobs_for: MakeJobs, victim: str) -> None:
    jobs = [replace(job, limits=Limits(20)) for job in jobs_for([f"good{n}" for n in range(60)] + ["slow"])]
    with dask() as executor:
        outcomes = export_all(jobs, executor, work=WORK)
        ended = [next(outcomes)]
        address = next(iter(executor._client.scheduler_info()["workers"]))  # type: ignore[attr-defined]
        pid = executor._client.run(os.getpid, workers=[address])[address]  # type: ignore[attr-defined]
        if victim == "nanny":
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        if pid != os.getpid():
            os.kill(pid, signal.SIGKILL)
        ended += outcomes
    assert len(ended) == len(jobs)
    lost = [outcome for outcome in ended if outcome.code]
    assert {outcome.code for outcome in lost} <= {"executor.failed"}
    again = list(export_all(jobs, work=WORK))
    assert {outcome.status for outcome in again} <= {"done", "skipped"}
