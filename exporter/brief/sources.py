"""Say where everything in a brief comes from: each figure's sentence and line, the source and its hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from exporter.brief.languages import CHINESE, language_of
from exporter.brief.options import Languages
from exporter.model import Block, Document, Fact, Note, Paragraph, Run
from exporter.publisher import House

_TAG = re.compile(r"<[^<>]*>")
SOURCE_ZH, SOURCE_EN = "原文：", "Source: "
MAX_QUOTE = 13.5
"""em of a source sentence shown around its figure: with its line, it stands in one line of a column."""


def source_notes(facts: Iterable[Fact], media: str, languages: Languages = "zh-en") -> Iterator[Note]:
    """Give each figure shown its line and its words in the source (of this media type); the note's id is the fact's."""
    quoted = CHINESE if languages == "en" else None
    for fact in dict.fromkeys(facts):
        words = unescape(_TAG.sub("", fact.quote)) if media == "text/html" else fact.quote
        yield Note(
            fact.id,
            f"Line {fact.line} " if languages == "en" else f"第{fact.line}行 ",
            (Run(f"“{_short(''.join(words.split()), fact.value or '')}”", span=fact.span, lang=quoted),),
            language_of(languages),
            fact.span,
        )


def provenance(document: Document, shown: int, languages: Languages = "zh-en") -> Iterator[Block]:
    """Name the source and its hash, and how many figures are proved."""
    if document.origin is None:
        return
    name, sha = document.origin.name, document.origin.sha256
    hashed = sha if languages == "en" else "as above"
    zh, en = f"{SOURCE_ZH}{name}，SHA-256 {sha}。", f"{SOURCE_EN}{name}, SHA-256 {hashed}. "
    if shown:
        zh += f"本简报所列 {shown} 项数据均按规则由原文生成，可逐项核对。"
        en += f"All {shown} figures shown are rendered by rule from the source and can be traced one by one. "
    yield Paragraph((Run(zh),), "provenance")
    yield Paragraph((Run(en.rstrip()),), "provenance", "en")


def house(house: House) -> Iterator[Block]:
    """Say whose brief it is, as the style has it, each language by itself."""
    for line, lang in zip(house.lines(), (CHINESE, "en"), strict=True):
        if line:
            yield Paragraph((Run(line),), "provenance", lang)


def _short(words: str, figure: str) -> str:
    """Give as much of a sentence as stands in a line, its figure in it."""
    if _wide(words) <= MAX_QUOTE:
        return words
    end = words.find(figure) + len(figure) if figure in words else len(words)
    while end < len(words) and words[end] not in "，,；;。、" and _wide(words[:end]) < MAX_QUOTE - 2:
        end += 1
    end = len(words[:end].rstrip("0123456789.和、")) if words[end : end + 1] in _DIGITS else end
    start = 0
    while _wide(words[start:end]) > MAX_QUOTE - 2:
        start += 1
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"


_DIGITS = tuple("0123456789.%")


def _wide(words: str) -> float:
    return sum(1.0 if ord(character) > 0x2E7F else 0.56 for character in words)
