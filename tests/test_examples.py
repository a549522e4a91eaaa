"""The examples run as they are printed, from any folder, and say nothing that is not so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

EXAMPLES = CHECKOUT / "examples"
SAMPLE = CHECKOUT / "source" / "sample.html"


def run(name: str, *arguments: str | Path, status: int = 0) -> str:
    ran = subprocess.run(
        [sys.executable, EXAMPLES / name, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == status, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stdout


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_export_one(tmp_path: Path) -> None:
    said = run("export_one.py", SAMPLE, "--out", tmp_path)
    assert names(tmp_path) == {"sample.docx", "sample.pdf", "sample.brief.pdf"}
    assert "figures found" in said


def test_export_one_of_nothing(tmp_path: Path) -> None:
    run("export_one.py", tmp_path / "none.txt", "--out", tmp_path, status=1)
    assert names(tmp_path) == set()


def test_brief(tmp_path: Path) -> None:
    assert "sample.brief.pdf" in run("brief.py", SAMPLE, tmp_path)
    assert names(tmp_path) == {"sample.brief.pdf"}


def test_brief_in_house_colours(tmp_path: Path) -> None:
    said = run("brief_in_house_colours.py", SAMPLE, "--out", tmp_path, "--pages", "1")
    assert "brief.chosen" in said and "brief.dropped" in said
    assert names(tmp_path) == {"sample.brief.pdf"}


def test_own_renderer(tmp_path: Path) -> None:
    run("own_renderer.py", SAMPLE, "--out", tmp_path)
    text = (tmp_path / "sample.txt").read_text("utf-8")
    assert "一、2017年工作回顾" in text
    assert max(map(len, text.splitlines())) <= 28


@pytest.mark.parametrize("executor", ["own", "threads", pytest.param("dask", marks=pytest.mark.slow)])
def test_batch_export(tmp_path: Path, executor: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    samples = [SAMPLE, SAMPLE.with_suffix(".txt")]
    given = ["batch_export.py", *samples, tmp_path / "in", "--out", tmp_path / "out", "--to", "docx,json"]
    said = run(*given, "--executor", executor, status=1)
    assert "2 done, 0 skipped, 1 failed" in said
    again = run(*given, "--executor", executor, status=1)
    assert "0 done, 2 skipped, 1 failed" in again


@pytest.mark.slow
def test_several_machines(tmp_path: Path) -> None:
    said = run("several_machines.py", SAMPLE, "--out", tmp_path, "--to", "docx,pdf")
    assert said.startswith("done")
    assert names(tmp_path) == {"sample.docx", "sample.pdf", "ledger.jsonl"}


def test_every_example_is_tried() -> None:
    tried = Path(__file__).read_text("utf-8")
    assert all(f'"{path.name}"' in tried for path in EXAMPLES.glob("*.py"))
