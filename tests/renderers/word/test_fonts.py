"""Word files that carry their fonts: those whose licence allows it, hidden as the standard says, set by their names."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from exporter.conversion import render
from exporter.errors import FontError
from exporter.model import Document, Metadata, Paragraph, Run
from exporter.parts import Options
from exporter.renderers.word.parts.embedding import obfuscated
from tests.support.word import validate_docx

TEXT = Document(Metadata(), (Paragraph((Run("河道巡查。"),)),))


def font(file: Path, name: str, bits: int) -> None:
    """Make a font of squares for the characters of the text."""
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 700), (700, 700), (700, 0)):
        pen.lineTo(place) if place != (0, 0) else pen.moveTo(place)
    pen.closePath()
    made = begun(true_type=True)
    made.setupGlyf({glyph: pen.glyph() for glyph in GLYPHS})
    finish(made, file, name, bits)


CODES = {ord(char): f"u{ord(char):04X}" for char in "河道巡查。 "}
GLYPHS = [".notdef", *CODES.values()]


def begun(true_type: bool) -> FontBuilder:
    made = FontBuilder(1000, isTTF=true_type)
    made.setupGlyphOrder(GLYPHS)
    made.setupCharacterMap(CODES)
    return made


def finish(made: FontBuilder, file: Path, name: str, bits: int) -> None:
    made.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (1000, 0)))
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupNameTable({"familyName": name, "styleName": "Regular"})
    made.setupOS2(fsType=bits)
    made.setupPost()
    made.save(file)


def fonts(folder: Path, bits: int) -> Options:
    for role in ("fangsong", "kai", "hei", "song", "biaosong"):
        font(folder / f"{role}.ttf", f"Squares {role}", bits)
    return Options(fonts=folder, embed_fonts=True)


def test_a_font_that_may_be_embedded_is_there_and_the_text_names_it(tmp_path: Path) -> None:
    options = fonts(tmp_path, 0)
    data = render(TEXT, "docx", options)
    assert validate_docx(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        table = package.read("word/fontTable.xml").decode()
        assert "embedTrueTypeFonts" in package.read("word/settings.xml").decode()
        assert "Squares fangsong" in package.read("word/styles.xml").decode()
        key = table.split('r:id="rFont1" w:fontKey="{')[1][:36]
        shown = obfuscated(package.read("word/fonts/font1.odttf"), key)
    assert ord("河") in TTFont(io.BytesIO(shown)).getBestCmap()
    assert data == render(TEXT, "docx", options)


def test_postscript_outlines_are_drawn_anew_as_true_type(tmp_path: Path) -> None:
    for role in ("fangsong", "kai", "hei", "song", "biaosong"):
        cubic(tmp_path / f"{role}.otf", f"Circles {role}")
    data = render(TEXT, "docx", Options(fonts=tmp_path, embed_fonts=True))
    assert validate_docx(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        key = package.read("word/fontTable.xml").decode().split('r:id="rFont1" w:fontKey="{')[1][:36]
        shown = TTFont(io.BytesIO(obfuscated(package.read("word/fonts/font1.odttf"), key)))
    assert shown.sfntVersion == "\x00\x01\x00\x00"
    assert "CFF " not in shown
    glyph = shown["glyf"][shown.getBestCmap()[ord("河")]]
    assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == (0, 0, 700, 700)


def cubic(file: Path, name: str) -> None:
    """Make a font of rounded shapes in PostScript outlines for the characters of the text."""
    pen = T2CharStringPen(1000, None)
    pen.moveTo((350, 0))
    pen.curveTo((543, 0), (700, 157), (700, 350))
    pen.curveTo((700, 543), (543, 700), (350, 700))
    pen.curveTo((157, 700), (0, 543), (0, 350))
    pen.curveTo((0, 157), (157, 0), (350, 0))
    pen.closePath()
    made = begun(true_type=False)
    made.setupCFF(name.replace(" ", ""), {}, {glyph: pen.getCharString() for glyph in GLYPHS}, {})
    finish(made, file, name, bits=0)


@pytest.mark.parametrize("bits", [0x0002, 0x0004, 0x0200])
def test_a_licence_that_does_not_allow_it_is_heeded(tmp_path: Path, bits: int) -> None:
    with pytest.raises(FontError) as caught:
        render(TEXT, "docx", fonts(tmp_path, bits))
    assert caught.value.code == "font.embedding"
    assert "fsType" in caught.value.message
