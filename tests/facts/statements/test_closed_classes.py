"""A word of the grammar has one meaning: of two, that of the list which is read last would win without a word."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from exporter.style import data_folder
from tests.facts.samples import facts

LISTED = tomllib.loads((data_folder("source") / "grammar.toml").read_text("utf-8"))
TAIL = LISTED["tail"]


def twice(*lists: str) -> list[str]:
    return [word for word, count in Counter(" ".join(lists).split()).items() if count > 1]


@pytest.mark.parametrize("name", [name for name in LISTED if name != "tail"])
def test_a_class_lists_a_word_once(name: str) -> None:
    assert twice(LISTED[name]) == []


def test_a_word_before_a_number_is_of_one_class() -> None:
    assert twice(*TAIL.values()) == []


@pytest.mark.parametrize(
    ("sentence", "name", "change"),
    [
        ("园区产值大约增长5%。", "园区产值", "5"),
        ("园区产值大约为50亿元。", "园区产值", None),
        ("园区市值倍增120%。", "园区市值", "120"),
        ("培育规模倍增企业30家。", "规模倍增企业", None),
    ],
)
def test_about_and_doubling_are_no_part_of_a_name(sentence: str, name: str, change: str | None) -> None:
    (fact,) = facts("一、过去一年工作回顾", sentence)
    assert (fact.indicator, None if fact.change is None else str(fact.change)) == (name, change)
