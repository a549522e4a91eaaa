"""Write a document as a whole page: `render` gives one for browsers, `page` is what the PDF engine lays out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from exporter.model import Block, Document, Heading, Run
from exporter.renderers.html import brief_sheets, css
from exporter.renderers.html.blocks import blocks_html
from exporter.renderers.html.context import Setting
from exporter.renderers.html.markup import Html, Inline, plain_inline, quoted, text
from exporter.renderers.layout.brief_parts import cover_of, sheets
from exporter.renderers.layout.composition import Part, western
from exporter.renderers.layout.forms import appendix_breaks
from exporter.renderers.layout.roles import front_length, heading_depths
from exporter.renderers.layout.table_widths import measure_of
from exporter.renderers.layout.wording import (
    appendix_label,
    author_of,
    contents_label,
    deep,
    headings_listed,
    listed,
    note_ids,
    title_of,
)
from exporter.style import MADE_BY, Style


def render(document: Document, style: Style) -> bytes:
    """Write a page for browsers, complete in itself: fonts by name, nothing fetched."""
    return page(document, style, plain_inline(document), css.screen(style)).encode()


def page(
    document: Document,
    style: Style,
    inline: Inline,
    sheet: str,
    paint: css.Paint | None = None,
    feet: Container[str] = (),
) -> Html:
    """Write the whole page: head, title, contents where the style has them, blocks, appendix.

    `paint` gives the colours of a printed page; None: the page is for a browser. `feet` are the notes that
    `inline` sets at the foot of a page, by identifier.
    """
    blocks = (*document.blocks, *document.appendix)
    places = enumerate(heading_depths(tuple(deep(blocks))), 1)
    notes, language, printed = note_ids(document), document.metadata.language, paint is not None
    media = {one.sha256: one for one in document.media}
    setting = Setting(style, inline, places, notes, feet, language, paint or str, printed, measure_of(style), media)
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{quoted(document.metadata.language)}"><head><meta charset="utf-8">',
            f"<title>{text(title_of(document))}</title>",
            '<meta name="viewport" content="width=device-width">',
            f'<meta name="generator" content="{quoted(MADE_BY + style.name)}">',
            _about(document),
            f"<style>{sheet}</style></head>\n<body>",
            *(_sheets(document.blocks, setting) if printed and style.kind == "brief" else _flow(document, setting)),
            *_appendix(document, setting),
            "</body></html>\n",
        )
    )


def _flow(document: Document, setting: Setting) -> Iterator[Html]:
    """Write the blocks as they come, what stands with the title first."""
    front = front_length(document.blocks)
    header = front and not setting.printed  # every word of a web page stands in a landmark
    yield "<header>\n" if header else ""
    yield from blocks_html(document.blocks[:front], setting, front=True)
    yield "</header>\n" if header else ""
    yield _contents(document, setting) if setting.style.contents else ""
    yield "<main>\n"
    yield from blocks_html(document.blocks[front:], setting)
    yield "</main>\n"


def _appendix(document: Document, setting: Setting) -> Iterator[Html]:
    if document.appendix:
        name = "" if setting.printed else f' aria-label="{appendix_label(setting.language)}"'
        if setting.printed and appendix_breaks(document):
            name = ' style="break-before:page"'
        yield f'<section class="appendix"{name}>\n'
        yield from blocks_html(document.appendix, setting)
        yield "</section>\n"


def _sheets(blocks: Sequence[Block], setting: Setting) -> Iterator[Html]:
    """Write a brief page by page."""
    opens = " cover" if cover_of(blocks) else ""
    for page, parts in enumerate(sheets(blocks)):
        front = "" if page else opens
        yield f'<section class="sheet{front}" style="{brief_sheets.grid(parts, setting.style)}">'
        for at, part in enumerate(parts):
            yield '<div class="gap"></div>' if at else ""
            yield f'<div class="part {part.name}">'
            yield from blocks_html(part.blocks, setting, front=part.name == "masthead")
            yield "</div>"
        yield "</section>\n"


def _about(document: Document) -> Html:
    said = document.metadata
    pairs = (("author", author_of(said)), ("dcterms.created", said.date), ("dcterms.modified", said.date))
    return "".join(f'<meta name="{name}" content="{quoted(value)}">' for name, value in pairs if value)


def _contents(document: Document, setting: Setting) -> Html:
    headings = headings_listed((*document.blocks, *document.appendix))
    if not headings:
        return ""
    label = Run(contents_label(setting.language))
    head = setting.set(Part((label,), "heading1", setting.language, align="center"))
    rows = "".join(_entry(place, heading, setting) for place, heading in headings)
    return f'<nav class="contents"><p class="heading1 contents-head">{head}</p><ul>{rows}</ul></nav>\n'


def _entry(place: int, heading: Heading, setting: Setting) -> Html:
    room = setting.narrowed(setting.measure - (heading.level + 2) * setting.style.text["contents"].size)
    inner = room.set(Part(listed(heading), "contents", heading.lang))
    names = f"contents level-{heading.level}" + (" w" if western(heading.lang) else "")
    return f'<li class="{names}"{setting.language_of(heading.lang)}><a href="#section-{place}">{inner}</a></li>'
