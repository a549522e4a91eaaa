"""A second reading of numbers, which shares nothing with the first."""

from __future__ import annotations

import ast
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import conversion, desk
from exporter.english.guard import witness
from exporter.english.guard.witness import doubts, numbers_in, sentence_around
from exporter.parts import Options

REPORT = """石泉县2024年政府工作报告

一、2023年工作回顾

财政收入完成80 000万元，增长12.5%。粮食产量达到三十二亿五千万斤。新增高新技术企业15家。

二、2024年重点工作

财政收入增长8%以上。
"""


@pytest.mark.parametrize(
    ("text", "held", "not_held"),
    [
        ("财政收入80 000万元", ("80000", "800000000"), ("0", "80", "8000")),
        ("二亿三千五百万元", ("235000000",), ("200035000000",)),
        ("增长1.5万亿元", ("1.5", "1500000000000"), ("15000",)),
        ("３３．５％", ("33.5",), ("335",)),
        ("分别突破70和50亿元", ("7000000000", "5000000000"), ("12000000000",)),
        ("占三分之一", ("1", "3"), ("13",)),
        ("八成五", ("85",), ()),
        ("0一成", ("0", "10"), ()),
        ("1.5成", ("15",), ()),
        ("二分之点五", (), ("0.25",)),
        ("一分之" + "九" * 28, ("9" * 28, "9" * 28 + "00"), ()),
    ],
)
def test_numbers(text: str, held: tuple[str, ...], not_held: tuple[str, ...]) -> None:
    found = numbers_in(text)
    assert {Decimal(one) for one in held} <= found
    assert not {Decimal(one) for one in not_held} & found


def test_a_fact_misread_is_found_whatever_its_english_says() -> None:
    document = desk.figured(conversion.read_bytes("report.txt", REPORT.encode()), Options())
    assert document.origin is not None
    text = document.origin.text
    figures = [fact for fact in document.facts if fact.number]
    assert len(figures) >= 3
    for fact in figures:
        sentence = sentence_around(text, fact.span)
        assert not list(doubts(fact, sentence)), fact.quote
        for wrong in (Decimal(0), fact.number + 1 if fact.number else Decimal(1), Decimal("7.77")):
            assert list(doubts(replace(fact, number=wrong, english=None), sentence)), (fact.quote, wrong)
        assert list(doubts(replace(fact, english="It reached 0.123 billion yuan."), sentence))


def test_it_shares_no_code_with_the_reading_of_facts() -> None:
    tree = ast.parse(Path(witness.__file__).read_text("utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names if name.startswith("exporter.facts") or "chinese_numbers" in name]


@given(st.text(alphabet="零一二三十百千万亿两半成点分之0123456789 .,%％多余和至", max_size=60))
def test_no_text_raises(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text))
