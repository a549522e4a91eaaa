"""A glossary is told by its heading and its entries, whatever stands before the one and however short the report."""

from __future__ import annotations

import pytest

import exporter

REPORT = (
    "青岭市2026年政府工作报告\n\n一、2025年工作回顾\n\n新建公园8座。\n\n谢谢大家！\n\n{}\n\n"
    "1.步行圈：指居民步行10分钟的范围，面积约2平方公里。\n2.两个“60%”：指60%以上的资金用于乡村。\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "名词解释",
        "附件：名词解释",
        "附件1：名词解释",
        "附：报告中部分名词解释",
        "附录　名词解释",
        "《政府工作报告》有关用语说明",
    ],
)
def test_its_numbers_are_no_figures(heading: str) -> None:
    document = exporter.read(REPORT.format(heading).encode())
    assert [fact.indicator for fact in exporter.facts(document)] == ["公园"]
