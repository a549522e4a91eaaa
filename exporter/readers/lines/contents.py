"""Find the tables of contents of a document with pages, and where its text begins behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import LineClass, is_prose

CONTENTS = LineClass("metadata", "contents")
NAMED = re.compile("[\u3400-\u9fff]{2}")
_TITLE = re.compile(r"^目\s{0,4}[录錄]$|^CONTENTS$", re.IGNORECASE)
_OF_THIS = re.compile(r"(?:报告|報告|规划|規劃|纲要|綱要|方案|预算案|預算案)\s{0,4}目\s{0,4}[录錄]$")
"""A title of contents that names its document, and might itself be one: 投资项目目录."""
_PLACE = re.compile(r"[\s.．…·]{0,8}\d{1,4}(?:\s?[–—-]\s?\d{1,4})?$")
"""Where an entry of a table of contents leads: a page, a paragraph, or the first and the last of several."""
_AMOUNT = re.compile(r"\d[,，]\s?\d{3}|\d\.\d|[%％]")
"""What no entry of a table of contents holds: figures of the text or of its tables."""
_NUMBERED = re.compile(r"^[\d.．\s]{1,12}")
"""The number of an entry: 2.1 总则."""
_HEADS = re.compile(r"^[頁页段章]\s?[數数次碼码落節节]$")
_BEFORE_ENTRY = re.compile(r"(?=第[一二三四五六七八九十]{1,3}[编章节]\s)")
_COUNTED = re.compile(r"[\d第（(一二三四五六七八九十]")
"""How an entry begins that has a number."""
ENTRY = 60
"""Longest entry, in characters."""
MOST = 200
"""Most entries."""
LISTED = 6
"""Fewest entries of contents that no title names, or that one line holds."""


def contents_of(lines: Sequence[Line], free: Sequence[bool]) -> Iterator[int]:
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
        stop = _body_begins(lines, index, _back_to_page(lines, index, stop))
        if named and not _come_again(lines, index, stop):
            index += 1
            continue
        yield from (one for one in range(index, stop) if free[one])
        index = stop + 1


def listed(lines: Sequence[Line]) -> Iterator[int]:
    """Find the lines of the contents of a text without pages: what they list all comes again, with text between.

    Below the title 目录 one line may hold all entries; without it they are numbered lines, six at least.
    """
    flats = [flat(line.text) if _can_be_entry(line) else "" for line in lines]
    last = {text: index for index, text in enumerate(flats) if text}
    index = 0
    while index < len(lines):
        named = _TITLE.match(lines[index].text) is not None
        first = index + named
        stop = _listed_until(flats, last, first, 1 if named else 2)
        if named and stop == first and first < len(lines) and _lists(lines[first].text, last, first):
            stop = first + 1
        if named and stop > first:
            yield from range(index, stop)
        elif (
            stop - first >= LISTED
            and 2 * sum(_COUNTED.match(text) is not None for text in flats[first:stop]) > stop - first
        ):
            yield from range(first, stop)
        index = max(stop, index + 1)


def _can_be_entry(line: Line) -> bool:
    text = line.text
    return len(text) <= ENTRY and line.grid is None and NAMED.search(text) is not None and text[-1] not in "。；：，！"


def _listed_until(flats: Sequence[str], last: Mapping[str, int], first: int, apart: int) -> int:
    """Give the line after those from `first` on that come again in order, on average `apart` lines apart."""
    stop = first
    seen: set[str] = set()
    while stop < min(len(flats), first + MOST) and flats[stop] and flats[stop] not in seen and last[flats[stop]] > stop:
        seen.add(flats[stop])
        stop += 1
    again = [last[text] for text in flats[first:stop]]
    spread = again and again[0] >= stop and again[-1] - again[0] >= apart * (len(again) - 1)
    return stop if spread and again == sorted(again) else first


def _lists(text: str, last: Mapping[str, int], at: int) -> bool:
    """Tell whether a line is nothing but entries that come again below it."""
    entries = [flat(one) for one in _BEFORE_ENTRY.split(text) if flat(one)]
    behind = sum(1 for one in entries if last.get(one, 0) > at)
    return len(entries) >= LISTED and behind >= 0.8 * len(entries)


def _body_begins(lines: Sequence[Line], title: int, stop: int) -> int:
    """Give the line before `stop` where the text begins: its first heading is the first entry, come again."""
    entries = [at for at in range(title + 1, stop) if not _HEADS.match(lines[at].text)]
    first = _entry(lines[entries[0]].text) if entries else ""
    ends = (at for at in entries[1:] if _holds_amounts(lines[at].text) or first == _entry(lines[at].text) != "")
    stop = next(ends, stop)
    while stop > title + 1 and lines[stop - 1].text.endswith("。"):
        stop -= 1
    return stop


def _holds_amounts(text: str) -> bool:
    return _AMOUNT.search(_NUMBERED.sub("", text) if NAMED.search(text) else text) is not None


def _entry(text: str) -> str:
    """Give an entry without the place that it leads to."""
    return flat(_PLACE.sub("", text)) if NAMED.search(text) or "第" in text else ""


def _names_its_document(line: Line) -> bool:
    cells = [cell.line.text for row in line.grid.rows for cell in row if cell.line] if line.grid else [line.text]
    return any(_OF_THIS.search(text) for text in cells)


def _come_again(lines: Sequence[Line], first: int, stop: int) -> bool:
    """Tell whether most of the entries stand as headings behind the table: so it is one of contents."""
    behind = {flat(line.text) for line in lines[stop:]}
    entries = [entry for line in lines[first + 1 : stop] if NAMED.search(entry := _PLACE.sub("", line.text))]
    return len(entries) > 4 and 2 * sum(flat(entry) in behind for entry in entries) > len(entries)


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


def flat(text: str) -> str:
    """Give a text without blanks."""
    return re.sub(r"\s", "", text)
