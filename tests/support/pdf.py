"""Judge PDF files: by veraPDF and qpdf, by their text, and as pictures of their pages."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.support.tools import CHECKOUT, as_file, require_tool, run_tool


def verapdf(given: Path | str | bytes, flavour: str) -> list[str]:
    """Say which rules of `flavour` (`ua1`, `ua2`, `3a`, `3b`, `2b`, `4` …) are broken: clause, times, message.

    The first call in a process takes 2 s, later ones some hundredths.
    """
    with as_file(given, ".pdf") as file:
        answer = _ask(_verapdf(), {"file": str(file.resolve()), "flavour": flavour})
    if "failure" in answer:
        pytest.fail(f"veraPDF gave no verdict on {flavour}: {answer['failure']}", pytrace=False)
    return list(answer["faults"])


def qpdf_check(given: Path | str | bytes) -> list[str]:
    """Say what `qpdf --check` finds wrong with the file's structure."""
    with as_file(given, ".pdf") as file:
        run = run_tool([require_tool("qpdf"), "--check", str(file)])
    if run.returncode == 0:
        return []
    return [line for line in (run.stdout + run.stderr).splitlines() if "WARNING" in line or "qpdf:" in line] or [
        f"qpdf ended with {run.returncode}"
    ]


def pdf_text(given: Path | str | bytes) -> str:
    """Give the text as Poppler reads it, in the order of the page's content; pages end in a form feed."""
    with as_file(given, ".pdf") as file:
        return run_tool([require_tool("pdftotext"), "-raw", "-enc", "UTF-8", str(file), "-"]).stdout


def page_images(given: Path | str | bytes, dpi: float = 72) -> tuple[Image.Image, ...]:
    """Draw every page by PDFium."""
    document = pypdfium2.PdfDocument(given if isinstance(given, bytes) else Path(given))
    try:
        return tuple(page.render(scale=dpi / 72).to_pil() for page in document)
    finally:
        document.close()


def pdf_pages_png(path: Path | str, dpi: float = 72) -> list[Path]:
    """Draw every page into `STEM-1.png` … in the folder `pages` beside the file."""
    source = Path(path)
    folder = source.parent / "pages"
    folder.mkdir(exist_ok=True)
    files = []
    for number, image in enumerate(page_images(source, dpi), 1):
        files.append(folder / f"{source.stem}-{number}.png")
        image.save(files[-1])
    return files


@cache
def _verapdf() -> subprocess.Popen[str]:
    """One Java machine a process, in a child: inside, it would take over the signals of the test run."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.verapdf"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(_end, child)
    return child


def _ask(child: subprocess.Popen[str], question: dict[str, str]) -> dict[str, list[str]]:
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write(json.dumps(question) + "\n")
    child.stdin.flush()
    line = child.stdout.readline()
    answer: dict[str, list[str]] = json.loads(line) if line else {"failure": [f"it ended with {child.wait()}"]}
    return answer


def _end(child: subprocess.Popen[str]) -> None:
    child.communicate(timeout=20)
