"""Find the record that a page or a scraper gives of its document: labels and values, in lines or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.readers.lines.line import Grid, Line
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.recognisers import LineClass, is_prose

RECORD = LineClass("metadata", "record")
LEAST = 3
"""Fewest labels that make lines a record in which each value stands in a line of its own."""
SUBJECTS = "主题词"
_WORDS = re.compile(r"^[\u4e00-\u9fff]{2,8}(?:[\s\u3000]+[\u4e00-\u9fff]{1,8}){1,8}$")
"""Words that subjects are: no title has them parted by blanks."""
VALUE = 120
"""Longest value of a record, in characters."""


def record_lots(lines: Sequence[Line], lots: list[LineClass | None]) -> list[LineClass | None]:
    """Mark the tables and lines that are the record of a page."""
    alone = [index for index, line in enumerate(lines) if lots[index] is None and label_of(line.text) and not line.grid]
    for index in alone if len(alone) >= LEAST else ():
        lots[index] = RECORD
        below = index + 1
        if below < len(lines) and lots[below] is None and _is_value(lines[below]):
            lots[below] = RECORD
    for index, line in enumerate(lines):
        if line.grid is not None and lots[index] is None and _is_record(line.grid):
            lots[index] = RECORD
    for index in alone:
        value = lines[index + 1] if index + 1 < len(lines) and lots[index + 1] is None else None
        if label_of(lines[index].text) == SUBJECTS and value and _is_value(value) and _WORDS.match(value.text):
            lots[index] = lots[index + 1] = RECORD
    return lots


def said_by(lines: Sequence[Line]) -> Iterator[str]:
    """Give the lines of a head as texts, those of a record as label and value."""
    waiting = ""
    for line in lines:
        if line.grid is not None:
            yield from (f"{label}：{value}" for label, value in _pairs(line.grid))
        elif waiting and _is_value(line):
            yield f"{waiting}：{line.text}"
            waiting = ""
        else:
            waiting = label_of(line.text)
            yield line.text


def value_of(field: str, lines: Sequence[Line], index: int) -> Line | None:
    """Give the value that stands in a cell or line of its own behind the label of a field at `index`; None if none."""
    fields = page_words().fields
    line = lines[index]
    if line.grid is None:
        below = lines[index + 1] if index + 1 < len(lines) else None
        named = fields.get(label_of(line.text)) == field
        return below if named and below is not None and _is_value(below) else None
    for row in line.grid.rows:
        for cell, value in pairwise(row):
            if cell.line and value.line and fields.get(_label(cell.line.text)) == field:
                return value.line
    return None


def says_title(text: str) -> bool:
    """Tell whether a line of a record names the title: 标题：…."""
    words = page_words()
    found = words.label.match(text)
    return found is not None and words.fields[words.key(found[0])] == "title" and found.end() < len(text)


def label_of(text: str) -> str:
    """Give the label that is all of a text, without blanks and colon; empty if it is none."""
    found = re.sub(r"[\s：:【】\[\]]", "", text) if len(text) <= 16 else ""
    return found if found in page_words().fields and re.search(r"[：:】\]]\s*$", text) else ""


def _is_value(line: Line) -> bool:
    return line.grid is None and len(line.text) <= VALUE and not label_of(line.text) and not is_prose(line.text)


def _pairs(grid: Grid) -> Iterator[tuple[str, str]]:
    for row in grid.rows:
        texts = [cell.line.text if cell.line else "" for cell in row]
        for index, text in enumerate(texts):
            if label := _label(text):
                value = texts[index + 1] if index + 1 < len(texts) else ""
                inside = re.split(r"[：:]", text, maxsplit=1)
                value = inside[1] if len(inside) > 1 and inside[1].strip() else value
                if value.strip() and not _label(value):
                    yield label, value.strip()


def _label(text: str) -> str:
    found = re.sub(r"[\s【】\[\]]", "", re.split(r"[：:]", text, maxsplit=1)[0])
    return found if found in page_words().fields else ""


def _is_record(grid: Grid) -> bool:
    texts = [cell.line.text for row in grid.rows for cell in row if cell.line]
    labels = [text for text in texts if _label(text)]
    return (
        len(labels) >= 2 and 3 * len(labels) >= len(texts) and any(re.search(r"[：:]", text) for text in labels)
    ) or (len(labels) >= LEAST and (2 * len(labels) >= len(texts) or _alternates(grid)))


_NAME = re.compile(r"[\u4e00-\u9fff\s]{2,10}[：:]?")


def _alternates(grid: Grid) -> bool:
    """Tell whether names and values stand by turns in each row, and most names are labels that we know."""
    names = [cell.line.text if cell.line else "" for row in grid.rows for cell in row[::2]]
    known = sum(1 for name in names if _label(name))
    return all(map(_NAME.fullmatch, names)) and 2 * known > len(names)
