"""Cut a long passage where its English begins and ends, so that each English line stands below what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby

from exporter.english.shown import Shown, sentences_of
from exporter.model import Paragraph, Runs, plain, spoken

Piece = tuple[Paragraph, tuple[Shown, ...]]
"""A part of a passage, and what is printed of its segments."""
LONG = 120
"""Characters from which on a reader no longer sees at once which sentence a line of English renders."""


def pieces_of(passage: Paragraph, own: Sequence[Shown]) -> tuple[Piece, ...]:
    """Cut a long passage into stretches of sentences that have English, and stretches that have none."""
    text = plain(spoken(passage.runs))
    numbered = enumerate(sentences_of(own, lambda one: one.segment))
    groups = [tuple(chain(*(held for _, held in same))) for _, same in groupby(numbered, _kind)]
    places = _places(text, [group[0].segment.zh for group in groups])
    if len(text) < LONG or len(groups) < 2 or places is None or any(run.struck for run in passage.runs):
        return ((passage, tuple(own)),)
    ends = (*places[1:], len(text))
    return tuple(
        (replace(passage, runs=_between(passage.runs, start, end), role="continued" if at else passage.role), group)
        for at, (start, end, group) in enumerate(zip((0, *places[1:]), ends, groups, strict=True))
    )


def _kind(numbered: tuple[int, Sequence[Shown]]) -> int:
    """Tell what stands together: sentences that have no English, those that have all of it, and each of the others."""
    number, sentence = numbered
    if not any(one.is_said for one in sentence):
        return NONE
    return WHOLE if all(one.is_whole for one in sentence) else number


NONE, WHOLE = -2, -1


def _places(text: str, firsts: Sequence[str]) -> list[int] | None:
    """Find where each stretch begins; None where one cannot be found."""
    found: list[int] = []
    at = 0
    for first in firsts:
        place = text.find(first, at)
        if place < 0:
            return None
        found.append(place)
        at = place + len(first)
    return found


def _between(runs: Runs, start: int, end: int) -> Runs:
    """Give what stands between two places of a text."""
    held: Runs = ()
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        held += (replace(run, text=text),) if text else ()
        at += len(run.text)
    return held
