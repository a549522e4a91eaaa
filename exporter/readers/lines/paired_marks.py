"""Give straight quotes and half-width brackets of Chinese text their full-width forms, pair by pair."""

from __future__ import annotations

import re

MAX_PAREN = 400
"""Longest bracket, in characters, whose two halves are changed together."""
_WIDE = {"(": "（", ")": "）"}
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇○"
_HAN = re.compile(f"[{HAN}]")


def pairs_in(text: str) -> dict[int, str]:
    """Give what straight quotes and half-width brackets become, by their places."""
    found = _quotes(text) if '"' in text else {}
    if "(" in text or ")" in text:
        found |= {place: _WIDE[text[place]] for place in _parens(text)}
    return found


def _quotes(text: str) -> dict[int, str]:
    """Pair straight quotes by turns; an odd one out leaves all as they are."""
    places = [match.start() for match in re.finditer('"', text)]
    if len(places) % 2:
        return {}
    return {place: "”" if turn % 2 else "“" for turn, place in enumerate(places)}


def _parens(text: str) -> frozenset[int]:
    """Find half-width brackets, pair by pair, that stand in Chinese or hold Chinese."""
    found: set[int] = set()
    open_: list[int] = []
    for match in re.finditer(r"[()（）]", text):
        place = match.start()
        if match[0] in "(（":
            open_.append(place)
        elif open_:
            first = open_.pop()
            if _is_chinese_pair(text, first, place):
                found.update((first, place))
        elif _HAN.search(text, max(0, place - 3), place):
            found.add(place)
    return frozenset(place for place in found if text[place] in "()")


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    if last - first > MAX_PAREN:
        return False
    around = text[max(0, first - 1) : first] + text[last + 1 : last + 3].strip()[:1]
    return _HAN.search(text, first, last) is not None or any(letter > "\u2e7f" for letter in around)
