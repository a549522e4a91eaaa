"""Set each target against the last result for the same indicator, and say whether the two compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporter.facts.numbers.units import unit_of
from exporter.facts.statements.indicators import canonical_of
from exporter.model import Fact


@dataclass(frozen=True, slots=True)
class FactPair:
    """A target beside a result; `reason` says why they do not compare, and is empty where they do."""

    result: Fact
    target: Fact
    comparable: bool
    reason: str


def pairs_of(facts: Sequence[Fact]) -> tuple[FactPair, ...]:
    """Pair each target with a result of the year before: the same indicator, or those that it divides into.

    A target of residents' income stands against the incomes of urban and of rural residents, and
    compares with neither.
    """
    results: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind != "target":
            results.setdefault(_name(fact), []).append(fact)
    pairs: list[FactPair] = []
    seen: set[str] = set()
    for target in (fact for fact in facts if fact.kind == "target"):
        name = _name(target)
        if name in seen:
            continue
        found = [_best(target, results.get(name, ()))]
        parts = [] if any(found) else [_best(target, results.get(part, ())) for part in _PARTS.get(name, ())]
        made = [_pair(result, target, result in parts) for result in (*found, *parts) if result is not None]
        if made:
            seen.add(name)
        pairs += made
    return tuple(pairs)


_PARTS = {
    "居民人均可支配收入": ("城镇居民人均可支配收入", "农村居民人均可支配收入", "农民人均纯收入"),
    "外贸进出口总额": ("出口总额", "进口总额"),
}


def _name(fact: Fact) -> str:
    found = canonical_of(fact.indicator, fact.deed)
    return found.name if found else fact.indicator


def _best(target: Fact, results: Sequence[Fact]) -> Fact | None:
    """Choose the result that a target is measured by: same measure, same scope, the last year, the first named."""
    return max(
        results,
        key=lambda r: (
            _measure(r) & _measure(target) != set(),
            _is_new(r) == _is_new(target),
            r.scope == target.scope,
            r.period or "",
        ),
        default=None,
    )


def _measure(fact: Fact) -> set[str]:
    """Say what a figure gives: a growth, a level, or both."""
    growth = {"growth"} if fact.change is not None and fact.change_kind in ("percent", "multiple") else set()
    found = unit_of(fact.unit) if fact.unit else None
    return growth | ({found.base} if found and fact.value is not None else set())


def _is_new(fact: Fact) -> bool:
    """Say whether a figure counts what was added in the year, and not what there is."""
    known = canonical_of(fact.indicator, fact.deed)
    added = (fact.deed or fact.indicator).startswith(("新", "净增", "增加"))
    return added and (known is None or known.quantity == "stock")


def _done(fact: Fact) -> str | None:
    """Give what was done with what is counted, beyond what its name says: 新增城镇就业 are jobs added by name."""
    known = canonical_of(fact.indicator, fact.deed)
    by_name = known is not None and known.quantity == "flow" and (fact.deed or "").startswith(("新", "净增", "增加"))
    return None if by_name else fact.deed


def _years(fact: Fact) -> bool:
    """Say whether a figure is of one year or the state at a time, and not of a part of a year or of several."""
    return fact.period_type in (None, "year", "point")


def _pair(result: Fact, target: Fact, is_part: bool) -> FactPair:
    reason = _reason(result, target, is_part)
    return FactPair(result, target, not reason, reason)


def _reason(result: Fact, target: Fact, is_part: bool) -> str:
    if is_part:
        return f"目标为{target.indicator}，完成数为{result.indicator}"
    if not _measure(result) & _measure(target):
        return "一为增长率，一为绝对数" if _measure(result) and _measure(target) else "口径不同"
    if "growth" not in _measure(result) & _measure(target) and _is_new(result) != _is_new(target):
        return "一为当年新增，一为总量"
    if "growth" not in _measure(result) & _measure(target):
        if _done(result) != _done(target):
            return f"所做不同：{result.deed or '现有'}与{target.deed or '现有'}"
        if _years(result) != _years(target):
            return f"时段不同：{result.period}与{target.period}"
    if (target.scope or "") != (result.scope or "") and "本级" in f"{target.scope}{result.scope}":
        return f"范围不同：{result.scope or '全域'}与{target.scope or '全域'}"
    if result.part_of != target.part_of and result.part_of and target.part_of:
        return f"范围不同：{result.part_of}与{target.part_of}"
    return ""
