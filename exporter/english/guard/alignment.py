"""Tie words of a source to words of its English: terms, figures, names by their pinyin, and words that have one like.

Only what stands once on both sides is tied, so that a tie says where a thing is said, and not merely that it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import rjieba

from exporter.english.glossary.terms import TermBase
from exporter.english.guard.meaning import Said, figures_said, said_terms
from exporter.english.guard.renderings import HAN, SMALL, WORD, root, standard, units
from exporter.english.words.syllables import syllables


@dataclass(frozen=True, slots=True)
class Tie:
    """A word of the source with the place of its English."""

    start: int
    said: int
    """Both in characters."""
    word: int
    """Which word of the English it is."""
    clause: int
    piece: int
    """Which clause of the source, and which piece of the English, it stands in."""


class Sides:
    """A source and its English, with the places at which their clauses, words and pieces begin."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        self._commas = [one.start() for one in CLAUSE_MARK.finditer(zh)]
        self._words = [one.start() for one in WORD.finditer(en)]
        self._pieces = [one.start() for one in _PIECES.finditer(en)]

    def clause(self, start: int) -> int:
        """Give which clause of the source a place is in."""
        return bisect_right(self._commas, start)

    def word(self, said: int) -> int:
        """Give which word of the English stands at a place."""
        return bisect_right(self._words, said)

    def piece(self, said: int) -> int:
        """Give which piece of the English a place is in."""
        return bisect_right(self._pieces, said)

    def tie(self, start: int, said: int) -> Tie:
        """Tie two places."""
        return Tie(start, said, self.word(said), self.clause(start), self.piece(said))


CLAUSE_MARK = re.compile("[，；。：！？]")
_PIECES = re.compile(r"[,;:.]\s|\band\b")


def ties(sides: Sides, base: TermBase) -> tuple[Tie, ...]:
    """Tie all that has one place on either side; of two ties of one place a figure's or a term's is believed."""
    zh, en = sides.zh, sides.en
    found = dict(_of_words(zh, en))
    found |= {one.start: one.said for one in (*names_said(zh, en), *said_terms(zh, en, base, frozenset()))}
    found |= dict(figures_said(zh, en))
    return tuple(sides.tie(start, said) for start, said in sorted(found.items()))


def _of_words(zh: str, en: str) -> Iterator[tuple[int, int]]:
    """Tie a word that only one word of English may stand for, where that stands for no other."""
    held = standard()
    spoken = [(one.start(), root(one[0])) for one in WORD.finditer(en) if one[0].lower() not in SMALL]
    said_by, says = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for start, word in _words_of(zh):
        asked = held.chinese[word].others if word in held.chinese else frozenset()
        parts = units(word)
        for said, one in spoken:
            if one in asked or (one in held.english and not held.english[one].others.isdisjoint(parts)):
                said_by[start].append(said)
                says[said].append(start)
    yield from ((start, said[0]) for start, said in said_by.items() if len(said) == len(says[said[0]]) == 1)


def _words_of(zh: str) -> Iterator[tuple[int, str]]:
    for run in HAN.finditer(zh):
        start = run.start()
        for word in rjieba.cut(run[0]):
            if len(word) > 1:
                yield start, word
            start += len(word)


def names_said(zh: str, en: str) -> Iterator[Said]:
    """Give what English spells as the source is read, if it stands once in both: names that no term knows."""
    spelled = [one for one in _NAME.finditer(en) if en.count(one[0]) == 1]
    windows = defaultdict[str, list[tuple[int, str]]](list)
    for run in HAN.finditer(zh) if spelled else ():
        said = syllables(run[0])
        for start, long in product(range(len(said)), _LENGTHS):
            if (end := start + long) <= len(said):
                windows["".join(said[start:end]).lower()].append((run.start() + start, run[0][start:end]))
    for one in spelled:
        places = windows.get(one[0].lower(), [])
        if len(places) == 1:
            yield Said(places[0][1], places[0][0], *one.span())


_LENGTHS = range(2, 5)
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
