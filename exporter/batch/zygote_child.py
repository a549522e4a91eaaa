"""Fork a process that does documents, one after the other, until one leaves it unfit for the next."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from exporter.batch.jobs import Plain
from exporter.batch.memory_limit import limit, resident
from exporter.parts import load

ATTEMPT = "exporter.batch.work:attempt"
"""What calls the work; loaded when patterns are remembered."""
WELL = ("done", "skipped")
"""How a document ends that leaves its process fit for another."""
LEFT = 0.15
"""Share of the memory of a document that those before it may have left behind in its process."""


@dataclass(slots=True)
class Child:
    """A process: the pipes that documents go to it and outcomes come back through, and the document that it does."""

    pid: int
    pipe: int
    jobs: int
    memory: int
    recipe: str
    """What its documents are made by."""
    number: int | None = None
    """None: it waits for another document."""
    started: float = 0.0
    seconds: float = 0.0
    most: int = 0
    """Bytes that it may hold: the memory of a document, and what those before it have left."""
    said: bytearray = field(default_factory=bytearray)

    def takes(self, line: bytes) -> bool:
        """Hand a document over; False: the process is no more."""
        try:
            while line:
                line = line[os.write(self.jobs, line) :]
        except OSError:
            return False
        return True


def forked(work: Callable[[Plain], Plain], memory: int, recipe: str, others: list[int]) -> Child:
    """Fork a process that does documents; it keeps none of `others` open."""
    (ours, theirs), (asked, jobs) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_child(work, asked, theirs, memory, [ours, jobs, *others])
    os.close(theirs)
    os.close(asked)
    with contextlib.suppress(OSError):  # the child did it first, or is gone already
        os.setpgid(pid, pid)
    return Child(pid, ours, jobs, memory, recipe)


def kill(pid: int) -> None:
    """Kill a process and all of its group."""
    for ends in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            ends(pid, signal.SIGKILL)


def _be_child(work: Callable[[Plain], Plain], jobs: int, pipe: int, memory: int, others: list[int]) -> None:
    """Do one job after the other and leave; nothing returns from here."""
    try:
        os.setpgid(0, 0)
        _die_with(os.getppid())
        for other in others:
            os.close(other)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        most, again = resident(os.getpid()) + int(memory * LEFT), True
        with os.fdopen(jobs, "rb") as asked:
            while again and (line := asked.readline()):
                limit(memory)
                outcome = load(ATTEMPT)(work, json.loads(line))
                again = _is_as_it_was(outcome, most)
                said = json.dumps(outcome).encode() + (b"\n" if again else b"")
                while said:
                    said = said[os.write(pipe, said) :]
    except BaseException:  # SystemExit too: the server tells that nothing was said
        os._exit(70)
    os._exit(0)


def _is_as_it_was(outcome: Plain, most: int) -> bool:
    """Tell whether a document has left its process fit for another."""
    if outcome["status"] not in WELL or threading.active_count() > 1 or resident(os.getpid()) > most:
        return False
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False  # it has, or had, a process of its own


def _die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent dies (Linux; elsewhere the closed pipe must do)."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(71)
