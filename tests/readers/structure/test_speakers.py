"""Who speaks, when and where is read from heads however they are set, and from sentences that tell of the report."""

from __future__ import annotations

import pytest

from exporter.model import Metadata
from exporter.readers.account import headings
from tests.readers.reading import assert_lawful, read

OPENING = "各位代表：\n现在，我代表市人民政府，向大会报告政府工作，请予审议。\n一、去年工作回顾\n修桥十二座。\n"
NAME = "丁一山"


def said(head: str, text: str = OPENING) -> Metadata:
    document = read("a.txt", f"{head}\n{text}".encode())
    assert_lawful(document)
    return document.metadata


@pytest.mark.parametrize(
    "line",
    [
        f"2024年1月9日在甲城市第五届人民代表大会第三次会议上甲城市人民政府市长{NAME}作政府工作报告。",
        f"2024年1月9日在甲城市第五届人民代表大会第三次会议上市长{NAME}同志作政府工作报告",
        f"——2024年1月9日{NAME}市长在甲城市第五届人民代表大会第三次会议的政府工作报告",
        f"----2024年1月9日甲城市市长 {NAME}在甲城市第五届人民代表大会第三次会议上的讲话",
        f"2024年1月9日在甲城市第五届人民代表大会第三次会议上\xa0市长\xa0{NAME}",
        f"——2024年1月9日在甲城市第五届人民代表大会第三次会议上市长<U+00A0>{NAME}",
        f"（2024年1月9日在甲城市第五届人民代表大会第三次会议上）\n{NAME}",
    ],
)
def test_speaker_day_and_session_of_a_head(line: str) -> None:
    meta = said(f"2024年甲城市政府工作报告\n{line}")
    assert meta.title == "2024年甲城市政府工作报告"
    assert (meta.speaker, meta.speech_date) == (NAME, "2024-01-09")
    assert meta.session == "甲城市第五届人民代表大会第三次会议"
    assert NAME not in (meta.title or "")


@pytest.mark.parametrize("act", ["代表市政府向大会作政府工作报告", "受市政府委托作了工作报告", "作政府工作报告"])
def test_a_story_names_who_gave_the_report_and_the_day_with_the_year_of_its_page(act: str) -> None:
    text = (
        f"1月9日上午，甲城市第五届人民代表大会第三次会议开幕。\n市长{NAME}{act}，报告分三部分，与会者认真听取并审议。\n"
    )
    meta = said("甲城市政府工作报告\n发布时间：2024-01-12", text)
    assert (meta.speaker, meta.speech_date, meta.date) == (NAME, "2024-01-09", "2024-01-12")


@pytest.mark.parametrize("page", ["2024-07-12", "2023-12-30"])
def test_a_page_of_another_time_gives_no_year_to_the_day(page: str) -> None:
    text = f"1月9日上午，甲城市第五届人民代表大会第三次会议开幕。\n市长{NAME}作政府工作报告，与会者认真听取。\n"
    assert said(f"甲城市政府工作报告\n发布时间：{page}", text).speech_date is None


@pytest.mark.parametrize(
    "line",
    ["市长和县长作政府工作报告", "安徽省长在省第五届人民代表大会第三次会议上的报告", "乙县长作政府工作报告"],
)
def test_offices_without_a_holder_name_nobody(line: str) -> None:
    assert said(f"2024年政府工作报告\n{line}").speaker is None


def test_two_who_report_name_nobody() -> None:
    text = (
        "会议开幕。市长丁一山作政府工作报告，与会者认真听取。\n副市长王二水受市政府委托作了工作报告，与会者认真听取。\n"
    )
    assert said("甲城市人民代表大会开幕", text).speaker is None


@pytest.mark.parametrize("before", ["1月9日召开的", "在", "出席了"])
def test_a_session_begins_with_the_name_of_its_body(before: str) -> None:
    text = f"{before}甲城市第五届人民代表大会第三次会议上，市长{NAME}作政府工作报告，报告分三部分，与会者认真听取。\n"
    session = said("2024年政府工作报告", text).session
    assert session is None or session.startswith("甲城市")


def test_an_agency_is_the_publisher_and_its_day_the_paper_s() -> None:
    head = f"新华社甲城1月19日电\n政府工作报告\n——2024年1月9日在甲城市第五届人民代表大会第三次会议上\n市长 {NAME}"
    meta = said(head)
    assert (meta.publisher, meta.date, meta.speech_date) == ("新华社", "2024-01-19", "2024-01-09")


@pytest.mark.parametrize("day", ["2024年2月30日", "2024年13月1日"])
def test_a_day_that_no_calendar_has_is_none(day: str) -> None:
    assert said(f"甲城市政府工作报告\n发布时间：{day}").date is None


