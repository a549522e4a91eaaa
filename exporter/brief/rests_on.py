"""Say what a judgement rests on: growths held against that of output, what fell, targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.brief.choose import Choice, is_yearly
from exporter.brief.comparing import Direction, bound_of, direction, is_ceiling, is_growth
from exporter.brief.phrases import Said, amount, joined, listed, of, rate, words
from exporter.facts.data.pairs import FactPair
from exporter.facts.statements.indicators import canonical
from exporter.model import Document, Fact

MOST = 2
"""Figures that a sentence names of a kind at the most."""


def is_output(fact: Fact) -> bool:
    """Tell whether a figure is of output: GDP."""
    known = canonical(fact.indicator)
    return known is not None and known.rank == 1


def against_output(results: Iterable[Choice], year: str) -> Said | None:
    """Say which growths were above and below that of output, as the report states them."""
    grown = [choice.fact for choice in results if _is_growth_of_flow(choice.fact)]
    output = next((fact for fact in grown if is_output(fact)), None)
    others = [fact for fact in grown if not is_output(fact) and (fact.change or 0) > 0]
    if output is None or output.change is None or len(others) < 2:
        return None
    above = [fact for fact in others if (fact.change or 0) > output.change]
    below = [fact for fact in others if (fact.change or 0) < output.change]
    base = _bracketed(output)
    first, second = (("高于", "Above"), ("低于", "below")) if above else (("低于", "Below"), ("", ""))
    parts = [words(f"{year}年增速{first[0]}", f"{first[1]} the growth of "), base, words("的有", f" in {year}: ")]
    parts.append(_names(above or below))
    if above and below:
        parts += [words(f"；{second[0]}的有", f"; {second[1]} it: "), _names(below)]
    return joined(*parts, words("。", "."))


def _names(facts: Sequence[Fact]) -> Said:
    return listed([_bracketed(fact) for fact in facts[:MOST]])


def _is_growth_of_flow(fact: Fact) -> bool:
    known = canonical(fact.indicator)
    flows = known is not None and known.rank not in (None, 2) and known.unit == "元" and not is_ceiling(fact)
    return flows and fact.change_kind == "percent" and is_yearly(fact) and bound_of(fact, growth=True) == "exact"


def _bracketed(fact: Fact) -> Said:
    zh, en = rate(fact)
    return joined(words(f"{fact.indicator}（", f"{fact.indicator_en} ("), of(fact, zh, en), words("）", ")"))


def fallen(results: Iterable[Choice]) -> Said | None:
    """Name the headline figures that fell."""
    fell = [choice.fact for choice in results if (choice.fact.change or 0) < 0 and is_yearly(choice.fact)]
    fell = [
        fact for fact in fell if fact.change_kind == "percent" and canonical(fact.indicator) and not is_ceiling(fact)
    ]
    if not fell:
        return None
    return joined(words("下降的有", "Down: "), listed([_bracketed(fact) for fact in fell[:MOST]]), words("。", "."))


def aims(document: Document, pairs: Iterable[FactPair]) -> Said | None:
    """Say which targets are higher and which lower than the year's results, output apart."""
    found: dict[Direction, list[FactPair]] = {}
    for pair in pairs:
        way = direction(pair)
        if way is not None and not is_output(pair.target):
            found.setdefault(way, []).append(pair)
    parts: list[Said] = []
    for way in ("higher", "lower", "lower_floor"):
        if way in found:
            parts += [words("；" if parts else "", "; " if parts else ""), _way(way, found[way][:MOST])]
    if not parts:
        return None
    year = document.metadata.year_planned
    return joined(words(f"{year}年目标", f"Targets for {year} "), *parts, words("。", "."))


_WAYS: dict[str, tuple[str, str]] = {
    "higher": ("高于上年实绩的有", "above last year's result: "),
    "lower": ("低于上年实绩的有", "below last year's result: "),
    "lower_floor": ("下限低于上年实绩的有", "with a floor below last year's result: "),
}


def _way(way: str, pairs: Sequence[FactPair]) -> Said:
    zh, en = _WAYS[way]
    return joined(words(zh, en), listed([_beside(pair) for pair in pairs]))


def _beside(pair: FactPair) -> Said:
    growth = is_growth(pair)
    (aim_zh, aim_en), (was_zh, was_en) = amount(pair.target, growth), amount(pair.result, growth)
    return joined(
        words(f"{pair.target.indicator}（", f"{pair.target.indicator_en} ("),
        of(pair.target, aim_zh, aim_en),
        words("，上年", " after "),
        of(pair.result, was_zh, was_en),
        words("）", ")"),
    )
