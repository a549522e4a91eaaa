"""Each section says its time and kind by what its heading, its sentences and its place say together."""

from __future__ import annotations

import pytest

from exporter.conversion import read_bytes
from exporter.facts.extract import with_facts
from exporter.facts.time.chronicle import chronicle_of
from exporter.facts.time.sections import Section
from exporter.model import Document

HEAD = "{title}\n——2026年1月20日在云溪县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n"
CLOSE = "\n\n各位代表，让我们团结一心，为完成全年各项目标任务而努力奋斗！\n"


def report(*lines: str, title: str = "云溪县政府工作报告", head: str = HEAD) -> Document:
    return read_bytes("report.txt", (head.format(title=title) + "\n\n".join(lines) + CLOSE).encode())


def told(document: Document) -> list[tuple[str, str | None]]:
    return [(one.kind, str(one.period) if one.period else None) for one in named(document)]


def named(document: Document) -> list[Section]:
    return [one for one in chronicle_of(document).sections if one.title]


RESULTS, AIMS = "全年粮食产量达到45.6万吨，增长3.2%。", "粮食产量稳定在45万吨左右。新建学校3所。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、2025年工作盘点", "二、2026年工作"),
        ("一、去年工作", "二、下一步工作"),
        ("一、极不平凡的2025年", "二、奋进2026"),
        ("一、接续奋斗，各项事业迈上新台阶", "二、实干争先，开创新局面"),
        ("一、关于二〇二五年工作", "二、关于二〇二六年工作"),
    ],
)
def test_no_word_of_a_heading_is_the_judge(first: str, second: str) -> None:
    assert told(report(first, RESULTS, second, AIMS)) == [("review", "2025"), ("plan", "2026")]


def test_aims_of_several_years_are_an_outlook() -> None:
    document = report("一、2025年工作回顾", RESULTS, "二、“十五五”时期主要目标", AIMS, "三、2026年工作安排", AIMS)
    assert told(document) == [("review", "2025"), ("outlook", "2026-2030"), ("plan", "2026")]


@pytest.mark.parametrize("heading", ["二、关于“十五五”规划", "二、“十五五”规划"])
def test_a_section_on_a_plan_is_an_outlook(heading: str) -> None:
    document = report("一、“十四五”回顾", RESULTS, heading, AIMS, "三、2026年工作安排", AIMS)
    assert told(document) == [("review", "2021-2025"), ("outlook", "2026-2030"), ("plan", "2026")]


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("二、乘势而上，推动“十五五”开好局、起好步", AIMS),
        ("二、紧扣“十五五”蓝图，抓好各项工作", "今年的主要预期目标：" + AIMS),
    ],
)
def test_the_first_year_of_a_plan_is_no_span_of_five(heading: str, first: str) -> None:
    assert told(report("一、2025年工作回顾", RESULTS, heading, first)) == [("review", "2025"), ("plan", "2026")]


def test_a_section_says_who_speaks_for_it() -> None:
    review, _ = named(report("一、2025年工作回顾", RESULTS, "二、2026年工作安排", AIMS))
    assert {"session 2026-01-20", "heading 2025", "order"} <= set(review.witnesses)
    assert review.sure


def test_a_page_made_years_later_moves_no_year() -> None:
    head = "{title}\n时间：2029-03-24\n——2026年1月20日在云溪县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n"
    document = report("一、过去一年工作回顾", RESULTS, "二、今年主要任务", AIMS, head=head)
    assert (document.metadata.year_reviewed, document.metadata.year_planned) == (2025, 2026)


def test_a_session_at_the_end_of_a_year_plans_the_next() -> None:
    head = "{title}\n——2025年12月26日在云溪县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n"
    document = report("一、2025年工作回顾", RESULTS, "二、2026年工作安排", AIMS, head=head)
    assert (document.metadata.year_reviewed, document.metadata.year_planned) == (2025, 2026)


def test_the_items_of_a_list_of_targets_are_targets() -> None:
    document = report(
        "一、2025年工作回顾", RESULTS, "二、做好全年工作", "主要预期目标是：", "粮食产量增长3.2%；", "税收增长4.5%；"
    )
    assert [fact.kind for fact in with_facts(document).facts][-2:] == ["target", "target"]


def test_what_contradicts_itself_is_marked_and_warned_of() -> None:
    results = "一年来，获评先进县，居全省第2位，税收同比增长4.5%。" * 3
    document = with_facts(report("一、2025年工作回顾", RESULTS, "二、2026年工作安排", *[results] * 6))
    codes = [notice.code for notice in document.notices]
    assert "facts.unsure_section" in codes
    assert not all(fact.sure for fact in document.facts)


def test_a_notice_has_no_year_of_its_own() -> None:
    document = read_bytes(
        "notice.txt", "关于做好防汛工作的通知\n\n各镇人民政府：\n\n储备沙袋3000条。\n\n云溪县人民政府\n".encode()
    )
    assert document.metadata.year_planned is None
    assert {one.kind for one in chronicle_of(document).sections} == {"none"}


PLAN = (
    "云溪县渔业发展规划\n\n一、“十三五”渔业发展规划\n\n"
    "第一节　渔业发展形势\n\n渔船总数4100艘，深水网箱占12%。渔港设施仍不完善。\n\n"
    "第二节　主要目标\n\n到2020年，水产品总量达到36万吨。\n\n"
    "第三节　主要任务\n\n新建避风渔港5座，改造渔船300艘。推进健康养殖。\n"
)


def test_the_name_of_a_plan_over_a_paper_dates_none_of_its_sentences() -> None:
    sections = chronicle_of(read_bytes("plan.txt", PLAN.encode())).sections
    assert all(not section.named for section in sections)
