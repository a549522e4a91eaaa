"""Prove the term base against the official English of the national reports.

    prove_terms.py PARALLEL [--write] [--term ZH ...]

PARALLEL is a folder of YEAR.tsv files, Chinese TAB English, a segment a line. For each rendering it counts the
segments whose Chinese holds the term (whatever stands in quotation marks) and whose English holds the rendering, by
year. Without `--write` it says where the column `source` of `source/terms/` and `source/indicators.tsv` claims what the
reports do not show, and exits 1 if they do; with `--write` it sets it: `gwr-YEAR` of the latest year seen, else
`house`, unless another source stands there. A rendering of an official kind without a source becomes a `gloss`.
`--term` prints the years of single terms.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from exporter.english.glossary.terms import COLUMNS, OFFICIAL, Term, load, read_terms
from exporter.english.grammar.phrases import SLOT
from exporter.english.words.morphology import MARK, gerund, participle, past, plural, singular, third
from exporter.facts.statements.indicators import indicators

SOURCE = Path(__file__).resolve().parents[1] / "source"

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
            for name, english in _indicators_in(zh):
                if (name, english) in shown and (pattern := shown[name, english]) and pattern.search(en):
                    proof[name, english][file.stem] += 1
    return proof


def _indicators_in(zh: str) -> set[tuple[str, str]]:
    """Name the indicators that a segment speaks of by a synonym."""
    return {
        (one.name, one.english)
        for one in indicators()
        if one.name not in zh and any(synonym in zh for synonym in one.synonyms)
    }


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
    """Set source, year, and status of every term, and sort the files; set the source of every indicator."""
    _write_indicators(proof)
    for file in sorted((SOURCE / "terms").glob("*.tsv")):
        rows = sorted(
            (_sourced(term, proof) for term in read_terms(file)),
            key=lambda term: (term.zh, term.kind, term.status != "preferred", term.en),
        )
        lines = ("\t".join(getattr(term, column) for column in COLUMNS) for term in rows)
        file.write_text("\n".join(("\t".join(COLUMNS), *lines)) + "\n", "utf-8")


def _sourced(term: Term, proof: Proof) -> Term:
    year = _best_year(proof, term.zh, term.en)
    if year:
        return term._replace(source=f"gwr-{year}", year=year)
    if term.source.startswith("gwr-"):
        term = term._replace(source="house", year="")
    unproved = term.source == "house" and term.kind in OFFICIAL and term.status == "preferred"
    return term._replace(status="gloss") if unproved else term


def _write_indicators(proof: Proof) -> None:
    file = SOURCE / "indicators.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        year = _best_year(proof, row["indicator"], row["english"])
        given = row["source"]
        row["source"] = f"gwr-{year}" if year else "house" if given.startswith("gwr-") else given or "house"
    lines_of = ("\t".join(row.values()) for row in rows)
    file.write_text("\n".join(("\t".join(rows[0]), *lines_of)) + "\n", "utf-8")


def _best_year(proof: Proof, zh: str, en: str) -> str:
    years = proof.get((zh, en), {})
    return max(years, key=lambda one: (one not in DRIFTING, one), default="")


def _verb_forms(words: str) -> set[str]:
    first, space, rest = words.partition(" ")
    if not first.isalpha():
        return {words}
    return {form + space + rest for form in (first, past(first), participle(first), gerund(first), third(first))}


def _segments(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text("utf-8").splitlines():
        zh, _, en = line.partition("\t")
        if zh and en:
            yield _QUOTES.sub("", zh), en


_QUOTES = re.compile('[“”‘’"]')


if __name__ == "__main__":
    sys.exit(main())
