"""A span of months in a title is no day of the document."""

from __future__ import annotations

from exporter.conversion import read_bytes


def test_a_span_of_months_is_no_day() -> None:
    text = "青河县外贸运行分析（2017年1-5月）\n\n今年以来，全县外贸企业努力开拓市场，进出口保持平稳，结构继续改善。\n"
    assert read_bytes("a.txt", text.encode()).metadata.date is None
