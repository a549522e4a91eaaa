"""Inspect a draft: run the rule of every clause, and say of each clause that it passed, failed, or does not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from exporter.measure.draft.draft import Draft
from exporter.measure.draft.findings import Finding, unjudged
from exporter.measure.draft.rules import drawn, letters, page, places, words
from exporter.measure.pages import PageInk
from exporter.style import Style

Rule: TypeAlias = Callable[[Draft, Style], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    page.paper,
    page.grid,
    letters.letters,
    words.forms,
    places.indents,
    places.centred,
    places.gaps,
    places.breaks,
    page.page_numbers,
)
BEYOND = (
    ("4", "paper of the press"),
    ("6", "printing and binding"),
    ("8", "landscape tables"),
    ("10.1", "letter"),
    ("10.2", "order"),
    ("10.3", "minutes"),
)
"""Clauses that no rule may have spoken of: a file does not show them, or the paper is of another form."""


def inspect(draft: Draft, pages: Sequence[PageInk], style: Style) -> tuple[Finding, ...]:
    """Judge a draft by every clause of GB/T 9704-2012, in the order of the clauses."""
    found = [finding for rule in RULES for finding in rule(draft, style)]
    found += drawn.on_pages(draft, pages, style)
    said = {finding.check.clause for finding in found}
    found += [unjudged(clause, what) for clause, what in BEYOND if clause not in said]
    return tuple(sorted(found, key=lambda finding: _order(finding.check.clause)))


def _order(clause: str) -> tuple[int, ...]:
    return tuple(int(number) for number in clause.split("."))
