"""Measure how fast terms are found and a report is put into English, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter import conversion
from exporter.english.document import with_english
from exporter.english.glossary.terms import load, read_terms
from exporter.english.grammar.headings import english_of
from exporter.english.guard.number_check import check_segment
from exporter.facts.extract import facts_of
from exporter.style import data_folder
from tests.benchmarks.figure import SEED, Figure, seconds


def figures() -> Iterator[Figure]:
    """The bars of the room: load under 0.1 s, 2 MB of terms a second, a report under 0.3 s; hostile text is linear."""
    files = sorted((data_folder("source") / "terms").glob("*.tsv"))
    yield Figure("term base read", seconds(lambda: [read_terms(file) for file in files]), "s", 0.1)
    base, document = load(), conversion.read(SEED)
    document = replace(document, facts=tuple(facts_of(document)))
    assert document.origin
    assert document.facts
    text = document.origin.text * 10
    yield Figure("terms found", seconds(lambda: base.find(text)) / (len(text.encode()) / 1e6), "s a MB", 0.5)
    yield Figure("a report in English", seconds(lambda: with_english(document)), "s", 0.3)
    for name, unit in {"conjunctions": "改革和", "marks": "“", "figures": "增长1%，"}.items():
        small, large = (seconds(lambda n=n, unit=unit: english_of(unit * n, "heading")) for n in (2_000, 8_000))  # type: ignore[misc]
        yield Figure(f"hostile heading: {name}, four times as long", large / small, "times the time", 6)
        small, large = (seconds(lambda n=n, unit=unit: check_segment(unit * n, "1 " * n)) for n in (500, 2_000))  # type: ignore[misc]
        yield Figure(f"hostile segment: {name}, four times as long", large / small, "times the time", 6)
