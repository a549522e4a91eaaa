"""What is said in Chinese: by the locale or as asked, with nothing of the English lost, and codes that stay."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from exporter.cli.language import choose, in_chinese, of_machine
from exporter.style import data_folder
from tests.cli.called import call
from tests.test_packaging import python_files

ROWS = [
    tuple(line.split("\t")) for line in (data_folder("source") / "messages.tsv").read_text("utf-8").splitlines()[1:]
]
COVERED = 0.9
"""Share of the messages of errors that have their Chinese, at the least."""


def test_rows_are_sorted_stand_once_and_have_the_same_places() -> None:
    english = [row[0] for row in ROWS]
    assert english == sorted(set(english))
    assert [row for row in ROWS if len(row) != 2 or row[0].count("{}") != len(re.findall(r"\{\d?\}", row[1]))] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_every_row_is_found_with_its_places_filled(row: tuple[str, str]) -> None:
    english, chinese = row
    if "{}" not in english or len(english.replace("{}", "")) >= 10:
        filled = [f"<{at}>" for at in range(english.count("{}"))]
        assert in_chinese(english.format(*filled)) == chinese.format(*filled)


def test_a_text_that_no_row_holds_stays_as_it_is() -> None:
    assert in_chinese("a text that nobody wrote") == "a text that nobody wrote"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"LANG": "zh_CN", "EXPORTER_MESSAGES": "en"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: str) -> None:
    assert of_machine(environment) == language


def test_help_and_errors_are_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(capsys, monkeypatch, "--messages", "zh", "--help").out.startswith("用法：")
    found = call(capsys, monkeypatch, "outline", "none.txt", "--messages=zh")
    assert found.err == "error[source.not_found]: none.txt：没有这个文件；请检查路径\n"
    assert found.status == 1
    assert call(capsys, monkeypatch, "exprt", "--messages=zh").err.startswith("error[usage]: 没有这个命令")


def test_json_keeps_its_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = call(capsys, monkeypatch, "outline", "none.txt", "--json", "--messages", "zh")
    assert '"message": "none.txt: no such file; check the path"' in found.out


def test_most_messages_of_errors_have_their_chinese() -> None:
    choose(None)
    known = {row[0] for row in ROWS}
    asked = set(templates())
    missing = sorted(asked - known)
    assert len(missing) <= (1 - COVERED) * len(asked), missing


def templates() -> Iterator[str]:
    """Give the messages of our errors, as they stand in the code, with `{}` for what is filled in."""
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_error(node.func):
                text = _template(node.args[0])
                if text is not None and " " in text:
                    yield re.sub(r"\s+", " ", text)


def _is_error(called: ast.expr) -> bool:
    name = called.id if isinstance(called, ast.Name) else ""
    return name in {"SourceError", "DocumentError", "StyleError", "FontError", "PartError", "RenderError"}


def _template(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in values)
    return None
