"""Write the contents: a field that Word refreshes, filled beforehand with every heading and its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exporter.model import Block, Document, Heading, Pair, Paragraph
from exporter.renderers.layout.forms import appendix_breaks
from exporter.renderers.layout.table_widths import measure_of
from exporter.renderers.word.body.pagination import Laid, heading_pages, lay_out, lay_text
from exporter.renderers.word.body.runs import language
from exporter.renderers.word.body.writing import Entry, Writing
from exporter.renderers.word.markup import PT, paragraph, text_run, twips
from exporter.renderers.word.official.places import FRONT_ROLES
from exporter.style import Style

DEPTH = 2
LEAST = 5
"""Fewer headings than this need no contents."""
HEADINGS = {"zh-Hans": "目录", "zh-Hant": "目錄"}
"""What stands above the contents; in any other language: Contents."""


def depth_of(document: Document, style: Style) -> int:
    """Give the lowest level of heading that the contents of a document show; 0 where it has no contents."""
    heads = sum(1 <= heading.level <= DEPTH for heading in _headings(document.blocks))
    return DEPTH if style.contents and heads >= LEAST else 0


def front_matter(blocks: Sequence[Block]) -> int:
    """Count the blocks that belong to the title: the title itself and the lines under it."""
    count = 0
    for block in blocks:
        title = isinstance(block, Heading) and block.level == 0
        if not title and not (isinstance(block, Paragraph) and block.role in FRONT_ROLES):
            return count
        count += 1
    return count


def contents_xml(document: Document, front: int, writing: Writing) -> str:
    """Write the contents of a document whose first `front` blocks stand above them."""
    entries, style = writing.entries, writing.style
    if not entries:
        return ""
    pages = _pages(document, front, writing)
    rows = list(_rows(entries, pages, style, language(document.metadata.language)))
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{writing.depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    rows[0] = rows[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    end = paragraph("Gap", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    lang = document.metadata.language
    title = paragraph("TOCHeading", text_run(HEADINGS.get(lang, "Contents"), language(lang)))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{title}{''.join(rows)}{end}</w:sdtContent></w:sdt>"
    )


def _rows(entries: Sequence[Entry], pages: Sequence[int], style: Style, spoken: str) -> Iterator[str]:
    edge = twips(style.measure)
    letters = style.text["contents"]
    for entry, page in zip(entries, pages, strict=True):
        tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>'
        left = round((entry.level - 1) * 2 * letters.size * PT)
        indent = f'<w:ind w:left="{left}"/>'
        content = (
            f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{text_run(entry.text, spoken)}'
            f'<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {entry.anchor} \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{page}</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
        )
        yield paragraph(f"TOC{entry.level}", content, tab + indent)


def _pages(document: Document, front: int, writing: Writing) -> list[int]:
    """Estimate the page of every entry: title, contents, then the text from a new page on."""
    style, notes = writing.style, writing.notes
    laid = list(lay_out(document.blocks[:front], style, notes, 0))
    laid += [Laid(strip) for strip in lay_text(HEADINGS["zh-Hans"], style.text["heading1"], measure_of(style))]
    letters = replace(style.text["contents"], right=2.0)
    for entry in writing.entries:
        deeper = replace(letters, left=(entry.level - 1) * 2.0)
        laid += [Laid(strip) for strip in lay_text(entry.text, deeper, measure_of(style))]
    body = _broken(lay_out(document.blocks[front:], style, notes, writing.depth), True)
    after = lay_out(document.appendix, style, notes, writing.depth)
    return heading_pages([*laid, *body, *_broken(after, appendix_breaks(document))], style)


def _broken(laid: Iterable[Laid], breaks: bool) -> Iterator[Laid]:
    """Let what is laid out begin on a new page."""
    for index, one in enumerate(laid):
        yield replace(one, strip=replace(one.strip, break_before=True)) if breaks and index == 0 else one


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Pair):
            yield from _headings(block.zh)
