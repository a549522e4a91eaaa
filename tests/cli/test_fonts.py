"""Faces that this machine lacks are named, fetched by their hash, and never replaced in silence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import exporter
from exporter import conversion
from exporter.cli import fonts
from exporter.fonts import FontBook, book
from exporter.style import load_style
from tests.cli.called import call

DATA = b"OTTO" + bytes(100)
FACE = fonts.FreeFace(
    "kai", 400, "a.otf", len(DATA), hashlib.sha256(DATA).hexdigest(), "https://example.org/a.otf", "OFL"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fonts, "missing", lambda: (FACE,))
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "a.otf").write_bytes(DATA)
    return tmp_path / "given"


def test_what_is_fetched_is_named_with_its_licence(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "fonts", "install", "--yes", "--from", folder, "--into", "here")
    assert found.status == 0 and "OFL" in found.out and found.out.endswith("here/a.otf\n")
    assert Path("here/a.otf").read_bytes() == DATA


def test_nothing_is_fetched_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "fonts", "install", "--from", folder, "--into", "here")
    assert found.status == 2 and "--yes" in found.err and not Path("here").exists()


def test_another_file_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.otf").write_bytes(b"another")
    found = call(capsys, monkeypatch, "fonts", "install", "--yes", "--from", folder, "--into", "here")
    assert found.status == 1 and found.err.startswith("error[font.hash]") and not Path("here/a.otf").exists()


def test_the_table_of_free_faces_is_whole() -> None:
    rows = list(fonts.free_faces())
    assert {"fangsong", "kai", "hei", "song"} == {row.role for row in rows}
    for row in rows:
        assert len(row.sha256) == 64 and row.url.startswith("https://") and row.bytes > 1e6


def test_a_face_that_stands_in_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    poor = FontBook(tuple(face for face in book().faces if face.role not in ("fangsong", "kai")))
    monkeypatch.setattr(conversion, "book", lambda folder: poor)
    said = [notice.message for notice in conversion.stand_ins(load_style("official"))]
    assert [message[:2] for message in said] == ["仿宋", "楷体"] and all("fonts install" in one for one in said)
    document = exporter.editing.document("通知", "正文。")
    (made,) = conversion.render_all(document, [exporter.parts.target("docx")])
    assert made.notices == ()  # a Word file names its faces; who opens it has them or not
