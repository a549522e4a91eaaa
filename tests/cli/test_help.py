"""Help and wrong usage: what follows a user's day, in a line or a page, and no command outside the groups."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer

from exporter.cli.help import GROUPS, OTHERS, wrapped
from exporter.cli.line import app
from exporter.cli.say import width
from tests.cli.called import call

ROOT: Any = typer.main.get_command(app)


def test_the_root_shows_its_commands_in_groups(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "--help")
    assert found.status == 0
    titles = [title for title, names in GROUPS if set(names) & set(ROOT.commands)]
    assert [line.rstrip(":") for line in found.out.splitlines() if re.match(r"\w.*:$", line)] == ["Options", *titles]
    for name in ROOT.commands:
        assert re.search(rf"^  {name} ", found.out, re.MULTILINE)


def test_every_command_has_its_group() -> None:
    assert sorted(set(ROOT.commands) - {name for _, names in GROUPS for name in names}) == [], OTHERS


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ROOT.commands:
        found = call(capsys, monkeypatch, name, "--help")
        assert found.status == 0 and found.out.startswith(f"Usage: exporter {name}")
        assert all(width(line) <= 100 for line in found.out.splitlines())


def test_without_a_command_help_is_shown_as_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("Usage: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",),
        ("export", "x", "--to", "papyrus"),
        ("export", "x", "--to", ","),
        ("export", "x", "--pages", "0"),
        ("export", "x", "--languages", "fr"),
        ("export", "x", "--style"),
        ("facts", "x", "--format", "ods"),
        ("outlines", "x"),
        ("outline", "x", "y"),
        ("--colour",),
        ("outline", "x", "--messages", "fr"),
    ],
)
def test_wrong_usage_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    found = call(capsys, monkeypatch, *arguments)
    assert (found.status, found.out) == (2, "")
    assert re.fullmatch(r"error\[usage\]: .+\n", found.err), found.err


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import exporter

    assert call(capsys, monkeypatch, "--version").out == f"exporter {exporter.__version__}\n"


def test_lines_are_broken_by_columns() -> None:
    text = "把正式的中文文件做成公文、版面和双语简报，每个数字都有出处。" * 5 + " and some English words" * 5
    lines = list(wrapped(text, 4))
    assert len(lines) > 3
    assert all(width(line) <= 100 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line.strip()[0] in "，。、" for line in lines)


@pytest.mark.parametrize("command", ["batch", "export", "review", "terms add", "terms import", "serve", "facts"])
def test_no_type_of_the_program_stands_in_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    shown = call(capsys, monkeypatch, *command.split(), "--help").out
    assert not re.search(r"int range|float range|list\[|\bPath\b", shown), shown
