"""Have WeasyPrint place rows of glyphs that were set elsewhere: the only module that imports it.

Some functions of it are wrapped, once in a process. They do what they did, except where the font
configuration of a document carries `Drawing`: there a token is a box as wide as its row, a line is
as high as its style says, and a row is drawn as it was set.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cache
from hashlib import md5
from typing import Any, NamedTuple
from unicodedata import category

from exporter.errors import PartError
from exporter.renderers.fonts import composite
from exporter.renderers.fonts.subset import ASCENT, DESCENT
from exporter.renderers.pdf.conformance import Spoken
from exporter.renderers.pdf.weasyprint.glyph_lines import TOKENS, GlyphLine, numbers

VERSION = "70.0"
_PX = 4 / 3
"""px in a pt: what the engine counts in."""


class Drawing:
    """What a document's rows are drawn from, and what has been drawn in another language than the document's."""

    __slots__ = ("_fonts", "_language", "_rows", "_spoken")

    def __init__(self, rows: Sequence[GlyphLine], font_type: Any, files: Mapping[str, bytes], language: str) -> None:
        self._rows = rows
        self._fonts = {name: font_type(name, font) for name, font in files.items()}
        self._language = language
        self._spoken: list[tuple[Any, int, str]] = []

    def spoken(self) -> list[Spoken]:
        """Give the stretches of marked content in a language of their own. Ask when all is drawn."""
        return [Spoken(stream.reference, mcid, lang) for stream, mcid, lang in self._spoken]

    def rows(self, said: str) -> list[GlyphLine]:
        """Give the rows that text begins with."""
        return [self._rows[number] for number in numbers(said)]

    def draw(self, stream: Any, box: Any) -> None:
        """Draw the rows of a text box, one after the other."""
        x, y = box.position_x, box.position_y + box.baseline
        stream.set_color(box.style["color"])
        stream.begin_text()
        for row in box.pango_layout.rows:
            stream.set_text_matrix(1, 0, 0, -1, x + row.start * _PX, y)
            self._show(stream, row)
            x += row.width * _PX
        stream.end_text()
        self._note(stream, box, box.pango_layout.rows[0].lang)

    def note(self, stream: Any, box: Any) -> None:
        """Take account of text that the engine has drawn itself."""
        self._note(stream, box, box.style["lang"] or self._language)

    def _note(self, stream: Any, box: Any, lang: str) -> None:
        tags = stream._tags or {}
        if lang != self._language and box in tags:
            self._spoken.append((stream, tags[box]["mcid"], lang))

    def _show(self, stream: Any, row: GlyphLine) -> None:
        """Show the stretches: the spacing as a state of the text (ISO 32000-1, 9.3.2), the rest as moves (9.4.3)."""
        per_em = 1000 / row.size
        said: list[str] = []
        spacing = 0.0
        font = None
        for stretch in row.stretches:
            wanted = self._fonts[stretch.family]
            if wanted is not font or round(stretch.spacing - spacing, 3):
                _flush(stream, said)
            if wanted is not font:
                font = stream._fonts.setdefault(stretch.family, wanted)
                stream.set_font_size(font.hash, row.size * _PX)
            if round(stretch.spacing - spacing, 3):
                spacing = stretch.spacing
                stream.stream.append(f"{spacing * _PX:.4f} Tc".encode())
            move = round((spacing - stretch.after) * per_em, 1)
            shown = composite.shown(wanted.described, stretch.text) + (f"{move:g}" if move else "")
            if category(stretch.text[0]) == "Co":  # its meaning has to be told once more (ISO 19005-3, 6.2.11.7.3)
                _flush(stream, said)
                told = f"feff{stretch.text.encode('utf-16-be').hex()}"
                stream.stream.append(f"/Span<</ActualText<{told}>>>BDC [{shown}] TJ EMC".encode())
            else:
                said.append(shown)
        _flush(stream, said)
        if spacing:
            stream.stream.append(b"0 Tc")


def _flush(stream: Any, said: list[str]) -> None:
    if said:
        stream.stream.append(f"[{''.join(said).replace('><', '')}] TJ".encode())
        said.clear()


class _Layout(NamedTuple):
    """What the engine asks of a line of text."""

    text: str
    rows: list[GlyphLine]
    first_line_direction: int = 0


def engine() -> Any:
    """Load WeasyPrint, made ready to place rows. Raises PartError `engine.pango`, `engine.version`."""
    try:
        with redirect_stdout(sys.stderr):  # its banner, where a library is missing, is no result
            import weasyprint
    except ImportError:
        raise PartError(
            "WeasyPrint is not installed, which this document or style needs; pip install 'gongwenkit[css]'",
            "engine.missing",
        ) from None
    except OSError as error:
        raise PartError(
            f"WeasyPrint cannot load Pango ({str(error).splitlines()[0]}); run apt-get install libpangoft2-1.0-0 "
            "libharfbuzz-subset0 (Debian, Ubuntu) or brew install pango (macOS), or export to pdf-fast",
            "engine.pango",
        ) from None
    if weasyprint.__version__ != VERSION:
        raise PartError(
            f"WeasyPrint is {weasyprint.__version__}; pip install weasyprint=={VERSION}, or export to pdf-fast",
            "engine.version",
        )
    _make_ready(weasyprint)
    return weasyprint


@cache
def _make_ready(_: Any) -> None:
    import pydyf
    from weasyprint import draw
    from weasyprint.layout import inline, preferred

    inline.split_first_line = preferred.split_first_line = _splitting(inline.split_first_line)
    inline.strut = _strutting(inline.strut)
    draw.draw_text = _drawing(draw.draw_text)
    pydyf.PDF.page_references = property(_page_references)


def configuration(rows: Sequence[GlyphLine], files: Mapping[str, bytes], language: str) -> Any:
    """Give a font configuration that carries rows, and the fonts that draw them."""
    weasyprint = engine()
    made = weasyprint.text.fonts.FontConfiguration()
    made.drawing = Drawing(rows, _font_type(weasyprint), files, language)
    return made


def _drawing_of(style: Any) -> Drawing | None:
    return getattr(style.font_config, "drawing", None)


def _splitting(split: Callable[..., Any]) -> Callable[..., Any]:
    def split_first_line(
        said: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        """Give the first line: its layout, bytes, the bytes to skip for the next, width, height and base line."""
        drawing = _drawing_of(style)
        found = TOKENS.match(said) if drawing else None
        if drawing is None or found is None or said[found.end() : found.end() + 1] not in ("", "\n"):
            return split(said, style, context, max_width, justification_spacing, is_line_start, minimum)
        rows = drawing.rows(found[0])
        count, size = 4 * found.end(), style["font_size"]
        following = count + 1 if found.end() < len(said) else None
        width = sum(row.width for row in rows) * _PX
        return _Layout(found[0], rows), count, following, width, size * (ASCENT + DESCENT), size * ASCENT

    return split_first_line


def _strutting(strut: Callable[..., Any]) -> Callable[..., Any]:
    def same(style: Any) -> Any:
        """Give the height of a line and its base line, which all our fonts have at one height."""
        height = style["line_height"]
        if _drawing_of(style) is None or isinstance(height, str | float):
            return strut(style)
        size = style["font_size"]
        return height.value, (height.value + size * (ASCENT - DESCENT)) / 2

    return same


def _drawing(draw_text: Callable[..., Any]) -> Callable[..., Any]:
    def draw(stream: Any, box: Any, *more: Any) -> None:
        drawing = _drawing_of(box.style)
        if isinstance(box.pango_layout, _Layout) and drawing:
            drawing.draw(stream, box)
            return
        draw_text(stream, box, *more)
        if drawing:
            drawing.note(stream, box)

    return draw


def _page_references(pdf: Any) -> list[bytes]:
    """Give what the property gives, worked out once: it is asked for with every element of the structure."""
    kids, known = pdf.pages["Kids"], pdf.__dict__.setdefault("_known_references", [])
    if 3 * len(known) < len(kids):
        known[:] = (f"{number} 0 R".encode() for number in kids[::3])
    return known  # type: ignore[no-any-return]


@cache
def _font_type(weasyprint: Any) -> Any:
    class Cut(weasyprint.pdf.fonts.Font):  # type: ignore[misc]
        """A font file that holds what is drawn and no more: it is embedded as it is."""

        def __init__(self, name: str, file: bytes) -> None:
            self.described = described = composite.cid_font(file)
            self.file_content, self.family = file, name
            self.hash = "".join(chr(65 + byte % 26) for byte in md5(file, usedforsecurity=False).digest()[:6])
            self.name = f"/{self.hash}+{name.replace(' ', '-')}".encode()
            self.widths = dict(described.widths)
            self.to_unicode = {glyph: chr(code) for code, glyph in sorted(described.glyphs.items(), reverse=True)}
            self.ascent, self.descent = round(ASCENT * 1000), -round(DESCENT * 1000)
            self.flags, self.italic_angle, self.stemv, self.stemh = 4, 0, 80, 80
            self.index, self.upem = 0, 1000
            self.missing: dict[int, int] = {}
            self.tables: list[str] = []
            self.bitmap = self.used_in_forms = self.png = self.svg = self.colr = False

        def clean(self, to_unicode: object, hinting: object) -> None:
            """Leave the file as it was cut."""

    return Cut
