"""What is done is done anew where anything that has a say in its bytes is another."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from exporter.batch.recipe import recipe
from exporter.parts import Options


@pytest.mark.parametrize("package", ["rjieba", "python-pptx", "pypinyin", "pypdfium2", "markdown-it-py", "weasyprint"])
def test_another_version_of_what_reads_names_or_draws_is_another_recipe(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = importlib.metadata.version
    before = recipe(("json",), Options(), False)
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0" if name == package else version(name))
    assert recipe(("json",), Options(), False) != before


@pytest.mark.parametrize("file", ["logo.png", "word.toml"])
def test_another_file_of_the_style_is_another_recipe(file: str, tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text('extends = "brief"\n[house]\nlogo = "logo.png"\n', "utf-8")
    before = recipe(("brief",), Options(style=tmp_path), False)
    (tmp_path / file).write_bytes(b"another")
    assert recipe(("brief",), Options(style=tmp_path), False) != before
