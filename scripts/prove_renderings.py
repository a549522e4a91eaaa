"""Write `source/renderings.tsv`: which words of the two languages stand for each other, and how surely.

    python scripts/prove_renderings.py ../shared/corpus/parallel

A word of English is explained by the words and characters of its Chinese (IBM's Model 1, in the parallel reports and
the term base). How often a word of either language stands without any of the other is counted in years that were not
learned from. Only words that rarely do are kept; no sentence is.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from prove_words import Pair, doubt_of, shortest, terms, write, years_of

from exporter.english.guard.renderings import Rendering, Renderings, Words, roots, units, words

Shares: TypeAlias = Mapping[str, Mapping[str, float]]
"""For each piece of Chinese how likely it is said by each root."""
ROUNDS, FOLDS = 4, 4
SAID, BY_CHARACTER, SEEN = 0.05, 0.1, 0.5
"""From which share on a root may say a word, or a character of it; counts that make a share half as sure."""
PAIR = 2
"""Characters of a piece at the most that is found wherever it stands; a longer one is found as a word alone."""
KEPT_ENGLISH, KEPT_CHINESE = 0.1, 0.2
"""Doubt of a word at the most."""


def main(folder: Path) -> None:
    """Learn from every year, and write the words."""
    held = proven(years_of(folder))
    rows = (
        (language, word, f"{one.doubt:.3f}", " ".join(sorted(one.others)))
        for language, known in (("en", held.english), ("zh", held.chinese))
        for word, one in sorted(known.items())
    )
    write("renderings.tsv", ("language", "word", "doubt", "others"), rows)


def proven(years: Mapping[str, Sequence[Pair]]) -> Renderings:
    """Learn from all years, with doubts counted in years that were not learned from."""
    seen, missed = Counter[str](), Counter[str]()
    names = sorted(years)
    for fold in range(FOLDS):
        away = names[fold::FOLDS]
        held = rendered(learned(pair for year in names if year not in away for pair in years[year]), {})
        for zh, en in (pair for year in away for pair in years[year]):
            seen.update(word for word in words(zh) if word in held.chinese)
            seen.update(word for word in roots(en) if word in held.english)
            missed.update(word for _, word in (*held.unasked(zh, en), *held.unsaid(zh, en)))
    doubt = {word: doubt_of(missed[word], seen[word]) for word in seen}
    whole = rendered(learned(pair for pairs in years.values() for pair in pairs), doubt)
    return Renderings(_sure(whole.english, KEPT_ENGLISH), _sure(whole.chinese, KEPT_CHINESE))


def _sure(known: Mapping[str, Rendering], most: float) -> dict[str, Rendering]:
    return {word: one for word, one in known.items() if one.doubt <= most}


def rendered(shares: Shares, doubt: Mapping[str, float]) -> Renderings:
    """Give for each word those that may stand for it."""
    english: defaultdict[str, set[str]] = defaultdict(set)
    chinese: dict[str, Rendering] = {}
    for piece, said in shares.items():
        for word, share in said.items():
            if share >= SAID:
                english[word].add(piece)
        if len(piece) > 1:
            inner = (part for part in units(piece) if part != piece)
            by_part = {word for part in inner for word, share in shares.get(part, {}).items() if share >= BY_CHARACTER}
            others = frozenset(by_part.union(word for word, share in said.items() if share >= SAID))
            chinese[piece] = Rendering(doubt.get(piece, 1.0), others)
    held = {word: Rendering(doubt.get(word, 1.0), frozenset(shortest(may, PAIR))) for word, may in english.items()}
    return Renderings(held, chinese)


def learned(pairs: Iterable[Pair]) -> Shares:
    """Find by expectation and maximisation how likely each piece of Chinese is said by each root, sure or not."""
    every = [(sorted(_pieces(zh)), sorted(roots(en))) for zh, en in (*terms(), *pairs)]
    number: dict[tuple[str, str], int] = {}
    places = [
        [array("i", (number.setdefault((piece, word), len(number)) for piece in pieces)) for word in said]
        for pieces, said in every
    ]
    names = list(number)
    likely = [1.0] * len(names)
    for turn in range(ROUNDS):
        count = [0.0] * len(names)
        for row in places:
            for one in row:
                shares = [likely[place] for place in one]
                whole = sum(shares) + (1e-3 if turn else 0.0)
                for place, share in zip(one, shares, strict=True):
                    count[place] += share / whole
        total: defaultdict[str, float] = defaultdict(float)
        for (piece, _), often in zip(names, count, strict=True):
            total[piece] += often
        likely = [often / total[piece] for (piece, _), often in zip(names, count, strict=True)]
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (piece, word), share, often in zip(names, likely, count, strict=True):
        if share >= SAID / 2:
            found[piece][word] = share * often / (often + SEEN)
    return found


def _pieces(zh: str) -> Words:
    """Give the words and characters of a text, and the pairs of characters within its words."""
    inner = {word[place : place + 2] for word in words(zh) for place in range(len(word) - 1)}
    return frozenset(inner.union(words(zh), *(part for part in units(zh) if len(part) == 1)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
