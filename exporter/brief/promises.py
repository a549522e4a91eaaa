"""Set targets beside results: next year's beside last year's result, and last year's beside what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.brief import choose
from exporter.brief.comparing import CLOSE, Compared, bound_of, compared, is_ceiling, is_growth
from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, joined, listed, words
from exporter.brief.places import Places
from exporter.brief.subjects import paired_by_subject, subject
from exporter.errors import DocumentError
from exporter.facts.data.pairs import FactPair
from exporter.facts.passages import text_of
from exporter.model import Document, Fact, Metadata

Verdict: TypeAlias = Literal["reached", "missed", "differs", "open"]
"""`differs`: a figure that was only about so much, or a price, came out otherwise; `open`: no result compares."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target of last year's report and what this year's report says of it."""

    target: Fact
    result: Fact | None
    verdict: Verdict
    by: Decimal = Decimal(0)
    """Result less the target, or the nearer end of a range, in percentage points or in the unit of both."""
    told_here: bool = False
    """The report itself says the target, behind its result: 增长6.5%（年度目标6%）."""


def outcomes(
    results: Sequence[Fact], previous: Document | None, year: str | None, document: Document
) -> tuple[Outcome, ...]:
    """Give what became of the targets that last year's report set for the year reviewed.

    Without it these are the targets that the report itself says behind its results.
    """
    if previous is None:
        text = text_of(document)
        pairs = [_told_behind(fact, results, text) for fact in document.facts if _is_past(fact, year)]
        return tuple(replace(_outcome(pair.target, pair), told_here=True) for pair in pairs if pair)
    told = choose.told_of(previous)
    aims = [choice.fact for choice in choose.targets(previous, told) if choice.fact.period == year]
    paired = {pair.target.id: pair for pair in paired_by_subject((*results, *aims))}
    return tuple(_outcome(fact, paired.get(fact.id)) for fact in aims)


def _is_past(fact: Fact, year: str | None) -> bool:
    """Tell whether a figure is a target of growth for the year that is over."""
    return fact.kind == "target" and fact.period == year and fact.sure and fact.change_kind == "percent"


def _told_behind(target: Fact, results: Sequence[Fact], text: str) -> FactPair | None:
    """Pair a target of growth with the growth right before its bracket: both are of one thing; None for another."""
    for result in results:
        between = text[result.span.end : target.span.start].strip()
        if result.change_kind == "percent" and subject(result) == subject(target) and between in ("(", "（"):
            of_same = replace(target, indicator=result.indicator, indicator_en=result.indicator_en, scope=result.scope)
            return next(iter(paired_by_subject((result, of_same))), None)
    return None


def require_previous(document: Metadata, previous: Metadata) -> None:
    """See that a report is last year's, of the same place. Raises DocumentError `previous.place`, `previous.year`."""
    if document.place and previous.place and document.place != previous.place:
        raise DocumentError(
            f"the previous report is of {previous.place}, this one of {document.place}; name last year's of the same",
            "previous.place",
        )
    if previous.year_planned is None or previous.year_planned != document.year_reviewed:
        raise DocumentError(
            f"the previous report plans for {previous.year_planned or 'no year'}, this one looks back on "
            f"{document.year_reviewed or 'no year'}; name the report of the year before",
            "previous.year",
        )


def _outcome(target: Fact, pair: FactPair | None) -> Outcome:
    found = compared(pair) if pair is not None else None
    if pair is None or found is None:
        return Outcome(target, None, "open")
    return Outcome(target, pair.result, _verdict(pair, found), found.result - found.nearest)


def _verdict(pair: FactPair, found: Compared) -> Verdict:
    growth = is_growth(pair)
    bound, of_result = bound_of(pair.target, growth), bound_of(pair.result, growth)
    result, low, high = found
    if of_result not in ("exact", "over", "at_least"):
        return "differs"
    if bound == "at_most":
        return "differs" if of_result != "exact" else "reached" if result <= high else "missed"
    if is_ceiling(pair.target):
        return "differs"
    if result >= low:
        return "reached"
    if of_result != "exact" or (bound == "about" and low - result <= CLOSE * abs(low)):
        return "differs"
    return "missed"


NAMED = 4
"""Targets missed that are named at the most."""


def summary(ended: Sequence[Outcome], year: str, places: Places) -> Said | None:
    """Say of how many targets what became, and name those that were missed."""
    told = [one for one in ended if one.verdict in ("reached", "missed")]
    if not told:
        return None
    missed = [one for one in told if one.verdict == "missed"]
    foreseen = any(one.result is not None and one.result.kind == "estimate" for one in told)
    zh, en = f"上年报告为{year}年设定的目标中", f"Of last year's targets for {year}"
    if all(one.told_here for one in told):
        at_zh, at_en = places.of(told[0].target.span.start)
        zh, en = f"报告所列{year}年目标（{at_zh}）中", f"Of the targets for {year} that the report gives ({at_en})"
    zh += f"，可比的有{len(told)}项，{'预计' * foreseen}达到{len(told) - len(missed)}项"
    en += f", {len(told)} can be compared: {len(told) - len(missed)} reached{', estimates counted,' * foreseen}"
    en = en.rstrip(",") if not missed else en
    if not missed:
        return words(f"{zh}。", f"{en}.")
    named = listed([words(name_zh(one.target), name_en(one.target)) for one in missed[:NAMED]])
    if len(missed) > NAMED:
        named = joined(named, words("等", ", and others"))
    return joined(words(f"{zh}，未达到{len(missed)}项：", f"{en}, {len(missed)} missed ("), named, words("。", ")."))
