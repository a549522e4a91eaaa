"""Standard output that is full, closed, or speaks another encoding: one line, an honest exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"
CALLS = ("targets", "facts a.txt", "outline a.txt", "export a.txt --to md -o -", "--help")


def run(folder: Path, typed: str, redirected: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    (folder / "a.txt").write_text(REPORT, "utf-8")
    called = f'"{sys.executable}" -m exporter {typed} {redirected}; exit $?'
    return subprocess.run(
        ["/bin/bash", "-c", called], cwd=folder, capture_output=True, timeout=120, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("typed", CALLS)
def test_a_full_standard_output_is_said(tmp_path: Path, typed: str) -> None:
    found = run(tmp_path, typed, ">/dev/full")
    said = found.stderr.decode().splitlines()
    assert found.returncode == 1 and said[-1].startswith("error[output.write]: standard output: "), said
    assert "No space left" in said[-1] and "--debug" not in said[-1]


@pytest.mark.parametrize("typed", CALLS)
def test_a_closed_standard_output_is_said(tmp_path: Path, typed: str) -> None:
    found = run(tmp_path, typed, ">&-")
    said = found.stderr.decode().splitlines()
    assert found.returncode == 1 and "it is closed" in said[-1], said


def test_what_prints_nothing_needs_no_standard_output(tmp_path: Path) -> None:
    assert run(tmp_path, "export a.txt --to md --quiet", ">&-").returncode == 0


def test_a_table_is_printed_in_the_encoding_of_the_terminal(tmp_path: Path) -> None:
    found = run(tmp_path, "facts a.txt --format table", PYTHONIOENCODING="gbk")
    assert "地区生产总值" in found.stdout.decode("gbk")


def test_completion_that_cannot_be_installed_is_one_line(tmp_path: Path) -> None:
    found = run(tmp_path, "--install-completion", SHELL="/bin/bash", HOME="/proc")
    said = found.stderr.decode()
    assert found.returncode == 1 and said.startswith("error[system.refused]: /proc/"), said


def test_the_output_of_a_process_is_a_source(tmp_path: Path) -> None:
    found = run(tmp_path, "facts <(cat a.txt)")
    assert found.returncode == 0 and "地区生产总值" in found.stdout.decode(), found.stderr.decode()
