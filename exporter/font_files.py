"""Open font files, so that all their faces fill the same square, and look up what they draw."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from exporter.errors import FontError
from exporter.kept import is_keeping, kept


@lru_cache(maxsize=64)
def opened(path: Path, index: int) -> Any:
    """Open a face of a font file for HarfBuzz; the file is mapped, not read.

    Its em is the square of its Han characters: where that is smaller (cwTeX: 0.92), all are drawn larger, so that
    a line of so many characters holds as many whatever face draws them.
    """
    import uharfbuzz

    try:
        file = uharfbuzz.Blob.from_file_path(str(path))
    except uharfbuzz.HarfBuzzError as error:
        raise FontError(
            f"{path}: cannot be opened ({error}); check that it is there and that memory is left for it",
            "font.unreadable",
        ) from None
    face = uharfbuzz.Face(file, index)
    if "glyf" in face.table_tags:  # an outline of the other kind says its own size
        face.upem = _square(uharfbuzz.Font(uharfbuzz.Face(file, index)))
    return face


def _square(font: Any) -> int:
    """Give the width of the square that Han characters stand in, or the em where a font has none of its own."""
    em, glyph = int(font.face.upem), font.get_nominal_glyph(ord("一"))
    wide = int(font.get_glyph_h_advance(glyph)) if glyph else em
    return wide if 0.8 * em <= wide < em else em


@lru_cache(maxsize=64)
def unicodes(path: Path, index: int) -> Any:
    """Give the code points that a face has: a set of HarfBuzz's."""
    return opened(path, index).unicodes


def lacking(path: Path, index: int, characters: Iterable[str]) -> list[str]:
    """Give the characters that a face has not."""
    import uharfbuzz

    wanted = uharfbuzz.Set(set(map(ord, characters)))
    wanted.difference_update(unicodes(path, index))
    return list(map(chr, wanted))


class Glyphs(dict[str, tuple[int, int]]):
    """The glyph that draws a character in one language, and its advance in units of the font; (0, 0): it has none.

    Each is looked up once, and common ones once for all processes.
    """

    __slots__ = ("_asked", "_drawn", "_font", "_lang", "_shared")

    def __init__(self, font: Any, lang: str) -> None:
        self._font = font
        self._lang = lang
        self._asked: set[str] = set()
        self._drawn: dict[int, str] = {}
        self._shared: set[str] = set()

    def __missing__(self, char: str) -> tuple[int, int]:
        nominal = self._font.get_nominal_glyph(ord(char))
        found = self[char] = self._shaped(char, int(nominal)) if nominal else (0, 0)
        return found

    def sharing(self, characters: Set[str]) -> Set[str]:
        """Give those of some characters whose glyph is that of another, of these or of any asked about before."""
        for char in characters - self._asked:
            glyph = self[char][0]
            if glyph and (other := self._drawn.setdefault(glyph, char)) != char:
                self._shared.update((char, other))
        self._asked |= characters
        return self._shared & characters

    def _shaped(self, char: str, nominal: int) -> tuple[int, int]:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(char)
        buffer.guess_segment_properties()
        buffer.language = self._lang
        if self._lang.startswith("zh") and buffer.script in (None, "Zyyy", "Zinh"):
            buffer.script = "Hani"
        uharfbuzz.shape(self._font, buffer)
        forms = [int(info.codepoint) for info in buffer.glyph_infos]
        wide = sum(int(position.x_advance) for position in buffer.glyph_positions or ())
        return forms[0] if len(forms) == 1 and forms[0] else nominal, wide


@lru_cache(maxsize=128)
def glyphs(path: Path, index: int, lang: str) -> Glyphs:
    """Give the glyphs of a face in a language. Raises FontError `font.unreadable`."""
    import uharfbuzz

    found = Glyphs(uharfbuzz.Font(opened(path, index)), lang)
    if is_keeping():
        file = path.stat()
        made_of = f"{path} {index} {lang} {file.st_size} {file.st_mtime_ns} {uharfbuzz.__version__} {_common()}"
        found.update(
            kept(
                f"glyphs-{path.stem}-{index}-{lang}",
                made_of.encode(errors="surrogateescape"),
                lambda: {char: found[char] for char in _common()},
            )
        )
    return found


@cache
def _common() -> str:
    """Give the characters that nearly all text is made of: marks, digits, Latin letters, level 1 of GB 2312."""
    rows = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
    pairs = b"".join(bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return "".join(map(chr, range(0x20, 0x7F))) + pairs.decode("gb2312", "ignore")
