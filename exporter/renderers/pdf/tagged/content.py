"""Write what stands on a page as operators of a content stream (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple, TypeAlias
from unicodedata import category

from exporter.fonts import INVISIBLE, draws_nothing
from exporter.renderers.fonts import composite
from exporter.renderers.fonts.faces import family
from exporter.renderers.layout.composition import Composed, RunPiece, rise_of
from exporter.renderers.pdf.tagged.file import text
from exporter.renderers.pdf.tagged.rows import Row
from exporter.typesetting import Piece, metrics

Paint: TypeAlias = Callable[[str], str]
"""Turns `#1f4e79` into the values of a colour, the operator left out."""


class Pen(NamedTuple):
    """What is needed to write text: fonts and their names in the file, by family; the inks of colours."""

    fonts: Mapping[str, composite.CidFont]
    names: Mapping[str, str]
    paint: Paint
    fills: str = "rg"
    """Operator that chooses a colour to fill with."""
    strokes: str = "RG"
    lang: str = "zh-Hans"
    boxes: Mapping[str, tuple[str, int]] = MappingProxyType({})
    """Font and code of the box that stands for what no face has."""


class Content:
    """The content of one page; what has been chosen (font, colour, spacing) is not chosen again."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._parts: list[str] = []
        self._color = self._font = ""
        self._spacing = self._rise = 0.0

    def written(self) -> bytes:
        """Give the stream."""
        return "\n".join(self._parts).encode("ascii")

    def begin(self, tag: str, mcid: int | None = None) -> None:
        """Begin a marked-content sequence (14.6)."""
        self._parts.append(f"/{tag} BMC" if mcid is None else f"/{tag}<</MCID {mcid}>>BDC")

    def end(self) -> None:
        """End it."""
        self._parts.append("EMC")

    def fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a rectangle, `y` its upper edge."""
        self._choose(color)
        self._parts.append(f"{x:.3f} {y - height:.3f} {width:.3f} {height:.3f} re f")

    def stroke(self, ends: tuple[float, float, float, float], width: float, color: str) -> None:
        """Draw a straight line."""
        path = "{:.3f} {:.3f} m {:.3f} {:.3f} l S".format(*ends)
        self._parts.append(f"{self._pen.paint(color)} {self._pen.strokes} {width:.3f} w {path}")

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        """Fill a circle."""
        self._choose(color)
        bend, path = radius * 0.5523, [f"{x + radius:.3f} {y:.3f} m"]
        for (a, b), (c, d) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
            points = (
                x + a * radius + c * bend,
                y + b * radius + d * bend,
                x + c * radius + a * bend,
                y + d * radius + b * bend,
                x + c * radius,
                y + d * radius,
            )
            path.append(" ".join(f"{point:.3f}" for point in points) + " c")
        self._parts.append(" ".join((*path, "f")))

    @contextmanager
    def turned(self, left: float, foot: float) -> Iterator[None]:
        """Draw what follows on its side: its head at the left, its left at the foot, from this point."""
        before = self._color, self._font, self._spacing, self._rise
        self._parts.append(f"q 0 1 -1 0 {left:.3f} {foot:.3f} cm")
        yield
        self._parts.append("Q")
        self._color, self._font, self._spacing, self._rise = before

    def image(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture, `y` its upper edge."""
        self._parts.append(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y - height:.3f} cm /{name} Do Q")

    def words(
        self,
        pieces: Sequence[Piece],
        composed: Composed,
        x: float,
        y: float,
        tail: bool = False,
        following: Piece | None = None,
    ) -> None:
        """Write pieces of a line that begins at `x`, its base line at `y`.

        `tail`: a space ends them; `following`: what comes next in the line.
        """
        for boxed, group in groupby(pieces, lambda piece: composed.sources[piece.run].side == "box"):
            if boxed:
                for piece in group:
                    self._boxes(piece, composed.sources[piece.run], x, y)
            else:
                self._row(tuple(group), composed, x, y, tail, following)

    def _boxes(self, piece: Piece, source: RunPiece, x: float, y: float) -> None:
        """Draw a box with its number for each character that no face has."""
        self._choose(source.text.color)
        for at, char in enumerate(piece.text):
            name, code = self._pen.boxes[char]
            self._font, self._spacing, self._rise = f"/{name} {source.size:g} Tf", 0.0, 0.0
            left = x + piece.x + at * (source.size + piece.spacing)
            drawn = f"BT {self._font} 0 Tc 0 Ts 1 0 0 1 {left:.3f} {y:.3f} Tm <{code:02x}> Tj ET"
            private = category(char) == "Co"  # its meaning has to be told once more (ISO 19005-3, 6.2.11.7.3)
            self._parts.append(f"/Span<</ActualText{text(char)}>>BDC {drawn} EMC" if private else drawn)

    def _row(
        self, pieces: Sequence[Piece], composed: Composed, x: float, y: float, tail: bool, following: Piece | None
    ) -> None:
        row, run = Row(self._spacing), -1
        for piece, after in zip(pieces, (*pieces[1:], following), strict=True):
            if piece.run != run:
                run, source = piece.run, composed.sources[piece.run]
                name = family(source.face, source.side)
                font = self._pen.fonts[name]
                self._turn(row, source, name)
            if not INVISIBLE.search(piece.text):
                row.show(piece, source.size, font, after)
                continue
            *parts, last = _seen(piece, source, self._pen.lang) or (piece._replace(text=""),)
            for part, end in (*((part, None) for part in parts), (last, after)):
                row.show(part, source.size, font, end)
        if tail:
            row.space(font, source.size)
        row.flush()
        self._spacing = row.spacing
        self._parts.append(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {' '.join(row.parts)} ET")

    def _turn(self, row: Row, source: RunPiece, name: str) -> None:
        """Choose font, colour and rise of a run."""
        rise = rise_of(source.run) * source.text.size
        font = f"/{self._pen.names[name]} {source.size:g} Tf"
        if font != self._font:
            row.flush()
            self._font = font
            row.parts.append(font)
        if source.text.color != self._color:
            row.flush()
            self._color = source.text.color
            row.parts.append(f"{self._pen.paint(self._color)} {self._pen.fills}")
        if rise != self._rise:
            row.flush()
            self._rise, row.tall = rise, False
            row.parts.append(f"{rise:.3f} Ts")

    def _choose(self, color: str) -> None:
        if color != self._color:
            self._color = color
            self._parts.append(f"{self._pen.paint(color)} {self._pen.fills}")


def _seen(piece: Piece, source: RunPiece, lang: str) -> Sequence[Piece]:
    """Leave out what draws nothing: characters around it stand where they stood."""
    advance = metrics(source.face.path, source.face.index, lang).at(source.size)
    found, x = [], piece.x
    for char in piece.text:
        if not draws_nothing(char):
            found.append(piece._replace(text=char, x=x, width=advance[char]))
        x += advance[char] + piece.spacing
    return found


def rgb(color: str) -> str:
    """Write a colour as shares of red, green and blue."""
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
