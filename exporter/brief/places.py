"""Say where words stand in the source as a reader of a print finds them: by section, paragraph and sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from exporter.english.words.numbering import numbered
from exporter.model import Block, Document, Heading, ListBlock, Paragraph, Span, Table, line_at

LONG = 1500
"""Characters of a paragraph in which nobody finds a figure without more to go by."""
COUNTED = ("句数按段内句末标点计。", "Sentences are counted by their closing marks.")
"""How sentences are counted."""
_STOP = re.compile("[。！？]")
_NUMBER = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|第.{1,3}[编章节]|\d{1,2}[.．、]"
)
"""Numbers of headings that tell one section from all others beside it; a dash or 一是 does not."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph or a table of the source, and where it stands."""

    span: Span
    section: tuple[tuple[str, str], ...]
    """Numbers of the sections that hold it, in both languages."""
    number: int
    """Its place among those of its kind in its section, from 1; 0 for the section's heading."""
    is_table: bool = False

    @property
    def is_long(self) -> bool:
        return not self.is_table and self.span.end - self.span.start > LONG

    @property
    def said(self) -> tuple[str, str]:
        return (
            (f"表{self.number}", f"table {self.number}")
            if self.is_table
            else (f"第{self.number}段", f"para. {self.number}")
        )


@dataclass(frozen=True, slots=True)
class Places:
    """The paragraphs of a document, by which a character of it is found."""

    text: str
    stretches: tuple[_Stretch, ...]

    def of(self, at: int) -> tuple[str, str]:
        """Name the place of a character of the source in both languages: 一（二）第3段; I (2), para. 3.

        The only paragraph of a section inside another is named by its number alone. In a very long one the sentence
        is told, too. What stands in no block is found by its line.
        """
        found = self._holding(at)
        if found is None:
            return f"第{line_at(self.text, at)}行", f"line {line_at(self.text, at)}"
        told = [found.said] if found.number and not self._is_alone(found) else []
        if found.is_long:
            count = len(_STOP.findall(self.text, found.span.start, at)) + 1
            told.append((f"第{count}句", f"sentence {count}"))
        zh = "".join(own for own, _ in (*found.section, *told))
        section = " ".join(own for _, own in found.section)
        return zh.replace("、（", "（"), ", ".join(filter(None, (section, *(own for _, own in told))))

    def counts_sentences(self, at: int) -> bool:
        """Tell whether the place of a character is named by its sentence."""
        found = self._holding(at)
        return found is not None and found.is_long

    def _holding(self, at: int) -> _Stretch | None:
        return next((one for one in self.stretches if one.span.start <= at < one.span.end), None)

    def _is_alone(self, found: _Stretch) -> bool:
        if len(found.section) < 2:
            return False
        beside = (one for one in self.stretches if one.section == found.section and one.number)
        return sum(one.is_table == found.is_table for one in beside) == 1


def places_in(document: Document) -> Places:
    """Find the paragraphs and tables of a document, each with its sections and its number in them."""
    return Places(document.origin.text if document.origin else "", tuple(_stretches(document)))


def _stretches(document: Document) -> Iterator[_Stretch]:
    """Give what the document consists of, each stretch with its sections and its number among them."""
    sections: list[tuple[int, tuple[str, str]]] = []
    count, parts = {False: 0, True: 0}, 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level:
            parts += block.level == 1
            own = _number_of(block, parts)
            if own is not None:
                sections = [one for one in sections if one[0] < block.level] + [(block.level, own)]
                count = {False: 0, True: 0}
            if block.span:
                yield _Stretch(block.span, tuple(name for _, name in sections), 0)
        elif _is_told(block):
            is_table = isinstance(block, Table)
            count[is_table] += 1
            if block.span:
                yield _Stretch(block.span, tuple(name for _, name in sections), count[is_table], is_table)


def _is_told(block: Block) -> TypeGuard[Paragraph | ListBlock | Table]:
    return isinstance(block, ListBlock | Table) or (isinstance(block, Paragraph) and block.role == "body")


def _number_of(heading: Heading, parts: int) -> tuple[str, str] | None:
    """Number a section as it is printed; one of the first level without a number by its place among them."""
    said = "".join(heading.number.split())
    if _NUMBER.fullmatch(said):
        return said, numbered(f"{said}题")[0].rstrip(". ")
    return (f"第{parts}部分", f"part {parts}") if heading.level == 1 else None
