"""Group figures into panels by theme, a paragraph in each language: what the year brought, what is promised."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from exporter.brief import choose
from exporter.brief.choose import Choice
from exporter.brief.phrases import Said, joined, of, paired, words
from exporter.brief.statements import finding_zh, statement_zh
from exporter.brief.subjects import is_output, known, rank
from exporter.brief.themes import ThemeOf, by_theme, theme_of
from exporter.brief.yearly import is_yearly
from exporter.facts.numbers.units import base_amount, unit_of
from exporter.model import CONTINUED, Document, Fact, Pair, Run

FIRST = re.compile("首个|首条|首家|首次|率先|第一")
PEOPLE = {"人", "户", "人次", "名"}


def results(document: Document, taken: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choose the year's other results: known indicators first, then what changed most, then what was done.

    Of what is shown as a level alone the growth that the report tells elsewhere is one.
    """
    shown = {(choose.key(one.fact), grown) for one in taken for grown in (False, True) if not grown or _grew(one.fact)}
    year = choose.year_reviewed(document)
    held = [
        fact
        for fact in choose.sure(document)
        if fact.kind != "target" and fact.period == year and fact.english and choose.is_clear(fact)
        if (choose.key(fact), fact.value is None) not in shown and is_yearly(fact) and _is_plain(fact)
    ]
    held += (choice.fact for choice in choose.ranks(document) if choice.fact.period in (year, None))
    held.sort(key=lambda fact: (rank(fact), -abs(fact.change or Decimal(0)), fact.span))
    once = {choose.key(fact): fact for fact in reversed(held)}
    return tuple(Choice(fact, "result by theme") for fact in reversed(list(once.values())))


def _grew(fact: Fact) -> bool:
    return fact.value is None or fact.change is not None


def first_told(document: Document, results: Iterable[Choice]) -> int | None:
    """Give the line of what the report tells first behind its overview: the first with figures but few headlines."""
    leading, year = Counter(choice.fact.line for choice in results), choose.year_reviewed(document)
    done = (fact.line for fact in document.facts if fact.kind == "actual" and fact.period == year)
    return next((line for line in done if leading[line] < OVERVIEW), None)


OVERVIEW = 2
"""Headline figures that make a passage one on the year as a whole."""


def over_years(document: Document) -> tuple[str, tuple[Choice, ...]]:
    """Choose the results of the several years that the report looks back on most, and name those years."""
    held = [
        fact
        for fact in choose.sure(document)
        if fact.kind != "target" and "-" in (fact.period or "") and fact.period_type == "span" and fact.english
        if not _ANSWERED.search(fact.indicator)
    ]
    spans = Counter(fact.period or "" for fact in held).most_common(1)
    if not spans:
        return "", ()
    kept = sorted((fact for fact in held if fact.period == spans[0][0]), key=lambda fact: (rank(fact), fact.span))
    return spans[0][0], tuple(Choice(fact, "result of several years") for fact in kept)


SURE_DEEDS = ("新", "建", "改", "拆除", "办理", "完成", "培育", "引进", "造林", "增加", "增长", "下降")
"""How the deeds begin that say by themselves what was done with a thing counted."""


def _is_plain(fact: Fact) -> bool:
    """Tell whether a figure is of a known indicator, or a whole: a level, or what was done in plain words.

    A name that leans on what stood before it (增量, 新增效益, 占比) says nothing by itself.
    """
    if _LEANS.match(fact.indicator) and known(fact) is None:
        return False
    return known(fact) is not None or (fact.part_of is None and (fact.deed is None or fact.deed.startswith(SURE_DEEDS)))


_LEANS = re.compile(
    "增量|增加额|增幅|新增(?!城镇|就业)|占|其|总量|存量|余额|总产|产量|规模$|面积$|数量$|比重$|效益|受益|惠"
)


def is_trifle(fact: Fact, theme: str, results: Iterable[Choice]) -> bool:
    """Tell whether a figure is too slight to stand for its theme.

    A sum of money is that beside the output of its place, and proposals that were answered are, whatever their number.
    """
    if theme == "government":
        return _ANSWERED.search(fact.indicator) is not None
    return theme == "economy" and _is_small(fact, results)


_ANSWERED = re.compile("(?:提案|建议|议案)$")


