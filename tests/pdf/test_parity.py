"""Word (through LibreOffice) and PDF in the official style: the same text, on about the same pages.

LibreOffice compresses no marks and sets a run-in heading on a line of its own, so Word's lines are some more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from tests.pdf.parity import parity


@pytest.mark.slow
def test_word_and_pdf_fill_the_same_pages(seed_path: Path, shared: Path) -> None:
    for source in (seed_path, shared / "corpus" / "16_city_baoding_2009.txt"):
        found = parity(exporter.read(source))
        assert abs(found.pages[0] - found.pages[1]) <= 1, found.differences[:5]
        assert abs(found.lines[0] - found.lines[1]) <= 0.06 * found.lines[1], found.differences[:5]
