"""Say that a target is striven for with the source's own word: 力争, 争取."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.brief.wording import STRIVES
from exporter.model import Document, Fact

_WORD = re.compile("|".join(STRIVES))
_SENTENCE = re.compile(r"[。！\n]")


def in_own_word(document: Document, fact: Fact) -> Fact:
    """Name the word that says of a figure that it is striven for: the last before it in its sentence."""
    if fact.bound != "strive" or fact.qualifier or document.origin is None:
        return fact
    sentence = _SENTENCE.split(document.origin.text[max(0, fact.span.start - FAR) : fact.span.end])[-1]
    said = _WORD.findall(sentence)
    return replace(fact, qualifier=said[-1]) if said else fact


FAR = 400
"""Characters before a figure in which its sentence begins."""
