"""Give the English that a brief has for lines of its document, for who prints the document itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.brief.admitted import CUT, admitted
from exporter.brief.passages import Known, priorities, projects
from exporter.model import Block, Document, Paragraph, plain


def lines_in_english(document: Document) -> Mapping[str, str]:
    """Give what rules say of each difficulty, priority and project, by its Chinese; `[…]` for what is not."""
    known: Known = {}
    found = (*admitted(document, known), *priorities(document, known), *projects(document, known))
    return {_line(pair.zh): _sentence(_line(pair.en)) for pair in found if pair.status == "verified"}


def _line(side: tuple[Block, ...]) -> str:
    return "".join(_texts(side)).removesuffix(CUT).strip()


def _texts(side: tuple[Block, ...]) -> Iterator[str]:
    return (plain(block.runs) for block in side if isinstance(block, Paragraph))


def _sentence(english: str) -> str:
    return english if english.endswith((".", "!", "?")) else f"{english}."
