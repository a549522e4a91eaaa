"""Write clauses that were read in English: as a title, a heading or a sentence, in the tense of their section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import MARK, inflect, joined, sentence_case, title_case

TextKind: TypeAlias = Literal["title", "heading", "sentence", "term", "place"]
Tense: TypeAlias = Literal["past", "plan"]
"""`past` in a review of work done, `plan` in a plan of work to do."""


def styled(clauses: Sequence[Phrase], kind: TextKind, tense: Tense | None, main: bool) -> str:
    """Write clauses as their kind is written; `main` is a heading of the first level, which is set in title case."""
    if len(clauses) == 1 and clauses[0].category in ("N", "NC", "NP", "DN", "T", "A"):
        phrase = clauses[0]
        text = phrase.text if kind in ("heading", "title") else phrase.full
        if kind == "title" or main:
            return title_case(text)
        return sentence_case(text) if kind == "heading" and phrase.category != "T" else text
    if kind == "term":
        return clauses[0].gerund()
    if kind == "title":
        return _acts(clauses)
    return title_case(_sentences(clauses, tense)) if main else _sentences(clauses, tense)


def _acts(clauses: Sequence[Phrase]) -> str:
    """Write verb phrases as a title does: improving the business environment and promoting development."""
    return title_case(joined([_titled(clause) for clause in clauses]))


def _titled(clause: Phrase) -> str:
    if clause.category == "S":
        return inflect(clause.text, "present", clause.plural)
    return clause.gerund() if MARK in clause.text else clause.full


def prose(clauses: Sequence[Phrase], tense: Tense) -> str:
    """Write clauses as a sentence of running text, whose subject is we where none is named."""
    return f"{_sentences(clauses, tense, 'we will ' if tense == 'plan' else '')}."


def _sentences(clauses: Sequence[Phrase], tense: Tense | None, planned: str = "") -> str:
    """Join clauses; `planned` stands before what there is to do, where it is not told in the imperative."""
    text, shared = "", False
    for place, clause in enumerate(clauses):
        if place:
            closes = place == len(clauses) - 1 and clauses[place - 1].category not in _ADVERBIAL
            text += ", and " if closes else ", "
        text += _finite(clause, tense, "" if shared else planned, shared)
        shared = clause.category in ("VP", "I") or (shared and clause.category in _ADVERBIAL)
    return sentence_case(text)


_ADVERBIAL = ("PP", "D", "T")
"""Clauses that only say how, where or when, so that what follows goes on with the sentence."""


def _finite(clause: Phrase, tense: Tense | None, planned: str, shared: bool) -> str:
    """Put a clause into its tense; one that shares the subject of the last does not name it."""
    match clause.category:
        case "S":
            form: Literal["past", "will", "present"] = (
                "past" if tense == "past" else "will" if tense == "plan" else "present"
            )
            return _inflected(clause.text, form, clause.plural)
        case "VP" | "I" if tense == "past":
            words = inflect(clause.text, "past", plural=True)
            return words if shared else f"we {words}"
        case "VP" | "I":
            return planned + clause.text.replace(MARK, "")
        case _:
            return clause.full


def _inflected(text: str, form: Literal["past", "will", "present"], plural: bool) -> str:
    """Inflect a sentence; the future's `will` stands before its first marked verb."""
    if form != "will":
        return inflect(text, form, plural)
    return text.replace(MARK, "will ", 1).replace(MARK, "")
