"""Match closed classes of words by length, longest first, in time that does not grow with the class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, with the length of the longest that begins with each character."""

    words: frozenset[str]
    longest: Mapping[str, int]

    def ahead(self, text: str, start: int, end: int | None = None) -> int:
        """Give where the longest word that begins at `start` ends, not beyond `end`; `start` if none begins there."""
        limit = len(text) if end is None else end
        for length in range(min(self.longest.get(text[start : start + 1], 0), limit - start), 0, -1):
            if text[start : start + length] in self.words:
                return start + length
        return start


def words(*listed: str) -> Words:
    """Make a class of the words in the texts given, which spaces and line breaks part."""
    found = frozenset(" ".join(listed).split())
    longest: dict[str, int] = {}
    for word in found:
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return Words(found, longest)
