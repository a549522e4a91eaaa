"""Tell what the pages of a PDF add to its text: page numbers, running heads, the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import LineClass, is_prose

NUMBER = LineClass("furniture", "page number")
RUNNING = LineClass("furniture", "running head")
CONTENTS = LineClass("metadata", "contents")

_DASHED = re.compile(r"^[—–－-]{1,2}\s?\d{1,4}\s?[—–－-]{1,2}$")
_BARE = re.compile(r"^(?:第?\s?\d{1,4}\s?页?|[（(]\d{1,4}[）)]|\d{1,4}\s?/\s?\d{1,4}|[ivxIVX]{1,6})$")
_LEADER = re.compile(r"(?:[.．…·]\s?){4,40}\s?\d{0,4}$|…{2,20}\s?\d{0,4}$")
_NAMED = re.compile("[\u3400-\u9fff]{2}")
_TITLE = re.compile(r"^目\s{0,4}[录錄]$|^CONTENTS$", re.IGNORECASE)
_OF_THIS = re.compile(r"(?:报告|報告|规划|規劃|纲要|綱要|方案|预算案|預算案)\s{0,4}目\s{0,4}[录錄]$")
"""A title of contents that names its document, and might itself be one: 投资项目目录."""
_PLACE = re.compile(r"[\s.．…·]{0,8}\d{1,4}(?:\s?[–—-]\s?\d{1,4})?$")
"""Where an entry of a table of contents leads: a page, a paragraph, or the first and the last of several."""


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
    for index in _running(lines, pages, lots):
        lots[index] = RUNNING
    for index in _contents(lines, lots):
        lots[index] = CONTENTS
    return lots


def with_levels(lines: Sequence[Line], lots: Sequence[LineClass | None]) -> list[Line]:
    """Give headings the level that running heads and the table of contents tell."""
    chapters = {_flat(line.text) for line, lot in zip(lines, lots, strict=True) if lot == RUNNING}
    listed = {_flat(line.text) for line, lot in zip(lines, lots, strict=True) if lot == CONTENTS}
    if not chapters or not chapters & listed:
        return list(lines)
    seen: set[str] = set()
    return [line if lot else _levelled(line, chapters, listed, seen) for line, lot in zip(lines, lots, strict=True)]


def _levelled(line: Line, chapters: set[str], listed: set[str], seen: set[str]) -> Line:
    text = _flat(line.text)
    if line.level is not None or len(text) > 40 or text in seen or not _NAMED.search(text):
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
        near = (place > 0 and same[place - 1]) or (place < len(same) and same[place])
        again = any(lines[index].text == text for index in range(top + 1, min(last + 1, top + 8)))
        if near or again:
            yield top


def _contents(lines: Sequence[Line], lots: Sequence[LineClass | None]) -> Iterator[int]:
    """Find the lines of a table of contents: from its title to the first running text."""
    index = 0
    while index < len(lines):
        named = _names_its_document(lines[index])
        if not (named or _TITLE.match(lines[index].text)):
            index += 1
            continue
        stop = index
        while stop < len(lines) and not _is_text(lines, stop):
            stop += 1
        stop = _back_to_page(lines, index, stop)
        if named and not _come_again(lines, index, stop):
            index += 1
            continue
        yield from (one for one in range(index, stop) if lots[one] is None or lots[one] == RUNNING)
        index = stop + 1


def _names_its_document(line: Line) -> bool:
    cells = [cell.line.text for row in line.grid.rows for cell in row if cell.line] if line.grid else [line.text]
    return any(_OF_THIS.search(text) for text in cells)


def _come_again(lines: Sequence[Line], first: int, stop: int) -> bool:
    """Tell whether most of the entries stand as headings behind the table: so it is one of contents."""
    behind = {_flat(line.text) for line in lines[stop:]}
    entries = [entry for line in lines[first + 1 : stop] if _NAMED.search(entry := _PLACE.sub("", line.text))]
    return len(entries) > 4 and 2 * sum(_flat(entry) in behind for entry in entries) > len(entries)


def _is_text(lines: Sequence[Line], index: int) -> bool:
    """Tell whether running text begins at a line: it is, and so is another one soon after on the page."""
    near = lines[index + 1 : index + 7]
    return is_prose(lines[index].text) and any(is_prose(one.text) and one.page == lines[index].page for one in near)


def _back_to_page(lines: Sequence[Line], index: int, stop: int) -> int:
    """The table ends with its page: what stands above the first running text on a new page is the text's."""
    if stop >= len(lines):
        return stop
    while stop > index + 1 and lines[stop - 1].page == lines[min(stop, len(lines) - 1)].page != lines[index].page:
        stop -= 1
    return stop


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text)
