"""Figures leave as data: JSON Lines, CSV, a workbook and a panel; targets stand beside results."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from decimal import Decimal

import pytest

from exporter.facts.data.csv_jsonl import (
    FIELDS,
    PANEL_FIELDS,
    csv_of,
    jsonl,
    panel,
    panel_csv,
    record,
    render_csv,
    rows,
)
from exporter.facts.data.pairs import pairs_of
from exporter.facts.data.workbook import panel_workbook, workbook
from exporter.facts.extract import with_facts
from exporter.model import Document, Fact
from exporter.style import load_style
from tests.facts.samples import facts, report

REVIEW, PLAN = "一、2017年工作回顾", "二、2018年主要任务"


@pytest.fixture(scope="module")
def document() -> Document:
    return with_facts(
        report(
            REVIEW,
            "生产总值300亿元，增长8.50%，失业率下降0.4个百分点。",
            "城镇、农村居民人均可支配收入分别为4万元和2万元。新增上市公司6家。",
            PLAN,
            "生产总值增长8%以上，居民人均可支配收入增长9%，城镇新增就业2万人。",
        )
    )


def test_a_line_a_figure_with_the_fields_of_the_contract(document: Document) -> None:
    lines = [json.loads(line) for line in jsonl(document).decode().splitlines()]
    assert len(lines) == len(document.facts) > 5
    assert all(tuple(line) == (*FIELDS, "account") for line in lines)
    assert (lines[0]["value"], lines[0]["number"], lines[0]["change"]) == ("300", "300", "8.50")


def test_decimals_are_exact_strings() -> None:
    (fact,) = facts("产值1234567890.10亿元。")
    assert record(fact)["number"] == "1234567890.10"
    assert record(dataclasses.replace(fact, number=Decimal("1E+3")))["number"] == "1000"


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(document: Document) -> None:
    bad = dataclasses.replace(document.facts[0], indicator="=HYPERLINK(1)", quote="@SUM(1)", change=Decimal("-3.5"))
    data = csv_of(FIELDS, [record(bad)])
    assert data.startswith(b"\xef\xbb\xbf")
    _, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    cells = dict(zip(FIELDS, row, strict=True))
    assert (cells["indicator"], cells["quote"], cells["change"]) == ("'=HYPERLINK(1)", "'@SUM(1)", "-3.5")


def test_the_csv_target_holds_every_figure(document: Document) -> None:
    table = list(csv.reader(io.StringIO(render_csv(document, load_style("report")).decode("utf-8-sig"))))
    assert len(table) == len(document.facts) + 1


def test_the_workbook_is_typed_linked_and_the_same_twice(document: Document) -> None:
    import openpyxl

    data = workbook(document)
    assert data == workbook(document)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["figures", "pairs", "source"]
    sheet = book["figures"]
    assert sheet.freeze_panes == "A2"
    first = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (first["number"].value, first["number"].data_type) == (300, "n")
    target = first["line"].hyperlink.location
    assert book["source"][target.rpartition("!")[2]].value == first["line"].value


def test_a_workbook_takes_any_text_and_no_formula(document: Document) -> None:
    import openpyxl

    fact = dataclasses.replace(document.facts[0], indicator="=1+1", quote="a\x07b\ud800", section="x" * 40_000)
    book = openpyxl.load_workbook(io.BytesIO(workbook(dataclasses.replace(document, facts=(fact,)))))
    assert book["figures"].cell(2, FIELDS.index("indicator") + 1).data_type == "s"


def test_a_panel_puts_reports_side_by_side(document: Document) -> None:
    other = dataclasses.replace(document, metadata=dataclasses.replace(document.metadata, place="青川县"))
    table = list(panel([document, other]))
    assert len(table) == 2 * len(document.facts)
    assert {row["place"] for row in table} == {None, "青川县"}
    assert table[0]["indicator"] == "地区生产总值"
    assert (table[0]["stated"], table[0]["amount"], table[0]["base_unit"]) == ("生产总值", "30000000000", "元")
    assert tuple(table[0]) == PANEL_FIELDS
    assert panel_csv([document]).count(b"\r\n") == len(document.facts) + 1
    assert panel_workbook([document, other])[:2] == b"PK"


def test_rows_for_a_terminal(document: Document) -> None:
    assert next(rows(document.facts)) == ("2", "生产总值", "300亿元", "+8.50%", "2017", "actual")


def test_targets_stand_beside_results(document: Document) -> None:
    pairs = {(pair.target.indicator, pair.result.indicator): pair for pair in pairs_of(document.facts)}
    assert pairs["生产总值", "生产总值"].comparable
    income = [pair for (target, _), pair in pairs.items() if target == "居民人均可支配收入"]
    assert len(income) == 2
    assert all(not pair.comparable and pair.reason for pair in income)


def test_what_was_added_does_not_compare_with_what_there_is() -> None:
    made = facts(REVIEW, "高新技术企业达到40家。", PLAN, "新增高新技术企业5家。")
    (pair,) = pairs_of(made)
    assert not pair.comparable
    assert "新增" in pair.reason


def test_jobs_are_added_by_name_wherever_it_says_so() -> None:
    (pair,) = pairs_of(facts(REVIEW, "新增城镇就业2.9万人。", PLAN, "城镇新增就业2.3万人。"))
    assert pair.comparable


def test_a_level_does_not_compare_with_a_growth() -> None:
    (pair,) = pairs_of(facts(REVIEW, "旅游收入80亿元。", PLAN, "旅游收入增长9%。"))
    assert not pair.comparable


def codes(*lines: str) -> list[tuple[str, str]]:
    notices = with_facts(report(*lines)).notices
    return [(notice.code, notice.level) for notice in notices if notice.code.startswith("facts.")]


@pytest.mark.parametrize(
    ("lines", "code", "level"),
    [
        (("财政收入50亿元，其中税收收入60亿元。",), "facts.part_exceeds_whole", "warning"),
        (("常住人口100万人，比上年末增加7万人，增长0.4%。",), "facts.growth_mismatch", "warning"),
        (("生产总值300亿元。", "生产总值达到310亿元。"), "facts.restated_differently", "warning"),
        (("森林覆盖率增长5%。",), "facts.percent_of_percent", "info"),
        ((REVIEW, "城镇新增就业3万人。", PLAN, "城镇新增就业2万人。"), "facts.target_below_result", "info"),
    ],
)
def test_contradictions_are_noticed(lines: tuple[str, ...], code: str, level: str) -> None:
    assert codes(*lines) == [(code, level)]


@pytest.mark.parametrize(
    "line",
    [
        "财政收入50亿元，其中税收收入40亿元。",
        "常住人口2126.8万人，比上年末增加7.6万人，增长0.4%。",
        "生产总值300.04亿元，全年生产总值达到300亿元。",
        "生产总值120亿元，比上年增加30亿元，增长8%。",
    ],
)
def test_figures_that_agree_are_left_alone(line: str) -> None:
    assert codes(line) == []


def test_every_notice_has_its_place() -> None:
    document = with_facts(report("财政收入50亿元，其中税收收入60亿元。"))
    assert document.notices
    assert all(notice.span for notice in document.notices)


def test_indicators_without_a_row_in_the_table_are_found_too() -> None:
    fact: Fact = facts("星空步道玻璃观景台达到12座。")[0]
    assert fact.indicator == "星空步道玻璃观景台"
