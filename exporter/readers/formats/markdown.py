"""Read Markdown: its headings, paragraphs, lists and tables, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.model import Alteration, Document, Source, Span
from exporter.readers.assemble import assemble
from exporter.readers.formats.encoding import decode
from exporter.readers.formats.html.flow import line_of
from exporter.readers.lines.grids import grid_of
from exporter.readers.lines.line import GridCell, Line, trimmed
from exporter.readers.lines.recognisers import TITLE_END, LineClass

NESTED = 60
"""Deepest nesting of quotes and lists that is parsed; what is deeper is kept as plain lines."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:.{0,2000}\n){0,200}?)---[ \t]*\n")
_MARKUP = re.compile(
    r"(?P<image>!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,500}\")?\))"
    r"|(?P<open>\[)(?=[^\[\]]{1,500}\]\([^()]{0,2000}\))|(?P<close>\]\([^()]{0,2000}\))"
    r"|(?P<strong>\*{1,3}|__|~~)|(?P<code>`+)|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)|(?P<end>(?<! ) {0,200}\\?\n[ \t>]{0,200})"
)
_LIST = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>[-*+])[ \t]+(?:\[[ xX]\][ \t]+)?|(?P<lead>[ \t>]+)")
_HEADING = re.compile(r"[ \t>]{0,12}(?P<mark>#{1,6})[ \t]+")
_CLOSING = re.compile(r"(?<![ \t])[ \t]{1,20}#{1,20}[ \t]{0,20}$")


def read(source: Source) -> Document:
    """Read Markdown. Raises SourceError `source.*`."""
    decoded = decode(source.data, source.name)
    text = decoded.text
    lines = [(line, None) for line in _lines(text)]
    front = [(line, LineClass("metadata", "record")) for line in _front(text)]
    every = sorted([*front, *lines], key=lambda pair: pair[0].start)
    known = [lot for _, lot in every]
    found = _titled([line for line, _ in every])
    return assemble(source, text, found, decoded.encoding, decoded.notices, page=False, known=known if front else None)


def _front(text: str) -> Iterator[Line]:
    """Give the lines of the record between two rules that opens a file."""
    found = _FRONT.match(text)
    if found:
        for row in re.finditer(r".+", found["body"]):
            line = trimmed(text, found.start("body") + row.start(), found.start("body") + row.end())
            if line:
                yield line


def _lines(text: str) -> Iterator[Line]:
    """Give the lines of a Markdown text: each block is one, each item and each hard line break too."""
    front = _FRONT.match(text)
    first = front.end() if front else 0
    starts = [first, *(first + found.end() for found in re.finditer("\n", text[first:]))]
    ends = [*starts[1:], len(text)]
    covered = [False] * len(starts)
    for kind, top, bottom, level in _blocks(text[first:]):
        last = min(bottom, len(starts))
        for index in range(top, last):
            covered[index] = True
        if top >= last:
            continue
        if kind == "table":
            yield from _table(text, [(starts[index], ends[index]) for index in range(top, last)])
        else:
            yield from _block(text, starts[top], ends[last - 1], kind, level)
    for index, done in enumerate(covered):
        # What the parser leaves out, as it does below its depth, must not be lost.
        bare = text[starts[index] : ends[index]].strip(" \t\r\n>-=*_~`#|:+")
        if not done and bare:
            yield from _block(text, starts[index], ends[index], "paragraph", 0)


def _blocks(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Give kind, first line, line after the last, and heading level of each block that holds text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTED}).enable(["table", "strikethrough"])
    parser.disable("inline")
    inside = 0
    for token in parser.parse(text):
        if token.type == "table_open" and token.map:
            inside += 1
            yield "table", token.map[0], token.map[1], 0
        elif token.type == "table_close":
            inside -= 1
        elif token.map and not inside:
            if token.type == "heading_open":
                yield "heading", token.map[0], token.map[1], int(token.tag[1:])
            elif token.type == "paragraph_open":
                yield "paragraph", token.map[0], token.map[1], 0
            elif token.type in ("fence", "code_block"):
                yield "code", token.map[0], token.map[1], 0


