"""Open font files, so that all their faces fill the same square."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from exporter.errors import FontError


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
