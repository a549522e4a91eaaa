"""Lay a document out by Word's rules (LibreOffice) and by ours, and name every difference of lines and pages.

    python -m tests.renderers.pdf.parity FILE

prints both side by side where they differ.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import exporter
from exporter.model import Document
from exporter.renderers.pdf.weasyprint import engine
from exporter.renderers.word import render as word
from exporter.style import load_style
from tests.renderers.pdf.pages import Line, lines_of, squeezed
from tests.support.word import docx_to_pdf


@dataclass(frozen=True, slots=True)
class Parity:
    """What two layouts of one document have in common, and where they part."""

    pages: tuple[int, int]
    """Of Word, and of ours."""
    lines: tuple[int, int]
    same: int
    """Lines that begin and end alike."""
    moved: int
    """Those of them that stand on another page."""
    differences: tuple[str, ...]
    """A line of text for each place where they part: page and line of Word | of ours."""


def parity(document: Document) -> Parity:
    """Compare Word's layout in the official style with ours."""
    style = load_style("official")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(word(document, style))
        theirs = lines_of(docx_to_pdf(file).read_bytes())
    return compare(theirs, lines_of(engine.render(document, style)))


def compare(theirs: Sequence[Line], ours: Sequence[Line]) -> Parity:
    """Compare two layouts line by line."""
    left, right = ([(squeezed(line.text), line) for line in side if line.text.strip()] for side in (theirs, ours))
    matcher = SequenceMatcher(None, [text for text, _ in left], [text for text, _ in right], autojunk=False)
    same = [(left[at + n][1], right[to + n][1]) for at, to, size in matcher.get_matching_blocks() for n in range(size)]
    return Parity(
        pages=(left[-1][1].page, right[-1][1].page),
        lines=(len(left), len(right)),
        same=len(same),
        moved=sum(word.page != own.page for word, own in same),
        differences=tuple(_differences(matcher.get_opcodes(), left, right)),
    )


def _differences(
    steps: Sequence[tuple[str, int, int, int, int]],
    left: Sequence[tuple[str, Line]],
    right: Sequence[tuple[str, Line]],
) -> Iterator[str]:
    for kind, start, stop, begin, end in steps:
        if kind != "equal":
            sides = (left[start:stop], right[begin:end])
            yield " | ".join(" / ".join(f"{line.page}: {text}" for text, line in side) or "–" for side in sides)


def main(name: str) -> None:
    """Print the comparison of a document."""
    found = parity(exporter.read(name))
    print(f"pages {found.pages}, lines {found.lines}, same {found.same}, of them on another page {found.moved}")
    for difference in found.differences:
        print(difference)


if __name__ == "__main__":
    main(sys.argv[1])
