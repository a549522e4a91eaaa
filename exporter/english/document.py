"""Fill a document's figures with their English."""

from __future__ import annotations

from dataclasses import replace

from exporter.english.sentences import fact_in_english
from exporter.english.text import Rendering, english_of
from exporter.model import Document, Metadata


def with_english(document: Document) -> Document:
    """Give a document whose facts carry their English; a Transform."""
    return replace(document, facts=tuple(fact_in_english(fact) for fact in document.facts))


def title_in_english(metadata: Metadata) -> Rendering:
    """Render the title of a document: with its place where the rules cover it."""
    return english_of(metadata.title or "", "title")


def place_in_english(place: str, rank: str | None = None) -> str | None:
    """Render a place: specific part in pinyin, generic part in English (慈溪市 → Cixi City)."""
    return english_of(place, "place").text
