"""Doubt English that calls by other words what has an official name: a policy, and what bears a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from exporter.english.glossary.terms import Term, load
from exporter.english.guard.finding import Finding
from exporter.english.guard.renderings import LOOK, roots

_CAPITAL = re.compile(r"\b[A-Z][a-z]+")
_NAME = 4
"""Characters of a name that is no policy, at the least."""
_RANK = {"policy": 0, "noun": 1}
"""Which form is named: that of a thing before that of a deed."""
_PAIR = 2
"""Words of a form of which one will do; of a longer one more than half must be said."""


def unofficial(zh: str, en: str) -> Iterator[Finding]:
    """Report each official term of the source of whose admitted forms none is said by half."""
    said = frozenset(roots(en))
    for name in _named_in(zh):
        forms = _official()[name]
        if not any(_is_said(words, said) for words in forms.values()):
            official = next(iter(forms))
            yield Finding(f"{LOOK}term", f"{name} is officially {official!r}", name, official)


def _is_said(form: Set[str], said: Set[str]) -> bool:
    return len(form & said) * 2 >= len(form) + (len(form) > _PAIR)


def _named_in(zh: str) -> Iterator[str]:
    """Give the official terms of a text, the longest at each place."""
    done = 0
    for start in range(len(zh)):
        found = (zh[one.start : one.end] for one in load().starting(zh, start)) if start >= done else ()
        if (name := next((one for one in found if one in _official()), None)) is not None:
            done = start + len(name)
            yield name


@cache
def _official() -> Mapping[str, Mapping[str, Set[str]]]:
    """Give the admitted forms of each official term of two words and more, each with its words."""
    terms = [term for term in load().terms if term.status != "forbidden"]
    policies = "\n".join(term.zh for term in terms if term.kind == "policy")
    names = {term.zh for term in terms if _is_official(term, policies)}
    held: dict[str, dict[str, Set[str]]] = {}
    for term in sorted(terms, key=lambda term: _RANK.get(term.kind, len(_RANK))):
        if term.zh in names:
            forms = (term.other, term.en) if "{}" in term.en else (term.en, term.other)
            held.setdefault(term.zh, {}).update((form, frozenset(roots(form))) for form in forms if len(form) > 1)
    return {zh: forms for zh, forms in held.items() if max(map(len, forms.values())) > 1}


def _is_official(term: Term, policies: str) -> bool:
    """Say whether a term is a policy, a sourced part of the name of one, or has a name for its English."""
    if term.kind == "policy":
        return True
    if term.kind == "place" or len(term.zh) < _NAME:
        return False
    part = term.kind == "noun" and term.source != "house" and term.zh in policies
    return part or len(_CAPITAL.findall(term.en)) > 1
