"""Tell the form of an official paper (GB/T 9704-2012, 7 and 10), and which lines are its head and its imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Literal, TypeAlias

from exporter.elements import mark_said
from exporter.model import Block, DocType, Heading, Paragraph, Run, Runs, heading_text, plain

Form: TypeAlias = Literal["paper", "letter", "order", "minutes"]
"""Paper with a red head or without; 信函 (10.1), 命令 (10.2), 纪要 (10.3)."""
ABOVE = ("copy_number", "secrecy", "urgency")
"""Roles of what stands above the mark (7.2.1 to 7.2.3)."""
_HEAD = (*ABOVE, "issuer_mark", "document_number", "signatory")
_NAMED = re.compile(r".{2,40}文件")
_IMPRINT = re.compile(r"抄送[:：].{1,400}|.{2,60}\d{1,2}日印发")


def form_by(mark: str, kind: DocType) -> Form:
    """Tell the form by the words of the mark (empty: there is none) and the kind of paper."""
    if re.search(r"令$", mark) or (kind == "order" and mark):
        return "order"
    if kind == "minutes" or re.search(r"纪要$", mark):
        return "minutes"
    if kind == "letter" and mark and not mark.endswith("文件"):
        return "letter"
    return "paper"


def form_of_head(head: Sequence[Block]) -> Form:
    """Tell the form by a head alone: the number of a letter says 函."""
    mark = mark_said(words(block) for block in head if is_mark(block, head)) or ""
    letter = any(is_one(block, "document_number") and "函" in words(block) for block in head)
    return form_by(mark, "letter" if letter else "other")


def head_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the lines that a paper opens with, down to its number and who signs it."""
    return tuple(takewhile(lambda block: is_one(block, *_HEAD) or is_mark(block, blocks), blocks))


def is_mark(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell the issuing authority's mark; a first line that ends in 文件 above a number is one, whoever said so."""
    named = isinstance(block, Paragraph | Heading) and _NAMED.fullmatch(words(block)) is not None
    first = block is blocks[0] and len(blocks) > 1 and is_one(blocks[1], "document_number")
    return is_one(block, "issuer_mark") or (first and named)


def parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """Part the lines of copies and printing that close a paper from what stands above them (7.4)."""
    lines: list[Paragraph] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            break
        if block.role not in ("copied_to", "issued") and not _IMPRINT.fullmatch(words(block)):
            break
        lines.insert(0, block)
    return tuple(blocks[: len(blocks) - len(lines)]), tuple(lines)


_LABEL = re.compile(r"附件\s?[\d一二三四五六七八九十]{0,3}[:：]?")
LEAST = 4
"""Characters of the title of a paper that is issued."""


def is_label(block: Block | None) -> bool:
    """Tell the label above an attachment (7.3.7)."""
    if not isinstance(block, Heading | Paragraph) or is_one(block, "attachment"):
        return False
    return _LABEL.fullmatch(words(block)) is not None


_ISSUES = re.compile(r"印发|转发|批转|公布|发布|颁布|令$")
"""What the title of a paper says that issues another."""
LONGEST = 60
"""Characters of the longest title of what is issued."""


def issued_title(blocks: Sequence[Block]) -> Block | None:
    """Find the title of what a paper issues: a heading right behind date or remark, where its own title says so.

    Where its title is not among the blocks, the heading alone says so.
    """
    title = next((words(block) for block in blocks if isinstance(block, Heading) and block.level == 0), "")
    signed = any(is_one(block, "signature") for block in blocks)
    for block, after in pairwise(blocks):
        closes = signed and is_one(block, "date", "remark", "status")
        if closes and isinstance(after, Heading | Paragraph) and not is_one(after, "remark", "status"):
            return after if _is_issued(after, title) and after is not blocks[-1] else None
    return None


def _is_issued(block: Block, title: str) -> bool:
    said = words(block).strip("《》")
    named = len(said) >= LEAST and said in title and said != title
    headed = isinstance(block, Heading) and not block.number and len(said) <= LONGEST and not is_label(block)
    return named or (headed and (not title or _ISSUES.search(title) is not None))


LABELLED = re.compile(r"(附件\s?[\d一二三四五六七八九十]{0,3}[:：]?)[\s\u3000]+(?=\S)")


def with_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give blocks with the label of each attachment apart from its title, as a paper prints them (7.3.7)."""
    for block in blocks:
        found = LABELLED.match(plain(block.runs)) if isinstance(block, Heading) and not block.number else None
        if found is None or not isinstance(block, Heading):
            yield block
            continue
        yield Paragraph((Run(found[1]),), "body", block.lang)
        yield replace(block, runs=_from(block.runs, found.end()))


def _from(runs: Runs, start: int) -> Runs:
    """Give runs without the characters before a place."""
    kept: list[Run] = []
    for run in runs:
        if start < len(run.text):
            kept.append(replace(run, text=run.text[start:]) if start > 0 else run)
        start -= min(start, len(run.text))
    return tuple(kept)


_CHAPTER = re.compile(r"第[一二三四五六七八九十百]{1,4}[编篇章节]")


def is_chapter(block: Block) -> bool:
    """Tell the heading of a chapter or section of rules, which stands in the middle of its line."""
    return isinstance(block, Heading) and not block.run_in and _CHAPTER.match(heading_text(block).strip()) is not None


def is_one(block: Block | None, *roles: str) -> bool:
    """Tell whether a block is a paragraph of one of these roles."""
    return isinstance(block, Paragraph) and block.role in roles


def words(block: Block) -> str:
    """Give the words of a heading or paragraph without the blanks around them."""
    if isinstance(block, Heading):
        return heading_text(block).strip()
    return plain(block.runs).strip() if isinstance(block, Paragraph) else ""