def test_a_report_to_a_congress_of_the_party_reviews_no_single_year() -> None:
    title = "团结奋斗 建设甲城\n共同开创全市工作新局面"
    head = f"{title}\n——在中国共产党甲城市第五次代表大会上的报告\n（2021年1月9日）\n{NAME}"
    text = "同志们：\n现在，我代表第四届市委员会向大会作报告。\n一、过去五年的工作\n2020年修桥十二座。\n"
    meta = said(head, text)
    assert meta.title == "团结奋斗 建设甲城\u3000共同开创全市工作新局面"
    assert (meta.doc_type, meta.speaker, meta.speech_date) == ("work_report", NAME, "2021-01-09")
    assert meta.session == "中国共产党甲城市第五次代表大会"
    assert (meta.year_reviewed, meta.year_planned) == (None, None)


def test_what_a_page_has_cut_off_and_prints_again_is_its_abstract() -> None:
    text = "在会上，市长丁一山作政府工作报告。\n报告分为三个部分，一是去年的工作，二是今年的任务，三是政府建设。\n"
    head = "甲城市政府工作报告\n内容摘要：\n" + "".join(text.split())[:40] + "......"
    document = read("a.txt", f"{head}\n{text}".encode())
    assert_lawful(document)
    assert "summary" in [region.reason for region in document.account]
    assert document.origin is not None
    body = [region for region in document.account if region.kind == "body"]
    assert "".join(document.origin.text[one.span.start : one.span.end] for one in body).count("三个部分") == 1


@pytest.mark.parametrize(("title", "place"), [("中共易县委关于巡视的通报", "易县"), ("高阳全力建设毛巾之城", "高阳县")])
def test_a_place_is_no_party_and_may_open_a_title_without_its_unit(title: str, place: str) -> None:
    text = (
        "近年来，高阳县修桥十二座，全县人民出行更加方便。\n"
        if place == "高阳县"
        else "修桥十二座，全县人民出行更加方便。\n"
    )
    assert said(title, text).place == place


def test_a_place_in_the_name_of_a_company_is_none() -> None:
    assert said("高阳某某毛巾有限公司简介", "公司位于高阳县，修桥十二座，职工出行方便。\n").place is None


def test_a_story_that_says_the_year_needs_no_page() -> None:
    text = f"2024年1月9日上午，甲城市第五届人民代表大会第三次会议举行，市长{NAME}作《政府工作报告》。\n报告分三部分。\n"
    assert (said("甲城市政府工作报告", text).speech_date, said("甲城市政府工作报告", text).speaker) == (
        "2024-01-09",
        NAME,
    )


@pytest.mark.parametrize("name", ["某某某", "某某", NAME])
def test_a_name_alone_below_a_speech_is_the_speaker_s(name: str) -> None:
    assert (
        said(f"在全市经济工作会议上的讲话\n（2024年1月9日）\n{name}", "同志们：\n今年要修桥十二座。\n").speaker == name
    )


def test_a_title_may_name_who_speaks_and_a_resolution_on_a_report_is_none() -> None:
    speech = said(f"{NAME}市长在全市桥梁大会上的讲话", "同志们：\n今年要修桥十二座。\n")
    assert (speech.doc_type, speech.speaker) == ("speech", NAME)
    text = f"会议听取和审议了市长{NAME}所作的政府工作报告，决定批准这个报告。\n"
    resolution = said("甲城市人民代表大会关于政府工作报告的决议\n（2025年1月12日通过）", text)
    assert (resolution.doc_type, resolution.year_reviewed, resolution.year_planned) == ("notice", None, None)


def test_a_digest_says_in_its_first_sentence_where_the_report_was_given() -> None:
    text = f"1月9日，在甲城市第五届人民代表大会第三次会议上，市长{NAME}作政府工作报告。现摘登如下：\n修桥十二座。\n"
    meta = said("政府工作报告（摘要）\n2024-01-10 来源：甲城日报", text)
    assert (meta.session, meta.place) == ("甲城市第五届人民代表大会第三次会议", "甲城市")


def test_letters_of_a_title_may_stand_apart_behind_its_year() -> None:
    assert said("2024 年 政 府 工 作 报 告\n市 长　　丁 一 山").title == "2024年政府工作报告"


def test_a_label_and_its_value_are_no_heading_and_no_half_of_one() -> None:
    text = "一、改造小区30个\n负责单位：市公路局\n二、修桥12座\n负责单位：市水务局\n全部项目年底前完成，并记入档案。\n"
    document = read("a.txt", f"2024年实事清单\n{text}".encode())
    found = ["".join(run.text for run in one.runs) for one in headings(document)]
    assert "负责单位" not in "".join(found)
