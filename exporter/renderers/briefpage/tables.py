"""Write tables as HTML: a column and its English as one column, which stands as two where the screen is wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import TypeAlias

from exporter.model import Cell, Table, plain
from exporter.renderers.briefpage.inline import PageContext, inline, lang_of, side, switched
from exporter.renderers.html import Html
from exporter.renderers.layout.composition import western
from exporter.renderers.layout.table_widths import column_count, placed

Columns: TypeAlias = tuple[int, ...]
"""Columns of the model that stand in one column of the page: one, or a column and its English."""
WIDE = 4
"""A table of more columns than this may be wider than a small screen, and scrolls in its own room."""


def table_of(table: Table, page: PageContext) -> Html:
    """Write a table; one without a head that pairs words with their English is a list of terms."""
    english = [_is_english(table, at) for at in range(column_count(table))]
    halves = not western(table.lang) and _in_halves(english)
    spans = any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row)
    groups = _groups(english, paired=not (western(table.lang) or halves or spans))
    if table.header_rows == 0 and groups and all(len(group) == 2 for group in groups):
        return _terms(table, page)
    caption = f'<caption class="caption">{switched(table.caption, table.lang, page)}</caption>' if table.caption else ""
    names = [(" en" if one else " zh") if halves else "" for one in english]
    cells = (
        _cells(dict(row), at < table.header_rows, groups, names, table, page) for at, row in enumerate(placed(table))
    )
    rows = [f"<tr>{''.join(row)}</tr>" for row in cells]
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    inner = (f"<thead>{head}</thead>" if head else "") + (f"<tbody>{body}</tbody>" if body else "")
    if halves and not spans:
        inner, name = _with_roles(inner), f"table halves halves-{len(english) // 2}"
        return f'<table class="{name}" role="table"{lang_of(table.lang, page)}>{caption}{inner}</table>'
    wide = ' tabindex="0" role="region" aria-label="表格 Table"' if len(groups) > WIDE else ""
    return f'<div class="scroll"{wide}><table class="table"{lang_of(table.lang, page)}>{caption}{inner}</table></div>'


def _with_roles(rows: Html) -> Html:
    """Say what the parts of a table are: on a small screen each row stands as one line a language."""
    for tag, role in (("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row")):
        rows = rows.replace(f"<{tag}>", f'<{tag} role="{role}">')
    return _CELL.sub(lambda cell: f'<{cell[1]} role="{_ROLES[cell[1], cell[3]]}"{cell[2]}', rows)


_CELL = re.compile(r'<(t[hd])( class="(table_head|table) )')
_ROLES = {
    ("th", "table_head"): "columnheader",
    ("th", "table"): "rowheader",
    ("td", "table_head"): "cell",
    ("td", "table"): "cell",
}


def _groups(english: Sequence[bool], paired: bool) -> tuple[Columns, ...]:
    """Share the columns of a table out among those of the page; `paired`: each with its English behind it."""
    count = len(english)
    second = {right for left, right in pairwise(range(count)) if paired and english[right] and not english[left]}
    return tuple((at, at + 1) if at + 1 in second else (at,) for at in range(count) if at not in second)


def _in_halves(english: Sequence[bool]) -> bool:
    """Tell whether one language stands on the left of a table and the other on the right."""
    half = len(english) // 2
    return half > 1 and list(english) == [False] * half + [True] * half


def _is_english(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.rows[table.header_rows :] if column < len(row) and plain(row[column].runs)]
    return bool(cells) and all(western(cell.lang or table.lang) for cell in cells)


def _terms(table: Table, page: PageContext) -> Html:
    cells = list(chain.from_iterable(table.rows))
    entries = ((zh, en) for zh, en in zip(cells[::2], cells[1::2], strict=False) if plain(zh.runs) or plain(en.runs))
    inner = "".join(
        f"<div><dt{lang_of(zh.lang or table.lang, page)}>{inline(zh.runs, zh.lang or table.lang, page)}</dt>"
        f"<dd{lang_of(en.lang or table.lang, page)}>{inline(en.runs, en.lang or table.lang, page)}</dd></div>"
        for zh, en in entries
    )
    caption = f'<p class="caption">{switched(table.caption, table.lang, page)}</p>' if table.caption else ""
    return f'{caption}<dl class="terms">{inner}</dl>' if inner else caption


def _cells(
    cells: dict[int, Cell],
    head: bool,
    groups: tuple[Columns, ...],
    names: Sequence[str],
    table: Table,
    page: PageContext,
) -> Iterator[Html]:
    """Write the cells of a row; `names`: by column, the class of what is shown with its language alone."""
    for group in groups:
        found = [cells[at] for at in group if at in cells]
        if found:
            inner = _two(found, table, page) if len(group) == 2 else _one(found[0], table, page)
            yield _cell(inner, found, head, group[0] == 0 and table.header_rows > 0, names[group[0]])


def _one(cell: Cell, table: Table, page: PageContext) -> Html:
    lang = cell.lang or table.lang
    inner = switched(cell.runs, lang, page)
    return inner if lang == table.lang else f"<span{lang_of(lang, page)}>{inner}</span>"


def _two(cells: Sequence[Cell], table: Table, page: PageContext) -> Html:
    if not plain(cells[1].runs).strip():  # what has no English is Chinese, whichever language is shown
        return f'<div class="both">{inline(cells[0].runs, table.lang, page)}</div>'
    inner = (
        side(inline(cell.runs, lang, page), lang, page) for cell, lang in zip(cells, (table.lang, "en"), strict=False)
    )
    return f'<div class="both">{" ".join(inner)}</div>'


def _cell(inner: Html, cells: Sequence[Cell], head: bool, first: bool, names: str) -> Html:
    empty = not any(plain(cell.runs).strip() for cell in cells)
    scope = "" if empty else ' scope="col"' if head else ' scope="row"' if first else ""
    tag = "th" if scope else "td"
    spans = (f' colspan="{cells[0].colspan}"' if cells[0].colspan > 1 else "") + (
        f' rowspan="{cells[0].rowspan}"' if cells[0].rowspan > 1 else ""
    )
    return f'<{tag} class="{"table_head" if head else "table"} {cells[0].align}{names}"{spans}{scope}>{inner}</{tag}>'
