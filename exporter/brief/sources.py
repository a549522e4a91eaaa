"""Say where everything in a brief comes from: each figure's words and place, and the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from exporter.brief.languages import CHINESE, language_of
from exporter.brief.masthead import english_title
from exporter.brief.options import Languages
from exporter.brief.places import COUNTED
from exporter.brief.quotes import ROOM, quote_of
from exporter.brief.tables import capital
from exporter.english.exchange.segments import Segment
from exporter.model import Block, Document, Fact, Note, Origin, Paragraph, Run
from exporter.publisher import House
from exporter.typesetting.labels import width

USUAL = 3.5
"""em of the place of a figure beside which a quote has its whole room; a longer one takes of it."""
SOURCE_ZH, SOURCE_EN = "原文：", "Source: "


def approved_of(english: Iterable[Segment], languages: Languages) -> Mapping[str, str]:
    """Give the sentences that people approved, by the id of each figure in them; none for a brief without English."""
    signed = [one for one in english if one.status == "reviewed" and one.en] if languages != "zh" else []
    return {fact.id: str(one.en) for one in signed for fact in one.facts}


def source_note(
    fact: Fact,
    place: tuple[str, str] | None,
    origin: Origin | None,
    languages: Languages = "zh-en",
    approved: str | None = None,
) -> Note:
    """Give a figure's place, None for that of the note before, and its words in the source; its id is the fact's.

    `approved`: the sentence that a person approved; cards and tables have names and values of their own.
    """
    zh, en = place or AGAIN
    quote = quote_of(fact, origin, ROOM - max(0.0, width(zh) - USUAL))
    run = Run(f"“{quote}”", span=fact.span, lang=CHINESE if languages == "en" else None)
    mark = f"{capital(en)} " if languages == "en" else f"{zh} "
    signed = (Run(f" Reviewed: {approved}", lang="en"),) if approved else ()
    return Note(fact.id, mark, (run, *signed), language_of(languages), fact.span)


AGAIN = "同上", "ibid."
"""What says that a figure stands where the one before it does."""


def provenance(document: Document, shown: int, counted: bool) -> Iterator[Block]:
    """Name the source, and how many figures are traced; `counted`: some are placed by their sentence.

    The hash of the source is no matter for readers: every file carries it.
    """
    if document.origin is None:
        return
    name, english = named(document)
    zh, en = f"{SOURCE_ZH}{name}。", f"{SOURCE_EN}{english or 'the document named above'}. "
    if shown:
        zh += f"本简报数据出自原文{shown}处，可逐项核对。"
        places = "one place" if shown == 1 else f"{shown} places"
        en += f"All figures come from {places} in it and can be traced. "
    if counted:
        zh, en = zh + COUNTED[0], en + COUNTED[1]
    yield Paragraph((Run(zh),), "provenance")
    yield Paragraph((Run(en.rstrip()),), "provenance", "en")


def named(document: Document) -> tuple[str, str | None]:
    """Name a document by its title; one without by its place, year and kind; else as its file is called."""
    metadata, name = document.metadata, document.origin.name if document.origin else ""
    if metadata.title:
        return f"《{metadata.title}》", english_title(metadata)
    if not metadata.place or not metadata.year_planned or metadata.doc_type != "work_report":
        return name, name
    title = f"{metadata.year_planned}年{metadata.place}政府工作报告"
    return title, english_title(replace(metadata, title=title)) or None


def organisation(house: House) -> Iterator[Block]:
    """Say at the foot of a cover who made the brief, each language by itself."""
    for line, lang in ((house.organisation, CHINESE), (house.organisation_en, "en")):
        if line:
            yield Paragraph((Run(line),), "provenance", lang)


def house(house: House) -> Iterator[Block]:
    """Say whose brief it is, as the style has it, each language by itself."""
    for line, lang in zip(house.lines(), (CHINESE, "en"), strict=True):
        if line:
            yield Paragraph((Run(line),), "provenance", lang)
