"""Find which box of a web page holds the document, and why the rest is not it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from exporter.readers.formats.html.page import Flowed, Pictured, WebPage
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import back_part, is_body_name
from exporter.readers.lines.recognisers import LineClass, is_prose

SEVERAL = 3
"""Fewest lines one after the other that are links and make a box of links inside the document."""
SHARE = 0.8
"""Share of a box's running text that one box inside it must hold to stand for it."""
_NAMED = re.compile(
    r"\b(?:nav|menu|foot(?:er)?|copyright|breadcrumb|crumbs?|related|share|sidebar|recommend|hot(?:news)?|rank|toolbar|"
    r"comment|login|search|banner|pages?nav|qrcode|friendlink|siteinfo|editor)\b",
    re.IGNORECASE,
)


class MainText(NamedTuple):
    """The lines of a page, what is known of each, the first that the document may begin at, its pictures.

    `embedded` are the addresses of what is shown in it from elsewhere.
    """

    lines: list[Line]
    known: list[LineClass | None]
    first: int
    pictures: list[Pictured]
    embedded: list[str]


def main_text(page: WebPage) -> MainText:
    """Tell the document of a page from what stands around it."""
    weights = _weights(page)
    best = _best(page, weights)
    inside = _inside(page, best)
    linked = _links(page, inside)
    known = [_lot(page, one, inside, index in linked) for index, one in enumerate(page.lines)]
    first = next((index for index, one in enumerate(page.lines) if inside[one.box]), 0)
    last = max((index for index, one in enumerate(page.lines) if inside[one.box]), default=len(known) - 1)
    while last + 1 < len(known) and known[last + 1] is None and _closes(page.lines[last + 1 :]):
        last += 1
    for index in range(last + 1, len(known)):
        known[index] = known[index] or LineClass("furniture", "site footer")
    title = _title(page, inside)
    lines = [replace(one.line, level=0 if one is title else _level(page, one, inside)) for one in page.lines]
    pictures = [one for one in page.pictures if not _reason(page, one.box, inside)]
    embedded = [address for address, box in page.embedded if inside[box] and not _reason(page, box, inside)]
    return MainText(lines, known, first, pictures, embedded)


def _closes(lines: list[Flowed]) -> bool:
    """Tell whether lines outside the box of the text begin with what closes a paper: a signature, a date, copies."""
    text = lines[0].line.text
    below = lines[1].line.text if len(lines) > 1 else ""
    return back_part(text) is not None or (is_body_name(text) and back_part(below) == "date")


def _weights(page: WebPage) -> list[int]:
    """Count the running text that stands in each box, boxes inside it included."""
    weights = [0] * len(page.boxes)
    for one in page.lines:
        if one.line.grid is not None or (is_prose(one.line.text) and one.linked < 0.3 * len(one.line.text)):
            weights[one.box] += len(one.line.text)
    for index in range(len(weights) - 1, 0, -1):
        weights[page.boxes[index].parent] += weights[index]
    return weights


def _best(page: WebPage, weights: list[int]) -> int:
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


def _inside(page: WebPage, best: int) -> list[bool]:
    inside = [False] * len(page.boxes)
    inside[best] = True
    for index in range(1, len(page.boxes)):
        inside[index] = inside[index] or inside[page.boxes[index].parent]
    return inside


def _lot(page: WebPage, one: Flowed, inside: list[bool], linked: bool) -> LineClass | None:
    reason = _reason(page, one.box, inside)
    if reason:
        return LineClass("furniture", reason)
    return LineClass("furniture", "links") if linked else None


def _links(page: WebPage, inside: list[bool]) -> set[int]:
    """Find boxes of links: lines that are links, outside the document or several together; attachments are none."""
    found: set[int] = set()
    run: list[int] = []
    listed = False
    for index, one in enumerate(page.lines):
        text = one.line.text
        listed = back_part(text) == "attachment" or (listed and number_of(text) is not None)
        if listed or one.linked <= 0.6 * len(text) or is_prose(text):
            found |= _box_of_links(page, run, inside)
            run = []
        else:
            run.append(index)
    return found | _box_of_links(page, run, inside)


def _box_of_links(page: WebPage, run: list[int], inside: list[bool]) -> set[int]:
    return {index for index in run if len(run) >= SEVERAL or not inside[page.lines[index].box]}


def _reason(page: WebPage, box: int, inside: list[bool]) -> str:
    """Say why nothing in a box is the document's; nothing where it may be."""
    while box > 0:
        found = page.boxes[box]
        if found.reason:
            return found.reason
        if not inside[box] and _NAMED.search(found.label.replace("_", " ").replace("-", " ")):
            return "navigation"
        box = found.parent
    return ""


def _title(page: WebPage, inside: list[bool]) -> Flowed | None:
    """Take the only heading of the highest level for the title, where it stands above all running text."""
    above = list(takewhile(lambda one: not (inside[one.box] and is_prose(one.line.text)), page.lines))
    headed = [one for one in page.lines if one.line.level and not is_body_name(one.line.text)]
    tops = [one for one in headed if one.line.level == min(each.line.level or 9 for each in headed)]
    if len(tops) != 1 or tops[0].line.level not in (1, 2):
        return None
    return tops[0] if any(one is tops[0] for one in above) and len(tops[0].line.text) <= 120 else None


def _level(page: WebPage, one: Flowed, inside: list[bool]) -> int | None:
    """Headings of the markup count inside the document; the first h1 that the page's title repeats is the title."""
    level = one.line.level
    if level is None or not 0 < level < 7:
        return None
    if level <= 2 and one.line.text[:12] in page.title and not is_body_name(one.line.text):
        return 0
    return level if inside[one.box] and len(one.line.text) <= 60 else None
