"""What outside judges say of the files: veraPDF and qpdf."""

from __future__ import annotations

import pytest

from exporter.renderers.pdf import reportlab
from exporter.renderers.pdf.weasyprint import engine
from exporter.style import load_style
from tests.renderers.pdf.samples import every_block, long_text
from tests.support.pdf import qpdf_check, verapdf
from tests.support.press import fogra39

STYLES = ("official", "report", "brief")


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_pdf_is_an_archive_file_and_accessible(name: str) -> None:
    for document in (every_block(), long_text(8)):
        made = engine.render(document, load_style(name))
        assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]
        assert qpdf_check(made) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_pdf_fast_is_an_archive_file(name: str) -> None:
    for document in (every_block(), long_text(8)):
        made = reportlab.render(document, load_style(name))
        assert verapdf(made, "2b") == []
        assert qpdf_check(made) == []


@pytest.mark.slow
def test_pdf_print_has_a_sound_structure() -> None:
    made = engine.press(fogra39().read_bytes())(every_block(), load_style("official"))
    assert qpdf_check(made) == []
