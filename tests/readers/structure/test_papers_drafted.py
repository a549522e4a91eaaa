"""Papers as a clerk drafts them: minutes, tables with totals, annexes, papers that follow one another in one text."""

from __future__ import annotations

import re

import pytest

from exporter.losses import lost_contents
from exporter.model import Heading, Table, heading_text, plain
from exporter.style import load_style
from tests.readers.structure.test_papers_as_found import FOOT, HEAD, TEXT, read, said

MARK, ISSUE = "云岭县教育局局长办公会议纪要", "〔2024〕第5号"
TITLED = "关于校园食堂整改有关事项的会议纪要"
TOLD = "9月3日上午，局长召开办公会议，研究校园食堂整改，听取了各股室的汇报，现将议定事项纪要如下："


@pytest.mark.parametrize(
    "head",
    [
        (MARK, ISSUE),
        (MARK, ISSUE, "云岭县教育局办公室　　　　　　　2024年9月4日"),
        ("云岭县教育局", "局长办公会议纪要", ISSUE),
        (MARK,),
    ],
)
def test_minutes_keep_their_mark_and_their_title(head: tuple[str, ...]) -> None:
    document = read(*head, TITLED, TOLD, "一、食堂一律公开采购。", "出席：李青、王远", name="minutes.txt")
    assert said(document, "issuer_mark") == [MARK]
    assert document.metadata.title == TITLED
    assert said(document, "date") == (["2024年9月4日"] if len(head) == 3 and head[1] == ISSUE else [])


def test_a_row_of_totals_keeps_its_cells_in_their_columns() -> None:
    rows = ("序号\t食堂\t人数\t备注", "1\t一中\t900\t新建", "2\t二中\t700\t改建", "合计\t\t1600\t")
    document = read(*HEAD, TEXT, *rows, *FOOT)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [plain(cell.runs) for cell in table.rows[-1]] == ["合计", "", "1600", ""]
    assert {len(row) for row in table.rows} == {4}


def test_cells_between_upright_strokes_are_a_table() -> None:
    rows = ("| 食堂 | 人数 | 备注 |", "| --- | :---: | --- |", "| 一中 | 900 | |", "| 合计 | 900 | — |")
    document = read(*HEAD, TEXT, *rows, *FOOT)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [[plain(cell.runs) for cell in row] for row in table.rows[1:]] == [["一中", "900", ""], ["合计", "900", "—"]]
    assert "navigation" not in " ".join(notice.message for notice in document.notices)


def test_the_name_of_an_annex_is_broken_over_two_lines() -> None:
    """As the paper lists it, or where its second line ends as such names do."""
    name = ("云岭县校园食堂大宗食材采购", "及配送管理考核评分说明")
    for listed in ((f"附件：1.{''.join(name)}",), ()):
        document = read(*HEAD, TEXT, *listed, *FOOT, "附件1", *name, "一、评分办法", "满分为一百分，逐项扣分。")
        headings = [heading_text(block) for block in document.appendix if isinstance(block, Heading)]
        assert headings[:2] == [f"附件1　{''.join(name)}", "一、评分办法"]


