"""Find a face for what no face of the book has, among all the fonts of this machine, or a box for what none has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from exporter.font_files import opened
from exporter.fonts import Face, font_files
from exporter.renderers.fonts.subset import cut_as

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""Characters that each font draws as it likes."""


def last_resort(char: str) -> Face | None:
    """Find any face on this machine that draws a character; none is asked for what has no meaning of its own."""
    return None if _PRIVATE.match(char) else _found(char)


@lru_cache(maxsize=1024)
def _found(char: str) -> Face | None:
    for path in _outlines():
        if ord(char) in opened(path, 0).unicodes:
            return Face("rare", 400, f"Exporter {path.stem}", path)
    return None


@cache
def _outlines() -> tuple[Path, ...]:
    """Give every font file of this machine that draws letters by their outlines."""
    found = sorted(set(font_files(None).values()), key=lambda path: (path.stem.casefold(), str(path)))
    return tuple(path for path in found if _has_outlines(path))


def _has_outlines(path: Path) -> bool:
    try:
        return bool(opened(path, 0).count) and not {"CBDT", "sbix", "COLR", "SVG "} & set(opened(path, 0).table_tags)
    except (OSError, ValueError):
        return False


_SQUARE = "□"


def box_of(char: str) -> str:
    """Name the font file of the box that stands for a character, where an engine draws no boxes of its own."""
    return f"Exporter Box {ord(char):X}"


def boxes(characters: Iterable[str], faces: Iterable[Face], lang: str) -> dict[str, bytes]:
    """Cut a font file for each of these characters that draws a box, out of the first face that has one."""
    face = next((face for face in faces if ord(_SQUARE) in opened(face.path, face.index).unicodes), None)
    return {box_of(char): cut_as(face, _SQUARE, char, lang) for char in characters} if face else {}
