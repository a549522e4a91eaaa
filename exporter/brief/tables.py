"""Lay figures out as cards and tables in two languages."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from exporter.brief.english_wording import change_en, change_sign, rounded
from exporter.brief.names import name_en, name_zh
from exporter.brief.options import Languages
from exporter.brief.wording import change_zh, figure_zh
from exporter.english.document import place_in_english
from exporter.model import (
    Align,
    Block,
    Card,
    CardFace,
    Cards,
    Cell,
    Fact,
    Pair,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    plain,
)
from exporter.typesetting.labels import width


def cards_of(facts: Iterable[Fact], languages: Languages = "zh-en") -> Cards:
    """Show figures large: label, value and change in the languages asked for."""
    cards = (_card(fact) for fact in facts)
    match languages:
        case "zh":
            return Cards(tuple(replace(card, en=None) for card in cards))
        case "en":
            return Cards(tuple(_in_english(fact) for fact in facts), lang="en")
        case _:
            return Cards(tuple(cards))


def names_table(pairs: Iterable[Pair]) -> Table:
    """Tabulate names with their English, two to a row; what has no English is marked."""
    cells = [
        cell
        for pair in pairs
        for cell in (
            Cell((*_runs_of(pair.zh), *([] if pair.en else [Run("*")]))),
            Cell(_runs_of(pair.en), lang="en"),
        )
    ]
    cells += [Cell((Run(""),))] * (-len(cells) % 4)
    rows = tuple(tuple(cells[at : at + 4]) for at in range(0, len(cells), 4))
    return Table(rows, header_rows=0, widths=widths_of(29, 41, 29, 41))


def _runs_of(blocks: Iterable[Block]) -> Runs:
    return tuple(run for block in blocks if isinstance(block, Paragraph) for run in block.runs)


def _card(fact: Fact) -> Card:
    zh = CardFace(named_zh(fact), figure_zh(fact), change_zh(fact) if fact.value else "")
    value = fact.value_en or ""
    en = CardFace(
        named_en(fact),
        rounded(value, ON_CARDS, "≈") if fact.bound == "exact" else value,
        change_en(fact) if fact.value else "",
    )
    return Card(zh, en, fact.id)


ON_CARDS = 5
"""Digits of an English figure on a card beyond which it is rounded."""


def named_zh(fact: Fact) -> str:
    """Name a result, and say whose own accounts it is of, and where it was only foreseen when the report was given."""
    marks = [fact.scope or "" if fact.scope in OWN_LEVEL else "", "预计" if fact.kind == "estimate" else ""]
    said = "，".join(filter(None, marks))
    return f"{name_zh(fact)}（{said}）" if said else name_zh(fact)


def named_en(fact: Fact) -> str:
    """Name a result in English, and say whose own accounts it is of, and where it was only foreseen."""
    name = capital(name_en(fact))
    marks = [OWN_LEVEL.get(fact.scope or "", ""), "estimate" if fact.kind == "estimate" else ""]
    said = ", ".join(filter(None, marks))
    return f"{name} ({said})" if said and name else name


def _in_english(fact: Fact) -> Card:
    """Show a figure in English alone: where only its change is stated, that stands large."""
    card = _card(fact)
    if card.en is None or card.en.value or fact.value is not None:
        return replace(card, zh=None)
    return replace(card, zh=None, en=replace(card.en, value=change_sign(fact), note="change"))


def scoped_zh(fact: Fact) -> str:
    """Name an indicator with its scope, unless that is the whole place (全省)."""
    return f"{name_zh(fact)}（{fact.scope}）" if _is_scoped(fact) else name_zh(fact)


OWN_LEVEL = {
    **dict.fromkeys(("省级", "省本级"), "provincial level"),
    **dict.fromkeys(("市级", "市本级"), "city level"),
    **dict.fromkeys(("区级", "区本级"), "district level"),
    **dict.fromkeys(("县级", "县本级"), "county level"),
    "旗本级": "banner level",
}
"""A government's own accounts, without those below it."""


