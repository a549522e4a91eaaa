"""Write a document as Markdown: CommonMark with the tables of GFM, and HTML where Markdown has no form of its own."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from exporter.model import (
    Block,
    Cards,
    Cell,
    Chart,
    Document,
    Heading,
    ListBlock,
    Medium,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    plain,
    with_readings,
)
from exporter.style import Style

SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/bmp")
"""Pictures that what shows Markdown shows."""


def render(document: Document, style: Style) -> bytes:
    """Write the text as Markdown; the style plays no part.

    Everything of the document is text: no character of it becomes markup. A picture is a reference:
    to its address, or to its own bytes.
    """
    media = {one.sha256: one for one in document.media}
    parts = _blocks((*document.blocks, *document.appendix), media)
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


_Media = Mapping[str, Medium]


def _blocks(blocks: Iterable[Block], media: _Media) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, media)


def _block(block: Block, media: _Media) -> Iterator[str]:  # noqa: C901 - one case a block
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 6)} {_runs((Run(block.number), *block.runs))}"
        case Paragraph(runs=runs):
            yield _runs(runs)
        case ListBlock(items=items):
            yield "\n".join(f"{'  ' * (item.level - 1)}- {_line(item.mark)}{_runs(item.runs)}" for item in items)
        case Table():
            yield _runs(block.caption)
            yield _spanned(block) if _has_spans(block) else _piped(block)
        case Picture():
            yield _picture(block, media)
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
            yield from _blocks(zh, media)
            yield from _blocks(en, media)
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class _Look:
    """What neighbouring runs must have in common to share their marks."""

    strong: bool
    link: str | None
    raised: str
    struck: bool


def _look(run: Run) -> _Look:
    link = run.target if run.role == "link" and run.target and run.target.startswith(_ADDRESSES) else None
    return _Look(run.role in ("strong", "lead"), link, run.raised, run.struck)


_BARE = _Look(strong=False, link=None, raised="none", struck=False)
_ADDRESSES = ("http://", "https://", "mailto:")


def _runs(runs: Runs) -> str:
    runs = with_readings(runs)
    if all(_look(run) == _BARE for run in runs):
        return _line(plain(runs))
    return _start("".join(_run(_together(tuple(group))) for _, group in groupby(runs, key=_look)))


def _together(group: Runs) -> Run:
    """Join neighbours that look alike: `**a****b**` would print its marks."""
    return replace(group[0], text=plain(group))


def _run(run: Run) -> str:
    text, look = _inside(run.text), _look(run)
    if look.strong and not look.link and text and text[0].isalnum() and text[-1].isalnum():
        text = f"**{text}**"  # a mark at the edge would keep ** from opening or closing beside Chinese text
    text = _tagged(text, run)
    return f"[{text}](<{_UNSAFE.sub('', look.link)}>)" if look.link else text


def _tagged(text: str, run: Run) -> str:
    """Put HTML around what Markdown has no mark for."""
    if run.raised != "none":
        tag = "sup" if run.raised == "super" else "sub"
        text = f"<{tag}>{text}</{tag}>"
    return f"<s>{text}</s>" if run.struck and text else text


def _picture(picture: Picture, media: _Media) -> str:
    medium = media.get(picture.image)
    alt = _inside(picture.alt)
    if medium is not None and medium.media in SHOWN:
        return f"![{alt}](data:{medium.media};base64,{base64.b64encode(medium.data).decode('ascii')})"
    address = _UNSAFE.sub("", picture.address)
    return f"![{alt}](<{address}>)" if address and not _SCHEME.match(address) else ""


_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]{0,20}:", re.IGNORECASE)


# ---------------------------------------------------------------- tables


def _has_spans(table: Table) -> bool:
    """A table of pipes has one row of heads, and no cell that reaches over others."""
    return table.header_rows > 1 or any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row)


def _spanned(table: Table) -> str:
    rows = "\n".join(
        f"<tr>{''.join(_html_cell(cell, 'th' if at < table.header_rows else 'td') for cell in row)}</tr>"
        for at, row in enumerate(table.rows)
    )
    return f"<table>\n{rows}\n</table>"


def _html_cell(cell: Cell, tag: str) -> str:
    wide = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    deep = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{tag}{wide}{deep}>{''.join(map(_html_run, with_readings(cell.runs)))}</{tag}>"


def _html_run(run: Run) -> str:
    text = _tagged(html.escape(" ".join(run.text.splitlines()), quote=False), run)
    link = _look(run).link
    return f'<a href="{html.escape(_UNSAFE.sub("", link))}">{text}</a>' if link else text


def _piped(table: Table) -> str:
    return _table([[_cell(cell) for cell in row] for row in table.rows], max(table.header_rows, 0))


def _cell(cell: Cell) -> str:
    return "".join(_run(_together(tuple(group))) for _, group in groupby(with_readings(cell.runs), key=_look))


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
