"""Read the running text of Markdown: marks become edits, and say how the characters between them are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exporter.model import Alteration, Picture, Span
from exporter.readers.content.looks import Look
from exporter.readers.content.pictures import Shown, is_small
from exporter.readers.formats.html.pictures import held
from exporter.readers.formats.html.rows import line_of
from exporter.readers.formats.markdown.marks import ADDRESS, ALT, DEEPEST, LIST, MARKS, MARKUP, TAGS, Markdown
from exporter.readers.lines.line import Line


@dataclass(slots=True)
class _Row:
    """The pieces of one line, and what its marks become."""

    pieces: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int, str]] = field(default_factory=list)
    """Places of marks that stand for text of their own."""
    bullet: tuple[int, str] | None = None


def inline(source: Markdown, start: int, end: int) -> Iterator[Line]:
    """Give the lines of running text; hard breaks end a line."""
    row, here = _begun(source.text, start, end)
    paired = _paired(source.text, here, end)
    opened: list[tuple[str, int, str]] = []
    for found in _marks(source.text, here, end):
        if found.start() < here or (found["mark"] and found.start() not in paired):
            continue
        if found.start() > here:
            row.pieces.append((here, found.start()))
        here = found.end()
        if _ends_line(found, end):
            yield from _finished(source, row)
            row = _Row()
        else:
            here = _mark(source, row, found, opened)
            del opened[:-DEEPEST]
    if end > here:
        row.pieces.append((here, end))
    yield from _finished(source, row)


def _begun(text: str, start: int, end: int) -> tuple[_Row, int]:
    opening = LIST.match(text, start, end)
    if opening is None:
        return _Row(), start
    if not opening["mark"]:
        return _Row(), opening.end()
    box = opening["box"]
    sign = "•" if box is None else "☑" if box[1] in "xX" else "☐"
    return _Row(bullet=(opening.start("mark"), sign)), opening.end()


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the marks of a text, but for those that a backslash makes letters."""
    escaped = -1
    for found in MARKUP.finditer(text, start, end):
        if found.start() != escaped:
            escaped = found.end() if found["escape"] else -1
            yield found


def _paired(text: str, start: int, end: int) -> set[int]:
    """Find the marks of emphasis that have a partner; the others are letters of the text."""
    waiting: dict[str, int] = {}
    paired: set[int] = set()
    for found in _marks(text, start, end):
        mark = found["mark"]
        if not mark:
            continue
        if mark in waiting and not text[found.start() - 1 : found.start()].isspace():
            paired |= {waiting.pop(mark), found.start()}
        elif not text[found.end() : found.end() + 1].isspace() and found.end() < end:
            waiting[mark] = found.start()
    return paired


def _ends_line(found: re.Match[str], end: int) -> bool:
    if found["tag"]:
        return re.match(r"</?(?:br|p|div|center|details|summary)\b", found[0], re.IGNORECASE) is not None
    hard = found["end"] is not None and found["end"].startswith(("  ", "\\", " \\"))
    return hard and found.end() < end


def _mark(  # noqa: C901 - one case a mark
    source: Markdown, row: _Row, found: re.Match[str], opened: list[tuple[str, int, str]]
) -> int:
    """Take account of a mark, and give where the text goes on."""
    text, start, here = source.text, found.start(), found.end()
    match found.lastgroup:
        case "end":
            if row.pieces and _needs_space(text, start, here):
                row.pieces.append((here - 1, here))
        case "image":
            _image(source, start, here)
        case "note":
            row.added.append((start, here, f"[{source.number(found[0][2:-1])}]"))
            row.pieces.append((start, here))
        case "auto":
            row.pieces.append((start + 1, here - 1))
            source.looks.append(Look(start, here, "link", found[0][1:-1]))
        case "open":
            opened.append(("a", here, ""))
        case "close":
            _close(source, opened, "a", start, found[0])
        case "mark":
            _pair(source, opened, found[0], start, here)
        case "tag":
            return _tag(source, opened, found)
        case _ if found["named"]:
            row.pieces.append(_named(source, found))
    return here


