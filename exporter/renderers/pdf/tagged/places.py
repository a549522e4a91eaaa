"""Find what stands where: the titles of pages, the pages of headings, the words of each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.renderers.layout.items import Place, Sheet


def titles_of(sheets: Sequence[Sheet]) -> dict[int, tuple[str, str]]:
    """Give title and section of each page, from 1: those that begin on it, else those of the page before."""
    titles: dict[int, tuple[str, str]] = {}
    title = section = ""
    for number, sheet in enumerate(sheets, 1):
        named = [[place.name for place in _places(sheet) if place.level == level] for level in (0, 1)]
        titles[number] = (named[0][0] if named[0] else title, named[1][0] if named[1] else section)
        title, section = (last[-1] if last else kept for last, kept in zip(named, titles[number], strict=True))
    return titles


def _places(sheet: Sheet) -> Iterator[Place]:
    return (ink for _, ink in sheet.inks if isinstance(ink, Place))


def pages_of(sheets: Sequence[Sheet]) -> dict[int, int]:
    """Give the page of each heading, from 1."""
    return {place.number: page for page, sheet in enumerate(sheets, 1) for place in _places(sheet)}


def names_of(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Give the words of each heading, by the name of its place."""
    return {f"section-{place.number}": place.name for sheet in sheets for place in _places(sheet)}
