"""Prove the term base against the official English of the national reports.

    prove_terms.py PARALLEL [--write] [--term ZH ...]

PARALLEL is a folder of YEAR.tsv files, Chinese TAB English, a segment a line. For each rendering it counts the
segments whose Chinese holds the term and whose English holds the rendering, by year. Without `--write` it says where
the columns `source` and `year` of `source/terms/` claim what the reports do not show, and exits 1 if they do; with
`--write` it sets them: `gwr-YEAR` of the latest year seen, else `house`. `--term` prints the years of single terms.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from exporter.english.morphology import MARK, gerund, participle, past, plural, singular, third
from exporter.english.phrases import SLOT
from exporter.english.terms import COLUMNS, Term, load, read_terms

TERMS = Path(__file__).resolve().parents[1] / "source" / "terms"

DRIFTING = ("2024", "2026")
"""Years that were aligned by machine; another year is better proof."""

Proof = dict[tuple[str, str], Counter[str]]
"""By Chinese and English: how many segments of each year show the rendering."""


def main() -> int:
    """Prove, and write or check."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("parallel", type=Path)
    given.add_argument("--write", action="store_true")
    given.add_argument("--term", nargs="*", default=[])
    wanted = given.parse_args()
    proof = proofs(wanted.parallel)
    for zh in wanted.term:
        for (found, en), years in proof.items():
            if found == zh:
                print(zh, en, dict(sorted(years.items())), sep="\t")
    if wanted.write:
        write(proof)
    wrong = [] if wanted.write else list(false_claims(proof))
    print(f"{sum(bool(years) for years in proof.values())} of {len(load().terms)} renderings are shown by the reports")
    for term in wrong:
        print(f"not shown: {term.zh} = {term.en} ({term.source} {term.year})", file=sys.stderr)
    return 1 if wrong else 0


def proofs(parallel: Path) -> Proof:
    """Count, for each rendering, the segments of each year that show it."""
    base = load()
    proof: Proof = defaultdict(Counter)
    shown = {(term.zh, term.en): pattern_of(term) for term in base.terms if term.kind not in ("function", "place")}
    for file in sorted(parallel.glob("*.tsv")):
        for zh, en in _segments(file):
            for found in {match for start in range(len(zh)) for match in base.starting(zh, start)}:
                for term in found.terms:
                    pattern = shown.get((term.zh, term.en))
                    if pattern is not None and pattern.search(en):
                        proof[term.zh, term.en][file.stem] += 1
    return proof


def pattern_of(term: Term) -> re.Pattern[str] | None:
    """Match a rendering in running English, in any form that its kind allows; None for what is too short to prove."""
    words = re.sub(r"^(?:the|a|an) ", "", term.en.replace(MARK, "").partition(SLOT)[0].strip(), flags=re.IGNORECASE)
    if len(words) < 3:
        return None
    forms = {words, plural(words), singular(words)} if term.kind not in ("verb", "clause") else _verb_forms(words)
    return re.compile(rf"\b(?:{'|'.join(re.escape(form) for form in sorted(forms))})\b", re.IGNORECASE)


def false_claims(proof: Proof) -> Iterator[Term]:
    """Give the terms whose source claims a report that does not show them."""
    for term in load().terms:
        years = proof.get((term.zh, term.en), Counter())
        if term.source.startswith("gwr-") and not years[term.source[4:]]:
            yield term


def write(proof: Proof) -> None:
    """Set source and year of every term, and sort the files."""
    for file in sorted(TERMS.glob("*.tsv")):
        rows = sorted(
            (_sourced(term, proof) for term in read_terms(file)),
            key=lambda term: (term.zh, term.kind, term.status != "preferred", term.en),
        )
        lines = ("\t".join(getattr(term, column) for column in COLUMNS) for term in rows)
        file.write_text("\n".join(("\t".join(COLUMNS), *lines)) + "\n", "utf-8")


def _sourced(term: Term, proof: Proof) -> Term:
    years = proof.get((term.zh, term.en))
    if years:
        year = max(years, key=lambda one: (one not in DRIFTING, one))
        return replace(term, source=f"gwr-{year}", year=year)
    return replace(term, source="house", year="") if term.source.startswith("gwr-") else term


def _verb_forms(words: str) -> set[str]:
    first, space, rest = words.partition(" ")
    if not first.isalpha():
        return {words}
    return {form + space + rest for form in (first, past(first), participle(first), gerund(first), third(first))}


def _segments(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text("utf-8").splitlines():
        zh, _, en = line.partition("\t")
        if zh and en:
            yield zh, en


if __name__ == "__main__":
    sys.exit(main())
