"""Give what was done the English that it has of what it was done to: schools are renovated, pipelines upgraded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from exporter.english.figures.deeds import Deed, deed_of
from exporter.english.figures.measurand import PERSONS
from exporter.english.grammar.phrases import SLOT, marked
from exporter.english.grammar.senses import meaning, senses_of
from exporter.english.grammar.verb_phrases import LOOSE
from exporter.english.words.morphology import inflect, is_plural, plural

_FITTED: Mapping[str, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        "collected": (PERSONS, "enlisted"),
        "paid in compensation": (PERSONS, "compensated"),
        "distributed": (re.compile(r"\bloans\b"), "issued"),
        "received": (re.compile(" visits$"), "recorded"),
        "paid out": (re.compile("projects|commitments|promises|pledges"), "delivered"),
        "raised": (re.compile("housing|apartments|homes|rooms"), "secured"),
        "newly raised": (re.compile("housing|apartments|homes|rooms"), "newly secured"),
        "completed": (re.compile(r"(?:industries|clusters|chains|brands|ecosystems)(?: |$)"), "built up"),
    }
)
"""What is said of some things in other words: persons are enlisted, visits recorded."""


_TITLE = re.compile(
    r"(?:newly )?named (?:[A-Z][\w-]* )+(?:City|County|District|Town|Village|Zone|Park|Base)(?= (?:of|for) |$)"
)
"""A title that a place got, of which several places got one each."""


def _titles(english: str) -> str:
    """Give a title that each of several places got: named National Model Cities of Mutual Support."""
    title = _TITLE.match(english)
    return plural(title[0]) + english[title.end() :] if title else english


_NAMED = re.compile(
    r"(?P<verb>(?:newly )?named )"
    r"(?P<what>(?:national|provincial) (?:[\w-]+ )*?(?:zone|base|city|county|town|village|park))"
    r"(?P<rest> (?:of|for) .+)?"
)
"""A title in small letters, of which it is the same."""


def as_said_of(deed: Deed, thing: str) -> Deed:
    """Give a deed in the English that it has of a thing; doubtful where the thing does not settle it."""
    for said, (of, instead) in _FITTED.items():
        if deed.english.startswith(said) and of.search(thing):
            return replace(deed, english=instead + deed.english.removeprefix(said))
    if _TITLE.match(deed.english) and is_plural(thing):
        return replace(deed, english=_titles(deed.english))
    if (named := _NAMED.fullmatch(deed.english)) and is_plural(thing) and not is_plural(named["what"]):
        return replace(deed, english=f"{named['verb']}{plural(named['what'])}{named['rest'] or ''}")
    english, unsure = deed.english, False
    for word in deed.words:
        said = _participle(meaning(word, "deed", thing) or "")
        unsure = unsure or not said
        english = english.replace(_alone(word), said) if said else english
    return replace(deed, english=english, doubtful=unsure) if deed.words else deed


def englishes(deed: Deed) -> tuple[str, ...]:
    """Give all that a deed may be in English, whatever it is said of."""
    found: tuple[str, ...] = (deed.english, _titles(deed.english)) if _TITLE.match(deed.english) else (deed.english,)
    for said, (_, instead) in _FITTED.items():
        if deed.english.startswith(said):
            found += (instead + deed.english.removeprefix(said),)
    for word in deed.words:
        others = [other for other in map(_participle, senses_of(word, "deed")) if other]
        found += tuple(english.replace(_alone(word), other) for other in others for english in found)
    return found


def _alone(word: str) -> str:
    """Give the English of a word of the table that is said of nothing."""
    deed = deed_of(word)
    return deed.english if deed is not None else word


def _participle(verb: str) -> str:
    """Give the participle of a verb that can stand without its object, or nothing."""
    if not verb or verb.endswith(LOOSE):
        return ""
    return inflect(marked(verb).replace(f" {SLOT}", ""), "participle")
