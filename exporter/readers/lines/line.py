"""Hold text as lines that know their place in the source and what was altered in them; cut and join such lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from exporter.model import Align, Alteration, Run, RunRole, Span

BREAK = re.compile(r"\r{0,3}\n|\r|[\f\v\x1c-\x1e\x85\u2028\u2029]|\\r\\n|\\n(?=[\s\u3000\u4e00-\u9fff（(“—0-9]|\Z)")
"""What ends a line; two of its forms are line ends written out as letters."""
NAMED_SPACE = "<U+00A0>"
"""A no-break space whose name was written out by the program that saved the text."""
_JUSTIFIED = re.compile(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])")
"""A space between two wide characters."""
SPACE = " \t\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: characters `start` to `end` of the source, read as `text` with `edits` made.

    `edits` are sorted and lie inside the span. `level` is the heading level that the format itself
    gives (0: the title, 9: surely no heading); `page` counts the page breaks before it.
    """

    start: int
    end: int
    text: str
    edits: tuple[Alteration, ...] = ()
    level: int | None = None
    page: int = 0
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: its line (None: empty), how far it reaches, and whether it is a heading."""

    line: Line | None
    colspan: int = 1
    rowspan: int = 1
    align: Align = "left"
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the source; a line that holds one has the text of its cells, joined by tabs."""

    rows: tuple[tuple[GridCell, ...], ...]
    caption: Line | None = None


def split(text: str) -> Iterator[Line]:
    """Give the lines of a text that hold anything visible, without the white space around them."""
    here = page = 0
    for found in BREAK.finditer(text):
        line = trimmed(text, here, found.start(), page)
        if line is not None:
            yield line
        if found[0] == "\f":
            page += 1
        here = found.end()
    line = trimmed(text, here, len(text), page)
    if line is not None:
        yield line


def trimmed(text: str, start: int, end: int, page: int = 0) -> Line | None:
    """Give characters `start` to `end` as a line without the white space around it; None if nothing is left."""
    whole = text[start:end]
    left = whole.lstrip(SPACE)
    kept = left.rstrip(SPACE)
    first = start + len(whole) - len(left)
    last = first + len(kept)
    if kept.startswith(NAMED_SPACE) or kept.endswith(NAMED_SPACE):
        first, last = _without_named(text, first, last)
        kept = text[first:last]
    return Line(first, last, kept, page=page) if kept else None


def _without_named(text: str, first: int, last: int) -> tuple[int, int]:
    size = len(NAMED_SPACE)
    while first < last and (text[first] in SPACE or text.startswith(NAMED_SPACE, first, last)):
        first += 1 if text[first] in SPACE else size
    while first < last and (text[last - 1] in SPACE or text.endswith(NAMED_SPACE, first, last)):
        last -= 1 if text[last - 1] in SPACE else size
    return first, last


def place(line: Line, index: int, end: bool = False) -> int:
    """Give the source offset of character `index` of the line's text; `end`: of the end of what precedes it."""
    source, here = line.start, 0
    for one in line.edits:
        kept = one.span.start - source
        if index < here + kept or (end and index == here + kept):
            break
        here += kept
        size, was = len(one.now), one.span.end - one.span.start
        if index < here + size or (end and index == here + size):
            return one.span.start + (index - here) if size == was else (one.span.end if end else one.span.start)
        here += size
        source = one.span.end
    return source + index - here


def cut(line: Line, indexes: Sequence[int]) -> list[Line]:
    """Cut a line at the given indexes of its text, in order; white space at the cuts goes."""
    if not indexes:
        return [line]
    pieces = []
    edits = list(reversed(line.edits))
    source = line.start
    for first, last in pairwise((0, *indexes, len(line.text))):
        end, inside = _take(edits, source, last - first)
        piece = replace(line, start=source, end=end, text=line.text[first:last], edits=tuple(inside))
        source = end
        if (kept := tight(piece)) is not None:
            pieces.append(kept)
    return pieces


