"""The elements of GB/T 9704-2012 in a PDF, each measured in mm on its pages: where Word has them, it has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.model import Heading, Run
from exporter.renderers.pdf.render import render
from exporter.style import load_style
from tests.renderers.word.test_official import (
    BODY,
    FOOT,
    HEAD,
    LEFT,
    PAPERS,
    SENTENCE,
    TITLE,
    Made,
    bands,
    line,
    paper,
    rules_of,
    stands_in_place,
)
from tests.support.pdf import page_images, pdf_text

pytestmark = pytest.mark.slow
STYLE = load_style("official")


def drawn(path: Path, name: str) -> Made:
    path.write_bytes(render(PAPERS[name], load_style("official")).data)
    return Made(b"", page_images(path, 216), pdf_text(path))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("papers")
    return {name: drawn(folder / f"{name}.pdf", name) for name in PAPERS}


@pytest.mark.parametrize(("name", "down"), [("plain", 35.0), ("secret", 35.0), ("minutes", 35.0), ("order", 20.0)])
def test_the_mark_stands_below_the_head_of_the_type_area(name: str, down: float, made: dict[str, Made]) -> None:
    assert bands(made[name].pages[0], red=True)[0][0] == pytest.approx(HEAD + down, abs=1.5)


@pytest.mark.parametrize("name", ["plain", "secret", "minutes"])
def test_a_red_rule_stands_four_mm_below_the_number(name: str, made: dict[str, Made]) -> None:
    page = made[name].pages[0]
    rule = bands(page, red=True)[-1]
    number = max(band[1] for band in bands(page, red=False) if band[1] < rule[0])
    assert rule[0] - number == pytest.approx(4, abs=1)
    assert (rule[2], rule[3]) == (pytest.approx(LEFT, abs=1), pytest.approx(LEFT + 156, abs=1))


def test_number_and_signatory_share_a_line(made: dict[str, Made]) -> None:
    page = made["secret"].pages[0]
    rule = bands(page, red=True)[-1]
    number = [band for band in bands(page, red=False) if band[1] < rule[0]][-1]
    character = 156 / 28
    assert number[2] == pytest.approx(LEFT + character, abs=1)
    assert number[3] == pytest.approx(LEFT + 156 - character, abs=1)


def test_a_letter_has_two_rules_and_no_number_on_its_first_page(made: dict[str, Made]) -> None:
    page = made["letter"].pages[0]
    mark, *rules = bands(page, red=True)
    assert mark[0] == pytest.approx(30, abs=1)
    assert rules[0][0] - mark[1] == pytest.approx(4, abs=1)
    assert rules[-2][0] == pytest.approx(297 - 20, abs=1)
    for rule in rules:
        assert (rule[2], rule[3]) == (pytest.approx(20, abs=1), pytest.approx(190, abs=1))
    assert max(band[1] for band in bands(page, red=False)) < 297 - 20


@pytest.mark.parametrize("name", ["plain", "secret"])
def test_the_imprint_stands_on_the_foot_of_the_last_page(name: str, made: dict[str, Made]) -> None:
    wide = rules_of(made[name].pages[-1])
    assert len(wide) == 3
    assert wide[-1][1] == pytest.approx(HEAD + 225, abs=1)
    assert "2025年3月7日印发" in made[name].text.replace(" ", "")


def test_a_letter_keeps_its_copies_without_rules(made: dict[str, Made]) -> None:
    assert rules_of(made["letter"].pages[-1]) == []
    assert "抄送：" in made["letter"].text


def test_an_attachment_and_what_is_issued_open_pages(tmp_path: Path) -> None:
    title = Heading(0, (Run("关于印发河道巡查管理办法的通知"),))
    issued = (Heading(1, (Run("河道巡查管理办法"),)), line("第一条　巡查每周一次。"))
    attached = (line("附件1"), line("巡查河道名单"), line("一号河道。"))
    for name, document in {
        "issued": paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", title, *BODY, *FOOT[2:5], *issued),
        "attached": paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *attached),
    }.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(render(document, load_style("official")).data)
        assert len(page_images(path, 72)) == 2, name


@pytest.mark.parametrize("lines", [5, 6, 7, 8, 9])
def test_two_lines_of_text_stand_with_who_signs(tmp_path: Path, lines: int) -> None:
    text = line(f"{(SENTENCE * 20)[: 28 * lines - 5]}完成。")
    path = tmp_path / "one.pdf"
    path.write_bytes(
        render(paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, BODY[0], text, *FOOT[2:5]), STYLE).data
    )
    signed = next(page for page in pdf_text(path).split("\f") if "2025 年 3 月 6 日" in page or "2025年3月6日" in page)
    assert "完成。" in signed


def test_a_second_attachment_opens_a_page_under_its_label(tmp_path: Path) -> None:
    attached = [Heading(1, (Run(f"附件{at}　第{name}批河道名单"),)) for at, name in ((1, "一"), (2, "二"))]
    texts = [line("一号河道。"), line("二号河道。")]
    blocks = [one for pair in zip(attached, texts, strict=True) for one in pair]
    path = tmp_path / "two.pdf"
    path.write_bytes(
        render(
            paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *blocks), STYLE
        ).data
    )
    pages = [page.split() for page in pdf_text(path).split("\f") if page.strip()]
    assert ["".join(page[:2]) for page in pages[1:]] == ["附件1", "附件2"]


def test_each_part_of_a_paper_stands_in_its_place(made: dict[str, Made]) -> None:
    stands_in_place(made["plain"])
