"""Put the page of a brief together: its text, the source's text, the switch of languages, and the proof."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from exporter.characters import clean
from exporter.model import Block, Cards, Document, Fact, Heading, Note, Origin, Pair, Paragraph, ParagraphRole, Picture
from exporter.renderers.briefpage.blocks import sections, written_blocks
from exporter.renderers.briefpage.inline import PageContext, english_name
from exporter.renderers.briefpage.passages import Mark, Row, marks_of, rows_of
from exporter.renderers.briefpage.proof import model_script
from exporter.renderers.briefpage.sheet import sheet
from exporter.renderers.briefpage.unbroken import unbroken
from exporter.renderers.html import Html, quoted, text
from exporter.renderers.layout.composition import western
from exporter.renderers.layout.roles import heading_depths
from exporter.renderers.layout.wording import author_of, deep, note_ids, title_of
from exporter.style import Style

_FRONT: frozenset[ParagraphRole] = frozenset({"subtitle", "byline", "date", "document_number", "status"})


def render(document: Document, style: Style) -> bytes:
    """Write a brief as one HTML file that needs no other: it fetches nothing and works without a network.

    A click or Enter on a figure opens its sentence in the source. Without scripts the same links lead
    to the list of sources, and from there to the row of the source. The document itself is in the
    page, so that `read_model` can give it back.
    """
    rows, model = rows_of(document), document
    document = replace(document, blocks=unbroken(document.blocks))
    page = _page(document, style, rows)
    blocks = (*document.blocks, *document.appendix)
    front = _front_length(blocks)
    last = len(blocks) - sum(1 for _ in takewhile(_is_provenance, reversed(blocks[front:])))
    script = _part("page.js")
    brief = "".join(
        (
            _head(document, style, script, _alone(document)),
            _part("tools.html").replace("{switch}", "" if _alone(document) else _part("switch.html")),
            f'<header class="masthead">\n{_masthead(document, blocks[:front], page)}</header>\n',
            f'<main id="brief">\n{sections(blocks[front:last], page)}</main>\n',
            f"<footer>\n{written_blocks(blocks[last:], page)}",
        )
    )
    source = _source(rows, document.origin) if rows and document.origin else ""
    data = _facts_script(brief, page, rows) + model_script(model)
    end = f"</footer>\n{data}<script>{script}</script>\n</body></html>\n"
    return f"{clean(brief)}{source}{end}".encode()


def _page(document: Document, style: Style, rows: tuple[Row, ...]) -> PageContext:
    blocks = tuple(deep((*document.blocks, *document.appendix)))
    notes = [block.id for block in blocks if isinstance(block, Note)]
    untitled = not _titled(document.blocks)
    marks = {fact.id: marks_of(fact.span, rows) for fact in document.facts}
    return PageContext(
        style,
        document.metadata.language,
        MappingProxyType(note_ids(document)),
        MappingProxyType({fact.id: fact for fact in document.facts}),
        MappingProxyType(marks),
        enumerate((min(depth + untitled, 6) for depth in heading_depths(blocks)), 1),
        (f"note-{at}" for at in range(1, len(notes) + 1)),
        MappingProxyType({medium.sha256: medium for medium in document.media}),
    )


# ---------------------------------------------------------------- head


def _alone(document: Document) -> str:
    """Name the one language that a brief is in; empty where it is in two and a reader may switch one off."""
    if any(map(_in_two, (*document.blocks, *document.appendix))):
        return ""
    return "en" if western(document.metadata.language) else "zh"


def _in_two(block: Block) -> bool:
    match block:
        case Pair(zh=zh, en=en):
            return bool(zh and en)
        case Cards(cards=cards):
            return any(card.zh and card.en for card in cards)
        case Heading(level=level, runs=runs, lang=lang):
            return level > 0 and len({western(run.lang or lang) for run in runs}) > 1
        case _:
            return False


def _head(document: Document, style: Style, script: str, alone: str) -> Html:
    css = clean(sheet(style))
    names = f"page alone-{alone}" if alone else "page"
    ours = f"script-src '{_hash(script)}'; style-src '{_hash(css)}'"
    pictures = (
        " img-src data:;" if document.media and any(isinstance(block, Picture) for block in document.blocks) else ""
    )
    allowed = f"default-src 'none'; {ours};{pictures} base-uri 'none'; form-action 'none'"
    about = (("author", author_of(document.metadata)), ("dcterms.created", document.metadata.date))
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{quoted(document.metadata.language)}"><head><meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{quoted(allowed)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark"><meta name="generator" content="exporter">\n',
            *(f'<meta name="{name}" content="{quoted(value)}">\n' for name, value in about if value),
            f'<title>{text(title_of(document))}</title>\n<style>{css}</style></head>\n<body class="{names}">\n',
        )
    )


def _hash(inline: str) -> str:
    """Give the source expression that allows an inline element (CSP level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


@cache
def _part(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


# ---------------------------------------------------------------- masthead and foot


def _front_length(blocks: Sequence[Block]) -> int:
    return sum(1 for _ in takewhile(_is_front, blocks))


def _is_front(block: Block) -> bool:
    match block:
        case Heading(level=0) | Picture():
            return True
        case Paragraph(role=role):
            return role in _FRONT
        case Pair(zh=zh, en=en):
            return all(isinstance(one, Paragraph) and one.role in _FRONT for one in (*zh, *en))
        case _:
            return False


def _is_provenance(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "provenance"


def _masthead(document: Document, blocks: Sequence[Block], page: PageContext) -> Html:
    title = "" if _titled(blocks) else f'<h1 class="title">{text(title_of(document))}</h1>\n'
    return title + written_blocks(blocks, page)


def _titled(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Heading) for block in takewhile(_is_front, blocks))


def _source(rows: Sequence[Row], origin: Origin) -> Html:
    above, below = _part("source.html").split("{rows}")
    return clean(above.replace("{name}", text(origin.name))) + _numbered(rows) + below


def _numbered(rows: Sequence[Row]) -> Html:
    """Write the rows of the source; a line of the source that takes several rows has its number at the first."""
    lines = [0, *(row.line for row in rows)]
    return "\n".join(
        f'<p id="row-{at}" data-line="{row.line if row.line != before else ""}">{text(row.text)}</p>'
        for at, (row, before) in enumerate(zip(rows, lines, strict=False))
    )


# ---------------------------------------------------------------- data for the script


def _facts_script(body: Html, page: PageContext, rows: tuple[Row, ...]) -> Html:
    linked = dict.fromkeys(unescape(name) for name in re.findall(r'data-fact="([^"]*)"', body))
    data = {name: _said(page.facts[name], page.marks[name], rows) for name in linked if page.marks[name]}
    said = json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="facts">{said}</script>\n'


def _said(fact: Fact, marks: Iterable[Mark], rows: tuple[Row, ...]) -> dict[str, object]:
    return {
        "zh": fact.indicator,
        "en": english_name(fact),
        "line": fact.line,
        "english": fact.english or "",
        "marks": list(marks),
        "number": list(marks_of(fact.number_span, rows)),
    }
