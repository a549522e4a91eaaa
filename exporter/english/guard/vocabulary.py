"""Hold the words by which meanings are compared, compiled once from `source/guard.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from exporter.kept import toml
from exporter.style import data_folder

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Negation:
    """What says no in each language, and what only looks so."""

    english: Pattern
    english_free: Pattern
    english_forms: Pattern
    """Words that say no by their form: without, unlawful."""
    english_any: Pattern
    """Whatever may stand for a Chinese negation."""
    english_strict: Pattern
    """What is no accident beside one: a passage has as many of these as its clauses deny."""
    chinese: Pattern
    chinese_soft: Pattern
    """Verbs that prevent and limit."""
    chinese_free: Pattern
    chinese_light: Pattern
    """Denials that English may well say by their contrary."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that say more and less, and what the other language must hold for them."""

    less: Pattern
    less_free: Pattern
    less_forms: Pattern
    chinese_less: Pattern
    fall: Pattern
    chinese_fall: Pattern
    verb: Pattern
    """Chinese verbs right before what they change; groups `up` and `down`."""
    said_up: Pattern
    said_down: Pattern
    worse: tuple[tuple[Pattern, Pattern], ...]
    """English that says worse, and the Chinese that may be meant."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two that are told apart (urban, rural): how each is said in Chinese and in English."""

    chinese: tuple[Pattern, Pattern]
    english: tuple[Pattern, Pattern]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of the guard."""

    negation: Negation
    change: Change
    contrasts: tuple[Contrast, ...]
    talk: Pattern
    chinese_talk: Pattern


@cache
def vocabulary() -> Vocabulary:
    """Load the words of the guard."""
    data = toml(data_folder("source") / "guard.toml")
    contrasts = tuple(
        Contrast(
            (re.compile(row["chinese"][0]), re.compile(row["chinese"][1])),
            (_words(row["english"][0]), _words(row["english"][1])),
        )
        for row in data["pair"]
    )
    talk = data["talk"]
    spoken = re.compile("|".join(talk["english"]), re.IGNORECASE)
    return Vocabulary(_negation(data["negation"]), _change(data), contrasts, spoken, re.compile(talk["chinese"]))


def _words(pattern: str) -> Pattern:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def _longest(words: str) -> Pattern:
    return re.compile("|".join(sorted(words.split(), key=len, reverse=True)))


def _negation(row: dict[str, Any]) -> Negation:
    return Negation(
        _words(row["english"]),
        _words("|".join(row["english_free"])),
        _words(row["english_forms"]),
        _words(row["english_any"]),
        _words(row["english_strict"]),
        re.compile(row["chinese"]),
        re.compile(row["chinese_soft"]),
        _longest(row["chinese_free"]),
        _longest(row["chinese_light"]),
    )


def _change(data: dict[str, Any]) -> Change:
    row = data["direction"]
    return Change(
        _words(row["less"]),
        _words("|".join(row["less_free"])),
        _words(row["less_forms"]),
        re.compile(row["chinese_less"]),
        _words(row["fall"]),
        re.compile(row["chinese_fall"]),
        re.compile(f"(?P<down>{row['verb_down']})|(?P<up>{row['verb_up']})"),
        _words(row["said_up"]),
        _words(row["said_down"]),
        tuple((_words(one["english"]), re.compile(one["chinese"])) for one in data["worse"]),
    )
