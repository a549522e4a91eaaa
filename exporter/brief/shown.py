"""Say which facts a block shows."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Block, Card, Cards, Chart, Heading, Pair, Paragraph, Runs, Table, plain


def facts_in(block: Block) -> Iterator[str]:
    """Give the identifiers of the facts that a block shows."""
    match block:
        case Cards(cards=cards):
            yield from (card.fact for card in cards if isinstance(card, Card) and card.fact)
        case Chart(series=series):
            yield from (name for one in series for name in one.facts)
        case Table(rows=rows):
            yield from (name for row in rows for cell in row for name in _figures(cell.runs))
        case Pair(zh=zh, en=en):
            yield from (name for side in (*zh, *en) for name in facts_in(side))
        case Paragraph(runs=runs):
            yield from _figures(runs)
        case _:
            return


def words_in(block: Block) -> Iterator[str]:
    """Give the words that stand in a block as text: what a glossary may explain."""
    match block:
        case Table(rows=rows):
            yield from (plain(cell.runs) for row in rows for cell in row)
        case Pair(zh=zh, en=en):
            yield from (said for side in (*zh, *en) for said in words_in(side))
        case Heading(runs=runs) | Paragraph(runs=runs):
            yield plain(runs)
        case _:
            return


def _figures(runs: Runs) -> Iterator[str]:
    return (run.target for run in runs if run.role == "figure" and run.target)
