"""Write `source/words.tsv`: which Chinese stands where official English says a word, and how surely it does.

    python scripts/prove_words.py ../shared/corpus/parallel

A word of English is explained by the characters and pairs of characters of its Chinese (IBM's Model 1, in the parallel
reports and the term base). How often a word stands without any of them is counted in years that were not learned from.
Only the words that speak of members of `source/kinds.tsv` are kept; no sentence is.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from exporter.english.glossary.terms import load
from exporter.english.guard.kinds import Word, lexicon_of, members, stems, strangers
from exporter.style import data_folder

Pair: TypeAlias = tuple[str, str]
"""Chinese, and its English."""
Explained: TypeAlias = Mapping[str, Mapping[str, tuple[float, float]]]
"""For each word the Chinese that explains it: how likely that is said so, and how often it was."""
ROUNDS, FOLDS = 4, 7
LIKELY, OFTEN = 0.003, 0.1
"""From which on a word may come from some Chinese."""
SURE, TIMES = 0.04, 0.5
"""From which on it names it."""
PRIOR, WEIGHT = 0.15, 3
"""How often an unknown word stands without its Chinese, and how many sentences that counts for."""
_HAN = re.compile("[\u4e00-\u9fff]+")


def main(folder: Path) -> None:
    """Learn from every year, and write the words."""
    years = years_of(folder)
    doubt, strays = counted(years)
    words = words_of(learned(pair for pairs in years.values() for pair in pairs), doubt)
    rows = (
        (name, f"{word.doubt:.2f}", str(strays[name]), " ".join(word.names), " ".join(word.stands_for))
        for name, word in sorted(words.items())
    )
    write("words.tsv", ("word", "doubt", "strays", "names", "stands_for"), rows)


def write(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table of the source."""
    with (data_folder("source") / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(columns)
        writer.writerows(rows)


def years_of(folder: Path) -> dict[str, list[Pair]]:
    """Give the sentences of every year."""
    return {file.stem: list(sentences(file)) for file in sorted(folder.glob("*.tsv"))}


def sentences(file: Path) -> Iterator[Pair]:
    """Give the sentences of a year."""
    for line in file.read_text("utf-8").splitlines():
        zh, _, en = line.partition("\t")
        if zh and en:
            yield zh, en


def terms() -> Iterator[Pair]:
    """Give the terms of the base likewise."""
    for term in load().terms:
        if term.status != "forbidden" and term.kind != "pattern":
            yield term.zh, f"{term.en} {term.other if len(term.other) > 2 else ''}"


def units(zh: str) -> tuple[str, ...]:
    """Give the characters and pairs of characters of a text."""
    found: set[str] = set()
    for run in _HAN.findall(zh):
        found.update(run, (run[place : place + 2] for place in range(len(run) - 1)))
    return tuple(sorted(found))


def learned(pairs: Iterable[Pair]) -> Explained:
    """Find by expectation and maximisation which Chinese explains each word."""
    every = [(units(zh), stems(en)) for zh, en in (*terms(), *pairs)]
    likely: dict[tuple[str, str], float] = {}
    for turn in range(ROUNDS):
        count: defaultdict[tuple[str, str], float] = defaultdict(float)
        total: defaultdict[str, float] = defaultdict(float)
        for grams, words in every:
            for word in words:
                shares = [likely.get((gram, word), 0.0) for gram in grams] if turn else [1.0] * len(grams)
                whole = sum(shares) + 1e-3
                for gram, share in zip(grams, shares, strict=True):
                    if share > 1e-6 * whole:
                        count[gram, word] += share / whole
                        total[gram] += share / whole
        likely = {key: number / total[key[0]] for key, number in count.items() if number > 1e-3}
    found: defaultdict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for (gram, word), share in likely.items():
        if share >= LIKELY:
            found[word][gram] = (share, count[gram, word])
    return found


def counted(years: Mapping[str, list[Pair]]) -> tuple[Mapping[str, float], Counter[str]]:
    """Count in years that were not learned from how often each word stands without any Chinese for it, and astray."""
    said, missed, strays = Counter[str](), Counter[str](), Counter[str]()
    names = sorted(years)
    for fold in range(FOLDS):
        held = names[fold::FOLDS]
        explained = learned(pair for year in names if year not in held for pair in years[year])
        lexicon = lexicon_of(words_of(explained, {}))
        may = {word: licences(explained, word) for word in explained}
        for zh, en in (pair for year in held for pair in years[year]):
            grams = units(zh)
            for word in stems(en):
                said[word] += bool(may.get(word))
                missed[word] += bool(may.get(word)) and may[word].isdisjoint(grams)
            strays.update({word for one in strangers(zh, en, lexicon) for word in one.words})
    return {word: doubt_of(missed[word], said[word]) for word in said}, strays


def doubt_of(missed: int, said: int) -> float:
    """Give the share of sentences in which a word stands without its like, of which so many were seen."""
    return (missed + PRIOR * WEIGHT) / (said + WEIGHT)


def licences(explained: Explained, word: str) -> frozenset[str]:
    """Give the Chinese that a word may come from."""
    return frozenset(gram for gram, (_, often) in explained.get(word, {}).items() if often >= OFTEN)


def words_of(explained: Explained, doubt: Mapping[str, float]) -> dict[str, Word]:
    """Give the words that speak of members of a kind."""
    every = [member for group in members().values() for member in group]
    pairs = {member.zh for member in every if len(member.zh) == 2}
    in_terms: defaultdict[str, set[str]] = defaultdict(set)
    for member in every:
        for word in {word for way in member.said for word in way}:
            in_terms[word].add(member.zh)
    wanted = frozenset(in_terms)
    for term in load().terms:
        for word in stems(term.en) if term.status != "forbidden" and len(term.zh) > 1 else ():
            in_terms[word].add(term.zh)
    found: dict[str, Word] = {}
    for word in {*explained, *wanted}:
        grams = explained.get(word, {})
        names = [gram for gram, (share, often) in grams.items() if share >= SURE and often >= TIMES]
        named = tuple(sorted(pairs.intersection(names)))
        if word in wanted or named:
            stands_for = tuple(sorted(shortest(licences(explained, word) | in_terms[word])))
            found[word] = Word(doubt.get(word, PRIOR), 0, named, stands_for)
    return found


def shortest(grams: Iterable[str], longest: int = 3) -> set[str]:
    """Leave out what holds a shorter one, of so many characters at the most."""
    kept: set[str] = set()
    for gram in sorted(grams, key=len):
        if not any(
            gram[at : at + size] in kept for size in range(1, longest + 1) for at in range(len(gram) - size + 1)
        ):
            kept.add(gram)
    return kept


if __name__ == "__main__":
    main(Path(sys.argv[1]))
