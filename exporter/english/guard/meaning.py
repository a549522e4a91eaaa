"""Compare the meaning of an answer with its source as far as rules can: negation, direction, and who is said of what.

Nothing here proves that a sentence means the same. Each rule finds one kind of error that a translator makes, and is
kept only if it lets nearly every sentence of official translations pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exporter.english.glossary.terms import TermBase
from exporter.english.guard.chinese_numbers import wanted_of
from exporter.english.guard.english_numbers import mentions
from exporter.english.guard.finding import Finding
from exporter.english.guard.matching import matched
from exporter.english.guard.vocabulary import Pattern, vocabulary
from exporter.facts.numbers.numerals import fold


def meaning(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    """Report negations added or lost, directions turned round, and subjects that have changed places."""
    said = tuple(said_terms(zh, en, base))
    yield from _negations(zh, en)
    yield from _directions(zh, en)
    yield from _turned_things(zh, en, said)
    yield from _contrasts(zh, en)


def _count(pattern: Pattern, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


# ---------------------------------------------------------------- negation


def _negations(zh: str, en: str) -> Iterator[Finding]:
    words = vocabulary().negation
    plain_en, plain_zh = words.english_free.sub(" ", en), words.chinese_free.sub("＿", zh)
    explicit, hard = _count(words.english, plain_en), _count(words.chinese, plain_zh)
    soft = max(0, _count(words.chinese_soft, plain_zh) - _count(words.english_forms, plain_en))
    if explicit > hard + soft:
        yield Finding("meaning.negation", "the English denies what the source does not; say what it says", zh, en)
    if words.chinese.search(words.chinese_light.sub("＿", plain_zh)) and not words.english_any.search(en):
        yield Finding("meaning.negation", "the source denies something that the English does not; say it", zh, en)


# ---------------------------------------------------------------- direction


def _directions(zh: str, en: str) -> Iterator[Finding]:
    words = vocabulary().change
    for english, chinese in words.worse:
        if (found := english.search(en)) and not chinese.search(zh):
            yield Finding("meaning.direction", f"{found[0]!r} has nothing in the source", zh, found[0])
    less = words.less_free.sub(" ", en)
    if _count(words.less, less) > max(0, _count(words.chinese_less, zh) - _count(words.less_forms, less)):
        yield Finding("meaning.direction", "the English says less where the source does not", zh, en)
    if (found := words.chinese_fall.search(zh)) and not words.fall.search(en):
        yield Finding("meaning.direction", f"{found[0]} is not said", found[0], en)


def _turned_things(zh: str, en: str, said: Sequence[Said]) -> Iterator[Finding]:
    """Report a thing whose verb is turned round: 降低成本 said as raise costs."""
    words = vocabulary().change
    for term in said:
        before = _CLAUSE.split(zh[: term.start])[-1]
        verb = next(iter(reversed(list(words.verb.finditer(before)))), None)
        if verb is None or len(before) - verb.end() > _NEAR:
            continue
        spoken = " ".join(_WORD.findall(_JOINT.split(en[: term.said])[-1])[-4:])
        up, down = words.said_up.search(spoken), words.said_down.search(spoken)
        if (verb["down"] and up and not down) or (verb["up"] and down and not up):
            yield Finding("meaning.direction", f"{verb[0]}{term.zh} is said as {spoken!r}", term.zh, spoken)


_CLAUSE = re.compile(r"[，；。：！、,;]")
_JOINT = re.compile(r"[,;.]|\b(?:and|to|while|with|by|of|for|in)\b")
_WORD = re.compile(r"[A-Za-z]+")
_NEAR = 4
"""Characters that may stand between a verb and what it changes."""


# ---------------------------------------------------------------- who is said of what


@dataclass(frozen=True, slots=True)
class Said:
    """A term that stands once in the source, and whose English stands once in the answer."""

    zh: str
    start: int
    said: int
    end: int
    """Where its English begins and ends."""


_NOT_THINGS = frozenset(("verb", "adverb", "function", "pattern", "measure", "adjective", "clause", "time"))


def said_terms(zh: str, en: str, base: TermBase, besides: frozenset[str] = _NOT_THINGS) -> Iterator[Said]:
    """Give the terms that both languages have once."""
    for match in base.find(zh):
        word = zh[match.start : match.end]
        if len(word) < 2 or zh.count(word) != 1:
            continue
        for term in match.terms:
            pattern = stem(term.en) if term.status != "forbidden" and term.kind not in besides else None
            places = [found.span() for found in pattern.finditer(en)] if pattern else []
            if len(places) == 1:
                yield Said(word, match.start, *places[0])
                break


@lru_cache(maxsize=16384)
def stem(english: str) -> Pattern | None:
    """Match an English term by the beginnings of its words, whatever their endings."""
    words = _WORD.findall(_LEFT_OUT.sub("", english.replace("{}", "")))
    parts = [f"{word[: max(4, len(word) - 2)]}[a-z]*" if len(word) > 4 else f"{word}[a-z]{{0,2}}" for word in words]
    return re.compile(r"\b" + r"\W+".join(parts) + r"\b", re.IGNORECASE) if parts else None


_LEFT_OUT = re.compile(r"^the |People's (?=Government)")
"""What is part of a name, and not always said with it."""


def _contrasts(zh: str, en: str) -> Iterator[Finding]:
    for one in vocabulary().contrasts:
        here = [[found.start() for found in pattern.finditer(zh)] for pattern in one.chinese]
        there = [[found.start() for found in pattern.finditer(en)] for pattern in one.english]
        if any(len(places) != 1 for places in (*here, *there)):
            continue
        first, second = here[0][0], here[1][0]
        apart = abs(first - second) > _NEAR or _CLAUSE.search(zh[min(first, second) : max(first, second)])
        if apart and (first < second) != (there[0][0] < there[1][0]):
            yield Finding("meaning.order", f"{zh[first : first + 2]} and {zh[second : second + 2]} changed places", zh)


def figures_said(zh: str, en: str) -> list[tuple[int, int]]:
    """Pair the places of figures of the source with those of the answer."""
    wanted, spoken = wanted_of(fold(zh)), mentions(en)
    pairs, _ = matched(wanted, spoken)
    return sorted((wanted[place].start, spoken[index].start) for place, index in pairs.items())
