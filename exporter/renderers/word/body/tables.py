"""Write tables, cards and bilingual columns: fixed widths, head rows that repeat, every cell ended by a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from exporter.errors import RenderError
from exporter.model import Card, CardFace, Cards, Cell, Row, Table, plain
from exporter.renderers.layout.table_widths import PT_PER_MM, grid
from exporter.renderers.word.body.cell_sides import Placed, Side, justified, sides_of
from exporter.renderers.word.body.folding import MAX_COLUMNS, folded
from exporter.renderers.word.body.runs import bookmarked, led, runs_xml
from exporter.renderers.word.body.writing import Place, Writing
from exporter.renderers.word.markup import PT, attribute, paragraph, text_run, twips
from exporter.renderers.word.parts.styles import role_of
from exporter.renderers.word.sizes import CELL_MARGINS, CHINESE, cards_across, ems

MAX_CELLS = 200_000
WIDE = 9
"""Columns beyond which a table is set in smaller letters."""
CARD_GAP = 140
"""Twips between cards."""


def table_xml(table: Table, writing: Writing, place: Place) -> str:
    """Write a table; one wider than Word can hold has each of its rows folded over several.

    Raises RenderError `render.table` where there are more cells than a table may have.
    """
    rows = _grid(table.rows)
    columns = _columns(rows)
    if columns > MAX_COLUMNS:
        return table_xml(folded(table, columns), writing, place)
    total, small = twips(place.width), columns > WIDE
    widths = _widths(table, rows, columns, total)
    if writing.sheet != "upright":
        fitted = grid(table, place.width * PT_PER_MM, writing.style.text["table"].size)
        small = fitted.scale < 1
        widths = _shared(total, fitted.widths) if len(fitted.widths) == columns else widths
    sheet = _Sheet(
        table, widths, sides_of(rows[table.header_rows :], rows[: table.header_rows], columns), small, writing
    )
    body = "".join(_row(row, index < table.header_rows, sheet) for index, row in enumerate(rows))
    return _opening(widths, "DataTable", plain(table.caption), table.header_rows > 0) + body + "</w:tbl>"


def table_style(head: bool, small: bool) -> str:
    """Give the style of a cell's text."""
    return ("TableHead" if head else "TableText") + ("Small" if small else "")


def cell_widths(table: Table, width: float) -> Iterator[tuple[tuple[Cell, float], ...]]:
    """Give the cells of each row with their widths in pt, in a table of `width` mm."""
    rows = _grid(table.rows)
    columns = _columns(rows)
    if columns > MAX_COLUMNS:
        yield from cell_widths(folded(table, columns), width)
        return
    widths = _widths(table, rows, columns, twips(width))
    for row in rows:
        yield tuple(
            (one.cell, sum(widths[one.column : one.column + one.span]) / PT) for one in row if one.cell is not None
        )


def cards_xml(cards: Cards, writing: Writing, place: Place) -> str:
    """Write cards as a table, three or four in a row with white between them: label, figure, note, in each language."""
    across = cards_across(cards)
    room = twips(place.width)
    widths = _shared(room - (across - 1) * CARD_GAP, [1.0] * across)
    columns = [column for width in widths for column in (width, CARD_GAP)][:-1]
    rows = [cards.cards[start : start + across] for start in range(0, len(cards.cards), across)]
    spacer = f'<w:tr><w:trPr><w:trHeight w:val="{CARD_GAP}" w:hRule="exact"/></w:trPr>{_empty(columns)}</w:tr>'
    body = spacer.join(_card_row(row, widths, writing) for row in rows)
    return _opening(columns, "TableNormal", "", False) + body + "</w:tbl>"


def columns_xml(rows: Sequence[tuple[str, str]], width: float, style: str = "Columns", whole: bool = True) -> str:
    """Write passages side by side, a row each; one alone stands over both. `whole`: no row is split over two pages."""
    widths = _shared(twips(width), [CHINESE, 1 - CHINESE] if style == "Columns" else [1.0, 1.0])
    body = "".join(f"<w:tr>{_whole(*row) if whole else ''}{_beside(*row, widths)}</w:tr>" for row in rows)
    return _opening(widths, style, "", False) + body + "</w:tbl>"


def _beside(left: str, right: str, widths: Sequence[int]) -> str:
    if not right:
        return _cell(sum(widths), left, f'<w:gridSpan w:val="{len(widths)}"/>')
    return _cell(widths[0], left) + _cell(widths[1], right)


# ---------------------------------------------------------------- the grid


def _grid(rows: Sequence[Row]) -> list[list[Placed]]:
    """Give every row its cells from the first column to the last, merged and missing ones too."""
    open_until: dict[int, tuple[int, int]] = {}
    placed = [_place(row, index, len(rows), open_until) for index, row in enumerate(rows)]
    columns = _columns(placed)
    if columns * len(rows) > MAX_CELLS:
        raise RenderError(
            f"a table of {len(rows)} rows and {columns} columns; at most {MAX_CELLS} cells, split it", "render.table"
        )
    return [_filled(row, columns) for row in placed]


def _columns(rows: Sequence[Sequence[Placed]]) -> int:
    return max((one.column + one.span for row in rows for one in row), default=1)


