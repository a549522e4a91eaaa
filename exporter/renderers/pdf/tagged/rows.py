"""Write the glyphs of a line as strings and moves, so that what reads the page takes them as one line."""

from __future__ import annotations

from exporter.renderers.fonts import composite
from exporter.renderers.pdf.tagged.file import text
from exporter.typesetting import Piece

OVERLAP = 0.08
"""em by which two characters may overlap without a word; poppler allows 0.1."""

DEEP = 0.6
"""em by which an interpunct moves into the square of a bracket, further than any mark into that of another."""


class Row:
    """Strings of glyphs and the moves between them (9.4.3), and how far they have come."""

    __slots__ = ("_said", "_x", "parts", "spacing", "tall")

    def __init__(self, spacing: float) -> None:
        self._x = 0.0
        self._said: list[str] = []
        self.parts: list[str] = []
        self.spacing = spacing
        self.tall = False
        """What was shown last has letters on the base line."""

    def show(self, piece: Piece, size: float, font: composite.CidFont, after: Piece | None) -> None:
        """Show a piece; `after`: what follows it."""
        if round(piece.spacing - self.spacing, 4):
            self.flush()
            self.spacing = piece.spacing
            self.parts.append(f"{piece.spacing:.4g} Tc")
        self._move(piece.x - self._x, size)
        end = piece.x + piece.width
        self._x = end + piece.spacing
        beside, self.tall = self.tall, _is_tall(piece.text)
        over = (end - after.x) / size if after else 0.0
        plain, last = piece.text[:-1], piece.text[-1:]
        if after is None or over <= OVERLAP or not (self.tall or (beside and not plain)):
            self._said.append(composite.shown(font, piece.text))
        elif over > DEEP or last.isalnum() or _is_tall(after.text):
            if self._said or _is_tall(plain):  # else a mark would stand alone: pdfium takes it for a line of its own
                self._said += [composite.shown(font, plain)] if plain else []
                plain = ""
            self._overlapped(plain + last, after.x, size, font)
        else:
            self._said.append(composite.shown(font, piece.text))

    def _overlapped(self, said: str, until: float, size: float, font: composite.CidFont) -> None:
        """Show a character into whose square the next one moves: where poppler sees one move, it ends word and line.

        A space that draws nothing ends where the next begins, and the text of both is told as that of the character
        alone (14.9.4). To tell the text of both characters as one would cost pdfium the place of the second.
        """
        self.flush()
        self.parts.append(f"/Span<</ActualText{text(said)}>>BDC")
        self._said.append(composite.shown(font, said))
        self._move(until - self._x - _space(font, size) - self.spacing, size)
        self._said.append(composite.shown(font, " "))
        self._x = until
        self.flush()
        self.parts.append("EMC")

    def space(self, font: composite.CidFont, size: float) -> None:
        """End in a space that takes no room: it stands before the end of what it follows."""
        self._move(-self.spacing - _space(font, size), size)
        self._said.append(composite.shown(font, " "))

    def flush(self) -> None:
        """End the string."""
        if self._said:
            self.parts.append(f"[{''.join(self._said).replace('><', '')}]TJ")
            self._said.clear()

    def _move(self, by: float, size: float) -> None:
        move = round(-by * 1000 / size, 1)
        if move:
            self._said.append(f"{move:g}")
            self._x -= move * size / 1000


def _is_tall(text: str) -> bool:
    """Tell whether a text has letters: pdfium takes two marks, one high and one low, for two lines."""
    return any(map(str.isalnum, text))


def _space(font: composite.CidFont, size: float) -> float:
    """Give the width of a space in pt, as the font has it."""
    return font.widths.get(font.glyphs.get(32, 0), 0.0) * size / 1000