def scoped_en(fact: Fact) -> str:
    """Name an indicator with its scope in English; empty where the scope has none."""
    name = capital(name_en(fact))
    if not _is_scoped(fact):
        return name
    place = OWN_LEVEL.get(fact.scope or "") or place_in_english(fact.scope or "")
    return f"{name} ({place})" if place else ""


def _is_scoped(fact: Fact) -> bool:
    return bool(fact.scope) and (fact.scope or "")[0] not in "全我本"


def row_of(texts: Sequence[str], left: Container[int] = (0, 1)) -> Row:
    """Make the head of a table; the columns that are not `left` hold figures."""
    return tuple(_head(text, "left" if at in left else "right") for at, text in enumerate(texts))


def _head(text: str, align: Align) -> Cell:
    zh, _, en = text.partition(" ")
    if zh.isascii():
        return Cell((Run(text),), align=align, lang="en")
    return Cell((Run(zh), Run(f" {en}", lang="en")) if en else (Run(zh),), align=align)


def cell_of(text: str, align: Align = "left", fact: Fact | None = None, lang: str | None = None) -> Cell:
    """Make a cell; what shows a figure is tied to its fact."""
    run = Run(text, "figure" if fact else "plain", target=fact.id if fact else None, lang=lang)
    return Cell((run,), align=align, lang=lang)


def widths_of(*widths: int | str) -> tuple[Decimal, ...]:
    """Give the relative widths of columns, in mm of a page of A4."""
    return tuple(Decimal(width) for width in widths)


WIDE, PADDING, JOINT, PERCENT = 57.0, 1.5, 0.25, 0.35
"""em of a table in all, beside the text of each cell, between Han and other letters, and of % beside a digit's."""
NAME, FIGURE, LEAST, NARROW = 10.0, 11.0, 13.0, 5.0
"""em of a column of Chinese names, and of figures, at the most, and of English and of Chinese names at the least."""
CLOSER = (9.8, 8.6)
"""em of a column of figures at the most, where names had too little room beside them."""
RAGGED = 1.05
"""How much longer English is, that is broken between words."""


def fitted(table: Table, widest: float = FIGURE, spare: float = 0.0) -> Table:
    """Make columns as wide as what they hold: figures stand in one line (to `widest` em), names share what is left.

    Columns of figures have `spare` em more: the letters of a Word file may be wider.
    """
    columns = [[_wide(plain(cell.runs)) + PADDING for cell in column] for column in zip(*table.rows, strict=True)]
    names = [at for at, cell in enumerate(table.rows[0]) if cell.align == "left"]
    *first, last = names
    for most in (widest, *CLOSER):
        need = [min(max(column) + spare, most) for column in columns]
        left = WIDE - sum(wide for at, wide in enumerate(need) if at not in names)
        if left >= LEAST + NAME * len(first):
            break
    for at in first:
        need[at] = _shared(columns[at], columns[last], left, widest if widest > FIGURE else NAME)
        left -= need[at]
    need[last] = max(left, LEAST)
    return replace(table, widths=tuple(Decimal(f"{wide:.2f}") for wide in need))


def _shared(names: Sequence[float], others: Sequence[float], room: float, most: float) -> float:
    """Give the width of a column of names, at which its rows and those of the other names take the fewest lines.

    A name that is broken counts for as much as half a line.
    """
    widest = max(min(max(names), most, room - LEAST), NARROW)
    tried = [widest - step for step in range(int(widest - NARROW) + 1)]
    return min(tried, key=lambda wide: (_lines(names, wide, others, room - wide), -wide))


def _lines(names: Sequence[float], wide: float, others: Sequence[float], rest: float) -> float:
    rows = [(math.ceil(one / wide), math.ceil(RAGGED * other / rest)) for one, other in zip(names, others, strict=True)]
    return sum(max(row) for row in rows) + 0.5 * sum(one > 1 for one, _ in rows)


def _wide(text: str) -> float:
    return width(text) + JOINT * len(_JOINTS.findall(text)) + PERCENT * text.count("%")


_JOINTS = re.compile(r"[\u4e00-\u9fff](?=[0-9A-Za-z])|[0-9A-Za-z%](?=[\u4e00-\u9fff])")


def capital(text: str) -> str:
    """Begin a name with a capital."""
    return text[:1].upper() + text[1:]
