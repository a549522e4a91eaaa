"""Write what is no running text as HTML: tables with their headers, charts, cards."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace

from exporter.elements import is_filled_in
from exporter.model import Card, Cards, Cell, Chart, Picture, Runs, Table, plain, printed
from exporter.renderers.html import svg
from exporter.renderers.html.context import Setting
from exporter.renderers.html.markup import Html, quoted
from exporter.renderers.layout.cell_alignment import Column, columns_of, stand
from exporter.renderers.layout.composition import Part, scaled, western
from exporter.renderers.layout.media import DRAWN, UNNAMED, as_png, is_drawn, picture_size
from exporter.renderers.layout.table_widths import (
    CELL,
    PT_PER_MM,
    SECOND,
    Grid,
    across,
    card_measure,
    card_scale,
    grid,
    placed,
    shares,
    text_height,
)
from exporter.renderers.layout.wording import card_parts, titles_of
from exporter.style import TextRole


def table_html(table: Table, setting: Setting) -> Html:
    """Write a table, its caption and its head rows."""
    caption = _titles(table, setting)
    columns = grid(table, setting.measure, setting.style.text["table"].size)
    widths = "".join(f'<col style="width:{share}%">' for share in shares(columns.widths))
    kinds = columns_of(table, setting.style)
    rows = [
        _row(cells, at < table.header_rows, table, columns, kinds, setting) for at, cells in enumerate(placed(table))
    ]
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    return "".join(
        (
            f'<table class="table{" captioned" if caption else ""}"{setting.language_of(table.lang)}>',
            f"<caption {setting.attributes('caption', table.lang)}>{caption}</caption>" if caption else "",
            f"<colgroup>{widths}</colgroup>",
            f"<thead>{head}</thead>" if head else "",
            f"<tbody>{body}</tbody>" if body else "",
            "</table>",
        )
    )


def _titles(table: Table, setting: Setting) -> Html:
    """Write the name of a table, and its unit at the right edge."""
    letters = setting.style.text["caption"]
    name, unit = titles_of(table.caption) if setting.style.kind == "document" else (table.caption, ())
    named = _named(name, table.lang, setting) if name else ""
    if not unit:
        return named
    right = setting.set(Part(unit, "caption", table.lang, own=replace(letters, align="right")))
    return f'{named}<div style="text-align:right">{right}</div>'


def _named(name: Runs, lang: str, setting: Setting) -> Html:
    """Write what names a table, or the line above a form that is filled in like its cells, at the left edge."""
    if not is_filled_in(plain(name)):
        return setting.set(Part(name, "caption", lang))
    return f'<div style="text-align:left">{setting.set(Part(name, "table", lang))}</div>'


def _row(
    cells: Sequence[tuple[int, Cell]],
    head: bool,
    table: Table,
    columns: Grid,
    kinds: Sequence[Column],
    setting: Setting,
) -> Html:
    return f"<tr>{''.join(_cell(cell, at, head, table, columns, kinds, setting) for at, cell in cells)}</tr>"


def _cell(
    cell: Cell, column: int, head: bool, table: Table, columns: Grid, kinds: Sequence[Column], setting: Setting
) -> Html:
    role: TextRole = "table_head" if head else "table"
    tag, scope = ("th", ' scope="col"') if head else ("td", "")
    spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (
        f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    )
    lang = cell.lang or table.lang
    room = columns.cell(column, cell.colspan)
    side, shift = stand(cell, column, head, kinds, room, columns.scale, setting.style)
    part = Part(cell.runs, role, lang, columns.scale, side)
    inner = setting.narrowed(room - shift).set(part)
    moved = f"padding-left:{CELL + shift:.2f}pt" if shift else ""
    return f"<{tag} {setting.attributes(role, lang, side)}{setting.size_of(part, moved)}{spans}{scope}>{inner}</{tag}>"


def picture_html(picture: Picture, setting: Setting) -> Html:
    """Write a picture, complete in the page, above the line that names it."""
    shown = _image(picture, setting)
    named = setting.set(Part(picture.caption, "caption", picture.lang)) if picture.caption else ""
    if not shown and not named:
        return ""
    caption = f"<figcaption {setting.attributes('caption', picture.lang)}>{named}</figcaption>" if named else ""
    return f'<figure class="picture">{shown}{caption}</figure>'


def _image(picture: Picture, setting: Setting) -> Html:
    medium = setting.media.get(picture.image)
    if medium is None or medium.media not in DRAWN | WEB:
        return ""
    kind, data = (medium.media, medium.data) if medium.media in WEB else ("image/png", as_png(medium))
    wide = f' style="width:{picture.width:f}mm"' if picture.width else ""
    if setting.printed and is_drawn(medium):
        sheet = text_height(setting.style) / PT_PER_MM
        width, height = picture_size(picture, medium, setting.measure / PT_PER_MM, sheet)
        wide = f' style="width:{width:.3f}mm;height:{height:.3f}mm;max-height:none"'
    held = base64.b64encode(data).decode("ascii")
    alt = quoted(picture.alt or printed(picture.caption) or UNNAMED)
    return f'<img src="data:{kind};base64,{held}" alt="{alt}"{wide}>'


WEB = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/svg+xml"))
"""Pictures that browsers show; of the others a PNG is made."""


def chart_html(chart: Chart, setting: Setting) -> Html:
    """Write a chart as a drawing under its title."""
    title = setting.set(Part(chart.title, "caption", chart.lang)) if chart.title else ""
    caption = f"<figcaption {setting.attributes('caption', chart.lang)}>{title}</figcaption>" if title else ""
    return f'<figure class="chart">{caption}{svg.draw(chart, setting.style, setting.paint)}</figure>'


def cards_html(cards: Cards, setting: Setting) -> Html:
    """Write cards side by side."""
    count = across(cards)
    narrow = setting.narrowed(card_measure(setting.measure, count))
    scale = card_scale(cards, setting.style, narrow.measure)
    rows = (cards.cards[at : at + count] for at in range(0, len(cards.cards), count))
    inner = "".join(_card_row(row, narrow, scale) for row in rows)
    return f'<div class="cards across-{count}">{inner}</div>'


def _card_row(row: Sequence[Card], setting: Setting, scale: float) -> Html:
    """Write the cards of a row, their labels and figures level with each other."""
    zh = _faces(row, "zh-Hans", setting, scale)
    en = _faces(row, "en", setting, min(scale, SECOND) if any(card.zh for card in row) else scale)
    return "".join(f'<div class="card">{first}{second}</div>' for first, second in zip(zh, en, strict=True))


def _faces(row: Sequence[Card], lang: str, setting: Setting, scale: float) -> list[Html]:
    """Write what the cards of a row say in one language: each part takes the room that the tallest needs."""
    faces = [card.en if western(lang) else card.zh for card in row]
    said = [
        {name: (part, setting.set(part)) for name, part in card_parts(face, card.fact, lang, scale)} if face else {}
        for card, face in zip(row, faces, strict=True)
    ]
    written = [""] * len(faces)
    for name in ("label", "value", "note"):
        lines = max((parts[name][1].count("\n") + 1 for parts in said if name in parts), default=0)
        for at, parts in enumerate(said):
            if name in parts:
                written[at] += _card_part(name, *parts[name], lang, lines, setting)
            elif lines and setting.printed and faces[at]:
                written[at] += f'<div style="height:{setting.style.text["card_label"].line * lines:g}pt"></div>'
    return written


def _card_part(name: str, part: Part, inner: Html, lang: str, lines: int, setting: Setting) -> Html:
    text_style = scaled(part, setting.style)
    said = [f"font-size:{text_style.size:.2f}pt;line-height:{text_style.line:.2f}pt"] if part.scale != 1.0 else []
    said += [f"min-height:{text_style.line * lines:.2f}pt"] if setting.printed and lines > 1 else []
    sized = f' style="{";".join(said)}"' if said else ""
    return f"<p {setting.attributes(part.role, lang, name)}{sized}>{inner}</p>"
