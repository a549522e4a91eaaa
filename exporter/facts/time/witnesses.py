"""Weigh the words of a sentence or a heading: do they tell of what was done, or of what is to be done.

`source/tense.tsv` holds a word, its weight in a sentence and its weight in a heading a line: the logarithm of how much
more often reviews have it than plans, as counted over reports. Plans weigh negative.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import fsum
from operator import add
from types import MappingProxyType
from typing import Literal, TypeAlias

from exporter.errors import StyleError
from exporter.style import data_folder

Place: TypeAlias = Literal["sentence", "heading"]


@cache
def _weights() -> Mapping[Place, Mapping[str, float]]:
    file = data_folder("source") / "tense.tsv"
    try:
        lines = [line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#"]
        rows = [(word, float(said), float(headed)) for word, said, headed in (line.split("\t") for line in lines)]
    except (OSError, ValueError) as error:
        raise StyleError(f"{file}: cannot be read as words and weights ({error!r})", "style.invalid") from None
    sentence = {word: said for word, said, _ in rows if said}
    return MappingProxyType({"sentence": sentence, "heading": {word: headed for word, _, headed in rows if headed}})


@cache
def _beginnings(place: Place) -> Mapping[str, tuple[str, ...]]:
    """Give the words by their first two characters, or by the one that they are."""
    found: dict[str, list[str]] = {}
    for word in _weights()[place]:
        found.setdefault(word[:2], []).append(word)
    return MappingProxyType({start: tuple(words) for start, words in found.items()})


def _words_in(text: str, place: Place) -> list[str]:
    beginnings = _beginnings(place)
    starts = beginnings.keys() & {*text, *map(add, text, text[1:])}
    return [word for start in starts for word in beginnings[start] if len(word) < 3 or word in text]


def tense(text: str, place: Place = "sentence") -> float:
    """Give the weight of a folded text: above 0 what was done, below what is to be done."""
    weights = _weights()[place]
    weight = fsum([weights[word] for word in _words_in(text, place)])
    if place == "heading":
        return weight
    if _EXACT.search(text):
        weight += _EXACT_WEIGHT
    return weight - _VERB_WEIGHT if _VERB_FIRST.match(text) else weight


def telling(text: str, past: bool, place: Place, most: int) -> list[str]:
    """Give the words of a text that weigh most towards the past, or away from it."""
    sign = 1 if past else -1
    weights = _weights()[place]
    found = sorted(((sign * weights[word], word) for word in _words_in(text, place)), reverse=True)
    return [word for weight, word in found[:most] if weight > _TELLING]


_TELLING = 1.0
_EXACT = re.compile(r"\d\.\d")
"""A figure to the tenth: results are counted so, aims are round."""
_EXACT_WEIGHT = 1.5
_VERB_FIRST = re.compile(
    "(?:[一二三四五六七八九十]是|要|——|（[一二三四五六七八九十]{1,2}）| )*"
    "(?:加快|推进|推动|坚持|大力|积极|着力|全力|深化|强化|完善|加强|实施|支持|优化|健全|抓好|做好|确保|力争|落实|深入|持续|全面|统筹|扎实)"
)
"""A sentence that opens with what is to be done; reports of results do so less."""
_VERB_WEIGHT = 0.8
