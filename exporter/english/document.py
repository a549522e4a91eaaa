"""Fill a document's figures with their English, and render what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from exporter.english.figures.costs import with_their_works
from exporter.english.figures.courses import both_ends, climbed_in, risen_by_then
from exporter.english.figures.sentences import fact_in_english
from exporter.english.glossary.names import glossed
from exporter.english.glossary.outlets import outlets
from exporter.english.grammar import titles
from exporter.english.grammar.headings import Names, Rendering, prepared
from exporter.english.guard.witness import doubts, sentence_around
from exporter.english.words import proper_names
from exporter.english.words.dates import day_said
from exporter.facts.numbers.numerals import fold
from exporter.facts.passages import with_lines_joined
from exporter.facts.statements.indicators import canonical
from exporter.model import REPORTS, DocType, Document, Fact, Metadata, PersonalTerm


def with_english(document: Document) -> Document:
    """Give a document whose facts carry their English; a Transform."""
    known = names_of(document.metadata, document.terms)
    text = with_lines_joined(document)
    laws = tuple(_laws_of(document.metadata, text))
    several = _tells_of_several_years(document.facts)
    facts = (
        fact_in_english(
            fact,
            _year(fact, document.metadata, several),
            known,
            text,
            document.facts[max(0, place - 8) : place],
        )
        for place, fact in enumerate(document.facts)
    )
    held = [climbed_in(_held_to(fact, laws), text) for fact in facts]
    for place in range(1, len(held)):
        held[place - 1 : place + 1] = both_ends(held[place - 1], held[place], text)
        held[place] = with_their_works(held[place - 1], held[place], text)
    return replace(document, facts=tuple(risen_by_then(fact, text) for fact in held))


def _held_to(fact: Fact, laws: Iterable[Callable[[Fact], bool]]) -> Fact:
    """Leave a draft what a law of the document doubts."""
    doubted = fact.english_status == "verified" and any(law(fact) for law in laws)
    return replace(fact, english_status="draft") if doubted else fact


def _laws_of(metadata: Metadata, text: str) -> Iterator[Callable[[Fact], bool]]:
    """Give what leaves figures of a document in doubt."""
    if metadata.doc_type not in REPORTS:
        named = metadata.place is not None and (metadata.title or "").startswith(metadata.place)
        yield partial(_names_nobody, titled=named)
    if _FISCAL.search(metadata.title or ""):
        yield _is_of_a_fiscal_year
    if text:
        yield partial(_is_not_borne_out, text=text)


_FISCAL = re.compile("財政年度|财政年度")


def _is_of_a_fiscal_year(fact: Fact) -> bool:
    """Say whether a budget by fiscal years (2023至24) would date a figure to one year that it does not print."""
    return fact.period is not None and fact.period not in fold(fact.quote)


def _names_nobody(fact: Fact, titled: bool = False) -> bool:
    """Say whether nobody is named: in the profile of a firm, output is the firm's, in news, that of its place.

    `titled`: the document is headed by its place, whose listed indicators its tables give.
    """
    if titled and any(one.inherited for one in fact.account) and canonical(prepared(fact.indicator)) is not None:
        return "<td" not in fact.quote
    return re.search(r"(?<=.)[A-Z][a-z]", fact.english or "") is None


def _is_not_borne_out(fact: Fact, text: str) -> bool:
    """Say whether a second reading of its sentence doubts a figure."""
    sentence = _INLINE.sub("", sentence_around(text, fact.span))
    return any(True for _ in doubts(fact, sentence + _in_its_unit(fact, text)))


_INLINE = re.compile(r"</?(?:span|font|b|i|u|em|strong|a)\b[^<>]*>", re.IGNORECASE)
"""Tags that say how letters look, and part no words: <span>239</span>亿元."""


def _in_its_unit(fact: Fact, text: str) -> str:
    """Give the number of a cell with the unit that its row, its heads or the line above its table print: 单位：亿元."""
    heads = [one for one in fact.account if one.inherited]
    own = [one.span for one in fact.account if one.role == "value" and not one.inherited]
    if not heads or not own or not fact.unit or not _is_a_cell(fact, text):
        return ""
    told = text[max(0, min(one.span.start for one in heads) - _CAPTION) : own[0].start]
    return f" {text[own[0].start : own[0].end]}{fact.unit}" if fact.unit in fold(told) else ""


def _is_a_cell(fact: Fact, text: str) -> bool:
    """Say whether a number stands in a table: of a page, or in columns that white space parts."""
    return "<t" in text[fact.span.start : fact.span.end + 40] or _COLUMNS.search(fact.quote) is not None


_COLUMNS = re.compile(r"\t|\n\s*\n|\S {2,}\S")
_CAPTION = 200
"""Characters above the heads of a table in which its unit is told."""


def names_of(metadata: Metadata, terms: Iterable[PersonalTerm] = ()) -> Names:
    """Give the names of this document and their English: its place, with and without its generic part."""
    place = metadata.place
    whole = proper_names.place(place) if place and place not in ("全国", "中国") else None
    if place is None or whole is None:
        return glossed(MappingProxyType({}), terms)
    short = proper_names.short_name(place)
    return glossed(MappingProxyType({place: whole} | ({short[0]: short[1]} if short else {})), terms)


def title_in_english(metadata: Metadata) -> Rendering:
    """Render the title of a document; a bare 政府工作报告 gets the name of the place that the document gives."""
    title = metadata.title or ""
    if re.match(r"\s*政\s*府\s*工\s*作\s*报\s*告", title) and metadata.place and metadata.place_rank != "national":
        return titles.title_of(f"{metadata.place}{title.strip()}", names_of(metadata))
    return titles.title_of(title, names_of(metadata))


def place_in_english(place: str, rank: str | None = None) -> str | None:
    """Render a place: specific part in pinyin, generic part in English (慈溪市 → Cixi City).

    A city of the rank of a province is a municipality: 上海市 → Shanghai Municipality.
    """
    if rank == "province" and place.endswith("市"):
        short = proper_names.place(place.removesuffix("市"))
        return f"{short} Municipality" if short else None
    return "China" if rank == "national" or place in ("中国", "全国") else proper_names.place(place)


def publisher_in_english(publisher: str) -> str | None:
    """Render who published a document: 慈溪日报 → Cixi Daily; None where no rule covers it."""
    return outlets().get(publisher) or titles.body_of(publisher)


def dateline_in_english(metadata: Metadata) -> str:
    """Say who published a report and when, else where it is from: Source: Cixi Daily, 4 February 2018."""
    place = place_in_english(metadata.place, metadata.place_rank) if metadata.place else None
    publisher = publisher_in_english(metadata.publisher) if metadata.publisher else None
    day = day_said(*map(int, metadata.date.split("-"))) if metadata.date else None
    return ", ".join(one for one in (f"Source: {publisher}" if publisher else place, day) if one)


def person_in_english(name: str) -> str | None:
    """Render the name of a person in pinyin, surname first; None for what is no Chinese name."""
    return proper_names.person(name)


DOC_TYPES: Mapping[DocType, str] = MappingProxyType(
    {
        "work_report": "Government work report",
        "communique": "Statistical communiqué",
        "notice": "Official notice",
        "letter": "Official letter",
        "order": "Order",
        "minutes": "Minutes of a meeting",
        "budget": "Budget report",
        "plan": "Plan",
        "speech": "Speech",
        "news": "News report",
        "other": "Document",
    }
)
"""What a document is, in English."""


def _year(fact: Fact, metadata: Metadata, several: bool) -> str | None:
    """Give the year that a reader takes for granted; empty where a figure has to name its own."""
    if metadata.doc_type == "plan":
        return ""
    year = metadata.year_planned if fact.kind == "target" else metadata.year_reviewed
    if several and fact.kind == "actual" and fact.period == str(year):
        return ""
    return str(year) if year else None


def _tells_of_several_years(facts: Iterable[Fact]) -> bool:
    """Say whether a document looks back on several years as well as on one, so that none goes without saying."""
    periods = [fact.period or "" for fact in facts if fact.kind == "actual"]
    spans = sum(_SPAN.fullmatch(period) is not None for period in periods)
    return spans * _SHARE > len(periods)


_SPAN = re.compile(r"\d{4}-\d{4}")
_SHARE = 5
"""One in so many results is of several years, where a report looks back on them."""
