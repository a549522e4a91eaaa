"""Recognise printed list marks that Word can count by itself, and write the lists that it counts.

Word prints the mark itself, from the definition of the list: the next item that somebody adds gets its number.
Marks that Word would print otherwise stay in the text, and so do the numbers of articles, which are cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from exporter.model import ListItem
from exporter.renderers.word.markup import HEAD, MAIN, PT, escape
from exporter.style import TextStyle

MAX_LEVEL = 9
BULLETS = "•·●○■□◆◇▪▫–—-*➢✓"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HAN = "零一二三四五六七八九"
ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: Word's name of the number format, what is printed round it, where it begins."""

    format: str
    before: str = ""
    after: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Counting:
    """How a list counts, by level from 1; a level that the list has not is missing."""

    levels: tuple[tuple[int, Level], ...]


def counting(items: Sequence[ListItem]) -> Counting | None:
    """Tell how Word would count the items so that every mark is printed as it stands, or None if it cannot.

    Word counts each level up by one and begins anew below a higher item.
    """
    levels: dict[int, Level] = {}
    counts: dict[int, int] = {}
    for item in items:
        if not 1 <= item.level <= MAX_LEVEL:
            return None
        if item.level not in levels:
            found = _read(item.mark)
            if found is None:
                return None
            levels[item.level] = found
        if not _continues(item, levels[item.level], counts):
            return None
    return Counting(tuple(sorted(levels.items()))) if levels else None


def printed(level: Level, count: int) -> str | None:
    """Give the mark that Word prints for a count, or None beyond what the format has."""
    number = FORMATS[level.format](count)
    return None if number is None else level.before + number + level.after


def numbering_part(lists: Sequence[Counting], body: TextStyle) -> str:
    """Write numbering.xml: a definition for each list, so that none counts on from another."""
    abstract = "".join(_abstract(index, one, body) for index, one in enumerate(lists))
    numbers = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index - 1}"/></w:num>' for index in range(1, len(lists) + 1)
    )
    return f'{HEAD}<w:numbering xmlns:w="{MAIN}">{abstract}{numbers}</w:numbering>'


def _continues(item: ListItem, level: Level, counts: dict[int, int]) -> bool:
    for deeper in [known for known in counts if known > item.level]:
        del counts[deeper]
    counts[item.level] = counts.get(item.level, level.start - 1) + 1
    return printed(level, counts[item.level]) == item.mark


_MARK = re.compile(
    r"([（(]?)([0-9]{1,4}|[０-９]{1,4}|[①-⑳]|[零一二三四五六七八九十百]{1,7}|[a-z]|[A-Z])([.、．)）：:]?)"
)


def _read(mark: str) -> Level | None:
    if len(mark) == 1 and mark in BULLETS:
        return Level("bullet", before=mark)
    found = _MARK.fullmatch(mark)
    if found is None:
        return None
    before, number, after = found.groups()
    if not after and number not in CIRCLED:
        return None
    for format, write in FORMATS.items():
        start = next((count for count in _starts(number) if write(count) == number), None)
        if format != "bullet" and start is not None:
            return Level(format, before, after, start)
    return None


def _starts(number: str) -> range:
    if number.isdecimal():
        value = int(number)
        return range(value, value + 1)
    return range(1, 200) if len(number) > 1 or number in HAN + "十百" else range(1, 27)


def _han(count: int) -> str | None:
    if not 1 <= count < 100:
        return None
    tens, ones = divmod(count, 10)
    head = {0: "", 1: "十"}.get(tens, HAN[tens] + "十")
    return head + (HAN[ones] if ones else "")


def _letter(first: str) -> Callable[[int], str | None]:
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= 26 else None


FORMATS: Mapping[str, Callable[[int], str | None]] = MappingProxyType(
    {
        "decimal": lambda count: str(count) if count >= 0 else None,
        "decimalFullWidth": lambda count: str(count).translate({48 + n: 0xFF10 + n for n in range(10)}),
        "decimalEnclosedCircle": lambda count: CIRCLED[count - 1] if 1 <= count <= len(CIRCLED) else None,
        "chineseCountingThousand": _han,
        "lowerLetter": _letter("a"),
        "upperLetter": _letter("A"),
        "bullet": lambda count: "",
    }
)
"""Word's name of a format to what it prints for a count."""


def _abstract(index: int, one: Counting, body: TextStyle) -> str:
    known = dict(one.levels)
    levels = "".join(_level(number, known.get(number), body) for number in range(1, MAX_LEVEL + 1))
    return (
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="{index + 1:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(number: int, level: Level | None, body: TextStyle) -> str:
    level = level or Level("decimal", after=".")
    shown = level.before + ("" if level.format == "bullet" else f"%{number}") + level.after
    em = (body.size + body.tracking) * PT
    return (
        f'<w:lvl w:ilvl="{number - 1}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.format}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{escape(shown)}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{round((number - 1) * 2 * em)}" '
        f'w:firstLine="{round(body.indent * em)}"/></w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl>'
    )
