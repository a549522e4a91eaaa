"""Turn entries of an outline into the blocks of a document: headings, paragraphs with their leads, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import cast

from exporter.model import (
    Block,
    Cell,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphRole,
    Run,
    RunRole,
    Span,
    Table,
    plain,
)
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import SPACE, GridCell, Line, cut, place, run
from exporter.readers.structure.leads import leads_of
from exporter.readers.structure.shapes import Entry
from exporter.readers.structure.table_parts import UNIT, head_rows, joined, without_titles

MARK = re.compile(r"[\[〔［【]\s?\d{1,3}\s?[\]〕］】]|[①-⑳]|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}")
"""The mark of a note in running text."""
_BRACKETED = re.compile(r"(?<=[\u4e00-\u9fff”》）])[\[〔［]\s?\d{1,3}\s?[\]〕］]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks of a document share: its language, and the id of the note that each printed mark points to.

    The id is empty for a mark whose note the source has lost.
    """

    lang: str
    marks: Mapping[str, str] = field(default_factory=dict)
    counted: frozenset[int] = frozenset()
    """Places in the source of circled numbers that count parts of a paragraph, and mark no note."""


def blocks(entries: Sequence[Entry], setting: Setting) -> list[Block]:
    """Turn entries into blocks, in order."""
    done: list[Block] = []
    led = leads_of(entries)
    for shape, group in groupby(enumerate(entries), key=lambda pair: _kind(pair[1])):
        if shape == "item":
            done += _lists([entry for _, entry in group], setting)
        elif shape == "row":
            done.append(_captioned(_rows([entry.line for _, entry in group], setting), done))
        elif shape == "table":
            for _, entry in group:
                done.append(_captioned(_grid(entry.line, setting), done))
        else:
            for index, entry in group:
                done += _block(entry, led.get(index, 0), setting)
    return done


def _kind(entry: Entry) -> str:
    if entry.shape == "paragraph" and "\t" in entry.line.text:
        return "row"
    return entry.shape if entry.shape in ("item", "table") else "block"


def _block(entry: Entry, lead: int, setting: Setting) -> Iterator[Block]:
    line = entry.line
    if entry.shape == "part":
        yield paragraph(line, setting, cast(ParagraphRole, entry.kind))
        return
    if entry.shape == "paragraph":
        yield paragraph(line, setting, lead=lead)
        return
    mark = entry.number.end if entry.number else 0
    head, rest = line, None
    if entry.shape == "run_in" and entry.cut < len(line.text):
        head, *after = cut(line, [entry.cut])
        rest = after[0] if after else None
    number = head.text[:mark]
    number = number.rstrip() + _blank_behind(number)
    runs = runs_of(head, setting, mark)
    yield Heading(entry.level, runs, number, rest is not None, setting.lang, Span(head.start, head.end))
    if rest is not None:
        yield paragraph(rest, setting)


def _blank_behind(number: str) -> str:
    """Give the blank that stays behind a number: 第一章　…, and a wide one behind figures alone (1.1　…)."""
    bare = number.rstrip()
    if bare.startswith("第"):
        return "\u3000" if len(bare) < len(number) else ""
    return "\u3000" if bare[-1:].isdigit() and "\u3000" in number[len(bare) :] else ""


def paragraph(line: Line, setting: Setting, role: ParagraphRole = "body", lead: int = 0) -> Paragraph:
    """Make a paragraph of a line; `lead`: so many characters are an opening phrase."""
    runs = (*runs_of(line, setting, 0, lead, "lead"), *runs_of(line, setting, lead))
    span = runs[0].span if len(runs) == 1 else Span(line.start, line.end)
    return Paragraph(runs, role, setting.lang, span)


def runs_of(
    line: Line, setting: Setting, first: int = 0, last: int | None = None, role: RunRole = "plain"
) -> tuple[Run, ...]:
    """Give characters `first` to `last` of a line as runs, the marks of notes each a run of its own."""
    stop = len(line.text) if last is None else last
    if first >= stop:
        return ()
    found = list(MARK.finditer(line.text, first, stop)) if setting.marks else []
    done: list[Run] = []
    here = first
    for match in found:
        target = setting.marks.get(bare_mark(match[0]))
        if target is None or place(line, match.start()) in setting.counted:
            continue
        if match.start() > here:
            done.append(run(line, here, match.start(), role))
        done.append(run(line, match.start(), match.end(), "mark", target or None))
        here = match.end()
    if here < stop:
        done.append(run(line, here, stop, role))
    return tuple(done)


