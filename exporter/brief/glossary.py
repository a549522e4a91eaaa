"""List the policies and campaigns that the report speaks of, with their official English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from operator import add

from exporter.english.glossary.terms import Term, load
from exporter.model import Block, Cell, Document, Heading, ListBlock, Paragraph, Run, Table, lines_of

MIN_LETTERS = 3
"""A term of two characters is a common word."""


def terms_of(document: Document) -> tuple[Term, ...]:
    """Find the terms that a report names, the most frequent first."""
    base = load()
    said = "\n".join(line for block in document.blocks for line in _told(block))
    pairs = {*map(add, said, said[1:])}
    named = [zh for zh in _policies() if zh[:2] in pairs and zh in said]
    found: Counter[str] = Counter()
    for clause in _CLAUSE_END.split(said) if named else ():
        if any(map(clause.__contains__, named)):
            found.update(terms[0].zh for _, _, terms in base.find(clause) if _worth_knowing(terms[0]))
    return tuple(base.by_zh[zh][0] for zh, _ in found.most_common())


_CLAUSE_END = re.compile("[\n，。；：！？]")
"""No term goes on behind it, so that clauses that name no policy need not be looked through."""


@cache
def _policies() -> tuple[str, ...]:
    return tuple(zh for zh, terms in load().by_zh.items() if terms[0].kind == "policy" and _worth_knowing(terms[0]))


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
