"""The parts of an official paper are found by form and place and kept in the text; nothing is lost behind them."""

from __future__ import annotations

import pytest

from exporter.model import Document, Heading, Paragraph, Table, all_lines, plain
from tests.readers.reading import assert_lawful, read

LETTER = """000021
秘密★2年
加急
甲城市水务局文件
甲水发〔2024〕9号　　签发人：丁一　戊二
甲城市水务局关于整修小型水库的通知
各区水务局，局属各单位：
请于2024年5月20日前上报名单。
一、整修范围
库容十万立方米以下的水库。
附件：1.水库名单
2.经费表
甲城市水务局
2024年5月6日
（此件依申请公开）
抄送：市财政局，市审计局。
甲城市水务局办公室　　2024年5月7日印发
"""


def roles(document: Document) -> dict[str, str]:
    return {plain(one.runs): one.role for one in document.blocks if isinstance(one, Paragraph)}


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_every_part_of_a_paper_is_named_and_kept(name: str) -> None:
    text = LETTER if name == "a.txt" else LETTER.replace("\n", "\n\n").replace("甲城市水务局关于", "# 甲城市水务局关于")
    document = read(name, text.encode())
    assert_lawful(document)
    meta = document.metadata
    assert (meta.copy_number, meta.secrecy, meta.urgency) == ("000021", "秘密★2年", "加急")
    assert (meta.issuer_mark, meta.document_number) == ("甲城市水务局文件", "甲水发〔2024〕9号")
    assert meta.signatory == "丁一、戊二"
    assert meta.title == "甲城市水务局关于整修小型水库的通知"
    assert meta.addressee == "各区水务局，局属各单位"
    assert (meta.signature, meta.date) == ("甲城市水务局", "2024-05-06")
    assert meta.attachments == ("水库名单", "经费表")
    assert (meta.note, meta.copied_to) == ("（此件依申请公开）", "市财政局，市审计局")
    assert (meta.issued_by, meta.issued_on) == ("甲城市水务局办公室", "2024-05-07")
    assert roles(document)["甲城市水务局"] == "signature"
    assert [plain(one.runs) for one in document.blocks if isinstance(one, Heading) and one.level] == ["整修范围"]
    said = "".join("".join(all_lines(document)).split())
    assert all("".join(line.split()).removeprefix("#") in said for line in text.splitlines())


def test_what_a_letter_issues_has_a_title_and_an_outline_of_its_own() -> None:
    text = (
        "甲城市水务局关于印发节水方案的通知\n各单位：\n现印发给你们，请照此办理。\n甲城市水务局\n2024年5月6日\n"
        "甲城市水务局\n节水方案\n一、目标\n全年节水十二万吨。\n二、措施\n更换旧管。\n"
    )
    document = read("a.txt", text.encode())
    found = [(one.level, one.number + plain(one.runs)) for one in document.blocks if isinstance(one, Heading)]
    assert found[1:] == [(1, "甲城市水务局节水方案"), (2, "一、目标"), (2, "二、措施")]
    assert (document.metadata.signature, document.metadata.date) == ("甲城市水务局", "2024-05-06")


@pytest.mark.parametrize(
    ("title", "kind", "number"),
    [
        ("甲城市人民政府令", "order", "第12号"),
        ("甲城市人民政府常务会议纪要", "minutes", "〔2024〕3号"),
        ("甲城市水务局关于借用仪器的函", "letter", "甲水函〔2024〕5号"),
    ],
)
def test_orders_minutes_and_letters_are_told_by_their_title(title: str, kind: str, number: str) -> None:
    document = read("a.txt", f"{title}\n{number}\n有关事项如下，请予知悉。\n2024年3月1日\n".encode())
    assert (document.metadata.title, document.metadata.doc_type) == (title, kind)
    assert document.metadata.document_number == number


def test_no_line_is_furniture_for_standing_at_the_end() -> None:
    tail = "丁一\n戊二\n己三"
    document = read("a.txt", f"甲城市值班安排\n一、本周安排\n每日上午八时交接班，遇有急事随时报告。\n{tail}\n".encode())
    assert tail.splitlines() == list(all_lines(document))[-3:]
    assert not any(one.kind == "furniture" for one in document.account)


def test_what_is_left_out_is_counted_and_a_line_that_may_matter_is_named() -> None:
    page = (
        "首页\n甲城要闻 2024年3月2日\n甲城市值班安排的通知\n各单位：\n请按下列安排值班，不得缺岗，遇有急事随时报告。\n"
        "责任编辑：丁一\n版权所有 甲城市\n"
    )
    notices = {one.code: one for one in read("a.txt", page.encode()).notices}
    assert notices["source.left_out"].level == "info"
    assert notices["source.left_out"].message.startswith("left out ")