def marks_without_notes(lines: Sequence[Line]) -> dict[str, str]:
    """Find bracketed numbers that count up from 1 through a text without any notes: marks all the same."""
    found = [bare_mark(match[0]) for line in lines for match in _BRACKETED.finditer(line.text)]
    rising = [number for number, wanted in zip(found, range(1, len(found) + 1), strict=False) if number == str(wanted)]
    return dict.fromkeys(found, "") if len(found) > 1 and len(rising) >= 0.8 * len(found) else {}


def bare_mark(text: str) -> str:
    """Give the number of a printed mark, however it is bracketed: [3], 〔 3〕 and ③ are 3."""
    digits = re.sub(r"\D", "", text)
    if digits.isascii() and digits:
        return str(int(digits))
    return str(ord(text[0]) - ord("①") + 1) if "①" <= text[0] <= "⑳" else ""


# ---------------------------------------------------------------- lists and tables


def _lists(entries: Sequence[Entry], setting: Setting) -> Iterator[Block]:
    for _, group in groupby(entries, key=lambda entry: entry.kind):
        items = tuple(_item(entry, setting) for entry in group)
        first, last = items[0].span, items[-1].span
        assert first is not None
        assert last is not None
        yield ListBlock(items, setting.lang, Span(first.start, last.end))


def _item(entry: Entry, setting: Setting) -> ListItem:
    line = entry.line
    mark = entry.number.end if entry.number else 0
    return ListItem(line.text[:mark].rstrip(), runs_of(line, setting, mark), 1, Span(line.start, line.end))


def _rows(lines: Sequence[Line], setting: Setting) -> Table:
    """Make a table of lines whose cells are parted by tabs; cells that a row lacks at its end are empty."""
    given = [_cells(line) for line in lines]
    width = max(map(len, given))
    grid = grid_of([[*row, *[GridCell(None)] * (width - len(row))] for row in given])
    rows = tuple(tuple(_cell(cell, setting) for cell in row) for row in (grid.rows if grid else given))
    return Table(rows, 1 if len(rows) > 1 else 0, lang=setting.lang, span=Span(lines[0].start, lines[-1].end))


def _cells(line: Line) -> list[GridCell]:
    full = iter(cut(line, [match.end() for match in re.finditer("\t", line.text)]))
    return [GridCell(next(full) if one.strip(SPACE) else None) for one in line.text.split("\t")]


def _grid(line: Line, setting: Setting) -> Table:
    assert line.grid is not None
    grid, titles = without_titles(line.grid)
    rows = tuple(tuple(_cell(cell, setting) for cell in row) for row in grid.rows)
    caption = joined([(run(one),) for one in (grid.caption, *titles) if one])
    return Table(rows, head_rows(grid), caption, lang=setting.lang, span=Span(line.start, line.end))


def _cell(cell: GridCell, setting: Setting) -> Cell:
    if cell.line is None:
        return Cell((), cell.colspan, cell.rowspan, cell.align)
    span = Span(cell.line.start, cell.line.end)
    return Cell(runs_of(cell.line, setting), cell.colspan, cell.rowspan, cell.align, span=span)


def _captioned(table: Table, before: list[Block]) -> Table:
    """Take the short lines right above a table, its name and its unit, for its caption."""
    taken: list[Paragraph] = []
    while (not table.caption or UNIT.match(plain(table.caption))) and before and len(taken) < 2:
        last = before[-1]
        if not isinstance(last, Paragraph) or not _is_caption(plain(last.runs), bool(taken)):
            break
        taken.insert(0, last)
        before.pop()
        if not UNIT.match(plain(last.runs)):
            break
    caption = joined([*(one.runs for one in taken), *([table.caption] if table.caption else [])])
    return replace(table, caption=caption) if taken else table


def _is_caption(text: str, named: bool) -> bool:
    if UNIT.match(text):
        return not named
    return len(text) <= 50 and not text.endswith(("。", "：", "；", "！", "，"))
