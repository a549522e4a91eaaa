"""Draw targets against results, for the pairs that can be compared; say why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from exporter.brief.choose import is_yearly
from exporter.brief.comparing import bound_of, compared, is_growth, is_rate
from exporter.brief.languages import label, language_of
from exporter.brief.options import Languages
from exporter.brief.tables import capital
from exporter.facts.data.pairs import FactPair
from exporter.model import Block, Bound, Chart, Paragraph, Run, Series

LARGEST_RATE, ENOUGH = 20, 2
"""Percent of a rate that stands beside growths at the most, and growths that are too few for a chart of their own."""


def growth_chart(
    pairs: Sequence[FactPair], years: tuple[str, str], most: int = 7, languages: Languages = "zh-en"
) -> Chart | None:
    """Chart the growth reached against the growth aimed at, with rates where growths are few.

    None with fewer than two pairs that compare. `years` are the year reviewed and the year planned;
    values are percent, as stated.
    """
    shown = sorted(charted(pairs, years)[:most], key=lambda pair: pair.target.span)
    if len(shown) < 2:
        return None
    names = tuple(label(pair.target.indicator, capital(pair.target.indicator_en or ""), languages) for pair in shown)
    values = [(_value(pair, result=True), _value(pair, result=False)) for pair in shown]
    results, targets = (tuple(one[side] for one in values) for side in (0, 1))
    bounds = [tuple(_bound(pair, result) for pair in shown) for result in (True, False)]
    return Chart(
        "dumbbell",
        names,
        (
            Series(label(*_done(shown, years[0]), languages), results, bounds[0]),
            Series(label(f"{years[1]}年目标", f"{years[1]} target", languages), targets, bounds[1]),
        ),
        "%",
        (),
        _in_words(names if languages == "en" else [pair.target.indicator for pair in shown], values, languages),
        language_of(languages),
    )


def _done(shown: Sequence[FactPair], year: str) -> tuple[str, str]:
    """Name the results, and say where some were only foreseen when the report was given."""
    if any(pair.result.kind == "estimate" for pair in shown):
        return f"{year}年完成（含预计）", f"{year} result (with estimates)"
    return f"{year}年完成", f"{year} result"


def _bound(pair: FactPair, result: bool) -> Bound:
    return bound_of(pair.result if result else pair.target, is_growth(pair))


def _in_words(
    names: Sequence[str], values: Sequence[tuple[Decimal | None, Decimal | None]], languages: Languages
) -> str:
    both = zip(names, values, strict=True)
    if languages == "en":
        return "; ".join(f"{name}: result {result}%, target {target}%" for name, (result, target) in both)
    return "；".join(f"{name}：完成{result}%，目标{target}%" for name, (result, target) in both)


def heading(pairs: Iterable[FactPair], years: tuple[str, str], most: int) -> tuple[str, str]:
    """Say what the chart shows: how each target that stands in it lies to last year's result, none left out.

    No numbers where a result that is itself a bound leaves one of them open.
    """
    every = charted(pairs, years)
    shown = every[:most]
    grown = all(map(is_growth, shown))
    what = ("增速", "Growth", "Growth") if grown else ("增速与比率", "Growth and rates", "Growth and rate")
    ways = [_way(pair) for pair in shown]
    if None in ways:
        return f"{what[0]}：完成与目标", f"{what[1]}: result and target"
    counts = [(count, *way) for way in WAYS if (count := ways.count(way))]
    zh = "、".join(f"{count}项{way}" for count, way, _ in counts)
    en = ", ".join(f"{count} {_several(way) if count > 1 else way}" for count, _, way in counts)
    if len(shown) < len(every):
        return f"图中{what[0]}目标：{zh}上年", f"Targets shown: {en} last year"
    return f"{what[0]}目标：{zh}上年", f"{what[2]} targets: {en} last year"


_SIDES = (("低于", "below"), ("等于", "equal to"), ("高于", "above"))
_ENDS = (("", ""), ("下限", "floor "), ("上限", "ceiling "))
WAYS = tuple((end_zh + side_zh, end_en + side_en) for side_zh, side_en in _SIDES for end_zh, end_en in _ENDS)
"""How targets lie to results; a bound is said to be one unless all that it allows lies on that side."""


def _several(way: str) -> str:
    return way.replace("floor ", "floors ").replace("ceiling ", "ceilings ")


def _way(pair: FactPair) -> tuple[str, str] | None:
    """Say how a target lies to its result as both are drawn; None where the result is a bound itself."""
    found = compared(pair)
    if found is None or _bound(pair, result=True) in ("at_least", "at_most", "over"):
        return None
    bound = _bound(pair, result=False)
    lies = (found.low > found.result) - (found.low < found.result)
    floor, ceiling = bound in ("at_least", "over") and lies <= 0, bound == "at_most" and lies >= 0
    return WAYS[(lies + 1) * len(_ENDS) + (1 if floor else 2 if ceiling else 0)]


def charted(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[FactPair, ...]:
    """Give the pairs that may stand in one chart: comparable, of the two years, all in percent.

    Rates join the growths where these are few, if all are of one size: a long axis would hide the growths.
    """
    alike = [pair for pair in pairs if why_not(pair, years) is None]
    grown = [pair for pair in alike if is_growth(pair)]
    small = [pair for pair in alike if is_growth(pair) or (pair.result.number or 0) <= LARGEST_RATE]
    return tuple(grown if len(grown) > ENOUGH or len(small) < 2 else small)


def not_compared(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[Block, ...]:
    """Name the pairs that stay out of the chart, each with the reason, in both languages; nothing for none."""
    reasons: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for pair in pairs:
        why = why_not(pair, years)
        if why and why[0]:
            reasons.setdefault(why, {})[pair.target.indicator, pair.target.indicator_en or ""] = None
    if not reasons:
        return ()
    zh = "；".join(f"{'、'.join(name for name, _ in names)}（{why}）" for (why, _), names in reasons.items())
    en = "; ".join(f"{', '.join(name for _, name in names)} ({why})" for (_, why), names in reasons.items())
    return (Paragraph((Run(f"未列入图中：{zh}。"), Run(f" Not in the chart: {en}.", lang="en")), "note"),)


def why_not(pair: FactPair, years: tuple[str, str]) -> tuple[str, str] | None:
    """Say in both languages why a target and a result do not stand in a chart; None where they do.

    Amounts, each in a unit of its own, stand in the tables, and need no reason: it is empty.
    """
    if not pair.comparable:
        return next((said for part, said in _REASONS if part in pair.reason), _REASONS[-1][1])
    if pair.target.period != years[1] or pair.result.period != years[0] or not is_yearly(pair.result):
        return "目标期与完成期长短不一", "target and result cover periods of different length"
    if pair.target.upper is not None or pair.result.upper is not None:
        return "为区间，见表", "stated as a range; see the tables"
    if compared(pair) is None:
        return _REASONS[-1][1]
    return None if is_growth(pair) or is_rate(pair) else ("", "")


_REASONS = (
    ("增长率", ("一为增长率，一为绝对数", "one is a growth rate, the other an amount")),
    ("新增", ("一为当年新增，一为总量", "one counts what was added, the other the total")),
    ("目标为", ("目标与完成数不是同一指标", "target and result are of different indicators")),
    ("范围", ("范围不同", "target and result differ in scope")),
    ("", ("口径不同", "not measured alike")),
)


def _value(pair: FactPair, result: bool) -> Decimal | None:
    fact = pair.result if result else pair.target
    return fact.change if is_growth(pair) else fact.number
