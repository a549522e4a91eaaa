"""Turn entries of an outline into the blocks of a document: headings, paragraphs with their leads, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from exporter.model import Block, Cell, Heading, ListBlock, ListItem, Paragraph, ParagraphRole, Run, Runs, Span, Table
from exporter.readers.furniture import SALUTATION
from exporter.readers.lines import Line, cut, run
from exporter.readers.outline import Entry, first_stop

LEAD = 36
"""Longest opening phrase of a paragraph, in characters."""
_CAPTION = re.compile(r"^(?:表|附表|专栏)\s?[\d一二三四五六七八九十]{0,3}[：:\s]?|(?:表|情况|目标|指标|任务)$")


def blocks(entries: Sequence[Entry], lang: str) -> list[Block]:
    """Turn entries into blocks, in order."""
    done: list[Block] = []
    led = _leads(entries)
    for shape, group in groupby(enumerate(entries), key=lambda pair: _kind(pair[1])):
        inner = list(group)
        if shape == "item":
            done += _lists([entry for _, entry in inner], lang)
        elif shape == "row":
            done.append(_table([entry.line for _, entry in inner], done, lang))
        else:
            for index, entry in inner:
                done += _block(entry, index in led, lang)
    return done


def _kind(entry: Entry) -> str:
    if entry.shape == "paragraph" and "\t" in entry.line.text:
        return "row"
    return "item" if entry.shape == "item" else "block"


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


def _table(lines: Sequence[Line], before: list[Block], lang: str) -> Table:
    rows = tuple(tuple(Cell(_runs(cell), span=Span(cell.start, cell.end)) for cell in _cells(line)) for line in lines)
    caption: Runs = ()
    start = lines[0].start
    if before and isinstance(before[-1], Paragraph) and _is_caption(before[-1].runs):
        caption = before[-1].runs
        start = before[-1].span.start if before[-1].span else start
        before.pop()
    return Table(rows, 1 if len(rows) > 1 else 0, caption, lang=lang, span=Span(start, lines[-1].end))


def _runs(line: Line) -> tuple[Run, ...]:
    return (run(line),)


def _cells(line: Line) -> list[Line]:
    indexes = [match.end() for match in re.finditer("\t", line.text)]
    return cut(line, indexes)


def _is_caption(runs: Runs) -> bool:
    text = "".join(one.text for one in runs)
    return len(text) <= 50 and not text.endswith(("。", "：", "；", "！"))
