"""Grow the text layer of a Word file: its lines, how their characters are set, the pictures among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from exporter.model import Picture
from exporter.readers.content.looks import Kind, Look
from exporter.readers.content.pictures import Shown
from exporter.readers.formats.word.numbering import Counters
from exporter.readers.formats.word.relations import Package
from exporter.readers.formats.word.styles import Styles
from exporter.readers.lines.line import Line
from exporter.readers.lines.recognisers import LineClass

if TYPE_CHECKING:
    from lxml.etree import _Element


class Inline:
    """The text of a paragraph with its looks and pictures, by the place in that text."""

    __slots__ = ("_parts", "looks", "pictures", "size")

    def __init__(
        self,
        text: str = "",
        looks: Iterable[Look] = (),
        pictures: Iterable[tuple[int, Picture]] = (),
    ) -> None:
        self._parts = [text]
        self.size = len(text)
        self.looks = list(looks)
        self.pictures = list(pictures)

    @property
    def text(self) -> str:
        """The characters."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0]

    def add(self, text: str) -> None:
        """Add characters."""
        self._parts.append(text)
        self.size += len(text)

    def mark(self, start: int, kind: Kind, value: str = "") -> None:
        """Say how the characters from `start` on are set."""
        if start < self.size:
            self.looks.append(Look(start, self.size, kind, value))

    def join(self, other: Inline) -> None:
        """Add another text behind this one."""
        by = self.size
        self.add(other.text)
        self.looks += _moved(other.looks, by)
        self.pictures += [(at + by, picture) for at, picture in other.pictures]

    def numbered(self, number: str) -> Inline:
        """Give the text with a number in the place of the white space before it."""
        blank = len(self.text) - len(self.text.lstrip())
        by = len(number) - blank
        pictures = [(max(0, at + by), picture) for at, picture in self.pictures]
        return Inline(number + self.text[blank:], _moved(self.looks, by), pictures)

    def squeezed(self) -> Inline:
        """Give the text with single blanks for white space, and none at its ends."""
        text = " ".join(self.text.split())
        if text == self.text:
            return self
        kept = [0]
        gaps = {at for found in re.finditer(r"\s+", self.text) for at in range(found.start() + 1, found.end())}
        lead = len(self.text) - len(self.text.lstrip())
        for at in range(len(self.text)):
            kept.append(kept[-1] + (at not in gaps and at >= lead))
        last = len(text)
        looks = [replace(one, start=min(kept[one.start], last), end=min(kept[one.end], last)) for one in self.looks]
        return Inline(text, looks, [(min(kept[at], last), picture) for at, picture in self.pictures])


@dataclass(slots=True)
class Layer:
    """The text layer of a document as it grows, and the lines in it."""

    name: str
    package: Package
    styles: Styles
    counters: Counters = field(default_factory=Counters)
    parts: list[str] = field(default_factory=list)
    size: int = 0
    lines: list[tuple[Line, LineClass | None]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """Where lines begin that are set as the issuing authority's mark."""
    page: int = 0
    pending: list[_Element] = field(default_factory=list)
    """Text boxes met in the paragraph being read."""
    held: Inline | None = None
    """A paragraph whose mark was deleted: the next one goes on with it."""
    left_out: dict[str, int] = field(default_factory=dict)
    """Code of a notice → how often."""

    def add(self, text: str, end: str = "\n") -> tuple[int, int]:
        """Add text and what ends it to the layer, and give the place of the text."""
        start = self.size
        self.parts += (text, end)
        self.size += len(text) + len(end)
        return start, start + len(text)

    def set(self, inline: Inline, start: int) -> None:
        """Take over the looks and pictures of a text that begins at `start` of the layer."""
        self.looks += _moved(inline.looks, start)
        self.shown += [Shown(at + start, picture) for at, picture in inline.pictures]

    def leave_out(self, code: str) -> None:
        """Count something that is not read, for a notice."""
        self.left_out[code] = self.left_out.get(code, 0) + 1


def _moved(looks: Iterable[Look], by: int) -> list[Look]:
    return [replace(one, start=max(0, one.start + by), end=one.end + by) for one in looks if one.end + by > 0]
