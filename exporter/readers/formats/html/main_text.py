"""Find which box of a web page holds the document, and why the rest is not it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from exporter.readers.formats.html.page import Flowed, Page, Pictured
from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import LineClass, is_prose

SHARE = 0.8
"""Share of a box's running text that one box inside it must hold to stand for it."""
_NAMED = re.compile(
    r"\b(?:nav|menu|foot(?:er)?|copyright|breadcrumb|crumbs?|related|share|sidebar|recommend|hot(?:news)?|rank|toolbar|"
    r"comment|login|search|banner|pages?nav|qrcode|friendlink|siteinfo|editor)\b",
    re.IGNORECASE,
)


class MainText(NamedTuple):
    """The lines of a page, what is known of each, the first that the document may begin at, and its pictures."""

    lines: list[Line]
    known: list[LineClass | None]
    first: int
    pictures: list[Pictured]


def main_text(page: Page) -> MainText:
    """Tell the document of a page from what stands around it."""
    weights = _weights(page)
    best = _best(page, weights)
    inside = _inside(page, best)
    known = [_lot(page, one, inside) for one in page.lines]
    first = next((index for index, one in enumerate(page.lines) if inside[one.box]), 0)
    last = max((index for index, one in enumerate(page.lines) if inside[one.box]), default=len(known) - 1)
    for index in range(last + 1, len(known)):
        known[index] = known[index] or LineClass("furniture", "site footer")
    lines = [replace(one.line, level=_level(page, one, inside)) for one in page.lines]
    pictures = [one for one in page.pictures if inside[one.box] and not _reason(page, one.box, inside)]
    return MainText(lines, known, first, pictures)


def _weights(page: Page) -> list[int]:
    """Count the running text that stands in each box, boxes inside it included."""
    weights = [0] * len(page.boxes)
    for one in page.lines:
        if one.line.grid is not None or (is_prose(one.line.text) and one.linked < 0.3 * len(one.line.text)):
            weights[one.box] += len(one.line.text)
    for index in range(len(weights) - 1, 0, -1):
        weights[page.boxes[index].parent] += weights[index]
    return weights


def _best(page: Page, weights: list[int]) -> int:
    """Go down from the page to the smallest box that still holds nearly all running text."""
    heaviest: dict[int, int] = {}
    for index in range(1, len(weights)):
        parent = page.boxes[index].parent
        if weights[index] > weights[heaviest.get(parent, index)] or parent not in heaviest:
            heaviest[parent] = index
    best = 0
    while best in heaviest and weights[heaviest[best]] >= SHARE * weights[best] > 0:
        if page.boxes[heaviest[best]].name in ("td", "tbody", "table", "ul", "ol", "blockquote"):
            inner = heaviest[best]
            if weights[inner] < weights[best]:
                break
        best = heaviest[best]
    return best


def _inside(page: Page, best: int) -> list[bool]:
    inside = [False] * len(page.boxes)
    inside[best] = True
    for index in range(1, len(page.boxes)):
        inside[index] = inside[index] or inside[page.boxes[index].parent]
    return inside


def _lot(page: Page, one: Flowed, inside: list[bool]) -> LineClass | None:
    reason = _reason(page, one.box, inside)
    if reason:
        return LineClass("furniture", reason)
    if one.linked > 0.6 * len(one.line.text) and not is_prose(one.line.text):
        return LineClass("furniture", "links")
    return None


def _reason(page: Page, box: int, inside: list[bool]) -> str:
    """Say why nothing in a box is the document's; nothing where it may be."""
    while box > 0:
        found = page.boxes[box]
        if found.reason:
            return found.reason
        if not inside[box] and _NAMED.search(found.label.replace("_", " ").replace("-", " ")):
            return "navigation"
        box = found.parent
    return ""


def _level(page: Page, one: Flowed, inside: list[bool]) -> int | None:
    """Headings of the markup count inside the document; the first h1 that the page's title repeats is the title."""
    level = one.line.level
    if level is None or not 0 < level < 7:
        return None
    if level <= 2 and one.line.text and one.line.text[:12] in page.title:
        return 0
    return level if inside[one.box] and len(one.line.text) <= 60 else None
