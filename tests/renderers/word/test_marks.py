"""A template's marks: all are known by name, an unknown one is named, and samples give way where there are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from exporter.model import Document, Heading, Metadata, Paragraph, Run
from exporter.renderers.word.templates import from_template, template_notices
from exporter.renderers.word.templates.marks import MARKS
from exporter.style import load_style
from tests.cli.called import call
from tests.renderers.word.extract import W, body_lines, part, text_of
from tests.renderers.word.test_templates import saved
from tests.support.tools import CHECKOUT
from tests.support.word import validate_docx

OFFICIAL = load_style("official")
NOTICE = Document(
    Metadata(
        title="关于开展河道巡查工作的通知",
        document_number="澄水发〔2025〕7号",
        addressee="各县区水务局",
        signature="澄湖市水务局",
        date="2025-03-06",
        signatory="某某",
        copied_to="市委办公室",
    ),
    (
        Paragraph((Run("澄水发〔2025〕7号"),), "document_number"),
        Heading(0, (Run("关于开展河道巡查工作的通知"),)),
        Paragraph((Run("各县区水务局："),), "addressee"),
        Heading(1, (Run("明确范围"),), "一、"),
        Paragraph((Run("巡查范围包括三条河道。"),)),
        Paragraph((Run("澄湖市水务局"),), "signature"),
        Paragraph((Run("2025年3月6日"),), "date"),
    ),
)


def filled(tmp_path: Path, build: Callable[[Any], None]) -> list[str]:
    data = from_template(saved(tmp_path / "office.dotx", build))(NOTICE, OFFICIAL)
    assert validate_docx(data) == []
    return body_lines(data)


def test_marks_show_each_part_once(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        for text in (
            "{{文号}}",
            "签发人：{{签发人}}",
            "{{标题}}",
            "{{正文}}",
            "{{署名}}",
            "{{日期}}",
            "抄送：{{抄送}}。",
        ):
            made.add_paragraph(text)

    assert filled(tmp_path, build) == [
        "澄水发〔2025〕7号",
        "签发人：某某",
        "关于开展河道巡查工作的通知",
        "各县区水务局：",
        "一、明确范围",
        "巡查范围包括三条河道。",
        "澄湖市水务局",
        "2025年3月6日",
        "抄送：市委办公室。",
    ]


def test_a_mark_that_takes_no_paragraph_s_place_leaves_headings_and_tables(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        for text in ("附件：{{附件}}", "{{正文}}"):
            made.add_paragraph(text)

    assert "一、明确范围" in filled(tmp_path, build)


def test_samples_give_way_and_the_rest_stays(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        made.add_paragraph("澄湖市水务局文件")
        made.add_paragraph("澄水发〔20××〕××号")
        made.add_paragraph("单击此处输入标题", style="Title")
        made.add_paragraph("此处输入一级标题", style="Heading 1")
        made.add_paragraph("请在此处输入正文。")
        made.add_paragraph("××年×月×日")
        made.add_paragraph("联系人：某处")

    assert filled(tmp_path, build) == [
        "澄湖市水务局文件",
        "澄水发〔2025〕7号",
        "关于开展河道巡查工作的通知",
        "各县区水务局：",
        "一、明确范围",
        "巡查范围包括三条河道。",
        "澄湖市水务局",
        "2025年3月6日",
        "联系人：某处",
    ]


def test_a_content_control_that_shows_its_placeholder_is_filled(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "office.docx", lambda made: made.add_paragraph("公文标题", style="Title"), as_template=False
    )
    opened = docx.Document(str(path))
    paragraph = opened.paragraphs[0]._p
    control = docx.oxml.parse_xml(
        '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdtPr><w:showingPlcHdr/>'
        "</w:sdtPr><w:sdtContent/></w:sdt>"
    )
    paragraph.addprevious(control)
    control[1].append(paragraph)
    opened.save(str(path))
    data = from_template(path)(NOTICE, OFFICIAL)
    root = part(data, "word/document.xml")
    assert root is not None
    lines = [text_of(one) for one in root.iter(f"{W}p")]
    assert lines.count("关于开展河道巡查工作的通知") == 1
    assert "公文标题" not in lines
    assert root.find(f".//{W}showingPlcHdr") is None
    assert "巡查范围包括三条河道。" in body_lines(data)


@pytest.mark.parametrize("check", [True, False])
def test_an_unknown_mark_is_named(
    check: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "office.dotx", lambda made: made.add_paragraph("{{标题}} {{抬头}}"))
    notices = [one for one in template_notices(path, OFFICIAL) if one.code == "template.unknown_mark"]
    assert [("抬头" in one.message, one.level) for one in notices] == [(True, "warning")]
    found = call(capsys, monkeypatch, "template", str(path), *(["--check"] if check else []))
    assert found.status == (1 if check else 0)
    assert "{{标题}}" in found.out
    assert "抬头" in found.err


def test_every_mark_is_in_the_manual() -> None:
    manual = (CHECKOUT / "docs" / "styles.md").read_text("utf-8")
    assert [mark.zh for mark in MARKS if f"`{{{{{mark.zh}}}}}`" not in manual] == []
    assert [mark.en for mark in MARKS if f"`{{{{{mark.en}}}}}`" not in manual] == []
