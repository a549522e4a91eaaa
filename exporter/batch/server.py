"""Start the process that forks others for documents (`exporter.batch.zygote`), talk to it, and end it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from io import RawIOBase
from typing import Any, Protocol, cast

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from exporter.batch.zygote import start; start()"
"""The search path of this process, not the working directory: a file of the user's is no module of ours."""
PATIENCE = 2.0
"""Seconds that a server has to leave in."""


class Server(Protocol):
    """A process with our ends of its pipes, as `subprocess` has them."""

    stdin: Any
    stdout: Any

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it is gone. Raises TimeoutExpired."""
        ...

    def kill(self) -> None:
        """Kill it."""
        ...


@dataclass(slots=True)
class _Forked:
    """A server that this process forked itself."""

    pid: int
    stdin: RawIOBase
    stdout: RawIOBase

    def wait(self, timeout: float | None = None) -> int:
        until = None if timeout is None else time.monotonic() + timeout
        while not (found := os.waitpid(self.pid, os.WNOHANG if until else 0))[0]:
            if until and time.monotonic() > until:
                raise subprocess.TimeoutExpired("server", timeout or 0.0)
            time.sleep(0.002)
        return os.waitstatus_to_exitcode(found[1])

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 9)


_ahead: list[_Forked] = []
"""The server that waits to be needed."""


def fork_ahead() -> None:
    """Fork the server now: for a process that is a command alone and has opened nothing yet.

    What is loaded here is not loaded there once more. It warms up when it is needed.
    """
    (asked, ours), (heard, said) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_server(asked, said)
    os.close(asked)
    os.close(said)
    _ahead.append(_Forked(pid, cast(RawIOBase, os.fdopen(ours, "wb", 0)), cast(RawIOBase, os.fdopen(heard, "rb", 0))))


def _be_server(asked: int, said: int) -> None:
    """Serve on standard input and output, with nothing else open, and leave; nothing returns from here."""
    try:
        os.setsid()  # Ctrl-C is for the command; we hear of its end by the closed pipe
        for own, standard in ((asked, 0), (said, 1), (os.open(os.devnull, os.O_WRONLY), 2)):
            os.dup2(own, standard)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        from exporter.batch.zygote import serve

        serve()
    except BaseException:
        os._exit(70)
    os._exit(0)


def started() -> Server:
    """Give the server that was forked ahead, or start one."""
    if _ahead:
        return _ahead.pop()
    path = [folder for folder in sys.path if folder]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-P", "-c", _BOOT, *path],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us; it hears of our end by its closed pipe
    )


def write(server: Server, line: bytes) -> bool:
    """Write a line to a server; False: it is no more."""
    view = memoryview(line)
    try:
        while view:
            view = view[server.stdin.write(view) :]
    except OSError:
        return False
    return True


def end(server: Server) -> None:
    """Close the pipe, upon which the server kills its children and leaves; one that does not is killed."""
    with contextlib.suppress(OSError):
        server.stdin.close()
    try:
        server.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()  # its children die with it
        server.wait()
    server.stdout.close()
