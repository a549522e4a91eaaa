"""Hold a stretch of Chinese with its English while it grows: category, forms, number, cost."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from exporter.english.glossary.terms import Term
from exporter.english.words.morphology import MARK, inflect, is_plural, joined, participle, singular, with_article

SLOT = "{}"
BEHIND = "~"
"""First character of an adjective's English that follows its noun: `~at all levels`."""


class Phrase(NamedTuple):
    """English of a stretch of Chinese.

    Categories: N noun, NC nouns joined, NP noun phrase, H noun that takes another in its slot, A adjective,
    V verb without object, I verb without need of one, VC verb that makes another act, VS verb with a
    sentence, VP verb with its object, D adverb, PP phrase with a preposition, S sentence, T time, DN noun with
    what was done to it, M number; BA 把, BAO with what it takes; K and, U 的, E 等, Y 还 of what lasts;
    `(以` and `)为重点` the two sides of a pattern.
    """

    category: str
    text: str
    """A verb that takes tense is marked `~`; a noun stands without its article."""
    other: str = ""
    """N: the form before another noun; T: with its preposition; V: English without an object."""
    article: str = ""
    plural: bool = False
    cost: float = 0.0
    length: int = 0
    """Chinese characters covered."""
    parts: tuple[str, ...] = ()
    """What is joined by and, each part with its article; of DN the noun and what was done."""
    parallel: float = 0.0
    """How uneven the joined parts are, in characters."""
    slots: tuple[str, ...] = ()
    """Of a pattern's left side: its right sides and English. Of a noun: how it takes another, where it can."""
    adjectival: bool = False
    """N: `other` is an adjective (economic), so that it stands well before any noun."""
    verbal: bool = False
    """The same Chinese is a verb and a noun (发展): as a noun it seldom describes what follows it."""
    described: bool = False
    """N: its English begins with an adjective, before which no other noun may stand."""
    sense: str = ""
    """Of a term of several meanings (`senses`): its Chinese."""
    place: tuple[int, int] = (0, 0)
    """Where in the text its characters stand."""
    children: tuple[Phrase, ...] = ()
    """What it was joined of."""
    ends: int = 0
    """Where the terms end that it is made of, a bit for each place."""
    rule: str = ""
    """The joiner that made it; empty for a term."""
    unsaid: tuple[tuple[int, int], ...] = ()
    """Stretches of its characters that its English leaves out."""
    bridged: bool = False
    """Of a whole clause: another term bridges the place where two of its terms meet (重大 | 项目总投资)."""
    margin: float = math.inf
    """Of a whole clause: how much dearer the next reading is that parts it into other terms."""
    disputed: bool = False
    """Of a whole clause: a noun in it has a reading of like cost that says another thing."""

    @property
    def full(self) -> str:
        """The text with its article."""
        return with_article(self.text, self.article) if self.article else self.text

    @property
    def leaves(self) -> tuple[Phrase, ...]:
        """The terms that it is made of."""
        return tuple(leaf for child in self.children for leaf in child.leaves) if self.children else (self,)

    @property
    def strain(self) -> float:
        """How ill its terms fit together: what they cost beyond their own cost; 0 for a single term."""
        return self.cost - sum(leaf.cost for leaf in self.leaves) if self.children else 0.0

    def gerund(self) -> str:
        """A verb phrase as a noun: `improving the business environment`."""
        return inflect(self.text, "gerund")


Joiner: TypeAlias = Callable[[Phrase, Phrase], Phrase | None]
"""What makes one phrase of two that stand side by side, or None."""


replace = Phrase._replace
"""Give a phrase with some of it changed: a parser does so often, and a tuple is made anew in no time."""
_phrase: Callable[[tuple[object, ...]], Phrase] = partial(tuple.__new__, Phrase)
_MADE_OF = Phrase._fields.index("place")
"""Where what a parser notes of a phrase begins, behind its words."""


def widened(phrase: Phrase, category: str, more: float) -> Phrase:
    """Give a phrase as one of a wider category, which costs more."""
    return _phrase((category, *phrase[1:_COST], phrase.cost + more, *phrase[_COST + 1 :]))


_COST = Phrase._fields.index("cost")


def term_at(phrase: Phrase, start: int, end: int) -> Phrase:
    """Give a phrase as the term that it is at a place of a text."""
    return _phrase((*phrase[:_MADE_OF], (start, end), (), 1 << end, *phrase[_MADE_OF + 3 :]))


def made_of(phrase: Phrase, left: Phrase, right: Phrase, rule: str, unsaid: tuple[tuple[int, int], ...]) -> Phrase:
    """Note of a phrase what it was joined of, by which rule, and what its English leaves out."""
    place = (left.place[0], right.place[1])
    noted = (place, (left, right), left.ends | right.ends, rule, unsaid)
    return _phrase((*phrase[:_MADE_OF], *noted, *phrase[_MADE_OF + len(noted) :]))


def phrases_of(term: Term) -> tuple[Phrase, ...]:
    """Give the readings of a term: a verb reads with and without its object."""
    if term.status == "forbidden":
        return ()
    second = 0.05 if term.status == "admitted" else 0.0
    return tuple(_readings(term, 1.0 + (0.6 if len(term.zh) == 1 else 0.0) + second))


