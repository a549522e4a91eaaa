"""Outlines put together from what a process has met are those that HarfBuzz cuts out of the whole face."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet

from exporter.fonts import Face, book
from exporter.renderers.fonts import compact, composite
from exporter.renderers.fonts.subset import cut

TEXTS = ("完成造林面积3.2万亩", "——“造林”，12.5％", "Planted 3.2 million mu in 2026", "面")


def outlines(font: composite.CidFont) -> Callable[[str | None], tuple[bytes, dict[str, Any]]]:
    """What draws a character, or (None) what none has, and the private values that it is drawn by."""
    table = CFFFontSet()
    table.decompile(BytesIO(font.program), None)
    top = table.topDictIndex[0]

    def outline(char: str | None) -> tuple[bytes, dict[str, Any]]:
        number = font.glyphs[ord(char)] if char else 0
        drawn = top.CharStrings[top.charset[number]]
        assert top.charset[number] == (f"cid{number:05}" if number else ".notdef")
        return drawn.bytecode, drawn.private.rawDict

    return outline


def compact_faces() -> list[Face]:
    chosen = (book().face(role, weight) for role in ("song", "hei", "fangsong") for weight in (400, 700))
    return [face for face in dict.fromkeys(chosen) if compact.program_of(face, "一", "zh-Hans")]


@pytest.mark.parametrize("text", TEXTS)
def test_each_character_is_drawn_as_harfbuzz_cuts_it(text: str) -> None:
    faces = compact_faces()
    assert len(faces) >= 2
    for face in faces:
        own = composite.cid_font_of(face, text, "zh-Hans")
        whole = composite.cid_font(cut(face, text, "zh-Hans", shaped=False))
        assert own.glyphs.keys() == whole.glyphs.keys()
        assert own.box == whole.box
        for char in [None, *map(chr, own.glyphs)]:
            assert outlines(own)(char) == outlines(whole)(char), (face, char)
        for code, glyph in own.glyphs.items():
            assert own.widths[glyph] == whole.widths[whole.glyphs[code]]


def test_what_was_drawn_before_changes_nothing() -> None:
    face = compact_faces()[0]
    compact._known.cache_clear()
    first = [compact.program_of(face, text, "zh-Hans") for text in TEXTS]
    compact._known.cache_clear()
    assert [compact.program_of(face, text, "zh-Hans") for text in reversed(TEXTS)] == first[::-1]


def test_outlines_of_another_kind_are_left_to_harfbuzz() -> None:
    face = book().face("serif")
    assert compact.program_of(face, "Ab", "en") is None
    assert not composite.cid_font_of(face, "Ab", "en").compact