def _block(text: str, start: int, end: int, kind: str, level: int) -> Iterator[Line]:
    """Give the lines of a block, its marks taken out."""
    if kind == "code":
        for row in re.finditer(r"[^\n]+", text[start:end]):
            if not re.match(r"\s*(?:`{3,}|~{3,})", row[0]):
                line = trimmed(text, start + row.start(), start + row.end())
                if line:
                    yield line
        return
    mark = _HEADING.match(text, start, end) if kind == "heading" else None
    begin = mark.end() if mark else start
    closing = _CLOSING.search(text[begin:end].rstrip()) if mark else None
    if kind == "heading" and not mark:
        # The last line of such a heading is the rule below it.
        end = start + max(0, text[start:end].rstrip().rfind("\n"))
    stop = begin + closing.start() if closing else end
    for line in _inline(text, begin, stop):
        yield replace(line, level=level or None)


def _inline(text: str, start: int, end: int) -> Iterator[Line]:
    """Read running text: marks of emphasis, links and list items become edits, hard breaks end a line."""
    pieces: list[tuple[int, int]] = []
    bullet: int | None = None
    here = start
    opening = _LIST.match(text, start, end)
    if opening:
        bullet = opening.start("mark") if opening["mark"] else None
        here = opening.end()
    for found in _MARKUP.finditer(text, here, end):
        if found.start() > here:
            pieces.append((here, found.start()))
        here = found.end()
        if found["end"] and (found["end"].startswith(("  ", "\\", " \\")) and found.end() < end):
            yield from _finished(text, pieces, bullet)
            pieces, bullet = [], None
        elif found["end"] and pieces and _needs_space(text, found.start(), found.end()):
            pieces.append((found.end() - 1, found.end()))
    if end > here:
        pieces.append((here, end))
    yield from _finished(text, pieces, bullet)


def _finished(text: str, pieces: Sequence[tuple[int, int]], bullet: int | None) -> Iterator[Line]:
    line = line_of(text, pieces) if pieces else None
    if line is None:
        return
    if bullet is None:
        yield line
        return
    mark = Alteration(Span(bullet, line.start), text[bullet : line.start], "•", "markup")
    yield replace(line, start=bullet, text="•" + line.text, edits=(mark, *line.edits))


def _needs_space(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _table(text: str, rows: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """Read a table of pipes; its second line only parts the heading from the rest."""
    cells: list[list[GridCell]] = []
    for index, (start, end) in enumerate(rows):
        if index == 1:
            continue
        row = [GridCell(line, header=index == 0) for line in _cells(text, start, end)]
        if row:
            cells.append(row)
    grid = grid_of(cells)
    lines = [cell.line for row in grid.rows for cell in row if cell.line] if grid else []
    if grid and lines:
        whole = "\t".join(line.text for line in lines)
        yield Line(lines[0].start, max(line.end for line in lines), whole, grid=grid)


def _cells(text: str, start: int, end: int) -> Iterator[Line | None]:
    row = text[start:end].rstrip()
    left = start + len(row) - len(row.lstrip(" \t>|"))
    here = left if row.lstrip(" \t>").startswith("|") else start
    stop = start + len(row.rstrip("|")) if row.endswith("|") and not row.endswith("\\|") else start + len(row)
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", text[here:stop])]
    places = [here, *(here + bar + 1 for bar in bars)]
    for first, last in zip(places, [*(here + bar for bar in bars), stop], strict=True):
        yield next(_inline(text, first, last), None)


def _titled(lines: list[Line]) -> list[Line]:
    """Take the first heading for the title if it is the only one of its level or names a document."""
    tops = [index for index, line in enumerate(lines) if line.level == 1]
    if tops and (len(tops) == 1 or TITLE_END.search(lines[tops[0]].text)) and tops[0] < 12:
        lines[tops[0]] = replace(lines[tops[0]], level=0)
    return lines
