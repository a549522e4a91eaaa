"""Give the English of a word of several meanings, by what it is said of: projects are scheduled, funds allocated.

`source/senses.tsv` names such words, with the things that each English is said of, by the last word of their English:
`*` stands for any other, and no English for what says nothing certain. A word in the table that stands beside nothing
named there is read as the term base has it, with doubt. Its kinds: `verb`, `noun` and `adjective` of the term base,
`deed` of `source/deeds.tsv`, and `act`, of both verbs and deeds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from exporter.english.grammar.attested import bare, last_word
from exporter.english.grammar.phrases import SLOT, Phrase, every, marked, passive, replace
from exporter.english.words.morphology import MARK
from exporter.style import data_folder

OTHER = "*"
_BEHIND = re.compile(
    r" (?:of|for|in|on|to|with|that|who|from|between|into|at|by|above|under|along|across|worth|covering) "
)
"""What parts the head of a thing from what is said behind it."""


@cache
def _table() -> Mapping[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    found: defaultdict[tuple[str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for line in (data_folder("source") / "senses.tsv").read_text("utf-8").splitlines()[1:]:
        zh, kind, english, things = line.split("\t")
        for one in ("verb", "deed") if kind == "act" else (kind,):
            found[zh, one].append(
                (english, frozenset(word if word == OTHER else bare(word) for word in things.split()))
            )
    return MappingProxyType({word: tuple(senses) for word, senses in found.items()})


def is_of_many_meanings(zh: str, kind: str) -> bool:
    """Say whether the English of a word depends on what it is said of."""
    return (zh, kind) in _table()


def senses_of(zh: str, kind: str) -> tuple[str, ...]:
    """Give the English of each meaning of a word, in no order; nothing of a word that has one meaning."""
    return tuple(english for english, _ in _table().get((zh, kind), ()) if english)


def meaning(zh: str, kind: str, thing: str) -> str | None:
    """Give the English of a word said of a thing, `improve` of 整治 and rivers; None where it is not certain."""
    head = last_word(_BEHIND.split(thing)[0])
    senses = _table().get((zh, kind), ())
    found = next((english for english, things in senses if head in things), None)
    if found is None:
        found = next((english for english, things in senses if OTHER in things), None)
    return found or None


# ---------------------------------------------------------------- in a clause


def as_meant(word: Phrase, thing: Phrase) -> Phrase:
    """Give a verb, an adjective or a noun with a place for another the English that it has beside a thing."""
    text = word.text
    for term in word.leaves:
        said = _said(term, thing)
        if said is not None and said != term.text:
            text = text.replace(term.text, said)
    return word if text == word.text else replace(word, text=text)


def unsettled(clause: Phrase) -> Iterator[Phrase]:
    """Find the terms of several meanings whose meaning nothing beside them settles."""
    settled = {
        term.place
        for joint in every(clause)
        for word, thing in _sides(joint)
        for term in word.leaves
        if term.sense and (said := _said(term, thing)) is not None and _is_said(said, term, joint)
    }
    return (term for term in clause.leaves if term.sense and term.place not in settled)


def _sides(joint: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """Give the word of a joint and the thing that it is said of, where the joint is one of those that say so."""
    if len(joint.children) == 2:
        left, right = joint.children
        if joint.rule in ("with_object", "done", "described"):
            yield left, right
        elif joint.rule in ("filled", "has_been", "sentence"):
            yield right, left


def _said(term: Phrase, thing: Phrase) -> str | None:
    """Give the text of a term as it is said of all parts of a thing; None where they differ, or it is not certain."""
    if not term.sense:
        return None
    kind = {"V": "verb", "I": "verb", "H": "noun", "A": "adjective"}.get(term.category, "")
    found = {meaning(term.sense, kind, part) for part in thing.parts or (thing.text,)}
    said = found.pop() if len(found) == 1 else None
    if said is None or kind != "verb":
        return said
    verb = marked(said)
    return passive(verb) if term.category == "I" else verb if SLOT in verb else f"{verb} {SLOT}"


def _is_said(said: str, term: Phrase, joint: Phrase) -> bool:
    """Say whether a joint has the English that its term has beside the thing."""
    words = said.replace(SLOT, " ").replace(MARK, "").split()
    return said == term.text or (
        joint.rule not in ("has_been", "sentence") and all(word in joint.text for word in words)
    )
