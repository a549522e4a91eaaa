"""Draw the outlines of a font anew as TrueType has them: Word embeds no others."""

from __future__ import annotations

from typing import Any

WITHIN = 0.001
"""em by which a curve may differ from the one that it stands for."""


def with_true_type(font: Any) -> None:
    """Give a font of fontTools quadratic outlines in place of its cubic ones (OpenType, `glyf` in place of `CFF`)."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, WITHIN * font["head"].unitsPerEm, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    for name in ("CFF ", "CFF2", "VORG"):
        if name in font:
            del font[name]
    _as_true_type(font, order)


def _as_true_type(font: Any, order: list[str]) -> None:
    """Set what a file with TrueType outlines says of itself (OpenType, `maxp` and `post`)."""
    largest = font["maxp"]
    largest.tableVersion = 0x00010000
    for field in (
        "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours", "maxTwilightPoints", "maxStorage",
        "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
        "maxComponentDepth",
    ):  # fmt: skip
        setattr(largest, field, 0)
    largest.maxZones = 1
    font["post"].formatType = 3.0
    font["hmtx"].metrics = {name: (font["hmtx"][name][0], getattr(font["glyf"][name], "xMin", 0)) for name in order}
    font.sfntVersion = "\x00\x01\x00\x00"
