"""Say how one paragraph differs from its style, by its part in an official paper."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.model import Block, Heading, Paragraph, heading_text, plain


@dataclass(frozen=True, slots=True)
class Direct:
    """How one paragraph differs from its style, by its part in the document."""

    style: str = ""
    """Another style than that of its role, or empty."""
    properties: str = ""
    """Children of `w:pPr` from `w:framePr` on, in the order of the schema."""
    letters: str = ""
    """Children of `w:rPr` for its text, which then is one run."""
    keep: bool = False
    """Stays on the page of what follows."""
    new_page: bool = False
    """Begins on a page of its own."""


PLAIN = Direct()


def is_role(block: Block | None, *roles: str) -> bool:
    """Tell whether a block is a paragraph of one of these roles."""
    return isinstance(block, Paragraph) and block.role in roles


def text_of(block: Block) -> str:
    """Give the words of a heading or paragraph without the blanks around them."""
    if isinstance(block, Heading):
        return heading_text(block).strip()
    return plain(block.runs).strip() if isinstance(block, Paragraph) else ""
