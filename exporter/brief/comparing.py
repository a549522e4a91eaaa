"""Say how a target stands to a result: higher, lower, or only as a bound; never more than the two figures prove."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.brief.choose import is_yearly
from exporter.facts.data.pairs import FactPair
from exporter.facts.statements.indicators import canonical
from exporter.model import Bound, Fact

Direction: TypeAlias = Literal["lower", "higher", "same", "lower_floor", "no_lower"]
"""How a target stands to a result. `lower_floor`: the least it asks for is lower; `no_lower`: it asks for as much."""
CLOSE = Decimal("0.1")
"""Share of a figure by which one that is only about so much may differ and count as the same."""
CEILINGS = ("价格", "失业", "能耗", "排放", "浓度", "CPI", "赤字", "死亡")
"""Words of indicators of which less is better: a target is a ceiling."""


def is_ceiling(fact: Fact) -> bool:
    """Tell whether a target of this indicator is one to stay below."""
    known = canonical(fact.indicator)
    return fact.bound == "at_most" or any(
        word in name for word in CEILINGS for name in (fact.indicator, known.name if known else "")
    )


def direction(pair: FactPair) -> Direction | None:
    """Say how the target of a pair stands to its result; None where figures do not prove it, or it is a ceiling."""
    found = compared(pair)
    if found is None or is_ceiling(pair.target):
        return None
    result, target = found
    bound = bound_of(pair.target, is_growth(pair))
    if bound_of(pair.result, is_growth(pair)) != "exact":
        return None
    if bound == "about" and abs(target - result) <= CLOSE * abs(result):
        return None
    if bound in ("at_least", "over"):
        return "lower_floor" if target < result else "no_lower" if target == result else "higher"
    if bound in ("exact", "about", "strive"):
        return "lower" if target < result else "higher" if target > result else "same"
    return None


def compared(pair: FactPair) -> tuple[Decimal, Decimal] | None:
    """Give result and target as two numbers of one measure and one length; None where they are not."""
    result, target = pair.result, pair.target
    if not pair.comparable or target.upper is not None or result.upper is not None or not _alike(pair):
        return None
    if "-" in (target.period or "") or not is_yearly(result):
        return None
    if is_growth(pair):
        return (result.change, target.change) if result.change is not None and target.change is not None else None
    if result.unit == target.unit and result.number is not None and target.number is not None:
        return result.number, target.number
    return None


def bound_of(fact: Fact, growth: bool) -> Bound:
    """Give the bound of a figure's growth, or of its value."""
    return fact.change_bound if growth and fact.value is not None else fact.bound


def is_growth(pair: FactPair) -> bool:
    """Tell whether both figures give a growth in percent."""
    return pair.result.change_kind == pair.target.change_kind == "percent"


def is_rate(pair: FactPair) -> bool:
    """Tell whether both figures are shares of a hundred."""
    return pair.result.unit == pair.target.unit == "%" and pair.result.number is not None


def _alike(pair: FactPair) -> bool:
    """Tell whether both growths are told at the same prices or on the same terms."""
    return _terms(pair.result) == _terms(pair.target)


def _terms(fact: Fact) -> frozenset[str]:
    return frozenset(word for word in ("可比", "同口径", "名义", "实际增长", "剔除", "扣除") if word in fact.quote)


LIMITS_ZH: Mapping[Direction, str] = {
    "lower": "低于",
    "higher": "高于",
    "same": "等于",
    "lower_floor": "下限低于",
    "no_lower": "不低于",
}
LIMITS_EN: Mapping[Direction, str] = {
    "lower": "is lower",
    "higher": "is higher",
    "same": "is the same",
    "lower_floor": "sets a lower floor",
    "no_lower": "is no lower",
}
