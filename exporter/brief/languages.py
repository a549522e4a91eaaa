"""Say a part of the brief in the languages asked for.

Beside Chinese, what has no English is marked; in English alone it is left out, and its section counts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from exporter.brief.options import Languages
from exporter.brief.side_by_side import MARK, WARNED, beside
from exporter.brief.tables import fitted
from exporter.model import (
    Block,
    Cell,
    Heading,
    Pair,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    plain,
)
from exporter.typesetting.labels import width

CHINESE = "zh-Hans"
FEW = 4
"""Passages that stand one to a row however short they are."""
ALONE = 16.0
"""em of a column of figures at the most, where a table has one language."""
SHORT = 26.0
"""em of passages, on average, that stand two to a row."""
_NOTHING = ("", "—")


def language_of(languages: Languages) -> str:
    """Give the language of a document that is said in these."""
    return "en" if languages == "en" else CHINESE


def label(zh: str, en: str, languages: Languages) -> str:
    """Join a name in the languages asked for, Chinese first."""
    return f"{zh} {en}" if languages == "zh-en" else en or f"{zh} {MARK}" if languages == "en" else zh


def in_languages(part: Iterable[Block], languages: Languages, across: int = 2) -> Iterator[Block]:
    """Say the blocks of a part in the languages asked for: they come in both.

    Passages that are many and short stand `across` to a row.
    """
    if languages == "zh-en":
        yield from beside(part)
        return
    for paired, group in groupby(part, lambda block: isinstance(block, Pair)):
        if paired:
            pairs = [block for block in group if isinstance(block, Pair)]
            while pairs and _leads(pairs[0]):
                yield from pairs.pop(0).en if languages == "en" else pairs.pop(0).zh
            yield from _passages([one for one in pairs if languages == "zh" or one.en], languages, across)
        else:
            for block in group:
                yield from _block(block, languages, across)


def _leads(pair: Pair) -> bool:
    return all(isinstance(block, Paragraph) and block.role == "headline" for block in pair.zh)


def _block(block: Block, languages: Languages, across: int) -> Iterator[Block]:
    match block:
        case Heading():
            yield replace(block, runs=_in(block.runs, block.lang, languages), lang=language_of(languages))
        case Paragraph():
            if runs := _in(block.runs, block.lang, languages):
                yield replace(block, runs=runs, lang=language_of(languages))
        case Table(header_rows=0):
            yield _rows_of_names(block, languages, across)
        case Table():
            yield _columns(block, languages)
        case _:
            yield block


def _in(runs: Runs, lang: str, languages: Languages) -> Runs:
    """Keep the runs of one language, without the space that parted them from the other's."""
    wanted = language_of(languages)
    kept = [replace(run, lang=None) for run in runs if (run.lang or lang) == wanted]
    return (replace(kept[0], text=kept[0].text.lstrip()), *kept[1:]) if kept else ()


# ---------------------------------------------------------------- tables


def _columns(table: Table, languages: Languages) -> Table:
    """Keep the columns of one language, and those that belong to both."""
    wanted = language_of(languages)
    spoken = [{run.lang or cell.lang or table.lang for run in cell.runs} for cell in table.rows[0]]
    kept = [at for at, langs in enumerate(spoken) if wanted in langs]
    head = tuple(
        replace(table.rows[0][at], runs=_in(table.rows[0][at].runs, table.rows[0][at].lang or table.lang, languages))
        for at in kept
    )
    said = table.rows[1:] if languages == "zh" else [row for row in table.rows[1:] if _is_said(row, kept)]
    body = (tuple(_cell(row, at, len(spoken[at]) > 1, languages) for at in kept) for row in said)
    return fitted(replace(table, rows=(head, *body), lang=wanted), ALONE)


def _is_said(row: Row, kept: Sequence[int]) -> bool:
    """Tell whether a row has English wherever it has Chinese."""
    english = [row[at] for at in kept if row[at].lang == "en"]
    chinese = [cell for at, cell in enumerate(row) if at not in kept]
    return all(
        plain(said.runs) not in _NOTHING or plain(meant.runs) in _NOTHING
        for said, meant in zip(english, chinese, strict=False)
    )


def _cell(row: Row, at: int, neutral: bool, languages: Languages) -> Cell:
    """Give a cell in the one language that is asked for; a cell of both belongs to it."""
    cell = row[at]
    if neutral:
        return replace(cell, lang=language_of(languages), runs=tuple(replace(run, lang=None) for run in cell.runs))
    return cell


def _rows_of_names(table: Table, languages: Languages, across: int) -> Table:
    """Set names two to a row that stand beside their English."""
    cells = [cell for row in table.rows for cell in row]
    names: list[Cell] = []
    for zh, en in zip(cells[::2], cells[1::2], strict=True):
        bare = replace(zh, runs=tuple(run for run in zh.runs if run.text != MARK))
        if plain(bare.runs):
            names.append(bare if languages == "zh" else en)
    return _listed([name for name in names if plain(name.runs)], languages, across)


# ---------------------------------------------------------------- passages


def _passages(pairs: Sequence[Pair], languages: Languages, across: int) -> Iterator[Block]:
    cells = [_passage(pair, languages) for pair in pairs]
    if not cells:
        return
    if len(cells) == 1:
        yield Paragraph(cells[0].runs, lang=cells[0].lang or CHINESE)
    else:
        yield _listed(cells, languages, across)


def _passage(pair: Pair, languages: Languages) -> Cell:
    """Give a passage in one language; a warning stands behind English that nobody has proved."""
    if languages == "zh":
        return Cell(_runs(pair.zh), lang=CHINESE)
    warning = WARNED.get(pair.status)
    return Cell((*_runs(pair.en), *([Run(warning)] if warning else [])), lang="en")


def _runs(blocks: Iterable[Block]) -> Runs:
    return tuple(run for block in blocks if isinstance(block, Heading | Paragraph) for run in block.runs)


def _listed(cells: Sequence[Cell], languages: Languages, across: int) -> Table:
    """List passages in a table, `across` to a row where they are many and short."""
    short = sum(width(plain(cell.runs)) for cell in cells) <= SHORT * len(cells)
    across = across if short and len(cells) > FEW else 1
    filled = [*cells, *[Cell((Run(""),))] * (-len(cells) % across)]
    rows = tuple(tuple(filled[at : at + across]) for at in range(0, len(filled), across))
    return Table(rows, header_rows=0, widths=(Decimal(1),) * across, lang=language_of(languages))
