from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import FontError
from exporter.fonts import FontBook, book, draws_nothing
from exporter.renderers.fonts.subset import cut, glyph_numbers

ROLES = ("song", "biaosong", "hei", "kai", "fangsong", "serif", "sans")


def test_a_face_for_every_role() -> None:
    for role in ROLES:
        assert book().face(role).path.is_file()


def test_families_are_ours_and_one_for_each_file() -> None:
    faces = book().faces
    assert all(face.family.startswith("Exporter ") for face in faces)
    assert len({face.family for face in faces}) == len({(face.path, face.index) for face in faces})


@given(st.text(alphabet="的一是了人中2017%，。“”—…䶮𠮷", min_size=1), st.sampled_from(ROLES))
def test_what_is_not_missing_is_assigned(text: str, role: str) -> None:
    found = book().assign(text, role)
    assert set(found) == {char for char in text if char not in book().missing(text)}


def test_a_chain_looks_in_its_own_role_first_and_in_every_file_once() -> None:
    for role in ROLES:
        chain = book().chain(role)
        assert chain[0] == book().face(role)
        assert len({(face.path, face.index) for face in chain}) == len(chain)


def test_bold_is_a_real_weight() -> None:
    assert book().face("song", 700).path != book().face("song", 400).path


def test_a_character_that_no_font_has_is_named() -> None:
    assert book().missing("文\ue0f0") == "\ue0f0"


def test_characters_that_draw_nothing_need_no_font() -> None:
    assert book().missing("\u200b\u200d\ufe0f\n\t") == ""
    assert draws_nothing("\u200b") and not draws_nothing("文")


def test_an_empty_book_says_what_to_do() -> None:
    with pytest.raises(FontError, match="no font for the role song") as caught:
        FontBook(()).face("song")
    assert caught.value.code == "font.missing"


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(FontError) as caught:
        book(tmp_path / "nowhere")
    assert caught.value.code == "font.folder"


def test_the_users_folder_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "fangsong.ttf"
    own.write_bytes(cut(book().face("kai"), "文字"))
    assert book(tmp_path).face("fangsong").path == own


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "fangsong.ttf").write_bytes(b"not a font")
    assert book(tmp_path).face("fangsong").path.parent != tmp_path


def test_a_row_for_every_role() -> None:
    rows = book().describe("䶮")
    assert {row.role for row in rows} >= set(ROLES)
    assert all(row.file or row.stand_in or row.role == "rare" for row in rows)
    assert next(row for row in rows if row.role == "song" and row.weight == 400).gb2312 == 1.0


@pytest.mark.parametrize("role", ROLES)
def test_a_cut_face_holds_what_was_asked_and_little_else(role: str) -> None:
    face = book().face(role)
    characters = set("2019%") | (set() if role == "serif" else set("文字，"))
    found = glyph_numbers(cut(face, characters))
    assert set(found) == characters | {" "}
    assert sorted(found.values()) == list(range(1, len(found) + 1))


def test_a_cut_face_is_the_same_twice() -> None:
    face = book().face("song")
    assert cut(face, "文字") == cut(face, "字文")


def test_the_dash_of_chinese_is_one_em_wide() -> None:
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(cut(book().face("song"), "—")))
    assert font.get_glyph_h_advance(font.get_nominal_glyph(ord("—"))) == 1000