def _named(source: Markdown, found: re.Match[str]) -> tuple[int, int]:
    """Read `[words][label]`: a link where the text tells the label's address, else plain words."""
    address = source.links.get((found["label"] or found["said"]).casefold(), "")
    if not address:
        return found.span()
    source.looks.append(Look(*found.span("said"), "link", address))
    return found.span("said")


def _pair(source: Markdown, opened: list[tuple[str, int, str]], mark: str, start: int, end: int) -> None:
    at = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == mark), None)
    if at is None:
        opened.append((mark, end, ""))
        return
    _, first, _ = opened.pop(at)
    source.looks += [Look(first, start, kind) for kind in MARKS[mark]]


def _close(source: Markdown, opened: list[tuple[str, int, str]], name: str, start: int, said: str) -> None:
    at = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == name), None)
    address = ADDRESS.match(said)
    if at is not None:
        _, first, _ = opened.pop(at)
        if address:
            source.looks.append(Look(first, start, "link", address[1]))
        elif said.lstrip("](<")[:1] not in ("", "#", ")"):
            source.relative += 1


def _tag(source: Markdown, opened: list[tuple[str, int, str]], found: re.Match[str]) -> int:
    """Follow an HTML tag inside a line; a reading stands above the text before it, and not in it."""
    name = re.sub(r"[</>\s].*", "", found[0].lstrip("</"), flags=re.DOTALL).lower()
    closing = found[0].startswith("</")
    if name in ("rt", "rp") and not closing:
        return _reading(source, opened, name, found)
    if name == "ruby":
        opened.append(("ruby", found.end(), "")) if not closing else None
    elif name in TAGS and not closing:
        opened.append((f"<{name}", found.end(), ""))
    elif name in TAGS:
        at = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == f"<{name}"), None)
        if at is not None:
            source.looks.append(Look(opened.pop(at)[1], found.start(), TAGS[name]))
    return found.end()


def _reading(source: Markdown, opened: list[tuple[str, int, str]], name: str, found: re.Match[str]) -> int:
    ends = re.compile(rf"</{name}>|<(?=/ruby>)|<(?=r[tp]>)", re.IGNORECASE)
    end = ends.search(source.text, found.end(), found.end() + 200)
    if end is None:
        return found.end()
    at = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == "ruby"), None)
    if name == "rt" and at is not None:
        reading = source.text[found.end() : end.start()].strip()
        source.looks.append(Look(opened[at][1], found.start(), "ruby", reading))
        opened[at] = ("ruby", end.end(), "")
    return end.end() if end[0].startswith("</") else end.start()


def _image(source: Markdown, start: int, end: int) -> None:
    said = ALT.match(source.text, start, end)
    alt, address = (said[1].strip(), said[2]) if said else ("", "")
    medium = held(source.text, start, end)
    span = Span(start, end)
    if medium is not None:
        source.media[medium.sha256] = medium
        if not is_small(medium.width, medium.height):
            source.shown.append(Shown(start, Picture(medium.sha256, alt, span=span)))
    elif address and not address.startswith("data:"):
        source.shown.append(Shown(start, Picture("", alt, address=address, span=span)))


def _finished(source: Markdown, row: _Row) -> Iterator[Line]:
    line = line_of(source.text, row.pieces) if row.pieces else None
    if line is None:
        return
    for start, end, now in row.added:
        line = _with(line, start, end, now, source.text)
    if row.bullet is None:
        yield line
        return
    place, sign = row.bullet
    mark = Alteration(Span(place, line.start), source.text[place : line.start], sign, "markup")
    yield replace(line, start=place, text=sign + line.text, edits=(mark, *line.edits))


def _with(line: Line, start: int, end: int, now: str, text: str) -> Line:
    """Give a line with a mark written in another way."""
    was = text[start:end]
    at = line.text.find(was)
    if at < 0:
        return line
    edits = sorted((*line.edits, Alteration(Span(start, end), was, now, "note mark")), key=lambda one: one.span)
    return replace(line, text=line.text.replace(was, now, 1), edits=tuple(edits))


def _needs_space(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
