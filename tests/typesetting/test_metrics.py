"""Widths as the font files have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.errors import FontError
from exporter.fonts import book
from exporter.typesetting import chain, metrics, of_function


def test_han_is_one_em_and_digits_are_narrower() -> None:
    face = book().face("song")
    song = metrics(face.path, face.index)
    assert song.advance("国") == 1.0
    assert song.advance("—") == 1.0  # the glyph of zh-Hans; the font's own is narrower
    assert 0.3 < song.advance("1") < 0.7


def test_widths_agree_with_the_table_of_the_font() -> None:
    from fontTools.ttLib import TTFont

    face = book().face("serif")
    measured = metrics(face.path, face.index)
    with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
        names, widths, per_em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        for character in "abcxyzABCXYZ0123456789.,%()":
            assert measured.advance(character) == pytest.approx(widths[names[ord(character)]][0] / per_em)


def test_a_file_is_opened_once() -> None:
    face = book().face("song")
    assert metrics(face.path, face.index) is metrics(face.path, face.index)


def test_a_chain_asks_the_next_font() -> None:
    latin = of_function(lambda character: 0.4 if character < "\x80" else None)
    han = of_function(lambda character: 1.0)
    both = chain(latin, han)
    assert (both.advance("a"), both.advance("国")) == (0.4, 1.0)
    assert not latin.covers("国")
    assert both.covers("国")


def test_what_no_font_has_is_as_wide_as_its_kind() -> None:
    nothing = of_function(lambda character: None)
    assert [nothing.advance(character) for character in "国a\u200d\u0301\ud800"] == [1.0, 0.5, 0.0, 0.0, 0.5]


def test_a_file_that_is_no_font_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "none.ttf"
    file.write_bytes(b"no font")
    for path in (file, tmp_path / "missing.ttf"):
        with pytest.raises(FontError, match=path.name):
            metrics(path)
