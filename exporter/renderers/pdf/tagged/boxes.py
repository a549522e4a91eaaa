"""Draw what no font has as a letter all the same: a box with its number, that is read as the character it stands for.

Each is a glyph of a font whose letters are drawn (ISO 32000-1, 9.6.5), so that it has its place in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.renderers.fonts import composite
from exporter.renderers.pdf.tagged.file import File

PER_FONT = 200
OUTER, INNER = (60, -120, 880, 940), (90, -90, 820, 880)
"""Left, foot, width and height of the edges of a box, in thousandths of an em."""


def codes_of(characters: str) -> dict[str, tuple[str, int]]:
    """Give font and code of the box of each character."""
    return {char: (f"B{at // PER_FONT}", at % PER_FONT + 1) for at, char in enumerate(characters)}


def embed_boxes(
    file: File, codes: Mapping[str, tuple[str, int]], digits: composite.CidFont, font: int
) -> Iterator[tuple[str, int]]:
    """Put the fonts of boxes into a file, each with its name; `digits`, whose number is `font`, draws the numbers."""
    for name in dict.fromkeys(name for name, _ in codes.values()):
        yield name, _embedded(file, {char: code for char, (own, code) in codes.items() if own == name}, digits, font)


def _embedded(file: File, codes: Mapping[str, int], digits: composite.CidFont, font: int) -> int:
    drawn = "".join(f"/b{code} {file.stream(_drawn(char, digits))} 0 R" for char, code in codes.items())
    last = max(codes.values())
    names = " ".join(f"/b{code}" for code in codes.values())
    texts = file.stream(_texts(codes))
    described = file.add("<</Type/FontDescriptor/FontName/Boxes/Flags 4/ItalicAngle 0>>")
    return file.add(
        f"<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 900]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<{drawn}>>"
        f"/Encoding<</Type/Encoding/Differences[1 {names}]>>/FirstChar 1/LastChar {last}"
        f"/Widths[{' '.join(['1000'] * last)}]/Resources<</Font<</D {font} 0 R>>>>/ToUnicode {texts} 0 R"
        f"/FontDescriptor {described} 0 R>>"
    )


def _drawn(char: str, digits: composite.CidFont) -> bytes:
    number = f"{ord(char):04X}"
    half = (len(number) + 1) // 2
    size = 400 if half == 2 else 300
    edges = (" ".join(map(str, edge)) + " re" for edge in (OUTER, INNER))
    rows = [f"1000 0 d0 {' '.join(edges)} f*"]
    for row, said in enumerate((number[:half], number[half:])):
        wide = sum(digits.widths[digits.glyphs[ord(digit)]] for digit in said) * size / 1000
        rows.append(
            f"BT /D {size} Tf 1 0 0 1 {500 - wide / 2:.1f} {440 - 430 * row} Tm {composite.shown(digits, said)} Tj ET"
        )
    return " ".join(rows).encode()


def _texts(codes: Mapping[str, int]) -> bytes:
    rows = [f"<{code:02x}> <{char.encode('utf-16-be', 'surrogatepass').hex()}>" for char, code in codes.items()]
    parts = [part for part in (rows[:100], rows[100:]) if part]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <ff> endcodespacerange",
            *("\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in parts),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode()
