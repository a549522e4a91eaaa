"""Hold what came in: places in the source, what its regions are, what was altered, what a person should know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter import display


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read, under a name that a person would recognise."""

    name: str
    """File name without folder, `stdin`, or the last part of a URL."""
    data: bytes
    media: str
    """`text/plain`, `text/html`, `text/markdown`, `application/pdf`, `application/json`, or Word's."""
    sha256: str
    """Hash of `data`, lower-case hexadecimal."""

    def __repr__(self) -> str:
        return display.line("Source", repr(self.name), self.media, f"{len(self.data)} bytes")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was read from: hash of the bytes and the decoded, unaltered text."""

    name: str
    media: str
    encoding: str | None
    """`utf-8`, `gb18030`, `big5` …; None where the format has no character encoding (Word, PDF)."""
    sha256: str
    text: str
    """Decoded text; for Word and PDF their text layer, a paragraph or line each, joined by `\\n`."""

    def __repr__(self) -> str:
        return display.line("Origin", repr(self.name), self.media, f"{len(self.text)} characters")


RegionKind: TypeAlias = Literal["body", "metadata", "appendix", "furniture"]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source and what it was taken for."""

    span: Span
    kind: RegionKind
    reason: str = ""
    """Why it is furniture (`navigation`, `site footer`, `markup` …) or which metadata it is."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One listed change between source and document: `was` stood at `span`, the document says `now`."""

    span: Span
    was: str
    now: str
    rule: str


NoticeLevel: TypeAlias = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know, with a stable dotted code and its place where it has one."""

    code: str
    message: str
    level: NoticeLevel = "warning"
    span: Span | None = None
