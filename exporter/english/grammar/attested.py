"""Hold what official English is known to say: words side by side, and things that it says verbs of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from exporter.english.grammar.phrases import SLOT, Phrase
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
def pairs() -> Mapping[str, Mapping[str, str]]:
    """Give rows of words by a word: `beside` a word, and the `object` of a verb; few are ever taken apart."""
    found: dict[str, dict[str, str]] = {"beside": {}, "object": {}}
    for line in (data_folder("source") / "pairs.tsv").read_text("utf-8").splitlines()[1:]:
        kind, word, others = line.split("\t")
        found[kind][word] = others
    return found


@lru_cache(maxsize=4096)
def beside(word: str) -> frozenset[str]:
    """Give the words that official English says right behind one."""
    return frozenset(pairs()["beside"].get(word, "").split())


@lru_cache(maxsize=4096)
def objects(verb: str) -> frozenset[str]:
    """Give the things that official English says a verb of."""
    return frozenset(pairs()["object"].get(verb, "").split())


def is_free(word: str, other: str) -> bool:
    """Say whether official English says a word before so many things, and a thing behind so many, that they fit."""
    return len(beside(word)) >= FREE_BEFORE and _behind().get(other, 0) >= FREE_BEHIND


FREE_BEFORE, FREE_BEHIND = 40, 20
"""How many different words make a word a free modifier, and a free head."""


@cache
def _behind() -> Mapping[str, int]:
    """Count for each word the words that official English says right before it."""
    return Counter(" ".join(pairs()["beside"].values()).split())


WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
LINK = re.compile(r" (?:of|for|in|on|to|with|that|and|from|between) ")
"""What parts the head of a thing from what is said behind it."""
TAIL = re.compile(r" (?:of|for|in|to) ")
"""What begins that of which a thing is, or what it is for."""


def is_usual(verb: Phrase, thing: Phrase) -> bool:
    """Say whether official English says a verb of just such a thing: transform the growth model."""
    head = last_word(LINK.split(thing.text)[0])
    said = [objects(bare(word)) for word in WORD.findall(verb.text)]
    return not thing.parts and any(head in one for one in said)


def last_word(text: str) -> str:
    """Give the last word of a text without its endings, or nothing."""
    words = WORD.findall(text.replace(SLOT, ""))
    return bare(words[-1]) if words else ""


def first_word(text: str) -> str:
    """Give the first word of a text without its endings, or nothing."""
    words = WORD.findall(text.replace(SLOT, ""))
    return bare(words[0]) if words else ""
