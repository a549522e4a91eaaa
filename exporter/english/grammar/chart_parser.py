"""Parse a Chinese clause with the transfer grammar and give the cheapest English that covers it whole.

A chart parser joins neighbours two by two, from right to left. Where a clause can be read in several ways
the cheapest wins: few and long terms, and joined parts of even length (粮食增产 | 和 | 农民增收), which is how
Chinese marks what belongs together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias

from exporter.english.grammar.attested import WORD, bare
from exporter.english.grammar.phrases import Joiner, Phrase, made_of, replace, term_at
from exporter.english.grammar.rules import DROPPING, LOOSE_RULES, RAISED, RULES, Rules, raised
from exporter.english.words.morphology import word_set

Edges: TypeAlias = Mapping[int, Sequence[tuple[int, Phrase]]]
"""For each place in the text the terms that start there: their end and their reading."""

LIKE = 0.11
"""How much dearer a reading may be and still be a rival."""

MAX_LENGTH = 60
"""Longest clause that is parsed, in characters; headings and clauses of reports are far shorter."""

ROOTS: Mapping[str, float] = {
    "VP": 0.0,
    "S": 0.3,
    "N": 0.4,
    "NC": 0.4,
    "NP": 0.45,
    "I": 0.5,
    "PP": 0.6,
    "T": 1.0,
    "A": 2.0,
    "D": 3.0,
}
"""What a whole clause may be, and how much less likely than a verb phrase."""
LATER: Mapping[str, float] = {**ROOTS, "N": 1.2, "NC": 1.2, "NP": 1.25}
"""What a clause after a comma may be: seldom a noun, where the first had a verb."""
FINITE: Mapping[str, float] = {name: ROOTS[name] for name in ("VP", "S", "I", "PP", "T", "D")}
"""What a clause beside sentences must be: no noun alone."""
NAMES: Mapping[str, float] = {"N": 0.0, "NC": 0.0, "NP": 0.0, "VP": 0.3}
"""What the name of a project may be, and what there is to do with one (实施乡村振兴战略)."""
STATES: Mapping[str, float] = {"S": 0.0, "PP": 1.0}
"""What a clause that admits a difficulty must be: something is said of something, or in what field."""
PROSE: Mapping[str, float] = {"VP": 0.0, "S": 0.0}
"""What a clause of running text must be."""
TERMS: Mapping[str, float] = {"N": 0.0, "NC": 0.0, "NP": 0.05, "DN": 0.1, "VP": 1.5}
"""What a term or an indicator may be: at the worst what is done, by its -ing form."""
LOOSE_TERMS: Mapping[str, float] = {**TERMS, "S": 1.0, "PP": 3.0}
"""What a term may be where none of these covers it: a sentence of what does what."""
NOUNS: Mapping[str, float] = {"N": 0.0, "NC": 0.0, "NP": 0.05}
"""What a sum of money may be named by: nouns alone."""


Place: TypeAlias = tuple[int, int, str]
"""Start, end and category of a phrase."""


@dataclass(slots=True)
class _Chart:
    """The cheapest phrase for each place, and how near another reading of the place came."""

    cells: list[dict[int, dict[str, Phrase]]]
    rivals: dict[Place, float] = field(default_factory=dict)
    others: dict[Place, list[tuple[float, str]]] = field(default_factory=dict)
    """Costs and English of dearer readings that part the place into other terms."""

    def is_worse(self, known: Phrase, start: int, end: int, phrase: Phrase, ends: int) -> bool:
        """Say whether what is known of a place is as cheap; if the two are made of other terms, note how near."""
        if _cut_apart(known.ends, ends) and not _say_the_same(known, phrase):
            place = (start, end, phrase.category)
            self.rivals[place] = min(abs(phrase.cost - known.cost), self.rivals.get(place, math.inf))
            dearer = known if phrase.cost < known.cost else phrase
            self.others.setdefault(place, []).append((dearer.cost, dearer.text))
        return known.cost <= phrase.cost

    def margin(self, phrase: Phrase) -> float:
        """Give how near a rival came to any part of a phrase."""
        own = self.rivals.get((*phrase.place, phrase.category), math.inf)
        return min([own, *(self.margin(child) for child in phrase.children)])

    def is_disputed(self, phrase: Phrase) -> bool:
        """Say whether a noun in a phrase has a reading of like cost whose English says another thing."""
        others = self.others.get((*phrase.place, phrase.category), ())
        near = {text for cost, text in others if cost - phrase.cost < LIKE and text != phrase.text}
        if phrase.category in NOUNS and any(_words(text) != _words(phrase.text) for text in near):
            return True
        return any(map(self.is_disputed, phrase.children))


class Charted(NamedTuple):
    """All that a text can be read as, whatever is asked of it."""

    length: int
    edges: Edges
    chart: _Chart | None
    """None: no way of terms leads through the text."""


def charted(length: int, edges: Edges, loose: bool = False) -> Charted:
    """Join what stands in a text of `length` characters; `loose`: by the rules for names that the grammar lacks."""
    leading = _leading_through(length, edges) if 0 < length <= MAX_LENGTH else {}
    if not leading:
        return Charted(length, edges, None)
    chart = _Chart([{} for _ in range(length + 1)])
    joiners = _by_left(loose)
    for start in range(length - 1, -1, -1):
        _fill(chart, start, leading.get(start, ()), joiners)
    return Charted(length, edges, chart)


def best_of(found: Charted, roots: Mapping[str, float]) -> Phrase | None:
    """Give the best phrase of these categories that covers a text whole, or None."""
    if found.chart is None:
        return None
    whole = found.chart.cells[0].get(found.length, {})
    options = sorted(
        (replace(phrase, cost=phrase.cost + roots[name]) for name, phrase in whole.items() if name in roots),
        key=lambda phrase: phrase.cost,
    )
    if not options:
        return None
    best = options[0]
    others = [other.cost - best.cost for other in options[1:] if _cut_apart(best.ends, other.ends)]
    margin = min([found.chart.margin(best), *others])
    disputed = found.chart.is_disputed(best)
    return replace(best, margin=margin, disputed=disputed, bridged=_is_bridged(best, found.edges))


@cache
def _by_left(loose: bool) -> Mapping[str, Mapping[str, Rules]]:
    """Give the rules of a grammar by what stands on the left, then on the right."""
    joiners: dict[str, dict[str, Rules]] = {}
    for (left, right), joins in (LOOSE_RULES if loose else RULES).items():
        joiners.setdefault(left, {})[right] = joins
    return joiners


def _leading_through(length: int, edges: Edges) -> dict[int, list[tuple[int, Phrase]]]:
    """Leave only the terms that stand on a way of terms through the whole text: no other is part of a reading."""
    reached = {0}
    for start in range(length):
        if start in reached:
            for end, _ in edges.get(start, ()):
                reached.add(end)
    if length not in reached:
        return {}
    onward, left = {length}, {}
    for start in range(length - 1, -1, -1):
        terms = [one for one in edges.get(start, ()) if one[0] in onward] if start in reached else ()
        if terms:
            onward.add(start)
            left[start] = terms
    return left


def _words(text: str) -> frozenset[str]:
    """Give the words that an English says, whatever their order and endings."""
    return frozenset(_SAME.get(one, one) for one in map(bare, WORD.findall(text))) - _SMALL


_SMALL = word_set("a an the of in for and to")
_SAME = dict.fromkeys(("construction", "development"), "build")
"""What 建设 is, whichever of these English says."""


def _say_the_same(one: Phrase, other: Phrase) -> bool:
    """Say whether two readings of like cost say the same words: rural road | construction projects either way."""
    return abs(one.cost - other.cost) < _NEAR and _words(one.text) == _words(other.text)


_NEAR = 0.25


def _cut_apart(one: int, other: int) -> bool:
    """Say whether two readings part a text into terms so that neither only cuts the other's terms up."""
    return one & other not in (one, other)


