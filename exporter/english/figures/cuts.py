"""Say whether a name or a verb was cut out of a longer word: 开发|区入驻企业."""

from __future__ import annotations

from exporter.english.figures.deeds import ADDS
from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import prepared
from exporter.model import Fact


def splits_a_term(fact: Fact) -> bool:
    """Say whether the verb of a figure is the beginning of a longer term: 开发|区入驻企业."""
    verb, name = prepared(fact.deed or ""), prepared(fact.indicator)
    if not verb or verb in ADDS or verb + name not in prepared(fact.quote):
        return False
    if len(verb) < _WHOLE < len(name) and load().preferred(name) is not None:
        return False  # 引进|内资企业: what is counted is a term, whatever else the verb begins
    terms = load().find(verb + name)
    nouns = (one for one in terms if all(term.kind != "verb" for term in one.terms))
    return any(one.start < len(verb) < one.end < len(verb + name) for one in nouns)


_WHOLE = 3
"""Longest name that may be the rest of a word; a verb alone is shorter."""


def begins_inside(fact: Fact, source: str) -> bool:
    """Say whether a name was cut out of a longer word: 开发|区签约项目."""
    if not source:
        return False
    named = [one for one in fact.account if one.role in ("thing", "modifier")]
    own, inherited = ([one.span.start for one in named if one.inherited is kind] for kind in (False, True))
    return any(_is_inside(min(starts), source) for starts in (own, inherited) if starts)


def _is_inside(start: int, source: str) -> bool:
    found = load().find(source[max(0, start - _WORD) : start + _WORD])
    at = min(start, _WORD)
    return any(one.start < at < one.end and one.end - at == 1 for one in found)


_WORD = 4
"""How far around the beginning of a name a longer word is looked for, in characters."""
