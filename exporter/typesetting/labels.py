"""Break the labels of a drawing by what their letters are about as wide as: no face is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

LATIN = 0.52
"""em of a letter that is not Han, on average."""


def width(text: str) -> float:
    """Say about how wide a text is, in em."""
    return sum(1.0 if ord(character) > 0x2E7F else LATIN for character in text)


def broken(text: str, room: float) -> Iterator[str]:
    """Break a label into lines of at most `room` em: between words, or before any Han character."""
    line = ""
    for word in _words(text):
        if line and width(line + word.rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += word
    if line.strip():
        yield line.rstrip()


ROW_NAME, PANEL_NAME, NAME_LINE = 27.0, 18.0, 9.4
"""em that the name of a row of a chart, and of a panel, may take, and height of a line of either in its own units."""


@lru_cache(maxsize=256)
def label_lines(name: str, room: float) -> tuple[str, ...]:
    """Break a name into lines of at most `room` em, its English under its Chinese."""
    return tuple(line for part in by_language(name) for line in broken(part, room))


def row_lines(name: str, room: float) -> tuple[str, ...]:
    """Give the lines of a name that heads a row: its English behind its Chinese where both have room, else below."""
    return (name,) if width(name) <= room else label_lines(name, room)


def by_language(name: str) -> tuple[str, ...]:
    """Part a name that is given in Chinese and in English; one in one language stays whole."""
    parted = _TWO_LANGUAGES.fullmatch(name)
    return parted.groups() if parted else (name,)


_TWO_LANGUAGES = re.compile("(.*[\u3007-\uffff]) ([ -\u24ff]+)")


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if word and (ord(character) > 0x2E7F or word[-1] == " " or ord(word[-1]) > 0x2E7F):
            yield word
            word = ""
        word += character
    yield word