def _is_bridged(phrase: Phrase, edges: Edges) -> bool:
    """Say whether a term of the text begins or ends inside one that was read, and bridges where that one ends."""
    cuts = phrase.ends | 1
    return any(
        cuts & (1 << end) - (2 << start) and not (cuts >> start & cuts >> end & 1)
        for start, terms in edges.items()
        for end, _ in terms
    )


def _fill(
    chart: _Chart, start: int, terms: Sequence[tuple[int, Phrase]], joiners: Mapping[str, Mapping[str, Rules]]
) -> None:
    own, is_worse = chart.cells[start], chart.is_worse
    queue = [(end, term_at(phrase, start, end)) for end, phrase in terms]
    while queue:
        end, phrase = queue.pop()
        category, cell = phrase.category, own.setdefault(end, {})
        known = cell.get(category)
        if known is not None and is_worse(known, start, end, phrase, phrase.ends):
            continue
        cell[category] = phrase
        if category in RAISED:
            queue.extend((end, wider) for wider in raised(phrase))
        joining = joiners.get(category)
        if joining is None:
            continue
        for further, right_cell in chart.cells[end].items():
            there = own.get(further, _NOTHING)
            for follows, right in right_cell.items():
                for join in joining.get(follows, ()):
                    made = join(phrase, right)
                    if made is None:
                        continue
                    known = there.get(made.category)
                    if known is None or not is_worse(known, start, further, made, phrase.ends | right.ends):
                        queue.append((further, _traced(made, phrase, right, join)))


_NOTHING: Mapping[str, Phrase] = {}


def _traced(made: Phrase, left: Phrase, right: Phrase, join: Joiner) -> Phrase:
    """Note what a phrase was joined of, and which characters its English leaves out."""
    unsaid = left.unsaid + right.unsaid
    if join in DROPPING:
        unsaid = (left.place, *unsaid)
    return made_of(made, left, right, join.__name__, unsaid)
