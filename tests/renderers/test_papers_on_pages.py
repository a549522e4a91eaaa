"""Where parts of a paper stand on the pages of a PDF, by their place in mm, and in Word by what is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pypdfium2
import pytest

from exporter import Options, conversion
from exporter.elements import SEALS, seal_of, signers_of, with_elements
from exporter.errors import DocumentError
from exporter.model import Document, Heading, Paragraph, Run
from exporter.renderers.layout.forms import look_of, words
from exporter.renderers.layout.title_breaks import title_breaks
from exporter.renderers.word.sizes import ems
from exporter.style import load_style

BODIES = ("云岭县教育局", "云岭县财政局", "云岭县市场监督管理局")
TEXT = "为切实保障师生饮食安全，决定开展一次检查，请各中心学校对照要求认真自查，有关情况及时上报。"
PAPER = (
    "云岭县教育局文件", "云教发〔2024〕36号", "云岭县教育局关于检查校园食堂的通知", "各中心学校：", TEXT,
    "附件：1.校园食堂检查项目清单", "2.校园食堂检查人员名单", BODIES[0], "2024年9月11日",
)  # fmt: skip
ANNEXES = ("附件1", "校园食堂检查项目清单", TEXT, "附件2", "校园食堂检查人员名单", TEXT)
IMPRINT = ("抄送：县委办公室，县政府办公室。", "云岭县教育局办公室　　　　2024年9月12日印发")
MM = 25.4 / 72


def paper(*lines: str) -> Document:
    return conversion.read("\n".join(lines).encode(), name="a.txt")


def pages(document: Document, options: Options = Options()) -> list[str]:  # noqa: B008
    found = pypdfium2.PdfDocument(conversion.render(document, "pdf", options))
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in found]


def box(document: Document, words: str, options: Options = Options()) -> tuple[float, float, float]:  # noqa: B008
    """Give left, right and top of words on the first page that has them, in mm from the text's left and the top."""
    for page in pypdfium2.PdfDocument(conversion.render(document, "pdf", options)):
        text = page.get_textpage()
        if (found := text.search(words).get_next()) is not None:
            boxes = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
            left, right, top = boxes[0][0], boxes[-1][2], max(one[3] for one in boxes)
            return left * MM - 28, right * MM - 28, 297 - top * MM
    raise AssertionError(words)


def test_attachments_stand_on_pages_of_their_own_under_their_labels() -> None:
    document = paper(*PAPER, *ANNEXES, *IMPRINT)
    first, second = pages(document)[-2:]
    assert first.startswith("附件1校园食堂检查项目清单")
    assert second.startswith("附件2校园食堂检查人员名单")


@pytest.mark.parametrize("lines", range(10, 24))
def test_no_page_holds_nothing_but_the_imprint(lines: int) -> None:
    document = paper(*PAPER[2:5], *(f"{TEXT[:20]}。" for _ in range(lines)), *PAPER[-2:], *IMPRINT)
    assert pages(document)[-1].startswith("抄送") is False


def together(*said: tuple[str, str]) -> Document:
    wanted = [("发文机关标志", "、".join(BODIES) + "文件"), ("署名", "、".join(BODIES)), *said]
    return with_elements(paper(*PAPER), wanted)


def test_names_of_a_mark_are_as_wide_as_the_longest_and_have_one_word_beside_them() -> None:
    document = together()
    found = [box(document, name) for name in BODIES]
    assert [one[0] for one in found] == pytest.approx([found[0][0]] * 3, abs=0.7)
    assert [one[1] for one in found] == pytest.approx([found[2][1]] * 3, abs=0.7)
    beside = box(document, "文件")
    assert beside[0] > found[2][1]
    assert beside[2] == pytest.approx(found[1][2], abs=1)


def test_more_than_two_who_sign_stand_in_rows_under_each_other() -> None:
    document = together(("签发人", "李青、王远、周明"))
    first, second, third = (box(document, name) for name in ("李青", "王远", "周明"))
    assert first[2] == pytest.approx(second[2], abs=0.5)
    assert third[0] == pytest.approx(first[0], abs=0.5)
    assert third[2] == pytest.approx(box(document, "云教发")[2], abs=0.7)


def test_a_paper_with_a_mark_has_room_for_a_seal_unless_it_says_otherwise() -> None:
    """7.3.5.1: the day ends four characters from the edge and the name stands in its middle; 7.3.5.2 without."""
    document = paper(*PAPER[:5], *PAPER[-2:])
    day, character = box(document, "2024年9月11日"), 156 / 28
    assert day[1] == pytest.approx(156 - 4 * character, abs=1.5)
    plain = box(document, "2024年9月11日", Options(elements=(("印章", "无"),)))
    assert plain[1] > 156 - 4 * character


