"""Settings from files: the user's, and those beside a source, which win; what they get wrong is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli.say import UsageError
from exporter.cli.settings import default_map, settings_for
from tests.cli.called import call

KNOWN = {"style", "translator", "to", "template", "pages", "strict", "set"}
REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exporter.toml").write_text(text, "utf-8")
    return folder


def test_what_stands_beside_the_source_wins(tmp_path: Path, user_folder: Path) -> None:
    write(user_folder, 'style = "report"\ntranslator = "deepl"\n')
    room = write(tmp_path / "room", 'style = "official-strict"\npages = 3\n')
    (room / "a.txt").write_text(REPORT, "utf-8")
    found = settings_for(["export", str(room / "a.txt")], KNOWN)
    assert found == {"style": "official-strict", "translator": "deepl", "pages": "3"}


def test_files_are_seen_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    room = write(tmp_path / "room", 'template = "ours.dotx"\nto = ["docx", "pdf"]\n[set]\n"签发人" = "林知远"\n')
    found = settings_for(["export", str(room)], KNOWN)
    assert found == {"template": str(room / "ours.dotx"), "to": "docx,pdf", "set": ["签发人=林知远"]}


def test_each_command_gets_what_concerns_it() -> None:
    found = default_map({"style": "a", "pages": "3"}, {("export",): ["style", "pages"], ("a", "b"): ["style"]})
    assert found == {"export": {"style": "a", "pages": "3"}, "a": {"b": {"style": "a"}}}


@pytest.mark.parametrize(
    ("text", "code"),
    [("style = report", "config.malformed"), ('colour = "red"', "config.unknown"), ("\udcff", "config.unreadable")],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "exporter.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as caught:
        settings_for(["export", "a.txt"], KNOWN)
    assert caught.value.code == code and "exporter.toml" in caught.value.message


def test_a_setting_is_a_default_and_an_option_beats_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 'to = "md"\n')
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    assert call(capsys, monkeypatch, "export", "a.txt").out == "out/a.md\n"
    assert call(capsys, monkeypatch, "export", "a.txt", "--to", "json").out == "out/a.json\n"


def test_an_option_that_there_is_not_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "colour = 1\n")
    found = call(capsys, monkeypatch, "styles")
    assert found.status == 2
    assert found.err.startswith("error[config.unknown]: ")
