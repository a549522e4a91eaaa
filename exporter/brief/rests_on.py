"""Say what a judgement rests on: incomes beside each other, what fell, targets against results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from exporter.brief.brackets import at_own_level
from exporter.brief.by_parts import LAST_RANK
from exporter.brief.chart import charted
from exporter.brief.choose import Choice
from exporter.brief.comparing import Direction, bound_of, compared, direction, is_ceiling, is_growth
from exporter.brief.main_targets import holds_all, of_main
from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, amount, joined, listed, lower_first, number_word, of, rate, sentence, words
from exporter.brief.subjects import is_output, known, rank
from exporter.brief.tables import capital, scoped_en, scoped_zh
from exporter.brief.wording import reckoning_of
from exporter.brief.yearly import is_yearly
from exporter.facts.data.pairs import FactPair
from exporter.model import Document, Fact, Origin

FEW, MOST = 2, 2
"""Growths, and targets, that a sentence names of a kind at the most; it says that they are some of those there are."""


def incomes(results: Iterable[Choice]) -> Said | None:
    """Say how the incomes of town and country grew beside each other: growths of one kind, told in the same terms."""
    held = {found.name: choice.fact for choice in results if (found := known(choice.fact)) and found.name in INCOMES}
    if len(held) < len(INCOMES) or not all(map(_is_rise, held.values())):
        return None
    urban, rural = (held[name] for name in INCOMES)
    if reckoning_of(urban) != reckoning_of(rural) or (urban.change == rural.change):
        return None
    way = ("快于", "faster") if (rural.change or 0) > (urban.change or 0) else ("慢于", "more slowly")
    (rural_zh, rural_en), (urban_zh, urban_en) = rate(rural), rate(urban)
    foreseen = "预计" if rural.kind == "estimate" else ""
    grown = f"{name_zh(rural)}{foreseen}增长{rural_zh.removeprefix(foreseen)}"
    first = of(rural, grown, f"{capital(name_en(rural))} grew {rural_en}")
    second = of(urban, urban_zh, urban_en)
    return joined(
        words(f"{rural.period}年", ""),
        first,
        words(f"，{way[0]}城镇居民（", f", {way[1]} than that of urban residents ("),
        second,
        words("）。", ")."),
    )


INCOMES = ("城镇居民人均可支配收入", "农村居民人均可支配收入")
"""Of town and of country."""


def _is_rise(fact: Fact) -> bool:
    exact = fact.change_kind == "percent" and is_yearly(fact) and bound_of(fact, growth=True) == "exact"
    return exact and (fact.change or 0) > 0


def _named(label: tuple[str, str], facts: Sequence[Fact], more: bool = False) -> Said:
    return _some(label, [_bracketed(fact) for fact in facts], FEW, more)


def _some(label: tuple[str, str], every: Sequence[Said], most: int, more: bool) -> Said:
    """Name a few behind a label, as some of those there are: a report may hold others that nobody could compare.

    That there are `more` is certain where 等 says so.
    """
    some = more or len(every) > most
    return joined(words(label[0], f"{label[1]} include "), listed(every[:most]), words("等" * some, ""))


def _bracketed(fact: Fact) -> Said:
    zh, en = rate(fact)
    return joined(words(f"{fact.indicator}（", f"{fact.indicator_en} ("), of(fact, zh, en), words("）", ")"))


def fallen(results: Iterable[Choice]) -> Said | None:
    """Name headline figures that fell, the deepest fall first."""
    fell = [choice.fact for choice in results if (choice.fact.change or 0) < 0 and is_yearly(choice.fact)]
    fell = [fact for fact in fell if fact.change_kind == "percent" and rank(fact) <= LAST_RANK and not is_ceiling(fact)]
    fell = [fact for fact in fell if bound_of(fact, growth=True) == "exact"]
    if not fell:
        return None
    fell.sort(key=lambda fact: fact.change or 0)
    return joined(_named(("主要指标中下降的有", "Main figures that fell"), fell), words("。", "."))


def aims(document: Document, pairs: Iterable[FactPair]) -> Said | None:
    """Say of how many growth targets they are below last year's; name the furthest, amounts too, but not output's."""
    every = tuple(pairs)
    main, year = of_main(document, every), document.metadata.year_planned
    years = str(document.metadata.year_reviewed), str(year)
    shown = charted(main, years)
    is_all = holds_all(document, shown)
    named = _named_aims(every, str(year), document, not is_all)
    counted = _count_of([pair for pair in shown if is_growth(pair)], years) if is_all else None
    if counted is None or named is None:
        return counted or named
    return joined(counted, words("", " "), sentence(named))


def _named_aims(pairs: Iterable[FactPair], year: str, document: Document, unread: bool) -> Said | None:
    """Name some headline targets that are higher or lower than last year's results, the furthest first.

    Output was told above, and is only named. `unread`: others may compare that were not read. Where few of those
    compare, others are named too. What the source tells in one breath with one that is named
    (外资2亿美元、内资40亿元) is named with it.
    """
    found: dict[Direction, list[FactPair]] = {}
    unsaid: set[str | None] = set()
    told: FactPair | None = None
    for pair in pairs:
        way = direction(pair)
        if way is None or not scoped_en(pair.target):
            unsaid.add(_side(pair))
        elif is_output(pair.target):
            told = pair if way in _WAYS else None
        else:
            found.setdefault(way, []).append(pair)
    parts: list[Said] = []
    leading = [pair for held in found.values() for pair in held if rank(pair.target) <= LAST_RANK]
    chosen: dict[Direction, list[FactPair]] = {}
    for way in _WAYS:
        furthest = sorted(found.get(way, []), key=_distance, reverse=True)
        chosen[way] = [pair for pair in furthest if len(leading) < FEW or pair in leading][:MOST]
    named = [pair for held in chosen.values() for pair in held]
    for way, held in chosen.items():
        held += [
            pair for pair in found.get(way, []) if pair not in named and _in_one_breath(pair, named, document.origin)
        ]
        if held:
            more = unread or way in unsaid or len(held) < len(found[way])
            parts += [words("；", "; those ")] if parts else []
            parts.append(_way(way, held, more, document))
    if not parts:
        return None
    return joined(_opening(told, year), *parts, words("。", "."))


def _opening(told: FactPair | None, year: str) -> Said:
    """Leave output out, which was judged above: what is named is named of the other targets alone."""
    if told is None:
        return words(f"{year}年目标", f"{year} targets ")
    zh, en = name_zh(told.target), name_en(told.target)
    return words(f"{zh}以外的{year}年目标中，", f"of {year} targets other than {en}, those ")


def _in_one_breath(pair: FactPair, named: Iterable[FactPair], origin: Origin | None) -> bool:
    """Tell whether nothing but a mark that lists parts a target from a named one, and their results as well."""
    return origin is not None and any(
        _adjoin(pair.target, other.target, origin.text) and _adjoin(pair.result, other.result, origin.text)
        for other in named
    )


def _adjoin(one: Fact, other: Fact, text: str) -> bool:
    first, second = sorted((one.span, other.span))
    return text[first.end : second.start].strip() in ("、", "，", ",", "和")


COUNTED = 3
"""Growth targets that are counted at the least."""


def _count_of(shown: Sequence[FactPair], years: tuple[str, str]) -> Said | None:
    """Count the growth targets whose figure is below last year's; nothing where a figure leaves that open."""
    held = [found for pair in shown if (found := compared(pair))]
    exact = all(bound_of(pair.result, growth=True) == "exact" for pair in shown)
    if (
        len(held) < COUNTED
        or not exact
        or any(one.low < one.result <= one.high and one.low != one.high for one in held)
    ):
        return None
    below = [pair for pair, one in zip(shown, held, strict=True) if one.high < one.result]
    floors = any(bound_of(pair.target, growth=True) in ("at_least", "over") for pair in below)
    kinds = frozenset(pair.result.kind == "estimate" for pair in shown)
    was = "results or estimates" if len(kinds) > 1 else "estimates" if True in kinds else "results"
    had = "完成数或预计数" if len(kinds) > 1 else "预计" if True in kinds else ""
    zh, en = _in_count(len(below), len(held))
    least = ("（或其下限）", ", or their minimums,") if floors else ("", "")
    return words(
        f"可比的{len(held)}项增速目标{least[0]}{zh}上年{had}。",
        f"{en[0]} comparable growth targets{least[1]} {en[1]} below {years[0]} {was}.",
    )


