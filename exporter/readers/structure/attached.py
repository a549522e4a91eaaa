"""Find the titles of what a paper issues: behind its closing, behind 附件2, and where numbers begin anew below one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.elements import is_filled_in
from exporter.readers.lines.line import Line
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.paper_parts import back_part, front_part, is_count
from exporter.readers.lines.recognisers import SPEAKER, TITLE_END, is_prose, opens_adoption

TITLE = 60
"""Longest line, in characters, of the title of what is attached."""
LINES = 4
"""Most lines of such a title."""
NEAR = 6
"""Lines below a title among which its first number stands."""
_WHOLE = re.compile(rf"(?:{TITLE_END.pattern})|）$")
"""How the last line of a title ends."""
_RENEWED = re.compile(r"^《[^》]{4,60}》[^。]{0,6}根据本(?:决定|令)[^。]{2,60}。$")
_ANNEX = re.compile(r"^附\s?件\s?[\d一二三四五六七八九十]{1,2}\s?[：:]?$")
_LABEL = re.compile(r"^附\s?件\s?[：:]$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[—–-](?:19|20)\d{2})?年")
_COUNTING = ("chapter", "article", "han")


def attached(lines: Sequence[Line], texts: Sequence[str], start: int) -> tuple[tuple[int, int], ...]:
    """Give each title as its first line and the line after its last; `start`: the line behind the closing."""
    first = _lines_of(lines, texts, start)
    if first is None:
        return ()
    return (first, *_further(lines, texts, first[1]))


def renewed(texts: Sequence[str]) -> int:
    """Give the line behind the sentence of a decision that has the law printed again as amended; 0 if none has."""
    return next((index + 1 for index, text in enumerate(texts) if _RENEWED.search(text)), 0)


def _further(lines: Sequence[Line], texts: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Find the titles of further papers behind the first one that is attached."""
    seen: set[str] = set()
    index = start
    while index < len(texts):
        number = number_of(texts[index]) if texts[index][:1] in "第一二三四五六七八九十" else None
        if number and number.kind in _COUNTING:
            seen.add(number.kind)
        begins = _ANNEX.match(texts[index]) or (seen and _begins_anew(texts, index, seen)) or _opens_paper(texts, index)
        found = _lines_of(lines, texts, index) if begins else None
        if found:
            yield found
            seen.clear()
        index = found[1] if found else index + 1


def _opens_paper(texts: Sequence[str], index: int) -> bool:
    """Tell whether a paper of its own begins: its title behind a whole sentence, its number right below."""
    text, below = texts[index], texts[index + 1] if index + 1 < len(texts) else ""
    titled = 6 <= len(text) <= TITLE and TITLE_END.search(text) and texts[index - 1][-1:] in "。！？日）"
    return bool(titled) and front_part(below) == "document_number"


def _begins_anew(texts: Sequence[str], index: int, seen: set[str]) -> bool:
    """Tell whether a line that ends as titles do stands behind a whole sentence, above numbers that begin again."""
    text = texts[index]
    if not (6 <= len(text) <= TITLE and TITLE_END.search(text) and texts[index - 1][-1:] in "。！？"):
        return False
    numbers = (number_of(below) for below in texts[index + 1 : index + 1 + NEAR])
    first = next((number for number in numbers if number and number.kind in _COUNTING), None)
    return first is not None and first.value == 1 and first.kind in seen


def _lines_of(lines: Sequence[Line], texts: Sequence[str], start: int) -> tuple[int, int] | None:
    """Give the short lines of a title from `start` on, with a text below; None if there is none."""
    stop = start
    while stop < len(texts) and stop - start < LINES and _is_title(lines[stop], texts[stop], stop == start):
        stop += 1
        below = texts[min(stop, len(texts) - 1)]
        if _WHOLE.search(texts[stop - 1]) and (
            not below.startswith(("（", "——")) or opens_adoption(below) or is_count(below)
        ):
            break
    return None if stop == start or stop >= len(texts) else (start, stop)


def _is_title(line: Line, text: str, first: bool) -> bool:
    if first and line.grid is None and _LABEL.match(text):
        return True
    if line.grid is not None or not text or len(text) > TITLE or is_prose(text) or back_part(text):
        return False
    if (
        number_of(text) is not None
        or (text[0].isdigit() and not _YEAR.match(text))
        or re.search(r"[。；！？：，:]$", text)
        or re.match(r"^目\s*[录錄]$|^[（(]?\S{0,4}单位[：:]", text)
        or is_filled_in(text)
        or "\t" in text
    ):
        return False
    return first or not SPEAKER.match(text)
