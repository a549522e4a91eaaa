"""Write a document as HTML of our own, every character of it escaped.

No markup of a source ever gets here: the model holds text, and this is the only place where tags
are put around it. `render` gives a page for browsers; `page` is what the PDF engine lays out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TypeAlias, assert_never

from exporter.model import (
    Block,
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    Document,
    EnglishStatus,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Run,
    Runs,
    Table,
    heading_text,
)
from exporter.renderers import css, sheets, svg
from exporter.renderers.geometry import (
    NOTE_GAP,
    SECOND,
    Grid,
    across,
    card_measure,
    card_scale,
    grid,
    measure_of,
    placed,
    shares,
    sides,
)
from exporter.renderers.placing import RED, RULE, RULE_BELOW, Direct
from exporter.renderers.roles import front_length, heading_depths, heading_role, paragraph_role
from exporter.renderers.setting import Part, scaled, western
from exporter.renderers.steps import Alone, Columns, RunIn, steps
from exporter.style import MADE_BY, Style, TextRole

Html: TypeAlias = str


Inline: TypeAlias = Callable[[Sequence[Part], float], Sequence[Html]]
"""Sets the parts of one paragraph in a measure (pt), each to inline HTML."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every block needs to know: the style, how text is set, and where notes and headings are."""

    style: Style
    inline: Inline
    places: Iterator[tuple[int, int]]
    """Place and depth in the outline of the next heading, drawn as they are written."""
    notes: Mapping[str, str]
    language: str
    paint: css.Paint
    printed: bool
    measure: float
    """Width of the text in pt."""


def render(document: Document, style: Style) -> bytes:
    """Write a page for browsers, complete in itself: fonts by name, nothing fetched."""
    return page(document, style, plain_inline(document), css.screen(style)).encode()


def page(document: Document, style: Style, inline: Inline, sheet: str, paint: css.Paint | None = None) -> Html:
    """Write the whole page: head, title, contents where the style has them, blocks, appendix.

    `paint` gives the colours of a printed page; None: the page is for a browser.
    """
    blocks = (*document.blocks, *document.appendix)
    everything = tuple(deep(blocks))
    places = enumerate(heading_depths(everything), 1)
    notes, language, printed = note_ids(document), document.metadata.language, paint is not None
    setting = _Setting(style, inline, places, notes, language, paint or str, printed, measure_of(style))
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{quoted(document.metadata.language)}"><head><meta charset="utf-8">',
            f"<title>{text(title_of(document))}</title>",
            '<meta name="viewport" content="width=device-width">',
            f'<meta name="generator" content="{quoted(MADE_BY + style.name)}">',
            _about(document),
            f"<style>{sheet}</style></head>\n<body>",
            *(_sheets(document.blocks, setting) if printed and style.kind == "brief" else _flow(document, setting)),
            '<section class="appendix">\n' if document.appendix else "",
            *_blocks(document.appendix, setting),
            "</section>\n" if document.appendix else "",
            "</body></html>\n",
        )
    )


def _flow(document: Document, setting: _Setting) -> Iterator[Html]:
    """Write the blocks as they come, what stands with the title first."""
    front = front_length(document.blocks)
    yield from _blocks(document.blocks[:front], setting, front=True)
    yield _contents(tuple(deep((*document.blocks, *document.appendix))), setting) if setting.style.contents else ""
    yield "<main>\n"
    yield from _blocks(document.blocks[front:], setting)
    yield "</main>\n"


def _sheets(blocks: Sequence[Block], setting: _Setting) -> Iterator[Html]:
    """Write a brief page by page."""
    for parts in sheets.sheets(blocks):
        yield f'<section class="sheet" style="{sheets.grid(parts, setting.style)}">'
        for at, part in enumerate(parts):
            yield '<div class="gap"></div>' if at else ""
            yield f'<div class="part {part.name}">'
            yield from _blocks(part.blocks, setting, front=part.name == "masthead")
            yield "</div>"
        yield "</section>\n"


