"""One file of one document: its kind by its name, or on standard output; standard input with a name."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.called import call

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "begins"),
    [("b.json", b"{"), ("b.docx", b"PK"), ("b.html", b"<!doctype html>"), ("B.FACTS.CSV", b"\xef\xbb\xbf")],
)
def test_the_kind_is_told_by_the_name(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, begins: bytes
) -> None:
    assert call(capsys, monkeypatch, "export", source, "-o", name).out == f"{name}\n"
    assert Path(name).read_bytes().lower().startswith(begins.lower())


@pytest.mark.parametrize("where", [("--out", "-"), ("-o", "-")])
def test_standard_output_takes_one_target(
    source: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, where: tuple[str, str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["exporter", "export", str(source), "--to", "md", *where])
    from exporter.cli import main

    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    assert capsysbinary.readouterr().out.decode().startswith("## 一、2021年工作回顾")


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.txt", "a.txt", "-o", "b.md"),
        ("a.txt", "-o", "b.xyz"),
        ("a.txt", "-o", "-"),
        ("a.txt", "--out", "-", "--to", "md,json"),
        ("a.txt", "--name", "b.md"),
    ],
)
def test_what_makes_no_single_file_is_wrong_usage(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    found = call(capsys, monkeypatch, "export", *arguments)
    assert found.status == 2 and found.err.count("\n") == 1


def test_the_source_is_never_written_over(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "export", source, "--to", "md", "-o", source)
    assert found.err.startswith("error[output.is_source]") and source.read_text("utf-8") == REPORT


def test_standard_input_has_the_name_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("# 标题\n\n- 一\n- 二\n".encode())))
    assert call(capsys, monkeypatch, "export", "-", "--name", "r.md", "--to", "html").out == "out/r.html\n"


@pytest.mark.parametrize(("name", "begins"), [("g.csv", "\ufeffid,"), ("g.jsonl", '{"id"'), ("g.txt", "line  ")])
def test_figures_are_written_as_their_name_says(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, begins: str
) -> None:
    assert call(capsys, monkeypatch, "facts", source, "-o", name).status == 0
    assert Path(name).read_text("utf-8").startswith(begins)
