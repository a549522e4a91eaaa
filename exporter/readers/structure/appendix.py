"""Read what follows the text: annexes with their headings, and glossaries and notes tied to their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from exporter.model import Block, Heading, Note, Notice, Paragraph, Run, Span
from exporter.readers.lines.contents import flat
from exporter.readers.lines.joining import BROKEN_HEADING, rejoined
from exporter.readers.lines.line import Line, join, join_all
from exporter.readers.lines.numbering import number_of
from exporter.readers.lines.recognisers import APPENDIX, TITLE_END, is_prose
from exporter.readers.structure.blocks import MARK, Setting, bare_mark, blocks, runs_of
from exporter.readers.structure.entries import annex_entries
from exporter.readers.structure.layout import IMPRINT

_ANNEX = re.compile(r"^(?:附件|附录|附錄)\s?[\d一二三四五六七八九十A-Z]{0,2}[：:]?$")
_NOTES = re.compile(r"解释|解釋|注释|註釋|释义|术语|用语|名词|名詞|附注|备注|備註|^[※【\[]?注[：:]?$")
_ENTRY = re.compile(
    r"(?P<mark>[\[〔［【（(]\s?\d{1,3}\s?[\]〕］】）)]|\d{1,3}(?:[.．、](?!\d)|\s)|[①-⑳])\s{0,3}|(?P<note>注\s?\d{0,2}[：:])"
)


@dataclass(frozen=True, slots=True)
class Appendix:
    """What follows the text, the lines it was made of, and the id of the note that each mark points to."""

    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()
    imprint: tuple[Block, ...] = ()
    """The paper's own, which stands behind all that is attached to it."""


def appendix_of(
    source: str, lines: Sequence[Line], lang: str, free: bool = True, listed: Sequence[str] = ()
) -> Appendix:
    """Read the lines after the text: annex after annex, each a heading and its text.

    `free`: see `outline`; `listed`: the names of what the paper says that it attaches.
    """
    done: list[Block] = []
    used: list[Line] = []
    marks: dict[str, str] = {}
    notices: list[Notice] = []
    for part in _parts(source, lines, frozenset(map(flat, listed))):
        headed = APPENDIX.match(part[0].text) or _ANNEX.match(part[0].text[:4]) or not _ENTRY.match(part[0].text)
        if headed:
            used.append(part[0])
            done.append(_heading(part[0], lang))
        if not headed or _NOTES.search(part[0].text):
            made, inside = _notes(source, part[1:] if headed else part, lang, len(marks))
            marks |= {bare_mark(note.mark): note.id for note in made if isinstance(note, Note) and note.mark}
        else:
            entries, found = annex_entries(source, part[1:], free)
            notices += found
            made = [_deeper(block) for block in blocks(entries, Setting(lang))]
            inside = [entry.line for entry in entries]
        done += made
        used += inside
    end = len(done)
    while end and isinstance(last := done[end - 1], Paragraph) and last.role in IMPRINT:
        end -= 1
    return Appendix(tuple(done[:end]), tuple(used), tuple(marks.items()), tuple(notices), tuple(done[end:]))


def has_marks(lines: Sequence[Line]) -> bool:
    """Tell whether running text holds marks of notes."""
    return any(MARK.search(line.text) for line in lines)


def _parts(source: str, lines: Sequence[Line], listed: Set[str]) -> list[list[Line]]:
    """Part the lines at each heading of an annex; 附件 and its name in the lines below are one heading."""
    parts: list[list[Line]] = []
    at = 0
    while at < len(lines):
        line, stop = lines[at], at + 1
        if parts and len(parts[-1]) == 1 and _ANNEX.match(parts[-1][0].text) and len(line.text) <= NAME:
            stop = _name_ends(lines, at, listed)
            name = join_all(source, lines[at:stop], BROKEN_HEADING)
            parts[-1][0] = join(source, parts[-1][0], name, BROKEN_HEADING, "　")
        elif not parts or APPENDIX.match(line.text):
            parts.append([line])
        else:
            parts[-1].append(line)
        at = stop
    return parts


NAME = 50
"""Longest line, in characters, of the name of an annex."""
LINES = 4
"""Most lines of it."""
_ENDS = re.compile(
    rf"(?:{TITLE_END.pattern})|(?:清单|名单|目录|标准|职责|分工|说明|措施|要点|规则|章程|明细|[一-龥]表)$"
)


def _name_ends(lines: Sequence[Line], first: int, listed: Set[str]) -> int:
    """Give the line behind the name of an annex: as the paper lists it, or where a line ends as such names do."""
    said = ""
    for stop in range(first, min(len(lines), first + LINES)):
        text = lines[stop].text
        if lines[stop].grid is not None or "\t" in text or len(text) > NAME or is_prose(text) or number_of(text):
            break
        if stop > first and text.startswith("（"):  # what it still is: （征求意见稿）
            break
        said += flat(text)
        if said in listed:
            return stop + 1
        broken = stop == first + 1 and not _ENDS.search(lines[first].text)
        if not listed and broken and _ENDS.search(text):
            return stop + 1
    return first + 1


def _heading(line: Line, lang: str) -> Heading:
    return Heading(1, runs_of(line, Setting(lang)), lang=lang, span=Span(line.start, line.end))


def _deeper(block: Block) -> Block:
    return replace(block, level=min(6, block.level + 1)) if isinstance(block, Heading) else block


def _notes(source: str, lines: Sequence[Line], lang: str, before: int) -> tuple[list[Block], list[Line]]:
    """Make a note of each numbered entry; lines without a number go on with the note above them."""
    made: list[Block] = []
    kept = rejoined(source, lines)
    for line in kept:
        found = _ENTRY.match(line.text)
        last = made[-1] if made else None
        if found is None and isinstance(last, Note) and last.span is not None:
            made[-1] = replace(last, runs=(*last.runs, *_runs(line)), span=Span(last.span.start, line.end))
            continue
        mark = found[0].strip() if found else ""
        runs = _runs(line, found.end() if found else 0)
        made.append(Note(f"n{before + len(made) + 1}", mark, runs, lang, Span(line.start, line.end)))
    return made, kept


def _runs(line: Line, first: int = 0) -> tuple[Run, ...]:
    return runs_of(line, Setting(""), first)
