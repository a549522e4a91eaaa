"""Read an English sentence as a strict editor would, and give what is wrong with its form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.words.morphology import is_plural

_FORMS = (
    ("does not begin with a capital, a figure, or a name in quotation marks", re.compile(r"^[^A-Z0-9\"(]")),
    ("does not end with one full stop", re.compile(r"(?:[^.]|\.\.)$")),
    ("holds two spaces, or one before a mark", re.compile(r"  | [,.;:)]|\( ")),
    ("says a word twice", re.compile(r"\b([A-Za-z]{2,}) \1\b(?!-)", re.IGNORECASE)),
    ("holds Chinese", re.compile(r"[\u3400-\u9fff]")),
    ("holds a mark of the grammar", re.compile(r"[~{}\[\]]")),
    ("puts two articles side by side", re.compile(r"\b(?:the|an?) (?:the|an?)\b", re.IGNORECASE)),
    ("counts one in the plural", re.compile(r"\bnumbered (?:1|one)\.$|^One [^.]* were |^There was one [\w-]+s\.$")),
    ("asks one thing to be many", re.compile(r"\bA total of one\b|\ba total of (?:around|more|at least)")),
)
_AGREES = re.compile(r"^(?:In [\w–]+(?: [\w–]+){0,2}, )?(.+?) (is|are) (?:targeted|estimated) (?:to|at)\b")


def faults(sentence: str) -> Iterator[str]:
    """Give the faults of a sentence, none for a sound one."""
    for what, pattern in _FORMS:
        if pattern.search(sentence):
            yield what
    if sentence.count('"') % 2 or sentence.count("(") != sentence.count(")"):
        yield "leaves a bracket or a quotation mark open"
    agreement = _AGREES.match(sentence)
    if agreement and is_plural(agreement[1][:1].lower() + agreement[1][1:]) != (agreement[2] == "are"):
        yield f"says {agreement[2]} of {agreement[1]}"