@pytest.mark.parametrize(
    ("lines", "seal"),
    [
        (PAPER, "sealed"),
        (PAPER[2:], None),
        (("云岭县教育局会议纪要", "〔2024〕第5号", "关于食堂整改的会议纪要", TEXT, BODIES[0], "2024年9月11日"), None),
        (("云岭县人民政府令", "第5号", TEXT, "县长　李青", "2024年9月11日"), None),
    ],
)
def test_what_bears_a_seal(lines: Sequence[str], seal: str | None) -> None:
    assert seal_of(paper(*lines), ()) == seal
    assert [seal_of(paper(*lines), (("印章", said),)) for said in SEALS] == ["sealed", "none", "stamp"]


def test_a_seal_of_another_kind_is_refused() -> None:
    with pytest.raises(DocumentError):
        with_elements(paper(*PAPER), [("印章", "也许")])


def test_no_blank_stands_at_the_end_of_a_title_s_line_in_word() -> None:
    title = f"{BODIES[0]}　{BODIES[1]}　{BODIES[2]}关于印发《云岭县校园食堂检查办法》的通知"
    data = conversion.render(paper(*PAPER[:2], title, *PAPER[3:]), "docx")
    written = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    heading = written[written.index('w:val="Title"') :].split("</w:p>")[0]
    assert "<w:br/>" in heading
    assert "\u3000</w:t></w:r><w:r><w:br/>" not in heading


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云岭县人民政府关于在白鹭湖国际康养旅游先行区试行告知承诺制度有关事项的决定", "白鹭湖国际康养旅游先行区"),
        ("云岭县人民政府关于推进云岭高新技术产业开发区扩区升级有关工作的实施意见", "云岭高新技术产业开发区"),
    ],
)  # fmt: skip
def test_the_name_of_a_zone_is_not_torn(title: str, name: str) -> None:
    places = (0, *title_breaks(title, 20.1, ems), len(title))
    assert len(places) > 2
    assert any(name in title[start:stop] for start, stop in pairwise(places))


def test_a_sum_stands_under_the_numbers_of_the_rows() -> None:
    """In the middle of their column, in Word and in the PDF."""
    rows = ("序号\t食堂名称\t就餐人数", "1\t第一中学食堂\t900", "2\t第二中学食堂\t700", "合计\t\t1600")
    document = paper(*PAPER[2:5], *rows, *PAPER[-2:])
    middles = [(left + right) / 2 for left, right, _ in (box(document, "序号"), box(document, "合计"))]
    assert middles[0] == pytest.approx(middles[1], abs=0.5)
    written = ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()
    cell = written[: written.index("合计")].rsplit("<w:tc>", 1)[1]
    assert '<w:jc w:val="center"/>' in cell


def test_without_a_mark_number_and_signatory_keep_the_sides_of_their_line() -> None:
    document = paper(
        "云岭县教育局关于食堂整改情况的报告", "云教〔2024〕9号", "签发人：李青", "县人民政府：", TEXT, *PAPER[-2:]
    )
    number, signed = box(document, "云教〔2024〕9号"), box(document, "签发人：李青")
    character = 156 / 28
    assert number[0] == pytest.approx(character, abs=1)
    assert signed[1] == pytest.approx(156 - character, abs=1)
    assert signed[2] == pytest.approx(number[2], abs=1)
    written = ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()
    line = next(one for one in re.findall(r"<w:p>.*?</w:p>", written, re.DOTALL) if "签发人" in one)
    assert '<w:tab w:val="right"' in line and "云教" in line


def test_who_signs_is_set_beside_the_number_below_the_title() -> None:
    document = paper("云岭县教育局关于食堂整改情况的报告", "云教〔2024〕9号", "县人民政府：", TEXT, *PAPER[-2:])
    signed = with_elements(document, [("签发人", "李青")])
    assert box(signed, "签发人：李青")[2] == pytest.approx(box(signed, "云教〔2024〕9号")[2], abs=1)


