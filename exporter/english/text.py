"""Render titles, headings, terms and places in English by rule, or say what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.english.terms import TermBase, load
from exporter.model import EnglishStatus

TextKind: TypeAlias = Literal["title", "heading", "sentence", "term", "place"]
Tense: TypeAlias = Literal["past", "plan"]
"""`past` in a review of work done, `plan` in a plan of work to do."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """English of a text, or None and the parts that no rule and no term covers."""

    text: str | None
    status: EnglishStatus
    missing: tuple[str, ...] = ()


def english_of(
    text: str,
    kind: TextKind,
    tense: Tense | None = None,
    terms: TermBase | None = None,
) -> Rendering:
    """Render a Chinese text of a kind in English; `untranslated`, with what is missing, if any part is not covered."""
    term = (terms or load()).preferred(text.strip())
    if term is None:
        return Rendering(None, "untranslated", (text,))
    return Rendering(term.en, "verified")
