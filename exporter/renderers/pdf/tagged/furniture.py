"""Place what stands around the text of a page: its number, its running head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from exporter.renderers.fonts.faces import Faces
from exporter.renderers.fonts.subset import ASCENT
from exporter.renderers.html.css import HEAD_ABOVE, HEAD_PADDING, number_drop, number_style
from exporter.renderers.layout.composition import Composed, set_words
from exporter.renderers.layout.table_widths import PT_PER_MM, measure_of
from exporter.style import Style

At: TypeAlias = tuple[float, float, Composed]
"""One line of words, and where it begins on its base line, in pt from the foot of the paper."""


def sides(style: Style, number: int) -> tuple[float, float]:
    """Give the left and right edge of the text block on a page."""
    swapped = style.page.mirrored and number % 2 == 0
    left = (style.page.outside if swapped else style.page.inside) * PT_PER_MM
    return left, left + measure_of(style)


def page_number(number: int, count: int, style: Style, faces: Faces) -> Iterator[At]:
    """Give the page number with its place."""
    said = style.page_number
    given = number_style(style)
    words = said.form.replace("{pages}", str(count)).replace("{page}", str(number))
    composed = set_words(words, given, faces)
    if not composed.lines:
        return
    width = composed.lines[0].width
    left, right = sides(style, number)
    y = style.page.bottom * PT_PER_MM - number_drop(style) * PT_PER_MM - ASCENT * given.size
    indent = said.indent * said.size
    if said.place == "center":
        yield (left + right - width) / 2, y, composed
    else:
        yield (left + indent if number % 2 == 0 else right - indent - width), y, composed


def running_head(
    number: int, titles: tuple[str, str], style: Style, faces: Faces
) -> tuple[tuple[float, float, float, float], list[At]]:
    """Give the rule above the text, and the title on the left and the section on the right of it."""
    given = style.text["provenance"]
    left, right = sides(style, number)
    y = (style.page.height - style.page.top) * PT_PER_MM + HEAD_ABOVE * PT_PER_MM
    base = y + 0.5 + HEAD_PADDING + given.line - (given.line - given.size) / 2 - ASCENT * given.size
    found = []
    for said, is_right in zip(titles, (False, True), strict=True):
        composed = set_words(said, given, faces)
        if composed.lines:
            found.append((right - composed.lines[0].width if is_right else left, base, composed))
    return (left, y + 0.5, right - left, 0.5), found
