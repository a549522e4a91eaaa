"""Titles break between words, never inside of one, of a number or a name, and in a shape of the standard."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from exporter import conversion
from exporter.model import Document, Heading, Metadata, Paragraph, Run
from exporter.pdfium import text_of
from exporter.renderers.layout.title_breaks import title_breaks
from exporter.renderers.pdf import render as pdf
from exporter.renderers.word import render
from exporter.renderers.word.sizes import ems
from exporter.style import load_style
from tests.renderers.word.extract import W, part

TITLES = [
    tuple(row.split("/"))
    for row in (Path(__file__).parent / "data" / "titles.txt").read_text("utf-8").splitlines()
    if not row.startswith("#")
]


def lines(title: str, capacity: float, lexicon: bool = True) -> list[str]:
    places = (0, *title_breaks(title, capacity, ems, lexicon), len(title))
    return [title[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize("capacity", [20.1, 12.0])
def test_no_word_of_a_hundred_titles_is_cut(capacity: float) -> None:
    assert len(TITLES) >= 100
    for words in TITLES:
        title = "".join(words)
        ends = {len("".join(words[: at + 1])) for at in range(len(words))}
        assert set(title_breaks(title, capacity, ems)) <= ends, title
        assert all(ems(line) <= capacity for line in lines(title, capacity)), title


@pytest.mark.parametrize("capacity", [12.0, 16.0, 20.1])
def test_lines_have_a_shape_of_the_standard(capacity: float) -> None:
    """None is much shorter than the others, and the middle is not the shortest, unless words leave no other way.

    The name of another paper stands whole on its line, however short the others are.
    """
    made = [lines("".join(words), capacity) for words in TITLES]
    shapes = [[ems(line) for line in title] for title in made]
    uneven = [title for title, widths in zip(made, shapes, strict=True) if min(widths) < 0.35 * max(widths)]
    assert all(any(line.startswith("《") and "》" in line for line in title) for title in uneven), uneven
    threes = (three for widths in shapes for three in zip(widths, widths[1:], widths[2:], strict=False))
    assert sum(above - 1 > middle < below - 1 for above, middle, below in threes) <= 2


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("关于授予某某某同志全市劳动模范荣誉称号的决定", "某某某同志"),
        ("关于印发“十四五”期间数字经济发展专项规划的通知", "“十四五”"),
        ("澄湖市关于2025年第二季度环境空气质量排名情况的通报", "2025年"),
        ("关于做好12345政务服务便民热线工单办理有关工作的通知", "12345"),
    ],
)
@pytest.mark.parametrize("capacity", [9.0, 12.0, 16.0, 20.0])
def test_numbers_and_names_stay_whole(title: str, kept: str, capacity: float) -> None:
    assert any(kept in line for line in lines(title, capacity))


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("青石省发展和改革委员会关于核定居民阶梯电价分时政策有关事项的通知", "分时"),
        ("澄湖市文化广电和旅游局关于公布第六批市级非物质文化遗产名录的通知", "非物质"),
        ("澄湖市消防救援支队关于高层建筑消防车通道占堵问题挂牌督办的函", "占堵"),
    ],
)
def test_a_word_that_the_lexicon_cuts_stays_whole(title: str, kept: str) -> None:
    assert all(any(kept in line for line in lines(title, capacity)) for capacity in (12.0, 16.0, 20.1))


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("青石省人力资源和社会保障厅 青石省财政厅关于调整退休人员基本养老金的通知", "青石省财政厅"),
        ("青石省高级人民法院 青石省人民检察院 青石省公安厅关于办理电信网络诈骗案件若干问题的意见", "青石省人民检察院"),
        (
            "澄湖市司法局关于公开征求《澄湖市电动自行车管理条例（草案）》意见的公告",
            "《澄湖市电动自行车管理条例（草案）》",
        ),
        ("国家某局关于修改《渡口码头安全管理条例》的决定", "《渡口码头安全管理条例》"),
        ("云岭县消防救援大队关于对某某商贸有限公司重大火灾隐患挂牌督办的请示", "某某商贸有限公司"),
        ("澄湖市发展和改革委员会关于澄湖国际会展中心二期工程初步设计及概算的批复", "澄湖国际会展中心"),
        ("青石县人民政府办公室 青石县水务局印发《关于加强某某库区移民后续帮扶工作的若干措施》的通知", "青石县水务局"),
        ("青石镇人民政府关于解决杨柳坪村集中供水工程建设资金缺口的请示", "杨柳坪村"),
        ("青河市科学技术局关于组织申报2024年度市重点研发计划项目的通知", "市重点"),
    ],
)
def test_a_name_stays_whole_where_a_line_has_room_for_it(title: str, kept: str) -> None:
    assert any(kept in line for line in lines(title, 20.1)), lines(title, 20.1)


@pytest.mark.parametrize("capacity", [9.0, 12.0, 16.0, 20.1])
def test_no_line_ends_with_an_opening_mark_or_begins_with_a_closing_one(capacity: float) -> None:
    made = lines("澄湖市人民政府关于废止《澄湖市城市房屋拆迁管理办法》等三件规章（试行）的决定", capacity)
    assert not any(line[-1] in "《（“" or line[0] in "》）”，。" for line in made)


def test_word_ends_the_lines_of_a_title_there() -> None:
    title = "澄湖市人民政府关于加快推进现代农业高质量发展的实施意见"
    made = render(Document(Metadata(title=title), (Heading(0, (Run(title),)),)), load_style("official"))
    paragraph = part(made, "word/document.xml").find(f".//{W}p")
    assert paragraph is not None
    shown = "".join(
        "|" if one.tag == f"{W}br" else one.text or "" for one in paragraph.iter() if one.tag in (f"{W}t", f"{W}br")
    )
    assert shown.split("|") == lines(title, 20.1)


SESSION = "2031年1月18日在青石省第二十四届人民代表大会第三次会议上"


def test_the_line_that_says_where_a_report_was_given_is_parted_between_words() -> None:
    assert lines(SESSION, 27.6, lexicon=False) == ["2031年1月18日在青石省", "第二十四届人民代表大会第三次会议上"], (
        "with its spaces it is wider"
    )
    heading, said = Heading(0, (Run("政府工作报告"),)), Paragraph((Run(SESSION),), "subtitle")
    document = Document(Metadata(), (heading, said, Paragraph((Run("各位代表："),), "addressee")))
    style = load_style("official")
    assert "青石省\n第二十四届" in text_of(pdf.render(document, style).data).replace("\r", "")
    broken = part(render(document, style), "word/document.xml").findall(f".//{W}br")
    assert len(broken) == 1


def test_a_line_that_is_a_little_too_wide_is_broken_by_meaning_too() -> None:
    said = "——2025年1月8日在澄湖市第三届人民代表大会第五次会议上"
    assert title_breaks(said, 28.0765, ems, False) == (15,)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云岭县水务局关于解决清溪水库溢洪道改建工程后续资金的请示", "清溪水库"),
        ("青石省交通运输厅关于国道G512线云岭至临江段路面大修工程设计变更的批复", "云岭至临江段"),
        ("临江市公路管理局关于县道X105线石桥至柳河段安全提升工程验收情况的报告", "X105线"),
    ],
)
def test_waterworks_and_stretches_of_roads_stay_whole(title: str, name: str) -> None:
    assert any(name in line for line in lines(title, 20.1))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云岭市人民政府关于同意设立云岭市少年科技活动中心的批复", "云岭市少年科技活动中心"),
        ("云岭县人民政府关于印发云岭县校园食堂提升行动方案的通知", "云岭县校园食堂提升行动方案"),
    ],
)
def test_a_body_that_is_set_up_and_a_plan_that_is_issued_stay_whole(title: str, name: str) -> None:
    assert any(name in line for line in lines(title, 20.1))


def test_no_line_begins_with_a_blank() -> None:
    joint = "云岭县教育局 云岭县公安局 云岭县卫生健康局关于做好中考安全保密和考生服务保障工作的通知"
    assert all(line == line.lstrip() for line in lines(joint, 20.1))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("云岭县人民政府关于表彰校园食堂建设", "先进集体和先进个人的决定"), True),
        (("云岭县教育局　云岭县财政局", "关于做好校园食堂提升行动有关资金安排工作的通知"), False),  # too wide a line
        (("关于印发云岭县校园食堂提升行动", "三年计划的通知"), True),
        (("关于表彰校园食堂建设先进", "集体的", "决定"), False),  # ends ill
    ],
)
def test_lines_end_where_the_draft_has_them_end_if_they_may(typed: tuple[str, ...], kept: bool) -> None:
    """A place of the draft is kept even where another of its lines has to be parted."""
    places = list(accumulate(map(len, typed)))[:-1]
    found = title_breaks("".join(typed), 20.1, ems, typed=places)
    assert (found == tuple(places)) is kept
    assert typed[0].startswith("云岭") is False or places[0] in found


def test_word_and_pdf_end_the_lines_of_a_title_where_its_source_does() -> None:
    typed = ("云岭县教育局　云岭县财政局", "关于表彰校园食堂提升行动", "先进集体和先进个人的通报")
    document = conversion.read("\n".join((*typed, "各中心学校：", "现将有关情况通报如下。")).encode(), name="a.txt")
    written = ZipFile(BytesIO(conversion.render(document, "docx"))).read("word/document.xml").decode()
    title = next(one for one in re.findall(r"<w:p>.*?</w:p>", written, re.DOTALL) if "Title" in one)
    assert [re.sub(r"<[^>]+>", "", part) for part in title.split("<w:br/>")] == list(typed)
    page = pypdfium2.PdfDocument(conversion.render(document, "pdf"))[0].get_textpage().get_text_bounded()
    assert [re.sub(r"\s", "", line) for line in page.splitlines()[:3]] == [re.sub(r"\s", "", one) for one in typed]
