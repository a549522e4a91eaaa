"""Find faces that draw Chinese marks as Chinese has them: as wide as a character, and in their region's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from exporter.font_files import opened
from exporter.fonts import Face
from exporter.renderers.fonts.subset import glyph_forms
from exporter.typesetting import metrics

WIDE_MARKS = "“”‘’—…"
CENTRED_MARKS, OPENING, CLOSING = "，。、；：！？", "「『（《〈【〔", "」』）》〉】〕"
_PLACES = {
    **dict.fromkeys(CENTRED_MARKS, (0.38, 0.62)),
    **dict.fromkeys(OPENING, (0.6, 1.0)),
    **dict.fromkeys(CLOSING, (0.0, 0.4)),
}
"""Where the middle of a mark's ink stands in traditional text, in em from the left of its square."""


def wide(characters: Iterable[str], chain: Sequence[Face]) -> Mapping[str, Face]:
    """Find another face for the marks that the first has only as Western ones (LXGW WenKai: “ of 0.35 em)."""
    return _drawn_by({char for char in WIDE_MARKS if char in characters}, chain, _is_wide)


def placed(characters: Iterable[str], chain: Sequence[Face], lang: str) -> Mapping[str, Face]:
    """Find another face for the marks that the first has not where traditional text has them.

    Stops and commas stand in the middle of their squares; brackets stand at what they enclose (cwTeX has them amid).
    """
    import uharfbuzz

    def rightly(face: Face, char: str) -> bool:
        (glyph, _), em = glyph_forms(face, lang)[char], opened(face.path, face.index).upem
        ink = uharfbuzz.Font(opened(face.path, face.index)).get_glyph_extents(glyph) if glyph else None
        return ink is not None and _PLACES[char][0] <= (ink.x_bearing + ink.width / 2) / em <= _PLACES[char][1]

    return _drawn_by({char for char in _PLACES if char in characters}, chain, rightly)


def _drawn_by(marks: Iterable[str], chain: Sequence[Face], rightly: Callable[[Face, str], bool]) -> Mapping[str, Face]:
    """Give the face that draws each mark rightly, where the first of the chain does not and another does."""
    found = {char: next((face for face in chain if rightly(face, char)), chain[0]) for char in sorted(marks)}
    return {char: face for char, face in found.items() if face is not chain[0]}


def _is_wide(face: Face, char: str) -> bool:
    return metrics(face.path, face.index).covers(char) and metrics(face.path, face.index).advance(char) > 0.9
