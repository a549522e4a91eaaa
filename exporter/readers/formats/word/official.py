"""Take lines for the issuing authority's mark that a Word file itself sets so, by the name of their style."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from exporter.model import Block, Document, Heading, Paragraph, heading_text

STYLES = ("发文机关标志", "红头")
"""Names of styles that set nothing else."""
NAMES = (*STYLES, "signature", "署名")
"""Names of styles that set who issues or signs a paper; a table of nothing else only places them."""


def with_mark(document: Document, places: Collection[int]) -> Document:
    """Give the document with titles that begin at these places as the mark (GB/T 9704-2012, 7.2.4)."""
    if not places:
        return document
    marks = [block for block in document.blocks if _is_mark(block, places)]
    blocks = tuple(_mark(block) if block in marks else block for block in document.blocks)
    if not marks:
        return document
    words = _plain("".join(heading_text(block) for block in marks if isinstance(block, Heading)))
    metadata = replace(document.metadata, issuer_mark=document.metadata.issuer_mark or words)
    if _plain(metadata.title or "") == words:
        metadata = replace(metadata, title=None)
    return replace(document, blocks=blocks, metadata=metadata)


def _is_mark(block: Block, places: Collection[int]) -> bool:
    return isinstance(block, Heading) and block.level == 0 and block.span is not None and block.span.start in places


def _mark(block: Block) -> Block:
    assert isinstance(block, Heading)
    return Paragraph(block.runs, "issuer_mark", block.lang, block.span)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
