"""Say how a target stands to a result: higher, lower, or only as a bound; never more than the two figures prove."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from exporter.brief.subjects import known
from exporter.brief.yearly import is_yearly
from exporter.facts.data.pairs import FactPair
from exporter.model import Bound, Fact

Direction: TypeAlias = Literal["lower", "higher", "same", "lower_floor", "no_lower"]
"""How a target stands to a result. `lower_floor`: the least it asks for is lower; `no_lower`: it asks for as much."""
CLOSE = Decimal("0.05")
"""Share of a figure by which one that is only about so much may differ and count as the same."""
CEILINGS = ("价格", "失业", "能耗", "排放", "浓度", "CPI", "赤字", "死亡")
"""Words of indicators of which less is better: a target is a ceiling."""


def is_ceiling(fact: Fact) -> bool:
    """Tell whether a target of this indicator is one to stay below."""
    found = known(fact)
    return fact.bound == "at_most" or any(
        word in name for word in CEILINGS for name in (fact.indicator, found.name if found else "")
    )


class Compared(NamedTuple):
    """A result and a target as numbers of one measure; a target that is no range has its ends alike."""

    result: Decimal
    low: Decimal
    high: Decimal

    @property
    def nearest(self) -> Decimal:
        """What of the target is nearest to the result."""
        return min(max(self.result, self.low), self.high)


def direction(pair: FactPair) -> Direction | None:
    """Say how the target of a pair stands to its result; None where figures do not prove it, or it is a ceiling."""
    found = compared(pair)
    if found is None or is_ceiling(pair.target) or bound_of(pair.result, is_growth(pair)) != "exact":
        return None
    result, low, high = found
    bound = bound_of(pair.target, is_growth(pair))
    if bound == "range" or low != high:
        return "lower" if high < result else "higher" if low > result else None
    if bound == "about" and abs(low - result) <= CLOSE * abs(result):
        return None
    if bound in ("at_least", "over"):
        return "lower_floor" if low < result else "no_lower" if low == result else "higher"
    if bound in ("exact", "about", "strive"):
        return "lower" if low < result else "higher" if low > result else "same"
    return None


def compared(pair: FactPair) -> Compared | None:
    """Give result and target as numbers of one measure and one length; None where they are not."""
    result, target = pair.result, pair.target
    if not pair.comparable or result.upper is not None or not _alike(pair):
        return None
    if "-" in (target.period or "") or not is_yearly(result):
        return None
    if is_growth(pair):
        end = target.upper if target.value is None else None
        return _ends(result.change, target.change, end)
    if result.unit == target.unit:
        return _ends(result.number, target.number, target.upper)
    return None


def _ends(result: Decimal | None, one: Decimal | None, other: Decimal | None) -> Compared | None:
    """Order the ends of a target; the second end of a fall is a fall."""
    if result is None or one is None:
        return None
    end = one if other is None else -abs(other) if one < 0 else other
    return Compared(result, min(one, end), max(one, end))


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
    "no_lower": "不低于",
}
LIMITS_EN: Mapping[Direction, str] = {
    "lower": "is below",
    "higher": "is above",
    "same": "equals",
    "no_lower": "is no lower than",
}
