"""A character is drawn by a face that draws it, and by none that draws another in its place."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
import uharfbuzz

from exporter.font_files import opened
from exporter.fonts import Face, book
from exporter.renderers.fonts import composite
from exporter.renderers.fonts.faces import Faces, Stack, faces_of
from exporter.renderers.fonts.subset import cut, glyph_forms, tables
from exporter.renderers.fonts.truth import false_shapes, variants
from exporter.renderers.layout.composition import stack_of
from exporter.style import load_style
from exporter.typesetting import metrics

STYLE = load_style("official")


def drawn(text: str, lang: str) -> dict[str, str]:
    """The file that draws each character of a text in the style of running text."""
    faces: Faces = faces_of(book(), [text], lang)
    stretches = faces.split(text, stack_of(STYLE.text["body"]), western=False)
    return {char: stretch.face.path.name for stretch in stretches for char in stretch.text}


@pytest.mark.slow
def test_every_false_shape_of_every_face_is_known() -> None:
    reference = book().face("song")
    faces = {(face.path, face.index): face for face in book().faces}.values()
    found = {face.path.name: "".join(sorted(false_shapes(face, variants(), reference))) for face in faces}
    assert {name: chars for name, chars in found.items() if chars} == {"FandolFang-Regular.otf": "幹捨準癥醜餘鬆鬱鹼"}


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant"])
def test_a_name_is_drawn_as_it_is_written(lang: str) -> None:
    text = "餘鬆鬱醜癥鹼幹準捨余松郁丑症碱干准舍"
    found = drawn(text, lang)
    assert set(found) == set(text)
    reference = book().face("song")
    for face in {face for face in book().faces if face.path.name in found.values()}:
        mine = [char for char, name in found.items() if name == face.path.name]
        assert not false_shapes(face, mine, reference)


def test_simplified_text_keeps_its_face() -> None:
    assert set(drawn("余松郁丑症碱干准舍政府工作报告", "zh-Hans").values()) == {book().face("fangsong").path.name}


def test_han_fill_their_square_whatever_body_a_face_is_drawn_on(tmp_path: Path) -> None:
    face = book().face("kai")
    font = bytearray(cut(face, "一国，"))
    struct.pack_into(">H", font, tables(bytes(font))["head"][0] + 18, 1087)  # as cwTeX has it: 0.92 em
    small = replace(face, path=tmp_path / "small.ttf", index=0)
    small.path.write_bytes(font)
    assert {metrics(small.path).advance(char) for char in "一国，"} == {1.0}
    font_of = composite.cid_font(cut(small, "国，"))
    assert {font_of.widths[font_of.glyphs[ord(char)]] for char in "国，"} == {1000}


def test_marks_stand_where_their_region_has_them() -> None:
    for role in ("fangsong", "kai", "hei", "song"):
        faces = faces_of(book(), ["，。、；：！？「」（）"], "zh-Hant")
        for stretch in faces.split("，。、；：！？「」（）", Stack(role, 400, "serif", 400), western=False):
            for char in stretch.text:
                middle = ink_middle(stretch.face, char, "zh-Hant")
                wanted = (0.6, 1.0) if char in "「（" else (0.0, 0.4) if char in "」）" else (0.38, 0.62)
                assert wanted[0] <= middle <= wanted[1], (role, char, stretch.face.path.name)


def ink_middle(face: Face, char: str, lang: str) -> float:
    font = uharfbuzz.Font(opened(face.path, face.index))
    ink = font.get_glyph_extents(glyph_forms(face, lang)[char][0])
    assert ink is not None
    return (ink.x_bearing + ink.width / 2) / int(opened(face.path, face.index).upem)