def test_a_paper_that_follows_another_opens_with_its_title_number_and_addressee() -> None:
    other = ("云岭县教育局关于校园饮水安全工作的意见", "云教发〔2024〕40号", "各中心学校：", TEXT, "一、定期检测水质")
    document = read(*HEAD, TEXT, *FOOT, "云岭县校园食堂管理办法", "第一条　本办法自印发之日起施行。", *other)
    titles = [heading_text(block) for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert titles == ["云岭县校园食堂管理办法", other[0]]
    assert said(document, "document_number") == [HEAD[1], other[1]]
    assert said(document, "addressee") == [HEAD[2], other[2]]


def test_wide_blanks_open_a_paragraph_behind_a_name() -> None:
    text = "一中自去年起公开采购食材，逐月公示价格，家长委员会派人监督，师生满意度明显提高，投诉减少一半以上"
    line = f"1公开采购改革　　{text}。2明厨亮灶改革　　{text}。3陪餐制度改革　　{text}。"
    document = read(*HEAD, TEXT, line, *FOOT)
    lines = [plain(block.runs) if not isinstance(block, Heading) else heading_text(block)
             for block in document.blocks if hasattr(block, "runs")]  # fmt: skip
    assert [one for one in lines if one.endswith("改革")] == ["1公开采购改革", "2明厨亮灶改革", "3陪餐制度改革"]
    assert lines.count(f"{text}。") == 3


def test_what_was_done_to_a_law_stands_apart_in_its_note() -> None:
    note = (
        "（2003年5月6日云岭县人民政府令第12号发布",
        "根据2019年8月1日《云岭县人民政府关于修改部分规章的决定》修订）",
    )
    document = read(*HEAD, TEXT, *FOOT, "云岭县校园食堂管理办法", *note, "第一章　总则", "第一条　本办法适用于全县。")
    assert said(document, "subtitle") == ["　".join(note)]


def test_contents_that_are_not_printed_are_told() -> None:
    names = ("总体要求", "检查范围", "检查内容", "检查方式", "时间安排", "工作纪律")
    headings = [f"{number}、{name}" for number, name in zip("一二三四五六", names, strict=True)]
    told = [line for heading in headings for line in (heading, TEXT, TEXT)]
    document = read(*HEAD[:2], "目　录", *headings, HEAD[2], TEXT, *told)
    assert "source.contents" in [notice.code for notice in document.notices]
    for style, lost in (("official", True), ("report", False)):
        assert bool(list(lost_contents(document, "docx", load_style(style)))) is lost


def test_a_third_who_signs_stands_beside_the_number() -> None:
    document = read(
        "云岭县教育局文件", "签发人：李青　王远", "云教发〔2024〕36号　　周明", HEAD[0], HEAD[2], TEXT, *FOOT
    )
    assert document.metadata.signatory == "李青、王远、周明"
    assert document.metadata.document_number == "云教发〔2024〕36号"


@pytest.mark.parametrize(("number", "kept"), [("1.1　", "1.1　"), ("1.1 ", "1.1")])
def test_a_wide_blank_behind_figures_is_kept(number: str, kept: str) -> None:
    document = read(*HEAD, TEXT, "1　总则", f"{number}编制目的", TEXT, f"{number[:-2]}2{number[-1]}适用范围", TEXT)
    numbers = [block.number for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert numbers[:1] == [kept]


@pytest.mark.parametrize(
    ("mark", "number", "title"),
    [
        ("云岭县教育局函", "云教函〔2024〕9号", "关于商请检测校园饮用水的函"),
        ("云岭县人民政府公告", "2024年第6号", "关于临时封闭青石路的公告"),
        ("云岭县教育局明电", "云教明电〔2024〕2号", "关于做好台风防范工作的紧急通知"),
    ],
)
def test_a_mark_that_says_what_the_paper_is_stands_above_its_number(mark: str, number: str, title: str) -> None:
    document = read(mark, number, title, TEXT, *FOOT)
    assert said(document, "issuer_mark", "document_number") == [mark, number]
    assert document.metadata.title == title


def test_minutes_tell_when_and_where_and_who() -> None:
    told = (
        "时间：2024年9月3日上午",
        "地点：局机关二楼会议室",
        "主持：李青",
        "列席：",
        "县财政局　　王远",
        "记录：周明",
    )
    document = read(MARK, ISSUE, *told, TOLD, "一、食堂一律公开采购。")
    assert said(document, "body")[: len(told)] == list(told)
    assert said(document, "addressee") == []


def test_a_form_of_tabs_keeps_its_empty_rows() -> None:
    form = ("姓名\t职务\t电话", "\t\t", "\t\t")
    document = read(*HEAD, TEXT, "附件：回执", *FOOT, "附件", "回执", *form)
    table = next(block for block in document.appendix if isinstance(block, Table))
    assert [len(row) for row in table.rows] == [3, 3, 3]


def test_a_paper_that_is_passed_on_has_its_number_and_addressee_in_the_annex() -> None:
    other = ("省教育厅关于检查校园食堂的通知", "教基〔2024〕31号", "各设区市教育局：", TEXT, "省教育厅", "2024年9月1日")
    document = read(*HEAD, TEXT, f"附件：{other[0]}", *FOOT, "附件", *other)
    assert said(document, "document_number") == [HEAD[1], other[1]]
    assert said(document, "addressee") == [HEAD[2], other[2]]


def test_who_signs_in_letters_that_stand_apart_is_one_name() -> None:
    document = read(*HEAD, f"{TEXT}　　　　县 政 府　　2024年9月11日")
    assert said(document, "signature") == ["县政府"]


def test_who_else_gets_a_paper_may_fill_two_lines() -> None:
    copies = ("分送：县委常委，县政府县长、副县长。", "县人大常委会办公室，县政协办公室。")
    document = read(*HEAD, TEXT, *FOOT, *copies, "云岭县教育局办公室　　2024年9月12日印发")
    assert said(document, "copied_to") == ["".join(copies)]


@pytest.mark.parametrize("label", ["发", "发送", "发　送"])
def test_who_gets_minutes_opens_their_imprint(label: str) -> None:
    above = ("云岭县人民政府专题会议纪要", "〔2024〕第7号", "云岭县人民政府办公室　　2024年9月12日", TEXT)
    copies = f"{label}：各参会部门。"
    document = read(*above, "记录：白小川", copies, "云岭县人民政府办公室　　2024年9月12日印发")
    assert said(document, "copied_to") == [copies]
    assert said(document, "issued") == ["云岭县人民政府办公室　　2024年9月12日印发"]
    assert document.metadata.copied_to == "各参会部门"


@pytest.mark.parametrize("bodies", ["云岭县教育局", "中共云岭县委办公室　云岭县人民政府办公室"])
def test_who_passes_a_paper_on_belongs_to_its_title_though_no_matter_is_said(bodies: str) -> None:
    named = "印发《云岭县校园食堂管理办法》的通知"
    document = read(bodies, named, *HEAD[1:], TEXT, *FOOT)
    assert re.sub(r"\s", "", document.metadata.title or "") == re.sub(r"\s", "", bodies + named)
    assert said(document, "issuer_mark") == []


@pytest.mark.parametrize("kind", ["公　　告", "通  告", "决　定", "公告"])
def test_the_kind_of_a_paper_on_a_line_of_its_own_belongs_to_its_title(kind: str) -> None:
    document = read("云岭县教育局", kind, "2024年第3号", TEXT, "云岭县教育局", "2024年9月4日")
    assert document.metadata.title == "云岭县教育局" + re.sub(r"\s", "", kind)
    assert said(document, "document_number") == ["2024年第3号"]
    assert said(document, "body") == [TEXT]


def test_how_many_copies_there_are_stands_behind_the_day_of_printing() -> None:
    printed = "云岭县教育局办公室　　　　2024年9月12日印发　　（共印25份）"
    document = read(*HEAD, TEXT, *FOOT, "抄送：县委办公室。", printed)
    assert said(document, "issued") == ["云岭县教育局办公室　　　　2024年9月12日印发", "（共印25份）"]
    assert (document.metadata.issued_by, document.metadata.issued_on) == ("云岭县教育局办公室", "2024-09-12")


@pytest.mark.parametrize("label", ["附件", "附件：", "附件:"])
def test_a_label_below_the_date_is_that_of_what_is_attached(label: str) -> None:
    title = "云岭县校园食堂管理办法"
    listed = (f"附件：{title}", *FOOT)
    document = read(*HEAD, TEXT, *listed, label, title, "第一条　每周公布菜谱。", "第二条　本办法自印发之日起施行。")
    every = (*document.blocks, *document.appendix)
    titles = [heading_text(one) for one in every if isinstance(one, Heading) and one.level == 1]
    assert [one.replace("：", "").replace(":", "") for one in titles] == [f"附件　{title}"]
    assert said(document, "attachment") == [f"附件：{title}"]


def test_whether_a_paper_is_made_public_may_be_said_without_brackets() -> None:
    document = read(*HEAD, TEXT, *FOOT, "信息公开选项：主动公开", "云岭县教育局办公室　　2024年9月12日印发")
    assert said(document, "remark") == ["信息公开选项：主动公开"]
    assert len(said(document, "issued")) == 1


def test_how_many_are_listed_stands_below_the_title_of_the_list() -> None:
    for names in (("一中", "二中"), ("县一中食堂　　县二中食堂", "县三中食堂　　县四中食堂")):
        document = read(*HEAD, TEXT, *FOOT, "附件", "云岭县优秀食堂名单", "（12个）", *names)
        assert said(document, "subtitle") == ["（12个）"]


def test_a_star_before_the_urgency_and_the_session_of_a_number_are_parts_of_a_head() -> None:
    assert said(read("★特急", *HEAD, TEXT, *FOOT), "urgency") == ["★特急"]
    announced = ("云岭县人民代表大会常务委员会", "公　告", "〔十七届〕第二十三号", TEXT, *FOOT)
    assert said(read(*announced), "document_number") == ["〔十七届〕第二十三号"]


def test_clauses_that_are_whole_sentences_are_no_headings() -> None:
    """Though one of them goes on: its first sentence is as much a clause as the other."""
    clauses = ("（一）培训不收取费用，食宿统一安排。", "（二）请于5月8日前将报名回执报送县教育局安全股。联系人：李青。")
    document = read(*HEAD, TEXT, "一、培训时间", TEXT, "二、其他事项", *clauses, *FOOT)
    assert [heading_text(one) for one in document.blocks if isinstance(one, Heading) and one.level > 1] == []


def test_the_number_of_an_order_may_have_its_name_before_it() -> None:
    decided = read(
        "云岭县人民政府关于修改部分规章的决定",
        "云岭县人民政府令第61号",
        TEXT,
        "本决定自公布之日起施行。",
        "2024年9月11日",
    )
    assert said(decided, "document_number") == ["云岭县人民政府令第61号"]
