"""Every row of the element table of GB/T 9704-2012 has a test that measures it, in mm on the page that is drawn."""

from __future__ import annotations

import ast
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from exporter.conversion import read
from exporter.elements import with_elements
from exporter.model import Cell, Document, Heading, Run, Table
from exporter.renderers.word import render
from exporter.style import load_style
from tests.renderers.word.test_official import (
    ABOVE,
    BODY,
    CHARACTER,
    FOOT,
    HEAD,
    LEFT,
    LINE,
    PAPERS,
    TITLE,
    Band,
    Made,
    bands,
    drawn,
    line,
    paper,
    rules_of,
)
from tests.support.word import validate_docx

pytestmark = pytest.mark.slow
TABLE = Path(__file__).with_name("elements.toml")
RIGHT = LEFT + 156


def test_every_element_has_a_test_in_mm() -> None:
    rows = tomllib.loads(TABLE.read_text("utf-8"))
    assert len(rows) >= 35
    for clause, tests in rows.items():
        for one in tests:
            file, _, name = one.partition("::")
            tree = ast.parse((TABLE.parents[2] / file).read_text("utf-8"))
            assert any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body), (clause, one)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("elements")
    return {name: drawn(folder / f"{name}.docx", PAPERS[name]) for name in ("secret", "letter", "order")}


def black(page: Image.Image) -> list[Band]:
    return bands(page, red=False)


def test_copy_number_secrecy_and_urgency_have_a_line_each(made: dict[str, Made]) -> None:
    """7.2.1 to 7.2.3: flush left on the first three lines of the type area."""
    first, second, third = black(made["secret"].pages[0])[:3]
    for at, band in enumerate((first, second, third)):
        assert band[2] == pytest.approx(LEFT, abs=1)
        assert (band[0] + band[1]) / 2 == pytest.approx(HEAD + at * LINE + 3, abs=1.5)


def test_mark_and_number_stand_in_the_middle_two_lines_apart(tmp_path: Path) -> None:
    """7.2.4, 7.2.5."""
    page = drawn(tmp_path / "plain.docx", PAPERS["plain"]).pages[0]
    mark, number = bands(page, red=True)[0], black(page)[0]
    for band in (mark, number):
        assert (band[2] + band[3]) / 2 == pytest.approx(LEFT + 78, abs=1)
    assert number[0] - mark[1] == pytest.approx(2 * LINE + 5, abs=1.5)


def test_two_who_sign_stand_in_one_row_one_character_from_the_edge(tmp_path: Path) -> None:
    """7.2.6: side by side, without a mark between them, on the line of the number."""
    signed = with_elements(PAPERS["plain"], [("签发人", "某某某、某某")])
    done = drawn(tmp_path / "two.docx", signed)
    page = done.pages[0]
    rule = bands(page, red=True)[-1]
    number = [band for band in black(page) if band[1] < rule[0]][-1]
    assert (number[2], number[3]) == (pytest.approx(LEFT + CHARACTER, abs=1), pytest.approx(RIGHT - CHARACTER, abs=1))
    assert "签发人：某某某 某某\n" in done.text.replace("\u3000", " ")
    assert read(done.docx, name="two.docx").metadata.signatory == "某某某、某某"


def test_the_second_line_of_an_attachment_begins_under_its_name(tmp_path: Path) -> None:
    """7.3.4: with a number behind 附件：, and without one."""
    long = "河道巡查和水库大坝安全管理责任人名单及联系方式汇总表以及有关情况的说明"
    for name, label, left in (("one", "附件：", 5.0), ("many", "附件：1.", 5.85)):
        blocks = (TITLE, *BODY[:-1], line(label + long, "attachment"), *FOOT[2:4])
        page = drawn(tmp_path / f"{name}.docx", Document(PAPERS["plain"].metadata, blocks)).pages[0]
        *_, first, turned, _, _, _ = black(page)
        assert first[2] == pytest.approx(LEFT + 2 * CHARACTER, abs=1)
        assert turned[2] == pytest.approx(LEFT + left * CHARACTER, abs=1)


def signed(folder: Path, name: str, seal: str, *below: str) -> list[Band]:
    style = replace(load_style("official"), seal=seal)  # type: ignore[arg-type]
    roles = ("signature", "date", "remark")
    closing = tuple(line(said, role) for said, role in zip((name, *below), roles, strict=False))  # type: ignore[arg-type]
    path = folder / "signed.docx"
    document = Document(PAPERS["plain"].metadata, (TITLE, *BODY, *closing))
    done = drawn(path, document, render(document, style))
    return black(done.pages[0])[-2 - len(below) : -1]


