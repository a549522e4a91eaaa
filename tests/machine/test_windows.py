"""Where nothing forks and what only Unix has is missing, a batch is done all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports import SAMPLE

UNIX_ONLY = ("fcntl", "grp", "posix_ipc", "pty", "pwd", "resource", "syslog", "termios", "tty")
BOOT = f"""
import os, sys, types
import subprocess, tempfile, multiprocessing.util, multiprocessing.queues  # Python's own ask for the system once
from concurrent.futures import ThreadPoolExecutor
locks = types.ModuleType("msvcrt")
locks.LK_NBLCK, locks.LK_UNLCK, locks.locking = 2, 0, lambda *given: None
sys.modules["msvcrt"] = locks
sys.modules.update(dict.fromkeys({UNIX_ONLY!r}))
for name in ("fork", "setpgid", "killpg", "getppid", "sysconf", "forkpty"):
    if hasattr(os, name):
        delattr(os, name)
import exporter.batch.zygote_client as client
client.FORKS = False
import exporter.batch.executors, exporter.batch.run, exporter.batch.ledger
exporter.batch.executors.FORKS = exporter.batch.run.FORKS = False
system = types.SimpleNamespace(**vars(sys))
system.platform = "win32"
exporter.batch.ledger.sys = system
from exporter.cli import main
main()
"""


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BOOT, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=240, check=False)


def test_every_module_is_imported_without_what_only_unix_has() -> None:
    """All but the server that forks, which nothing asks for where nothing may fork."""
    boot = f"""
import os, sys, pkgutil, importlib
sys.modules.update(dict.fromkeys({UNIX_ONLY!r}))
import exporter
for found in pkgutil.walk_packages(exporter.__path__, "exporter."):
    if found.name not in ("exporter.batch.zygote", "exporter.__main__"):
        importlib.import_module(found.name)
"""
    done = subprocess.run([sys.executable, "-c", boot], capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_batch_is_done_where_nothing_forks(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("甲.html", "乙.html"):
        (tmp_path / "in" / name).write_bytes(SAMPLE.read_bytes())
    (tmp_path / "in" / "空.txt").write_bytes(b"")
    done = run("batch", "in", "--to", "docx,json", "--out", "out", "--jobs", "2", "--json", cwd=tmp_path)
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(one["status"] for one in outcomes) == ["done", "done", "failed"], done.stderr
    assert done.returncode == 1 and "error[source.empty]" in done.stderr
    again = run("batch", "in", "--to", "docx,json", "--out", "out", cwd=tmp_path)
    assert "2 unchanged, 1 failed" in again.stderr
