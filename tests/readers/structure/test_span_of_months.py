"""A span of months in a title is no day of the document, and an hour behind a day leaves the day."""

from __future__ import annotations

from exporter.conversion import read_bytes

BODY = "今年以来，全县外贸企业努力开拓市场，进出口保持平稳，结构继续改善。\n"


def test_a_span_of_months_is_no_day() -> None:
    text = f"青河县外贸运行分析（2017年1-5月）\n\n{BODY}"
    assert read_bytes("a.txt", text.encode()).metadata.date is None
    assert read_bytes("a.txt", text.replace("1-5月", "1-11月").encode()).metadata.date is None


def test_an_hour_may_follow_the_day() -> None:
    text = f"青河县外贸运行分析\n2018-02-04 10:25　来源：青河日报\n\n{BODY}"
    assert read_bytes("a.txt", text.encode()).metadata.date == "2018-02-04"
