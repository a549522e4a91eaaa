"""No call writes over a file that was handed in, whatever its name, and nothing but a plain file is replaced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import exporter
from exporter import Job, Options, export_all
from exporter.batch.ledger import NAME
from exporter.batch.sources import find_sources
from exporter.cli.line import app
from exporter.errors import RenderError

TEXT = "# 关于节约用水的通知\n\n\n各单位：\n\n全年节约用水12.5万吨，请继续做好节水工作。\n"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.md"
    file.write_text(TEXT)
    return file


def ran(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stderr


@pytest.mark.parametrize("given", ["a.md", "./a.md", "link.md", "file://{}/a.md"])
def test_an_export_onto_its_source_is_refused(source: Path, given: str) -> None:
    (source.parent / "link.md").symlink_to(source)
    code, said = ran("export", given.format(source.parent), "--to", "md,json", "--out", ".")
    assert code == 1 and "output.is_source" in said
    assert source.read_text() == TEXT and not (source.parent / "a.json").exists()


def test_an_export_onto_another_source_is_refused(source: Path) -> None:
    (source.parent / "a.txt").write_text(TEXT)
    ran("export", "a.txt", "a.md", "--to", "md", "--out", ".", "--quiet")
    assert source.read_text() == TEXT


def test_a_hard_link_is_the_same_file(source: Path) -> None:
    (source.parent / "out").mkdir()
    os.link(source, source.parent / "out" / "a.md")
    assert "output.is_source" in ran("export", "a.md", "--to", "md")[1]
    assert source.read_text() == TEXT


def test_figures_are_not_written_over_their_source(source: Path) -> None:
    for given in ("a.md", "."):  # refused for its suffix before anything is read
        assert CliRunner().invoke(app, ["facts", given, "-o", "./a.md"]).exit_code != 0
    source.rename("a.txt")
    for given in ("a.txt", "."):
        error = CliRunner().invoke(app, ["facts", given, "-o", "./a.txt"]).exception
        assert isinstance(error, RenderError) and error.code == "output.is_source"
    assert Path("a.txt").read_text() == TEXT


@pytest.mark.parametrize("make", [lambda path: os.mkfifo(path), lambda path: path.symlink_to("nowhere")])
def test_only_a_plain_file_is_replaced(source: Path, make: Callable[[Path], None]) -> None:
    make(source.parent / "f.jsonl")
    before = (source.parent / "f.jsonl").lstat().st_ino
    error = CliRunner().invoke(app, ["facts", "a.md", "-o", "f.jsonl"]).exception
    assert isinstance(error, RenderError) and error.code == "output.not_regular"
    assert (source.parent / "f.jsonl").lstat().st_ino == before


def test_a_document_is_not_written_over_what_it_was_read_from(source: Path) -> None:
    document = exporter.read(source)
    with pytest.raises(RenderError) as caught:
        exporter.export(document, "md", ".")
    assert caught.value.code == "output.is_source"
    first = exporter.export(document, "md", "out")
    assert exporter.export(document, "md", "out").bytes == first.bytes
    assert source.read_text() == TEXT


@pytest.mark.parametrize("listed", [True, False])
def test_a_batch_into_the_folder_of_its_sources_keeps_them(source: Path, listed: bool) -> None:
    (source.parent / "a.html").write_text(f"<h1>关于用水的通知</h1><p>{TEXT}</p>")
    jobs = [Job(name, ("md",), ".") for name in ("a.html", "a.md")]
    ended = {one.source: one for one in export_all(jobs if listed else iter(jobs))}
    assert source.read_text() == TEXT
    assert ended["a.md"].code == ("output.is_source" if listed else None)
    assert ended["a.html"].code == ("output.is_source" if listed else None)


def test_a_file_that_the_options_name_is_kept(source: Path) -> None:
    (source.parent / "a.xlf").write_text("<a/>")
    job = Job("a.md", ("xliff",), ".", options=Options(memory=Path("a.xlf")))
    (outcome,) = export_all([job])
    assert outcome.code == "output.is_source"


def test_a_rerun_takes_nothing_of_its_own_for_a_source(source: Path) -> None:
    for name in ("b.txt", "c.html"):
        (source.parent / name).write_text(TEXT)
    for given in (["."], ["*.*"], ["b.txt", "c.html", "a.md"]):
        assert ran("batch", *given, "--to", "json,docx", "--out", ".", "--quiet")[0] == 0
    assert ran("batch", "a.docx", "b.txt", "--to", "json,docx", "--out", ".")[0] == 0
    assert {path.name for path in source.parent.iterdir()} == {
        "a.md",
        "b.txt",
        "c.html",
        NAME,
        *(f"{stem}.{suffix}" for stem in "abc" for suffix in ("json", "docx")),
    }
    assert sorted(find_sources(["."], leave_out=["."])) == ["./a.md", "./b.txt", "./c.html"]
