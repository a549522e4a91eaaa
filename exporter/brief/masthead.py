"""Open the brief: the title in both languages, then place, date and publisher as the source gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.english.document import place_in_english, publisher_in_english, title_in_english
from exporter.model import Block, DocType, Heading, Metadata, Pair, Paragraph, Run

MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def masthead(metadata: Metadata) -> Iterator[Block]:
    """Give the title, its English, and a line on place, date and publisher; what is not said is left out."""
    if metadata.title:
        yield Heading(0, (Run(metadata.title),))
        yield _title_in_english(metadata)
    said = [both for both in (_type(metadata), _place(metadata), _date(metadata), _publisher(metadata)) if both]
    if said:
        zh = Paragraph((Run("　".join(zh for zh, _ in said)),), "byline")
        en = Paragraph((Run(" · ".join(en for _, en in said if en)),), "byline", "en")
        yield Pair((zh,), (en,), "verified")


def _title_in_english(metadata: Metadata) -> Paragraph:
    english = title_in_english(metadata).text
    if english is None:
        return Paragraph((Run("No English title yet; see the Chinese."),), "status", "en")
    return Paragraph((Run(english),), "subtitle", "en")


TYPES: Mapping[DocType, tuple[str, str]] = {
    "communique": ("统计公报", "Statistical communiqué"),
    "notice": ("公文", "Official document"),
    "budget": ("预算报告", "Budget report"),
    "plan": ("计划", "Plan"),
    "speech": ("讲话", "Speech"),
    "news": ("新闻报道", "News item"),
}
"""What a document is, where its title may not say it: a work report says it itself."""


def _type(metadata: Metadata) -> tuple[str, str] | None:
    return TYPES.get(metadata.doc_type)


def _place(metadata: Metadata) -> tuple[str, str] | None:
    if metadata.place is None:
        return None
    return metadata.place, place_in_english(metadata.place, metadata.place_rank) or ""


def _date(metadata: Metadata) -> tuple[str, str] | None:
    if metadata.date is None:
        return None
    year, month, day = (int(part) for part in metadata.date.split("-"))
    return f"{year}年{month}月{day}日", f"{day} {MONTHS[month - 1]} {year}"


def _publisher(metadata: Metadata) -> tuple[str, str] | None:
    if metadata.publisher is None:
        return None
    english = publisher_in_english(metadata.publisher)
    return f"来源：{metadata.publisher}", f"Source: {english}" if english else ""
