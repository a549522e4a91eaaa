"""A machine with little on it makes what it can, and says in a line what it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports import SAMPLE

BOOT = """
import sys
sys.modules.update(dict.fromkeys({missing!r}))
from exporter.cli import main
main()
"""
NO_PANGO = """
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, *flags):
    raise OSError(f"cannot load library {name!r}")
cffi.FFI.dlopen = dlopen
from exporter.cli import main
main()
"""


def run(boot: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", boot, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=240, check=False)


@pytest.mark.parametrize("boot", [NO_PANGO, BOOT.format(missing=("weasyprint",))], ids=["no Pango", "no WeasyPrint"])
def test_word_figures_and_the_page_of_a_brief_need_no_pango(boot: str, tmp_path: Path) -> None:
    to = "docx,brief-docx,brief-html,html,json,md,facts-csv,facts-xlsx"
    done = run(boot, "export", SAMPLE, "--to", to, "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 8


def test_no_banner_of_an_engine_is_on_standard_output(tmp_path: Path) -> None:
    done = run(NO_PANGO, "export", SAMPLE, "--to", "pdf,docx", "--out", "out", "--json", cwd=tmp_path)
    assert done.stdout.startswith("[") or done.stdout.startswith("{"), done.stdout[:200]
    assert "WeasyPrint could not" not in done.stdout
    assert "WeasyPrint could not" not in run(NO_PANGO, "doctor", "--json", cwd=tmp_path).stdout
