"""The examples run as they are printed, from any folder, and say nothing that is not so."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
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


def test_own_section(tmp_path: Path) -> None:
    sections = run("own_section.py", SAMPLE, "--out", tmp_path).splitlines()
    assert "我们的看法" in sections[-3]
    assert names(tmp_path) == {"own.brief.docx"}


def test_own_reader_is_installed_and_used(tmp_path: Path) -> None:
    package = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    place = tmp_path / "packages"
    command = [*package, "--target", place, EXAMPLES / "own_reader"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (tmp_path / "a.minutes").write_text("例会\n# 议题\n研究防汛工作。\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(place)}
    exported = [sys.executable, "-m", "exporter", "export", "a.minutes", "-o", "a.md"]
    subprocess.run(exported, check=True, cwd=tmp_path, env=environment, timeout=120)
    assert "## 议题" in (tmp_path / "a.md").read_text("utf-8")


def test_web_service(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"http://127.0.0.1:{port}/brief"
    with subprocess.Popen([sys.executable, EXAMPLES / "web_service.py", port]) as service:
        try:
            transport = httpx.HTTPTransport(retries=20)
            with httpx.Client(transport=transport, timeout=60, trust_env=False) as client:
                page = client.post(address, params={"name": "a.html"}, content=SAMPLE.read_bytes())
                wrong = client.post(address, content=b"\x89PNG\r\n\x1a\n")
        finally:
            service.terminate()
    assert page.status_code == 200 and "地区生产总值" in page.text
    assert (wrong.status_code, wrong.json()["code"]) == (400, "source.unsupported")
