"""Find two things of different clauses that have changed places, by what stands around each of them.

What else a clause says is tied to its English (`alignment`). A thing belongs where that is said; where each of two
stands with what is said of the other, they were exchanged. Official English moves whole clauses, with all that they
say, and so no single sign is enough: `source/exchanged.tsv` weighs them (`scripts/prove_exchanged.py`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from exporter.english.glossary.terms import TermBase
from exporter.english.guard.alignment import Sides, Tie, names_said, ties
from exporter.english.guard.finding import Finding
from exporter.english.guard.meaning import Said, said_terms
from exporter.style import data_folder


def exchanged(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    """Report the two things of a sentence that most surely have changed places."""
    found = [(weighed(pair.signs()), pair) for pair in pairs(zh, en, base)]
    score, worst = max(found, key=lambda one: one[0], default=(0.0, None))
    if worst and score > _weights()["bound"]:
        one, other = worst.one, worst.other
        yield Finding("meaning.order", f"{one.zh} and {other.zh} stand beside each other's words", zh, en)


def weighed(signs: Mapping[str, float]) -> float:
    """Weigh the signs that two things were exchanged."""
    weights = _weights()
    return sum(weights[name] * sign for name, sign in signs.items())


@cache
def _weights() -> Mapping[str, float]:
    with (data_folder("source") / "exchanged.tsv").open(encoding="utf-8", newline="") as file:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(file, delimiter="\t")}


def pairs(zh: str, en: str, base: TermBase) -> Iterator[Exchange]:
    """Give every two things of different clauses, with what is tied beside them."""
    sides = Sides(zh, en)
    things = list({one.start: one for one in (*names_said(zh, en), *said_terms(zh, en, base))}.values())
    if len(things) < 2:
        return
    tied = ties(sides, base)
    for one, other in combinations(sorted(things, key=lambda thing: thing.start), 2):
        first, second = sorted((one, other), key=lambda thing: thing.said)
        apart = bool(en[first.end : second.said].strip())  # what adjoins is one name
        if apart and sides.clause(one.start) != sides.clause(other.start):
            yield Exchange(one, other, sides, tied)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two things that may have been exchanged, the first of them first in the source."""

    one: Said
    other: Said
    sides: Sides
    tied: Sequence[Tie]

    @property
    def turned(self) -> str:
        """The English with the two in each other's places."""
        first, second = sorted((self.one, self.other), key=lambda thing: thing.said)
        en = self.sides.en
        between = en[first.end : second.said]
        return (
            f"{en[: first.said]}{en[second.said : second.end]}{between}{en[first.said : first.end]}{en[second.end :]}"
        )

    def signs(self) -> dict[str, float]:
        """Give the signs that the two stand in each other's places, none above 1."""
        own, its = self._beside(self.one), self._beside(self.other)
        first, second = self.sides.word(self.one.said), self.sides.word(self.other.said)
        crossed = first > second
        return {
            "always": 1.0,
            "crossed": float(crossed),
            "nearer": (self._pull(self.one, self.other, own) + self._pull(self.other, self.one, its)) / 2,
            "before": self._next(own, its, behind=False),
            "behind": self._next(own, its, behind=True),
            "pieces": self._pieces(own, its),
            "out of order": (self._disorder(self.one, self.other) + self._disorder(self.other, self.one)) / 2,
            "nothing beside": float(crossed and not own and not its),
        }

    def _beside(self, thing: Said) -> list[Tie]:
        """Give the ties of a thing's clause, without those of the two things."""
        clause = self.sides.clause(thing.start)
        return [
            tie
            for tie in self.tied
            if tie.clause == clause
            and not thing.start <= tie.start < thing.start + len(thing.zh)
            and not any(one.said <= tie.said < one.end for one in (self.one, self.other))
        ]

    def _far(self, tie: Tie, thing: Said) -> float:
        """Give how many words a tie is away from the English of a thing, as a share of what is far."""
        first, last = self.sides.word(thing.said), self.sides.word(thing.end - 1)
        inside = first <= tie.word <= last
        return 0.0 if inside else min(abs(tie.word - first), abs(tie.word - last), _FAR) / _FAR

    def _gain(self, tie: Tie, thing: Said, other: Said) -> float:
        """Give how much nearer a word of a thing's clause stands to the other."""
        return self._far(tie, thing) - self._far(tie, other)

    def _pull(self, thing: Said, other: Said, beside: Sequence[Tie]) -> float:
        """Give how much nearer the words of a thing's clause stand to the other; what is next to it counts most."""
        weights = [1 / (1 + abs(tie.start - thing.start)) for tie in beside]
        gains = (self._gain(tie, thing, other) for tie in beside)
        return sum(weight * gain for weight, gain in zip(weights, gains, strict=True)) / (sum(weights) or 1)

    def _next(self, own: Sequence[Tie], its: Sequence[Tie], *, behind: bool) -> float:
        """Give the same of the one word that stands next to each, on one side."""
        gains = 0.0
        for thing, other, beside in ((self.one, self.other, own), (self.other, self.one, its)):
            there = [tie for tie in beside if (tie.start > thing.start) == behind]
            nearest = min(there, key=lambda tie: abs(tie.start - thing.start), default=None)
            gains += self._gain(nearest, thing, other) if nearest else 0.0
        return gains / 2

    def _pieces(self, own: Sequence[Tie], its: Sequence[Tie]) -> float:
        """Give how many more words of each clause are said in the piece of the other thing than in that of its own."""
        first, second = self.sides.piece(self.one.said), self.sides.piece(self.other.said)
        more = sum((tie.piece == second) - (tie.piece == first) for tie in own)
        more += sum((tie.piece == first) - (tie.piece == second) for tie in its)
        return max(-_MANY, min(_MANY, more)) / _MANY

    def _disorder(self, thing: Said, other: Said) -> float:
        """Give how much better a thing would stand in the order of the other clauses where the other stands."""
        clauses = {self.sides.clause(one.start) for one in (thing, other)}
        rest = [tie for tie in self.tied if tie.clause not in clauses]
        here, there = self.sides.word(thing.said), self.sides.word(other.said)
        before = [tie.start < thing.start for tie in rest]
        wrong = sum(
            (is_before != (tie.word < here)) - (is_before != (tie.word < there))
            for tie, is_before in zip(rest, before, strict=True)
        )
        return wrong / len(rest) if rest else 0.0


_FAR = 12
"""Words that are far from each other."""
_MANY = 3
