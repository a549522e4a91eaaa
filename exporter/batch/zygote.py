"""Fork processes for documents, kill what outstays its limits, and tell the client how each ended.

A process does one document after the other as long as all goes well: it is left with the first that fails, that
leaves anything running, or that leaves it large, and does those of one recipe alone: it remembers style and fonts as
they were. To fork one takes as long as a tenth of a document.

This module is the whole of a process of its own, started by `exporter.batch.server`: one line of JSON
on standard input is a document to begin with at once, one line on standard output how one ended.
When standard input closes, whatever the reason, everything still running is killed.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import sys
import time
from collections.abc import Callable
from typing import Any

from exporter.batch.jobs import Plain
from exporter.batch.memory_limit import resident
from exporter.batch.zygote_child import Child, forked, kill
from exporter.kept.process import begin, warming_up
from exporter.parts import load

TICK = 0.1
"""Seconds between two looks at the memory of what runs."""
REST = 1.0
"""Seconds between two looks, while nothing runs, at whether the client is still there."""
CHUNK = 1 << 16
MAX_RESULT = 4_000_000
"""Bytes of an outcome; one that is longer is no outcome."""


def start() -> None:
    """Be a process of its own that serves."""
    begin(os.environ)
    serve()


def serve() -> None:
    """Serve until standard input closes or, with `idle` seconds given, nothing was asked for so long.

    The first line says what to do: `{"work": "module:function", "idle": seconds or null}`.
    """
    requests, replies = _take_streams()
    first = bytearray()
    while not first.endswith(b"\n"):
        byte = os.read(requests, 1)
        if not byte:
            return
        first += byte
    setup = json.loads(first)
    work = load(setup["work"])
    with warming_up():
        _warm_up(setup["work"])
    gc.freeze()  # what is here now is shared with every child
    Server(requests, replies, work, setup["idle"]).run()


def _warm_up(work: str) -> None:
    """Call `warm_up` of the module that does the work, where it has one."""
    module, _, _ = work.partition(":")
    warm_up = getattr(sys.modules[module], "warm_up", None)
    if warm_up is not None:
        warm_up()


class Server:
    """The documents that run now, and what is still to be told of those that ended."""

    def __init__(self, requests: int, replies: int, work: Callable[[Plain], Plain], idle: float | None) -> None:
        self._requests = requests
        self._replies = replies
        self._work = work
        self._idle = idle
        self._client = os.getppid()
        self._last = time.monotonic()
        self._asked = bytearray()
        self._untold = bytearray()
        self._children: dict[int, Child] = {}
        self._unreaped: set[int] = set()
        self._selector = selectors.DefaultSelector()
        self._selector.register(requests, selectors.EVENT_READ)
        self._tell(Plain(ready=os.getpid()))

    def run(self) -> None:
        """Serve; every child is dead when this returns."""
        try:
            while self._turn():
                pass
        finally:
            for child in self._children.values():
                kill(child.pid)
                if child.number is None:  # it has nothing to die of slowly; what it cost is counted with ours
                    os.waitpid(child.pid, 0)

    def _turn(self) -> bool:
        events = self._selector.select(TICK if self._busy or self._unreaped else REST)
        if self._alone():
            return False
        for key, _ in events:
            if key.fd == self._replies:
                self._flush()
            elif key.fd != self._requests:
                child = self._children.get(key.fd)
                if child and child is key.data:  # else it was let go a moment ago
                    self._hear(child)
            elif not self._take():
                return False
        for child in list(self._children.values()):
            self._watch(child)
        self._reap()
        return True

    def _alone(self) -> bool:
        """Tell whether nobody wants anything: a pipe stays open where a process of the client's inherited it."""
        now = time.monotonic()
        if self._busy:
            self._last = now
        waited = self._idle is not None and now - self._last > self._idle
        return waited or os.getppid() != self._client

    @property
    def _busy(self) -> bool:
        return any(child.number is not None for child in self._children.values())

    def _take(self) -> bool:
        data = os.read(self._requests, CHUNK)
        self._asked += data
        while b"\n" in self._asked:
            line, _, rest = bytes(self._asked).partition(b"\n")
            self._asked = bytearray(rest)
            self._start(json.loads(line))
        return bool(data)

    def _start(self, asked: Plain) -> None:
        limits = asked["job"]["limits"]
        child = self._taker(asked["job"], limits["memory"])
        child.number, child.started, child.seconds = asked["number"], time.monotonic(), limits["seconds"]
        child.most = child.memory + max(0, resident(child.pid) - resident(os.getpid()))

    def _taker(self, job: Plain, memory: int) -> Child:
        """Hand a document to a process that waits for its kind, or to a new one in the place of all that wait."""
        line = json.dumps(job).encode() + b"\n"
        waiting = [child for child in self._children.values() if child.number is None]
        for child in waiting:
            if (child.memory, child.recipe) == (memory, job["recipe"]) and child.takes(line):
                return child
        for child in waiting:
            self._end(child, "over")
        made = self._forked(memory, job["recipe"])
        made.takes(line)
        return made

    def _forked(self, memory: int, recipe: str) -> Child:
        ends = [end for child in self._children.values() for end in (child.pipe, child.jobs)]
        child = forked(self._work, memory, recipe, [self._requests, self._replies, *ends])
        self._children[child.pipe] = child
        self._selector.register(child.pipe, selectors.EVENT_READ, child)
        return child

    def _hear(self, child: Child) -> None:
        data = os.read(child.pipe, CHUNK)
        child.said += data
        if data.endswith(b"\n") and child.number is not None:
            self._told(child, "over", None)
        elif not data or len(child.said) > MAX_RESULT:
            self._end(child, "over")

    def _watch(self, child: Child) -> None:
        if child.number is None:
            return
        if time.monotonic() - child.started > child.seconds:
            self._end(child, "time")
        elif resident(child.pid) > child.most:
            self._end(child, "memory")

    def _end(self, child: Child, how: str) -> None:
        """Kill what is left of a process and its own children, and tell how its document ended."""
        kill(child.pid)
        status = None
        if how == "over":  # its pipe is closed: it is dead or as good as
            status = os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1])
        else:  # one that waits for a disk may take its time to die
            self._unreaped.add(child.pid)
        if child.number is not None:
            self._told(child, how, status)
        self._closed(child)

    def _told(self, child: Child, how: str, status: int | None) -> None:
        seconds = round(time.monotonic() - child.started, 3)
        self._tell(Plain(number=child.number, how=how, said=_outcome(child.said), status=status, seconds=seconds))
        child.number, child.said = None, bytearray()

    def _closed(self, child: Child) -> None:
        self._selector.unregister(child.pipe)
        os.close(child.pipe)
        os.close(child.jobs)
        del self._children[child.pipe]

    def _reap(self) -> None:
        for pid in list(self._unreaped):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self._unreaped.discard(pid)

    def _tell(self, what: Plain) -> None:
        self._untold += json.dumps(what).encode() + b"\n"
        self._flush()

    def _flush(self) -> None:
        """Write what the client will take now; it may be busy, and the clock of the others runs on."""
        with contextlib.suppress(BlockingIOError):
            while self._untold:
                del self._untold[: os.write(self._replies, self._untold)]
        waiting = self._replies in self._selector.get_map()
        if self._untold and not waiting:
            self._selector.register(self._replies, selectors.EVENT_WRITE)
        elif waiting and not self._untold:
            self._selector.unregister(self._replies)


def _take_streams() -> tuple[int, int]:
    """Keep standard input and output for ourselves: what a library prints must not stand between our lines."""
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.set_blocking(replies, False)
    return requests, replies


def _outcome(said: bytes | bytearray) -> Any:
    try:
        return json.loads(said)
    except ValueError:
        return None
