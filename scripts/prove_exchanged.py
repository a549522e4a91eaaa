"""Write `source/exchanged.tsv`: how much each sign weighs that two things of a sentence have changed places.

    python scripts/prove_exchanged.py ../shared/corpus/parallel

Every two things of the parallel reports are exchanged in the English; what tells these sentences from the sound ones
is learned by logistic regression (AdaGrad, from nothing, in a fixed order). The bound is set where hardly a sound
sentence of years that were not learned from lies above it. The years by which the guard is measured are never read.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from prove_words import Pair, write, years_of

from exporter.english.glossary.terms import load
from exporter.english.guard.exchanged import Exchange, pairs

Signs: TypeAlias = Mapping[str, float]
Weights: TypeAlias = dict[str, float]
MEASURED = frozenset(("2009", "2011", "2015", "2019"))
DRIFTING = frozenset(("2024", "2026"))
"""Years whose lines are aligned by machine, and drift."""
FOLDS, ROUNDS, STEP = 2, 30, 0.3
STOPPED = 0.009
"""Share of sound sentences that may lie above the bound."""


def main(folder: Path) -> None:
    """Learn the weights from every year but those measured, and the bound from years that were left out."""
    years = [known for year, known in sorted(years_of(folder).items()) if year not in MEASURED | DRIFTING]
    scores = list[float]()
    for fold in range(FOLDS):
        weights = learned([pair for year in years if year not in years[fold::FOLDS] for pair in year])
        scores += (worst(weights, zh, en) for year in years[fold::FOLDS] for zh, en in year)
    bound = sorted(scores, reverse=True)[int(STOPPED * len(scores))]
    weights = learned([pair for year in years for pair in year])
    rows = {**weights, "bound": bound}
    write("exchanged.tsv", ("sign", "weight"), ((name, f"{weight:.2f}") for name, weight in rows.items()))


def learned(known: Sequence[Pair]) -> Weights:
    """Give the weights that part sound sentences from those in which two things were exchanged."""
    seen = list[tuple[Signs, float]]()
    for zh, en in known:
        for one in pairs(zh, en, load()):
            seen.append((one.signs(), 0.0))
            seen += ((other.signs(), 1.0) for other in pairs(zh, one.turned, load()) if same(one, other))
    weights, past = Weights(), Weights()
    for _ in range(ROUNDS):
        for signs, turned in seen:
            wrong = 1 / (1 + math.exp(-score(weights, signs))) - turned
            for name, sign in signs.items():
                slope = wrong * sign
                past[name] = past.get(name, 1e-3) + slope * slope
                weights[name] = weights.get(name, 0.0) - STEP * slope / math.sqrt(past[name])
    return weights


def same(one: Exchange, other: Exchange) -> bool:
    """Say whether two pairs are of the same things."""
    return (one.one.start, one.other.start) == (other.one.start, other.other.start)


def score(weights: Weights, signs: Signs) -> float:
    """Give the sum of the weighed signs."""
    return sum(weights.get(name, 0.0) * sign for name, sign in signs.items())


def worst(weights: Weights, zh: str, en: str) -> float:
    """Give the score of the two things that most look exchanged."""
    return max((score(weights, one.signs()) for one in pairs(zh, en, load())), default=-math.inf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