def _take(edits: list[Alteration], source: int, size: int) -> tuple[int, list[Alteration]]:
    """Take `size` characters of text from `source` on; `edits` holds those to come, the next one last."""
    taken: list[Alteration] = []
    while edits and (kept := edits[-1].span.start - source) <= size:
        one = edits[-1]
        if kept == size and one.now:
            break
        size -= kept
        if len(one.now) > size:
            if len(one.now) == len(one.was):
                head, edits[-1] = _halves(one, size)
                return head.span.end, [*taken, head]
            size = len(one.now)
        taken.append(edits.pop())
        size -= len(one.now)
        source = one.span.end
    return source + size, taken


def _halves(one: Alteration, size: int) -> tuple[Alteration, Alteration]:
    middle = one.span.start + size
    return (
        Alteration(Span(one.span.start, middle), one.was[:size], one.now[:size], one.rule),
        Alteration(Span(middle, one.span.end), one.was[size:], one.now[size:], one.rule),
    )


def tight(line: Line) -> Line | None:
    """Give a line without the white space at its ends, or None if nothing is left."""
    text = line.text.strip(SPACE)
    if not text:
        return None
    if len(text) == len(line.text) and not line.edits:
        return line
    left = line.text.index(text)
    start, end = place(line, left), place(line, left + len(text), end=True)
    inside = tuple(one for one in line.edits if start <= one.span.start and one.span.end <= end)
    return replace(line, start=start, end=end, text=text, edits=inside)


def join(source: str, first: Line, second: Line, rule: str, glue: str = "") -> Line:
    """Join two lines; what stands between them in the source is altered to `glue`."""
    gap = Alteration(Span(first.end, second.start), source[first.end : second.start], glue, rule)
    between = (gap,) if second.start > first.end or glue else ()
    return replace(
        first, end=second.end, text=first.text + glue + second.text, edits=first.edits + between + second.edits
    )


def width_of(text: str) -> int:
    """Give the width of a text in half-width characters: what takes two bytes in GBK is two wide."""
    return len(text.encode("gbk", "replace"))


def printed_width(source: str, line: Line) -> int:
    """Give the width of a line as it stood on its page, unrepaired, but for the spaces that justify it."""
    whole = source[line.start : line.end]
    return width_of(_JUSTIFIED.sub("", whole) if " " in whole else whole)


def glue_of(first: str, second: str) -> str:
    """Give what must stand between two lines that are one: a space where two Latin words or two figures meet."""
    before, after = first[-1:], second[:1]
    met = (
        before.isascii()
        and after.isascii()
        and (before.isalpha(), before.isdigit()) == (after.isalpha(), after.isdigit())
    )
    return " " if met and before.isalnum() else ""


def join_all(
    source: str, lines: Sequence[Line], rule: str, full: int = 0, glue: Callable[[str, str], str] = glue_of
) -> Line:
    """Join lines in one step; a space is put where two Latin words meet, or two figures.

    A line of `full` width may have been broken inside a figure, which then is one. `glue`: what stands between two.
    """
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].text]
    edits = list(lines[0].edits)
    for last, line in pairwise(lines):
        torn = last.text[-1:].isdigit() and 0 < full <= printed_width(source, last) + 1
        between = "" if torn else glue(last.text, line.text)
        if line.start > last.end:
            edits.append(Alteration(Span(last.end, line.start), source[last.end : line.start], between, rule))
            parts.append(between)
        parts.append(line.text)
        edits += line.edits
    return replace(lines[0], end=lines[-1].end, text="".join(parts), edits=tuple(edits))


def run(line: Line, first: int = 0, last: int | None = None, role: RunRole = "plain", target: str | None = None) -> Run:
    """Give characters `first` to `last` of a line as a run with its span."""
    stop = len(line.text) if last is None else last
    start = place(line, first) if first else line.start
    end = line.end if stop == len(line.text) else place(line, stop, end=True)
    return Run(line.text[first:stop], role, Span(start, end), target=target)
