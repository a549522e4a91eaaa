"""Ask of each person whom the English names with a post whether the Chinese names somebody who is read so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from exporter.english.guard.finding import Finding
from exporter.english.words.proper_names import person, surnames

_POSTS = (
    "Mayor|Governor|Premier|President|Comrade|Secretary|Director|Chairman|Chairwoman|Chairperson|Minister|Magistrate|"
    "Commissioner|Mr|Ms|Mrs|Dr|Professor|Chief"
)
_NAME = r"[A-Z][a-z]+ [A-Z][a-z'’]+"
_NAMED = re.compile(rf"\b(?:{_POSTS})\.? (?P<one>{_NAME})|(?P<other>{_NAME}), (?:the |vice )?(?i:{_POSTS})\b")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def persons(zh: str, en: str) -> Iterator[Finding]:
    """Report a Chinese name of the English, beside a post, that nobody of the source has."""
    if "“" in zh:  # a slogan may stand for whom it speaks of: 两个维护
        return
    for found in _NAMED.finditer(en):
        name = found["one"] or found["other"]
        name = re.sub(r"['’]s?$", "", name)
        if name.split()[0] in _surnames() and _letters(name) not in _names_in(zh):
            yield Finding("meaning.person", f"{name} stands nowhere in the source", zh, name)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(surnames().values())


def _names_in(zh: str) -> frozenset[str]:
    """Give whatever may be a name in a text, as it is read, by its letters."""
    windows = (run[at : at + size] for run in _HAN.findall(zh) for size in (2, 3, 4) for at in range(len(run)))
    return frozenset(_letters(said) for one in windows if len(one) > 1 and (said := person(one)))


def _letters(name: str) -> str:
    return re.sub(r"[^a-zü]", "", name.lower())
