"""No number of a report is left over: it is a figure, or there is a reason why it is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from exporter import conversion
from tests.facts.explained import explained, tally
from tests.facts.samples import report
from tests.reports import OURS

BAR = 0.98


def test_every_number_is_a_figure_or_has_its_reason() -> None:
    made = report(
        "2017年，全市生产总值612.5亿元、增长7.3%。",
        "推进“1+2”平台和G15高速建设，实施第3批1000万元以上项目45个，改造500千伏线路〔7〕。",
    )
    reasons = [(text[start:end], reason) for text, start, end, reason in explained(made)]
    figures = {number for number, reason in reasons if reason == "figure"}
    assert figures == {"612.5", "7.3", "45"}
    assert all(reason for _, reason in reasons)


def test_a_number_without_reason_is_seen() -> None:
    assert tally(report("大唐1830化肥。")) == Counter({"unexplained": 1})


def test_the_numbers_of_our_own_texts_are_explained() -> None:
    all_explained(OURS)


def test_the_numbers_of_the_corpus_are_explained(corpus_files: tuple[Path, ...], seed_path: Path) -> None:
    all_explained((seed_path, *corpus_files))


def all_explained(paths: Iterable[Path]) -> None:
    files = [path for path in paths if path.suffix != ".pdf"]
    counts = {path.name: tally(conversion.read(path)) for path in files}
    total = sum(counts.values(), Counter[str]())
    share = 1 - total["unexplained"] / total.total()
    print(f"numbers explained: {share:.4f} of {total.total()} (bar {BAR}); {dict(total)}")
    assert share >= BAR
    short = [
        name for name, count in counts.items() if count.total() > 40 and count["unexplained"] > 0.05 * count.total()
    ]
    assert not short, short
