"""Arrange the blocks of a paper as it prints them: labels of attachments apart, their headings like the text's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from exporter.elements import PAPER, issuers_of
from exporter.model import Block, Document, Heading, Paragraph, Run, plain
from exporter.renderers.layout.forms import (
    ABOVE,
    Form,
    form_of_head,
    head_of,
    is_label,
    is_one,
    issued_titles,
    number_level,
    words,
)
from exporter.renderers.layout.signatories import with_signatories
from exporter.renderers.layout.wording import ROLL, runs_between
from exporter.style import Style


def as_printed(blocks: Sequence[Block], form: Form, style: Style) -> tuple[Block, ...]:
    """Give the blocks of a paper as every renderer prints them (GB/T 9704-2012, 7.3.3, 7.3.7, 10.3)."""
    headed = with_signatories(tuple(map(_bare, _with_paper_apart(blocks, form))))
    printed = tuple(_raised(tuple(_with_labels(headed))))
    if style.page.lines:
        printed = tuple(map(_lowered, printed))
    return tuple(map(_with_roll, printed)) if form == "minutes" else printed


def arranged(document: Document, style: Style) -> Document:
    """Give a document whose text and appendix are as every renderer prints them; a brief has its own order."""
    if style.kind != "document":
        return document
    form = form_of_head(head_of(document.blocks))
    blocks, appendix = (as_printed(one, form, style) for one in (document.blocks, document.appendix))
    return replace(document, blocks=blocks, appendix=appendix)


def _with_paper_apart(blocks: Sequence[Block], form: Form) -> Iterator[Block]:
    """Give the mark of several bodies with 文件, which is of all of them, behind the last name (7.2.4)."""
    marks = [block for block in head_of(blocks) if is_one(block, "issuer_mark")] if form == "paper" else []
    names, paper = issuers_of(map(words, marks))
    together = set(map(id, marks)) if paper and len(names) > 1 else set()
    for block in blocks:
        if id(block) not in together or not isinstance(block, Paragraph):
            yield block
            continue
        if name := runs_between(block.runs, 0, len(plain(block.runs).rstrip().removesuffix(PAPER))):
            yield replace(block, runs=name)
        if block is marks[-1]:
            yield replace(block, runs=(Run(PAPER),))


_TOLD = re.compile(r"(?:份\s?号|密\s?级|紧急程度)\s?[：:]\s?")


def _bare(block: Block) -> Block:
    """Give what stands above a mark without the label that it was typed with (7.2.1 to 7.2.3)."""
    if not isinstance(block, Paragraph) or block.role not in ABOVE:
        return block
    found = _TOLD.match(plain(block.runs))
    return replace(block, runs=runs_between(block.runs, found.end())) if found else block


_LABELLED = re.compile(r"(附件\s?[\d一二三四五六七八九十]{0,3}[:：]?)[\s\u3000]+(?=\S)")


def _with_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give blocks with the label of each attachment apart from its title, as a paper prints them (7.3.7)."""
    for block in blocks:
        found = _LABELLED.match(plain(block.runs)) if isinstance(block, Heading) and not block.number else None
        if found is None or not isinstance(block, Heading):
            yield block
            continue
        yield Paragraph((Run(found[1].rstrip("：:")),), "body", block.lang)
        yield replace(block, runs=runs_between(block.runs, found.end()))


def _raised(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the headings of an attachment, and of what is issued, the levels that those of a text have (7.3.7)."""
    issued = {id(one) for one in issued_titles(blocks)}
    under = 0
    for above, block in pairwise((None, *blocks)):
        assert block is not None
        if is_label(above) or id(block) in issued:
            under = block.level if isinstance(block, Heading) else 0
        elif isinstance(block, Heading) and under:
            if block.level <= under:
                under = 0
            else:
                block = replace(block, level=block.level - under)
        yield block


def _lowered(block: Block) -> Block:
    """Give a heading the level that its number has in the standard, where it is higher: 1. is the third (7.3.3)."""
    if not isinstance(block, Heading) or not block.level:
        return block
    return replace(block, level=max(block.level, number_level(block) or 0))


def _with_roll(block: Block) -> Block:
    """Set the label before the names of who took part in Hei (10.3)."""
    if not isinstance(block, Paragraph) or not is_one(block, "body"):
        return block
    found = ROLL.match(plain(block.runs))
    if found is None or not block.runs:
        return block
    first = block.runs[0]
    label, names = replace(first, text=found[1], role="strong"), replace(first, text=found[2], role="plain")
    return replace(block, runs=(label, names) if found[2] else (label,))