@pytest.mark.parametrize("pager", ["上一页 1 2 3 下一页", "共 4 页 第 1 页", "1 2 3 4 5 下一页 尾页"])
def test_a_pager_says_that_pages_are_missing(pager: str) -> None:
    text = f"甲城市2024年工作报告\n一、去年工作\n全年完成投资三十亿元，比上年有所增长。\n{pager}\n"
    document = read("a.txt", text.encode())
    assert any(one.code == "source.incomplete" for one in document.notices)
    assert pager not in list(all_lines(document))


def test_a_record_in_a_table_is_no_text() -> None:
    cells = "".join(
        f"<td>{cell}</td>"
        for cell in ("索 引 号：", "0001/2024-7", "发文机关：", "甲城市水务局", "文　　号：", "甲水发〔2024〕9号")
    )
    page = (
        f"<table><tr>{cells}</tr><tr><td>成文日期：</td><td>2024年5月6日</td></tr></table>"
        "<p>甲城市水务局关于节水的通告</p><p>自即日起，洗车用水一律使用再生水，违者依规处理。</p>"
    )
    document = read("a.html", page.encode())
    assert (document.metadata.title, document.metadata.document_number) == (
        "甲城市水务局关于节水的通告",
        "甲水发〔2024〕9号",
    )
    assert document.metadata.date == "2024-05-06"
    assert "索" not in "".join(all_lines(document))


def test_a_decision_that_announces_its_changes_opens_the_text() -> None:
    title = "青河县人民政府关于修改《青河县集市管理办法》的决定"
    opening = "青河县人民政府决定对《青河县集市管理办法》作如下修改："
    items = "一、第三条修改为：“集市由县人民政府统一管理。”\n二、删去第五条。\n本决定自公布之日起施行。\n"
    document = read("a.txt", f"{title}\n\n{opening}\n{items}".encode())
    (body,) = [region for region in document.account if region.kind == "body"]
    assert document.origin is not None
    assert document.origin.text[body.span.start :].startswith(opening)


MINUTES = """甲城市人民政府专题会议纪要
〔2024〕第6期
甲城市人民政府办公室　　　　2024年5月6日
研究城北集贸市场搬迁
5月5日，副市长丁一召集会议，研究市场搬迁事项。现纪要如下：
一、摊位九月前迁完。由城管局负责。
二、新址水电由供水公司接通。
出 席：戊二  己  三  庚四
列 席：市城管局辛五
记 录：壬六
"""


def test_minutes_are_named_below_their_day_and_who_took_part_is_no_heading() -> None:
    document = read("a.txt", MINUTES.encode())
    assert_lawful(document)
    assert document.metadata.title == "研究城北集贸市场搬迁"
    assert roles(document)["甲城市人民政府专题会议纪要"] == "issuer_mark"
    assert not [one for one in document.blocks if isinstance(one, Heading) and "席" in plain(one.runs)]


def test_each_of_those_who_issue_a_paper_may_have_a_line_of_the_title() -> None:
    text = (
        "中共甲城市委\n甲城市人民政府\n关于修整水库的意见\n（2024年5月6日）\n现提出如下意见。\n一、目标\n三年修完。\n"
    )
    document = read("a.txt", text.encode())
    assert document.metadata.title == "中共甲城市委　甲城市人民政府关于修整水库的意见"


def test_whose_an_issued_paper_is_stands_below_its_title() -> None:
    text = (
        "甲城市人民政府转发市水务局等部门关于节水意见的通知\n各区人民政府：\n现转发给你们，请照此办理。\n甲城市人民政府\n"
        "2024年5月6日\n关于节约用水的意见\n市水务局  市财政局\n为节约用水，提出如下意见：\n一、更换旧管。年内换完。\n"
    )
    document = read("a.txt", text.encode())
    assert_lawful(document)
    assert roles(document)["市水务局　市财政局"] == "byline"


def test_a_row_whose_cells_are_to_be_filled_in_is_a_row_and_the_line_of_labels_above_goes_with_it() -> None:
    text = (
        "甲城市水务局关于报送名单的通知\n各区水务局：\n请于5月报送。\n甲城市水务局\n2024年5月6日\n附件\n水库名单\n"
        "填报单位（盖章）：            填报日期：    年  月  日\n序号\t水库\t库容\n1\t\t\n2\t\t\n"
    )
    document = read("a.txt", text.encode())
    assert_lawful(document)
    (table,) = (one for one in (*document.blocks, *document.appendix) if isinstance(one, Table))
    assert len(table.rows) == 3
    assert plain(table.caption).startswith("填报单位（盖章）：")
