"""Tell what to look at twice: a Chinese word that no known rendering says, an English word that nothing asks for.

`source/renderings.tsv` says of each word which words of the other language stand for it, and how often official
English has it without any of them: learned from the parallel reports, by `scripts/prove_renderings.py`. Official
translators are free, and so a doubt is no error: it is shown before a sentence is approved, and hinders nobody.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

import rjieba

from exporter.english.glossary.terms import load
from exporter.english.guard.finding import Finding
from exporter.english.words.morphology import word_set
from exporter.style import data_folder

Words: TypeAlias = frozenset[str]


class Rendering(NamedTuple):
    """A word, and those of the other language that may stand for it."""

    doubt: float
    """Share of its sentences in which none of them stands."""
    others: Set[str]


@dataclass(frozen=True, slots=True)
class Renderings:
    """What is known of the words of both languages; English ones by their roots."""

    english: Mapping[str, Rendering]
    chinese: Mapping[str, Rendering]

    def unasked(self, zh: str, en: str) -> list[tuple[float, str]]:
        """Give the roots that nothing in the source is said by, the surest first."""
        return _strangers(self.english, roots(en), units(zh))

    def unsaid(self, zh: str, en: str) -> list[tuple[float, str]]:
        """Give the words of the source that no root says, the surest first."""
        return _strangers(self.chinese, words(zh), frozenset(roots(en)))


def _strangers(known: Mapping[str, Rendering], said: Iterable[str], others: Words) -> list[tuple[float, str]]:
    found = ((known[word], word) for word in said if word in known)
    return sorted((one.doubt, word) for one, word in found if one.others.isdisjoint(others))


def doubts(zh: str, en: str, held: Renderings | None = None) -> Iterator[Finding]:
    """Tell what a reviewer should look at before approving: at most one word of each language."""
    held = standard() if held is None else held
    asked, said = _by_terms(zh, en)
    unasked = [one for one in held.unasked(zh, en) if one[1] not in asked]
    unsaid = [one for one in held.unsaid(zh, en) if one[1] not in said and one[1][0] not in _SCALES]
    (first, word), (second, missed) = (*unasked, (1.0, ""))[0], (*unsaid, (1.0, ""))[0]
    together = first <= _BOTH[0] and second <= _BOTH[1]
    if second <= _UNSAID or together:
        yield Finding(f"{LOOK}unsaid", f"is {missed} said?", missed, "")
    if first <= _UNASKED or together:
        spoken = roots(en)[word]
        yield Finding(f"{LOOK}unasked", f"what asks for {spoken!r}?", "", spoken)


def _by_terms(zh: str, en: str) -> tuple[Words, Words]:
    """Give the roots that the terms of a source ask for, and the words of the terms that English says."""
    spoken, asked, said = frozenset(roots(en)), set[str](), set[str]()
    for match in (one for start in range(len(zh)) for one in load().starting(zh, start)):
        ways = [frozenset(roots(form)) for term in match.terms for form in (term.en, term.other)]
        asked.update(*ways)
        term = zh[match.start : match.end]
        if any(len(way & spoken) * 2 > len(way) for way in ways):
            said.update(word for word in words(zh) if word in term)
    return frozenset(asked), frozenset(said)


_SCALES = "百千万亿"
"""Begin words that are the unit of a figure, and are said by its number."""
LOOK = "look."
"""Begins the codes of what is to be looked at, and is no error."""
_UNASKED, _UNSAID, _BOTH = 0.015, 0.08, (0.05, 0.2)
"""Doubt at the most of a word that stands without its like: in English, in Chinese, and in both at once."""


# ---------------------------------------------------------------- words


@lru_cache(maxsize=4096)
def words(zh: str) -> Words:
    """Give the Chinese words of a text, of two characters and more."""
    return frozenset(word for run in HAN.findall(zh) for word in rjieba.cut(run) if len(word) > 1)


@lru_cache(maxsize=4096)
def units(zh: str) -> Words:
    """Give everything in a Chinese text that English may stand for: its words, characters and pairs of characters."""
    runs = HAN.findall(zh)
    pairs = {run[place : place + 2] for run in runs for place in range(len(run) - 1)}
    return frozenset(pairs.union(words(zh), *runs))


@lru_cache(maxsize=4096)
def roots(en: str) -> Mapping[str, str]:
    """Give the roots of the words of an English text that say something, each with a word that has it."""
    found = (_OWN.sub("", word) for word in WORD.findall(en.replace("~", "")))
    return {root(word): word for word in found if word.lower() not in SMALL}


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """Give what a word shares with those derived from it, roughly: industr of industry, industrial, industrialize."""
    low = word.lower()
    low = _IRREGULAR.get(low, low)
    while ending := next((one for one in _ENDINGS if low.endswith(one) and len(low) - len(one) >= _SHORT), ""):
        low = low.removesuffix(ending)
    return low


HAN = re.compile("[\u4e00-\u9fff]+")
WORD = re.compile(r"[A-Za-z]{2,}(?:['’]s)?")
_OWN = re.compile("['’]s$")
_SHORT = 4
"""Letters that a root keeps."""
_ENDINGS = sorted(
    word_set(
        "ational atively ative ating ators ator ated ates ate ization isation ations ation ition ions ion ments ment "
        "ances ance ences ence ities ity ously ous ively ives ive ingly ings ing edly ed ers er ors or ists ist ism "
        "izes ized ize ises ised ise ally als al ically ical ic ics fully ful ness less ants ant ents ent ably able "
        "ibly ible ies ied iest ier iness ily y ly es e s t i"
    ),
    key=lambda ending: (-len(ending), ending),
)
_FORMS = (
    "rise rose risen", "grow grew grown growth", "fall fell fallen", "hold held", "build built", "bring brought",
    "make made", "take took taken", "give gave given", "keep kept", "lead led", "meet met", "win won", "seek sought",
    "strive strove", "woman women", "child children", "person people", "strong strength strengthen", "safe safety",
    "analysis analyses", "crisis crises", "deep depth deepen", "wide width widen", "long length", "healthy health",
    "wealthy wealth", "choose choice", "sell sale sold sales", "lose loss lost", "prove proof", "believe belief",
    "live life lives", "use used using uses",
)  # fmt: skip
_IRREGULAR = {form: word for word, *forms in map(str.split, _FORMS) for form in forms}
SMALL = word_set(
    "the of and to in for on with by as from that its it we our be is are was were has have had been will at an this "
    "these their they which or into"
)


# ---------------------------------------------------------------- table

_ALSO = {
    "up": word_set("增长 提高 上升 增加 提升 增幅 涨幅"),
    "down": word_set("下降 减少 降低 回落 降幅"),
    "per": word_set("人均 每年 年均"),
    "year": word_set("同比 上年 全年 年度"),
}
"""What figures are said with in English of other reports than those that the table was learned from."""


@cache
def standard() -> Renderings:
    """Load what is known of words."""
    held: dict[str, dict[str, Rendering]] = {"en": {}, "zh": {}}
    with (data_folder("source") / "renderings.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            also = {said for said, words_of in _ALSO.items() if row["word"] in words_of}
            held[row["language"]][row["word"]] = Rendering(float(row["doubt"]), also.union(row["others"].split()))
    return Renderings(held["en"], held["zh"])
