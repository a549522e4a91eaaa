"""Read Han characters in pinyin without tones, as pypinyin does, from a table of its readings that is kept.

To load pypinyin takes a sixth of a second. It looks for the longest phrase that it knows at each place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from exporter.kept import is_keeping, kept

LONGEST = 10
"""Characters of the longest phrase."""


def syllables(text: str) -> list[str]:
    """Give the syllables of Han characters, `ü` as it is; what has no reading stands as it is."""
    if not is_keeping():
        from pypinyin import lazy_pinyin

        return list(lazy_pinyin(text, v_to_u=True))
    readings = _readings()
    found: list[str] = []
    for word in _words(text, readings):
        said = readings.of_phrase(word)
        found += said.split() if said else [readings.of_character(word)]
    return found


class _Readings(NamedTuple):
    """The readings as they are kept: long texts, in which the few that are asked for are sought."""

    phrases: str
    """A line a phrase, which begins with `\n` and has a tab before the reading; in order."""
    places: Mapping[str, tuple[int, int]]
    """Start and end of the phrases that begin with a character."""
    characters: str
    numbers: bytes
    """For each of the characters the number of its syllable, in two bytes."""
    syllables: tuple[str, ...]

    def of_phrase(self, word: str) -> str:
        start, end = self.places.get(word[0], (0, 0))
        at = self.phrases.find(f"\n{word}\t", start, end) + len(word) + 2
        return self.phrases[at : self.phrases.index("\n", at)] if at > len(word) + 1 else ""

    def of_character(self, character: str) -> str:
        at = 2 * self.characters.find(character)
        return self.syllables[int.from_bytes(self.numbers[at : at + 2], "big")] if at >= 0 else character

    def begins(self, text: str) -> bool:
        """Tell whether any phrase begins so."""
        return self.phrases.find(f"\n{text}", *self.places.get(text[0], (0, 0))) >= 0


def _words(text: str, readings: _Readings) -> Iterator[str]:
    while text:
        lengths = range(min(LONGEST, len(text)), 1, -1)
        length = next((one for one in lengths if readings.of_phrase(text[:one])), 1)
        if length == 1 and readings.begins(text):  # pypinyin gives up where all that is left only begins a phrase
            yield from text
            return
        yield text[:length]
        text = text[length:]


@cache
def _readings() -> _Readings:
    return _Readings(*kept("readings", _tables(), _made))


def _tables() -> bytes:
    """Tell which tables of pypinyin these are, without loading it."""
    found = find_spec("pypinyin")
    folder = Path(found.origin or "").parent if found else Path()
    told = ((file.name, file.stat()) for file in sorted(folder.glob("p*_dict.*")))
    return repr([(name, state.st_size, state.st_mtime_ns) for name, state in told]).encode()


def _made() -> tuple[str, dict[str, tuple[int, int]], str, bytes, tuple[str, ...]]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    rows = [
        f"\n{phrase}\t{' '.join(_plain(said[0]) for said in PHRASES_DICT[phrase])}" for phrase in sorted(PHRASES_DICT)
    ]
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for row in rows:
        start, _ = places.get(row[1], (at, at))
        at += len(row)
        places[row[1]] = start, at + 1  # with the `\n` of the next, which ends its reading
    characters = {chr(code): _plain(said.partition(",")[0]) for code, said in PINYIN_DICT.items()}
    names = tuple(sorted(set(characters.values())))
    number = {name: at.to_bytes(2, "big") for at, name in enumerate(names)}
    numbers = b"".join(number[name] for name in characters.values())
    return "".join(rows) + "\n", places, "".join(characters), numbers, names


@cache
def _plain(syllable: str) -> str:
    """Take the tone off a syllable."""
    parts = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


_TONES = "\u0300\u0301\u0304\u030c"
