"""Say how many there are of what a place itself is: a district that is built into a hub is one, a country has many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exporter.english.glossary.names import personal
from exporter.english.words.morphology import with_article

_LOCAL = re.compile(r".{1,10}(?<![自治])(?:市|县|区|旗|州|镇)$")


def _is_local(names: Iterable[str]) -> bool:
    """Say whether the names of a document are those of a city, a county or a district."""
    found = list(names)
    return any(_LOCAL.fullmatch(name) for name in found) and not any(name.endswith("自治区") for name in found)


def of_own_place(text: str, names: Mapping[str, str]) -> str:
    """Tell what a place makes of itself as one, where the names of a document are those of one place."""
    own = set(names) - set(personal(names))
    if any(_DISTRICT.fullmatch(name) for name in own):
        text = _COUNTY.sub(r"\1ounty-level economy", text)
    return of_one_place(text) if _is_local(own) else text


_DISTRICT = re.compile(r".{1,10}(?<!自治)区$")
_COUNTY = re.compile(r"\b(c)ounty(?:'s)? economy\b", re.IGNORECASE)
"""县域经济 in a district is that of its level: there is no county."""


def of_one_place(text: str) -> str:
    """Tell what a place makes of itself as one: build a resilient city, the pilot free trade zone."""
    one = _CITIES.sub(lambda made: f"{made['deed']} {with_article(made['kind'] + 'city', 'a')}", text)
    one = _OF_CITIES.sub(r"\g<what> of the city", one)
    one = _NEW_AREAS.sub(r"\1 the new area", one)
    return _ZONES.sub(lambda zone: f"{zone['before'] + 'the ' if zone['before'] else ''}{zone['zone']}", one)


_CITIES = re.compile(
    r"\b(?P<deed>build(?:ing)?|building of|expand(?:ed|ing)?|develop(?:ed|ing)?|create|creating|strengthen(?:ed)?) "
    r"(?P<kind>(?:(?:resilient|regional|hub|central|smart|livable|green|sponge|low-carbon|modern|digital|youth-friendly|"
    r"civilized|new-type|model|key|industrial|tourist|tourism|international|first-rate|and|innovative|demonstration|"
    r"ecological|garden|forest|national),? )+)cities\b",
    re.IGNORECASE,
)
"""What cities, counties and districts set out to be."""
_OF_CITIES = re.compile(
    r"\b(?P<what>management|governance|appearance|functions|operations?|planning|image|quality|vitality) of cities\b"
    r"(?! and\b| for\b)",
    re.IGNORECASE,
)
"""What is done in a city, or how it is, said in its own report."""
_NEW_AREAS = re.compile(r"\b(build(?:ing)?(?: of)?|develop(?:ing|ment of)) new areas\b", re.IGNORECASE)
_ZONES = re.compile(r"(?P<before>.* )?(?P<zone>(?:pilot free trade zone|free trade port))s\b", re.IGNORECASE)