def _in_count(count: int, most: int) -> tuple[str, tuple[str, str]]:
    """Say how many of so many are below something: before and behind what they are."""
    if count == most:
        return "均低于", (f"All {number_word(most)}", "are")
    if not count:
        return "均不低于", (f"None of {number_word(most)}", "is")
    return f"中{count}项低于", (
        f"{number_word(count).capitalize()} of {number_word(most)}",
        "is" if count == 1 else "are",
    )


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


_WAYS: Mapping[Direction, tuple[str, str]] = {
    "lower": ("低于上年的有", "below last year's figures"),
    "lower_floor": ("下限低于上年的有", "with minimums below last year's figures"),
    "higher": ("高于上年的有", "above last year's figures"),
}


def _way(way: Direction, pairs: Sequence[FactPair], more: bool, document: Document) -> Said:
    return _some(_WAYS[way], [_beside(pair, document) for pair in pairs], len(pairs), more)


def _beside(pair: FactPair, document: Document) -> Said:
    """Set a target beside its result in brackets, and beside both what the source aims at for another level."""
    growth = is_growth(pair)
    (aim_zh, aim_en), (was_zh, was_en) = amount(pair.target, growth), amount(pair.result, growth)
    return joined(
        words(f"{scoped_zh(pair.target)}（", f"{lower_first(scoped_en(pair.target))} ("),
        of(pair.target, aim_zh, aim_en),
        words("，上年", " after "),
        of(pair.result, was_zh, was_en),
        at_own_level(pair.target, document),
        words("）", ")"),
    )