def test_a_sealed_name_stands_over_its_date(tmp_path: Path) -> None:
    """7.3.5.1."""
    name, date = signed(tmp_path, "澄湖市水务局", "sealed", "2025年3月6日")
    assert date[3] == pytest.approx(RIGHT - 4 * CHARACTER, abs=1.2)
    assert (name[2] + name[3]) / 2 == pytest.approx((date[2] + date[3]) / 2, abs=1)


def test_a_name_longer_than_its_date_stands_two_characters_from_the_edge(tmp_path: Path) -> None:
    """7.3.5.2: the date begins two characters right of the name."""
    name, date = signed(tmp_path, "澄湖市人民政府防汛抗旱办公室", "none", "2025年3月6日")
    assert name[3] == pytest.approx(RIGHT - 2 * CHARACTER, abs=1)
    assert date[2] - name[2] == pytest.approx(2 * CHARACTER, abs=1)


def test_a_remark_stands_two_characters_in_below_the_date(tmp_path: Path) -> None:
    """7.3.6."""
    _, date, remark = signed(tmp_path, "澄湖市水务局", "none", "2025年3月6日", "（此件公开发布）")
    assert remark[2] == pytest.approx(LEFT + 2 * CHARACTER + 3, abs=1)  # white beside （
    assert (remark[0] + remark[1] - date[0] - date[1]) / 2 == pytest.approx(LINE, abs=1)


def thickness(page: Image.Image) -> list[float]:
    return [band[1] - band[0] for band in rules_of(page)]


def test_the_rules_of_the_imprint_are_thick_thin_thick_and_copies_turn_behind_their_label(tmp_path: Path) -> None:
    """7.4: 0.35 mm and 0.25 mm; a line that turns begins behind 抄送：."""
    copied = line("抄送：" + "，".join(["市委办公室", "市人大常委会办公室", "市政协办公室"] * 3) + "。", "copied_to")
    document = replace(PAPERS["plain"], blocks=(*PAPERS["plain"].blocks[:-2], copied, FOOT[-1]))
    page = drawn(tmp_path / "copied.docx", document).pages[-1]
    first, middle, last = thickness(page)
    assert first == pytest.approx(0.35, abs=0.12)
    assert middle == pytest.approx(0.25, abs=0.12)
    assert last == pytest.approx(0.35, abs=0.12)
    rules = rules_of(page)
    inside = [band for band in black(page) if rules[0][1] <= band[0] < rules[1][0]]
    assert len(inside) == 3
    for turned in inside[1:]:
        assert turned[2] - inside[0][2] == pytest.approx(3 * 14 / 72 * 25.4, abs=1)


def test_the_page_number_of_an_even_page_stands_at_the_left(tmp_path: Path) -> None:
    """7.5: one character from the edge, its dash 7 mm below the type area."""
    lines = tuple(line(f"第{at}条要求，请各单位抓好落实。") for at in range(30))
    pages = drawn(tmp_path / "long.docx", Document(PAPERS["plain"].metadata, (TITLE, *BODY, *lines))).pages
    left = 210 - LEFT - 156
    number = black(pages[1])[-1]
    assert number[2] == pytest.approx(left + 14 / 72 * 25.4, abs=1)
    assert (number[0] + number[1]) / 2 == pytest.approx(HEAD + 225 + 7, abs=1)


def test_the_number_of_a_letter_stands_at_the_right_below_its_rule(made: dict[str, Made]) -> None:
    """10.1: 7/8 of a character below the rule; the title two lines below."""
    page = made["letter"].pages[0]
    rule = bands(page, red=True)[2]
    number, title = black(page)[:2]
    assert number[3] == pytest.approx(RIGHT, abs=1)
    assert number[0] - rule[1] == pytest.approx(16 * 7 / 8 / 72 * 25.4 + 0.6, abs=1)  # ink begins below its letter
    assert title[0] - number[1] == pytest.approx(2 * LINE + 4.5, abs=1)


def test_the_rules_of_a_letter_are_thick_over_thin_and_thin_over_thick(made: dict[str, Made]) -> None:
    """10.1."""
    first, second, third, fourth = (band[1] - band[0] for band in bands(made["letter"].pages[0], red=True)[1:])
    assert min(first, fourth) > 2 * max(second, third)


def test_number_and_text_of_an_order_stand_two_lines_apart(made: dict[str, Made]) -> None:
    """10.2."""
    page = made["order"].pages[0]
    mark, number, text = bands(page, red=True)[0], *black(page)[:2]
    assert (number[2] + number[3]) / 2 == pytest.approx(LEFT + 78, abs=1)
    assert number[0] - mark[1] == pytest.approx(2 * LINE + 5, abs=1.5)
    assert text[0] - number[1] == pytest.approx(2 * LINE + 5, abs=1.5)


