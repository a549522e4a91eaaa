"""Parts are found in one way, load when asked for, and whatever an engine raises gets a type and a name."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import exporter
from exporter import conversion, parts, plugins
from exporter.errors import PartError, RenderError
from exporter.model import Document, Metadata, Paragraph, Run, Source
from exporter.parts import Options, ReaderPart, Target
from exporter.style import Style

DOCUMENT = Document(Metadata(title="甲"), (Paragraph((Run("乙"),)),))


def text(document: Document, style: Style) -> bytes:
    return f"{document.metadata.title} {style.name}".encode()


OWN = Target("own", ".own", "an own target", text, style="report")


def test_a_renderer_passed_in_is_used(tmp_path: Path) -> None:
    artefact = exporter.export(DOCUMENT, to=text, out=tmp_path)
    assert artefact.path.read_bytes() == artefact.bytes == "甲 official".encode()


def test_a_strangers_target_is_found_as_ours_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    point = EntryPoint("own", "tests.test_parts:OWN", "exporter.targets")
    monkeypatch.setattr(plugins, "points", lambda group: {"own": point} if group == "exporter.targets" else {})
    assert "own" in parts.target_names()
    assert exporter.export(DOCUMENT, to="own", out=tmp_path, stem="x").path == tmp_path / "x.own"
    assert exporter.render(DOCUMENT, "own", Options(style="official")) == "甲 official".encode()


def test_an_unknown_target_names_what_there_is() -> None:
    with pytest.raises(PartError, match=r"docx, pdf, brief"):
        parts.target("papyrus")


def test_what_an_engine_raises_is_typed() -> None:
    def broken(document: Document, style: Style) -> bytes:
        raise KeyError("styles")

    with pytest.raises(RenderError, match=r"broken: the engine failed.*KeyError"):
        exporter.render(DOCUMENT, broken)


def test_transforms_that_targets_share_run_once() -> None:
    runs = []

    def count(document: Document) -> Document:
        runs.append(document)
        return document

    rows = [Target(name, ".x", name, text, (count,)) for name in ("a", "b", "c")]
    assert len(list(conversion.render_all(DOCUMENT, rows))) == 3
    assert len(runs) == 1


def test_import_loads_no_engine() -> None:
    engines = "weasyprint|docx|reportlab|httpx|lxml|pypdfium2|trafilatura|typer|rich|fontTools|openpyxl|pptx|pikepdf"
    code = f"import sys; from exporter import *; print([e for e in {engines!r}.split('|') if e in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_an_export_loads_what_it_needs_alone(tmp_path: Path) -> None:
    others = "docx|pptx|openpyxl|weasyprint|reportlab|httpx|rich|pydantic|fontTools|pikepdf|PIL"
    (tmp_path / "a.txt").write_text("工作报告\n\n全年生产总值达到12.5亿元，比上年增长8%。\n", "utf-8")
    code = (
        "import atexit, sys; from exporter.cli import main\n"
        f"atexit.register(lambda: print([one for one in {others!r}.split('|') if one in sys.modules]))\n"
        f"sys.argv = ['exporter', 'export', {str(tmp_path / 'a.txt')!r}, '--out', {str(tmp_path)!r}, '--quiet']\n"
        "main()"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_functions_keep_their_names_when_their_packages_load() -> None:
    code = (
        "import exporter, importlib\n"
        "for name in ('exporter.facts.extract', 'exporter.brief.build'): importlib.import_module(name)\n"
        "print(callable(exporter.facts), callable(exporter.brief))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "True True"


@pytest.mark.parametrize("name", ["brief", "facts", "render"])
def test_any_function_can_be_put_in_the_place_of_another(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    other = object()
    monkeypatch.setattr(exporter, name, other)
    assert getattr(exporter, name) is other
    monkeypatch.undo()
    assert callable(getattr(exporter, name))


def test_public_names_are_sorted_and_there() -> None:
    assert list(exporter.__all__) == sorted(exporter.__all__)
    assert all(hasattr(exporter, name) for name in exporter.__all__)


def notes(source: Source) -> Document:
    return Document(Metadata(title=source.name), (Paragraph((Run(source.data[4:].decode()),)),))


NOTES = ReaderPart("application/x-notes", notes, (".notes",))
TEXTS = ReaderPart("text/plain", notes)
NONE = object()


def offered(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    point = EntryPoint("theirs", f"tests.test_parts:{name}", "exporter.readers")
    monkeypatch.setattr(plugins, "points", lambda group: {"theirs": point} if group == "exporter.readers" else {})


def test_a_strangers_reader_is_asked_first_by_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    offered(monkeypatch, "NOTES")
    data = b"GIF8" + "正文。".encode()  # ours would refuse it
    assert exporter.read(data, name="A.NOTES").metadata.title == "A.NOTES"
    with pytest.raises(exporter.SourceError):
        exporter.read(data, name="a.txt")


def test_a_strangers_reader_is_asked_first_by_media_type(monkeypatch: pytest.MonkeyPatch) -> None:
    offered(monkeypatch, "TEXTS")
    assert exporter.read("abcd正文。".encode(), name="a.txt").blocks == (Paragraph((Run("正文。"),)),)


@pytest.mark.parametrize("name", ["NONE", "NOWHERE"])
def test_a_strangers_reader_that_is_none_is_named_once_and_passed_by(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    offered(monkeypatch, name)
    plugins._tell.cache_clear()
    for _ in range(2):
        assert exporter.read("正文。".encode()).blocks
    (told,) = caplog.messages
    assert "'theirs'" in told


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("pages", 0),
        ("pages", 1000),
        ("pages", "2"),
        ("languages", "fr"),
        ("layout", "rows"),
        ("xliff", "3"),
        ("style", 3),
        ("memory", 3),
        ("elements", {"签发人": "某某"}),
    ],
)
def test_an_option_that_cannot_be_is_named(name: str, given: object) -> None:
    with pytest.raises(exporter.ArgumentError, match=f"^{name}: found"):
        exporter.Options(**{name: given})  # type: ignore[arg-type]


@pytest.mark.parametrize("stem", ["../zz", "/tmp/x", "a\\b", "", "..", 3])
def test_a_stem_names_no_folder(stem: str, tmp_path: Path) -> None:
    with pytest.raises(exporter.ArgumentError, match=r"^stem: found"):
        exporter.export(DOCUMENT, to="md", out=tmp_path / "o", stem=stem)
    assert not list(tmp_path.iterdir())
