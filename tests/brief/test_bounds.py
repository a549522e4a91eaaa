"""Every row of targets says all that bounds its figure: both ends, and the word of its bound, in both languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.brief.chart import growth_chart, heading, not_compared
from exporter.brief.comparing import Compared, compared, direction
from exporter.brief.phrases import noted
from exporter.brief.promise_tables import promises
from exporter.brief.subjects import paired_by_subject
from exporter.model import Block, Bound, Fact, Pair, Row, Span, Table, lines_of, plain

ZH: dict[Bound, str] = {
    "at_least": "以上",
    "at_most": "以内",
    "about": "左右",
    "strive": "力争",
    "over": "超",
    "nearly": "近",
}
EN: dict[Bound, tuple[str, ...]] = {
    "at_least": ("or more", "at least"),
    "at_most": ("no more than",),
    "about": ("around",),
    "strive": ("aim", "striven"),
    "over": ("more than",),
    "nearly": ("nearly",),
}
bounds = st.sampled_from([*ZH, "exact"])
sizes = st.decimals("0.1", "99", places=1)


def figure(name: str, kind: str, change: Decimal, bound: str = "exact", upper: Decimal | None = None) -> Fact:
    return Fact(
        f"{kind}-{name}",
        Span(0, 1),
        1,
        "",
        name,
        upper=upper,
        change=change,
        change_kind="percent",
        bound=bound,  # type: ignore[arg-type]
        kind=kind,  # type: ignore[arg-type]
        period="2021" if kind == "target" else "2020",
        indicator_en=f"indicator {name}",
        english_status="verified",
    )


@given(st.lists(st.tuples(sizes, bounds, st.booleans()), min_size=1, max_size=6), st.booleans())
def test_a_row_has_both_ends_and_the_bound_of_its_target(given_: list[tuple[Decimal, str, bool]], told: bool) -> None:
    aims, results = [], []
    for at, (size, bound, ranged) in enumerate(given_):
        name = f"指标{'甲乙丙丁戊己'[at]}"
        upper = size + 1 if ranged else None
        aims.append(figure(name, "target", size, "range" if ranged else bound, upper))
        results += [figure(name, "actual", size)] * told
    pairs = paired_by_subject((*results, *aims))
    blocks = list(promises(aims, {fact.id for fact in aims}, (), pairs, ("2020", "2021")))
    rows = {plain(row[0].runs): [plain(cell.runs) for cell in row] for row in _rows(blocks)}
    assert set(rows) == {fact.indicator for fact in aims}
    for fact in aims:
        zh, en = rows[fact.indicator][len(rows[fact.indicator]) // 2 - 1], rows[fact.indicator][-1]
        for number in filter(None, (fact.change, fact.upper)):
            assert f"{number.normalize():f}" in zh and f"{number.normalize():f}" in en, (zh, en)
        if fact.bound in ZH:
            assert ZH[fact.bound] in zh and any(word in en for word in EN[fact.bound]), (zh, en)


def _rows(blocks: list[Block]) -> list[Row]:
    return [row for block in blocks if isinstance(block, Table) for row in block.rows[1:]]


@given(sizes, sizes, sizes)
def test_a_range_is_above_or_below_as_a_whole_or_not_at_all(result: Decimal, one: Decimal, more: Decimal) -> None:
    aim = figure("甲", "target", one, "range", one + more)
    (pair,) = paired_by_subject((figure("甲", "actual", result), aim))
    assert compared(pair) == Compared(result, one, one + more)
    expected = "higher" if one > result else "lower" if one + more < result else None
    assert direction(pair) == expected


YEARS = ("2020", "2021")
measured = st.tuples(sizes, st.sampled_from(["exact", "about", "strive", "at_least", "over", "at_most"]), sizes)


@given(st.lists(measured, min_size=3, max_size=6), st.integers(2, 6))
def test_the_headline_of_a_chart_counts_each_of_its_rows_once(
    rows: list[tuple[Decimal, str, Decimal]], most: int
) -> None:
    made = [
        (figure(name := f"指标{at}", "target", size, bound), figure(name, "actual", reached))
        for at, (size, bound, reached) in enumerate(rows)
    ]
    pairs = paired_by_subject([fact for both in made for fact in both])
    zh, en = heading(pairs, YEARS, most)
    chart = growth_chart(pairs, YEARS, most)
    assert chart is not None
    drawn = len(chart.categories)
    ways = "下限低于|下限接近|下限等于|上限等于|上限接近|上限高于|低于|接近|等于|高于"
    counts = {way: int(count) for count, way in re.findall(rf"(\d+)项({ways})", zh)}
    assert sum(counts.values()) == drawn == sum(map(int, re.findall(r"\d+", en)))
    assert zh.startswith("图中") == ("shown" in en) == (drawn < len(pairs))
    results, targets = (series.values for series in chart.series)
    bounds = chart.series[1].bounds
    both = [(aim, done, bound) for aim, done, bound in zip(targets, results, bounds, strict=True) if aim and done]
    close = [bound == "about" and abs(aim - done) <= done / 20 for aim, done, bound in both]
    apart = [(aim - done, bound) for (aim, done, bound), near in zip(both, close, strict=True) if not near]
    floors, ceilings = ("at_least", "over"), ("at_most",)
    assert counts.get("接近", 0) == sum(close)
    assert counts.get("低于", 0) == sum(by < 0 and bound not in floors for by, bound in apart)
    assert counts.get("高于", 0) == sum(by > 0 and bound not in ceilings for by, bound in apart)
    assert counts.get("下限低于", 0) == sum(by < 0 and bound in floors for by, bound in apart)


@pytest.mark.parametrize("kind", ["actual", "estimate"])
def test_nothing_equals_what_is_only_about_so_much(kind: str) -> None:
    facts = [figure(f"指标{at}", kind_, Decimal(5)) for at in range(3) for kind_ in ("target", "actual")]
    facts[:2] = [figure("指标0", "target", Decimal(5), "at_least"), figure("指标0", kind, Decimal(5), "about")]
    zh, en = heading(paired_by_subject(facts), YEARS, 7)
    assert (zh, en) == (
        "增速目标：1项下限接近、2项等于上年",
        "Growth targets against last year's result: 1 has a floor close to it, 2 are the same",
    )


def test_a_target_of_which_less_is_better_is_named_and_not_counted() -> None:
    facts = [figure(name, kind, Decimal(5)) for name in ("指标甲", "指标乙") for kind in ("target", "actual")]
    facts += [figure("居民消费价格", "target", Decimal(3)), figure("居民消费价格", "actual", Decimal(2))]
    zh, _ = heading(paired_by_subject(facts), YEARS, 7)
    assert zh == "增速目标：2项等于上年；居民消费价格目标高于上年"


def test_the_words_of_a_chart_have_the_bounds_of_its_figures() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(5)) for at in range(2) for kind in ("target", "actual")]
    facts[:2] = [figure("指标0", "target", Decimal(5), "at_least"), figure("指标0", "estimate", Decimal(5), "about")]
    chart = growth_chart(paired_by_subject(facts), YEARS)
    assert chart is not None
    assert "指标0：完成预计5%左右，目标5%以上" in chart.alt
    assert "Indicator 指标0: result around 5 percent (estimate), target 5 percent or more" in chart.alt


def test_what_stays_out_of_a_chart_is_named_with_its_reason() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(at + 5)) for at in range(3) for kind in ("target", "actual")]
    note = noted(not_compared(paired_by_subject(facts), YEARS, 2))
    assert list(lines_of(note)) == [
        "未列入图中：指标2（篇幅所限）。 Not in the chart: indicator 指标2 (for want of room)."
    ]


def test_a_result_that_is_a_bound_leaves_the_headline_without_numbers() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(5)) for at in range(3) for kind in ("target", "actual")]
    facts[1] = figure("指标0", "actual", Decimal(3), "over")
    assert heading(paired_by_subject(facts), YEARS, 7) == ("增速：完成与目标", "Growth: result and target")


def test_later_targets_are_listed_apart_and_a_list_that_is_cut_says_so() -> None:
    later = [figure(f"指标{at}", "target", Decimal(at + 1)) for at in range(9)]
    blocks = list(promises([figure("甲", "target", Decimal(5))], (), later, (), ("2020", "2021")))
    said = [line for block in blocks if isinstance(block, Pair) for line in lines_of(block)]
    assert any(line.endswith("等。") for line in said) and any("and others" in line for line in said)