def noun(text: str, length: int, cost: float, other: str = "") -> Phrase:
    """Make a noun phrase of English that may begin with its article."""
    article = ""
    for word in ("the", "a", "an"):
        if text.startswith(word + " "):
            article, text = "the" if word == "the" else "a", text[len(word) + 1 :]
    own = text if '"' in text or ", " in text else singular(text)
    adjectival = bool(other) and other != own
    return Phrase("N", text, other or own, article, is_plural(text), cost, length, adjectival=adjectival)


def passive(verb: str) -> str:
    """Turn a marked verb into its passive: `~strengthen` → `~be strengthened`; `{}` and what follows stays."""
    if verb.startswith(f"{MARK}give priority to "):
        return f"{MARK}be given priority"
    found = _ENDEAVOUR.fullmatch(verb)
    if found is not None:
        still = "continue to be" if "continue" in found[1] else "be"
        return f"{MARK}{still} {participle(found[2])}{found[3].replace(SLOT, '')}".rstrip()
    found = re.match(rf"(.*?){MARK}([a-z]+)(.*)$", verb)
    if found is None or found[2] == "be":
        return verb
    rest = re.sub(rf"{MARK}([a-z]+)", lambda other: participle(other[1]), found[3].replace(SLOT, ""))
    return re.sub(r"\s+", " ", f"{MARK}be {found[1]}{participle(found[2])}{rest}").strip()


_ENDEAVOUR = re.compile(rf"((?:[a-z]+ ){{0,2}}{MARK}[a-z]+(?: [a-z]+){{0,2}}) to ([a-z]+)((?: {re.escape(SLOT)})?.*)")
"""Efforts to do: what is done of them is what they are for, 巩固 of 持续巩固."""


def marked(verb: str) -> str:
    """Mark the first word of a verb's English, where its entry marks none."""
    return verb if MARK in verb else MARK + verb


def every(phrase: Phrase) -> Iterator[Phrase]:
    """Give a phrase and all that it was joined of."""
    yield phrase
    for child in phrase.children:
        yield from every(child)


def coordinated(left: Phrase, right: Phrase, category: str, cost: float) -> Phrase:
    """Join two phrases by `and`; a joined left side grows by a part."""
    parts = (*(left.parts or _single(left)), *_single(right))
    uneven = abs((left.length / max(1, len(left.parts))) - right.length / max(1, len(right.parts)))
    other = joined((left.other, right.other)) if left.other and right.other and len(parts) == 2 else ""
    if left.other and right.other and len(parts) > 2:
        other = joined([*re.split(r", | and ", left.other), right.other])
    text = joined(parts)
    if left.article and text.startswith(left.article + " "):
        text = text[len(left.article) + 1 :]
    elif left.article == "a" and text.startswith("an "):
        text = text[3:]
    return Phrase(
        category,
        text,
        other,
        left.article,
        True,
        left.cost + right.cost + cost + 0.15 * uneven,
        left.length + right.length + 1,
        parts,
        uneven,
    )


_PAIR = re.compile(r"([a-z-]+(?: [a-z-]+)?) and ([a-z-]+(?: [a-z-]+)?)")
_ONE = re.compile(r"science and|supply and|research and|opening up|and technology|and development|and control")


def _single(phrase: Phrase) -> tuple[str, ...]:
    """Take a term that joins two things apart (targets and tasks), so that a list has one `and`."""
    found = _PAIR.fullmatch(phrase.full)
    alike = found is not None and not phrase.article and found[1].count(" ") == found[2].count(" ")
    return (found[1], found[2]) if found and alike and not _ONE.search(phrase.full) else (phrase.full,)


def _readings(term: Term, cost: float) -> list[Phrase]:
    length = len(term.zh)
    match term.kind:
        case "verb":
            return _verb_readings(term, cost, length)
        case "adjective":
            before = Phrase("A", term.en, term.en, cost=cost, length=length)
            alone = Phrase("I", f"{MARK}be {term.en}", cost=cost + 0.4, length=length)
            return [before] if term.en.startswith(BEHIND) else [before, alone]
        case "adverb":
            return [Phrase("D", term.en, term.other, cost=cost, length=length)]
        case "clause":
            said_of = [Phrase("I", marked(term.other), cost=cost - 0.05, length=length)] if term.other else []
            return [Phrase("VP", marked(term.en), cost=cost, length=length), *said_of]
        case "time":
            return [Phrase("T", term.en, term.other or f"in {term.en}", cost=cost, length=length)]
        case "function":
            return [Phrase(term.other or "K", term.en, cost=0.2, length=length)]
        case "phrase" if MARK in term.en:
            return [Phrase("S", term.en, cost=cost, length=length, plural=is_plural(term.en.partition(MARK)[0]))]
        case "phrase" | "measure" | "pattern":
            return []
        case _:
            return [_noun_reading(term, cost, length)]


def _noun_reading(term: Term, cost: float, length: int) -> Phrase:
    if SLOT in term.en:
        return Phrase("H", term.en, term.other, cost=cost, length=length)
    return noun(term.en, length, cost, term.other)


def _verb_readings(term: Term, cost: float, length: int) -> list[Phrase]:
    verb = marked(term.en)
    if verb.count(SLOT) == 2:
        return [Phrase("VC", verb, cost=cost, length=length)]
    if f"that {SLOT}" in verb:
        return [Phrase("VS", verb, cost=cost, length=length)]
    alone = marked(term.other) if term.other else passive(verb)
    act = Phrase("V", verb if SLOT in verb else f"{verb} {SLOT}", alone, cost=cost, length=length)
    if verb.endswith(" of") and not term.other:
        return [act]
    return [act, Phrase("I", alone, cost=cost + 0.1, length=length)]
