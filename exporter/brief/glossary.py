"""List the policies and campaigns that the report speaks of, with their official English."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from exporter.english.terms import Term, load
from exporter.model import Cell, Document, Heading, ListBlock, Paragraph, Run, Table, lines_of

MIN_LETTERS = 3
"""A term of two characters is a common word."""


def glossary(document: Document, most: int) -> Table | None:
    """Tabulate the terms named most often, two to a row; None where there are fewer than two."""
    terms = [term for term, _ in _named(document).most_common(most)]
    if len(terms) < 2:
        return None
    terms.sort(key=lambda term: term.zh)
    cells = [cell for term in terms for cell in (Cell((Run(term.zh),)), Cell((Run(term.en),), lang="en"))]
    cells += [Cell((Run(""),))] * (-len(cells) % 4)
    rows = tuple(tuple(cells[at : at + 4]) for at in range(0, len(cells), 4))
    return Table(rows, header_rows=0, widths=(Decimal(24), Decimal(46), Decimal(24), Decimal(46)))


def _named(document: Document) -> Counter[Term]:
    base = load()
    found: Counter[Term] = Counter()
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | ListBlock):
            for line in lines_of(block):
                for match in base.find(line):
                    term = match.terms[0]
                    if term.kind == "policy" and len(term.zh) >= MIN_LETTERS and term.status in ("preferred", "gloss"):
                        found[term] += 1
    return found
