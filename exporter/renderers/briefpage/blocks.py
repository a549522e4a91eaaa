"""Write the blocks of a brief as HTML, what belongs together in two languages as one."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import assert_never

from exporter.model import (
    Block,
    Card,
    CardFace,
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
from exporter.renderers.briefpage.bars import chart_of
from exporter.renderers.briefpage.inline import PageContext, figure, inline, joined, lang_of, side, switched
from exporter.renderers.briefpage.tables import table_of
from exporter.renderers.html import Html, quoted, text
from exporter.renderers.layout.composition import western
from exporter.renderers.layout.roles import heading_role, paragraph_role
from exporter.renderers.layout.table_widths import across
from exporter.renderers.layout.wording import STATUS, numbered, unpaired


def sections(blocks: Sequence[Block], page: PageContext) -> Html:
    """Write blocks in sections: each heading of level 1 opens one."""
    starts = [at for at, block in enumerate(blocks) if at == 0 or (isinstance(block, Heading) and block.level == 1)]
    written = (written_blocks(blocks[start:end], page) for start, end in pairwise((*starts, len(blocks))))
    return joined([f"<section>\n{inner}</section>" for inner in written])


def written_blocks(blocks: Sequence[Block], page: PageContext) -> Html:
    """Write blocks in order; neighbours that belong together are written as one."""
    return joined(list(_groups(blocks, page)))


def _groups(blocks: Sequence[Block], page: PageContext) -> Iterator[Html]:
    at = 0
    while at < len(blocks):
        block, follows = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Note | Pair):
            alike = _alike(blocks, at, type(block))
            inner = "".join(_block(one, page) for one in alike)
            yield f'<ul class="notes">{inner}</ul>' if isinstance(block, Note) else f'<div class="pairs">{inner}</div>'
            at += len(alike)
        elif isinstance(follows, Paragraph) and _same_in_english(block, follows):
            yield _twice(block, follows, page)
            at += 2
        else:
            yield _block(block, page)
            at += 1


def _alike(blocks: Sequence[Block], at: int, kind: type[Note] | type[Pair]) -> list[Block]:
    return list(takewhile(lambda one: isinstance(one, kind), islice(blocks, at, None)))


def _same_in_english(first: Block, second: Paragraph) -> bool:
    """Tell whether a line in Chinese is followed by the same in English: a title, or a line of the same role."""
    if western(first.lang) or not western(second.lang):
        return False
    if isinstance(first, Heading):
        return first.level == 0 and second.role == "subtitle"
    return isinstance(first, Paragraph) and first.role == second.role not in ("body", "provenance")


def _twice(first: Block, second: Paragraph, page: PageContext) -> Html:
    if isinstance(first, Heading):
        return _heading(first, page, second)
    if isinstance(first, Paragraph):
        return f'<div class="twice">{_paragraph(first, page, "zh")}{_paragraph(second, page, "en")}</div>'
    return _block(first, page) + _block(second, page)


def _block(block: Block, page: PageContext) -> Html:  # noqa: C901 - one case a block
    match block:
        case Heading():
            return _heading(block, page)
        case Paragraph():
            return _paragraph(block, page)
        case ListBlock():
            return _list(block, page)
        case Table():
            return table_of(block, page)
        case Picture():
            return _picture(block, page)
        case Chart():
            return chart_of(block, page)
        case Cards():
            return _cards(block, page)
        case Note():
            return _note(block, page)
        case PageBreak():
            return '<div class="page-break"></div>'
        case Pair():
            return _pair(block, page)
        case _:
            assert_never(block)


def _heading(heading: Heading, page: PageContext, english: Paragraph | None = None) -> Html:
    place, depth = next(page.places)
    inner = switched(numbered(heading), heading.lang, page)
    if english:
        inner = side(inner, heading.lang, page) + " " + side(inline(english.runs, "en", page), english.lang, page)
    name = heading_role(heading.level)
    return f'<h{depth} id="section-{place}" class="{name}"{lang_of(heading.lang, page)}>{inner}</h{depth}>'


def _paragraph(paragraph: Paragraph, page: PageContext, switch: str = "") -> Html:
    english = western(paragraph.lang)
    names = dict.fromkeys((paragraph_role(paragraph.role, False, english), paragraph.role, switch))
    inner = inline(paragraph.runs, paragraph.lang, page)
    return f'<p class="{" ".join(filter(None, names))}"{lang_of(paragraph.lang, page)}>{inner}</p>'


def _picture(picture: Picture, page: PageContext) -> Html:
    medium = page.media.get(picture.image)
    caption = _paragraph(Paragraph(picture.caption, "caption", picture.lang), page) if picture.caption else ""
    if medium is None or medium.media not in ("image/png", "image/jpeg"):
        return caption
    data = base64.b64encode(medium.data).decode()
    shown = f'width="{medium.width}" height="{medium.height}" alt="{quoted(picture.alt)}"'
    return f'<img class="logo" src="data:{medium.media};base64,{data}" {shown}>{caption}'


def _list(block: ListBlock, page: PageContext) -> Html:
    items = (
        f'<li class="level-{max(1, min(item.level, 6))}">{text(item.mark)}{inline(item.runs, block.lang, page)}</li>'
        for item in block.items
    )
    return f'<ul class="list"{lang_of(block.lang, page)}>{"".join(items)}</ul>'


def _pair(pair: Pair, page: PageContext) -> Html:
    """Write a passage in both languages; where it has no English yet, no switch hides its Chinese."""
    if not pair.en:
        return f'<div class="pair"><div class="alone">{written_blocks(unpaired(pair), page)}</div></div>'
    mark = STATUS[pair.status]
    status = f'<p class="provenance pending" lang="en">{text(mark)}</p>' if mark else ""
    zh, en = written_blocks(pair.zh, page), written_blocks(pair.en, page)
    return f'<div class="pair"><div class="zh">{zh}</div><div class="en">{en}{status}</div></div>'


def _cards(cards: Cards, page: PageContext) -> Html:
    inner = "".join(f"<li>{_card(card, page)}</li>" for card in cards.cards)
    return f'<ul class="cards cards-{across(cards)}">{inner}</ul>'


def _card(card: Card, page: PageContext) -> Html:
    faces = [(face, lang) for face, lang in ((card.zh, "zh-Hans"), (card.en, "en")) if face]
    written = [_face(face, lang, card.fact, page) for face, lang in faces]
    if len(written) < 2:
        return "".join(
            f'<div class="face"{lang_of(lang, page)}>{inner}</div>'
            for inner, (_, lang) in zip(written, faces, strict=True)
        )
    return "".join(side(inner, lang, page, "div", "face") for inner, (_, lang) in zip(written, faces, strict=True))


def _face(face: CardFace, lang: str, fact: str | None, page: PageContext) -> Html:
    value = face.value or face.note
    note = face.note if face.value else ""
    parts = (
        ("card_label", text(face.label)),
        ("card_value", figure(text(value), fact, page)),
        ("card_note", text(note)),
    )
    return "".join(f'<p class="{name}">{inner}</p>' for name, inner in parts if inner)


def _note(note: Note, page: PageContext) -> Html:
    anchor = next(page.anchors)
    inner = inline((Run(note.mark), *note.runs) if note.mark else note.runs, note.lang, page)
    fact = page.facts.get(note.id)
    if fact and all(run.role == "plain" for run in note.runs) and (marks := page.marks.get(note.id)):
        line = "" if western(note.lang) else side(f"Line {fact.line} ", "en", page, names="solo")
        mark = side(text(note.mark), note.lang, page)
        said = f'{line}{mark}<span class="quote">{inline(note.runs, note.lang, page)}</span>'
        inner = f'<a class="source" href="#row-{marks[0][0]}" data-fact="{quoted(note.id)}">{said}</a>'
    return f'<li id="{anchor}" class="note"{lang_of(note.lang, page)}>{inner}</li>'
