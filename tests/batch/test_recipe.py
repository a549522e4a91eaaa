"""What is done is done anew where anything that has a say in its bytes is another."""

from __future__ import annotations

import importlib.metadata

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
