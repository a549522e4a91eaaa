"""Every row of targets says all that bounds its figure: both ends, and the word of its bound, in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from exporter.brief.chart import charted, growth_chart, key
from exporter.brief.comparing import Compared, compared, direction
from exporter.brief.promise_tables import promises
from exporter.brief.rests_on import aims
from exporter.brief.subjects import paired_by_subject
from exporter.model import (
    BOUND_SIGNS,
    Block,
    Bound,
    Document,
    Fact,
    Metadata,
    Pair,
    Row,
    Span,
    Table,
    lines_of,
    plain,
)

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
measured = st.tuples(sizes, st.sampled_from(["exact", "about", "strive", "at_least", "over"]), sizes)


@given(st.lists(measured, min_size=3, max_size=6))
def test_a_chart_draws_every_pair_that_compares_and_names_its_facts(rows: list[tuple[Decimal, str, Decimal]]) -> None:
    made = [
        (figure(name := f"指标{at}", "target", size, bound), figure(name, "actual", reached))
        for at, (size, bound, reached) in enumerate(rows)
    ]
    chart = growth_chart(paired_by_subject([fact for both in made for fact in both]), YEARS)
    assert chart is not None and len(chart.categories) == len(rows)
    results, targets = chart.series
    assert sorted(results.facts) == sorted(done.id for _, done in made)
    assert dict(zip(targets.facts, targets.values, strict=True)) == {aim.id: aim.change for aim, _ in made}
    signs = {bound for bound in targets.bounds if bound in BOUND_SIGNS}
    said = "".join(run.text for run in key(chart).zh)
    assert all(BOUND_SIGNS[bound] in said for bound in signs)
    assert all(
        sign not in said for bound, sign in BOUND_SIGNS.items() if sign not in {BOUND_SIGNS[one] for one in signs}
    )


@given(st.lists(measured, min_size=3, max_size=6))
def test_growth_targets_are_counted_by_their_figures(rows: list[tuple[Decimal, str, Decimal]]) -> None:
    made = [
        (figure(name := f"指标{at}", "target", size, bound), figure(name, "actual", reached))
        for at, (size, bound, reached) in enumerate(rows)
    ]
    document = Document(Metadata(year_reviewed=2020, year_planned=2021), ())
    said = aims(document, paired_by_subject([fact for both in made for fact in both]))
    assert said is not None
    below = sum(size < reached for size, _, reached in rows)
    zh = "".join(run.text for run in said.zh)
    counted = "均低于" if below == len(rows) else "均不低于" if not below else f"中{below}项低于"
    floors = any(size < reached and bound in ("at_least", "over") for size, bound, reached in rows)
    assert zh.startswith(f"可比的{len(rows)}项增速目标{'（或其下限）' * floors}{counted}上年")


def test_a_range_is_drawn_with_both_its_ends() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(5)) for at in range(2) for kind in ("target", "actual")]
    facts[0] = figure("指标0", "target", Decimal("4.5"), "range", Decimal(5))
    chart = growth_chart(paired_by_subject(facts), YEARS)
    assert chart is not None and chart.series[1].uppers == (Decimal(5), None)


def test_prices_stand_on_no_axis_of_growths() -> None:
    facts = [figure(name, kind, Decimal(5)) for name in ("指标甲", "指标乙") for kind in ("target", "actual")]
    facts += [figure("居民消费价格", "target", Decimal(3)), figure("居民消费价格", "actual", Decimal(2))]
    assert [pair.target.indicator for pair in charted(paired_by_subject(facts), YEARS)] == ["指标甲", "指标乙"]


def test_results_that_are_estimates_are_called_so() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(5)) for at in range(3) for kind in ("target", "estimate")]
    chart = growth_chart(paired_by_subject(facts), YEARS)
    assert chart is not None and chart.series[0].name == "2020年预计增速 2020 growth (estimate)"
    facts[1] = figure("指标0", "actual", Decimal(5))
    mixed = growth_chart(paired_by_subject(facts), YEARS)
    assert mixed is not None and mixed.series[0].name == "2020年增速 2020 growth"
    assert [("（预计）" in name, "(est.)" in name) for name in mixed.categories] == [
        (False, False),
        *[(True, True)] * 2,
    ]


def test_a_target_to_keep_to_says_so_in_both_languages() -> None:
    aim = replace(figure("失业率", "target", Decimal(5), "about"), quote="失业率控制在5%左右")
    blocks = list(promises([aim, figure("甲", "target", Decimal(5))], {aim.id}, (), (), YEARS))
    said = " ".join(line for block in blocks for line in lines_of(block))
    assert "控制在5%左右" in said and "kept at around +5%" in said
    prices = replace(
        figure("居民消费价格指数", "target", Decimal(3), "about"), quote="居民消费价格指数涨幅控制在3%左右"
    )
    rows = list(promises([prices], {prices.id}, (), (), YEARS))
    told = " ".join(line for block in rows for line in lines_of(block))
    assert "涨幅控制在3%左右" in told and "rise kept at around 3%" in told


def test_the_words_of_a_chart_have_the_bounds_of_its_figures() -> None:
    facts = [figure(f"指标{at}", kind, Decimal(5)) for at in range(2) for kind in ("target", "actual")]
    facts[:2] = [figure("指标0", "target", Decimal(5), "at_least"), figure("指标0", "estimate", Decimal(5), "about")]
    chart = growth_chart(paired_by_subject(facts), YEARS)
    assert chart is not None
    assert "指标0：完成预计5%左右，目标5%以上" in chart.alt
    assert "Indicator 指标0: result around 5 percent (estimate), target 5 percent or more" in chart.alt


def test_later_targets_are_listed_apart_and_a_list_that_is_cut_says_so() -> None:
    later = [figure(f"指标{at}", "target", Decimal(at + 1)) for at in range(9)]
    blocks = list(promises([figure("甲", "target", Decimal(5))], (), later, (), ("2020", "2021")))
    said = [line for block in blocks if isinstance(block, Pair) for line in lines_of(block)]
    assert any(line.endswith("等。") for line in said) and any("and others" in line for line in said)
