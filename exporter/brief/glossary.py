"""List the policies and campaigns that the report speaks of, with their official English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from exporter.english.glossary.terms import Term, load
from exporter.model import Block, Cell, Document, Heading, ListBlock, Paragraph, Run, Table, lines_of

MIN_LETTERS = 3
"""A term of two characters is a common word."""


def terms_of(document: Document) -> tuple[Term, ...]:
    """Find the terms that a report names, the most frequent first."""
    base = load()
    said = "\n".join(line for block in document.blocks for line in _told(block))
    found: Counter[str] = Counter()
    for clause in _naming(said, [zh for zh in _policies() if zh in said]):
        found.update(terms[0].zh for _, _, terms in base.find(clause) if _worth_knowing(terms[0]))
    return tuple(base.by_zh[zh][0] for zh, _ in found.most_common())


def _naming(said: str, terms: Iterable[str]) -> Iterator[str]:
    """Give the clauses that name a term, in their order."""
    places = {found.start() for zh in terms for found in re.finditer(re.escape(zh), said)}
    end = -1
    for at in sorted(places):
        if at > end:
            stop = _CLAUSE_END.search(said, at)
            start, end = _before(said, at), stop.start() if stop else len(said)
            yield said[start:end]


def _before(said: str, at: int) -> int:
    return max(said.rfind(mark, 0, at) for mark in CLAUSE_ENDS) + 1


CLAUSE_ENDS = "\n，。；：！？"
_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}]")
"""Ends a clause; no term goes on behind it, so that clauses that name no policy need not be looked through."""


@cache
def _policies() -> tuple[str, ...]:
    return tuple(zh for zh, terms in load().by_zh.items() if _worth_knowing(terms[0]))


def _told(block: Block) -> Iterable[str]:
    return lines_of(block) if isinstance(block, Heading | Paragraph | ListBlock) else ()


def glossary(terms: Sequence[Term]) -> Table | None:
    """Tabulate terms with their English, two to a row; None where there are fewer than two."""
    if len(terms) < 2:
        return None
    cells = [
        cell
        for term in sorted(terms, key=lambda term: term.zh)
        for cell in (Cell((Run(term.zh),)), Cell((Run(term.en),), lang="en"))
    ]
    cells += [Cell((Run(""),))] * (-len(cells) % 4)
    rows = tuple(tuple(cells[at : at + 4]) for at in range(0, len(cells), 4))
    return Table(rows, header_rows=0, widths=(Decimal(24), Decimal(46), Decimal(24), Decimal(46)))


def _worth_knowing(term: Term) -> bool:
    return term.kind == "policy" and len(term.zh) >= MIN_LETTERS and term.status in ("preferred", "gloss")