def test_a_mark_that_is_set_has_number_and_signatory_below_it() -> None:
    document = paper(
        "云岭县教育局关于食堂整改情况的报告", "云教〔2024〕9号", "签发人：李青", "县人民政府：", TEXT, *PAPER[-2:]
    )
    marked = with_elements(document, [("发文机关标志", "云岭县教育局文件")])
    assert [one.role for one in marked.blocks[:3] if isinstance(one, Paragraph)] == [
        "issuer_mark", "document_number", "signatory",
    ]  # fmt: skip
    assert marked.blocks[3:] == (document.blocks[0], *document.blocks[3:])


def test_a_name_with_a_blank_inside_is_one_of_those_who_sign() -> None:
    document = paper(*PAPER[:1], "云教〔2024〕36号　　　　签发人：王远明　李  青", *PAPER[2:])
    assert document.metadata.signatory == "王远明、李青"
    assert signers_of("王远明　李  青、周  明 陈雨") == ["王远明", "李\u3000青", "周\u3000明", "陈雨"]
    assert "王远明李青" in pages(document)[0].replace("\u3000", "")


def test_copies_that_are_set_end_in_a_stop() -> None:
    document = with_elements(paper(*PAPER), [("抄送", "县委办公室，县政府办公室")])
    assert words(document.blocks[-1]) == "抄送：县委办公室，县政府办公室。"
    assert document.metadata.copied_to == "县委办公室，县政府办公室"


def test_boxes_of_several_ranks_have_one_face() -> None:
    style = load_style("official")
    looks = {look_of(Heading(level, (Run("专栏3　重点工程"),)), style) for level in (1, 2, 3)}
    assert len(looks) == 1


def test_who_signs_typed_above_the_number_stands_beside_it() -> None:
    document = paper(
        "云岭县教育局关于食堂整改情况的报告",
        "签发人：李青　王远明",
        "云教〔2024〕9号",
        "县人民政府：",
        TEXT,
        *PAPER[-2:],
    )
    number, signed = box(document, "云教〔2024〕9号"), box(document, "签发人：李青")
    assert (number[0], signed[2]) == (pytest.approx(156 / 28, abs=1), pytest.approx(number[2], abs=1))


@pytest.mark.parametrize("imprint", [IMPRINT, IMPRINT[1:]])
def test_an_imprint_typed_above_the_attachments_closes_the_last_page(imprint: Sequence[str]) -> None:
    issued = ("附件", "云岭县校园食堂管理办法", "第一章　总则", "第一条　每周公布菜谱。", "第二条　按月检查。")
    document = paper(*PAPER[:6], *PAPER[-2:], *imprint, *issued)
    first, *_, last = pages(document)
    assert "印发" not in first
    assert re.search(r"县教育局办公室2024年9月12日印发", last)


def test_the_day_of_printing_in_chinese_numerals_and_how_many_copies_stand_at_the_right() -> None:
    printed = "云岭县教育局办公室　　二〇二四年九月十二日印发　　（共印25份）"
    document = paper(*PAPER[:5], *PAPER[-2:], IMPRINT[0], printed)
    edge = 156 - 156 / 28 * 14 / 16
    assert box(document, "十二日印发")[1] == pytest.approx(edge, abs=1)
    assert box(document, "（共印25份）")[1] == pytest.approx(edge, abs=2.5)


def test_copies_typed_without_a_stop_end_in_one() -> None:
    document = paper(*PAPER[:5], *PAPER[-2:], "抄送：县委办公室，县政府办公室", IMPRINT[1])
    assert "抄送：县委办公室，县政府办公室。" in pages(document)[-1]
    assert "县政府办公室。" in ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()


def test_the_label_of_an_attachment_has_no_colon() -> None:
    document = paper(*PAPER[:5], "附件：云岭县校园食堂管理办法", *PAPER[-2:], "附件：", "云岭县校园食堂管理办法", TEXT)
    assert pages(document)[-1].startswith("附件云岭县")


def test_a_post_whose_letters_stand_apart_signs_as_a_person() -> None:
    order = ("云岭县人民政府令", "第58号", TEXT)
    apart, close = (paper(*order, signed, "2024年9月11日") for signed in ("县　长　　李远青", "县长　李远青"))
    assert box(apart, "李远青")[1:] == pytest.approx(box(close, "李远青")[1:], abs=1)


def test_a_row_that_is_to_be_filled_in_is_as_high_as_others() -> None:
    head, below = "姓名\t单位\t电话\t备注", "以上各项请如实填写，按时报送。"
    filled, empty = (
        box(paper(*PAPER[2:5], head, *rows, below, *PAPER[-2:]), below[:8])
        for rows in (["李青\t一中\t1234\t无"] * 3, ["\t\t\t"] * 3)
    )
    assert empty[2] == pytest.approx(filled[2], abs=0.5)


