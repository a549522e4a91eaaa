"""Read Han characters in pinyin without tones, as pypinyin does, from a table of its readings that is kept.

To load pypinyin takes a sixth of a second. It looks for the longest phrase that it knows at each place.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from exporter.kept import is_keeping, kept

LONGEST = 10
"""Characters of the longest phrase."""


def syllables(text: str) -> list[str]:
    """Give the syllables of Han characters, `ü` as it is; what has no reading stands as it is."""
    if not is_keeping():
        from pypinyin import lazy_pinyin

        return list(lazy_pinyin(text, v_to_u=True))
    phrases, characters, order = _readings()
    found: list[str] = []
    for word in _words(text, phrases, order):
        found += phrases[word].split() if word in phrases else [characters.get(word, word)]
    return found


def _words(text: str, phrases: dict[str, str], order: list[str]) -> Iterator[str]:
    while text:
        length = next((one for one in range(min(LONGEST, len(text)), 1, -1) if text[:one] in phrases), 1)
        if length == 1 and _begins(text, order):  # pypinyin gives up where all that is left only begins a phrase
            yield from text
            return
        yield text[:length]
        text = text[length:]


def _begins(text: str, order: list[str]) -> bool:
    at = bisect_left(order, text)
    return at < len(order) and order[at].startswith(text)


@cache
def _readings() -> tuple[dict[str, str], dict[str, str], list[str]]:
    phrases, characters = kept("pinyin", version("pypinyin").encode(), _made)
    return phrases, characters, list(phrases)


def _made() -> tuple[dict[str, str], dict[str, str]]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    phrases = {phrase: " ".join(_plain(said[0]) for said in PHRASES_DICT[phrase]) for phrase in sorted(PHRASES_DICT)}
    return phrases, {chr(code): _plain(said.partition(",")[0]) for code, said in PINYIN_DICT.items()}


@cache
def _plain(syllable: str) -> str:
    """Take the tone off a syllable."""
    parts = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


_TONES = "\u0300\u0301\u0304\u030c"
