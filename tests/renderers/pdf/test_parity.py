"""Word (through LibreOffice) and PDF in the official style: the same text, on about the same pages.

LibreOffice compresses no marks and sets a run-in heading on a line of its own, so Word's lines are some more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from tests.renderers.pdf.parity import parity
from tests.reports import SAMPLE, SEED, SHARED, each


@pytest.mark.slow
@pytest.mark.parametrize("source", each(SAMPLE, SEED, SHARED / "corpus" / "16_city_baoding_2009.txt"))
def test_word_and_pdf_fill_the_same_pages(source: Path) -> None:
    found = parity(exporter.read(source))
    assert abs(found.pages[0] - found.pages[1]) <= 1, found.differences[:5]
    assert abs(found.lines[0] - found.lines[1]) <= max(12, 0.06 * found.lines[1]), found.differences[:5]
