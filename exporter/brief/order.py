"""Put difficulties, which were found by their weight, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.brief.admitted import CUT
from exporter.model import Document, Pair, lines_of


def as_told(pairs: Iterable[Pair], document: Document) -> list[tuple[int, Pair]]:
    """Give difficulties in the order of the report, each with its place among those that came, the weightiest first."""
    text = "".join(document.origin.text.split()) if document.origin else ""
    return sorted(enumerate(pairs), key=lambda one: _place(one[1], text))


def _place(pair: Pair, text: str) -> int:
    return text.find("".join(lines_of(pair.zh[0])).strip(CUT)) if pair.zh else -1
