"""Put cut fonts into a PDF as composite fonts (ISO 32000-1, 9.7)."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.renderers.fonts import composite
from exporter.renderers.pdf.tagged.file import File


def embed(file: File, fonts: Mapping[str, composite.CidFont]) -> dict[str, int]:
    """Put fonts into a file, and give the number of each, by family."""
    return {family: _embedded(file, _subset(at, family), font) for at, (family, font) in enumerate(fonts.items())}


def _subset(at: int, family: str) -> str:
    """Name a subset, six letters first (9.6.4)."""
    tag = "".join(chr(65 + at // 26**place % 26) for place in (2, 1, 0))
    return f"EXP{tag}+{family.replace(' ', '-')}"


def _embedded(file: File, name: str, font: composite.CidFont) -> int:
    said = "/Subtype/CIDFontType0C" if font.compact else f"/Length1 {len(font.program)}"
    program = file.stream(font.program, said, outlines=True)
    kind = "FontFile3" if font.compact else "FontFile2"
    measures = "".join(f"/{key} {_number(value)}" for key, value in composite.descriptor(font).items())
    described = file.add(f"<</Type/FontDescriptor/FontName/{name}{measures}/{kind} {program} 0 R>>")
    widths = " ".join(map(_number, composite.width_rows(font)))
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType{0 if font.compact else 2}/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/DW 1000/W[{widths}]/FontDescriptor {described} 0 R{'' if font.compact else '/CIDToGIDMap/Identity'}>>"
    )
    texts = file.stream(composite.to_unicode(font))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
        f"/ToUnicode {texts} 0 R>>"
    )


def _number(value: object) -> str:
    return f"[{' '.join(map(_number, value))}]" if isinstance(value, list) else f"{value:g}"