def test_figures_of_a_column_stand_in_its_middle_by_their_decimal_sign_in_word() -> None:
    rows = ("食堂\t人数\t占比（%）", "一中\t900\t62.5", "二中\t70\t4.86", "三中\t5\t0.3")
    written = ZipFile(BytesIO(conversion.render(paper(*PAPER[2:5], *rows, *PAPER[-2:]), "docx"))).read(
        "word/document.xml"
    )
    cells = re.findall(r'<w:ind w:right="(\d+)"/><w:jc w:val="right"/>.*?<w:t[^>]*>([\d.]+)<', written.decode())
    white = {said: int(right) for right, said in cells}
    assert white["900"] == white["70"] == white["5"] > 100
    assert white["62.5"] - white["4.86"] == white["0.3"] - white["4.86"] > 50


def test_items_of_a_list_have_the_distance_of_lines_of_the_text_around_them() -> None:
    items = [f"{at}.{TEXT[at : at + 22]}；" for at in range(1, 9)]
    last = f"{TEXT[:-1]}，{TEXT}{TEXT}"
    for lines in range(1, 8):
        document = paper(*PAPER[2:5], "工作要求如下：", *items[:lines], last, *PAPER[-2:])
        written = ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()
        pitches = re.findall(r'w:line="(\d+)" w:lineRule="exact"', written)
        assert len(set(pitches)) <= 1
        texts = [
            one for one in re.findall(r"<w:p>.*?</w:p>", written, re.DOTALL) if re.search("ListPara|BodyText", one)
        ]
        assert sum("w:lineRule" in one for one in texts) in (0, len(texts))


def test_who_signs_without_a_number_stands_at_the_right_below_the_title() -> None:
    document = paper("云岭县教育局关于食堂整改情况的报告", "县人民政府：", TEXT, *PAPER[-2:])
    signed = with_elements(document, [("签发人", "李青")])
    title, at, text = box(signed, "食堂整改"), box(signed, "签发人：李青"), box(signed, "县人民政府")
    assert at[1] == pytest.approx(156 - 156 / 28, abs=1)
    assert title[2] < at[2] < text[2]
    written = ZipFile(BytesIO(conversion.render(signed, "docx"))).read("word/document.xml").decode()
    line = next(one for one in re.findall(r"<w:p>.*?</w:p>", written, re.DOTALL) if "签发人" in one)
    assert '<w:jc w:val="right"/>' in line and written.index("签发人") > written.index("食堂整改")


def test_urgency_alone_stands_on_the_first_line_and_secrecy_on_the_second_without_their_labels() -> None:
    urgent, secret = (paper(typed, *PAPER) for typed in ("紧急程度：特急", "密级：秘密★1年"))
    assert "紧急程度" not in pages(urgent)[0] and "密级" not in pages(secret)[0]
    assert box(secret, "秘密")[2] - box(urgent, "特急")[2] == pytest.approx(29.6 * MM, abs=1.5)


def test_the_day_of_printing_right_behind_its_office_stands_at_the_right() -> None:
    document = paper(*PAPER[:5], *PAPER[-2:], IMPRINT[0], "云岭县教育局办公室 2024年9月12日印发")
    assert box(document, "12日印发")[1] == pytest.approx(156 - 156 / 28 * 14 / 16, abs=1)


def test_a_line_of_labels_above_a_form_begins_at_the_left_edge_like_its_cells() -> None:
    rows = ("| 序号 | 食堂 | 结果 |", "| 1 |  |  |", "| 2 |  |  |")
    document = paper(*PAPER[2:5], *PAPER[-2:], "附件", "自查结果表", "填报单位（盖章）：          填报日期：", *rows)
    assert box(document, "填报单位")[0] == pytest.approx(0, abs=2.5)
    written = ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()
    assert re.search(r'<w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>(?:(?!</w:p>).)*填报单位', written)


def test_headings_with_nothing_below_them_do_not_leave_a_page_white() -> None:
    names = ("山塘", "水闸", "泵站", "堤防", "灌渠", "机井", "水窖", "码头")
    chapters = (f"第{number}章　{name}" for number, name in zip("一二三四五六七八", names, strict=True))
    heads = [one for chapter in chapters for one in (chapter, "一、建设", "二、管理", "三、养护")]
    first, *_ = pages(paper("云岭县水务发展规划", TEXT, *heads))
    assert "第四章" in first
