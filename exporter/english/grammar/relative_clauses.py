"""Join a noun with what it does, what it is the same as, and what it is toward."""

from __future__ import annotations

import re

from exporter.english.grammar.noun_phrases import noun_of
from exporter.english.grammar.of_what import definite
from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import MARK, inflect, singular, word_set


def that_does(left: Phrase, right: Phrase) -> Phrase | None:
    """覆盖城乡居民 的 | 体系 → system covering urban and rural residents; 做好工作 的 | 意义 → importance of doing."""
    if left.parts:
        return None  # (增强 内需) (拉动 经济) 的: what is done first is done to the whole
    if left.text.startswith(f"{MARK}have "):
        text = f"{right.text} with {left.text.removeprefix(MARK + 'have ')}"
        return noun_of(left, right, text, right.article, 0.5, "")
    last = right.text.rpartition(" ")[2]
    if last in _TO_DO:
        meant = f"{right.text} to {left.text.replace(MARK, '')}"
        one = "the" if right.described and not right.plural else ""
        return noun_of(left, right, meant, right.article or one, 0.8, "")
    word = "of " if last in _OF_DOING else "for " if last in _FOR_DOING else ""
    return noun_of(left, right, f"{right.text} {word}{left.gerund()}", definite(right), 0.8, "")


_OF_DOING = word_set(
    "importance significance goal task tasks purpose means way cost risk pace process level problem "
    "requirement requirements mission responsibility spirit courage aspiration principle policy philosophy path road "
    "concept idea theme"
)
"""Nouns of what it is to do something."""
_TO_DO = word_set("cooperation efforts action actions measures measure plans campaigns suggestions capacity ability")
"""Nouns of what is meant to do something."""
_FOR_DOING = word_set("foundation foundations basis conditions prerequisite guarantee precondition")
"""Nouns of what doing something rests on."""


def named_as(left: Phrase, right: Phrase) -> Phrase | None:
    """高质量发展 这一 | 首要任务 → the primary task of high-quality development."""
    what = left.gerund() if left.category == "VPJ" else left.full
    thing = right.text if right.children else singular(right.text)
    return noun_of(left, right, f"{thing} of {what}", "the", 0.2, "")


def doing(left: Phrase, right: Phrase) -> Phrase | None:
    """内需 拉动经济 的 | 作用 → role of domestic demand in driving the economy."""
    if len(left.parts) < 2 or re.split(" (?:as|of|in) ", right.text)[0] not in _PLAYED:
        return None
    role, as_, what = right.text.partition(" as ")
    text = f"{role} of {left.parts[0]}{as_}{what} in {inflect(left.parts[1], 'gerund')}"
    return noun_of(left, right, text, right.article or "the", 0.4, "")


_PLAYED = word_set("role ability capacity function effect effects")


def qualified(left: Phrase, right: Phrase) -> Phrase | None:
    """有利于科学发展 的 | 体制机制 → systems and mechanisms conducive to scientific development."""
    toward = left.text.startswith("on ") and _TOWARD.get(right.text.partition(" of ")[0].rpartition(" ")[2])
    text = f"{toward} {left.text[3:]}" if toward else left.text
    return noun_of(left, right, f"{right.text} {text}", right.article, 0.3, "")


_TOWARD = {
    **dict.fromkeys(
        word_set("support assistance subsidies services incentives guidance protections aid proposals"), "for"
    ),
    **dict.fromkeys(word_set("oversight supervision management regulation protection training control"), "of"),
    **dict.fromkeys(word_set("payments loans"), "to"),
    "leadership": "over",
}
"""How English goes on where Chinese has 对 in front: support for, oversight of."""
