"""Put difficulties in the order of the report, and say where they do not stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.brief.admitted import CUT
from exporter.brief.phrases import Said, words
from exporter.model import Document, Pair, lines_of


def as_told(pairs: Iterable[Pair], document: Document) -> tuple[Pair, ...]:
    """Give difficulties in the order of the report."""
    held = tuple(pairs)
    return tuple(pair for _, pair in sorted(zip(_places(held, document), held, strict=True), key=lambda one: one[0]))


def order_said(shown: Iterable[Pair], document: Document) -> Said:
    """Say of difficulties that they follow each other otherwise than in the report; nothing where they do not."""
    if in_source_order(shown, document):
        return words("", "")
    return words("次序与原文不同。", " Not in the order of the source.")


def in_source_order(pairs: Iterable[Pair], document: Document) -> bool:
    """Tell whether difficulties follow each other as in the report; what is not found there tells nothing."""
    places = [at for at in _places(pairs, document) if at >= 0]
    return places == sorted(places)


def _places(pairs: Iterable[Pair], document: Document) -> list[int]:
    text = "".join(document.origin.text.split()) if document.origin else ""
    return [text.find("".join(lines_of(pair.zh[0])).strip(CUT)) if pair.zh else -1 for pair in pairs]
