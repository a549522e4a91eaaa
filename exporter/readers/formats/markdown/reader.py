"""Read Markdown: its headings, paragraphs, lists and tables, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.model import Alteration, Document, Notice, Source, Span
from exporter.readers.assemble import assemble
from exporter.readers.content.looks import with_looks
from exporter.readers.content.pictures import with_pictures
from exporter.readers.formats.encoding import decode
from exporter.readers.formats.html.flow import flow
from exporter.readers.formats.markdown.blocks import Block, blocks_of
from exporter.readers.formats.markdown.inline import inline
from exporter.readers.formats.markdown.marks import Markdown
from exporter.readers.formats.markdown.record import FRONT, Entry, entry_of, front, is_record, with_record
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import GridCell, Line, trimmed
from exporter.readers.lines.recognisers import TITLE_END, LineClass

RECORD = LineClass("metadata", "record")
FOOTNOTE = LineClass("appendix", "footnote")
_HEADING = re.compile(r"[ \t>]{0,12}(?P<mark>#{1,6})[ \t]+")
_NAMES = re.compile(r"[ \t>]{0,12}(?:附?[表图]\s?\d{1,3}\s|[（(]?(?:计量)?单位\s?[：:])")
"""Opens a line that names a table or a picture, or gives a unit: it stands by itself."""
_CLOSING = re.compile(r"(?<![ \t])[ \t]{1,20}#{1,20}[ \t]{0,20}$")
_Read = tuple[Line, LineClass | None]


def read(source: Source) -> Document:
    """Read Markdown. Raises SourceError `source.*`, `html.too_deep`."""
    decoded = decode(source.data, source.name)
    text = decoded.text
    opening = FRONT.match(text)
    found = blocks_of(text, opening.end() if opening else 0)
    source_text = Markdown(text, links=found.links)
    body = sorted(_body(source_text, found.blocks, source.name), key=lambda pair: pair[0].start)
    said, record = _record(text, body)
    body = _titled(sorted([*record, *body], key=lambda pair: pair[0].start))
    known = [lot for _, lot in body]
    document = assemble(
        source,
        text,
        [line for line, _ in body],
        decoded.encoding,
        (*decoded.notices, *_notices(source_text)),
        page=False,
        known=known if any(known) else None,
    )
    document = with_record(document, said)
    return with_pictures(with_looks(document, source_text.looks), source_text.shown, source_text.media.values())


def _notices(source: Markdown) -> Iterator[Notice]:
    if source.relative:
        said = f"{source.relative} links lead to addresses beside the file; their words are kept without them"
        yield Notice("link.relative", said, "info")


def _record(text: str, body: Sequence[_Read]) -> tuple[dict[str, str], list[_Read]]:
    """Give what the text says of itself by label, and the lines of the record that opens it.

    A title that only the record gives is printed: it is how such a file has one.
    """
    said: dict[str, str] = {}
    lines: list[_Read] = []
    titled = any(line.level == 1 for line, lot in body if lot is None)
    for one in front(text):
        if isinstance(one, Entry):
            said.setdefault(one.key, one.value.text)
            is_title = one.key in ("title", "标题") and not titled
            lines.append((replace(one.value, level=0), None) if is_title else (one.value, RECORD))
        else:
            lines.append((one, RECORD))
    for line, lot in body:
        if lot == RECORD:
            key, value = entry_of(line)
            said.setdefault(key, value)
    return said, lines


def _body(source: Markdown, blocks: Sequence[Block], name: str) -> Iterator[_Read]:
    """Give the lines of each block; notes last, so that their marks have been counted."""
    notes = [block for block in blocks if block.kind == "note"]
    early = True
    for block in blocks:
        if block.kind == "html":
            yield from _html(source, block, name)
        elif block.kind == "pipes":
            yield from ((line, None) for line in _table(source, block))
        elif block.kind != "note":
            lines = list(_block(source, block, early))
            early = early and not any(lot is None and len(line.text) > 40 for line, lot in lines)
            yield from lines
    for block in notes:
        yield from _note(source, block)


def _block(source: Markdown, block: Block, early: bool) -> Iterator[_Read]:
    """Give the lines of a block, its marks taken out."""
    text = source.text
    rows = [found.span() for found in re.finditer(r"[^\n]+", text[block.start : block.end])]
    spans = [(block.start + first, block.start + last) for first, last in rows]
    if block.kind == "code":
        yield from ((line, None) for line in _code(text, spans))
    elif block.kind == "paragraph" and early and is_record([text[first:last] for first, last in spans]):
        for first, last in spans:
            yield from ((line, RECORD) for line in inline(source, first, last))
    elif block.kind == "paragraph" and any(_NAMES.match(text, first, last) for first, last in spans):
        for first, last in spans:
            yield from ((line, None) for line in inline(source, first, last))
    else:
        begin, stop = _heading(text, block) if block.kind == "heading" else (block.start, block.end)
        yield from ((replace(line, level=block.level or None), None) for line in inline(source, begin, stop))


def _code(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    for first, last in spans:
        if not re.match(r"\s*(?:`{3,}|~{3,})", text[first:last]) and (line := trimmed(text, first, last)) is not None:
            yield line


def _heading(text: str, block: Block) -> tuple[int, int]:
    """Give where the words of a heading begin and end."""
    mark = _HEADING.match(text, block.start, block.end)
    if mark is None:
        # The last line of such a heading is the rule below it.
        return block.start, block.start + max(0, text[block.start : block.end].rstrip().rfind("\n"))
    closing = _CLOSING.search(text[mark.end() : block.end].rstrip())
    return mark.end(), mark.end() + closing.start() if closing else block.end


def _note(source: Markdown, block: Block) -> Iterator[_Read]:
    """Read a footnote as a line that its number opens."""
    text = source.text
    first = text.index(":", text.index("]", block.start)) + 1
    made = list(inline(source, first, block.end))
    mark = f"[{source.number(block.label)}]"
    for index, line in enumerate(made):
        if index:
            yield line, FOOTNOTE
            continue
        tag = Alteration(Span(block.start, line.start), text[block.start : line.start], mark, "note mark")
        yield replace(line, start=block.start, text=mark + line.text, edits=(tag, *line.edits)), FOOTNOTE


# ---------------------------------------------------------------- tables


def _html(source: Markdown, block: Block, name: str) -> Iterator[_Read]:
    """Read a table written as HTML, as the reader of pages does."""
    page = flow(source.text, name, block.start, block.end)
    source.looks += page.looks
    for one in page.lines:
        yield one.line, None


def _table(source: Markdown, block: Block) -> Iterator[Line]:
    """Read a table of pipes; its second line only parts the heading from the rest."""
    text = source.text
    rows = [found.span() for found in re.finditer(r"[^\n]+", text[block.start : block.end])]
    cells: list[list[GridCell]] = []
    for index, (first, last) in enumerate(rows):
        if index == 1:
            continue
        row = [GridCell(line, header=index == 0) for line in _cells(source, block.start + first, block.start + last)]
        if row:
            cells.append(row)
    grid = grid_of(cells)
    lines = [cell.line for row in grid.rows for cell in row if cell.line] if grid else []
    if grid and lines:
        whole = "\t".join(line.text for line in lines)
        yield Line(lines[0].start, max(line.end for line in lines), whole, grid=grid)


def _cells(source: Markdown, start: int, end: int) -> Iterator[Line | None]:
    text = source.text
    row = text[start:end].rstrip()
    left = start + len(row) - len(row.lstrip(" \t>|"))
    here = left if row.lstrip(" \t>").startswith("|") else start
    stop = start + len(row.rstrip("|")) if row.endswith("|") and not row.endswith("\\|") else start + len(row)
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", text[here:stop])]
    places = [here, *(here + bar + 1 for bar in bars)]
    for first, last in zip(places, [*(here + bar for bar in bars), stop], strict=True):
        yield next(inline(source, first, last), None)


def _titled(lines: list[_Read]) -> list[_Read]:
    """Take the first heading for the title if it is the only one of its level or names a document."""
    tops = [index for index, (line, _) in enumerate(lines) if line.level == 1]
    has_title = any(line.level == 0 for line, _ in lines)
    if tops and not has_title and tops[0] < 12:
        line, lot = lines[tops[0]]
        if len(tops) == 1 or TITLE_END.search(line.text):
            lines[tops[0]] = replace(line, level=0), lot
    return lines
