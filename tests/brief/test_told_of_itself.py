"""A brief names its source and who spoke, explains only terms that it uses, and gives no year that the source lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.brief.build import brief
from exporter.brief.fit import Amounts
from exporter.brief.found import find
from exporter.brief.options import BriefOptions
from exporter.brief.panels import first_told, panel
from exporter.brief.sections import SECTIONS
from exporter.brief.sources import provenance
from exporter.model import Document, lines_of
from tests.brief.reports import THIS_YEAR, read

SESSION = "——2021年2月3日在云溪县第十七届人民代表大会第五次会议上"


def lines(document: Document) -> str:
    return "\n".join(line for block in brief(document).blocks for line in lines_of(block))


@pytest.mark.parametrize(
    ("post", "zh", "en"),
    [
        ("县长", "县长李明华在", "by Li Minghua, Head of the County"),
        ("代县长", "代县长李明华在", "by Li Minghua, Acting Head of the County"),
    ],
)
def test_who_gave_a_report_has_the_office_that_the_source_gives(post: str, zh: str, en: str) -> None:
    said = lines(read(THIS_YEAR.replace(SESSION, f"{SESSION}\n\n{post} 李明华")))
    assert zh in said and en in said


def test_an_office_told_in_the_sentence_of_the_session_is_the_speakers() -> None:
    told = "——2021年2月3日云溪县县长 李明华在云溪县第十七届人民代表大会第五次会议上的讲话"
    assert "by Li Minghua, Head of the County" in lines(read(THIS_YEAR.replace(SESSION, told)))


def test_a_source_is_named_by_its_title_and_without_one_by_its_file() -> None:
    zh, en = ("".join(lines_of(block)) for block in provenance(read(THIS_YEAR), 1, False))
    assert zh.startswith("原文：《云溪县政府工作报告》。") and "report.md" not in zh + en
    assert en.startswith("Source: Report on the Work of the Yunxi County Government. ")
    assert "report.md" in "".join(lines_of(next(iter(provenance(read("今年新建公园3个。"), 0, False)))))


def test_a_report_without_a_title_is_named_by_its_place_its_year_and_its_kind() -> None:
    document = read(THIS_YEAR)
    bare = replace(document, metadata=replace(document.metadata, title=None))
    zh, en = ("".join(lines_of(block)) for block in provenance(bare, 1, False))
    assert zh.startswith("原文：2021年云溪县政府工作报告。")
    assert en.startswith("Source: Report on the Work of the Yunxi County Government (2021). ")


def test_terms_are_explained_that_stand_in_the_brief() -> None:
    passed_over = "全县落实最多跑一次改革，推进一窗受理。"
    text = THIS_YEAR.replace("新建农村公路120公里。", f"新建农村公路120公里。{passed_over}")
    assert {"最多跑一次改革", "一窗受理"} <= {term.zh for term in find(read(text), BriefOptions()).terms}
    assert "术语" not in lines(read(text))
    headed = text.replace("### （三）保障和改善民生", "### （三）深化最多跑一次和一窗受理改革")
    assert "术语" in lines(read(headed))


def test_a_result_by_theme_has_no_year_of_its_own_in_either_language() -> None:
    fact = next(fact for fact in read(THIS_YEAR).facts if fact.period == "2020" and fact.english)
    zh, en = lines_of(panel("民生", "People", [fact]))
    assert "2020" not in zh + en


def test_what_a_report_tells_first_stands_behind_its_overview() -> None:
    document = read(THIS_YEAR.replace("在看到成绩", "贫困发生率降到0.5%。\n\n在看到成绩"))
    findings = find(document, BriefOptions())
    first = first_told(document, findings.results)
    assert [fact.indicator for fact in document.facts if fact.line == first] == ["贫困发生率"]
    shown = SECTIONS["panels"](findings, replace(Amounts(), panels=2))
    assert "贫困发生率" in "".join(line for block in shown for line in lines_of(block))
