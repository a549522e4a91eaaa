"""Read numbers of headings, and levels by the pattern of the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.lines.numbering import han_numeral, han_value, number_of
from tests.readers.reading import outline_of, read

OPENED = {
    "第一编　总则": ("part", 1),
    "第十二章 附则": ("chapter", 12),
    "第三节　监督": ("section", 3),
    "第五条　本办法所称": ("article", 5),
    "一、回顾": ("han", 1),
    "（十一）改善": ("han_paren", 11),
    "1.完成": ("arabic", 1),
    "12、完成": ("arabic", 12),
    "1.1 总体": ("decimal", 1),
    "（3）推进": ("arabic_paren", 3),
    "④落实": ("circle", 4),
    "第一，抓改革": ("ordinal", 1),
    "三是抓落实": ("count", 3),
    "——经济平稳": ("dash", 0),
    "● 要点": ("bullet", 0),
    "[2]某工程": ("bracket", 2),
}
NOT_OPENED = (
    "一般公共预算",
    "一、二、三产业",
    "1.5亿元",
    "第三产业",
    "二三年",
    "第一季度",
    "一条路",
    "2018年",
    "百年大计",
    "——",
    "",
)
BODY = "这里是一段足够长的正文，用来说明前面的标题，句子完整，意思清楚，长度也超过一行。"


@pytest.mark.parametrize("text", OPENED)
def test_numbers_are_read(text: str) -> None:
    found = number_of(text)
    assert found is not None
    assert (found.kind, found.value) == OPENED[text]


@pytest.mark.parametrize("text", NOT_OPENED)
def test_text_that_only_begins_like_a_number_is_none(text: str) -> None:
    assert number_of(text) is None


@given(st.integers(1, 999))
def test_chinese_numerals_are_read_as_they_are_written(value: int) -> None:
    assert han_value(han_numeral(value)) == value


@given(st.text(max_size=30))
def test_any_text_has_a_number_or_none(text: str) -> None:
    found = number_of(text)
    assert found is None or 0 < found.end <= len(text)


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["第一章 总则", BODY, "一、目标", BODY, "（一）任务", BODY, "第二章 附则", BODY], [1, 2, 3, 1]),
        (["一、回顾", BODY, "1、工业。" + BODY, "2、农业。" + BODY, "二、安排", BODY], [1, 2, 2, 1]),
        (
            ["过去五年工作回顾", BODY, "一、经济", BODY, "二、社会", BODY, "今后五年安排", BODY, "一、目标", BODY],
            [1, 2, 2, 1, 2],
        ),
        (["一、安排", BODY, "一是抓改革。" + BODY, "二是抓开放。" + BODY, "二、建设", BODY], [1, 2, 2, 1]),
        (["一、安排", BODY, "第一，抓改革。", BODY, "第二，抓开放。", BODY], [1, 2, 2]),
        (["一、体会", BODY, "——坚持发展。" + BODY, "——坚持改革。" + BODY, "（一）下一步", BODY], [1, 2, 2, 2]),
    ],
)
def test_levels_come_from_the_pattern_of_the_document(lines: list[str], levels: list[int]) -> None:
    document = read("a.txt", "\n\n".join(["甲城市政府工作报告", "各位代表：", BODY, *lines, BODY]).encode())
    assert [level for level, _, _ in outline_of(document)] == levels


def test_single_sentences_under_numbers_are_a_list_and_no_headings() -> None:
    lines = ["一、办好实事", BODY, "1、修好道路。", "2、建好学校。", "3、管好市场。", "二、其他", BODY]
    document = read("a.txt", "\n".join(["甲城市政府工作报告", "各位代表：", BODY, *lines]).encode())
    assert [number for _, number, _ in outline_of(document)] == ["一、", "二、"]


def test_a_break_in_the_sequence_is_a_notice() -> None:
    lines = ["一、回顾", BODY, "三、安排", BODY]
    document = read("a.txt", "\n\n".join(["甲城市政府工作报告", "各位代表：", BODY, *lines]).encode())
    assert [one.code for one in document.notices] == ["outline.sequence"]


def test_fewer_parts_than_announced_is_a_notice() -> None:
    lines = ["一、安排", "今年要重点抓好三个方面工作：", "（一）工业", BODY, "（二）农业", BODY]
    document = read("a.txt", "\n\n".join(["甲城市政府工作报告", "各位代表：", BODY, *lines]).encode())
    assert "outline.incomplete" in [one.code for one in document.notices]


def test_a_heading_broken_over_two_lines_is_one() -> None:
    lines = ["一、2017年工作回顾", BODY, "二、2018年", "总体要求和目标", BODY, "三、建设让人满意的", "法治政府", BODY]
    document = read("a.txt", "\n\n".join(["甲城市政府工作报告", "各位代表：", BODY, *lines]).encode())
    assert [text for _, _, text in outline_of(document)] == [
        "2017年工作回顾",
        "2018年总体要求和目标",
        "建设让人满意的法治政府",
    ]
