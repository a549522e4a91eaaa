"""Find where words written with an alphabet may be hyphenated (Knuth–Liang patterns, from pyphen)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

LEAST = 5
"""Letters that a word must have."""


@lru_cache(maxsize=20_000)
def hyphens(word: str, lang: str) -> tuple[int, ...]:
    """Give the offsets in a word where a hyphen may be put; none where the language has no patterns."""
    if len(word) < LEAST or word.isupper():
        return ()
    positions = _patterns(lang)
    return tuple(at for at in positions(word) if at >= 2 and len(word) - at >= 3)


@cache
def _patterns(lang: str) -> Callable[[str], list[int]]:
    import pyphen

    known = pyphen.language_fallback(lang.replace("-", "_"))
    if known is None:
        return lambda _: []
    dictionary = pyphen.Pyphen(lang=known)
    return lambda word: [int(at) for at in dictionary.positions(word)]
