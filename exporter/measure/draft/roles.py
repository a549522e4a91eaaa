"""Tell which part of an official paper each paragraph of a draft is, as the reader of Word files understood it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from exporter.model import Block, Document, Heading, ListBlock, Paragraph, Span
from exporter.readers.lines.paper_parts import is_body_name

Role: TypeAlias = Literal[
    "title", "heading1", "heading2", "heading3", "heading4", "body", "addressee", "attachment", "signature", "date",
    "remark", "copied_to", "issued", "copy_number", "secrecy", "urgency", "issuer_mark", "document_number", "signatory",
    "attachment_label", "attachment_title", "front",
]  # fmt: skip
"""`front`: a line between title and text that no clause speaks of (date and meeting, speaker)."""
NEAR = 4_000
"""Characters of the text layer in which a paragraph is looked for behind the one before it."""
_LABEL = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[:：]?")
_FORMS = (
    (re.compile(r"[一二三四五六七八九十]{1,3}\s?[、.．，,]"), "heading1"),
    (re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), "heading2"),
    (re.compile(r"\d{1,2}\s?[.．、](?!\d)"), "heading3"),
    (re.compile(r"[（(]?\d{1,2}[）)]"), "heading4"),
)
_KEPT = (
    "addressee", "attachment", "signature", "date", "remark", "copied_to", "issued", "copy_number", "secrecy",
    "urgency", "issuer_mark", "document_number", "signatory", "body",
)  # fmt: skip


def roles_of(document: Document, texts: Sequence[str]) -> list[tuple[tuple[Role, int, int], ...]]:
    """Give what each paragraph is, with the stretch of its text; empty for what the reader took for none of these."""
    layer = document.origin.text if document.origin else ""
    blocks = sorted(_spans((*document.blocks, *document.appendix)), key=lambda one: one[1].start)
    found: list[tuple[tuple[Role, int, int], ...]] = []
    at = 0
    labelled = False
    for text in texts:
        words = text.strip()
        start = layer.find(words, at, at + len(words) + NEAR) if words else -1
        lead = len(text) - len(text.lstrip())
        if _LABEL.fullmatch(words):
            found.append((("attachment_label", 0, len(text)),))
        elif start < 0:
            found.append(())
        else:
            found.append(tuple(_within(blocks, start, start + len(words), lead, words)))
        if labelled and found[-1] and found[-1][0][0] in ("body", "heading1", "title", "front"):
            found[-1] = (("attachment_title", 0, len(text)),)
        labelled = bool(_LABEL.fullmatch(words)) or (labelled and not words)
        at = start + len(words) if start >= 0 else at
    return _addressed(_closed(found), texts)


def _closed(roles: list[tuple[tuple[Role, int, int], ...]]) -> list[tuple[tuple[Role, int, int], ...]]:
    """Take date, name or remark above the text for a line below the title, a heading without a number for the title."""
    opened = next((at for at, one in enumerate(roles) if one and one[0][0] in ("body", "addressee")), len(roles))
    titled = any(one and one[0][0] == "title" for one in roles)
    for at, one in enumerate(roles[:opened]):
        if one and one[0][0] in ("date", "signature", "remark"):
            roles[at] = (("front", *one[0][1:]),)
        elif one and one[0][0] == "front" and not titled:
            roles[at], titled = (("title", *one[0][1:]),), True
    return roles


def _addressed(
    roles: list[tuple[tuple[Role, int, int], ...]], texts: Sequence[str]
) -> list[tuple[tuple[Role, int, int], ...]]:
    """Take the name of a body right above the text for whom the paper is for, though no mark ends it.

    It is where another body signs: who signs does not stand below the title too.
    """
    firsts, words = [one[0][0] if one else None for one in roles], [text.strip() for text in texts]
    opened = next((at for at, first in enumerate(firsts) if first in ("body", "heading1")), 0)
    above = next((at for at in range(opened - 1, -1, -1) if words[at]), 0)
    signers = [words[at] for at, first in enumerate(firsts) if at > opened and first == "signature"]
    another = bool(signers) and not any(words[above] in signer for signer in signers)
    if above and firsts[above] == "front" and another and is_body_name(words[above]):
        roles[above] = (("addressee", *roles[above][0][1:]),)
    return roles


def _spans(blocks: Sequence[Block]) -> Iterator[tuple[Block, Span]]:
    for block in blocks:
        if isinstance(block, ListBlock):
            yield from ((Paragraph(item.runs), item.span) for item in block.items if item.span)
        elif isinstance(block, Heading | Paragraph) and block.span:
            yield block, block.span


def _within(
    blocks: Sequence[tuple[Block, Span]], start: int, end: int, lead: int, words: str
) -> Iterator[tuple[Role, int, int]]:
    for block, span in blocks:
        if span.start < end and span.end > start:
            role = _role(block, words)
            if role is not None:
                yield role, max(span.start, start) - start + lead, min(span.end, end) - start + lead


def _role(block: Block, words: str) -> Role | None:
    if isinstance(block, Heading):
        if block.level == 0:
            return "title"
        number = block.number or words[:6]
        for form, role in _FORMS:
            if form.match(number.strip()):
                return role  # type: ignore[return-value]
        return "front"
    assert isinstance(block, Paragraph)
    if block.role in ("subtitle", "byline"):
        return "front"
    if block.role == "status":
        return "remark" if words.startswith(("（", "(")) else None
    return block.role if block.role in _KEPT else None  # type: ignore[return-value]
