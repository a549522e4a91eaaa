"""The elements of GB/T 9704-2012, each measured in mm on the page that LibreOffice draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from exporter.conversion import read
from exporter.measure.report import inspected
from exporter.model import Block, DocType, Document, Heading, Metadata, Paragraph, ParagraphRole, Run
from exporter.renderers.word import render
from exporter.style import load_style
from tests.support.pdf import page_images, pdf_text
from tests.support.word import docx_to_pdf, validate_docx

pytestmark = pytest.mark.slow

DPI = 216
MM = DPI / 25.4
HEAD, LEFT = 37.0, 28.0
"""mm from the edges of the paper to the type area, which is 156 mm by 225 mm (5.2.1)."""


def line(text: str, role: ParagraphRole = "body") -> Paragraph:
    return Paragraph((Run(text),), role)


TITLE = Heading(0, (Run("关于开展河道巡查工作的通知"),))
BODY = (
    line("各县区水务局：", "addressee"),
    *(line("现将河道巡查的有关事项通知如下，请结合实际抓好落实。") for _ in range(3)),
)
FOOT = (
    line("附件：1.巡查河道名单", "attachment"),
    line("2.巡查记录表", "attachment"),
    line("澄湖市水务局", "signature"),
    line("2025年3月6日", "date"),
    line("（联系人：某某）", "remark"),
    line("抄送：市委办公室，市政府办公室。", "copied_to"),
    line("澄湖市水务局办公室　2025年3月7日印发", "issued"),
)
ABOVE = (line("000012", "copy_number"), line("秘密★1年", "secrecy"), line("加急", "urgency"))


def paper(kind: DocType, mark: str, number: str, *more: Block, above: tuple[Block, ...] = ()) -> Document:
    head = (*above, line(mark, "issuer_mark"), line(number, "document_number"))
    return Document(Metadata(doc_type=kind), (*head, *more))


PAPERS = {
    "plain": paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY, *FOOT),
    "secret": paper(
        "notice",
        "澄湖市水务局文件",
        "澄水发〔2025〕7号",
        line("签发人：某某", "signatory"),
        TITLE,
        *BODY,
        *FOOT,
        above=ABOVE,
    ),
    "letter": paper("letter", "澄湖市水务局", "澄水函〔2025〕7号", TITLE, *BODY, *FOOT[:-1]),
    "order": paper("order", "澄湖市水务局令", "第8号", *BODY[1:], *FOOT[2:4]),
    "minutes": paper("minutes", "澄湖市水务局会议纪要", "〔2025〕7号", *BODY[1:], line("出席：某某、某某")),
}


@dataclass(frozen=True)
class Made:
    """A paper as drawn: its pages and its text."""

    docx: bytes
    pages: tuple[Image.Image, ...]
    text: str


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("papers")
    return {name: drawn(folder / f"{name}.docx", document) for name, document in PAPERS.items()}


def drawn(path: Path, document: Document, docx: bytes = b"") -> Made:
    path.write_bytes(docx or render(document, load_style("official")))
    pdf = docx_to_pdf(path)
    return Made(path.read_bytes(), page_images(pdf, DPI), pdf_text(pdf))


Band = tuple[float, float, float, float]
"""Top, foot, left and right edge of ink, in mm from the edges of the paper."""


def bands(page: Image.Image, red: bool) -> list[Band]:
    """Give the bands of red or of black ink from the head of a page to its foot."""
    channels = page.convert("RGB").split()
    apart = [channel.point(lambda value: 255 if value < 128 else 0) for channel in channels]
    dark = Image.composite(apart[1], Image.new("L", page.size), Image.eval(apart[0], lambda value: 255 - value))
    ink = dark if red else apart[0]
    found: list[Band] = []
    rows = [ink.crop((0, y, ink.width, y + 1)).getbbox() for y in range(ink.height)]
    start = None
    for y, box in enumerate([*rows, None]):
        if box is not None and start is None:
            start = y
        elif box is None and start is not None:
            whole = ink.crop((0, start, ink.width, y)).getbbox()
            assert whole is not None
            found.append((start / MM, y / MM, whole[0] / MM, whole[2] / MM))
            start = None
    return found


def rules_of(page: Image.Image) -> list[Band]:
    """Give the black rules that reach over the type area."""
    return [band for band in bands(page, red=False) if band[3] - band[2] > 150 and band[1] - band[0] < 1]


@pytest.mark.parametrize("name", PAPERS)
def test_both_validators_find_nothing(name: str, made: dict[str, Made]) -> None:
    assert validate_docx(made[name].docx) == []


@pytest.mark.parametrize(("name", "down"), [("plain", 35.0), ("minutes", 35.0), ("order", 20.0)])
def test_the_mark_stands_below_the_head_of_the_type_area(name: str, down: float, made: dict[str, Made]) -> None:
    assert bands(made[name].pages[0], red=True)[0][0] == pytest.approx(HEAD + down, abs=1)


def test_what_stands_above_the_mark_does_not_move_it(made: dict[str, Made]) -> None:
    page = made["secret"].pages[0]
    assert bands(page, red=True)[0][0] == pytest.approx(HEAD + 35, abs=1)
    first = bands(page, red=False)[0]
    assert (first[0], first[2]) == (pytest.approx(HEAD, abs=2.5), pytest.approx(LEFT, abs=1))  # digits are low


@pytest.mark.parametrize(("name", "down"), [("plain", 35.0), ("minutes", 35.0), ("order", 20.0)])
def test_urgency_without_a_copy_number_does_not_move_it_either(tmp_path: Path, name: str, down: float) -> None:
    document = replace(PAPERS[name], blocks=(ABOVE[2], *PAPERS[name].blocks))
    page = drawn(tmp_path / f"{name}.docx", document).pages[0]
    assert bands(page, red=True)[0][0] == pytest.approx(HEAD + down, abs=1)


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
    assert "号 签发人：" in made["secret"].text.replace("\u3000", " ")


def test_a_letter_has_two_rules_and_no_number_on_its_first_page(made: dict[str, Made]) -> None:
    page = made["letter"].pages[0]
    mark, *rules = bands(page, red=True)
    assert mark[0] == pytest.approx(30, abs=1)
    assert rules[0][0] - mark[1] == pytest.approx(4, abs=1)
    assert rules[-2][0] == pytest.approx(297 - 20, abs=1)  # thin over thick
    for rule in rules:
        assert (rule[2], rule[3]) == (pytest.approx(20, abs=1), pytest.approx(190, abs=1))
    assert max(band[1] for band in bands(page, red=False)) < 297 - 20


@pytest.mark.parametrize("name", ["plain", "secret"])
def test_the_imprint_stands_on_the_foot_of_the_last_page(name: str, made: dict[str, Made]) -> None:
    wide = rules_of(made[name].pages[-1])
    left = LEFT if len(made[name].pages) % 2 else 210 - LEFT - 156  # the binding edge of an even page is on the right
    assert len(wide) == 3
    assert wide[-1][1] == pytest.approx(HEAD + 225, abs=1)
    for rule in wide:
        assert (rule[2], rule[3]) == (pytest.approx(left, abs=1), pytest.approx(left + 156, abs=1))


def test_a_letter_keeps_its_copies_without_rules_at_the_foot(made: dict[str, Made]) -> None:
    last = made["letter"].pages[-1]
    assert rules_of(last) == []
    assert "抄送：" in made["letter"].text


def test_the_page_of_a_signature_holds_text(tmp_path: Path) -> None:
    lines = tuple(line(f"第{at}条要求。") for at in range(17))
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY, *lines, *FOOT)
    pages = drawn(tmp_path / "long.docx", document).text.split("\f")
    signed = next(page for page in pages if "澄湖市水务局\n" in page and "附件" in page)
    assert "条要求。" in signed


def test_who_signs_by_a_post_has_room_for_a_stamp(tmp_path: Path) -> None:
    """Two blank lines above, one above the date, four characters at the right of both (7.3.5.3, 10.2)."""
    signed = (line("市长　某某某", "signature"), line("2025年3月6日", "date"))
    page = drawn(tmp_path / "signed.docx", paper("order", "澄湖市人民政府令", "第8号", BODY[1], *signed)).pages[0]
    text, name, date = bands(page, red=False)[-4:-1]
    pitch = load_style("official").text["body"].line * 25.4 / 72
    assert name[0] - text[0] == pytest.approx(3 * pitch, abs=1)
    assert date[0] - name[0] == pytest.approx(2 * pitch, abs=1)
    for band in (name, date):
        assert band[3] == pytest.approx(LEFT + 156 - 4 * 156 / 28, abs=1)


SENTENCE = "现将河道巡查的有关事项通知如下，请结合实际抓好落实，"


@pytest.mark.parametrize(("head", "lines"), [(True, 6), (True, 8), (True, 10), (False, 13), (False, 16)])
def test_who_signs_a_paper_of_one_paragraph_does_not_open_a_page(tmp_path: Path, head: bool, lines: int) -> None:
    """Its lines are set closer or wider (7.3.5.5): a program may move a paragraph whole that is kept with the next."""
    text = line(f"{(SENTENCE * 20)[: 28 * lines - 5]}完成。")
    whole = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, BODY[0], text, *FOOT[2:5])
    made = drawn(tmp_path / "one.docx", whole if head else replace(whole, blocks=whole.blocks[2:]))
    pages = made.text.split("\f")
    signed = next(page for page in pages if "澄湖市水务局\n" in page and "联系人" in page)
    assert "完成。" in signed
    assert "现将河道" in pages[0]
    assert failed_in(made.docx) == set()


@pytest.mark.parametrize("lines", [3, 4, 5, 6])
def test_those_who_sign_a_short_paper_together_have_text_on_their_page(tmp_path: Path, lines: int) -> None:
    text = line(f"{(SENTENCE * 20)[: 28 * lines - 5]}完成。")
    marks = (line("澄湖市水务局", "issuer_mark"), line("澄湖市财政局", "issuer_mark"), line("文件", "issuer_mark"))
    title = Heading(0, (Run("澄湖市水务局 澄湖市财政局关于印发河道巡查专项资金使用管理暂行办法的通知"),))
    signed = (line("澄湖市水务局", "signature"), line("澄湖市财政局", "signature"), FOOT[3])
    whole = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", title, BODY[0], text, *signed)
    made = drawn(tmp_path / "joint.docx", replace(whole, blocks=(*marks, *whole.blocks[1:])))
    pages = made.text.split("\f")
    assert "完成。" in next(page for page in pages if "3月6日" in "".join(page.split()))
    assert "现将河道" in pages[0]


@pytest.mark.parametrize("lines", [3, 4, 5, 6])
def test_a_last_paragraph_does_not_leave_its_page_white(tmp_path: Path, lines: int) -> None:
    """LibreOffice moves it whole: lines of the text are set closer or wider, which the inspector knows (7.3.5.5)."""
    text = (line(f"{(SENTENCE * 20)[: 28 * count - 5]}完成。") for count in (7 - lines // 2, lines))
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, BODY[0], *text, *FOOT[2:4])
    made = drawn(tmp_path / "white.docx", document)
    pages = made.text.split("\f")
    signed = next(page for page in pages if "澄湖市水务局\n" in page)
    assert "完成。" in signed
    *_, last, _ = bands(made.pages[0], red=False)
    assert 297 - 35 - last[1] < 3 * 29.6 / 72 * 25.4
    assert failed_in(made.docx) == set()


def failed_in(docx: bytes) -> set[str]:
    return {check.what for check in inspected("one.docx", docx).measurement.failed}


def test_one_who_signs_without_a_date_stands_two_characters_from_the_edge(tmp_path: Path) -> None:
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY, FOOT[2])
    made = drawn(tmp_path / "undated.docx", document)
    text, name = bands(made.pages[0], red=False)[-3:-1]  # below them the page number
    assert name[3] == pytest.approx(LEFT + 156 - 2 * 156 / 28, abs=1)
    assert name[0] - text[0] == pytest.approx(2 * 29.6 / 72 * 25.4, abs=1)


@pytest.mark.parametrize("name", ["澄湖市人民政府令", "澄湖市人民政府常务会议纪要"])
def test_the_title_of_an_order_and_of_minutes_is_their_mark(tmp_path: Path, name: str) -> None:
    kind: DocType = "order" if name.endswith("令") else "minutes"
    blocks = (Heading(0, (Run(name),)), line("第12号", "document_number"), *BODY[1:])
    document = Document(Metadata(doc_type=kind), blocks)
    made = drawn(tmp_path / "titled.docx", document)
    assert bands(made.pages[0], red=True)[0][0] == pytest.approx(HEAD + (20 if kind == "order" else 35), abs=1)
    assert read(made.docx, name="titled.docx").metadata.title == name


def test_an_attachment_opens_a_page(tmp_path: Path) -> None:
    attached = (line("附件1"), line("巡查河道名单"), line("一号河道。"))
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *attached)
    made = drawn(tmp_path / "attached.docx", document)
    assert len(made.pages) == 2
    label, title, *_ = bands(made.pages[-1], red=False)
    left = 210 - LEFT - 156
    assert (label[0], label[2]) == (pytest.approx(HEAD + 1, abs=1), pytest.approx(left, abs=1))
    assert title[2] - left == pytest.approx(left + 156 - title[3], abs=1.5)
    assert title[0] == pytest.approx(HEAD + 2 * 29.6 / 72 * 25.4, abs=3)


def test_what_a_paper_issues_opens_a_page_under_its_own_title(tmp_path: Path) -> None:
    title = Heading(0, (Run("关于印发河道巡查管理办法的通知"),))
    issued = (Heading(1, (Run("河道巡查管理办法"),)), line("第一条　巡查每周一次。"))
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", title, *BODY, *FOOT[2:5], *issued)
    made = drawn(tmp_path / "issued.docx", document)
    assert len(made.pages) == 2
    first = bands(made.pages[-1], red=False)[0]
    left = 210 - LEFT - 156
    assert first[2] - left == pytest.approx(left + 156 - first[3], abs=1.5)


def test_a_label_stands_at_the_edge_and_the_title_of_what_is_attached_on_the_third_line(tmp_path: Path) -> None:
    """Read in one line, 附件 and its title are parted again."""
    joined = (Heading(1, (Run("附件1　巡查河道名单"),)), line("一号河道。"))
    made = drawn(
        tmp_path / "joined.docx",
        paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *joined),
    )
    assert len(made.pages) == 2
    label, title, *_ = bands(made.pages[-1], red=False)
    assert label[2] == pytest.approx(210 - LEFT - 156, abs=1)
    assert title[0] == pytest.approx(HEAD + 2 * 29.6 / 72 * 25.4, abs=3)


def test_headings_of_an_attachment_look_like_those_of_the_text() -> None:
    attached = (
        Heading(1, (Run("附件1　河道巡查情况的报告"),)),
        Heading(2, (Run("基本情况"),), "一、"),
        line("河道共十二条。"),
        Heading(3, (Run("东部河道"),), "（一）"),
        line("河道共五条。"),
    )
    document = paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY[:-1], *FOOT[:4], *attached)
    assert failed_in(render(document, load_style("official"))) == set()


def test_a_heading_that_opens_a_paragraph_stays_in_its_line(tmp_path: Path) -> None:
    opened = (Heading(2, (Run("加强领导。"),), "（一）", run_in=True), line("各地要认真组织。"))
    made = drawn(
        tmp_path / "opened.docx", paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, *BODY, *opened)
    )
    assert "（一）加强领导。各地要认真组织。" in made.text


def test_the_first_page_shows_text(tmp_path: Path) -> None:
    """One long paragraph is not moved whole to the page of the signature."""
    long = line("现将河道巡查的有关事项通知如下，请结合实际抓好落实。" * 12)
    made = drawn(
        tmp_path / "first.docx",
        paper("notice", "澄湖市水务局文件", "澄水发〔2025〕7号", TITLE, BODY[0], long, *FOOT[:4]),
    )
    assert "现将河道巡查" in made.text.split("\f")[0]


def test_each_part_of_a_paper_stands_in_its_place(made: dict[str, Made]) -> None:
    stands_in_place(made["plain"])


CHARACTER, LINE = 156 / 28, 29.6 / 72 * 25.4
"""mm."""


def stands_in_place(made: Made) -> None:
    """Judge what stands between the red rule and the imprint, and the page number (7.3.1 to 7.3.6, 7.5)."""
    first, last = (bands(page, red=False) for page in made.pages)
    rule = bands(made.pages[0], red=True)[-1]
    title, addressee, text, number = first[1], first[2], first[3], first[-1]
    assert title[0] - rule[1] == pytest.approx(2 * LINE + 2.5, abs=1)  # half of what its line has beside its letters
    assert (title[2] + title[3]) / 2 == pytest.approx(LEFT + 78, abs=1)
    assert addressee[0] - title[1] == pytest.approx(LINE + 5, abs=1.2)
    assert addressee[2] == pytest.approx(LEFT, abs=1)
    assert text[2] == pytest.approx(LEFT + 2 * CHARACTER, abs=1)
    assert number[3] == pytest.approx(LEFT + 156 - CHARACTER, abs=1)
    assert (number[0] + number[1]) / 2 == pytest.approx(HEAD + 225 + 7, abs=1)
    body, listed, second, name, date = last[:5]
    left, right = 210 - LEFT - 156, 210 - LEFT
    assert listed[0] - body[0] == pytest.approx(2 * LINE, abs=1)
    assert (listed[2], second[2]) == (
        pytest.approx(left + 2 * CHARACTER, abs=1),
        pytest.approx(left + 5 * CHARACTER, abs=1),
    )
    assert name[0] - second[0] == pytest.approx(2 * LINE, abs=1)
    assert date[3] == pytest.approx(right - 2 * CHARACTER, abs=1.6)  # 日 has white beside it
    assert date[2] - name[2] == pytest.approx(2 * CHARACTER, abs=1)
    copies = last[-5]
    assert copies[2] == pytest.approx(left + CHARACTER * 14 / 16, abs=1)
    assert last[-1][2] == pytest.approx(left + CHARACTER, abs=1)