def _place(row: Row, index: int, count: int, covered: dict[int, tuple[int, int]]) -> list[Placed]:
    """Place a row's cells beside those that come down from above; `covered` maps column to (last row, span)."""
    for column in [column for column, (last, _) in covered.items() if last < index]:
        del covered[column]
    placed = [Placed(column, span, None, "continue") for column, (_, span) in sorted(covered.items())]
    column = 0
    for cell in row:
        column = _free(column, max(1, cell.colspan), covered)
        span = max(1, cell.colspan)
        merge = "restart" if cell.rowspan > 1 and index + 1 < count else ""
        placed.append(Placed(column, span, cell, merge))
        if merge:
            covered[column] = (min(index + cell.rowspan, count) - 1, span)
        column += span
    return sorted(placed, key=lambda one: one.column)


def _free(column: int, span: int, covered: dict[int, tuple[int, int]]) -> int:
    for start, (_, width) in sorted(covered.items()):
        if column < start + width and start < column + span:
            column = start + width
    return column


def _filled(row: list[Placed], columns: int) -> list[Placed]:
    full: list[Placed] = []
    here = 0
    for one in row:
        full.extend(Placed(column, 1, None) for column in range(here, one.column))
        full.append(one)
        here = one.column + one.span
    full.extend(Placed(column, 1, None) for column in range(here, columns))
    return full


def _widths(table: Table, rows: list[list[Placed]], columns: int, total: int) -> list[int]:
    if len(table.widths) == columns and all(width > 0 for width in table.widths):
        return _shared(total, [float(width) for width in table.widths])
    need = [2.0] * columns
    for one in (one for row in rows for one in row):
        if one.cell is not None and one.span == 1:
            widest = max(ems(line[:40]) for line in plain(one.cell.runs).split("\n"))
            need[one.column] = max(need[one.column], min(widest, 16.0) + 1)
    return _shared(total, need)


def _shared(total: int, shares: Sequence[float]) -> list[int]:
    """Share a width in twips exactly: rounding never adds up."""
    whole = sum(shares)
    points = [round(edge / whole * total) for edge in accumulate(shares, initial=0.0)]
    return [max(1, after - before) for before, after in pairwise(points)]


# ---------------------------------------------------------------- the XML


def _opening(widths: Sequence[int], style: str, caption: str, headed: bool) -> str:
    title = f'<w:tblCaption w:val="{attribute(caption)}"/>' if caption else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0020" if headed else "0000"}" w:firstRow="{int(headed)}" '
        f'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{title}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every cell of a table shares."""

    table: Table
    widths: Sequence[int]
    sides: Sequence[Side]
    small: bool
    writing: Writing


def _row(row: Sequence[Placed], head: bool, sheet: _Sheet) -> str:
    cells = "".join(_placed_cell(one, head, sheet) for one in row)
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * head}</w:trPr>{cells}</w:tr>"


def _placed_cell(one: Placed, head: bool, sheet: _Sheet) -> str:
    width = sum(sheet.widths[one.column : one.column + one.span])
    span = f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
    merge = f'<w:vMerge w:val="{one.merge}"/>' if one.merge else ""
    style = table_style(head, sheet.small)
    if one.cell is None:
        return _cell(width, paragraph(style, ""), span + merge)
    content = runs_xml(one.cell.runs, sheet.writing, role_of(style), one.cell.lang or sheet.table.lang)
    letters, side = sheet.writing.style.text["table_head" if head else "table"], sheet.sides[one.column]
    room = width / PT - CELL_MARGINS if sheet.writing.style.kind == "document" else 0.0
    justify = justified(one, one.cell, head, letters.align == "center", side, letters.size, room)
    return _cell(width, paragraph(style, content, justify), span + merge + '<w:vAlign w:val="center"/>')


def _whole(*cells: str) -> str:
    """Keep a row on one page, but for one that might be higher than a page."""
    return "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, cells)) < _PAGE_OF_XML else ""


_PAGE_OF_XML = 6000


def _cell(width: int, content: str, properties: str = "") -> str:
    inside = content if content.endswith("</w:p>") else content + paragraph("TableText", "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inside}</w:tc>'


def _card_row(row: Sequence[Card], widths: Sequence[int], writing: Writing) -> str:
    frame = _card_frame(writing)
    cells = [
        _cell(width, _card(row[index], writing), frame)
        if index < len(row)
        else _cell(width, paragraph("CardLabel", ""))
        for index, width in enumerate(widths)
    ]
    white = _cell(CARD_GAP, _POINT)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{white.join(cells)}</w:tr>"


_POINT = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'


def _empty(columns: Sequence[int]) -> str:
    return "".join(_cell(width, _POINT) for width in columns)


def _card(card: Card, writing: Writing) -> str:
    chinese = _face(card.zh, card.fact, "zh-Hans", "CardValue", writing) if card.zh else ""
    return chinese + (_face(card.en, card.fact, "en", second(card), writing) if card.en else "")


def second(card: Card) -> str:
    """Give the style of a card's English figure: smaller where the Chinese stands above it."""
    return "CardValueSecond" if card.zh else "CardValue"


def _face(face: CardFace, fact: str | None, lang: str, style: str, writing: Writing) -> str:
    font = writing.fonts[writing.style.text["card_label"].font].name if lang.startswith("zh") else ""
    label = paragraph("CardLabel", text_run(face.label, "", font)) if face.label else ""
    source = writing.sources.get(fact or "")
    value = led(bookmarked(text_run(face.value, "", font), fact, writing), source)
    note = paragraph("CardLabel", led(text_run(face.note, "", font), source)) if face.note else ""
    return label + paragraph(style, value) + note


def _card_frame(writing: Writing) -> str:
    accent, tint = (color.lstrip("#").upper() for color in (writing.style.accent, writing.style.tint))
    return (
        f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{accent}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
        '<w:tcMar><w:top w:w="80" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/>'
        '<w:right w:w="60" w:type="dxa"/></w:tcMar>'
    )
