"""Draw targets against results, for the pairs that can be compared; say why the others cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from exporter.brief.comparing import CLOSE, Compared, bound_of, compared, is_ceiling, is_growth, is_rate
from exporter.brief.languages import label, language_of
from exporter.brief.names import name_en, name_zh
from exporter.brief.options import Languages
from exporter.brief.phrases import Said, amount, words
from exporter.brief.tables import capital
from exporter.brief.wording import reckoning_of
from exporter.facts.data.pairs import FactPair
from exporter.model import BOUND_SIGNS, Bound, Chart, Series

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
    names = tuple(label(*_named(pair), languages) for pair in shown)
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
        _in_words(shown, languages),
        language_of(languages),
    )


def _done(shown: Sequence[FactPair], year: str) -> tuple[str, str]:
    """Name the results, and say where some were only foreseen when the report was given."""
    if any(pair.result.kind == "estimate" for pair in shown):
        return f"{year}年完成（含预计）", f"{year} result (with estimates)"
    return f"{year}年完成", f"{year} result"


def _bound(pair: FactPair, result: bool) -> Bound:
    return bound_of(pair.result if result else pair.target, is_growth(pair))


def _named(pair: FactPair) -> tuple[str, str]:
    """Name what a pair measures, and in what terms a growth is reckoned."""
    zh, en = name_zh(pair.target), capital(name_en(pair.target))
    terms = reckoning_of(pair.result) if is_growth(pair) else None
    return (f"{zh}（{terms.zh}）", f"{en}, {terms.en}" if en else en) if terms and terms.zh else (zh, en)


def _in_words(pairs: Iterable[FactPair], languages: Languages) -> str:
    """Say the chart in words, each figure with its bound as the tables have it."""
    said = [(_named(pair), [amount(fact, is_growth(pair)) for fact in (pair.result, pair.target)]) for pair in pairs]
    zh = "；".join(f"{name}：完成{result[0]}，目标{target[0]}" for (name, _), (result, target) in said)
    en = "; ".join(f"{name}: result {result[1]}, target {target[1]}" for (_, name), (result, target) in said)
    return {"zh": f"{zh}。", "en": f"{en}."}.get(languages, f"{zh}。{en}.")


def heading(pairs: Iterable[FactPair], years: tuple[str, str], most: int) -> tuple[str, str]:
    """Say what the chart shows: how each target that stands in it lies to last year's result, none left out.

    No numbers where a result that is itself a bound leaves one of them open. Of prices and the like, of which less
    is better, no target is counted among those above and below: they are named.
    """
    every = charted(pairs, years)
    shown = every[:most]
    what = ("增速", "Growth") if all(map(is_growth, shown)) else ("增速与比率", "Growth and rate")
    ways = [(pair, _way(pair)) for pair in shown]
    if any(way is None for _, way in ways):
        return f"{what[0]}：完成与目标", f"{what[1]}{'' if what[1] == 'Growth' else 's'}: result and target"
    counted = Counter(way for pair, way in ways if way and not _is_named(pair))
    counts = [(counted[way], *way) for way in WAYS if way in counted]
    named = [(pair.target, way) for pair, way in ways if way and _is_named(pair)]
    zh = ["、".join(f"{count}项{way}" for count, way, _ in counts) + "上年"] * bool(counts)
    en = [", ".join(f"{count} {way[count > 1]}" for count, _, way in counts)] * bool(counts)
    zh += [f"{name_zh(fact)}目标{way}上年" for fact, (way, _) in named]
    en += [f"the target for {name_en(fact)} {way[0]}" for fact, (_, way) in named]
    first = (
        (f"图中{what[0]}目标", "Targets shown") if len(shown) < len(every) else (f"{what[0]}目标", f"{what[1]} targets")
    )
    return f"{first[0]}：{'；'.join(zh)}", f"{first[1]} against last year's result: {'; '.join(en)}"


def _is_named(pair: FactPair) -> bool:
    """Tell whether a target, of which less is better, is stated without being called a ceiling."""
    return is_ceiling(pair.target) and _bound(pair, result=False) != "at_most"


_SIDES = (
    ("低于", "lower", "below"),
    ("接近", "about the same", "close to"),
    ("等于", "the same", "at"),
    ("高于", "higher", "above"),
)
_ENDS = (("", ""), ("下限", "floor"), ("上限", "ceiling"))
_Way: TypeAlias = tuple[str, tuple[str, str]]
"""How a target lies to its result: in Chinese, and in English of one and of several."""


def _said(side: str, against: str, end: str) -> tuple[str, str]:
    """Say of one and of several: is lower, are lower; has a floor below it, have a floor below it."""
    if not end:
        return f"is {side}", f"are {side}"
    return f"has a {end} {against} it", f"have a {end} {against} it"


WAYS: tuple[_Way, ...] = tuple(
    (end_zh + side_zh, _said(side, against, end)) for side_zh, side, against in _SIDES for end_zh, end in _ENDS
)
"""How targets lie to results; a bound is said to be one unless all that it allows lies on that side."""
_BELOW, _CLOSE, _EQUAL, _ABOVE = range(len(_SIDES))


def _way(pair: FactPair) -> _Way | None:
    """Say how a target lies to its result as both are drawn; None where the result is a bound itself."""
    found = compared(pair)
    if found is None or _bound(pair, result=True) in ("at_least", "at_most", "over"):
        return None
    bound = _bound(pair, result=False)
    side = _EQUAL if found.low == found.result else _BELOW if found.low < found.result else _ABOVE
    if _is_loose(pair, found):
        side = _CLOSE
    floor, ceiling = bound in ("at_least", "over") and side != _ABOVE, bound == "at_most" and side != _BELOW
    return WAYS[side * len(_ENDS) + (1 if floor else 2 if ceiling else 0)]


def _is_loose(pair: FactPair, found: Compared) -> bool:
    """Tell whether two figures are close, and one says only about how much."""
    about = any(_bound(pair, result) in ("about", "nearly") for result in (True, False))
    return about and abs(found.low - found.result) <= CLOSE * abs(found.result)


def charted(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[FactPair, ...]:
    """Give the pairs that may stand in one chart: comparable, of the two years, all in percent.

    Rates join the growths where these are few, if all are of one size: a long axis would hide the growths.
    """
    alike = [pair for pair in pairs if why_not(pair, years) is None]
    grown = [pair for pair in alike if is_growth(pair)]
    small = [pair for pair in alike if is_growth(pair) or (pair.result.number or 0) <= LARGEST_RATE]
    return tuple(grown if len(grown) > ENOUGH or len(small) < 2 else small)


def signs(chart: Chart) -> Said:
    """Say what the signs before numbers mean, of those that a chart has; nothing for none."""
    there = {BOUND_SIGNS[bound] for series in chart.series for bound in series.bounds if bound in BOUND_SIGNS}
    meant = [(sign, *_MEAN[sign]) for sign in _MEAN if sign in there]
    zh = "，".join(f"{sign}为{zh}" for sign, zh, _ in meant)
    en = ", ".join(f"{sign}: {en}" for sign, _, en in meant)
    return words(f"{zh}。", f" {en}.") if meant else words("", "")


_MEAN = {
    "≥": ("以上", "or more"),
    ">": ("超过", "more than"),
    "≤": ("以内", "or less"),
    "≈": ("约", "about"),
}


def not_compared(pairs: Iterable[FactPair], years: tuple[str, str], most: int) -> Said:
    """Name the pairs that stay out of the chart, each with the reason; nothing for none.

    Amounts, each in a unit of its own, stand in the tables and need no reason.
    """
    every = tuple(pairs)
    could = charted(every, years)
    drawn = {pair.target.id for pair in could[:most]}
    reasons: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for pair in every:
        why = _NO_ROOM if pair in could else why_not(pair, years) or _RATE
        if pair.target.id not in drawn and why != _AMOUNT:
            reasons.setdefault(why, {})[name_zh(pair.target), name_en(pair.target)] = None
    zh = "；".join(f"{'、'.join(name for name, _ in names)}（{why}）" for (why, _), names in reasons.items())
    en = "; ".join(f"{', '.join(name for _, name in names)} ({why})" for (_, why), names in reasons.items())
    return words(f"未列入图中：{zh}。", f" Not in the chart: {en}.") if reasons else words("", "")


_NO_ROOM = ("篇幅所限", "for want of room")
_RATE = ("比率，不是增速", "a rate, not a growth rate")
_AMOUNT = ("数额，单位不是百分数", "an amount, not in percent")
_RANGE = ("为区间，见表", "stated as a range; see the tables")
_LENGTHS = ("目标期与完成期长短不一", "target and result cover periods of different length")
_YEARS = ("目标与完成数的年份不同", "target and result are not of the two years shown")


def why_not(pair: FactPair, years: tuple[str, str]) -> tuple[str, str] | None:
    """Say in both languages why a target and a result do not stand in a chart of percent; None where they may."""
    if not pair.comparable:
        return next((said for part, said in _REASONS if part in pair.reason), _REASONS[-1][1])
    if any("-" in (fact.period or "") for fact in (pair.target, pair.result)):
        return _LENGTHS
    if pair.target.period != years[1] or pair.result.period != years[0]:
        return _YEARS
    if pair.target.upper is not None or pair.result.upper is not None:
        return _RANGE
    if compared(pair) is None:
        return _REASONS[-1][1]
    return None if is_growth(pair) or is_rate(pair) else _AMOUNT


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
