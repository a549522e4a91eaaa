"""Choose the results that stand on cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.brief.comparing import is_ceiling
from exporter.brief.names import is_a_deed
from exporter.brief.subjects import rank
from exporter.model import Fact


def on_cards(results: Iterable[Fact], most: int) -> list[Fact]:
    """Give the results that stand on cards: as many as leave no hole in their rows, both incomes or none.

    What every report is asked for comes in before what stands between. Rates of which less is better stand behind what
    was made and earned.
    """
    every = sorted(results, key=lambda fact: is_ceiling(fact) or is_a_deed(fact))
    every = [fact for asked in (True, False) for fact in every if (rank(fact) in ASKED_FOR) == asked]
    count = min(most, len(every))
    shown = _with_both(every, count - (count in HOLED))
    return sorted(shown, key=lambda fact: (is_ceiling(fact) or is_a_deed(fact), rank(fact)))


ASKED_FOR = frozenset((1, 3, 5, 9, 12, 13))
"""Ranks of output, budget revenue, investment, retail sales, and the incomes of town and country."""


def _with_both(every: Sequence[Fact], count: int) -> list[Fact]:
    """Take the first figures; where they hold one income of two, the other has the place of the last before it."""
    shown = list(every[:count])
    ranks = [rank(fact) for fact in every]
    one, other = sorted(ranks.index(of) if of in ranks else -1 for of in OF_INCOMES)
    if not 0 <= one < count <= other:
        return shown
    last = max((at for at in range(count) if at != one), default=0)
    return [*(fact for at, fact in enumerate(shown) if at not in (one, last)), every[one], every[other]]


OF_INCOMES = (12, 13)
"""Ranks of the incomes of town and country, whatever a year calls them."""
HOLED = (5, 7)
"""Cards of which the last row would have a hole."""
