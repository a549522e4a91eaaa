"""Tell which stretches of a text belong to the Han font of its style, and which to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator


def latin_stretches(text: str, western: bool) -> Iterator[tuple[int, int]]:
    """Give start and end of each stretch that is not Han, and of each stretch of wide spaces."""
    if western:
        yield from (found.span() for found in _WESTERN.finditer(text))
        return
    for found in _LATIN.finditer(text):
        start, end = found.span()
        spaces = _BEFORE_HAN.match(text, end)
        yield start, spaces.end() if spaces and _WORD.search(text, start, end) else end


WIDE = "\u3000\u2000-\u200a\u202f\u205f"
"""Spaces of a width of their own; each stands alone, since engines draw it in the font of what is before it."""
_LETTER = "!-~\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c60-\u2c7f\ua720-\ua7ff"
_LATIN = re.compile(f"[{_LETTER}]+(?:[ \u00a0]+[{_LETTER}]+)*|[{WIDE}]+")
_WORD = re.compile("[A-Za-z\u00c0-\u1fff]")
_BEFORE_HAN = re.compile("[ \u00a0]+(?=[\u2e80-\u2fff\u3005-\u3007\u3040-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff])")
"""A word space is Latin between Latin letters, and after a word where Han follows, and Han elsewhere: so do engines
have it that choose a font by character and script."""
_HAN = (
    "\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef"
    "\U00016fe0-\U0001b2ff\U0001f000-\U0003ffff"
)
NO_HAN = re.compile(f"[^{_HAN}]")
IS_WIDE = re.compile(f"[{WIDE}]")
_WESTERN = re.compile(f"[^{_HAN}{WIDE}]+|[{WIDE}]+")
