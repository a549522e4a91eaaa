"""Write blocks as HTML one after the other: headings and paragraphs, lists and notes, and what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from exporter.model import (
    Block,
    Cards,
    Chart,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Run,
    Table,
)
from exporter.renderers.html import css
from exporter.renderers.html.context import Setting
from exporter.renderers.html.figures import cards_html, chart_html, picture_html, table_html
from exporter.renderers.html.markup import Html
from exporter.renderers.layout.composition import Part, western
from exporter.renderers.layout.forms import look_of
from exporter.renderers.layout.red_head import RED, RULE, RULE_BELOW, Direct
from exporter.renderers.layout.roles import heading_role, paragraph_role
from exporter.renderers.layout.steps import Alone, Columns, RunIn, steps
from exporter.renderers.layout.table_widths import NOTE_GAP, column_of_notes, sides
from exporter.renderers.layout.wording import STATUS, marked, numbered, unpaired
from exporter.style import TextRole


def blocks_html(blocks: Sequence[Block], setting: Setting, front: bool = False) -> Iterator[Html]:
    """Write blocks; `front`: they stand with the title, before the text begins."""
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


def _apart(block: Block, direct: Direct, setting: Setting) -> Html:
    """Write a part of an official document that has a place of its own."""
    assert isinstance(block, Heading | Paragraph)
    tag, known_by = setting.heading(block) if isinstance(block, Heading) else ("p", "")
    runs = numbered(block) if isinstance(block, Heading) else block.runs
    inner = setting.set(Part(runs, direct.role, block.lang, own=direct.text))
    look = css.declarations(direct.text, setting.paint, setting.printed)
    rule = (
        f";border-bottom:{RULE:g}pt solid {setting.paint(RED)};padding-bottom:{RULE_BELOW:g}mm" if direct.ruled else ""
    )
    page = ";break-before:page" if direct.new_page and setting.printed else ""
    return f'<{tag} {known_by} {setting.attributes(direct.role, block.lang)} style="{look}{rule}{page}">{inner}</{tag}>'


def _block(block: Block, setting: Setting, front: bool) -> Html:  # noqa: C901 - one case a block
    match block:
        case Heading():
            return _heading(block, setting)
        case Paragraph():
            return _paragraph(block, setting, front)
        case ListBlock():
            return _list(block, setting)
        case Table():
            return table_html(block, setting)
        case Picture():
            return picture_html(block, setting)
        case Chart():
            return chart_html(block, setting)
        case Cards():
            return cards_html(block, setting)
        case Note():
            return "" if block.id in setting.feet else _note(block, setting)
        case PageBreak():
            return '<div class="page-break"></div>'
        case Pair():
            return _pair(block, setting, front)
        case _:
            assert_never(block)


def _heading(heading: Heading, setting: Setting) -> Html:
    role = heading_role(heading.level)
    tag, known_by = setting.heading(heading)
    inner = setting.set(Part(numbered(heading), role, heading.lang))
    return f"<{tag} {known_by} {setting.attributes(role, heading.lang)}>{inner}</{tag}>"


_TAGS = re.compile("<[^>]*>")


def _run_in(heading: Heading, paragraph: Paragraph, setting: Setting) -> Html:
    role = heading_role(look_of(heading, setting.style))
    tag, known_by = setting.heading(heading)
    own = paragraph_role(paragraph.role, front=False, english=western(paragraph.lang))
    parts = (Part(numbered(heading), role, heading.lang), Part(paragraph.runs, own, paragraph.lang))
    head, body = setting.inline(parts, setting.measure)
    inside = f'<{tag} {known_by} class="run-in {role}">{head}</{tag}><p class="run-in">{body}</p>'
    stays = _TAGS.sub("", head).rstrip("\n").count("\n") + 2  # lines of the heading, and one of the text
    return f'<div {setting.attributes(own, paragraph.lang)} style="orphans:{stays}">{inside}</div>'


def _paragraph(paragraph: Paragraph, setting: Setting, front: bool) -> Html:
    role = paragraph_role(paragraph.role, front, western(paragraph.lang))
    inner = setting.set(Part(paragraph.runs, role, paragraph.lang))
    return f"<p {setting.attributes(role, paragraph.lang, paragraph.role)}>{inner}</p>"


def _list(block: ListBlock, setting: Setting) -> Html:
    role: TextRole = "english" if western(block.lang) else "body"
    items = (
        f"<li {setting.attributes(role, block.lang, f'level-{item.level}')}>"
        f"{setting.set(Part(marked(item.mark, item.runs), role, block.lang))}</li>"
        for item in block.items
    )
    return f'<ul class="list">{"".join(items)}</ul>'


def _note(note: Note, setting: Setting) -> Html:
    inner = setting.set(Part(marked(note.mark, note.runs), "note", note.lang))
    return f'<p id="{setting.notes[note.id]}" {setting.attributes("note", note.lang)}>{inner}</p>'


def _in_columns(notes: Sequence[Note], setting: Setting) -> Html:
    count = setting.style.note_columns
    narrow = setting.narrowed(column_of_notes(setting.measure, count))
    inner = "".join(_note(note, narrow) for note in notes)
    return f'<div class="notes" style="columns:{count};column-gap:{NOTE_GAP:g}pt">{inner}</div>'


def _pair(pair: Pair, setting: Setting, front: bool) -> Html:
    if not pair.en:
        inner = "".join(blocks_html(unpaired(pair), setting, front))
        return f'<div class="pair alone"><div class="zh">{inner}</div></div>'
    first, second = map(setting.narrowed, sides(setting.measure))
    zh, en = "".join(blocks_html(pair.zh, first, front)), "".join(blocks_html(pair.en, second, front))
    mark = STATUS[pair.status]
    said = second.set(Part((Run(mark),), "provenance", "en")) if mark else ""
    status = f"<p {setting.attributes('provenance', 'en', 'status')}>{said}</p>" if mark else ""
    return f'<div class="pair"><div class="zh">{zh}</div><div class="en">{en}{status}</div></div>'
