"""A package of somebody else's, installed beside ours, is found by its entry points: a reader and a target."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import exporter
from tests.reports import OURS, SAMPLE

MODULE = """
from exporter import Target
from exporter.editing import document
from exporter.model import all_lines
from exporter.parts import ReaderPart

def read(source):
    title, *lines = source.data.decode().splitlines()
    return document(title, *(line for line in lines if line))

def shout(document, style):
    return "\\n".join(line + "！" for line in all_lines(document)).encode()

MINUTES = ReaderPart("text/x-minutes", read, (".minutes",))
SHOUT = Target("shout", ".shout", "shouted text", shout)
"""
POINTS = "[exporter.readers]\nminutes = minutes_plugin:MINUTES\n\n[exporter.targets]\nshout = minutes_plugin:SHOUT\n"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder of packages that holds a plug-in as pip would leave it."""
    place = tmp_path / "packages"
    (place / "minutes_plugin-1.0.dist-info").mkdir(parents=True)
    (place / "minutes_plugin.py").write_text(MODULE, "utf-8")
    info = place / "minutes_plugin-1.0.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: minutes-plugin\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(POINTS, "utf-8")
    return place


def run(place: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{place}{os.pathsep}{Path(exporter.__file__).parents[1]}"}
    command = [sys.executable, "-m", "exporter", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, timeout=120, check=False)


def test_an_installed_reader_and_target_are_used(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.minutes").write_text("例会\n\n今天没有议题。\n", "utf-8")
    assert "shouted text" in run(installed, "targets", cwd=tmp_path).stdout
    for command in ("export", "batch"):
        done = run(installed, command, "a.minutes", "--to", "shout,md", "--out", command, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / command / "a.shout").read_text("utf-8") == "例会！\n今天没有议题。！"


def test_a_plug_in_that_is_broken_is_named_in_a_line(installed: Path, tmp_path: Path) -> None:
    (installed / "minutes_plugin.py").write_text("import nothing_of_that_name\n", "utf-8")
    (tmp_path / "a.txt").write_text("正文。\n", "utf-8")
    done = run(installed, "outline", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "the entry point 'minutes' of the package" in done.stderr
    asked = run(installed, "export", "a.txt", "--to", "shout", cwd=tmp_path)
    assert (asked.returncode, asked.stderr.count("error[part.invalid]: the entry point 'shout'")) == (1, 1)


def test_a_folder_holds_what_a_plug_in_reads(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.minutes").write_text("例会\n\n今天没有议题。\n", "utf-8")
    assert run(installed, "batch", "in", "--to", "md", "--out", "made", cwd=tmp_path).returncode == 0
    assert (tmp_path / "made" / "a.md").exists()


@pytest.mark.parametrize("target", ["docx", "brief-html", "pdf", "json"])
def test_many_threads_make_what_one_makes(target: str) -> None:
    sources = [path.read_bytes() for path in (SAMPLE, *OURS[2:])]

    def make(data: bytes) -> bytes:
        document = exporter.read(data, name="a.html" if b"<html" in data[:200] else "a.txt")
        try:
            return exporter.render(document, target)
        except exporter.DocumentError as error:  # too little for a brief
            return error.code.encode()

    alone = list(map(make, sources))
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(make, sources * 2)) == alone * 2
