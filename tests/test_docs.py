"""Every block of shell and Python in the guides runs as it stands, page by page, in a room of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.reports import CHECKOUT, SAMPLE

PAGES = [*sorted((CHECKOUT / "docs").glob("*.md")), CHECKOUT / "README.md", CHECKOUT / "README.zh.md"]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("sh", "python")
SHOWN = ("console", "toml", "text")
"""Blocks that are shown and not run: what needs a network, another machine or a browser, and files of settings."""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    texts = CHECKOUT / "tests" / "texts"
    copies = {
        SAMPLE: ("report.html", "reports/a.html"),
        texts / "notice.txt": ("notice.txt",),
        texts / "communique.html": ("reports/b.html",),
    }
    for source, names in copies.items():
        for name in names:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            shutil.copy(source, tmp_path / name)
    years = {"2017": "2016", "2018": "2017"}
    last_year = re.sub("|".join(years), lambda found: years[found[0]], SAMPLE.read_text("utf-8"))
    (tmp_path / "last-year.html").write_text(last_year, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_block_says_what_it_is(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.count("\n```") % 2 == 0
    assert {kind for kind, _ in BLOCK.findall(text)} <= {*RUN, *SHOWN}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_block_runs(page: Path, room: Path) -> None:
    names: dict[str, Any] = {"__name__": "guide"}
    with ThreadPoolExecutor(1) as thread:  # the browser of other tests keeps an event loop in this one
        for kind, block in BLOCK.findall(page.read_text("utf-8")):
            if kind == "python":
                thread.submit(exec, compile(block, f"{page.name}:\n{block}", "exec"), names).result()
            elif kind == "sh":
                run_in_shell(block)


def run_in_shell(block: str) -> None:
    command = ["bash", "-euo", "pipefail", "-c", block]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{block}\n{done.stdout[-500:]}\n{done.stderr[-1500:]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.slow
def test_the_site_is_built(tmp_path: Path) -> None:
    command = [sys.executable, str(CHECKOUT / "scripts" / "build_docs.py"), str(tmp_path / "site"), "--no-pictures"]
    subprocess.run(command, check=True, timeout=120)
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").glob("*.html")}
    assert {f"{path.stem}.html" for path in PAGES[:-2]} | {"api.html"} <= set(pages)
    for name, html in pages.items():
        assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]*)"', html)), name  # readable offline
        for target in re.findall(r'href="([^"#]+)', html):
            assert (tmp_path / "site" / target).exists(), (name, target)
    assert "exporter.read" in pages["api.html"]
