"""Turn entries of an outline into the blocks of a document: headings, paragraphs with their leads, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from exporter.model import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Span,
    Table,
    plain,
)
from exporter.readers.furniture import SALUTATION
from exporter.readers.lines import GridCell, Line, cut, run
from exporter.readers.outline import Entry, first_stop

LEAD = 36
"""Longest opening phrase of a paragraph, in characters."""
_UNIT = re.compile(r"^[（(]?(?:计量)?单位\s?[：:]")


def blocks(entries: Sequence[Entry], lang: str) -> list[Block]:
    """Turn entries into blocks, in order."""
    done: list[Block] = []
    led = _leads(entries)
    for shape, group in groupby(enumerate(entries), key=lambda pair: _kind(pair[1])):
        inner = list(group)
        if shape == "item":
            done += _lists([entry for _, entry in inner], lang)
        elif shape == "row":
            done.append(_captioned(_rows([entry.line for _, entry in inner], lang), done))
        elif shape == "table":
            for _, entry in inner:
                done.append(_captioned(_grid(entry.line, lang), done))
        else:
            for index, entry in inner:
                done += _block(entry, index in led, lang)
    return done


def _kind(entry: Entry) -> str:
    if entry.shape == "paragraph" and "\t" in entry.line.text:
        return "row"
    return entry.shape if entry.shape in ("item", "table") else "block"


def _block(entry: Entry, lead: bool, lang: str) -> Iterator[Block]:
    line = entry.line
    if entry.shape == "paragraph":
        yield paragraph(line, lang, lead=lead)
        return
    mark = entry.number.end if entry.number else 0
    head, rest = line, None
    if entry.shape == "run_in" and entry.cut < len(line.text):
        head, *after = cut(line, [entry.cut])
        rest = after[0] if after else None
    number = head.text[:mark]
    if not number.startswith("第"):
        number = number.rstrip()
    runs = (run(head, mark),) if mark < len(head.text) else ()
    yield Heading(entry.level, runs, number, rest is not None, lang, Span(head.start, head.end))
    if rest is not None:
        yield paragraph(rest, lang)


def paragraph(line: Line, lang: str, role: ParagraphRole = "body", lead: bool = False) -> Paragraph:
    """Make a paragraph of a line; `lead`: its first sentence is an opening phrase."""
    runs: Runs = (run(line),)
    stop = first_stop(line.text, 0, LEAD) if lead else -1
    if 0 < stop < len(line.text) - 1:
        runs = (run(line, 0, stop + 1, "lead"), run(line, stop + 1))
    return Paragraph(runs, role, lang, Span(line.start, line.end))


def _leads(entries: Sequence[Entry]) -> frozenset[int]:
    """Find paragraphs that open with a phrase as their neighbours do."""
    able = [_can_lead(entry) for entry in entries]
    return frozenset(
        index
        for index, yes in enumerate(able)
        if yes and (any(able[max(0, index - 1) : index]) or any(able[index + 1 : index + 2]))
    )


def _can_lead(entry: Entry) -> bool:
    text = entry.line.text
    if entry.shape != "paragraph" or len(text) < 60 or SALUTATION.match(text):
        return False
    stop = first_stop(text, 0, LEAD)
    return stop > 3 and text[stop] == "。" and not re.search(r"\d", text[:stop]) and text.count("，", 0, stop) <= 2


# ---------------------------------------------------------------- lists and tables


def _lists(entries: Sequence[Entry], lang: str) -> Iterator[Block]:
    for _, group in groupby(entries, key=lambda entry: entry.kind):
        items = tuple(_item(entry) for entry in group)
        first, last = items[0].span, items[-1].span
        assert first is not None
        assert last is not None
        yield ListBlock(items, lang, Span(first.start, last.end))


def _item(entry: Entry) -> ListItem:
    line = entry.line
    mark = entry.number.end if entry.number else 0
    runs = (run(line, mark),) if mark < len(line.text) else ()
    return ListItem(line.text[:mark].rstrip(), runs, 1, Span(line.start, line.end))


def _rows(lines: Sequence[Line], lang: str) -> Table:
    """Make a table of lines whose cells are parted by tabs."""
    rows = tuple(tuple(_cell(GridCell(cell)) for cell in _cells(line)) for line in lines)
    return Table(rows, 1 if len(rows) > 1 else 0, lang=lang, span=Span(lines[0].start, lines[-1].end))


def _cells(line: Line) -> list[Line]:
    return cut(line, [match.end() for match in re.finditer("\t", line.text)])


def _grid(line: Line, lang: str) -> Table:
    assert line.grid is not None
    rows = tuple(tuple(_cell(cell) for cell in row) for row in line.grid.rows)
    heads = sum(1 for _ in takewhile(lambda row: all(cell.header for cell in row), line.grid.rows))
    caption = (run(line.grid.caption),) if line.grid.caption else ()
    return Table(rows, heads or int(len(rows) > 1), caption, lang=lang, span=Span(line.start, line.end))


def _cell(cell: GridCell) -> Cell:
    if cell.line is None:
        return Cell((), cell.colspan, cell.rowspan, cell.align)
    span = Span(cell.line.start, cell.line.end)
    return Cell((run(cell.line),), cell.colspan, cell.rowspan, cell.align, span=span)


def _captioned(table: Table, before: list[Block]) -> Table:
    """Take the short lines right above a table, its name and its unit, for its caption."""
    taken: list[Paragraph] = []
    while not table.caption and before and len(taken) < 2:
        last = before[-1]
        if not isinstance(last, Paragraph) or not _is_caption(plain(last.runs), bool(taken)):
            break
        taken.insert(0, last)
        before.pop()
        if not _UNIT.match(plain(last.runs)):
            break
    if not taken:
        return table
    runs = taken[0].runs + tuple(one for last in taken[1:] for one in (Run("　"), *last.runs))
    return replace(table, caption=runs)


def _is_caption(text: str, named: bool) -> bool:
    if _UNIT.match(text):
        return not named
    return len(text) <= 50 and not text.endswith(("。", "：", "；", "！", "，"))
