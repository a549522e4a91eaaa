"""Draw targets against results, for the pairs that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from exporter.brief.comparing import bound_of, compared, is_ceiling, is_growth, is_rate
from exporter.brief.languages import label, language_of
from exporter.brief.options import Languages
from exporter.brief.phrases import Said, amount, words
from exporter.brief.tables import scoped_en, scoped_zh
from exporter.brief.wording import reckoning_of
from exporter.facts.data.pairs import FactPair
from exporter.model import BOUND_SIGNS, Bound, Chart, Series

FEWEST, ENOUGH = 2, 3
"""Growths that make a chart, and growths and rates together that do where growths are too few."""
LARGEST_RATE = 20
"""Percent of a rate that stands beside growths at the most."""


def growth_chart(pairs: Sequence[FactPair], years: tuple[str, str], languages: Languages = "zh-en") -> Chart | None:
    """Chart the growth reached against the growth aimed at, for all pairs that compare, in the report's order.

    None where they are too few. `years` are the year reviewed and the year planned; values are percent, as stated.
    """
    shown = charted(pairs, years)
    if not shown:
        return None
    marked = _is_mixed(shown)
    names = tuple(label(*_named(pair, marked), languages) for pair in shown)
    heads = label(*_done(shown, years[0]), languages), label(*_aimed_at(shown, years[1]), languages)
    results, targets = (_series(name, shown, result) for name, result in zip(heads, (True, False), strict=True))
    return Chart("dumbbell", names, (results, targets), "%", (), _in_words(shown, languages), language_of(languages))


def _series(name: str, shown: Sequence[FactPair], result: bool) -> Series:
    facts = [pair.result if result else pair.target for pair in shown]
    uppers = tuple(fact.upper if fact.value is None else None for fact in facts)
    return Series(
        name,
        tuple(_value(pair, result) for pair in shown),
        tuple(_bound(pair, result) for pair in shown),
        uppers if any(one is not None for one in uppers) else (),
        tuple(fact.id for fact in facts),
    )


def _is_mixed(shown: Sequence[FactPair]) -> bool:
    """Tell whether some results, and not all, were only foreseen when the report was given."""
    return len({pair.result.kind == "estimate" for pair in shown}) > 1


def _done(shown: Sequence[FactPair], year: str) -> tuple[str, str]:
    """Name the results; those that were only foreseen when the report was given are no results yet."""
    foreseen = all(pair.result.kind == "estimate" for pair in shown)
    if all(map(is_growth, shown)):
        return (f"{year}年预计增速", f"{year} growth (estimate)") if foreseen else (f"{year}年增速", f"{year} growth")
    return (f"{year}年预计", f"{year} estimate") if foreseen else (f"{year}年完成", f"{year} result")


def _aimed_at(shown: Sequence[FactPair], year: str) -> tuple[str, str]:
    """Name the targets, and that they are for growth where all are."""
    return (
        (f"{year}年增速目标", f"{year} growth target")
        if all(map(is_growth, shown))
        else (f"{year}年目标", f"{year} target")
    )


def _bound(pair: FactPair, result: bool) -> Bound:
    bound = bound_of(pair.result if result else pair.target, is_growth(pair))
    return "exact" if bound == "range" else bound


FORESEEN = ("（预计）", " (est.)")
"""Behind the name of a result that is an estimate, where others beside it are none."""


def _named(pair: FactPair, marked: bool = False) -> tuple[str, str]:
    """Name what a pair measures, and in what terms a growth is reckoned; `marked`: and that its result is foreseen."""
    zh, en = scoped_zh(pair.target), scoped_en(pair.target)
    terms = reckoning_of(pair.result) if is_growth(pair) else None
    zh, en = (f"{zh}（{terms.zh}）", f"{en}, {terms.en}" if en else en) if terms and terms.zh else (zh, en)
    if _bound(pair, result=False) == "strive":
        zh, en = f"{zh}（力争）", f"{en} (aim)" if en else en
    if marked and pair.result.kind == "estimate":
        return zh + FORESEEN[0], en + FORESEEN[1] if en else en
    return zh, en


def _in_words(pairs: Iterable[FactPair], languages: Languages) -> str:
    """Say the chart in words, each figure with its bound as the tables have it."""
    said = [(_named(pair), [amount(fact, is_growth(pair)) for fact in (pair.result, pair.target)]) for pair in pairs]
    zh = "；".join(f"{name}：完成{result[0]}，目标{target[0]}" for (name, _), (result, target) in said)
    en = "; ".join(f"{name}: result {result[1]}, target {target[1]}" for (_, name), (result, target) in said)
    return {"zh": f"{zh}。", "en": f"{en}."}.get(languages, f"{zh}。{en}.")


def charted(pairs: Iterable[FactPair], years: tuple[str, str]) -> tuple[FactPair, ...]:
    """Give the pairs that stand in one chart: comparable, of the two years, growths in percent, in the report's order.

    Prices and rates, of which less is better, join them only where growths alone make no chart.
    """
    alike = sorted((pair for pair in pairs if may_be_charted(pair, years)), key=lambda pair: pair.target.span)
    grown = [pair for pair in alike if is_growth(pair) and not is_ceiling(pair.target)]
    if len(grown) >= FEWEST:
        return tuple(grown)
    small = [pair for pair in alike if is_growth(pair) or (pair.result.number or 0) <= LARGEST_RATE]
    return tuple(small) if len(small) >= ENOUGH else ()


def key(chart: Chart) -> Said:
    """Say what the marks of a chart mean, of those that it has; nothing for none."""
    there = {bound for series in chart.series for bound in series.bounds if bound in BOUND_SIGNS}
    meant = [(sign, *_MEAN[sign]) for sign in _MEAN if sign in {BOUND_SIGNS[bound] for bound in there}]
    zh, en = [f"{sign}为{zh}" for sign, zh, _ in meant], [f"{sign}: {en}" for sign, _, en in meant]
    if any(FORESEEN[0] in name or FORESEEN[1] in name for name in chart.categories):
        zh, en = [*zh, "（预计）：完成数为预计数"], [*en, "(est.): the result is an estimate"]
    return words(f"{'，'.join(zh)}。", f" {'; '.join(en)}.") if zh else words("", "")


_MEAN = {
    "≥": ("以上", "or more"),
    ">": ("超过", "more than"),
    "≤": ("以内", "or less"),
    "≈": ("约", "about"),
}


def may_be_charted(pair: FactPair, years: tuple[str, str]) -> bool:
    """Tell whether a result and a target compare, are each of its year, and given in percent."""
    single = not any("-" in (fact.period or "") for fact in (pair.target, pair.result))
    if not single or (pair.result.period, pair.target.period) != years or compared(pair) is None:
        return False
    return is_growth(pair) or (is_rate(pair) and pair.target.upper is None)


def _value(pair: FactPair, result: bool) -> Decimal | None:
    fact = pair.result if result else pair.target
    return fact.change if is_growth(pair) else fact.number
