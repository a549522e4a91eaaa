"""Find what stands where: the titles of pages, the pages of headings, the words of each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.renderers.layout.items import Place, Sheet


def titles_of(sheets: Sequence[Sheet]) -> dict[int, tuple[str, str]]:
    """Give title and section of each page, from 1: the one that begins on it, the other of its first line."""
    titles: dict[int, tuple[str, str]] = {}
    title = section = ""
    for number, sheet in enumerate(sheets, 1):
        named, begun = ([place.name for place in _places(sheet) if place.level == level] for level in (0, 1))
        title = named[0] if named else title
        titles[number] = (title, begun[0] if begun and (not section or _opens(sheet)) else section)
        title, section = named[-1] if named else title, begun[-1] if begun else section
    return titles


def _opens(sheet: Sheet) -> bool:
    """Say whether a section begins with the first line of a page."""
    top = min(top for top, _ in sheet.inks)
    return any(isinstance(ink, Place) and ink.level == 1 and place <= top for place, ink in sheet.inks)


def _places(sheet: Sheet) -> Iterator[Place]:
    return (ink for _, ink in sheet.inks if isinstance(ink, Place))


def pages_of(sheets: Sequence[Sheet]) -> dict[int, int]:
    """Give the page of each heading, from 1."""
    return {place.number: page for page, sheet in enumerate(sheets, 1) for place in _places(sheet)}


def names_of(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Give the words of each heading, by the name of its place."""
    return {f"section-{place.number}": place.name for sheet in sheets for place in _places(sheet)}
