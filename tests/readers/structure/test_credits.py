"""What stands behind the last sentence and is not the document's: who printed it, whose page it was, who signed."""

from __future__ import annotations

from exporter.conversion import read_bytes
from exporter.model import Document, Paragraph, plain

REPORT = (
    "2024年青河县政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、2023年工作回顾\n"
    "地区生产总值增长5%，财政收入增长6%，城乡面貌明显改善。\n二、2024年工作安排\n我们要努力奋斗，为建设新青河作出新贡献！"
)
HEAD = "首页\n政府工作报告\n2003年01月13日\n{}\n青河县县长 王某某\n\n（二〇〇三年一月十日）\n"


def read(text: str) -> Document:
    return read_bytes("a.txt", text.encode())


def last(document: Document) -> str:
    block = document.blocks[-1]
    assert isinstance(block, Paragraph)
    return plain(block.runs)


def test_a_source_named_behind_the_last_sentence_is_the_publisher() -> None:
    document = read(f"{REPORT} （来源：青河日报）")
    assert document.metadata.publisher == "青河日报"
    assert last(document).endswith("新贡献！")


def test_a_source_inside_the_text_stays() -> None:
    document = read(REPORT.replace("增长6%，", "增长6%（来源：财政局），"))
    assert document.metadata.publisher is None
    assert any("来源：财政局" in plain(block.runs) for block in document.blocks if isinstance(block, Paragraph))


def test_an_address_of_a_site_at_the_end_is_its_mark() -> None:
    document = read(f"{REPORT}  详见官网：www.example.cn")
    assert last(document).endswith("新贡献！")
    assert "source.incomplete" not in {notice.code for notice in document.notices}


def test_the_day_in_brackets_is_that_of_the_speech() -> None:
    head = HEAD.format("在青河县第十届人民代表大会第一次会议上")
    assert read(head + REPORT).metadata.speech_date == "2003-01-10"


def test_the_session_has_the_body_that_any_line_names() -> None:
    record = "标题：青河县2026年政府工作报告\n发文时间：2026-03-06（第十八届人民代表大会第六次会议）\n\n正文：\n\n"
    said = "青河县政府工作报告\n\n2026年3月6日在青河县第十八届人民代表大会第六次会议上\n\n"
    assert read(record + said + REPORT).metadata.session == "青河县第十八届人民代表大会第六次会议"


def test_a_person_signs_behind_the_last_sentence() -> None:
    order = "青河县人民政府令\n第12号\n\n现公布《青河县集市办法》，自2018年1月1日起施行，过去的办法同时废止。"
    order += "县长　　王某某 　　　2017年12月25日 　　\n"
    document = read(order)
    assert [block.role for block in document.blocks if isinstance(block, Paragraph)][-2:] == ["signature", "date"]
    assert document.metadata.date == "2017-12-25"


def test_the_offices_below_the_title_of_a_communique_issue_it() -> None:
    head = "青河市2023年国民经济和社会发展统计公报\n青河市统计局\n国家统计局青河调查队\n2024年3月5日\n"
    document = read(
        head + "初步核算，全年地区生产总值100亿元，比上年增长5%。其中，第一产业增加值10亿元，增长3%。\n" * 3
    )
    assert document.metadata.publisher == "青河市统计局、国家统计局青河调查队"


def test_a_person_who_signs_the_last_of_several_papers_dates_none_that_has_no_title() -> None:
    talk = (
        "专家解读：办法为什么要修改？主要考虑有三点，一是便民，二是减负，三是衔接上位法，各地反映良好，企业普遍欢迎。\n"
        * 4
    )
    order = "令第12号　现公布《青河县集市办法》，自2018年1月1日起施行。县长　　王某某 　　　2017年12月25日\n"
    assert read(talk + order).metadata.date is None


def test_what_a_second_picture_says_again_is_its_caption() -> None:
    said = "1月9日，青河县第九届人民代表大会第三次会议在青河会堂开幕。"
    head = f"首页\n政府工作报告\n2024年01月13日 来源：青河日报\n{said}本报记者 王某某 摄\n各位代表：\n"
    review = f"一、2023年工作回顾\n地区生产总值增长5%，城乡面貌明显改善。\n{said}\n"
    text = f"{head}现在，我向大会报告工作，请予审议。\n{review}二、2024年工作安排\n我们要努力奋斗，作出新贡献！"
    document = read(text)
    assert not any("会堂" in plain(block.runs) for block in document.blocks if isinstance(block, Paragraph))
    assert [region.reason for region in document.account if region.kind == "furniture"].count("caption") == 2


def test_a_page_that_dates_itself_behind_the_text_has_that_day() -> None:
    path = "版权所有 青河县人民政府\n当前位置：\n首页\n>>\n政府工作报告\n政府工作报告\n2024年1月26日\n"
    told = "——2024年1月21日在青河县第九届人民代表大会第三次会议上"
    document = read(f"{REPORT.replace('各位代表', told + chr(10) + '各位代表', 1)}\n{path}")
    assert (document.metadata.speech_date, document.metadata.date) == ("2024-01-21", "2024-01-26")