def _is_small(fact: Fact, results: Iterable[Choice]) -> bool:
    """Tell whether a sum of money is next to nothing beside output, or beside the largest sum where none is told."""
    if not fact.currency or fact.number is None:
        return False
    held = [one.fact for one in results if one.fact.currency == fact.currency and one.fact.number is not None]
    output = [one for one in held if is_output(one)] or held
    sizes = [base_amount(one.number, one.unit) for one in output if one.number is not None]
    return base_amount(fact.number, fact.unit) < TRIFLE * max(sizes, default=Decimal(0))


TRIFLE = Decimal("0.001")
"""Share of a place's output, or of its largest sum, below which a sum of money says nothing of it."""


def panels(
    facts: Sequence[Fact], most: int, leading: Container[str] = (), themes: ThemeOf = theme_of
) -> Iterator[Pair]:
    """Give a paragraph for each theme in both languages: its name, then its figures, the weightiest first.

    So many figures stand in all: those that are `leading` (by their ids), then the first of each theme, the second
    of each, and so on.
    """
    sorted_ = by_theme(facts, themes)
    turns = [(one.id not in leading, turn, at) for at, (_, held) in enumerate(sorted_) for turn, one in enumerate(held)]
    taken = sorted(turns)[:most]
    for at, (theme, held) in enumerate(sorted_):
        count = sum(place == at for _, _, place in taken)
        for start, some in _rows(held[:count]):
            more = CONTINUED if start else ("", "")
            yield panel(theme.zh + more[0], f"{theme.en} {more[1]}".rstrip(), some)


LONGEST = 6
"""Figures that stand in one row at the most: a row is not cut between pages."""


def _rows(facts: Sequence[Fact]) -> Iterator[tuple[int, Sequence[Fact]]]:
    """Share figures out evenly among as few rows as hold them; each row with the place of its first figure."""
    rows = -(-len(facts) // LONGEST)
    ends = [len(facts) * row // rows for row in range(rows + 1)] if rows else []
    yield from ((start, facts[start:end]) for start, end in pairwise(ends))


def panel(zh: str, en: str, facts: Iterable[Fact], years: str = "") -> Pair:
    """Set figures as sentences behind a name, without the years of the results, which stand above them.

    A figure of a passage on several years may have no other year than theirs.
    """
    said = Said((Run(zh, "strong"), Run("　")), (Run(en, "strong"), Run("  ")))
    for at, fact in enumerate(facts):
        stop = words("；", " ") if at else words("", "")
        said = joined(said, stop, of(fact, _zh(fact), _undated(fact, years)))
    return paired(joined(said, words("。", "")))


def _undated(fact: Fact, years: str) -> str:
    """Say a figure in English without the years that stand above it, at either end of its sentence."""
    english = (fact.english or "").replace(f" in the {years} period", "").removeprefix(f"In the {years} period, ")
    english = english.rstrip(".")
    if fact.kind != "target":
        english = english.removesuffix(f" in {fact.period}").removeprefix(f"In {fact.period}, ")
    counted = "A total of " if english[:1].isdigit() else ""
    return f"{counted}{english[:1].upper()}{english[1:]}."


def _zh(fact: Fact) -> str:
    """Say a figure without its year: the heading has it."""
    if fact.measure == "completion":
        quote = "".join(fact.quote.split()).strip("，、；。")
        return quote if fact.indicator in quote else fact.indicator + quote
    if fact.kind == "target" or fact.deed:
        return statement_zh(fact)
    return finding_zh(fact).removeprefix(f"{fact.period}年")


# ---------------------------------------------------------------- commitments by weight


def weighed(document: Document, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Order commitments by weight: money, people reached, first of its kind, a livelihood project (民生实事)."""
    text = document.origin.text if document.origin else ""
    return tuple(sorted(choices, key=lambda choice: (-_weight(choice.fact, text), choice.fact.span)))


def _weight(fact: Fact, text: str) -> float:
    unit = unit_of(fact.unit) if fact.unit else None
    size = math.log10(max(float(abs(base_amount(fact.number or Decimal(0), fact.unit))), 1.0))
    money, people = fact.currency is not None, unit is not None and unit.base in PEOPLE
    around = text[max(0, fact.span.start - NEAR) : fact.span.end]
    return (
        (size / 2 if money else size if people else min(size / 2, 1.5))
        + 2.0 * ("实事" in around)
        + 2.0 * bool(FIRST.search(fact.quote))
    )


NEAR = 400
"""Characters before a commitment in which a list of livelihood projects is named."""
