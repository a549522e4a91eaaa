"""Tell which form an official paper has (GB/T 9704-2012, 7 and 10), and put its parts in that form's lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.elements import mark_said
from exporter.model import Block, Document, Paragraph, Run, Runs
from exporter.renderers.layout.arranging import as_printed
from exporter.renderers.layout.forms import Form, form_by, is_mark, printed_by, words
from exporter.renderers.layout.imprint_lines import printer_and_day
from exporter.style import Style


def form_of(document: Document) -> Form:
    """Tell the form by the issuing authority's mark, and by the kind of paper."""
    mark = mark_said(words(block) for block in document.blocks if is_mark(block, document.blocks)) or ""
    return form_by(mark, document.metadata.doc_type)


def with_shared_lines(blocks: Sequence[Block], form: Form, style: Style) -> tuple[Block, ...]:
    """Give the blocks of a paper as it prints them; number and signatory share a line, printer and date another."""
    return tuple(_sharing(blocks, form, style))


def _sharing(blocks: Sequence[Block], form: Form, style: Style) -> Iterator[Block]:
    left = list(as_printed(blocks, form, style))
    printed = printed_by(left, form)
    while left:
        block = left.pop(0)
        if printed and block is printed[0] and isinstance(block, Paragraph):
            block = replace(block, runs=(*block.runs, Run("\t"), *left.pop(0).runs))  # type: ignore[union-attr]
        if isinstance(block, Paragraph) and block.role == "document_number":
            while left and isinstance(left[0], Paragraph) and left[0].role == "signatory":
                block = _beside(block, left.pop(0))
        elif isinstance(block, Paragraph) and block.role == "issued":
            block = replace(block, runs=_parted(block))
        yield block


def _beside(number: Paragraph, signatory: Block) -> Paragraph:
    assert isinstance(signatory, Paragraph)
    return replace(number, runs=(*number.runs, Run("\t"), *signatory.runs))


def _parted(line: Paragraph) -> Runs:
    """Put the date of printing at the right end of its line (7.4)."""
    found = printer_and_day(line)
    return (replace(line.runs[0], text="\t".join(found)),) if found else line.runs
