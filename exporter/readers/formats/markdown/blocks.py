"""Find the blocks of a Markdown text: headings, paragraphs, code, tables of pipes, and what HTML it holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

NESTED = 60
"""Deepest nesting of quotes and lists that is parsed; what is deeper is kept as plain lines."""
Kind: TypeAlias = Literal["heading", "paragraph", "code", "pipes", "html", "note", "left"]

_FENCE = re.compile(
    r"^[ \t>]{0,20}(`{3,20}|~{3,20})[^\n]*\n.*?(?:^[ \t>]{0,20}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE = re.compile(r"<table\b[^<>]{0,2000}>", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]{0,2000}>", re.IGNORECASE)
_NOTE = re.compile(
    r"^[ \t]{0,3}\[\^(?P<label>[^\[\]\s]{1,40})\]:[ \t]*(?P<text>[^\n]*(?:\n(?:[ \t]{2,}|\t)[^\n]+)*)", re.MULTILINE
)
_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]{0,100})\]:[ \t]*<?(?P<address>[^\s<>]{1,2000})>?[ \t]*"
    r"(?:\"[^\"\n]*\")?[ \t]*$",
    re.MULTILINE,
)


class Block(NamedTuple):
    """A block: characters `start` to `end` of the text; the level of a heading, the label of a note."""

    start: int
    end: int
    kind: Kind
    level: int = 0
    label: str = ""


@dataclass(slots=True)
class Blocks:
    """The blocks of a text in order, and what its links are called."""

    blocks: list[Block] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)


def blocks_of(text: str, first: int) -> Blocks:
    """Find the blocks from character `first` on. Comments and the names of links are no text."""
    found = Blocks()
    masked = _masked(text, first, found)
    starts = [first, *(first + line.end() for line in re.finditer("\n", text[first:]))]
    ends = [*starts[1:], len(text)]
    covered = [False] * len(starts)
    for kind, top, bottom, level in _parsed(masked[first:]):
        last = min(bottom, len(starts))
        for index in range(top, last):
            covered[index] = True
        if top < last:
            found.blocks.append(Block(starts[top], ends[last - 1], kind, level))
    for index, done in enumerate(covered):
        # What the parser leaves out, as it does below its depth, must not be lost.
        if not done and masked[starts[index] : ends[index]].strip(" \t\r\n>-=*_~`#|:+"):
            found.blocks.append(Block(starts[index], ends[index], "left"))
    tables = sorted((block.start, block.end) for block in found.blocks if block.kind == "html")
    found.blocks = [piece for block in found.blocks for piece in _unmasked(block, masked, tables)]
    found.blocks.sort()
    return found


def _masked(text: str, first: int, found: Blocks) -> str:
    """Blank out what is read in a way of its own, so that the parser does not see it; places stay what they are."""
    taken = _Stretches([one.span() for one in _FENCE.finditer(text, first)])
    blank: list[tuple[int, int]] = []
    for one in _COMMENT.finditer(text, first):
        if taken.take(*one.span()):
            blank.append(one.span())
    for start, end in _tables(text, first):
        if taken.take(start, end):
            found.blocks.append(Block(start, end, "html"))
            blank.append((start, end))
    for one in _NOTE.finditer(text, first):
        if taken.take(*one.span()):
            found.blocks.append(Block(one.start(), one.end(), "note", label=one["label"]))
            blank.append(one.span())
    for one in _REFERENCE.finditer(text, first):
        if taken.take(*one.span()):
            found.links.setdefault(one["label"].casefold(), one["address"])
            blank.append(one.span())
    parts: list[str] = []
    here = 0
    for start, end in sorted(blank):
        parts += (text[here : max(here, start)], re.sub(r"[^\n]", " ", text[max(here, start) : end]))
        here = max(here, end)
    return "".join((*parts, text[here:]))


class _Stretches:
    """Stretches of a text that are read already."""

    def __init__(self, given: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in given]
        self._ends = [end for _, end in given]

    def take(self, start: int, end: int) -> bool:
        """Take a stretch, where its start lies in none that was taken."""
        at = bisect_right(self._starts, start)
        if at and start < self._ends[at - 1]:
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True


def _tables(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Give the stretches from the opening of an outermost table to its end."""
    here = first
    while (opening := _TABLE.search(text, here)) is not None:
        depth, here = 0, len(text)
        for tag in _TABLE_TAG.finditer(text, opening.start()):
            depth += -1 if tag[1] else 1
            if depth == 0:
                here = tag.end()
                break
        yield opening.start(), here


def _unmasked(block: Block, masked: str, tables: list[tuple[int, int]]) -> Iterator[Block]:
    """Leave out of a block the tables that begin or end in its lines, and what holds nothing but what was blanked."""
    if block.kind in ("html", "note"):
        yield block
        return
    here, rest = block.start, block
    for start, end in tables[max(0, bisect_right(tables, (here,)) - 1) :]:
        if start >= block.end:
            break
        if end <= here:
            continue
        cut = block._replace(start=here, end=start, kind="left" if block.kind in ("pipes", "code") else rest.kind)
        if masked[here:start].strip():
            yield cut
        here, rest = end, Block(end, block.end, "left")
    if masked[here : block.end].strip():
        yield rest


def _parsed(text: str) -> Iterator[tuple[Kind, int, int, int]]:
    """Give kind, first line, line after the last, and heading level of each block that holds text."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTED}).enable(["table", "strikethrough"])
    parser.disable("inline")
    inside = 0
    for token in parser.parse(text):
        if token.type == "table_open" and token.map:
            inside += 1
            yield "pipes", token.map[0], token.map[1], 0
        elif token.type == "table_close":
            inside -= 1
        elif token.map and not inside:
            if token.type == "heading_open":
                yield "heading", token.map[0], token.map[1], int(token.tag[1:])
            elif token.type == "paragraph_open":
                yield "paragraph", token.map[0], token.map[1], 0
            elif token.type in ("fence", "code_block"):
                yield "code", token.map[0], token.map[1], 0
