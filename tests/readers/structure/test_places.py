"""A place is a name that the document gives in its head, by a table of divisions, or none."""

from __future__ import annotations

import pytest

from exporter.readers.structure.divisions import rank_of
from exporter.readers.structure.places import named, place_of


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("四川省2024年工作总结", "四川省"),
        ("2024年三门峡市财政预算报告", "三门峡市"),
        ("日照市人民政府关于绿化的通知", "日照市"),
        ("于都县第十届人民代表大会第二次会议", "于都县"),
        ("保定市清苑区人民政府", "清苑区"),
        ("甲城市人民政府关于乙水县城规划的批复", "甲城市"),
        ("2024年1月3日在甲城市第三届人民代表大会第一次会议上", "甲城市"),
        ("丁一在甲城市工作会议上的讲话", None),
        ("关于加强城市管理的通知", None),
        ("我市全年修订省政府规章九件", None),
    ],
)
def test_a_line_of_the_head_names_a_place_or_none(line: str, place: str | None) -> None:
    assert named(line) == place


def test_running_text_names_no_place() -> None:
    text = "全年制定修订省政府规章九件，这离不开市委市政府的领导，也学习了苏州市政府的做法。"
    assert place_of("工作报告", None, (), (text,), (text,)) == (None, None)


def test_whom_the_speaker_stands_for_is_the_place() -> None:
    first = "现在，我代表易县人民政府，向大会报告工作。"
    assert place_of(None, None, (), (first,), (first,)) == ("易县", "county")
    assert place_of(None, None, (), ("现在，我代表县人民政府，报告工作。",), ()) == (None, None)


def test_a_party_committee_after_and_is_no_place() -> None:
    text = "在市委和县委的领导下，在市政府和县政府的支持下，工作有了进步。"
    assert place_of(None, None, (), (), [text] * 9) == (None, None)


@pytest.mark.parametrize(
    ("name", "rank"), [("重庆市", "province"), ("泰州市", "prefecture"), ("昆山市", "county"), ("甲水乡", "township")]
)
def test_the_rank_is_that_of_the_table(name: str, rank: str) -> None:
    assert rank_of(name) == rank
