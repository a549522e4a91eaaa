"""Prove the ground the other tests stand on: no network, real inputs, and a set-up that runs anywhere."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, INPUTS
from tests.support.tools import require_tool, run_tool


def test_no_test_reaches_the_network() -> None:
    with pytest.raises(PermissionError, match="tried to reach"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(PermissionError, match="tried to reach"):
        socket.getaddrinfo("example.org", 443)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        answering, _ = server.accept()
        with answering:
            client.sendall(b"here")
            assert answering.recv(4) == b"here"


def test_real_inputs_are_there(seed_path: Path, corpus_files: tuple[Path, ...]) -> None:
    assert seed_path.is_file()
    assert {path.suffix for path in corpus_files} == INPUTS


def test_lock_files_pin_every_line_by_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (CHECKOUT / name).read_text("utf-8")
        entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]
        assert entries
        for entry in entries:
            assert re.match(r"[a-z0-9-]+==\S+", entry), entry[:80]
            assert "--hash=sha256:" in entry, entry[:80]


def test_runtime_lock_is_part_of_the_test_lock() -> None:
    runtime, everything = (_pins(CHECKOUT / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert runtime <= everything


def test_scripts_are_sound() -> None:
    scripts = [str(CHECKOUT / name) for name in ("scripts/setup.sh", "scripts/bounds.sh", ".ci/run")]
    run = run_tool([require_tool("shellcheck"), *scripts])
    assert run.stdout == ""


def test_set_up_refuses_an_unknown_stage() -> None:
    run = _set_up(CHECKOUT, "production", {})
    assert run.returncode == 1
    assert run.stderr.strip().startswith("setup: usage:")


def test_set_up_names_an_old_python(tmp_path: Path) -> None:
    """On a system it does not know, with a Python too old, set-up says both in a sentence each and stops."""
    folder, tools = tmp_path / "checkout", tmp_path / "bin"
    for name in ("scripts/setup.sh", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, folder / name)
    tools.mkdir()
    for name in ("bash", "cat", "cksum", "dirname", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    _write_tool(tools / "python3", 'case $1 in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    _write_tool(tools / "uname", "echo Plan9")
    run = _set_up(folder, "demo", {"PATH": str(tools)})
    assert run.returncode == 1
    assert "neither Debian, Ubuntu nor macOS" in run.stdout
    assert "Python 3.11 or newer is needed, found Python 3.9.2" in run.stderr
    assert not (folder / ".venv").exists()


def _set_up(folder: Path, stage: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    bash = str(shutil.which("bash"))
    return subprocess.run(
        [bash, str(folder / "scripts/setup.sh"), stage], env=environment, capture_output=True, text=True, timeout=60
    )


def _write_tool(file: Path, script: str) -> None:
    file.write_text(f"#!{shutil.which('bash')}\n{script}\n", "utf-8")
    file.chmod(0o755)


def _pins(lock: Path) -> set[str]:
    return set(re.findall(r"^[a-z0-9-]+==[^\s;]+", lock.read_text("utf-8"), re.MULTILINE))
