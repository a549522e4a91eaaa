"""What `doctor` says of faces that others stand in for, and of an engine that this machine has not."""

from __future__ import annotations

import pytest

from exporter.cli import health
from exporter.fonts import FontBook, book


def test_a_face_that_another_stands_in_for_is_not_right(monkeypatch: pytest.MonkeyPatch) -> None:
    there = book()
    kept = tuple(face for face in there.faces if face.role in ("song", "hei") and face.weight == 400)
    monkeypatch.setattr("exporter.fonts.book", lambda folder: FontBook(kept))
    found = {check.what: check for check in health.checks(None) if check.what.startswith("font ")}
    assert found["font song 400"].right
    for role in ("kai 400", "fangsong 400", "song 700", "serif 400"):
        check = found[f"font {role}"]
        assert "stands in" in check.found and not check.right and not check.needed and check.mend, role


def test_an_engine_of_css_that_is_not_there_is_said_with_its_purpose(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        print("a banner")
        raise OSError("cannot load library 'pango'")

    monkeypatch.setattr(health.importlib, "import_module", missing)
    found = next(check for check in health.checks(None) if check.what == "weasyprint")
    assert not found.right and not found.needed and found.mend
    assert "cannot load library" in found.found and health.PURPOSE in found.found
    assert "banner" not in "".join(capfd.readouterr())
