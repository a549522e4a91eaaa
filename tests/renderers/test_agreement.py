"""Word and PDF say and place the same: what a phrase opens, the lines of a title block, where an appendix begins."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from exporter.model import Block, Document, Heading, Metadata, Note, Paragraph, ParagraphRole, Run
from exporter.renderers.layout.wording import title_of
from exporter.renderers.pdf import tagged
from exporter.renderers.pdf.render import render
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.renderers.word import render as word
from exporter.renderers.word.parts.fonts import word_fonts
from exporter.style import load_style
from tests.renderers.pdf.pages import lines_of
from tests.support.word import docx_to_pdf

STYLE = load_style("official")


def line(text: str, role: ParagraphRole = "body") -> Paragraph:
    return Paragraph((Run(text),), role)


def report(*appendix: Block) -> Document:
    blocks = (
        Heading(0, (Run("政府工作报告"),)),
        line("——2025年1月8日在澄湖市第三届人民代表大会第五次会议上", "subtitle"),
        line("澄湖市市长　某某", "byline"),
        line("各位代表：", "addressee"),
        Paragraph((Run("夯实产业根基。", "lead"), Run("全市建成标准厂房十二万平方米，引进企业三十家。"))),
    )
    return Document(Metadata(doc_type="work_report"), blocks, appendix=appendix)


def written(document: Document, part: str) -> str:
    with zipfile.ZipFile(BytesIO(word(document, STYLE))) as package:
        return package.read(f"word/{part}.xml").decode()


def test_a_phrase_that_opens_a_paragraph_has_its_own_face_in_word() -> None:
    (look,) = re.findall(r'w:styleId="Lead">.*?<w:rPr>(.*?)</w:rPr>', written(report(), "styles"))
    names = word_fonts(STYLE)
    assert f'w:eastAsia="{names["kai"].name}"' in look


@pytest.mark.parametrize(
    ("appendix", "breaks"),
    [
        ((Heading(1, (Run("名词解释"),)), Note("n1", "[1]", (Run("标准厂房：指按统一规格建设的厂房。"),))), False),
        ((Heading(1, (Run("附件"),)), line("重点项目清单如下。")), True),
        ((Heading(1, (Run("附录：重点项目"),)), line("重点项目清单如下。")), True),
    ],
)
def test_an_appendix_opens_a_page_in_both_or_in_none(appendix: tuple[Block, ...], breaks: bool, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(word(report(*appendix), STYLE))
    pages = [max(one.page for one in lines_of(made)) for made in _both(file, report(*appendix))]
    assert pages == ([2, 2] if breaks else [1, 1])


def test_the_lines_under_a_title_stand_close_together_in_both(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(word(report(), STYLE))
    for made in _both(file, report()):
        said, speaker = (next(one for one in lines_of(made) if word in one.text) for word in ("会议上", "市长"))
        assert abs(speaker.base - said.base) == pytest.approx(29.6, abs=3)


def _both(file: Path, document: Document) -> tuple[bytes, bytes]:
    return docx_to_pdf(file).read_bytes(), bytes(render(document, STYLE).data)


ENGINES = {"drawn": tagged.render, "by css": weasy.render}


@pytest.mark.parametrize("count", range(18, 23))
@pytest.mark.parametrize("name", [*ENGINES, "word"])
def test_a_heading_that_opens_a_paragraph_does_not_end_a_page(name: str, count: int, tmp_path: Path) -> None:
    ends_no_page(name, count, "加强领导。", tmp_path)


@pytest.mark.parametrize("name", ENGINES)
def test_nor_does_one_that_fills_its_line(name: str, tmp_path: Path) -> None:
    pages = [
        ends_no_page(name, count, "坚持预防为主防治结合扎实做好汛期河道水库巡查工作。", tmp_path)
        for count in range(19, 22)
    ]
    assert pages == [1, 1, 2]


def ends_no_page(name: str, count: int, words: str, tmp_path: Path) -> int:
    """Make a page that a heading would end, and give the one on which it stands."""
    told = "各地要落实责任，逐段建立台账，按月通报情况，及时解决巡查中发现的问题，确保河道安全。" * 3
    blocks = (
        *(line("现将有关事项通知如下。") for _ in range(count)),
        Heading(1, (Run(words),), "一、", run_in=True),
    )
    document = Document(Metadata(), (*blocks, line(told)))
    if name == "word":
        file = tmp_path / "paper.docx"
        file.write_bytes(word(document, STYLE))
        made = docx_to_pdf(file).read_bytes()
    else:
        made = ENGINES[name](document, STYLE)
    text = [one for one in lines_of(made) if one.text.strip() and not re.fullmatch(r"— \d+ —", one.text)]
    (at,) = (at for at, one in enumerate(text) if "一、" in one.text)
    assert text[at + 1].page == text[at].page
    return text[at].page


def test_a_report_without_a_title_is_named_by_place_and_kind() -> None:
    """A heading of the text (一、工作回顾) is no title of a file."""
    heading = Heading(1, (Run("一、工作回顾"),))
    untitled = Metadata(place="青河区", doc_type="work_report")
    assert title_of(Document(untitled, (heading,))) == "青河区政府工作报告"
    assert title_of(Document(Metadata(), (heading,))) == "一、工作回顾"
