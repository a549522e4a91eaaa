"""Checks on pages made up for the purpose: what is right passes, what is wrong fails, the rest is not judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import SourceError
from exporter.measure import Check, as_json, measure
from exporter.measure.checks import ABOVE_BASE, check_pages
from exporter.measure.office import font_configuration
from exporter.measure.pages import Glyph, Line, PageInk, read_pages
from exporter.style import Style, load_style

MM = 25.4 / 72
OFFICIAL = load_style("official")


def line(base: float, left: float, characters: int, size: float = 16.0, pitch: float = 15.75) -> Line:
    """Lay `characters` Han characters on a base line, in mm."""
    em = size * MM
    glyphs = (
        Glyph("国", x + 0.3, base - ABOVE_BASE * em, x + em - 0.3, base + 0.12 * em, x, base, "Song", size)
        for x in (left + index * pitch * MM for index in range(characters))
    )
    return Line(tuple(glyphs))


def page(number: int, lines: int = 22, characters: int = 28, top: float = 37.0, style: Style = OFFICIAL) -> PageInk:
    """Make a full page of body text with its number."""
    left = style.page.inside if number % 2 else style.page.outside
    first = top + ABOVE_BASE * 16 * MM
    text = [line(first + index * 29.6 * MM, left, characters) for index in range(lines)]
    gap = 14 * MM
    at = 210 - style.page.outside - gap - 3 * 14 * MM if number % 2 else style.page.outside + gap
    return PageInk(number, 210.0, 297.0, (*text, line(270.6, at, 3, 14.0, 14.0)))


def found(*pages: PageInk) -> dict[str, Check]:
    return {check.what: check for check in check_pages(pages, OFFICIAL)}


def test_a_page_as_the_standard_wants_it_passes() -> None:
    checks = found(page(1), page(2))
    assert [check.what for check in checks.values() if check.passed is False] == []
    assert checks["lines on a full page"].measured == 22
    assert checks["characters on a full line"].measured == 28
    assert checks["lines on a full page"].clause == "5.2.3"


@given(st.floats(30.0, 45.0))
def test_white_at_the_head_passes_within_a_millimetre_only(top: float) -> None:
    check = found(page(1, top=top))["white above the first line (天头)"]
    assert check.measured == pytest.approx(top, abs=0.01)
    if abs(abs(top - 37) - 1) > 0.02:
        assert check.passed is (abs(top - 37) < 1)


def test_27_characters_on_a_line_do_not_pass_for_28() -> None:
    wide = replace(page(1), lines=tuple(line(one.base, 28.0, 27, pitch=16.3) for one in page(1).lines[:-1]))
    check = found(wide)["characters on a full line"]
    assert (check.measured, check.passed) == (27, False)


def test_without_a_full_page_lines_are_not_judged() -> None:
    checks = found(page(1, lines=5))
    assert checks["lines on a full page"].measured is None
    assert checks["lines on a full page"].passed is None


def test_a_style_that_cites_no_standard_is_not_held_to_it() -> None:
    names = {check.what for check in check_pages((page(1),), load_style("report"))}
    assert "width of the type area (版心)" not in names
    assert "paper width" in names


def test_no_pages_is_no_crash() -> None:
    assert all(check.passed is not True for check in check_pages((), OFFICIAL))


@pytest.mark.parametrize(("code", "data"), [("source.unsupported", b"text"), ("pdf.malformed", b"%PDF-1.7 nothing")])
def test_what_cannot_be_measured_is_refused(code: str, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        measure("given", data)
    assert caught.value.code == code


def test_every_chinese_name_of_a_style_stands_for_a_file_that_is_here(tmp_path_factory: pytest.TempPathFactory) -> None:
    from exporter.fonts import book

    text = font_configuration(OFFICIAL, book(), tmp_path_factory.mktemp("cache"))
    assert all(name in text for name in ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"))


def test_a_pdf_is_read_line_by_line_and_its_fonts_are_counted() -> None:
    data = small_pdf()
    (ink,) = read_pages(data)
    assert [one.text for one in ink.lines] == ["first", "second"]
    assert ink.lines[0].left == pytest.approx(100 * MM, abs=0.5)
    plain = as_json(measure("a.pdf", data))
    assert plain["pages"] == 1
    assert {"file", "pages", "checks", "fonts"} <= plain.keys()
    assert sum(font["characters"] for font in plain["fonts"]) == len("firstsecond")
    assert plain["checks"][0].keys() >= {"clause", "what", "expected", "measured", "unit", "passed", "verdict"}
    assert plain["passed"] + plain["failed"] + plain["not_applicable"] == len(plain["checks"])


def small_pdf() -> bytes:
    """Draw two lines with ReportLab."""
    import io

    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=True)
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(100, 700, "first")
    canvas.drawString(100, 680, "second")
    canvas.save()
    return made.getvalue()
