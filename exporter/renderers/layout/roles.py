"""Say which text style each part of a document is set in, the same for every renderer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from exporter.model import Align, Block, Heading, Paragraph, ParagraphRole, RunRole
from exporter.style import FontRole, Style, TextRole, TextStyle

_FRONT: frozenset[ParagraphRole] = frozenset({"subtitle", "byline", "date", "document_number", "signatory"})


def heading_role(level: int) -> TextRole:
    """Give the text role of a heading; the title is level 0, and all below level 4 look alike."""
    roles: tuple[TextRole, ...] = ("title", "heading1", "heading2", "heading3", "heading4")
    return roles[max(0, min(level, 4))]


def paragraph_role(role: ParagraphRole, front: bool, english: bool) -> TextRole:
    """Give the text role of a paragraph; `front`: it stands with the title, before the text begins."""
    match role:
        case "body" | "closing" | "attachment" | "remark" | "copied_to" | "issued":
            return "english" if english else "body"
        case "copy_number" | "secrecy" | "urgency" | "signatory":
            return "english" if english else "body"
        case "subtitle" | "byline" | "document_number" | "issuer_mark":
            return "subtitle"
        case "date":
            return "subtitle" if front else "signature"
        case "headline" | "addressee" | "signature" | "caption" | "note" | "provenance":
            return role
        case "continued":
            return "english" if english else "addressee"
        case "status":
            return "provenance"
        case _:
            assert_never(role)


def front_length(blocks: Sequence[Block]) -> int:
    """Count the blocks that stand with the title: the title itself and the lines under it."""
    for at, block in enumerate(blocks):
        match block:
            case Heading(level=0):
                continue
            case Paragraph(role=role) if role in _FRONT:
                continue
            case _:
                return at
    return len(blocks)


def heading_depths(blocks: Sequence[Block]) -> Iterator[int]:
    """Give each heading its depth in the outline, from 1, never leaving one out (PDF/UA-1, 7.4.2)."""
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield min(len(open_levels), 6)


def run_font(role: RunRole, text: TextStyle) -> tuple[FontRole, int]:
    """Give the font role and weight of a run in a text style.

    仿宋 has no bold: what is strong in it is set in 黑体, a leading phrase in 楷体 as a heading of level 2.
    """
    bare = text.font in ("fangsong", "kai")
    match role:
        case "strong":
            return ("hei", 400) if bare else (text.font, 700)
        case "lead":
            return ("kai", 400) if text.font == "fangsong" else (text.font, 700)
        case "emphasis":
            return "kai", text.weight
        case "plain" | "figure" | "mark" | "link":
            return text.font, text.weight
        case _:
            assert_never(role)


def run_latin(role: RunRole, text: TextStyle) -> tuple[FontRole, int]:
    """Give the font role and weight of the Latin letters and digits of a run."""
    font, weight = run_font(role, text)
    return ("sans" if font == "hei" else text.latin), (700 if font == "biaosong" else weight)


def english_style(style: Style, role: TextRole) -> TextStyle:
    """Give the style of English text in a role; running text has one of its own."""
    return style.text["english" if role == "body" else role]


@lru_cache(maxsize=1024)
def resized(text: TextStyle, scale: float, align: Align) -> TextStyle:
    """Give a text style at a share of its size, and with another alignment."""
    return replace(text, size=text.size * scale, line=text.line * scale, align=align)
