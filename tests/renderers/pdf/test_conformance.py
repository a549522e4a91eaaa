"""What outside judges say of the files: veraPDF and qpdf."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.measure.press import require_fit
from exporter.model import Document
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.style import Style, load_style
from tests.renderers.pdf.samples import every_block, held, long_text, odd_tables
from tests.support.pdf import qpdf_check, verapdf
from tests.support.press import fogra39

STYLES = ("official", "report", "brief")
Engine = Callable[[Document, Style], bytes]


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_a_drawn_page_is_an_archive_file_and_accessible(name: str) -> None:
    for document in (every_block(), long_text(8), odd_tables(), held()):
        made = tagged.render(document, load_style(name))
        assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]
        bare = tagged.bare(document, load_style(name))
        assert [verapdf(bare, flavour) for flavour in ("2a", "2b", "ua1")] == [[], [], []]
        assert qpdf_check(made) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", STYLES)
def test_a_page_by_css_is_an_archive_file_and_accessible(name: str) -> None:
    for document in (every_block(), long_text(8), held(heads=False)):
        made = weasy.render(document, load_style(name))
        assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]
        assert qpdf_check(made) == []


@pytest.mark.slow
@pytest.mark.parametrize("engine", (weasy.press, tagged.press), ids=("css", "drawn"))
def test_a_file_for_the_press_has_a_sound_structure(engine: Callable[[bytes], Engine]) -> None:
    made = engine(fogra39().read_bytes())(every_block(), load_style("official"))
    assert qpdf_check(made) == []


@pytest.mark.slow
def test_a_picture_for_the_press_is_in_its_inks() -> None:
    made = tagged.press(fogra39().read_bytes())(held(), load_style("official"))
    assert qpdf_check(made) == []
    assert require_fit(made, load_style("official")) == made
