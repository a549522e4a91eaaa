"""Write a fact as an English sentence, every part of it by rule."""

from __future__ import annotations

from dataclasses import replace

from exporter.english.figures import amount, bounded
from exporter.english.text import english_of
from exporter.model import Fact


def fact_in_english(fact: Fact) -> Fact:
    """Fill `indicator_en`, `value_en`, `english`; `verified` only when every part was rendered by rule."""
    return replace(fact, indicator_en=english_of(fact.indicator, "term").text, value_en=value_in_english(fact))


def value_in_english(fact: Fact) -> str | None:
    """Render the value of a fact with its bound: `more than 72 million yuan`; None if its unit is not known."""
    if fact.number is None:
        return None
    text = amount(fact.number, fact.unit, upper=fact.upper)
    return None if text is None else bounded(text, fact.bound)
