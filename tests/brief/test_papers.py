"""A brief of an official paper says what it is, its number, from whom to whom, and what it asks for."""

from __future__ import annotations

import pytest

from exporter.brief.build import brief
from exporter.brief.fit import Amounts
from exporter.brief.found import find
from exporter.brief.options import BriefOptions
from exporter.brief.papers import addressee_of, kind_of, number_of
from exporter.brief.sections import SECTIONS
from exporter.model import Metadata, all_lines, lines_of
from tests.brief.reports import THIS_YEAR, read

NOTICE = """# 国务院办公厅关于印发湿地保护方案的通知

国办发〔2031〕7号

各省、自治区、直辖市人民政府：

经国务院同意，现将修订后的《湿地保护方案》印发给你们，请认真贯彻执行。

国务院办公厅

2031年3月5日
"""
ADMITTED = "产业层次不高，龙头企业偏少；交通短板依然突出；"


def told(text: str, options: BriefOptions | None = None) -> str:
    return "\n".join(all_lines(brief(read(text), options)))


def test_a_notice_is_named_by_its_kind_its_number_and_its_readers() -> None:
    said = told(NOTICE)
    assert "国务院办公厅 General Office of the State Council · 简报：通知 Brief: notice" in said
    assert "国办发〔2031〕7号 · 致各省、自治区、直辖市人民政府" in said
    assert "Guo Ban Fa [2031] No. 7 · To the people's governments of all provinces" in said
    assert "请认真贯彻执行。" in said and "who are asked to implement it conscientiously." in said
    assert "国家级" not in said and "Structure of the report" not in said and "no key figures" not in said


@pytest.mark.parametrize(
    ("title", "number", "kind"),
    [
        ("关于修建渡口的复函", "青政函〔2030〕2号", ("复函", "letter of reply")),
        ("关于做好秋收工作的通知（摘要）", "青政发〔2030〕2号", ("通知", "notice")),
        ("青河县政府工作报告", None, None),
        ("青河县财政预算报告", "青政发〔2030〕2号", None),
    ],
)
def test_the_end_of_a_title_says_the_kind(title: str, number: str | None, kind: tuple[str, str] | None) -> None:
    assert kind_of(Metadata(title=title, document_number=number)) == kind


def test_what_has_no_english_is_left_out_of_the_english_line() -> None:
    assert addressee_of(Metadata(addressee="李明同志")) == ("致李明同志", "To Comrade Li Ming")
    assert addressee_of(Metadata(addressee="各村寨长老")) == ("致各村寨长老", "")
    assert number_of(Metadata(document_number="第48号")) is None


MOVED = "某些堵点瘀点淤积已久，亟待以绣花功夫疏解；交通短板依然突出；产业层次不高，龙头企业偏少；"


def test_difficulties_that_all_stand_are_in_the_order_of_the_report() -> None:
    said = told(THIS_YEAR.replace(ADMITTED, MOVED))
    lines = ("堵点瘀点", "交通短板依然突出", "产业层次不高")
    assert sorted(lines, key=said.index) == list(lines)
    assert "次序与原文不同。" not in said


IN_PARTS = """# 国务院办公厅关于养护乡村渡口的指导意见

国办发〔2031〕9号

各省、自治区、直辖市人民政府：

现就养护乡村渡口提出以下意见。

## 一、总体要求

保障群众过河安全。

## 二、加强渡口养护

### （一）修缮码头

及时修缮。

### （二）更新渡船

及时更新。

### （三）疏浚航道

及时疏浚。

## 三、健全管理机制

落实责任。

国务院办公厅

2031年6月5日
"""


def test_the_parts_of_a_paper_are_given_all_and_the_sections_of_one_part_are_not_its_points() -> None:
    said = told(IN_PARTS)
    assert "各项" not in said and "更新渡船" not in said
    parts = ["一、总体要求", "二、加强渡口养护", "三、健全管理机制"]
    assert sorted(parts, key=said.index) == parts


def test_of_difficulties_those_in_both_languages_are_chosen_and_all_keep_the_numbers_of_the_report() -> None:
    document = read(THIS_YEAR.replace(ADMITTED, MOVED))
    findings = find(document, BriefOptions())
    blocks = list(SECTIONS["admitted"](findings, Amounts(admitted=2)))
    lines = [line for block in blocks for line in lines_of(block)]
    assert [line[:2] for line in lines if "交通短板" in line or "产业层次" in line] == ["2 ", "3 "]
    assert not any("堵点" in line for line in lines) and "第1、4项未列" in lines[-1]


def test_what_is_grave_is_not_left_out_for_what_has_english() -> None:
    grave = "某些系统腐败窝案令人瞠目；"
    document = read(THIS_YEAR.replace(ADMITTED, f"交通短板依然突出；产业层次不高，龙头企业偏少；{grave}"))
    findings = find(document, BriefOptions())
    lines = [line for block in SECTIONS["admitted"](findings, Amounts(admitted=1)) for line in lines_of(block)]
    assert any("腐败" in line for line in lines) and not any("交通" in line for line in lines)
