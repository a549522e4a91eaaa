"""Tell what the pages of a document add to its text: page numbers, running heads, numbers in the margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from exporter.readers.lines.contents import CONTENTS, NAMED, contents_of, flat
from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import TITLE_END, LineClass, is_prose

NUMBER = LineClass("furniture", "page number")
RUNNING = LineClass("furniture", "running head")
MARGIN = LineClass("metadata", "paragraph number")

_DASHED = re.compile(r"^[—–－-]{1,2}\s?\d{1,4}\s?[—–－-]{1,2}$")
_BARE = re.compile(r"^(?:第?\s?\d{1,4}\s?页?|[（(]\s?\d{1,4}\s?[）)]|\d{1,4}\s?/\s?\d{1,4}|[ivxIVX]{1,6})$")
_LEADER = re.compile(r"(?:[.．…·]\s?){4,40}\s?\d{0,4}$|…{2,20}\s?\d{0,4}$")
_NUMERAL = re.compile(r"^\d{1,3}$")
_COUNTED = re.compile(r"^[（(]?\s?(?P<value>\d{1,3})\s?[）)]?$")
_PARAGRAPH = re.compile(r"^\d{1,3}\.?$")
_STOPPED = re.compile(r"[。！？；：.!?;:）)」』”]$")
LONG = 15
"""Shortest line of running text, in characters, that a number in the margin may stand behind."""


def page_lots(lines: Sequence[Line]) -> list[LineClass | None]:
    """Give the lot of each line that belongs to the pages, None to the others."""
    lots: list[LineClass | None] = [None] * len(lines)
    pages = _pages(lines)
    for first, last in pages if len(pages) > 1 else []:
        for index in {first, last}:
            if _BARE.match(lines[index].text):
                lots[index] = NUMBER
    for index, line in enumerate(lines):
        if _DASHED.match(line.text):
            lots[index] = NUMBER
        elif _LEADER.search(line.text[-80:]) and not is_prose(line.text):
            lots[index] = CONTENTS
    _mark(lots, _running(lines, pages, lots), RUNNING)
    _mark(lots, [*_counted(lines, pages), *_halved(lines, pages)], NUMBER)
    _mark(lots, contents_of(lines, [lot is None or lot == RUNNING for lot in lots]), CONTENTS)
    _mark(lots, _in_margin(lines, lots), MARGIN)
    return lots


def _mark(lots: list[LineClass | None], found: Iterable[int], lot: LineClass) -> None:
    for index in list(found):
        lots[index] = lot


def with_levels(lines: Sequence[Line], lots: Sequence[LineClass | None]) -> list[Line]:
    """Give headings the level that running heads and the table of contents tell."""
    chapters = {flat(line.text) for line, lot in zip(lines, lots, strict=True) if lot == RUNNING}
    listed = {flat(line.text) for line, lot in zip(lines, lots, strict=True) if lot == CONTENTS}
    if not chapters or not chapters & listed:
        return list(lines)
    seen: set[str] = set()
    return [line if lot else _levelled(line, chapters, listed, seen) for line, lot in zip(lines, lots, strict=True)]


def _levelled(line: Line, chapters: set[str], listed: set[str], seen: set[str]) -> Line:
    text = flat(line.text)
    if line.level is not None or len(text) > 40 or text in seen or not NAMED.search(text):
        return line
    if text not in chapters | listed:
        return line
    seen.add(text)
    return replace(line, level=1 if text in chapters else 2)


def _pages(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Give the index of the first and last line of each page."""
    found = []
    for _, group in groupby(range(len(lines)), key=lambda index: lines[index].page):
        inside = list(group)
        found.append((inside[0], inside[-1]))
    return found


def _running(
    lines: Sequence[Line], pages: Sequence[tuple[int, int]], lots: Sequence[LineClass | None]
) -> Iterator[int]:
    """Find first lines of pages that stand on the page before or after too, or again on the same page."""
    tops = [next((index for index in range(first, last + 1) if lots[index] is None), first) for first, last in pages]
    same = [lines[one].text == lines[other].text for one, other in pairwise(tops)]
    for place, ((first, last), top) in enumerate(zip(pages, tops, strict=True)):
        text = lines[top].text
        if len(text) > 40 or is_prose(text) or len(pages) < 3 or first == last:
            continue
        if place == 0 and TITLE_END.search(flat(text)):
            continue  # the title, which the pages below repeat
        near = (place > 0 and same[place - 1]) or (place < len(same) and same[place])
        again = any(lines[index].text == text for index in range(top + 1, min(last + 1, top + 8)))
        if near or again:
            yield top


def _counted(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Find the page numbers near the edges of the pages, beside a head or a note: they count on as the pages do."""
    found: list[tuple[int, int]] = []
    for page, (first, last) in enumerate(pages):
        for index in sorted({*range(first, min(first + EDGE, last + 1)), *range(max(first, last - EDGE), last + 1)}):
            if number := _COUNTED.match(lines[index].text):
                found.append((int(number["value"]) - page, index))
    counts = Counter(ahead for ahead, _ in found)
    yield from (index for ahead, index in found if counts[ahead] >= max(LEAST, SHARE * len(pages)))


LEAST = 3
"""Fewest page numbers that count on together."""
SHARE = 0.04
"""Least share of the pages that have them."""
EDGE = 3
"""Lines from the edge of a page among which its number stands."""


def _halved(lines: Sequence[Line], pages: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Find page numbers that stand in one line and their dashes in the next: — 16, —."""
    for first, last in pages:
        for edge in ((first, first + 1), (last - 1, last)):
            text = " ".join(lines[index].text for index in edge if first <= index <= last)
            if first < last and _DASHED.match(text):
                yield from edge


def _in_margin(lines: Sequence[Line], lots: Sequence[LineClass | None]) -> Iterator[int]:
    """Find the numbers of paragraphs that stand in the margin: in order, and inside a sentence of the text."""
    bare = [index for index, line in enumerate(lines) if lots[index] is None and _PARAGRAPH.match(line.text)]
    values = [int(lines[index].text.rstrip(".")) for index in bare]
    for place, index in enumerate(bare):
        ordered = values[place] - 1 in values[place - 1 : place] or values[place] + 1 in values[place + 1 : place + 2]
        above = lines[index - 1].text if index else ""
        inside = _NUMERAL.match(lines[index].text) or "，" in above
        if ordered and inside and len(above) >= LONG and not _STOPPED.search(above) and index + 1 < len(lines):
            yield index
