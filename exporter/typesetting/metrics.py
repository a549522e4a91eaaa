"""Tell how wide characters are, from font files or from a function.

The advances are HarfBuzz's own for single glyphs, without kerning or ligatures: a renderer turns
both off (`font-kerning: none; font-variant-ligatures: none`), so that a line is as wide as composed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from exporter.errors import FontError
from exporter.font_files import glyphs, opened

Advance = Callable[[str], float | None]
"""Gives the advance of a character in em, or None where the font does not have it."""


class Advances(dict[str, float]):
    """Advances in pt at one size, asked for once per character."""

    __slots__ = ("_advance", "_size")

    def __init__(self, advance: Callable[[str], float], size: float) -> None:
        self._advance = advance
        self._size = size

    def __missing__(self, character: str) -> float:
        value = self[character] = self._advance(character) * self._size
        return value


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """Widths of the characters of a chain of fonts; compared by identity, shared by all threads."""

    name: str
    faces: tuple[Advance, ...]
    """Asked in this order; the first that has the character decides."""
    _sizes: dict[float, Advances] = field(default_factory=dict, init=False, repr=False)

    def advance(self, character: str) -> float:
        """Give the advance of a character in em.

        Marks that join, controls and format characters are 0 wide whatever a font says; a
        character that no font has is as wide as its kind (1 em where East Asian, else ½ em).
        """
        if unicodedata.category(character) in _WITHOUT_WIDTH:
            return 0.0
        for face in self.faces:
            value = face(character)
            if value is not None:
                return value
        return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5

    def covers(self, character: str) -> bool:
        """Say whether any font of the chain has the character."""
        return any(face(character) is not None for face in self.faces)

    def at(self, size: float) -> Advances:
        """Give the table of advances in pt at a size."""
        found = self._sizes.get(size)
        return self._sizes.setdefault(size, Advances(self.advance, size)) if found is None else found


_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})


@lru_cache(maxsize=256)
def metrics(path: str | Path, index: int = 0, lang: str = "zh-Hans") -> Metrics:
    """Measure a font file (TTF, OTF, or one face of a TTC or OTC), opened once for the process.

    `lang` picks the glyphs: the dash of a pan-CJK font is 1 em wide in `zh-Hans` only.
    Raises FontError `font.unreadable`.
    """
    return Metrics(f"{Path(path).name}#{index}", (_face(Path(path), index, lang),))


def chain(*parts: Metrics) -> Metrics:
    """Join metrics: a character is measured by the first that has it, as a renderer falls back."""
    return Metrics("+".join(part.name for part in parts), tuple(face for part in parts for face in part.faces))


def of_function(advance: Advance, name: str = "function") -> Metrics:
    """Make metrics of a plain function from a character to em."""
    return Metrics(name, (advance,))


def _face(path: Path, index: int, lang: str) -> Advance:
    try:
        face = opened(path, index)
    except Exception as error:
        raise FontError(f"{path}: cannot be read ({error}); give a font file", "font.unreadable") from None
    if not face.glyph_count:
        raise FontError(f"{path}: no font at place {index} of the file; give a font file", "font.unreadable")
    drawn = glyphs(path, index, lang)
    per_em = int(face.upem)

    def advance(character: str) -> float | None:
        glyph, wide = drawn[character]
        return wide / per_em if glyph else None

    return advance
