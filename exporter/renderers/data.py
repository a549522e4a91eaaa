"""Write a document as data: its model as JSON, its text as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from exporter import codec
from exporter.model import (
    Block,
    Cards,
    Cell,
    Chart,
    Document,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    heading_text,
    plain,
)
from exporter.style import Style


def render_json(document: Document, style: Style) -> bytes:
    """Write the whole model as versioned JSON; the style plays no part."""
    return codec.encode(document)


def render_markdown(document: Document, style: Style) -> bytes:
    """Write the text as Markdown (CommonMark with the tables of GFM); the style plays no part.

    Everything of the document is text: no character of it becomes markup.
    """
    parts = _blocks((*document.blocks, *document.appendix))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one case a block
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 6)} {_line(heading_text(block))}"
        case Paragraph(runs=runs):
            yield _runs(runs)
        case ListBlock(items=items):
            yield "\n".join(f"{'  ' * (item.level - 1)}- {_line(item.mark)}{_runs(item.runs)}" for item in items)
        case Table():
            yield _runs(block.caption)
            yield _table([_cells(row) for row in block.rows], max(block.header_rows, 0))
        case Picture():
            yield _runs(block.caption)
        case Chart():
            yield _runs(block.title)
            yield _table(_chart(block), 1)
        case Cards():
            yield "\n".join(_cards(block))
        case Note(mark=mark, runs=runs):
            yield _line(mark) + _runs(runs)
        case PageBreak():
            yield "---"
        case Pair(zh=zh, en=en):
            yield from _blocks(zh)
            yield from _blocks(en)
        case _:
            assert_never(block)


def _runs(runs: Runs) -> str:
    text = _line(plain(runs))
    if all(run.role in ("plain", "figure") for run in runs):
        return text
    joined = groupby(runs, key=lambda run: (run.role in ("strong", "lead"), run.target if run.role == "link" else None))
    return _start("".join(_run(_together(tuple(group))) for _, group in joined))


def _together(group: Runs) -> Run:
    """Join neighbours that look alike: `**a****b**` would print its marks."""
    return replace(group[0], text=plain(group))


def _run(run: Run) -> str:
    text = _inside(run.text)
    match run.role:
        case "strong" | "lead" if text and text[0].isalnum() and text[-1].isalnum():
            return f"**{text}**"  # a mark at the edge would keep ** from opening or closing beside Chinese text
        case "link" if run.target and run.target.startswith(("http://", "https://", "mailto:")):
            return f"[{text}](<{_UNSAFE.sub('', run.target)}>)"
        case _:
            return text


def _cells(row: Sequence[Cell]) -> list[str]:
    return [said for cell in row for said in (_cell(cell), *[""] * (min(cell.colspan, 64) - 1))]


def _cell(cell: Cell) -> str:
    return _inside(plain(cell.runs))


def _chart(chart: Chart) -> list[list[str]]:
    head = ["", *(_inside(f"{series.name}（{chart.unit}）" if chart.unit else series.name) for series in chart.series)]
    rows = (
        [_inside(name), *(_value(series.values, at) for series in chart.series)]
        for at, name in enumerate(chart.categories)
    )
    return [head, *rows]


def _value(values: Sequence[object], at: int) -> str:
    value = values[at] if at < len(values) else None
    return "" if value is None else f"{value:f}"


def _table(rows: Sequence[Sequence[str]], heads: int) -> str:
    wide = max((len(row) for row in rows), default=0)
    if wide == 0:
        return ""
    padded = [[*row, *[""] * (wide - len(row))] for row in rows]
    if heads == 0:
        padded.insert(0, [""] * wide)
    padded.insert(1, ["---"] * wide)
    return "\n".join(f"| {' | '.join(row)} |" for row in padded)


def _cards(cards: Cards) -> Iterator[str]:
    for face in (face for card in cards.cards for face in (card.zh, card.en) if face):
        said = (_inside(text) for text in (face.label, face.value, face.note) if text)
        yield f"- {' — '.join(said)}"


_UNSAFE = re.compile(r"[<>\s\\]")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]")
_OPENING = re.compile(r"^(\s*)([#+\-=>]|\d{1,9}(?=[.)]))")


def _inside(text: str) -> str:
    """Escape what could be markup anywhere, and keep the text on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.splitlines()))


def _line(text: str) -> str:
    return _start(_inside(text))


def _start(text: str) -> str:
    """Escape what would be markup at the start of a line."""
    opening = _OPENING.match(text)
    if opening is None:
        return text
    at = opening.end(2)
    return f"{text[:at]}\\{text[at:]}" if opening[2].isdigit() else f"{opening[1]}\\{text[opening.start(2) :]}"
