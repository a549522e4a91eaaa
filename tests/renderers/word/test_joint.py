"""Papers that several bodies issue together: their mark, their names, one date (GB/T 9704-2012, 7.2.4, 7.3.5)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exporter import conversion
from exporter.elements import with_elements
from exporter.model import Document, Paragraph
from exporter.renderers.word import render
from exporter.style import load_style
from tests.renderers.word.test_official import BODY, FOOT, HEAD, LEFT, MM, TITLE, bands, line, paper
from tests.support.pdf import page_images
from tests.support.word import docx_to_pdf, validate_docx

BODIES = ("澄湖市财政局", "澄湖市水务局", "澄湖市农业农村局")
TEXT = "\n".join(
    (
        "澄湖市财政局\n澄湖市水务局　　文件\n澄湖市农业农村局\n澄财发〔2025〕7号\n关于开展河道巡查工作的通知",
        "各县区水务局：\n现将河道巡查的有关事项通知如下，请结合实际抓好落实。",
        "澄湖市财政局　　澄湖市水务局\n澄湖市农业农村局\n2025年3月6日",
    )
)
SET = with_elements(
    paper("notice", "澄湖市财政局文件", "澄财发〔2025〕7号", TITLE, *BODY, *FOOT[2:4]),
    [("发文机关标志", "、".join(BODIES) + "文件"), ("署名", "、".join(BODIES))],
)


def names(document: Document, role: str) -> list[str]:
    return [one.runs[0].text for one in document.blocks if isinstance(one, Paragraph) and one.role == role]


def test_the_reader_parts_those_who_issue_and_sign_together() -> None:
    read = conversion.read(TEXT.encode(), name="a.txt")
    assert sorted(names(read, "issuer_mark")) == sorted((*BODIES, "文件"))
    assert names(read, "signature") == list(BODIES)
    assert read.metadata.issuer_mark == " ".join(BODIES) + "文件"
    assert read.metadata.signature == "、".join(BODIES)


def test_they_can_be_set_in_one_line() -> None:
    assert names(SET, "issuer_mark") == [*BODIES, "文件"]
    assert names(SET, "signature") == list(BODIES)
    assert SET.metadata.issuer_mark == " ".join(BODIES) + "文件"


@pytest.mark.parametrize("seal", ["none", "sealed"])
def test_word_gives_them_back(seal: str) -> None:
    style = replace(load_style("official"), seal=seal)  # type: ignore[arg-type]
    again = conversion.read(render(SET, style), name="a.docx")
    assert names(again, "issuer_mark") == [*BODIES, "文件"]
    assert names(again, "signature") == list(BODIES)
    assert again.metadata.date == "2025-03-06"


@pytest.mark.slow
def test_names_stand_below_each_other_as_wide_as_the_longest(tmp_path: Path) -> None:
    path = tmp_path / "joint.docx"
    path.write_bytes(render(SET, load_style("official")))
    assert validate_docx(path.read_bytes()) == []
    page = page_images(docx_to_pdf(path), round(MM * 25.4))[0]
    *marks, rule = bands(page, red=True)
    assert marks[0][0] == pytest.approx(HEAD + 35, abs=1)
    ends = [band[3] for band in marks]
    assert max(ends) - min(ends[0], ends[-1]) > 20  # 文件 stands right of the middle
    assert ends[0] == pytest.approx(ends[-1], abs=1)
    assert (rule[2], rule[3]) == (pytest.approx(LEFT, abs=1), pytest.approx(LEFT + 156, abs=1))


@pytest.mark.slow
def test_each_name_has_room_for_its_seal_and_the_last_stands_over_the_date(tmp_path: Path) -> None:
    path = tmp_path / "sealed.docx"
    document = paper("notice", "澄湖市财政局文件", "澄财发〔2025〕7号", TITLE, *BODY, line("各地要抓紧落实。"))
    signed = (*(line(name, "signature") for name in ("甲市水务局", "乙市水务局", "丙市水务局", "丁市水务局")), FOOT[3])
    document = replace(document, blocks=(*document.blocks, *signed))
    path.write_bytes(render(document, replace(load_style("official"), seal="sealed")))
    assert validate_docx(path.read_bytes()) == []
    page = page_images(docx_to_pdf(path), round(MM * 25.4))[-1]
    left = LEFT if len(page_images(path.parent / "libreoffice" / "sealed.pdf", 20)) == 1 else 26.0
    *_, text, first, last, date, number = bands(page, red=False)
    assert last[0] - first[0] >= 42
    assert (last[2] + last[3]) / 2 == pytest.approx((date[2] + date[3]) / 2, abs=1)
    assert date[3] == pytest.approx(left + 156 - 4 * 156 / 28, abs=1)
    middles = (first[2] + first[3]) / 2
    assert middles == pytest.approx((date[2] + date[3]) / 2 - 46, abs=1)
    seal = (first[0] + first[1]) / 2 - 42 / 2
    assert 0 < seal - text[1] < 29.6 / 72 * 25.4  # within a line of the text
    assert number[0] > date[1]


def test_a_title_that_names_several_keeps_them_apart_though_lines_break_between_them() -> None:
    title = "澄湖市财政局 澄湖市农业农村局 澄湖市水务局关于印发《澄湖市河道巡查资金管理办法》的通知"
    document = conversion.read("\n".join((title, *TEXT.split("\n")[5:])).encode(), name="a.txt")
    assert document.metadata.title == title
    again = conversion.read(render(document, load_style("official")), name="a.docx")
    assert again.metadata.title == title
