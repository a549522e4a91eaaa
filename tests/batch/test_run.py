"""A document that fails, hangs or kills its process costs only itself, and a second run does only what is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.batch.jobs import Job, Outcome, absolute
from exporter.batch.ledger import NAME, open_ledger
from exporter.batch.run import export_all
from exporter.parts import Options
from tests.batch.conftest import MakeJobs
from tests.batch.faults import WORK

ENDS = {
    "kill": "worker.died",
    "segv": "worker.died",
    "leave": "worker.died",
    "quit": "worker.died",
    "hang": "limit.time",
    "hang_in_c": "limit.time",
    "hang_deaf": "limit.time",
    "eat": "limit.memory",
    "eat_in_steps": "limit.memory",
    "unpicklable": "worker.failed",
    "full": "output.write",
    "kill_once": None,
    "talk": None,
    "slow": None,
}
"""What each fault ends in; None: the document is exported."""


def names(outcomes: list[Outcome]) -> dict[str, Outcome]:
    return {Path(outcome.source).stem: outcome for outcome in outcomes}


def listing(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int, within: float = 5.0) -> bool:
    end = time.monotonic() + within
    while lives(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not lives(pid)


def test_every_fault_costs_only_its_own_document(jobs_for: MakeJobs, tmp_path: Path) -> None:
    good = [f"good{n}" for n in range(len(ENDS))]
    jobs = jobs_for([word for pair in zip(ENDS, good, strict=True) for word in pair])
    ended = names(list(export_all(jobs, workers=4, work=WORK)))
    assert {word: outcome.code for word, outcome in ended.items()} == {**ENDS, **dict.fromkeys(good)}
    assert gone(int((tmp_path / "in" / "hang_deaf.pid").read_text())), "a child of the document lives on"
    assert listing(tmp_path / "out") == {NAME} | {f"{word}.md" for word, o in ended.items() if o.status == "done"}


def test_a_process_is_left_with_the_first_document_that_fails(jobs_for: MakeJobs, tmp_path: Path) -> None:
    list(export_all(jobs_for(["who1", "who2", "unpicklable", "who3", "kill", "who4"]), workers=1, work=WORK))
    first, second, third, fourth = (int((tmp_path / "in" / f"who{number}.pid").read_text()) for number in (1, 2, 3, 4))
    assert first == second
    assert len({first, third, fourth}) == 3
    assert all(gone(pid) for pid in (first, third, fourth))


def test_a_process_does_documents_of_one_recipe_alone(jobs_for: MakeJobs, tmp_path: Path) -> None:
    one, other, again = jobs_for(["who1", "who2", "who3"])
    list(export_all([one, replace(other, strict=True), again], workers=1, work=WORK))
    pids = {int((tmp_path / "in" / f"who{number}.pid").read_text()) for number in (1, 2, 3)}
    assert len(pids) == 3
    assert all(map(gone, pids))


def test_an_outcome_says_what_was_found_and_what_to_do(jobs_for: MakeJobs) -> None:
    ended = names(list(export_all(jobs_for(["segv", "hang"]), work=WORK)))
    assert ended["segv"].message is not None and "its process died twice (SIGSEGV)" in ended["segv"].message
    assert ended["hang"].message is not None and "not done within 1.5 s; give it more time" in ended["hang"].message


def test_a_second_run_does_only_what_is_left(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(["a", "b", "c", "d", "segv"])
    first = names(list(export_all(jobs, work=WORK)))
    (tmp_path / "out" / "b.md").unlink()
    (tmp_path / "out" / "c.md").write_text("edited")
    Path(jobs[3].source).write_text("d changed")
    second = names(list(export_all(jobs, work=WORK)))
    assert {word: outcome.status for word, outcome in second.items()} == {
        "a": "skipped",
        "b": "done",
        "c": "done",
        "d": "done",
        "segv": "failed",
    }
    assert second["a"].artefacts == first["a"].artefacts == second["a"].artefacts
    assert second["c"].artefacts == first["c"].artefacts
    assert second["d"].artefacts != first["d"].artefacts


@pytest.mark.parametrize(
    "change",
    [
        {"options": Options(style="report")},
        {"options": Options(pages=3)},
        {"strict": True},
    ],
)
def test_another_option_makes_it_again(jobs_for: MakeJobs, change: dict[str, object]) -> None:
    (job,) = jobs_for(["a"])
    assert [outcome.status for outcome in export_all([job], work=WORK)] == ["done"]
    assert [outcome.status for outcome in export_all([job], work=WORK)] == ["skipped"]
    assert [outcome.status for outcome in export_all([replace(job, **change)], work=WORK)] == ["done"]  # type: ignore[arg-type]


def test_sources_of_one_name_keep_their_files(jobs_for: MakeJobs, tmp_path: Path) -> None:
    (job,) = jobs_for(["a"])
    other = tmp_path / "other" / "A.txt"  # some disks do not tell a from A
    other.parent.mkdir()
    other.write_text("another text")
    jobs = [job, replace(job, source=str(other)), job]
    first = list(export_all(jobs, work=WORK))
    files = [outcome.artefacts[0].path for outcome in first]
    assert len({file.casefold() for file in files}) == 3
    assert [outcome.status for outcome in export_all(jobs, work=WORK)] == ["skipped"] * 3
    # alone, it must not take the name that the first was given in the earlier run
    (alone,) = export_all([replace(job, source=str(other))], work=WORK)
    assert alone.status == "skipped"
    assert {Path(path).stat().st_size for path in files} == {len("a text") * 500, len("another text") * 500}


def test_sources_that_are_none_are_refused_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    given = ["fifo", "loop", "folder", "empty.txt", "missing.txt", "\0", "x" * 300, "/dev/zero", "\udcff"]
    jobs = [Job(str(tmp_path / name), ("json",), str(tmp_path / "out")) for name in given]
    codes = {Path(outcome.source).name: outcome.code for outcome in export_all(jobs)}
    assert codes == {
        "fifo": "source.not_regular",
        "loop": "source.unreadable",
        "folder": "source.not_regular",
        "empty.txt": "source.empty",
        "missing.txt": "source.not_found",
        "\0": "source.unreadable",
        "x" * 300: "source.unreadable",
        "zero": "source.not_regular",
        "\udcff": "source.not_found",
    }
    assert listing(tmp_path / "out") == {NAME}


def test_a_url_is_skipped_when_it_still_gives_the_same(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text("政府工作报告\n\n全市生产总值达到12.5亿元，增长8%。\n")
    job = Job(source.as_uri(), ("json",), str(tmp_path / "out"))
    (first,) = export_all([job])
    (second,) = export_all([job])
    source.write_text("政府工作报告\n\n全市生产总值达到13.5亿元，增长8%。\n")
    (third,) = export_all([job])
    assert [first.status, second.status, third.status] == ["done", "skipped", "done"]
    assert first.artefacts[0].path == str(tmp_path / "out" / "report.json")
    assert first.artefacts == second.artefacts != third.artefacts


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    source = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt")  # noqa: PTH118 - a Path takes no bytes
    with open(source, "w") as file:  # noqa: PTH123
        file.write("good text")
    (outcome,) = export_all([Job(os.fsdecode(source), ("md",), str(tmp_path / "out"))], work=WORK)
    assert (outcome.status, listing(tmp_path / "out")) == ("done", {"document.md", NAME})


def test_what_is_wrong_with_a_job_is_its_outcome(jobs_for: MakeJobs, tmp_path: Path) -> None:
    (job,) = jobs_for(["a"])
    (tmp_path / "file").touch()
    wrong = {
        "target.unknown": replace(job, to=("papyrus",)),
        "style.unknown": replace(job, options=Options(style="rococo")),
        "source.unreadable": replace(job, options=Options(template=tmp_path / "none.dotx")),
        "output.write": replace(job, out=str(tmp_path / "file")),
    }
    ended = list(export_all([*wrong.values(), replace(job, to=()), replace(job, source="-")], work=WORK))
    assert [outcome.code for outcome in ended] == [*wrong, "target.unknown", "source.unsupported"]


def test_jobs_are_taken_as_room_arises(jobs_for: MakeJobs) -> None:
    taken = []

    def endless() -> Iterator[Job]:
        for job in jobs_for(f"good{n}" for n in range(50)):
            taken.append(job)
            yield job

    outcomes = export_all(endless(), workers=2, work=WORK)
    for _ in range(5):
        next(outcomes)
    assert len(taken) <= 8
    outcomes.close()  # type: ignore[attr-defined]


def test_a_loop_that_is_left_leaves_nothing_running(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(["a", "hang_deaf", "b"])
    for outcome in export_all([replace(job, limits=replace(job.limits, seconds=60)) for job in jobs], work=WORK):
        if (tmp_path / "in" / "hang_deaf.pid").exists() or outcome.source == jobs[2].source:
            break
    deadline = time.monotonic() + 5
    while not (tmp_path / "in" / "hang_deaf.pid").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    open_ledger(tmp_path / "out").close()  # and the folder is free again


def test_a_server_that_is_killed_costs_nothing(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for([*(f"good{n}" for n in range(6)), "slow"])
    outcomes = export_all(jobs, workers=2, work=WORK)
    ended = [next(outcomes)]
    for pid in children_of(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    ended += outcomes
    assert [outcome.status for outcome in ended] == ["done"] * 7


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


SCRIPT = """
import sys
from pathlib import Path
from exporter.batch.jobs import Job
from exporter.batch.run import export_all, stoppable
folder = Path(sys.argv[1])
jobs = (Job(str(source), ("md",), str(folder / "out")) for source in sorted((folder / "in").glob("*.txt")))
with stoppable():
    for outcome in export_all(jobs, workers=2, work="tests.batch.faults:work"):
        print(outcome.status, flush=True)
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_stops_the_run_and_loses_nothing(
    jobs_for: MakeJobs, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    jobs = jobs_for(["a", "b", "hang_deaf"])
    run = start(tmp_path)
    assert run.stdout is not None
    assert [run.stdout.readline() for _ in range(2)] == ["done\n"] * 2
    pid = tmp_path / "in" / "hang_deaf.pid"
    while not (pid.exists() and pid.read_text()):  # it may be there before its number is
        time.sleep(0.02)
    run.send_signal(number)
    run.stdout.close()
    assert run.wait(5) == status
    assert gone(int(pid.read_text()))
    ledger = open_ledger(tmp_path / "out")
    told = [ledger.last(replace(job, stem=Path(job.source).stem)) for job in jobs]
    ledger.close()
    assert [outcome and outcome.status for outcome in told] == ["done", "done", None]


def test_kill_9_at_any_moment_then_resume(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(f"good{n}" for n in range(40))
    wanted = {f"{Path(job.source).stem}.md": Path(job.source).read_bytes() * 500 for job in jobs}
    done = 0
    for turn in range(6):
        run = start(tmp_path)
        assert run.stdout is not None
        for _ in range(5):  # a little further each time
            run.stdout.readline()
        time.sleep(0.003 * turn)
        descendants = [pid for child in children_of(run.pid) for pid in (child, *children_of(child))]
        run.kill()
        run.wait()
        run.stdout.close()
        assert all(gone(pid) for pid in descendants)
        out = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.md")}
        assert all(wanted[name] == data for name, data in out.items()), "half a file has a name"
        assert len(out) >= done, "a file was lost"
        done = len(out)
    ended = list(export_all(jobs, work=WORK))
    assert {outcome.status for outcome in ended} == {"done", "skipped"}
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.md")} == wanted
    assert listing(tmp_path / "out") == {*wanted, NAME}


def test_two_runs_do_not_write_into_one_folder(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(["a", "hang"])
    run = start(tmp_path)
    assert run.stdout is not None
    run.stdout.readline()
    assert [outcome.code for outcome in export_all(jobs, work=WORK)] == ["output.locked"] * 2
    run.kill()
    run.wait()
    run.stdout.close()


def test_the_ledger_is_json_lines_that_name_their_source(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = jobs_for(["a", "segv"])
    list(export_all(jobs, work=WORK))
    lines = [json.loads(line) for line in (tmp_path / "out" / NAME).read_text().splitlines()]
    assert {line["source"]: line["status"] for line in lines} == {
        absolute(jobs[0].source): "done",
        absolute(jobs[1].source): "failed",
    }


def test_a_full_disk_stops_the_run_after_some(jobs_for: MakeJobs, tmp_path: Path) -> None:
    jobs = []
    for n in range(14):
        (job,) = jobs_for(["full"])
        source = tmp_path / "in" / f"full{n}.txt"
        shutil.copy(job.source, source)
        jobs.append(replace(job, source=str(source)))
    ended = list(export_all(jobs, workers=1, work=WORK))
    assert [outcome.code for outcome in ended] == ["output.write"] * 14
    assert sum("not tried" in (outcome.message or "") for outcome in ended) >= 3
