"""Say of what something is new, or a figure of speech: new drivers of growth, solid support for industries."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import word_set


def novelty(left: Phrase, right: Phrase) -> tuple[str, str] | None:
    """Give the article and the English of a thing and what is new of it; None where nothing is."""
    new = _NEW.fullmatch(right.text) if right.text.startswith("new ") else None
    if not (new or right.text in _FIGURES) or left.described or left.other.istitle():
        return None
    link = "for" if new is None or new["what"] in _NEW_FOR else "of" if new["what"] in _NEW_OF else "in"
    bare = right.plural or right.text.endswith(("support", "ballast"))
    return right.article or ("" if bare else "a"), f"{right.text} {link} {left.full}"


_FIGURES = frozenset(
    (
        *("solid support", "strong support", "ballast", "stabilizer", "main engine", "main engines"),
        *("main battlefield", "main front", "accelerator", "fast lane"),
    )
)
"""Figures of speech for what serves a thing: 产业发展 | “硬支撑”."""
_NEW_OF = ("drivers", "growth drivers", "look", "models", "stage", "situation", "landscape", "pattern", "patterns")
_NEW_FOR = word_set("engines impetus momentum space vitality needs demand expectations paths prospects")
_NEW = re.compile(
    rf"new (?P<what>{'|'.join((*_NEW_OF, *sorted(_NEW_FOR)))}|chapter|heights|breakthroughs|strides|strengths|"
    r"advantages|improvements|ground|achievements|results|arenas|highlights|progress|steps)"
)