def test_who_took_part_stands_behind_a_label_one_line_below_the_text(tmp_path: Path) -> None:
    """10.3: a line that turns begins behind the label."""
    rolls = (line("出席：某某、某某、某某。"), line("列席：" + "、".join(["市水务局某某", "市财政局某某"] * 4) + "。"))
    document = paper("minutes", "澄湖市水务局会议纪要", "〔2025〕7号", *BODY[1:], *rolls)
    done = drawn(tmp_path / "roll.docx", document)
    assert validate_docx(done.docx) == []
    *_, text, present, others, turned, _, _ = black(done.pages[0])
    assert present[0] - text[0] == pytest.approx(2 * LINE, abs=1)
    assert others[0] - present[0] == pytest.approx(LINE, abs=1)
    assert (present[2], others[2]) == (pytest.approx(LEFT + 2 * CHARACTER, abs=1),) * 2
    assert turned[2] == pytest.approx(LEFT + 5 * CHARACTER, abs=1)


def test_names_of_a_roster_stand_under_each_other(tmp_path: Path) -> None:
    said = ("组　长：某某甲　市水务局局长", "成　员：某某乙　市水务局科长", "某某丙　市财政局科长")
    document = Document(PAPERS["plain"].metadata, (TITLE, *BODY, *map(line, said)))
    *_, second, third, _ = black(drawn(tmp_path / "roster.docx", document).pages[0])
    assert third[2] - second[2] == pytest.approx(4 * CHARACTER, abs=1)


def test_name_unit_and_note_of_a_table_stand_in_the_middle_at_the_right_and_under_it(tmp_path: Path) -> None:
    """And its figures by their decimal sign."""
    rows = (("乡镇", "面积"), ("东镇", "12"), ("西镇", "3.45"), ("南镇", "110.2"))
    cells = tuple(tuple(Cell((Run(said),)) for said in row) for row in rows)
    table = Table(cells, 1, (Run("表1　各镇面积"), Run("　"), Run("单位：公顷")))
    document = Document(PAPERS["plain"].metadata, (TITLE, *BODY, table, line("注：不含河道。")))
    done = drawn(tmp_path / "table.docx", document)
    assert validate_docx(done.docx) == []
    found = black(done.pages[0])
    name, unit = found[5], found[6]
    assert (name[2] + name[3]) / 2 == pytest.approx(LEFT + 78, abs=1)
    assert unit[3] == pytest.approx(RIGHT, abs=1)
    assert unit[0] > name[1]
    note = found[-2]
    assert note[1] - note[0] < 4.3  # letters of 12 pt
    assert note[2] < LEFT + CHARACTER
    again = read(done.docx, name="table.docx")
    assert [one.caption for one in again.blocks if isinstance(one, Table)] != [()]


def test_a_paper_of_one_paragraph_shows_text_on_its_first_page(tmp_path: Path) -> None:
    """Whatever it attaches, and whoever issues it (7.3.3)."""
    text = (
        "为规范河道巡查资金管理，提高资金使用效益，我们制定了《澄湖市河道巡查资金管理办法》，现印发给你们，请遵照执行。"
    )
    more = (
        line(text + "执行中如有问题，请及时反馈给市水务局。"),
        line("附件：澄湖市河道巡查资金管理办法", "attachment"),
    )
    marks = tuple(line(name, "issuer_mark") for name in ("澄湖市财政局", "澄湖市水务局", "澄湖市农业农村局", "文件"))
    title = Heading(0, (Run("关于印发《澄湖市河道巡查资金管理办法》的通知"),))
    names = tuple(line(name, "signature") for name in ("澄湖市财政局", "澄湖市水务局", "澄湖市农业农村局"))
    head = (*ABOVE, *marks, line("澄财发〔2025〕7号", "document_number"), title, BODY[0])
    document = Document(PAPERS["plain"].metadata, (*head, *more, *names, FOOT[3], FOOT[4]))
    pages = drawn(tmp_path / "joint.docx", document).text.split("\f")
    assert "为规范河道" in pages[0]


def test_who_prints_minutes_and_when_share_a_line_on_the_red_rule(tmp_path: Path) -> None:
    """As minutes have it: one character from either side, the rule 4 mm below."""
    said = (line("澄湖市水务局办公室", "byline"), line("2025年3月6日", "date"))
    done = drawn(tmp_path / "printed.docx", paper("minutes", "澄湖市水务局会议纪要", "〔2025〕7号", *said, *BODY[1:]))
    assert validate_docx(done.docx) == []
    rule = bands(done.pages[0], red=True)[-1]
    _, printed = [band for band in black(done.pages[0]) if band[1] < rule[0]]
    assert (printed[2], printed[3]) == (pytest.approx(LEFT + CHARACTER, abs=1), pytest.approx(RIGHT - CHARACTER, abs=1))
    assert rule[0] - printed[1] == pytest.approx(4, abs=1)
