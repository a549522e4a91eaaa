"""Find a thing that is said for another of its kind: teachers for doctors, bridges for reservoirs, coal for steel.

`source/kinds.tsv` holds what is of one kind, so that one may be mistaken for another; their English is
the term base's. `source/words.tsv` says of each word of it which Chinese stands where official English says it, how
often it stands without, and how often so beside another of its kind: learned from the parallel reports, by
`scripts/prove_words.py`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

from exporter.english.glossary.terms import load
from exporter.english.grammar.attested import bare
from exporter.english.guard.finding import Finding
from exporter.english.words.morphology import word_set
from exporter.style import data_folder

Stems: TypeAlias = frozenset[str]
"""The words of a text that say something, without endings."""


@dataclass(frozen=True, slots=True)
class Member:
    """A thing of a kind, and the ways in which English says it."""

    zh: str
    said: frozenset[Stems]


class Word(NamedTuple):
    """A word of English, what official English does with it, and the Chinese that it may come from."""

    doubt: float
    """Share of its sentences in which none of that Chinese stands."""
    strays: int
    """Sentences in which it speaks so of another thing than the one of its kind that the Chinese names."""
    names: tuple[str, ...]
    """The Chinese that it surely says."""
    stands_for: tuple[str, ...]


class Stranger(NamedTuple):
    """Words that name a thing of a kind which the Chinese does not, and what it names of that kind."""

    words: Stems
    instead: str
    unsaid: bool
    """Whether English says nothing of that."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they are, by the Chinese that they name."""

    words: Mapping[str, Word]
    names: Mapping[str, frozenset[Stems]]

    def ways(self, one: Member) -> frozenset[Stems]:
        """Give the ways in which a thing is said: those of the term base, and those of official English."""
        return one.said | self.names.get(one.zh, frozenset())

    def is_unasked(self, word: str, zh: str) -> bool:
        """Say whether a word is known, and nothing in a text may be said so."""
        known = self.words.get(word)
        return known is not None and not any(gram in zh for gram in known.stands_for)


def kinds(zh: str, en: str) -> Iterator[Finding]:
    """Report a thing that is said where the source names another of its kind."""
    lexicon = standard()
    told: set[str] = set()
    for words, instead, unsaid in strangers(zh, en, lexicon):
        known = [lexicon.words[word] for word in words]
        doubt, strays = min(word.doubt for word in known), max(word.strays for word in known)
        surest = (doubt <= _ANOTHER and strays <= _STRAYS) if unsaid else (doubt <= _ALONE and not strays)
        if surest and instead not in told:
            told.add(instead)
            shown = " ".join(sorted(words))
            yield Finding("meaning.kind", f"{shown!r} is said where the source names {instead}", instead, shown)


_ANOTHER, _ALONE, _STRAYS = 0.2, 0.05, 2
"""Doubt of a word at the most where a thing of its kind is left unsaid, and where none is; how often it may stray."""


def strangers(zh: str, en: str, lexicon: Lexicon) -> Iterator[Stranger]:
    """Find what the English names of a kind and the Chinese does not, where it names another."""
    said = stems(en)
    for group in members().values():
        here = _named(zh, group)
        if not here:
            continue
        unsaid = [one.zh for one in here if not any(way <= said for way in lexicon.ways(one))]
        known = frozenset().union(*(way for one in here for way in lexicon.ways(one)))
        spoken = {way for one in group if one.zh not in zh for way in one.said if way <= said}
        for way in sorted(spoken, key=sorted):  # the first is told, and each time the same
            words = way - known
            if words and all(lexicon.is_unasked(word, zh) for word in words):
                yield Stranger(words, (unsaid or [here[0].zh])[0], bool(unsaid))


def _named(zh: str, group: Iterable[Member]) -> list[Member]:
    """Give the members that a text names, without those that are only parts of others."""
    found = [one for one in group if one.zh in zh]
    names = [one.zh for one in found]
    return [
        one for one in found if zh.count(one.zh) > sum(zh.count(name) for name in names if one.zh in name != one.zh)
    ]


@lru_cache(maxsize=4096)
def stems(en: str) -> Stems:
    """Give the words of an English text that say something, without endings."""
    words = _WORD.findall(en.replace("~", ""))
    return frozenset(bare(_OWN.sub("", word)) for word in words if word.lower() not in _SMALL)


_WORD = re.compile(r"[A-Za-z]{2,}(?:['’]s)?")
_OWN = re.compile("['’]s$")
_SMALL = word_set(
    "the of and to in for on with by as from that its it we our be is are was were has have had been will at an this "
    "these their they which or into"
)


@cache
def members() -> Mapping[str, tuple[Member, ...]]:
    """Load what is of one kind, by the name of the kind."""
    return {kind: tuple(map(_member, same)) for kind, same in groupby(_table("kinds"), lambda row: row["kind"])}


def _member(row: Mapping[str, str]) -> Member:
    terms = [term for term in load().by_zh.get(row["zh"], ()) if term.status != "forbidden"]
    said = [*row["en"].split("|"), *(term.en for term in terms), *(term.other for term in terms if len(term.other) > 2)]
    return Member(row["zh"], frozenset(map(stems, said)) - {frozenset()})


def _table(name: str) -> list[dict[str, str]]:
    with (data_folder("source") / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def standard() -> Lexicon:
    """Load the words whose Chinese is known."""
    return lexicon_of(
        {
            row["word"]: Word(
                float(row["doubt"]), int(row["strays"]), tuple(row["names"].split()), tuple(row["stands_for"].split())
            )
            for row in _table("words")
        }
    )


def lexicon_of(words: Mapping[str, Word]) -> Lexicon:
    """Make a lexicon of words."""
    names: defaultdict[str, set[Stems]] = defaultdict(set)
    for word, known in words.items():
        for zh in known.names:
            names[zh].add(frozenset((word,)))
    return Lexicon(words, {zh: frozenset(ways) for zh, ways in names.items()})
