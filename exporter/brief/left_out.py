"""Say what a report leaves out of all its figures from one place on: （不含甲市，下同）.

Such words bar a figure from any sentence of its own. Where they stand under the figures, these may be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from exporter.brief.phrases import Said, lower_first, number_word, words
from exporter.brief.places import Places
from exporter.english.document import names_of
from exporter.english.figures.restrictions import LEFT_OUT_BELOW
from exporter.english.grammar.headings import Names, name_of
from exporter.facts.passages import text_of
from exporter.model import Document, Fact, Span

_WHAT = re.compile("(?:不含|不包括|剔除|扣除)([^，,、；;（）()]{2,16})[，,]下同")


def bracket_in(document: Document) -> Span | None:
    """Find the bracket that says what all figures below leave out; None where there is none that names one thing."""
    found = LEFT_OUT_BELOW.search(text_of(document))
    return Span(found.start(), found.end()) if found and _WHAT.search(found[0]) else None


def growth_in_other_terms(fact: Fact, text: str) -> Span | None:
    """Find the bracket right behind a growth that says in what terms it is told: 增长8.6%（剔除减税影响）."""
    if fact.value is None or fact.change is None:
        return None
    found = _IN_TERMS.match(text, fact.span.end)
    return Span(found.start(), found.end()) if found else None


_IN_TERMS = re.compile("[（(][^（()）]{0,20}(?:剔除|扣除|口径|可比)[^（()）]{0,20}[）)]")


def blanked(text: str, bracket: Span | None) -> str:
    """Give a text with blanks for the bracket, so that every place stays."""
    if bracket is None:
        return text
    return text[: bracket.start] + " " * (bracket.end - bracket.start) + text[bracket.end :]


def without(fact: Fact, bracket: Span | None, every: Sequence[Fact]) -> Fact:
    """Take the bracket out of a figure's clause: if no more was unread, it is as sure as others of its sentence."""
    if bracket is None or fact.sure or not any(_in(one.span, bracket) for one in fact.account):
        return fact
    rest = tuple(one for one in fact.account if one.inherited or not _in(one.span, bracket))
    beside = any(one.sure and (one.line, one.period, one.kind) == (fact.line, fact.period, fact.kind) for one in every)
    read = not any(one.role == "unread" for one in rest)
    return replace(fact, account=rest, sure=True) if read and beside else fact


def _in(span: Span, bracket: Span) -> bool:
    return bracket.start <= span.start and span.end <= bracket.end


def left_out(document: Document, shown: Iterable[str], places: Places) -> Said:
    """Say under figures what the report leaves out of them, and where it says so; nothing where no figure is below."""
    bracket, ids = bracket_in(document), frozenset(shown)
    if bracket is None or not any(one.id in ids and one.span.end >= bracket.start for one in document.facts):
        return words("", "")
    text = text_of(document)
    what = _WHAT.search(text, bracket.start, bracket.end)
    (zh, en), name = places.of(bracket.start), what[1] if what else ""
    english = lower_first(_in_english(name, names_of(document.metadata, document.terms)) or name)
    return words(
        f"原文在{zh}注明，以下各数均不含{name}。",
        f" The source notes in {en} what its figures from there on leave out: {english}.",
    )


def _in_english(name: str, names: Names) -> str | None:
    """Name a place, or so many counties of one: 甲市两县."""
    some = _SOME.fullmatch(name)
    if some is None:
        return name_of(name, names).text
    of = name_of(some[1], names).text
    return f"the {number_word(_COUNTS.index(some[2]) + 2)} {_UNITS[some[3]]} of {of}" if of else None


_COUNTS = "二三四五六七八九"
_UNITS: Mapping[str, str] = {"县": "counties", "区": "districts", "市": "cities", "乡": "townships", "镇": "towns"}
_SOME = re.compile(f"([^{_COUNTS}]{{2,6}})([{_COUNTS}])(?:个)?([{''.join(_UNITS)}])")
