"""The head of a page names the section that its first line belongs to."""

from __future__ import annotations

from exporter.renderers.layout.items import Place, Sheet
from exporter.renderers.pdf.tagged.places import titles_of


def sheet(*sections: tuple[float, str]) -> Sheet:
    drawn = [(top, Place(number, 2, 1, name)) for number, (top, name) in enumerate(sections)]
    return Sheet(((0.0, Place(99, 4, 3, "text")), *drawn))


def test_a_section_that_begins_below_is_named_on_the_next_page() -> None:
    titles = titles_of([sheet((0.0, "One")), sheet((300.0, "Two")), sheet(), sheet((0.0, "Three"), (90.0, "Four"))])
    assert [section for _, section in titles.values()] == ["One", "One", "Two", "Three"]


def test_before_any_section_the_first_that_begins_is_named() -> None:
    assert titles_of([sheet((200.0, "One"))])[1] == ("", "One")
