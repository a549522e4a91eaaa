"""Tell what a report comes to: a judgement, then what it rests on, each composed of figures that are proved.

Nothing is read into a figure: growths are held against each other only as the report states them, a target
against a result only where both measure the same, and a bound is said with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.brief.brackets import APART, at_own_level
from exporter.brief.choose import Choice, year_reviewed
from exporter.brief.comparing import LIMITS_EN, LIMITS_ZH, compared, direction, is_growth
from exporter.brief.english_wording import change_en, in_terms, size_en
from exporter.brief.names import name_en, name_zh
from exporter.brief.own_theme import own_theme
from exporter.brief.papers import is_paper
from exporter.brief.phrases import Said, amount, joined, of, paired, rate, sentence, words
from exporter.brief.places import Places
from exporter.brief.promises import Outcome, summary
from exporter.brief.rests_on import aims, fallen, incomes
from exporter.brief.subjects import is_output
from exporter.brief.wording import change_zh, size_zh, strives_first, way_zh
from exporter.brief.yearly import is_yearly
from exporter.english.document import place_in_english
from exporter.facts.data.pairs import FactPair
from exporter.model import Document, Fact, Pair

NO_FIGURES = (
    "原文没有可逐一核对的主要指标数据。",
    "The source states no key figures that could be proved one by one.",
)


def story(
    document: Document,
    results: Sequence[Choice],
    targets: Sequence[Choice],
    pairs: Sequence[FactPair],
    ended: Sequence[Outcome],
    places: Places,
    tasks: int,
) -> Iterator[Pair]:
    """Give the judgement as a `headline`, then sentences, in both languages."""
    lead = _lead(document, results, targets, pairs)
    if lead is not None:
        yield paired(sentence(lead), "headline")
    year = year_reviewed(document) or ""
    sentences = (summary(ended, year, places), incomes(results), fallen(results), aims(document, pairs))
    none = None if results or targets or is_paper(document.metadata) else words(*NO_FIGURES)
    for said in (*sentences, own_theme(document, tasks), none):
        if said is not None:
            yield paired(sentence(said))


# ---------------------------------------------------------------- the judgement


def _lead(
    document: Document, results: Sequence[Choice], targets: Sequence[Choice], pairs: Sequence[FactPair]
) -> Said | None:
    """Judge the year by output: what it came to, and whether the next target is higher or lower."""
    pair = next((pair for pair in pairs if is_output(pair.target) and is_growth(pair) and compared(pair)), None)
    result = next((choice.fact for choice in results if is_output(choice.fact)), None)
    if pair is not None and pair.result.kind != "target":
        return joined(_named(document), _grown(pair.result, level=False), _next(pair, document))
    if result is not None or results:
        fact = result or results[0].fact
        aim = next((choice.fact for choice in targets if is_output(choice.fact)), None)
        return joined(_named(document), _grown(fact, level=True), *([_aimed(aim, document)] if aim else []))
    if targets:
        return joined(_named(document), _aimed(targets[0].fact, document, first=True))
    return None


def _named(document: Document) -> Said:
    national = document.metadata.place_rank == "national"
    place = "中国" if national else document.metadata.place or ""
    english = place_in_english(place, document.metadata.place_rank) if place else None
    return words(f"{place}：" if place else "", f"{english}: " if english else "")


def _grown(fact: Fact, level: bool) -> Said:
    """Say a result with its year: 2017年地区生产总值增长10.2%; in 2017 regional GDP grew 10.2 percent."""
    year = words(f"{fact.period}年", f"in {fact.period} ")
    if fact.value is None or (not level and fact.change is not None and fact.change_kind == "percent"):
        zh = f"{'预计' if fact.kind == 'estimate' else ''}{way_zh(fact)}{size_zh(fact)}"
        en = f"{_word_en(fact)} {in_terms(size_en(fact), fact)}"
        return joined(year, of(fact, f"{fact.indicator}{zh}", f"{fact.indicator_en} {en}"))
    zh, en = amount(fact, growth=False)
    if change_zh(fact) and fact.change_kind == "percent" and is_yearly(fact):
        zh += f"，{change_zh(fact)}"
        en += f", {change_en(fact)}"
    return joined(year, of(fact, f"{fact.indicator}{zh}", f"{fact.indicator_en} came to {en}"))


def _next(pair: FactPair, document: Document) -> Said:
    """Say the next target and how it stands to the result."""
    zh, en = rate(pair.target)
    found = None if direction(pair) == "lower_floor" else direction(pair)  # no less than that may well be more
    joint = " is" if found is None else ","
    said = of(pair.target, f"；{pair.target.period}年目标{zh}", f"; the {pair.target.period} target{joint} {en}")
    said = joined(said, at_own_level(pair.target, document, APART))
    if found is None:
        return said
    foreseen = pair.result.kind == "estimate"
    growth = f"the growth {'estimated for' if foreseen else 'of'} {pair.result.period}"
    return joined(said, words(f"，{LIMITS_ZH[found]}上年{'预计' * foreseen}增速", f", {LIMITS_EN[found]} {growth}"))


def _aimed(fact: Fact, document: Document, first: bool = False) -> Said:
    """Say a target with its year, behind a result or by itself."""
    grows, years = fact.value is None, (fact.period or "").replace("-", "–")
    zh, en = (strives_first(way_zh(fact), size_zh(fact)), rate(fact)[1]) if grows else amount(fact, growth=False)
    kind = ("a fall of " if (fact.change or 0) < 0 else "growth of ") if grows else ""
    said = of(
        fact,
        f"{years}年{name_zh(fact)}目标{'年均' if fact.average else ''}{zh}",
        f"the {years} target for {name_en(fact)} is {kind}{en}{' a year on average' if fact.average else ''}",
    )
    said = joined(said, at_own_level(fact, document, APART))
    return said if first else joined(words("；", "; "), said)


def _word_en(fact: Fact) -> str:
    """Say which way a figure went; what was only foreseen is estimated to have gone it."""
    foreseen = fact.kind == "estimate"
    if (fact.change or 0) < 0:
        return "is estimated to have fallen" if foreseen else "fell"
    if is_output(fact):
        return "is estimated to have grown" if foreseen else "grew"
    return "is estimated to have risen" if foreseen else "rose"
