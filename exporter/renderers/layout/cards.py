"""Lay out cards side by side: what they say stands level along a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.model import Card, Cards
from exporter.renderers.layout.frame import Frame, set_standing
from exporter.renderers.layout.items import Fill, Laid, Words, shifted
from exporter.renderers.layout.table_widths import CARD, CARD_GAP, SECOND, across, card_measure, card_scale, trim_of
from exporter.renderers.layout.wording import card_parts
from exporter.typesetting import Strip

ABOVE, BELOW, RULE = 6.2, 6.0, 1.2
"""pt above and below the words of a card, and of the rule over it, which the first counts in."""


def lay_cards(cards: Cards, frame: Frame) -> Iterator[Laid]:
    """Lay out cards: a strip for each row of them."""
    count, trim = across(cards), trim_of(frame.style)
    measure = card_measure(frame.measure, count)
    scale = card_scale(cards, frame.style, measure)
    whole = frame.inside("Div")
    for first in range(0, len(cards.cards), count):
        row = cards.cards[first : first + count]
        step = measure + 2 * CARD + CARD_GAP
        frames = [whole.inside("Div")._replace(measure=measure, x=frame.x + at * step + CARD) for at in range(len(row))]
        height, words = _row(row, frames, scale)
        grounds = [fill for inner in frames for fill in _ground(inner, height)]
        yield Laid(Strip(height, trim.cards[0] if first == 0 else trim.card_gap, trim.cards[1]), (*grounds, *words))


def _ground(frame: Frame, height: float) -> Iterator[Fill]:
    left, width = frame.x - CARD, frame.measure + 2 * CARD
    yield Fill(left, 0.0, width, height, frame.style.tint)
    yield Fill(left, 0.0, width, RULE, frame.style.accent)


def _row(row: Sequence[Card], frames: Sequence[Frame], scale: float) -> tuple[float, list[Words]]:
    """Set the cards of a row: their height, and their words card by card."""
    down, words = ABOVE, [[] for _ in row]  # type: tuple[float, list[list[Words]]]
    for lang, size in (("zh-Hans", scale), ("en", min(scale, SECOND) if any(card.zh for card in row) else scale)):
        faces = [card.en if lang == "en" else card.zh for card in row]
        said = [
            dict(card_parts(face, card.fact, lang, size)) if face else {} for card, face in zip(row, faces, strict=True)
        ]
        for name in ("label", "value", "note"):
            tall = 0.0
            for at, parts in enumerate(said):
                if name in parts:
                    height, lines = set_standing(parts[name], frames[at], 0.0, frames[at].add("P", lang))
                    tall = max(tall, height)
                    words[at] += (line for line in shifted(lines, down=down) if isinstance(line, Words))
            down += tall
    return down + BELOW, [line for lines in words for line in lines]
