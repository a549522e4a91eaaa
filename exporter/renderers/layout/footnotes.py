"""Choose the notes that stand at the foot of the page that marks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import dropwhile, takewhile

from exporter.model import Block, Document, Heading, ListBlock, Note, Paragraph, Runs
from exporter.style import Style

ABOVE_RULE = 8.0
"""pt between the text and the rule above the notes, at the least."""
RULE = 0.5
"""pt of that rule."""
BELOW_RULE = 5.0
"""pt between the rule and the first note."""
RULE_SHARE = 0.28
"""Length of the rule, as a share of the measure."""
ABOVE_NOTES = ABOVE_RULE + RULE + BELOW_RULE


def at_the_foot(document: Document, style: Style, height_of: Callable[[Note], float], page: float) -> dict[str, Note]:
    """Give the notes for the foot, in the order of their marks, by identifier.

    They are notes that running text marks, unless the style has all notes at the end, or the document prints them
    under a heading of its own (名词解释), where a reader looks for them. A note higher than a third of the page
    stays where it is, and so does one whose mark stands among so many that one page could not hold their notes.
    """
    if style.notes != "foot":
        return {}
    loose = {note.id: note for note in _loose(document)}
    chosen: dict[str, Note] = {}
    for runs in _texts((*document.blocks, *document.appendix)):
        nearby: list[tuple[int, float]] = []
        for at, target in _marks(runs):
            note = loose.pop(target, None)
            nearby = [(place, taken) for place, taken in nearby if at - place < _A_LINE]
            high = height_of(note) if note else 0.0
            if note and high <= page / 3 and sum(taken for _, taken in nearby) + high <= page / 2:
                chosen[note.id] = note
                nearby.append((at, high))
    return chosen


_A_LINE = 120
"""Characters; no line holds more."""


def under_a_heading(document: Document) -> frozenset[str]:
    """Name the notes that the document prints under a heading of its own: they stay there."""
    listed = dropwhile(lambda block: not isinstance(block, Heading), document.appendix)
    return frozenset(block.id for block in listed if isinstance(block, Note))


def _loose(document: Document) -> Iterator[Note]:
    blocks = (*document.blocks, *takewhile(lambda block: not isinstance(block, Heading), document.appendix))
    yield from (block for block in blocks if isinstance(block, Note))


def _texts(blocks: tuple[Block, ...]) -> Iterator[Runs]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.runs
        elif isinstance(block, ListBlock):
            yield from (item.runs for item in block.items)


def _marks(runs: Runs) -> Iterator[tuple[int, str]]:
    at = 0
    for run in runs:
        if run.role == "mark" and run.target:
            yield at, run.target
        at += len(run.text)
