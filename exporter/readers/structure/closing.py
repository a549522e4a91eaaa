"""Give the first and last paragraphs of a document their parts: who is addressed, who signs, when, what is attached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.model import Block, Notice, Paragraph, ParagraphRole, Table, plain
from exporter.readers.lines.recognisers import ADDRESSEE, DATE, SALUTATION

LAST = 12
"""Blocks at the end among which a signature is looked for."""
_SIGNED = re.compile(
    r"^[\u4e00-\u9fff\s、（）]{2,40}(?:政府|国务院|办公厅|办公室|委员会|统计局|调查队|财政局|财政厅|部|局|厅|委|院|署|社)$"
)
_DAY = re.compile(rf"^[（(]?\s?(?:{DATE.pattern})\s?[）)]?$")


def closing(blocks: Sequence[Block]) -> list[Block]:
    """Give the blocks with the roles of their first and last paragraphs."""
    done = list(blocks)
    for index, block in enumerate(done[:3]):
        if isinstance(block, Paragraph) and block.role == "body":
            text = plain(block.runs)
            if ADDRESSEE.match(text) or (SALUTATION.match(text) and text.endswith(("：", ":")) and len(text) < 40):
                done[index] = replace(block, role="addressee")
                break
    for index in range(len(done) - 1, max(-1, len(done) - LAST), -1):
        block = done[index]
        if not isinstance(block, Paragraph) or block.role != "body":
            break
        role = _last_role(plain(block.runs))
        if role is None:
            break
        done[index] = replace(block, role=role)
    return done


def broken_off(blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """Give a notice if the last paragraph stops inside a sentence."""
    last = next((block for block in reversed(blocks) if not isinstance(block, Table)), None)
    if not isinstance(last, Paragraph) or last.role != "body":
        return ()
    text = plain(last.runs)
    if len(text) < 30 or (re.search(r"[。！？；：）)”』」!?.]$", text) and not re.search(r"[.…]{3,}$", text)):
        return ()
    return (
        Notice("source.incomplete", "the text breaks off inside a sentence; get the whole document", span=last.span),
    )


def _last_role(text: str) -> ParagraphRole | None:
    if len(text) > 90:
        return None
    if _DAY.match(text):
        return "date"
    if re.match(r"^附件?\s?[\d一二三四五六七八九十]{0,2}\s?[：:]", text):
        return "attachment"
    if re.fullmatch(r"[（(][^（）()]{2,40}[）)]", text):
        return "status"
    if re.match(r"^(?:抄送|印发|主题词|联系人)", text):
        return "note"
    return "signature" if _SIGNED.match(text) else None
