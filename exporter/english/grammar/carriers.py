"""Know the nouns that what is done stands before: a renovation project, a service center."""

from __future__ import annotations

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import word_set

CARRIERS = word_set(
    "projects tasks capacity rate materials institutions standards facilities bases centers industries systems system "
    "mechanisms funds areas zones teams sites platforms plans services equipment organizations industry sector work "
    "problems costs fees expenses policies measures conditions environment markets products schools agencies counties "
    "cities departments stations plants items procedures documents targets requirements loans insurance time period "
    "technology process groups network networks channels programs campaigns activities personnel meetings points lines"
)
"""Nouns that what is done stands before, as a modifier: a renovation project, a service center."""
ABSTRACT = word_set("rate capacity time period costs fees expenses process technology conditions environment system")
"""Of these, those that are never what was done itself."""


def carries(noun_phrase: Phrase) -> bool:
    """Say whether what is done may stand before a noun as its modifier."""
    head = noun_phrase.text.partition(" of ")[0].partition(" (")[0]
    return not noun_phrase.described and " " not in head and head.rpartition(" ")[2] in CARRIERS
