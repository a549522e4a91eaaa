"""Name the reports that tests read: our own, which every checkout has, and real ones beside it, marked as corpus."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"
INPUTS = {".txt", ".html", ".docx", ".pdf"}

SAMPLE = CHECKOUT / "source" / "sample.html"
OURS = (SAMPLE, CHECKOUT / "source" / "sample.txt", *sorted((CHECKOUT / "tests" / "texts").iterdir()))
"""A report in two forms, and shorter papers of other kinds, all in words of our own."""
SEED = SHARED / "seed" / "cixi-2018.txt"
"""The report of Cixi of 2018, as scraped."""
CORPUS = tuple(sorted(path for path in (SHARED / "corpus").glob("*") if path.suffix in INPUTS))


def each(*groups: Path | Iterable[Path]) -> list[Any]:
    """Give a parameter for each file, named by it; the real ones are marked."""
    paths = [path for group in groups for path in ([group] if isinstance(group, Path) else group)]
    return [pytest.param(path, id=path.name, marks=marks(path)) for path in paths]


def marks(path: Path) -> tuple[pytest.MarkDecorator, ...]:
    """Mark what stands beside the checkout."""
    return (pytest.mark.corpus,) if path.is_relative_to(SHARED) else ()


def together(ours: tuple[Path, ...], real: tuple[Path, ...]) -> list[Any]:
    """Give our own files as one parameter and the real ones as another, for tests that judge many at once."""
    return [pytest.param(ours, id="ours"), pytest.param(real, id="corpus", marks=pytest.mark.corpus)]
