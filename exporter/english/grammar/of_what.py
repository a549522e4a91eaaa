"""Join a noun with that of which it is, or for which it is: requirements for government work."""

from __future__ import annotations

import re

from exporter.english.grammar.noun_phrases import noun_of
from exporter.english.grammar.owners import with_government
from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import word_set

PLANNED = word_set(
    "requirements targets tasks goals objectives plans priorities arrangements measures plan target task goal "
    "objective priority approach initiatives deployment arrangement"
)
"""Nouns whose year is the one they are for: tasks for 2018, but work in 2017."""


def of(left: Phrase, right: Phrase) -> Phrase | None:
    """2009年工作 的 总体要求 → general requirements for work in 2009."""
    last = right.text.rpartition(" ")[2]
    word = "for" if last in PLANNED or last in ("support", "policies", "foundation", "foundations") else "of"
    return noun_of(left, right, f"{right.text} {word} {with_government(left)}", definite(right), 0.35, "")


def definite(thing: Phrase) -> str:
    """Give the article of a thing that is told from others by what is said of it."""
    return thing.article or ("" if _EACH.match(thing.text) else "the")


_EACH = re.compile(r"(?:all|various|each|every|our|more|many|several) ")
"""What says of itself which of its kind it is."""


def of_both(left: Phrase, right: Phrase) -> Phrase | None:
    """政府工作 | 要求和任务 → requirements and tasks for government work; a list of deeds is not of what begins it."""
    kind = left.rule == "compound" and left.children[0].adjectival  # 国际 环境 | 合作与交流: neither is of the other
    long = any(len(one.split()) > _SHORT or _OF_IT.search(one) for one in right.parts)
    if left.verbal or kind or long or len(right.parts) > 2:
        return None
    word = "for" if right.text.rpartition(" ")[2] in PLANNED else "of"
    article = definite(right) if word == "of" else right.article
    return noun_of(left, right, f"{right.text} {word} {left.full}", article, 0.7, "")


_SHORT = 3
"""Words of a noun that shares what it is of with another."""
_OF_IT = re.compile(r" (?:of|for|in|on|to|and) ")
