"""Ask of an answer that it says the terms of its source in an admitted form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from exporter.english.glossary.terms import TermBase
from exporter.english.guard.finding import Finding
from exporter.model import PersonalTerm

NAMED = frozenset(("indicator", "institution", "post", "policy", "place", "phrase"))
"""Kinds of terms that a translator must render so; ordinary words are its own affair."""
_ASKED = frozenset(("indicator", "institution", "place", "policy", "post"))
"""Of these, those whose words cannot be left out: what a figure is of, who, where, and what a policy is called."""


def own_kept(zh: str, en: str, own: Iterable[PersonalTerm]) -> Iterator[Finding]:
    """Report a user's own term that is not said as the user says it, but for endings and capitals."""
    for term in within(zh, own):
        words = [re.escape(word[: max(3, len(word) - 2)]) for word in re.findall(r"[^\W_]+", term.en)]
        if not re.search(r"\b" + r"\w{0,3}\W+".join(words), en, re.IGNORECASE):
            yield Finding("term.own", f"{term.zh} is not said as {term.en}", term.zh, term.en)


def within(zh: str, own: Iterable[PersonalTerm]) -> tuple[PersonalTerm, ...]:
    """Give the user's own terms that stand in a text, without those that are part of a longer one."""
    found = [one for one in own if one.zh in zh]
    return tuple(one for one in found if not any(one.zh in other.zh and one.zh != other.zh for other in found))


def terms_kept(zh: str, en: str, base: TermBase) -> Iterator[Finding]:
    """Report an indicator, body, post, policy or place of which not one word of any of its renderings is said."""
    for match in base.find(zh):
        kinds = {term.kind for term in match.terms if term.status != "forbidden"}
        short = _SHORT + 2 * ("policy" in kinds)
        if not kinds or not kinds <= _ASKED or match.end - match.start < short:
            continue
        if not any(_words(term.en).search(en) for term in match.terms if term.status != "forbidden"):
            word = zh[match.start : match.end]
            yield Finding("term.missing", f"{word} is not said as {match.terms[0].en}", word, match.terms[0].en)


_SHORT = 3
"""Terms of fewer characters are often part of a longer name."""
_WORD = re.compile(r"[A-Za-z]{3,}|[A-Z]{2,}")
_COMMON = frozenset(["the", "and", "for", "per", "with", "from", "rate", "total", "number", "value", "general"])


@lru_cache(maxsize=16384)
def _words(english: str) -> re.Pattern[str]:
    """Match any word of weight of a rendering, by its beginning."""
    words = [word for word in _WORD.findall(english) if word.lower() not in _COMMON] or [english]
    words += ["R&D"] if "research and development" in english.lower() else []
    return re.compile("|".join(rf"\b{re.escape(word[: max(4, len(word) - 3)])}" for word in words), re.IGNORECASE)
