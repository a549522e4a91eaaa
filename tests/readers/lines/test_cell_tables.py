"""Rows of a table that a text gives as lines are cells again where each has as many numbers as there are heads."""

from __future__ import annotations

import pytest

from exporter.model import Table, plain
from tests.readers.reading import assert_lawful, read

ABOVE = "某市公报\n一、综合\n全年粮食产量3万吨，比上年增长2%。\n"


def tables(text: str) -> list[list[list[str]]]:
    document = read("a.txt", (ABOVE + text).encode())
    return [
        [[plain(cell.runs) for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize(
    "above", ["表1：主要产品（单位：万吨）", "单位：万吨", "（单位：万吨）", "表1：主要产品\n单位：万吨"]
)
def test_rows_below_a_name_or_a_unit_are_a_table(above: str) -> None:
    rows = "产品 2021年 2022年\n水泥 30 20\n钢材  1,200 —\n全年生产平稳，没有事故。"
    assert tables(f"{above}\n{rows}") == [[["产品", "2021年", "2022年"], ["水泥", "30", "20"], ["钢材", "1,200", "—"]]]


def test_a_column_of_units_stands_below_its_head() -> None:
    assert tables("表1：主要产品\n产品 单位 产量\n水泥 万吨 30\n钢材 万吨 20") == [
        [["产品", "单位", "产量"], ["水泥", "万吨", "30"], ["钢材", "万吨", "20"]]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "产品 2021年 2022年\n水泥 30 20\n钢材 30 40",  # neither a name nor a unit
        "单位：万吨\n产品 2021年 2022年\n水泥 30 20\n钢材 30",  # a row lacks a number
        "单位：万吨\n产品 2021年\n水泥 30 20\n钢材 30 40",  # a head is missing
        "单位：万吨\n产品 2021年 2022年\n水泥 30 20",  # one row proves nothing
        "单位：万吨\n产品 产地 2022年\n水泥 甲县 20\n钢材 乙县 30",  # no column of units
    ],
)
def test_what_is_not_proved_stays_text(text: str) -> None:
    assert tables(text) == []


COLUMNS = "甲城市水务局关于解决资金的请示\n市人民政府：\n请予解决。\n甲城市水务局\n2024年5月6日\n附件\n管网投资概算表\n"


def test_cells_typed_under_each_other_with_wide_blanks_are_a_table() -> None:
    rows = "单位：万元\n项目  数量   单价　合计\n深井  1眼  22.5  22.5\n管道  6公里  5.2  31.2\n合计        53.7\n"
    document = read("a.txt", (COLUMNS + rows).encode())
    assert_lawful(document)
    (table,) = (one for one in (*document.blocks, *document.appendix) if isinstance(one, Table))
    assert [[plain(cell.runs) for cell in row] for row in table.rows][-2:] == [
        ["管道", "6公里", "5.2", "31.2"],
        ["合计", "", "", "53.7"],
    ]
    assert plain(table.caption) == "单位：万元"


def test_numbers_of_rows_to_be_filled_in_are_rows_below_heads_parted_by_blanks() -> None:
    document = read("a.txt", (COLUMNS + "序号   项目   投资\n1\n2\n3\n").encode())
    (table,) = (one for one in (*document.blocks, *document.appendix) if isinstance(one, Table))
    assert [len(row) for row in table.rows] == [3, 3, 3, 3]


@pytest.mark.parametrize("rows", ["丁一  戊二  己三\n庚四  辛五\n", "项目  数量  单价\n深井  1眼\n管道  6公里  5.2\n"])
def test_lines_of_other_parts_are_no_table(rows: str) -> None:
    document = read("a.txt", (COLUMNS + rows).encode())
    assert not [one for one in (*document.blocks, *document.appendix) if isinstance(one, Table)]
