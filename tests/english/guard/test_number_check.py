"""The guard: what it must catch, what it must let pass, measured on the official reports."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.guard.english_numbers import mentions
from exporter.english.guard.number_check import check_segment
from exporter.facts.numbers.numerals import fold
from exporter.facts.numbers.quantities import quantities
from tests.english.guard.corruptions import ALIGNED, HELD_OUT, corrupted, pairs


def codes(zh: str, en: str) -> set[str]:
    return {finding.code for finding in check_segment(zh, en)}


@given(st.text(max_size=80), st.text(max_size=120))
def test_no_text_raises(zh: str, en: str) -> None:
    assert isinstance(check_segment(zh, en), tuple)


def test_hostile_lengths_end() -> None:
    for zh, en in (("增长" * 5000, "1" * 5000), ("1万" * 3000, "1," * 5000), ("一" * 9000, "a " * 9000)):
        check_segment(zh, en)


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("增长8%以上。", "It grew by 8 percent.", "figure.bound"),
        ("增长8%左右。", "It grew by around 8 percent.", None),
        ("控制在3%以内。", "It will be kept at no more than 3 percent.", None),
        ("控制在3%以内。", "It will be kept above 3 percent.", "figure.bound"),
        ("下降3.3个百分点。", "It fell by 3.3 percent.", "figure.unit"),
        ("下降3.3个百分点。", "It rose by 3.3 percentage points.", "figure.direction"),
        ("达到1487.8亿元。", "It reached 148.78 billion yuan.", None),
        ("达到1487.8亿元。", "It reached 1,487.8 billion yuan.", "figure.missing"),
        ("达到2.4亿美元。", "It reached 240 million yuan.", "figure.unit"),
        ("达到2.4亿美元。", "It reached 240 million US dollars.", None),
        ("达到1200亿元。", "It reached 120 billion dollars.", "figure.unit"),
        ("分别增长17.9%和13.7%。", "They grew by 17.9 and 13.7 percent respectively.", None),
        ("分别增长17.9%和13.7%。", "They grew by 13.7 and 17.9 percent respectively.", "figure.order"),
        ("分别提高4.2和0.7个百分点。", "They rose by 0.7 and 4.2 percentage points respectively.", "figure.order"),
        ("2017年完成100公里。", "In 2016, 100 kilometers were completed.", "figure.year"),
        ("提高3%。", "It rose by 3 percentage points.", "figure.unit"),
        ("城乡居民参保4亿人。", "A total of million people are covered.", "figure.broken"),
        ("将尿毒症等8类疾病纳入保障。", "We covered uraemia and seven other diseases.", None),
        ("完成100公里。", "100 kilometers and 30 bridges were completed.", "figure.foreign"),
        ("2180亩。", "2,180 mu (about 145 hectares).", None),
        ("2180亩。", "145 hectares.", None),
        ("2180亩。", "1,450 hectares.", "figure.missing"),
        ("增长2倍。", "It increased by 200 percent.", None),
        ("十三五规划。", "The 13th Five-Year Plan.", None),
        ("改革取得成效。", "改革 achieved results.", "text.han"),
        ("改革取得成效。", "", "text.empty"),
        ("深化改革开放，推动高质量发展，改善人民生活。", "Yes.", "text.length"),
        ("深化改革。", "Deepen reform; see https://example.org.", "text.markup"),
    ],
)
def test_what_is_found(zh: str, en: str, code: str | None) -> None:
    found = codes(zh, en)
    assert (code in found) if code else not found


@pytest.mark.parametrize(("name", "years", "count"), [("all", ALIGNED, 2000), ("held out", HELD_OUT, 1000)])
def test_sound_pairs_pass_and_corrupted_ones_do_not(
    shared: Path, capsys: pytest.CaptureFixture[str], name: str, years: tuple[str, ...], count: int
) -> None:
    """Bars: at least 99 percent of 2,000 corrupted pairs caught; at most 2 percent of sound figures flagged."""
    caught, made = Counter[str](), Counter[str]()
    for kind, zh, sound, wrong in corrupted(count, years=years):
        before = {(one.code, one.zh, one.en) for one in check_segment(zh, sound)}
        made[kind] += 1
        caught[kind] += any((one.code, one.zh, one.en) not in before for one in check_segment(zh, wrong))
    figures = flagged = 0
    for zh, en in pairs(years):
        figures += len(quantities(fold(zh))) + _numbers(en)
        flagged += sum(one.code.startswith("figure") for one in check_segment(zh, en))
    with capsys.disabled():
        shares = ", ".join(f"{kind} {caught[kind] / made[kind]:.1%}" for kind in made)
        print(f"\nguard, years {name}: caught {caught.total() / made.total():.2%} of {made.total()} ({shares})")
        print(f"guard, years {name}: {flagged} of {figures} figures of sound pairs flagged ({flagged / figures:.2%})")
    assert made.total() == count
    assert caught.total() >= 0.99 * made.total()
    assert min(caught[kind] / made[kind] for kind in made) >= 0.95
    assert flagged <= 0.02 * figures


def _numbers(en: str) -> int:

    return sum(not mention.spelled for mention in mentions(en))
