"""Papers as pages and clerks leave them: letters apart, forms to fill in, numbers that count paragraphs, annexes."""

from __future__ import annotations

import pytest

from exporter import conversion
from exporter.model import Document, Heading, ListBlock, Paragraph, Table, plain


def read(*lines: str, name: str = "a.txt") -> Document:
    return conversion.read("\n".join(lines).encode(), name=name)


def said(document: Document, *roles: str) -> list[str]:
    every = (*document.blocks, *document.appendix)
    return [plain(one.runs) for one in every if isinstance(one, Paragraph) and one.role in roles]


HEAD = ("云岭县教育局关于检查校园食堂的通知", "云教发〔2024〕36号", "各中心学校：")
FOOT = ("云岭县教育局", "2024年9月11日")
TEXT = "为切实保障师生饮食安全，决定开展一次检查，现将有关事项通知如下。"


def test_a_name_of_a_mark_whose_letters_stand_apart_is_kept() -> None:
    """Though the title has the same name: a page's own title would stand alone above it."""
    document = read(
        "青 河 市 财 政 局", "青河市农业农村局　　文件", "青河市水务局", "青财农〔2023〕41号",
        "青河市财政局 青河市农业农村局 青河市水务局关于印发《青河市灌区资金管理办法》的通知", "各县区财政局：", TEXT,
        "青河市财政局　　青河市农业农村局　　青河市水务局", "2023年5月30日",
    )  # fmt: skip
    assert document.metadata.issuer_mark == "青河市财政局 青河市农业农村局 青河市水务局文件"


def test_a_form_keeps_its_empty_rows() -> None:
    form = (
        "<table><tr><td>食堂名称</td><td>就餐人数</td><td>问题数</td></tr>" + "<tr><td></td><td></td><td></td></tr>" * 3
    )
    page = f"<html><body><h1>{HEAD[0]}</h1><p>{TEXT}</p>{form}</table><p>{FOOT[0]}</p><p>{FOOT[1]}</p></body></html>"
    tables = [one for one in read(page, name="a.html").blocks if isinstance(one, Table)]
    assert [len(table.rows) for table in tables] == [4]


def test_a_table_of_data_loses_its_empty_rows() -> None:
    rows = "<tr><td>食堂</td><td>人数</td></tr><tr><td></td><td></td></tr><tr><td>一中</td><td>900</td></tr>"
    page = f"<html><body><h1>{HEAD[0]}</h1><p>{TEXT}</p><table>{rows}</table></body></html>"
    tables = [one for one in read(page, name="a.html").blocks if isinstance(one, Table)]
    assert [len(table.rows) for table in tables] == [2]


@pytest.mark.parametrize("closing", ["此复。", "特此公告。", "以上意见，请认真贯彻执行。"])
def test_numbers_of_whole_sentences_head_nothing(closing: str) -> None:
    """The last one heads the line that closes the paper as little as the others do."""
    answers = (
        "一、同意你镇调整土地利用规划。调整后，建设用地不得突破控制指标。",
        "二、你镇要严格执行规划，不得擅自改变土地用途。",
        "三、请及时做好数据库更新工作，接受社会监督。",
    )
    document = read(*HEAD, TEXT, *answers, closing, *FOOT)
    assert [one for one in document.blocks if isinstance(one, Heading) and one.level] == []
    assert set(answers) <= set(said(document, "body"))


def test_a_sentence_of_minutes_that_ends_in_a_colon_addresses_nobody() -> None:
    document = read(
        "临江县人民政府常务会议纪要", "〔2022〕15号", "8月17日上午，县长主持召开常务会议，研究供水等工作，纪要如下：",
        "一、关于供水工作", "会议听取了县水务局关于供水工作的汇报。会议认为，供水是民生大事。会议议定：",
        "1．原则同意供水方案。", "2．年底前完成7个乡镇管网改造。", "3．2023年起按月通报进度。", "二、其他事项",
        "会议还研究了其他事项。",
    )  # fmt: skip
    assert said(document, "addressee") == []
    lists = [one for one in document.blocks if isinstance(one, ListBlock)]
    assert [[item.mark for item in one.items] for one in lists] == [["1．", "2．", "3．"]]


def test_a_salutation_of_several_stays_in_one_line() -> None:
    document = read(
        "云岭县审计局关于预算执行的审计工作报告", "——2023年8月29日在云岭县人民代表大会常务委员会会议上",
        "主任、各位副主任、各位委员：", "受县人民政府委托，我向会议报告审计情况，请予审议。", "一、基本情况", TEXT,
    )  # fmt: skip
    assert said(document, "addressee") == ["主任、各位副主任、各位委员："]


def test_an_annex_has_its_status_under_its_title_and_white_behind_the_number_of_a_chapter() -> None:
    rules = ("附件", "澄湖水域保护办法", "（征求意见稿）", "第一章 总则", "第一条 为了保护水域，制定本办法。")
    document = read(*HEAD, TEXT, "附件：澄湖水域保护办法（征求意见稿）", *FOOT, *rules, "第二条 本办法适用于全市。")
    assert said(document, "subtitle") == ["（征求意见稿）"]
    every = (*document.blocks, *document.appendix)
    assert "第一章　" in [one.number for one in every if isinstance(one, Heading)]


def test_a_list_named_by_a_year_is_the_title_of_what_is_attached() -> None:
    names = ("一、先进集体", "市商务局　市发展改革委　市工业和信息化局", "二、先进个人", "某某甲　市商务局科长")
    title = "2020年度招商引资先进集体和先进个人名单"
    document = read(*HEAD, TEXT, f"附：{title}", *FOOT, title, *names)
    headings = [plain(one.runs) for one in document.blocks if isinstance(one, Heading)]
    assert headings[1:] == [title, "先进集体", "先进个人"]
