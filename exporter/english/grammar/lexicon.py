"""Find what can be read at each place of a clause: terms, years, numbers, quoted names, sides of patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_letters
from typing import TypeAlias

from exporter.english.glossary.names import personal
from exporter.english.glossary.terms import Term, TermBase, load
from exporter.english.grammar.number_words import figures_at
from exporter.english.grammar.phrases import Phrase, noun, phrases_of, replace
from exporter.english.grammar.senses import is_of_many_meanings
from exporter.english.words.morphology import is_plural, singular

_QUOTED = re.compile(r"[“\"「]([^“”\"「」]{1,24})[”\"」]")
_ASIDE = re.compile(r"（([^（）]{1,16})）")
QUOTES = '"'

_FIRST_OF_FIGURES = frozenset('十两三四五六七八九第劣年主营销产税纳利投总过超ⅠⅡⅢⅣⅤ“"' + ascii_letters)
"""Characters, beside digits, that a year, plan, size, grade or number may begin with."""
MAX_SIDE = 10
"""Longest side of a pattern, in characters."""
_FIRST_OF_QUOTES = frozenset('“"「（')

Quoted = Callable[[str], str | None]
"""Renders what stands inside quotation marks, or None."""


@dataclass(frozen=True)
class Lexicon:
    """The readings of a term base, worked out once for each term, and the sides of its patterns."""

    base: TermBase
    left: Mapping[str, Phrase]
    right: Mapping[str, Phrase]
    known: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    sides: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Lengths of the sides of patterns, by their first character."""

    def edges(self, text: str, names: Mapping[str, str], quoted: Quoted) -> dict[int, list[tuple[int, Phrase]]]:
        """Give for each place of a text the readings that start there, with their ends."""
        found: dict[int, list[tuple[int, Phrase]]] = {}
        for start, first in enumerate(text):
            readings = self._terms(text, start)
            if lengths := self.sides.get(first):
                parts = [text[start : start + length] for length in lengths if start + length <= len(text)]
                for known in (self.left, self.right):
                    readings += [(start + len(part), known[part]) for part in parts if part in known]
            for zh, en in names.items():
                if text.startswith(zh, start):
                    readings.append((start + len(zh), noun(en, len(zh), 1.0)))
            if first in _FIRST_OF_FIGURES or first.isdecimal():
                readings += figures_at(text, start)
            if first in _FIRST_OF_QUOTES:
                readings += _quoted(text, start, quoted)
            if readings:
                found[start] = readings
        return _overruled(found, text, personal(names))

    def _terms(self, text: str, start: int) -> list[tuple[int, Phrase]]:
        found: list[tuple[int, Phrase]] = []
        terms_of, known, last = self.base.by_zh.get, self.known, len(text)
        for length in (*self.base.lengths.get(text[start : start + 2], ()), 1):
            end = start + length
            if end <= last and (terms := terms_of(zh := text[start:end])) is not None:
                readings = known.get(zh)
                if readings is None:
                    readings = known[zh] = _weighed([one for term in _used(terms) for one in _with_sense(term)])
                for phrase in readings:
                    found.append((end, phrase))
        return found


Readings: TypeAlias = dict[int, list[tuple[int, Phrase]]]


def _overruled(found: Readings, text: str, terms: Mapping[str, Term]) -> Readings:
    """Leave nothing of other readings where the user's own terms stand, the longest first."""
    for zh in sorted(terms, key=len, reverse=True):
        start = text.find(zh)
        while start >= 0:
            end = start + len(zh)
            found = {
                place: [(stop, phrase) for stop, phrase in readings if stop <= start or place >= end]
                for place, readings in found.items()
            }
            found[start] = [(end, phrase) for phrase in phrases_of(terms[zh])]
            start = text.find(zh, end)
        text = text.replace(zh, "\0" * len(zh))
    return {place: readings for place, readings in found.items() if readings}


def lexicon_of(base: TermBase) -> Lexicon:
    """Make the lexicon of a term base."""
    sides: defaultdict[str, list[str]] = defaultdict(list)
    for term in base.terms:
        if term.kind == "pattern":
            left, _, right = term.zh.partition("{}")
            sides[left].append(f"{right}\t{term.en}\t{term.other}")
    left_sides = {left: _left(left, slots) for left, slots in sides.items()}
    rights = {slot.partition("\t")[0] for slots in sides.values() for slot in slots} - {""}
    right_sides = {right: Phrase(")", right, cost=0.5, length=len(right)) for right in rights}
    return Lexicon(base, left_sides, right_sides, sides=_by_first({*sides, *rights}))


def _by_first(sides: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for side in sides:
        if 0 < len(side) <= MAX_SIDE:
            lengths[side[0]].add(len(side))
    return {first: tuple(sorted(found)) for first, found in lengths.items()}


def _with_sense(term: Term) -> Sequence[Phrase]:
    """Read a term; note of one that is our own whether its meaning depends on what stands beside it."""
    found = phrases_of(term)
    if is_of_many_meanings(term.zh, term.kind) and term in load().by_zh.get(term.zh, ()):
        return [replace(phrase, sense=term.zh) for phrase in found]
    return found


def _used(terms: Sequence[Term]) -> Iterator[Term]:
    """Leave out what is admitted beside a better rendering of its kind."""
    better = {term.kind for term in terms if term.status in ("preferred", "gloss")}
    return (term for term in terms if term.status != "admitted" or term.kind not in better)


def _weighed(readings: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Mark what is both verb and noun; a whole verb phrase that is a noun too (创新发展) is read as the noun first."""
    categories = {phrase.category for phrase in readings}
    noun_too = bool(categories & {"N", "H"})
    if not noun_too or not categories & {"V", "VP"}:
        return tuple(readings)
    return tuple(
        replace(
            phrase,
            verbal="V" in categories,
            cost=phrase.cost + 0.3 * (phrase.category == "VP"),
        )
        for phrase in readings
    )


def _left(left: str, slots: Sequence[str]) -> Phrase:
    alone = next((slot.split("\t")[1] for slot in slots if slot.startswith("\t")), "")
    return Phrase("(", alone, cost=0.5, length=len(left), slots=tuple(slots))


def _quoted(text: str, start: int, quoted: Quoted) -> Iterator[tuple[int, Phrase]]:
    """Read what stands in quotation marks as a name, and what stands in brackets as an aside."""
    found = _QUOTED.match(text, start)
    if found is not None:
        english = quoted(found[1])
        if english is not None:
            mark = QUOTES if english.endswith(QUOTES) else ""
            bare = english.removeprefix("the ").removesuffix(mark)
            before = (bare if ", " in bare else singular(bare)) + mark
            named = noun(english, len(found[0]), 1.0, before)
            yield found.end(), replace(named, plural=named.plural or is_plural(bare.strip(mark)))
    aside = _ASIDE.match(text, start)
    if aside is not None:
        english = quoted(aside[1])
        if english is not None:
            yield aside.end(), Phrase("B", f"({english.strip(QUOTES)})", cost=1.0, length=len(aside[0]))
