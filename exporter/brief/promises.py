"""Set targets beside results: next year's beside last year's result, and last year's beside what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.brief import choose
from exporter.brief.comparing import CLOSE, Compared, bound_of, compared, is_ceiling, is_growth
from exporter.brief.names import name_en, name_zh
from exporter.brief.phrases import Said, joined, listed, words
from exporter.brief.subjects import paired_by_subject
from exporter.errors import DocumentError
from exporter.facts.data.pairs import FactPair
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


def outcomes(results: Sequence[Fact], previous: Document | None, year: str | None) -> tuple[Outcome, ...]:
    """Give what became of the targets that last year's report set for the year reviewed; nothing without it."""
    if previous is None:
        return ()
    told = choose.told_of(previous)
    aims = [choice.fact for choice in choose.targets(previous, told) if choice.fact.period == year]
    pairs = {pair.target.id: pair for pair in paired_by_subject((*results, *aims))}
    return tuple(_outcome(fact, pairs.get(fact.id)) for fact in aims)


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


def summary(ended: Sequence[Outcome], year: str) -> Said | None:
    """Say of how many targets what became, and name those that were missed."""
    told = [one for one in ended if one.verdict in ("reached", "missed")]
    if not told:
        return None
    missed = [one for one in told if one.verdict == "missed"]
    zh = f"上年报告为{year}年设定的目标中，可比的有{len(told)}项，达到{len(told) - len(missed)}项"
    en = f"Of last year's targets for {year}, {len(told)} can be compared: {len(told) - len(missed)} reached"
    if not missed:
        return words(f"{zh}。", f"{en}.")
    named = listed([words(name_zh(one.target), name_en(one.target)) for one in missed[:NAMED]])
    if len(missed) > NAMED:
        named = joined(named, words("等", ", and others"))
    return joined(words(f"{zh}，未达到{len(missed)}项：", f"{en}, {len(missed)} missed ("), named, words("。", ")."))
