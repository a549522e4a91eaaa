"""Say where everything in a brief comes from: each figure's sentence and line, the source and its hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from exporter.model import Block, Document, Fact, Note, Paragraph, Run

_TAG = re.compile(r"<[^<>]*>")
MAX_QUOTE = 42
"""Characters of a source sentence shown around its figure."""


def source_notes(facts: Iterable[Fact], media: str) -> Iterator[Note]:
    """Give each figure shown its line and its words in the source (of this media type); the note's id is the fact's."""
    for fact in dict.fromkeys(facts):
        words = unescape(_TAG.sub("", fact.quote)) if media == "text/html" else fact.quote
        yield Note(fact.id, f"第{fact.line}行 ", (Run(f"“{_short(words)}”", span=fact.span),), span=fact.span)


def provenance(document: Document, shown: int, untranslated: int) -> Iterator[Block]:
    """Name the source and its hash, how many figures are proved, and what has no English yet."""
    if document.origin is None:
        return
    name, sha = document.origin.name, document.origin.sha256
    zh, en = f"原文：{name}，SHA-256 {sha}。", f"Source: {name}, SHA-256 as above. "
    if shown:
        zh += f"本简报所列 {shown} 项数据均按规则由原文生成，可逐项核对。"
        en += f"All {shown} figures shown are rendered by rule from the source and can be traced one by one. "
    if untranslated:
        zh += f"尚无英文的内容 {untranslated} 处，以中文列出。"
        en += f"Passages not yet in English, shown in Chinese: {untranslated}."
    yield Paragraph((Run(zh),), "provenance")
    yield Paragraph((Run(en.rstrip()),), "provenance", "en")


def _short(quote: str) -> str:
    words = "".join(quote.split())
    return words if len(words) <= MAX_QUOTE else words[: MAX_QUOTE - 1] + "…"