def title_of(document: Document) -> str:
    """Give the title of a document: its own, else its first heading, else the name of its source."""
    heading = next((heading_text(block) for block in document.blocks if isinstance(block, Heading)), "")
    return document.metadata.title or heading or (document.origin.name if document.origin else "") or "文档"


def text(given: str) -> Html:
    """Escape text between tags."""
    return escape(given, quote=False)


def quoted(given: str) -> Html:
    """Escape text inside a quoted attribute."""
    return escape(given, quote=True)


def deep(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks in reading order, those of pairs among them."""
    for block in blocks:
        if isinstance(block, Pair):
            yield from deep(block.zh)
            yield from deep(block.en)
        else:
            yield block


def note_ids(document: Document) -> dict[str, str]:
    """Give every note that a mark may point to an anchor of our own."""
    blocks = deep((*document.blocks, *document.appendix))
    return {note.id: f"note-{at}" for at, note in enumerate((b for b in blocks if isinstance(b, Note)), 1)}


def tagged(run_html: Html, run: Run, notes: Mapping[str, str]) -> Html:
    """Put the tag of a run's role around its HTML."""
    match run.role:
        case "mark":
            note = notes.get(run.target or "")
            return f'<sup class="mark">{_linked(run_html, f"#{note}" if note else None)}</sup>'
        case "link":
            return _linked(run_html, run.target if safe_link(run.target) else None)
        case "strong" | "lead" | "emphasis":
            return f'<span class="{run.role}">{run_html}</span>'
        case "plain" | "figure":
            return run_html
        case _:
            assert_never(run.role)


def safe_link(target: str | None) -> bool:
    """Tell whether an address may become a link: http, https and mailto only."""
    return target is not None and target.lower().startswith(("http://", "https://", "mailto:"))


def plain_inline(document: Document) -> Inline:
    """Set text as it flows, and leave its lines to the browser."""
    notes = note_ids(document)

    def inline(parts: Sequence[Part], measure: float) -> list[Html]:
        return ["".join(tagged(lines(text(run.text)), run, notes) for run in part.runs) for part in parts]

    return inline


def lines(escaped: Html) -> Html:
    """Turn line ends inside a run into breaks."""
    return escaped.replace("\n", "<br>")


def _linked(inner: Html, href: str | None) -> Html:
    return f'<a href="{quoted(href)}">{inner}</a>' if href else inner


def _about(document: Document) -> Html:
    said = document.metadata
    pairs = (("author", said.publisher), ("dcterms.created", said.date), ("dcterms.modified", said.date))
    return "".join(f'<meta name="{name}" content="{quoted(value)}">' for name, value in pairs if value)


def _blocks(blocks: Sequence[Block], setting: _Setting, front: bool = False) -> Iterator[Html]:
    for step in steps(blocks, setting.style):
        match step:
            case RunIn(heading, paragraph):
                yield _run_in(heading, paragraph, setting) + "\n"
            case Columns(notes):
                yield _in_columns(notes, setting) + "\n"
            case Alone(block, None):
                yield _block(block, setting, front) + "\n"
            case Alone(block, Direct() as direct):
                yield _apart(block, direct, setting) + "\n"


def _apart(block: Block, direct: Direct, setting: _Setting) -> Html:
    """Write a part of an official document that has a place of its own."""
    assert isinstance(block, Heading | Paragraph)
    tag, opening = "p", ""
    if isinstance(block, Heading):
        place, depth = next(setting.places)
        tag, opening = f"h{depth}", _anchor(place, block) + " "
    runs = numbered(block) if isinstance(block, Heading) else block.runs
    inner = _set(setting, Part(runs, direct.role, block.lang, own=direct.text))
    look = css.declarations(direct.text, setting.paint, setting.printed)
    rule = (
        f";border-bottom:{RULE:g}pt solid {setting.paint(RED)};padding-bottom:{RULE_BELOW:g}mm" if direct.ruled else ""
    )
    return f'<{tag} {opening}{_class(direct.role, block.lang, setting)} style="{look}{rule}">{inner}</{tag}>'


def _block(block: Block, setting: _Setting, front: bool) -> Html:
    match block:
        case Heading():
            return _heading(block, setting)
        case Paragraph():
            return _paragraph(block, setting, front)
        case ListBlock():
            return _list(block, setting)
        case Table():
            return _table(block, setting)
        case Chart():
            return _chart(block, setting)
        case Cards():
            return _cards(block, setting)
        case Note():
            return _note(block, setting)
        case PageBreak():
            return '<div class="page-break"></div>'
        case Pair():
            return _pair(block, setting, front)
        case _:
            assert_never(block)


def _heading(heading: Heading, setting: _Setting) -> Html:
    role = heading_role(heading.level)
    place, depth = next(setting.places)
    inner = _set(setting, Part(numbered(heading), role, heading.lang))
    return f"<h{depth} {_anchor(place, heading)} {_class(role, heading.lang, setting)}>{inner}</h{depth}>"


def _anchor(place: int, heading: Heading) -> Html:
    return f'id="section-{place}" data-name="{quoted(" ".join(heading_text(heading).split()))}"'


def numbered(heading: Heading) -> Runs:
    """Give the runs of a heading as printed, number first."""
    if not heading.number:
        return heading.runs
    first = heading.runs[0] if heading.runs else None
    if first is not None and first.role == "plain":
        return (replace(first, text=heading.number + first.text), *heading.runs[1:])
    return (_run(heading.number), *heading.runs)


def _run_in(heading: Heading, paragraph: Paragraph, setting: _Setting) -> Html:
    role = heading_role(heading.level)
    place, depth = next(setting.places)
    own = paragraph_role(paragraph.role, front=False, english=western(paragraph.lang))
    parts = (Part(numbered(heading), role, heading.lang), Part(paragraph.runs, own, paragraph.lang))
    head, body = setting.inline(parts, setting.measure)
    inside = f'<h{depth} {_anchor(place, heading)} class="run-in {role}">{head}</h{depth}><p class="run-in">{body}</p>'
    return f"<div {_class(own, paragraph.lang, setting)}>{inside}</div>"


def _paragraph(paragraph: Paragraph, setting: _Setting, front: bool) -> Html:
    role = paragraph_role(paragraph.role, front, western(paragraph.lang))
    inner = _set(setting, Part(paragraph.runs, role, paragraph.lang))
    return f"<p {_class(role, paragraph.lang, setting, paragraph.role)}>{inner}</p>"


def _list(block: ListBlock, setting: _Setting) -> Html:
    role: TextRole = "english" if western(block.lang) else "body"
    items = (
        f"<li {_class(role, block.lang, setting, f'level-{item.level}')}>"
        + _set(setting, Part((_run(item.mark), *item.runs) if item.mark else item.runs, role, block.lang))
        + "</li>"
        for item in block.items
    )
    return f'<ul class="list">{"".join(items)}</ul>'


def _note(note: Note, setting: _Setting) -> Html:
    inner = _set(setting, Part((_run(note.mark), *note.runs) if note.mark else note.runs, "note", note.lang))
    return f'<p id="{setting.notes[note.id]}" {_class("note", note.lang, setting)}>{inner}</p>'


def _in_columns(notes: Sequence[Block], setting: _Setting) -> Html:
    count = setting.style.note_columns
    narrow = replace(setting, measure=(setting.measure - NOTE_GAP * (count - 1)) / count)
    inner = "".join(_block(note, narrow, False) for note in notes)
    return f'<div class="notes" style="columns:{count};column-gap:{NOTE_GAP:g}pt">{inner}</div>'


def _table(table: Table, setting: _Setting) -> Html:
    caption = _set(setting, Part(table.caption, "caption", table.lang)) if table.caption else ""
    columns = grid(table, setting.measure, setting.style.text["table"].size)
    widths = "".join(f'<col style="width:{share}%">' for share in shares(columns.widths))
    rows = [_row(cells, at < table.header_rows, table, columns, setting) for at, cells in enumerate(placed(table))]
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    return "".join(
        (
            f'<table class="table{" captioned" if caption else ""}"{_lang(table.lang, setting)}>',
            f"<caption {_class('caption', table.lang, setting)}>{caption}</caption>" if caption else "",
            f"<colgroup>{widths}</colgroup>",
            f"<thead>{head}</thead>" if head else "",
            f"<tbody>{body}</tbody>" if body else "",
            "</table>",
        )
    )


def _row(cells: Sequence[tuple[int, Cell]], head: bool, table: Table, columns: Grid, setting: _Setting) -> Html:
    return f"<tr>{''.join(_cell(cell, at, head, table, columns, setting) for at, cell in cells)}</tr>"


def _cell(cell: Cell, column: int, head: bool, table: Table, columns: Grid, setting: _Setting) -> Html:
    role: TextRole = "table_head" if head else "table"
    tag, scope = ("th", ' scope="col"') if head else ("td", "")
    spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (
        f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    )
    lang = cell.lang or table.lang
    part = Part(cell.runs, role, lang, columns.scale, cell.align)
    inner = "".join(setting.inline((part,), columns.cell(column, cell.colspan)))
    return f"<{tag} {_class(role, lang, setting, cell.align)}{_sized(part, setting)}{spans}{scope}>{inner}</{tag}>"


def _chart(chart: Chart, setting: _Setting) -> Html:
    title = _set(setting, Part(chart.title, "caption", chart.lang)) if chart.title else ""
    caption = f"<figcaption {_class('caption', chart.lang, setting)}>{title}</figcaption>" if title else ""
    return f'<figure class="chart">{caption}{svg.draw(chart, setting.style, setting.paint)}</figure>'


def _cards(cards: Cards, setting: _Setting) -> Html:
    count = across(cards)
    narrow = replace(setting, measure=card_measure(setting.measure, count))
    scale = card_scale(cards, setting.style, narrow.measure)
    rows = (cards.cards[at : at + count] for at in range(0, len(cards.cards), count))
    inner = "".join(_card_row(row, narrow, scale) for row in rows)
    return f'<div class="cards across-{count}">{inner}</div>'


def _card_row(row: Sequence[Card], setting: _Setting, scale: float) -> Html:
    """Write the cards of a row, their labels and figures level with each other."""
    zh = _faces([card.zh for card in row], "zh-Hans", setting, scale)
    en = _faces([card.en for card in row], "en", setting, min(scale, SECOND) if any(c.zh for c in row) else scale)
    return "".join(f'<div class="card">{first}{second}</div>' for first, second in zip(zh, en, strict=True))


def _faces(faces: Sequence[CardFace | None], lang: str, setting: _Setting, scale: float) -> list[Html]:
    """Write what the cards of a row say in one language: each part takes the room that the tallest needs."""
    said = [
        {name: (part, _set(setting, part)) for name, part in card_parts(face, lang, scale)} if face else {}
        for face in faces
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


def _card_part(name: str, part: Part, inner: Html, lang: str, lines: int, setting: _Setting) -> Html:
    text_style = scaled(part, setting.style)
    said = [f"font-size:{text_style.size:.2f}pt;line-height:{text_style.line:.2f}pt"] if part.scale != 1.0 else []
    said += [f"min-height:{text_style.line * lines:.2f}pt"] if setting.printed and lines > 1 else []
    sized = f' style="{";".join(said)}"' if said else ""
    return f"<p {_class(part.role, lang, setting, name)}{sized}>{inner}</p>"


def card_parts(face: CardFace, lang: str, scale: float) -> Iterator[tuple[str, Part]]:
    """Give what a card says in one language: label, value and note, those that there are."""
    if face.label:
        yield "label", Part((_run(face.label),), "card_label", lang)
    if face.value:
        yield "value", Part((_run(face.value),), "card_value", lang, scale)
    if face.note:
        yield "note", Part((_run(face.note),), "card_label", lang)


STATUS: Mapping[EnglishStatus, str] = {
    "verified": "",
    "reviewed": "",
    "draft": "Draft translation",
    "machine": "Machine translation",
    "untranslated": "*",
}
"""What is said under a passage whose English is not good yet."""


def _pair(pair: Pair, setting: _Setting, front: bool) -> Html:
    if not pair.en:
        return (
            f'<div class="pair alone"><div class="zh">{"".join(_blocks(_unpaired(pair), setting, front))}</div></div>'
        )
    first, second = (replace(setting, measure=width) for width in sides(setting.measure))
    mark = STATUS[pair.status]
    said = _set(second, Part((_run(mark),), "provenance", "en")) if mark else ""
    zh, en = "".join(_blocks(pair.zh, first, front)), "".join(_blocks(pair.en, second, front))
    status = f"<p {_class('provenance', 'en', setting, 'status')}>{said}</p>" if mark else ""
    return f'<div class="pair"><div class="zh">{zh}</div><div class="en">{en}{status}</div></div>'


def _unpaired(pair: Pair) -> tuple[Block, ...]:
    """Give a passage that has no English, its mark behind it."""
    *before, last = pair.zh or (Paragraph(()),)
    if isinstance(last, Heading | Paragraph):
        last = replace(last, runs=(*last.runs, _run(f" {STATUS[pair.status]}")))
    return (*before, last)


def _contents(blocks: Sequence[Block], setting: _Setting) -> Html:
    every = enumerate((block for block in blocks if isinstance(block, Heading)), 1)
    headings = [(place, heading) for place, heading in every if 1 <= heading.level <= 2]
    if len(headings) < 3:
        return ""
    rows = "".join(_entry(place, heading, setting) for place, heading in headings)
    head = _set(setting, Part((_run(contents_label(setting.language)),), "heading1", setting.language, align="center"))
    return f'<nav class="contents"><p class="heading1 contents-head">{head}</p><ul>{rows}</ul></nav>\n'


def _entry(place: int, heading: Heading, setting: _Setting) -> Html:
    text_style = setting.style.text["contents"]
    room = replace(setting, measure=setting.measure - (heading.level + 2) * text_style.size)
    inner = _set(room, Part(numbered(heading), "contents", heading.lang))
    names = f"contents level-{heading.level}" + (" w" if western(heading.lang) else "")
    return f'<li class="{names}"{_lang(heading.lang, setting)}><a href="#section-{place}">{inner}</a></li>'


def contents_label(language: str) -> str:
    """Give the heading of the contents."""
    return "Contents" if western(language) else "目　录"


def fixed_words(document: Document) -> Iterator[str]:
    """Give the words that a page says of its own accord."""
    yield from STATUS.values()
    yield contents_label(document.metadata.language)


def _set(setting: _Setting, part: Part) -> Html:
    return "".join(setting.inline((part,), setting.measure))


def _class(role: str, lang: str, setting: _Setting, more: str = "") -> Html:
    names = [role, more] if more and more != role else [role]
    return f'class="{_names(names, lang)}"{_lang(lang, setting)}'


def _names(names: list[str], lang: str) -> str:
    return " ".join(names + ["w"] * western(lang))


def _sized(part: Part, setting: _Setting) -> Html:
    if part.scale == 1.0:
        return ""
    text_style = scaled(part, setting.style)
    return f' style="font-size:{text_style.size:.2f}pt;line-height:{text_style.line:.2f}pt"'


def _lang(lang: str, setting: _Setting) -> Html:
    return "" if lang == setting.language else f' lang="{quoted(lang)}"'


def _run(said: str) -> Run:
    return Run(said)
