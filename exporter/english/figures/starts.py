"""Find where the sentence or the clause of a figure begins in its source."""

from __future__ import annotations

from exporter.model import Fact


def sentence_start(fact: Fact, source: str, also: str = "") -> int:
    """Give where the sentence of a figure begins, which its line bounds; `also` are more marks that end one."""
    at = fact.span.start
    line = source.rfind("\n", 0, at) + 1
    return max(line, *(source.rfind(mark, line, at) + 1 for mark in f"。；{also}"))


def clause_start(fact: Fact, source: str) -> int:
    """Give where the clause of a figure begins: behind a comma too."""
    return sentence_start(fact, source, "，")
