"""Check figures against each other, and say as notices where they contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from exporter.facts.data.pairs import pairs_of
from exporter.facts.numbers.units import base_amount, unit_of
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact, Notice


def notices_of(facts: Sequence[Fact]) -> tuple[Notice, ...]:
    """Give a notice for each figure that contradicts another, in the order of the document.

    Only what is sure is compared, and only like with like: the same measure, scope, period and base. A contradiction
    is a warning; what is only unusual (a rate that grew by percent, a target below
    the result) is for information.
    """
    sure = [fact for fact in facts if fact.sure]
    found = (*_wholes(sure), *_growths(sure), *_restated(sure), *_rates(sure), *_targets(sure))
    return tuple(sorted(found, key=lambda notice: (notice.span.start if notice.span else 0, notice.code)))


def _wholes(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Find parts that exceed their whole."""
    wholes: dict[str, Fact] = {}
    for fact in facts:
        whole = wholes.get(fact.part_of) if fact.part_of else None
        if whole and fact.line == whole.line and _compares(fact, whole) and _amount(fact) > _amount(whole):
            yield _notice(
                "facts.part_exceeds_whole",
                f"{_said(fact)} is stated as a part of {_said(whole)} and exceeds it; check both in the source",
                fact,
            )
        if fact.number is not None and fact.change_kind != "absolute":
            wholes[fact.indicator] = fact


def _compares(part: Fact, whole: Fact) -> bool:
    same = _base(part) == _base(whole) != "" and part.period == whole.period and part.kind == whole.kind
    return same and part.unit != "%" and whole.bound in ("exact", "about") and part.bound in ("exact", "about")


def _growths(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Find growths that the amounts stated beside them do not give: 增加7.6万人，增长0.4%."""
    values: dict[tuple[str, str | None, str | None], Fact] = {}
    for fact in facts:
        key = (fact.indicator, fact.period, fact.base)
        whole = values.get(key)
        grown = whole and fact.change_kind == "absolute" and fact.change is not None and whole.change_kind == "percent"
        if whole and grown and _base(whole) == _base(fact) and not _is_money(fact) and not _agrees(whole, fact):
            yield _notice(
                "facts.growth_mismatch",
                f"{_said(whole)} grew by {_said(fact)}, which is not {whole.change}%; check the three figures",
                whole,
            )
        if fact.number is not None and fact.change_kind in ("percent", "none"):
            values[key] = fact


def _is_money(fact: Fact) -> bool:
    """Say whether a figure is in money, whose growth is as often stated at constant prices."""
    unit = unit_of(fact.unit) if fact.unit else None
    return unit is not None and unit.kind == "money"


def _agrees(whole: Fact, added: Fact) -> bool:
    """Say whether an amount, what was added to it and its growth fit, as far as they are rounded."""
    assert whole.change is not None and added.change is not None
    total, part = _amount(whole), base_amount(added.change, added.unit)
    before = total - part
    if before <= 0:
        return True
    low, high = (100 * (part + sign * _rounding(added)) / (before - sign * _rounding(whole)) for sign in (-1, 1))
    slack = _last_digit(whole.change) / 2 + Decimal("0.15") + abs(whole.change) / 20
    return low - slack <= whole.change <= high + slack


def _restated(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Find a headline indicator that is stated twice for one year with different values."""
    stated: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        known = canonical(fact.indicator)
        if not known or known.rank is None or fact.bound != "exact" or fact.part_of or fact.change_kind == "absolute":
            continue
        if fact.number is None or not fact.period or "-" in fact.period:
            continue
        key = (
            fact.indicator,
            fact.period,
            fact.period_type or "",
            fact.kind,
            fact.scope or "",
            fact.measure,
            fact.deed or "",
            _base(fact),
        )
        first = stated.setdefault(key, fact)
        if abs(_amount(first) - _amount(fact)) > _rounding(first) + _rounding(fact):
            yield _notice(
                "facts.restated_differently",
                f"{_said(fact)} was stated before as {_said(first)} (line {first.line}); check which holds",
                fact,
            )


def _rates(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Find rates that are said to have grown by percent where percentage points may be meant."""
    for fact in facts:
        known = canonical(fact.indicator)
        if known and known.unit in ("%", "‰") and known.quantity == "ratio" and _by_percent(fact):
            yield _notice(
                "facts.percent_of_percent",
                f"{fact.indicator} is a rate and changed by {fact.change}%; percentage points may be meant",
                fact,
                info=True,
            )


def _by_percent(fact: Fact) -> bool:
    return (
        fact.change is not None and fact.change_kind == "percent" and fact.value is None and "耗" not in fact.indicator
    )


def _targets(facts: Sequence[Fact]) -> Iterator[Notice]:
    """Find targets that are below what was reached."""
    for pair in pairs_of(facts):
        known = canonical(pair.target.indicator)
        levels = pair.comparable and pair.target.number is not None and pair.result.number is not None
        if not known or known.unit in ("%", "‰") or not levels or _base(pair.target) != _base(pair.result):
            continue
        if pair.target.bound != "at_most" and _amount(pair.target) < _amount(pair.result):
            yield _notice(
                "facts.target_below_result",
                f"the target {_said(pair.target)} is below the result {_said(pair.result)}",
                pair.target,
                info=True,
            )


def _amount(fact: Fact) -> Decimal:
    assert fact.number is not None
    return base_amount(fact.number, fact.unit)


def _base(fact: Fact) -> str:
    unit = unit_of(fact.unit) if fact.unit else None
    return unit.base if unit else fact.unit or ""


def _rounding(fact: Fact) -> Decimal:
    """Give half of the last digit printed, in the base unit."""
    number = fact.number if fact.number is not None else Decimal(0)
    return base_amount(_last_digit(number) / 2, fact.unit)


def _last_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _said(fact: Fact) -> str:
    return f"{fact.indicator} {''.join((fact.value or '').split())}{fact.unit or ''}"


def _notice(code: str, message: str, fact: Fact, info: bool = False) -> Notice:
    return Notice(code, message, "info" if info else "warning", fact.span)
