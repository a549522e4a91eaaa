"""Doubt English that leaves out a clause: one of whose words hardly any is said, and none that it has to itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from functools import lru_cache

from exporter.english.glossary.terms import load
from exporter.english.guard.finding import Finding
from exporter.english.guard.renderings import LOOK, roots, standard, words

_CLAUSE = re.compile(r"[^，；。：！？]{4,}")
_FEW = 2
"""Words of a clause that say something, at the least."""
_SAID = 3
"""One in so many may be said, where another clause has it too."""
_EMPTY = frozenset(("function", "pattern", "adverb", "measure", "time"))


def omitted(zh: str, en: str) -> Iterator[Finding]:
    """Report each clause of the source that the English does not say."""
    said = frozenset(roots(en))
    clauses = {clause: _asked(clause) for clause in _CLAUSE.findall(zh)}
    if len(clauses) < 2:
        return
    claims = Counter(root for asked in clauses.values() for root in frozenset().union(*asked) & said)
    for clause, asked in clauses.items():
        here = [one & said for one in asked if one & said]
        own = any(claims[root] == 1 for one in here for root in one)
        if len(asked) >= _FEW and not own and len(here) * _SAID <= len(asked):
            yield Finding(f"{LOOK}omitted", f"is “{clause}” said?", clause, "")


@lru_cache(maxsize=4096)
def _asked(clause: str) -> tuple[Set[str], ...]:
    """Give for each term of a clause the words that may say it, by their roots."""
    found = []
    for match in load().find(clause):
        terms = [term for term in match.terms if term.status != "forbidden" and term.kind not in _EMPTY]
        word = clause[match.start : match.end]
        if terms and len(word) > 1:
            others = (standard().chinese[one].others for one in words(word) & standard().chinese.keys())
            found.append(_roots_of(word).union(*others))
    return tuple(found)


@lru_cache(maxsize=16384)
def _roots_of(zh: str) -> frozenset[str]:
    """Give the roots of every rendering of a term."""
    terms = load().by_zh.get(zh, ())
    return frozenset(
        one for term in terms if term.status != "forbidden" for form in (term.en, term.other) for one in roots(form)
    )
