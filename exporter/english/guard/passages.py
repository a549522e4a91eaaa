"""Match the clauses of a source with the passages of its English, by figures, by terms and by words they share.

A clause of Chinese ends at a mark, a piece of English at a mark or at `and`. What is said of one on the other side ties
them together; all that hangs together is one passage. Where everything does, the passage is the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from exporter.english.glossary.terms import load
from exporter.english.guard.axes import turning
from exporter.english.guard.chinese_numbers import wanted_of
from exporter.english.guard.english_numbers import mentions
from exporter.english.guard.matching import matched
from exporter.english.guard.meaning import said_terms
from exporter.english.guard.renderings import roots, standard, units, words
from exporter.facts.numbers.numerals import fold

_CLAUSES = re.compile(r"(?<=[，；。：！？])")
_PIECES = re.compile(r"(?<=[,;:.!?])\s+|(?<!\s)\s+(?=(?:and|but|while|so that)\b)")

_Group: TypeAlias = tuple[set[int], set[int]]
"""Clauses and pieces that hang together, by their places."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Clauses that hang together, and the English that says them."""

    zh: str
    en: str


@lru_cache(maxsize=64)  # what is reported and what is doubted of a sentence follow each other
def passages(zh: str, en: str) -> tuple[Passage, ...]:
    """Give the passages of a sentence in the order of its clauses."""
    clauses = [one for one in _CLAUSES.split(zh) if one]
    pieces = [one for one in _PIECES.split(en) if one]
    if len(clauses) < 2 or len(pieces) < 2:
        return (Passage(zh, en),)
    ties = frozenset((*_of_figures(clauses, pieces), *_of_terms(clauses, pieces), *_of_words(clauses, pieces)))
    if not ties:
        return (Passage(zh, en),)
    groups = _groups(len(clauses), len(pieces), ties)
    return tuple(
        Passage("".join(clauses[one] for one in sorted(here)), " ".join(pieces[one] for one in sorted(there)))
        for here, there in groups
    )


def _of_figures(clauses: Sequence[str], pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    wanted = [(place, want) for place, clause in enumerate(clauses) for want in wanted_of(fold(clause))]
    said = [(place, mention) for place, piece in enumerate(pieces) for mention in mentions(piece)]
    pairs, _ = matched([want for _, want in wanted], [mention for _, mention in said])
    for one, other in pairs.items():
        yield wanted[one][0], said[other][0]


def _of_terms(clauses: Sequence[str], pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Tie the clause and the piece that hold a term which both languages have once."""
    zh, en = "".join(clauses), " ".join(pieces)
    starts = list(accumulate(map(len, clauses), initial=0))
    spoken = list(accumulate((len(piece) + 1 for piece in pieces), initial=0))
    for one in said_terms(zh, en, load()):
        yield bisect_right(starts, one.start) - 1, bisect_right(spoken, one.said) - 1


def _of_words(clauses: Sequence[str], pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Tie what one clause alone asks for and one piece alone says."""
    held, (turned, turning_words) = standard(), turning()
    clauses, pieces = [turned.sub("，", one) for one in clauses], [turning_words.sub(",", one) for one in pieces]
    asked, said = [units(clause) for clause in clauses], [frozenset(roots(piece)) for piece in pieces]
    for root, pieces_of in _once(said).items():
        if root in held.english:
            askers = [place for place, clause in enumerate(asked) if not held.english[root].others.isdisjoint(clause)]
            if len(askers) == 1:
                yield askers[0], pieces_of
    for word, clause in _once([words(one) for one in clauses]).items():
        if word in held.chinese:
            sayers = [place for place, piece in enumerate(said) if not held.chinese[word].others.isdisjoint(piece)]
            if len(sayers) == 1:
                yield clause, sayers[0]


def _once(held: Sequence[frozenset[str]]) -> dict[str, int]:
    count = Counter(word for one in held for word in one)
    return {word: place for place, one in enumerate(held) for word in one if count[word] == 1}


def _groups(clauses: int, pieces: int, ties: frozenset[tuple[int, int]]) -> list[_Group]:
    """Put together what is tied; a piece or a clause that nothing ties goes with the one before it."""
    groups: list[_Group] = []
    for clause, piece in ties:
        touched = [one for one in groups if clause in one[0] or piece in one[1]]
        groups = [one for one in groups if one not in touched]
        groups.append(({clause}.union(*(here for here, _ in touched)), {piece}.union(*(there for _, there in touched))))
    for side, count in enumerate((clauses, pieces)):
        tied = sorted({tie[side] for tie in ties})
        for place in range(count):
            before = tied[max(0, bisect_right(tied, place) - 1)]
            next(one for one in groups if before in one[side])[side].add(place)
    return sorted(groups, key=lambda one: min(one[0]))
