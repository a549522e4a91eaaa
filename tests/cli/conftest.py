"""Give each test a user's folder of its own, and the language of messages that the tests are written in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "user"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("EXPORTER_MESSAGES", "en")
    monkeypatch.chdir(tmp_path)
    return home / "exporter"
