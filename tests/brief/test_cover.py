"""A house that wants one has a cover before its briefs: logo, names, who made it; the pages asked for follow."""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from exporter import conversion
from exporter.errors import StyleError
from exporter.measure.office import to_pdf
from exporter.measure.press import require_fit
from exporter.model import Document
from exporter.pdfium import pages_of
from exporter.style import load_style
from exporter.verify.prove import verify
from tests.brief.reports import THIS_YEAR
from tests.brief.test_logo import SVG
from tests.support.pdf import pdf_text, verapdf
from tests.support.press import fogra39
from tests.support.word import validate_docx

TOKENS = """extends = "brief"
[house]
organisation = "云溪研究室"
organisation_en = "Yunxi Office"
contact = "电话 000"
contact_en = "Phone 000"
logo = "logo.svg"
cover = true
"""


def house(folder: Path, tokens: str = TOKENS, css: str = "") -> exporter.Options:
    (folder / "style.toml").write_text(tokens, "utf-8")
    (folder / "logo.svg").write_text(SVG, "utf-8")
    if css:
        (folder / "style.css").write_text(css, "utf-8")
    return exporter.Options(style=folder)


def source() -> Document:
    return conversion.read_bytes("report.md", THIS_YEAR.encode())


@pytest.mark.parametrize("css", ["", ".card { padding: 5pt 7pt 6pt }"], ids=("drawn", "css"))
def test_a_cover_stands_before_the_pages_asked_for(tmp_path: Path, css: str) -> None:
    (tmp_path / "bare").mkdir()
    bare = conversion.render(source(), "brief", house(tmp_path / "bare", TOKENS.replace("cover = true", "")))
    made = conversion.render(source(), "brief", house(tmp_path, css=css))
    first, second, *_ = pages = pdf_text(made).split("\f")[:-1]
    assert pages_of(bare) <= len(pages) <= 3
    assert "云溪县政府工作报告" in first and "Yunxi Office" in first and "要点" not in first
    assert f"1 / {len(pages)}" not in first
    assert "要点" in second and f"2 / {len(pages)}" in second
    assert "Phone 000" in pages[-1]


def test_a_cover_in_word_is_one_page_without_a_number(tmp_path: Path) -> None:
    options = house(tmp_path)
    made = conversion.render(source(), "brief-docx", options)
    assert validate_docx(made) == []
    first, second, *_ = pdf_text(to_pdf(made, load_style(tmp_path))).split("\f")
    assert "Yunxi Office" in first and "要点" not in first and "1 /" not in first
    assert "要点" in second


def test_a_cover_is_proved_in_every_form(tmp_path: Path) -> None:
    options = house(tmp_path)
    for suffix, to in ((".pdf", "brief"), (".docx", "brief-docx"), (".html", "brief-html")):
        made = conversion.render(source(), to, options)
        assert verify(f"report.brief{suffix}", made, source()).differences == (), to


@pytest.mark.slow
@pytest.mark.parametrize("css", ["", ".card { padding: 5pt 7pt 6pt }"], ids=("drawn", "css"))
def test_a_cover_and_its_logo_are_fit_for_an_archive_and_for_a_press(tmp_path: Path, css: str) -> None:
    options = house(tmp_path, css=css)
    made = conversion.render(source(), "brief", options)
    assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]
    if css:  # colours that a sheet of CSS brings are no inks, and refused for a press
        return
    for_press = exporter.Options(style=tmp_path, icc=fogra39())
    printed = conversion.render(source(), "brief-print", for_press)
    assert require_fit(printed, load_style(tmp_path)) == printed


def test_a_cover_is_wanted_or_not(tmp_path: Path) -> None:
    with pytest.raises(StyleError):
        conversion.render(source(), "brief", house(tmp_path, TOKENS.replace("cover = true", 'cover = "yes"')))
