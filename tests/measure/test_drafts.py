"""Drafts made by other tools: every planted fault is found, nothing else, and a corrected copy is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import lxml.etree
import pytest
from docx import Document
from docx.oxml.ns import qn

from exporter.measure.draft.cascade import cascade_of
from exporter.measure.draft.draft import read_draft
from exporter.measure.draft.inspect import inspect
from exporter.measure.draft.mend import corrected
from exporter.measure.report import Inspection, inspected
from exporter.renderers.word import render
from exporter.renderers.word.markup import MAIN
from exporter.style import load_style
from tests.measure.drafts import BIAOSONG, Planted, Row, Sheet, changed, planted, written
from tests.measure.red_heads import planted_in_reports
from tests.renderers.word.test_official import PAPERS
from tests.support.tools import require_tool, run_tool
from tests.support.word import validate_docx

pytestmark = pytest.mark.slow

DRAFTS = {one.name: one for one in (*planted(), *planted_in_reports())}


def by_office(data: bytes, folder: Path) -> bytes:
    """Save a Word file by LibreOffice: to its own format and back."""
    office = require_tool("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
    source = folder / "draft.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind, given in (("odt", source), ("docx", folder / "odt" / "draft.odt")):
        run_tool([office, "--headless", profile, "--convert-to", kind, "--outdir", str(folder / kind), str(given)], 120)
    return (folder / "docx" / "draft.docx").read_bytes()


def made(draft: Planted, folder: Path) -> bytes:
    data = written(draft.sheet, draft.tool == "styles")
    return by_office(data, folder) if draft.tool == "office" else data


FOUND_IN_PANDOC = (
    "paper width", "paper height", "top margin", "bottom margin", "left margin", "font of the body", "size of the body",
    "font of the title", "size of the title", "place of the title", "font of the headings 一、",
    "font of the headings （一）", "indent of the first lines", "space between paragraphs", "colour of the text",
    "place of signature and date", "there is a page number",
)  # fmt: skip


def test_a_draft_of_pandoc_is_found_wrong_and_comes_back_right() -> None:
    data = (Path(__file__).parent / "pandoc.docx").read_bytes()
    inspection = inspected("pandoc.docx", data)
    assert {what for _, what in failed(inspection)} >= set(FOUND_IN_PANDOC)
    assert failed(inspected("pandoc.docx", inspection.corrected())) == set()


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_found_in_what_we_make(name: str) -> None:
    inspection = inspected(f"{name}.docx", render(PAPERS[name], load_style("official")))
    assert failed(inspection) == set()
    assert len(inspection.measurement.passed) > 30


def test_right_margins_bring_lines_that_fill_them() -> None:
    """Lines of another pitch may come to 22 in wrong margins; mended, both are right."""
    sheet = replace(
        changed(DRAFTS["clean"].sheet, tuple(DRAFTS["clean"].sheet.rows), line=31.2), margins=(25, 25, 28, 26)
    )
    data = written(sheet)
    style = load_style("official")
    found = inspect(read_draft("draft.docx", data), (), style)
    mended = inspect(read_draft("draft.docx", corrected("draft.docx", data, found, style)), (), style)
    assert [one.check.what for one in mended if one.check.passed is False and one.check.clause.startswith("5.")] == []


def test_a_comment_stands_on_the_paragraph_it_speaks_of(tmp_path: Path) -> None:
    data = written(DRAFTS["slots"].sheet)
    inspection = inspected("slots.docx", data)
    path = tmp_path / "commented.docx"
    path.write_bytes(inspection.commented(lambda check: check.what))
    document = Document(str(path))
    marked = [one.text for one in document.paragraphs if one._p.findall(qn("w:commentRangeStart"))]
    assert [text[:4] for text in marked] == ["一、明确", "沿河各乡", "（一）主", "沿河各乡"]
    assert "size of the body" in "".join(comment.text for comment in document.comments)
    assert [one.text for one in document.paragraphs] == [row.text for row in DRAFTS["slots"].sheet.rows.values()]


def failed(inspection: Inspection) -> set[tuple[str, str]]:
    return {(check.clause, check.what) for check in inspection.measurement.failed}


def test_a_line_that_is_said_to_hang_by_nothing_has_no_indent_of_its_style() -> None:
    said = lxml.etree.fromstring(
        f'<w:p xmlns:w="{MAIN}"><w:pPr><w:pStyle w:val="A"/><w:ind w:start="0" w:hanging="0"/></w:pPr></w:p>'
    )
    styles = lxml.etree.fromstring(
        f'<w:styles xmlns:w="{MAIN}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>'
        '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:style></w:styles>'
    )
    assert cascade_of(styles, None, None).of_paragraph(said).indent("first", 16) == 0


@pytest.mark.parametrize("name", DRAFTS)
def test_what_was_planted_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    draft = DRAFTS[name]
    data = made(draft, tmp_path)
    inspection = inspected(f"{name}.docx", data)
    assert failed(inspection) == set(draft.faults)
    by_hand = {
        (one.check.clause, one.check.what) for one in inspection.findings if one.check.passed is False and not one.mends
    }
    mended = inspection.corrected()
    assert failed(inspected(f"{name}.docx", mended)) == by_hand
    assert validate_docx(mended) == validate_docx(data)
    assert validate_docx(inspection.commented(lambda check: check.what)) == validate_docx(data)


def test_the_mark_of_an_order_is_told_by_its_words_whatever_its_colour() -> None:
    rows = {
        "mark": Row("澄湖市人民政府令", BIAOSONG, 42, "center", 0, line=52),
        "blank1": Row("", first=0),
        "number": Row("第7号", align="center", first=0),
        "blank2": Row("", first=0),
        "text": Row("《澄湖市渡口管理办法》已经市政府常务会议通过，现予公布，自2031年6月1日起施行。"),
    }
    found = failed(inspected("order.docx", written(Sheet(rows))))
    assert {
        ("7.2.4", "colour of the issuing mark"),
        ("10.2", "head of the issuing mark, from the head of the paper"),
    } <= found
    assert not any("title" in what for _, what in found)
