"""Read the lines of a finished PDF back from its pages, by PDFium: where every character really stands."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as raw


@dataclass(frozen=True, slots=True)
class Char:
    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    page: int
    base: float
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)


def lines_of(pdf: bytes) -> list[Line]:
    """Give the lines of every page from top to bottom, page numbers and running heads among them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for number, page in enumerate(document, 1) for line in _lines(page, number)]
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """Follow the order of the page's content: a line ends where the base line moves, raised marks apart."""
    text = page.get_textpage()
    row: list[Char] = []
    for char in _chars(text):
        if row and (abs(char.base - row[0].base) > 0.6 * max(char.size, row[0].size) or char.left < row[-1].left - 40):
            yield Line(number, row[0].base, tuple(row))
            row = []
        row.append(char)
    if row:
        yield Line(number, row[0].base, tuple(row))
    text.close()


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[Char]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at):
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        code = ord("-") if code == 2 else code  # what PDFium makes of a hyphen at a line end
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * abs(matrix.d)
        yield Char(chr(code), x.value, box.right, y.value, size)


FORBIDDEN_START = set("，。、；：？！”’）》〉】〕」』·％%—…")
FORBIDDEN_END = set("“‘（《〈【〔「『￥¥$")
OPENING = set("“‘（《〈【〔「『")
CLOSING = set("，。、；：？！”’）》〉】〕」』")


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char > "\U0001ffff" or char == "〇"


def is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def body_lines(lines: Sequence[Line], size: float) -> list[Line]:
    """Keep the lines that are set in the size of the text."""
    return [line for line in lines if line.chars and abs(line.chars[0].size - size) < 0.3]


def gaps(line: Line) -> Iterator[tuple[Char, Char, float]]:
    """Give neighbours and the white between their boxes, in em of the text."""
    for left, right in pairwise(char for char in line.chars if not char.text.isspace()):
        yield left, right, (right.left - left.right) / left.size


def squeezed(text: str) -> str:
    """Take out what a page does not keep: white space, and characters that draw nothing."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc"))
