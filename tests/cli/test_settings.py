"""Settings from files: the user's, and those beside a source, which win; what they get wrong is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli.say import UsageError
from exporter.cli.settings import Key, Setting, default_map, settings_for
from tests.cli.called import call

KNOWN = {
    **{name: Key(name) for name in ("style", "translator", "template", "pages", "messages")},
    "strict": Key("strict", flag=True),
    "set": Key("elements", many=True),
    "reviewed": Key("reviewed", many=True),
    "to": Key("to", many=True),
}
REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exporter.toml").write_text(text, "utf-8")
    return folder


def values(arguments: list[str]) -> dict[str, object]:
    return {key: one.value for key, one in settings_for(arguments, KNOWN).items()}


def test_what_stands_beside_the_source_wins(tmp_path: Path, user_folder: Path) -> None:
    write(user_folder, 'style = "report"\ntranslator = "deepl"\n')
    room = write(tmp_path / "room", 'style = "official-strict"\npages = 3\n')
    (room / "a.txt").write_text(REPORT, "utf-8")
    assert values(["export", str(room / "a.txt")]) == {"style": "official-strict", "translator": "deepl", "pages": "3"}


def test_files_are_seen_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    room = write(tmp_path / "room", 'template = "ours.dotx"\nto = ["docx", "pdf"]\n[set]\n"签发人" = "林知远"\n')
    (room / "ours.dotx").touch()
    assert values(["export", str(room)]) == {
        "template": str(room / "ours.dotx"),
        "to": ["docx", "pdf"],
        "set": ["签发人=林知远"],
    }


def test_each_command_gets_what_concerns_it() -> None:
    said = {"style": Setting("a", Path()), "set": Setting(["b=c"], Path())}
    found = default_map(said, {("export",): {"style": Key("style"), "set": Key("elements")}, ("a", "b"): KNOWN})
    assert found["export"] == {"style": "a", "elements": ["b=c"]}
    assert found["a"]["b"] == {"style": "a", "elements": ["b=c"]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("style = report", "config.malformed"),
        ('colour = "red"', "config.unknown"),
        ("\udcff", "config.unreadable"),
        ("pages = true", "config.value"),
        ('strict = "yes"', "config.value"),
        ("pages = [1, 2]", "config.value"),
        ("pages = {a = 1}", "config.value"),
        ('messages = "fr"', "config.value"),
        ('style = "none"', "config.value"),
        ('template = "none.dotx"', "config.value"),
        ('reviewed = ["none.xlf"]', "config.value"),
    ],
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


def test_a_value_that_the_parser_refuses_is_told_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 'pages = "two"\n')
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    found = call(capsys, monkeypatch, "export", "a.txt", "--to", "md")
    assert found.status == 2 and found.err.startswith("error[config.value]: exporter.toml: ")
    assert call(capsys, monkeypatch, "export", "a.txt", "--to", "md", "--pages", "1").status == 0


def test_a_folder_of_that_name_is_not_to_be_saved_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exporter.toml").mkdir()
    found = call(capsys, monkeypatch, "styles")
    assert found.status == 2 and "check the path" in found.err and "UTF-8" not in found.err


def test_settings_hold_for_a_source_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "room", 'messages = "zh"\n')
    assert "没有这个文件" in call(capsys, monkeypatch, "outline", "room/none.txt").err


def test_keys_are_the_names_of_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "json = true\n")
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    assert call(capsys, monkeypatch, "outline", "a.txt").out.startswith("{")
