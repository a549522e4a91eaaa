"""Say what of a figure's clause its sentence leaves open: only a sentence that says every word is `verified`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.figures.licences import may_be_left_out
from exporter.english.figures.measurand import Measurand
from exporter.facts.numbers.numerals import fold
from exporter.model import Fact, Stretch

_NAMES = frozenset(("thing", "modifier", "agent", "whole", "purpose", "scope"))
"""What a name says of itself."""
_SAID_BY_VALUE = frozenset(("value", "unit", "change", "bound", "licensed"))
"""What the guard holds the sentence to, figure by figure."""


def open_words(fact: Fact, subject: Measurand, english: str, source: str) -> tuple[str, ...]:
    """Give the words of a clause that its sentence neither says nor may leave out; `source` is the whole text."""
    dropped = (word for word in subject.dropped if not may_be_left_out(word, english))
    return tuple(dict.fromkeys((*dropped, *_unsaid(fact, english, source))))


def _unsaid(fact: Fact, english: str, source: str) -> Iterator[str]:
    for stretch in fact.account:
        words = re.sub(r"[\s\W_]+", "", fold(source[stretch.span.start : stretch.span.end]))
        if words and not _is_said(stretch, words, fact, english):
            yield words


def _is_said(stretch: Stretch, words: str, fact: Fact, english: str) -> bool:
    role = stretch.role
    if role in _SAID_BY_VALUE or role in ("time", "base", "among"):
        return True
    if role in _NAMES and all(character in fact.indicator for character in words):
        return True
    if role == "deed" and words in (fact.deed or ""):
        return True
    return may_be_left_out(words, english)
