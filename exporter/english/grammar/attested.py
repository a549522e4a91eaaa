"""Hold what official English is known to say: words side by side, and things that it says verbs of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from exporter.english.words.morphology import singular
from exporter.style import data_folder


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """Give a word without its endings, roughly: the same for all forms of one word."""
    low = word.lower()
    if low.endswith(("'s", "s'")):
        return low
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) > 2:
            low = low.removesuffix(ending) + instead
            break
    return low.removesuffix("e") if len(low) > 3 else singular(low)


_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("ss", "ss"), ("s", ""))


@cache
def _pairs() -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {"beside": {}, "object": {}}
    for line in (data_folder("source") / "pairs.tsv").read_text("utf-8").splitlines()[1:]:
        kind, word, others = line.split("\t")
        found[kind][word] = frozenset(others.split())
    return found


def beside() -> Mapping[str, frozenset[str]]:
    """Give for each word the words that official English says right behind it."""
    return _pairs()["beside"]


def objects() -> Mapping[str, frozenset[str]]:
    """Give for each verb the things that official English says it of."""
    return _pairs()["object"]
