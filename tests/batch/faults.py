"""What a document may do to its process: the first word of the source says which fault it has."""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import resource
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from exporter.batch.export import Artefact
from exporter.batch.jobs import Made, Outcome, failed, job_from_plain, outcome_as_plain
from exporter.batch.recipe import key
from exporter.batch.write import publish
from exporter.errors import ExporterError

WORK = "tests.batch.faults:work"


class StubbornError(Exception):
    """An exception that cannot be pickled, nor built again from its arguments."""

    def __init__(self, first: object, second: object) -> None:
        super().__init__("stubborn")
        self.lock = threading.Lock()


def work(plain: dict[str, Any]) -> dict[str, Any]:
    """Stand in for an export: commit the fault that the source names, else write its bytes back."""
    job = job_from_plain(plain)
    data = Path(job.source).read_bytes()
    fault = data.decode().split()[0]
    if fault in FAULTS:
        FAULTS[fault](Path(job.source))
    now = key(plain["recipe"], hashlib.sha256(data).hexdigest())
    try:
        (path,) = publish([(Path(job.out, f"{job.stem}.md"), data * 500)], Path(job.out, ".exporter"))
    except ExporterError as error:
        return outcome_as_plain(failed(job, error))
    made = Artefact(path, data * 500)
    row = Made("md", str(path), made.sha256, len(made.bytes))
    return outcome_as_plain(Outcome(job.id, job.source, "done", (row,), key=now))


def nothing(plain: dict[str, Any]) -> dict[str, Any]:
    """Read the source and make no file: what the run itself costs."""
    job = job_from_plain(plain)
    now = key(plain["recipe"], hashlib.sha256(Path(job.source).read_bytes()).hexdigest())
    return outcome_as_plain(Outcome(job.id, job.source, "done", key=now))


def kill(source: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_once(source: Path) -> None:
    mark = source.with_suffix(".mark")
    if not mark.exists():
        mark.touch()
        kill(source)


def segv(source: Path) -> None:
    ctypes.string_at(0)


def leave(source: Path) -> None:
    os._exit(3)


def quit_politely(source: Path) -> None:
    sys.exit(0)


def hang(source: Path) -> None:
    while True:
        time.sleep(60)


def hang_in_c(source: Path) -> None:
    re.match(r"(a+)+b", "a" * 64)  # holds the GIL for longer than anyone will wait


def hang_deaf(source: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if os.fork() == 0:  # a child of its own must go too
        Path(source.with_suffix(".pid")).write_text(str(os.getpid()))
    hang(source)


def eat(source: Path) -> None:
    hoard = []
    while True:
        hoard.append(bytearray(b"x") * (1 << 24))


def eat_in_steps(source: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (-1, resource.getrlimit(resource.RLIMIT_AS)[1]))
    hoard = []
    while True:
        hoard.append(b"x" * (1 << 23))
        time.sleep(0.01)


def unpicklable(source: Path) -> None:
    raise StubbornError(source, threading.Lock())


def talk(source: Path) -> None:
    print("not for you" * 10_000)
    sys.stdout.flush()
    os.write(1, b'{"number": 0, "how": "over", "said": null, "status": 0, "seconds": 0}\n')


def full(source: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))


def slow(source: Path) -> None:
    time.sleep(0.3)


def who(source: Path) -> None:
    source.with_suffix(".pid").write_text(str(os.getpid()))


FAULTS = {
    "kill": kill,
    "kill_once": kill_once,
    "segv": segv,
    "leave": leave,
    "quit": quit_politely,
    "hang": hang,
    "hang_in_c": hang_in_c,
    "hang_deaf": hang_deaf,
    "eat": eat,
    "eat_in_steps": eat_in_steps,
    "unpicklable": unpicklable,
    "talk": talk,
    "full": full,
    "slow": slow,
    **dict.fromkeys(("who1", "who2", "who3", "who4"), who),
}
