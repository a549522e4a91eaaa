"""Tell what a browser prints around a page: its title and the time above, its address and "1/3" below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import LineClass

PRINTED = LineClass("furniture", "print header")
EDGE = 4
"""Lines at the top and at the foot of a page among which they are looked for."""
_ADDRESS = re.compile(r"(?:https?|file)://[^\s\u4e00-\u9fff]{1,600}(?:…|\.\.\.)?|about:blank", re.IGNORECASE)
_HOUR = r"(?:上午|下午|AM|PM)?\s?\d{1,2}:\d{2}(?::\d{2})?\s?(?:上午|下午|AM|PM)?"
_TIME = re.compile(
    rf"(?:\d{{4}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)"
    rf"(?:\s?(?:星期|周)[一二三四五六日天])?,?\s*{_HOUR}",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:第\s?(?P<a>\d{1,4})\s?页[，,\s/]{0,3}共\s?(?P<b>\d{1,4})\s?页|(?:页码?|Page)?\s?(?P<c>\d{1,4})\s?(?:/|of|／)\s?(?P<d>\d{1,4}))",
    re.IGNORECASE,
)


def printed_lots(lines: Sequence[Line]) -> list[LineClass | None]:
    """Give the lot of each line that a browser printed around the page, None to the others.

    A line is one if it is nothing but an address, a time, a count of pages and the title of the page, has an
    address or a time, and does so on every page or with a count that fits.
    """
    lots: list[LineClass | None] = [None] * len(lines)
    pages = [list(group) for _, group in groupby(range(len(lines)), key=lambda index: lines[index].page)]
    found = [[index for index in _edges(page) if _is_marked(lines[index].text)] for page in pages]
    counted = any(
        _fits(lines[index].text, at + 1, len(pages)) and _ADDRESS.search(lines[index].text)
        for at, page in enumerate(found)
        for index in page
    )
    if not counted and (len(pages) < 2 or sum(map(bool, found)) < len(pages)):
        return lots
    titles = Counter(rest for page in found for rest in {_rest(lines[index].text) for index in page})
    known = {line.text for line in lines}
    for at, page in enumerate(found):
        for index in page:
            rest = _rest(lines[index].text)
            if not rest or titles[rest] > len(pages) / 2 > 0.5 or (len(pages) == 1 and _repeats(rest, known)):
                lots[index] = PRINTED
        if any(lots[index] for index in page):
            for index in _loose(lines, pages[at], lots, at + 1, len(pages)):
                lots[index] = PRINTED
    return lots


def _edges(page: Sequence[int]) -> list[int]:
    return list(dict.fromkeys((*page[:EDGE], *page[-EDGE:])))


def _is_marked(text: str) -> bool:
    """Tell whether a line holds an address or a time, and beside them no running text."""
    if len(text) > 400 or not (_ADDRESS.search(text) or _TIME.search(text)):
        return False
    rest = _rest(text)
    return len(rest) <= 80 and not rest.endswith(("。", "；", "，", "："))


def _rest(text: str) -> str:
    """Give what a line says beside address, time and count: the title of the page, or nothing."""
    rest = _TIME.sub(" ", _ADDRESS.sub(" ", text))
    return _COUNT.sub(" ", rest).strip(" \u3000-–—|")


def _fits(text: str, page: int, pages: int) -> bool:
    found = _COUNT.search(_TIME.sub(" ", _ADDRESS.sub(" ", text)))
    if found is None:
        return False
    number, count = found["a"] or found["c"], found["b"] or found["d"]
    return int(number) == page and int(count) == pages


def _repeats(rest: str, known: set[str]) -> bool:
    """Tell whether words beside a time are the title of the page, with what sites put behind it."""
    head = re.split(r"[_|–—]|\s-\s", rest)[0].strip()
    return head in known or any(len(one) > 8 and rest.startswith(one) for one in known if one != rest)


def _loose(
    lines: Sequence[Line],
    page: Sequence[int],
    lots: Sequence[LineClass | None],
    number: int,
    count: int,
) -> Iterator[int]:
    """Find counts of pages that stand in a line of their own beside such a line."""
    for index in _edges(page):
        near = any(lots[other] for other in range(max(page[0], index - 2), min(page[-1], index + 2) + 1))
        text = lines[index].text.strip()
        if lots[index] is None and near and _COUNT.fullmatch(text) and _fits(text, number, count):
            yield index
