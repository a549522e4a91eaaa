"""Say what a judgement rests on: growths held against that of output, what fell, targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from exporter.brief.choose import Choice
from exporter.brief.comparing import Direction, bound_of, compared, direction, is_ceiling, is_growth
from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, amount, joined, listed, of, rate, words
from exporter.brief.subjects import is_output, known
from exporter.brief.yearly import is_yearly
from exporter.facts.data.pairs import FactPair
from exporter.model import Document, Fact

FEW, MOST = 2, 3
"""Growths, and targets, that a sentence names of a kind at the most; it says that they are some of those there are."""


def against_output(document: Document, results: Iterable[Choice], year: str) -> Said | None:
    """Say of some growths that they were above or below that of output, as the report states them."""
    every = [choice.fact for choice in results]
    grown = [fact for fact in every if _is_growth_of_flow(fact)]
    output = next((fact for fact in grown if is_output(fact)), None)
    others = [fact for fact in grown if not is_output(fact) and (fact.change or 0) > 0]
    if output is None or output.change is None or len(others) < 2:
        return None
    above = [fact for fact in others if (fact.change or 0) > output.change]
    below = [fact for fact in others if (fact.change or 0) < output.change]
    told = {fact.indicator for fact in grown}
    unsaid = [fact for fact in (*every, *_of_the_year(document, year)) if fact.indicator not in told]
    unsaid = [fact for fact in unsaid if fact.change_kind == "percent" and not is_ceiling(fact)]
    rises = [fact.change for fact in unsaid if fact.change and fact.change > 0]
    faster, slower = any(rise > output.change for rise in rises), any(rise < output.change for rise in rises)
    first = ("高于", "Faster") if above else ("低于", "Slower")
    opening = joined(words(f"{year}年增速{first[0]}", f"{first[1]} than "), _bracketed(output))
    parts = [opening, _named(("的有", f" in {year}"), above or below, faster if above else slower)]
    if above and below:
        parts += [_named(("；低于的有", "; slower"), below, slower)]
    return joined(*parts, words("。", "."))


def _of_the_year(document: Document, year: str) -> Iterator[Fact]:
    """Give the listed sums of money that the report states of a year, whether the brief shows them or not."""
    for fact in document.facts:
        found = known(fact) if fact.period == year and fact.kind != "target" else None
        if found is not None and found.unit == "元" and is_yearly(fact):
            yield fact


def _named(label: tuple[str, str], facts: Sequence[Fact], more: bool = False) -> Said:
    return _some(label, [_bracketed(fact) for fact in facts], FEW, more)


def _some(label: tuple[str, str], every: Sequence[Said], most: int, more: bool) -> Said:
    """Name a few behind a label; that there are `more`, whether held against each other here or not, is said."""
    zh, en = ("等", ", among others") if more or len(every) > most else ("", "")
    return joined(words(label[0], f"{label[1]}{en}: "), listed(every[:most]), words(zh, ""))


def _is_growth_of_flow(fact: Fact) -> bool:
    found = known(fact)
    flows = found is not None and found.rank not in (None, 2) and found.unit == "元" and not is_ceiling(fact)
    return flows and fact.change_kind == "percent" and is_yearly(fact) and bound_of(fact, growth=True) == "exact"


def _bracketed(fact: Fact) -> Said:
    zh, en = rate(fact)
    return joined(words(f"{fact.indicator}（", f"{fact.indicator_en} ("), of(fact, zh, en), words("）", ")"))


def fallen(results: Iterable[Choice]) -> Said | None:
    """Name headline figures that fell, the deepest fall first."""
    fell = [choice.fact for choice in results if (choice.fact.change or 0) < 0 and is_yearly(choice.fact)]
    fell = [fact for fact in fell if fact.change_kind == "percent" and known(fact) and not is_ceiling(fact)]
    fell = [fact for fact in fell if bound_of(fact, growth=True) == "exact"]
    if not fell:
        return None
    fell.sort(key=lambda fact: fact.change or 0)
    return joined(_named(("主要指标中下降的有", "Main figures that fell"), fell), words("。", "."))


def aims(document: Document, pairs: Iterable[FactPair]) -> Said | None:
    """Say of some targets that they are higher or lower than the year's results, the furthest first, output apart."""
    found: dict[Direction, list[FactPair]] = {}
    unsaid: set[str | None] = set()
    for pair in pairs:
        way = direction(pair)
        if way is not None and not is_output(pair.target):
            found.setdefault(way, []).append(pair)
        elif way is None:
            unsaid.add(_side(pair))
    parts: list[Said] = []
    for way in ("higher", "lower", "lower_floor"):
        if way in found:
            furthest = sorted(found[way], key=_distance, reverse=True)
            parts += [words("；" if parts else "", "; " if parts else ""), _way(way, furthest, way in unsaid)]
    if not parts:
        return None
    year = document.metadata.year_planned
    return joined(words(f"{year}年主要目标", f"Of the main targets for {year}, "), *parts, words("。", "."))


def _side(pair: FactPair) -> str | None:
    """Say on which side of its result a target is printed that is not told of: of prices, or only about as much."""
    found = compared(pair)
    if found is None:
        return None
    return "higher" if found.low > found.result else "lower" if found.high < found.result else None


def _distance(pair: FactPair) -> Decimal:
    """Give how far a target is from its result, as a share of the result."""
    found = compared(pair)
    if found is None:
        return Decimal(0)
    return abs(found.nearest - found.result) / (abs(found.result) or Decimal(1))


_WAYS: dict[str, tuple[str, str]] = {
    "higher": ("高于上年的有", "above last year"),
    "lower": ("低于上年的有", "below last year"),
    "lower_floor": ("下限低于上年的有", "with a floor below last year"),
}


def _way(way: str, pairs: Sequence[FactPair], more: bool) -> Said:
    return _some(_WAYS[way], [_beside(pair) for pair in pairs], MOST, more)


def _beside(pair: FactPair) -> Said:
    growth = is_growth(pair)
    (aim_zh, aim_en), (was_zh, was_en) = amount(pair.target, growth), amount(pair.result, growth)
    return joined(
        words(f"{name_zh(pair.target)}（", f"{name_en(pair.target)} ("),
        of(pair.target, aim_zh, aim_en),
        words("，上年", " after "),
        of(pair.result, was_zh, was_en),
        words("）", ")"),
    )
