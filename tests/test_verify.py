"""An artefact is proved against its source, and one that was changed, or made of another source, is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from exporter import parts
from exporter.errors import SourceError
from exporter.model import Document
from exporter.verify import verify

SOURCES = Path(__file__).parent.parent / "source"


@pytest.fixture(scope="module")
def source() -> Document:
    return parts.read(SOURCES / "sample.txt")


@pytest.mark.parametrize("target", ["docx", "pdf", "brief", "brief-docx", "brief-html", "json"])
def test_what_was_made_of_a_source_is_proved(source: Document, target: str) -> None:
    proof = verify(target, parts.render(source, target), source)
    assert proof.differences == ()
    assert proof.figures > 80


def changed(package: bytes, was: str, now: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(was.encode(), now.encode()) if name == "word/document.xml" else data)
    return out.getvalue()


def test_a_figure_changed_on_the_page_is_found(source: Document) -> None:
    proof = verify("a.docx", changed(parts.render(source, "docx"), "1487.8", "1587.8"), source)
    assert {(one.what, one.found.split()[0]) for one in proof.differences} == {("text", "1487.8"), ("text", "1587.8")}


def test_a_figure_changed_in_the_model_is_found(source: Document) -> None:
    data = parts.render(source, "json").replace(b'"1487.8"', b'"1587.8"')
    assert any("1587.8" in one.found for one in verify("a.json", data, source).differences)


def test_an_artefact_of_another_source_is_found(source: Document) -> None:
    other = parts.read("一、工作回顾\n全年实现地区生产总值100亿元，增长5%。\n".encode())
    assert verify("a.json", parts.render(source, "json"), other).differences[0].what == "source"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"hello", b"<!doctype html><p>1</p>"])
def test_a_file_that_is_not_ours_is_refused(source: Document, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        verify("stranger", data, source)
    assert caught.value.code == "verify.no_model"
