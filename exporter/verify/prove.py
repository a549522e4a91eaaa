"""Prove an artefact made earlier against its source: the hash, the figures as data, the figures on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from exporter import codec, conversion, desk, parts, pdfium
from exporter.dateline import with_dateline
from exporter.model import Document, Fact
from exporter.style import MADE_BY, load_style, style_names
from exporter.verify.artefacts import Artefact, opened
from exporter.verify.difference import Difference
from exporter.verify.shown import differences


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared, and what differed; nothing differs in an artefact that is proved."""

    artefact: str
    source: str
    figures: int
    """Figures traced back to their place."""
    differences: tuple[Difference, ...]


def verify(name: str, artefact: bytes, source: Document, options: parts.Options | None = None) -> Proof:
    """Compare an artefact (Word, PDF, HTML or JSON of ours) with the document read from its source.

    The artefact carries the model that it was made from; a file for the press, which may carry
    nothing, is compared with what the source gives now. Compared are the source's hash, every figure
    of the model with the figure read now, its words with the source's own, and what the artefact shows
    with its model: passages and rows, numbers, charts. `options` name the memory, terms and reviewed files that
    it was made with: English that people approved is proved with them.
    Raises SourceError `verify.no_model` for a file without a model.
    """
    found = opened(name, artefact)
    fresh = desk.figured(source, options or parts.Options())
    made = codec.decode(found.model) if found.model is not None else _made_again(fresh, artefact, found)
    differing = (*_sources(made, fresh), *_facts(made, fresh), *_quotes(made, fresh), *differences(made, found))
    told = fresh.origin.name if fresh.origin else "the source"
    return Proof(name, told, len(made.facts), differing)


def _made_again(fresh: Document, artefact: bytes, opened_as: Artefact) -> Document:
    """Make what a file for the press was made from: the brief that it says it is, else the document."""
    named = _BRIEF.fullmatch(opened_as.keywords)
    if named is None:
        return with_dateline(fresh)
    hashed = named["hash"]
    best, fewest = fresh, -1
    for made in _briefs(fresh, pdfium.pages_of(artefact), opened_as, named["languages"]):
        told = made if made.origin is None else replace(made, origin=replace(made.origin, sha256=hashed))
        count = sum(1 for _ in differences(told, opened_as))
        if fewest < 0 or count < fewest:
            best, fewest = told, count
        if not count:
            break
    return best


def _briefs(fresh: Document, pages: int, made: Artefact, languages: str) -> Iterator[Document]:
    """Make the briefs that may have come out on so many pages, the likeliest first."""
    named = made.creator.removeprefix(MADE_BY)
    style = load_style(named if named in style_names() else "brief")
    for asked in dict.fromkeys((max(pages, parts.Options().pages), pages)):
        for room in conversion.ROOMS:
            options = parts.load("exporter.brief.options:BriefOptions")(asked, languages, style=style, room=room)
            yield parts.load(conversion.BRIEF)(fresh, options)


_BRIEF = re.compile(rf"{pdfium.BRIEF_OF} (?P<languages>zh-en|zh|en) SHA-256 (?P<hash>[0-9a-f]{{64}})")


# ---------------------------------------------------------------- comparing


def _sources(made: Document, fresh: Document) -> Iterator[Difference]:
    was = made.origin.sha256 if made.origin else "none"
    now = fresh.origin.sha256 if fresh.origin else "none"
    if was != now:
        yield Difference("source", f"made from a source with SHA-256 {was}", f"SHA-256 {now}")


def _facts(made: Document, fresh: Document) -> Iterator[Difference]:
    now = {(fact.span, fact.number_span, fact.indicator): fact for fact in fresh.facts}
    for fact in made.facts:
        other = now.get((fact.span, fact.number_span, fact.indicator))
        if other is None:
            yield Difference(
                "figure", f"{fact.id} {fact.indicator} {fact.value or fact.change}", "no such figure", fact.line
            )
            continue
        if fact.english_status == "machine":
            yield from _said_wrong(fact, fresh)
            fact = replace(fact, english=other.english, english_status=other.english_status)
        for field in fields(Fact):
            was, is_now = getattr(fact, field.name), getattr(other, field.name)
            if was != is_now and field.name != "id":
                yield Difference("figure", f"{fact.id} {field.name} {was}", str(is_now), other.line)


def _said_wrong(fact: Fact, fresh: Document) -> Iterator[Difference]:
    """Hold what a translator said of a figure against the source: no rule makes its words again."""
    text = fresh.origin.text if fresh.origin else fact.quote
    for finding in parts.load("exporter.english.report:check_fact")(fact, text) if fact.english else ():
        yield Difference("figure", f"{fact.id} is said as “{fact.english}”", finding.message, fact.line)


def _quotes(made: Document, fresh: Document) -> Iterator[Difference]:
    text = fresh.origin.text if fresh.origin else ""
    for fact in made.facts:
        said = text[fact.span.start : fact.span.end]
        if said != fact.quote:
            yield Difference("figure", f"{fact.id} quotes “{fact.quote}”", f"“{said}”", fact.line)
