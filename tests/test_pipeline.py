"""The door for sources and the check before rendering: refusals are typed, name what was found, and hang on nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given

from exporter import pipeline
from exporter.errors import DocumentError, SourceError
from exporter.model import Cell, Document, Metadata, Pair, Paragraph, Run, Table
from tests.documents import documents


def body(text: str) -> Document:
    return Document(Metadata(), (Paragraph((Run(text),)),))


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("一、回顾".encode())
    assert pipeline.fetch(str(path)) == ("报告.txt", "一、回顾".encode())


def test_a_url_is_read_through_fsspec(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    assert pipeline.fetch(f"file://{tmp_path}/a.txt") == ("a.txt", b"text")


def test_a_fifo_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError) as caught:
        pipeline.fetch(tmp_path / "pipe")
    assert caught.value.code == "source.not_regular"


@pytest.mark.parametrize(
    ("given_source", "code"),
    [
        ("nowhere.txt", "source.not_found"),
        ("/", "source.not_regular"),
        ("/dev/zero", "source.not_regular"),
        ("bad\0name", "source.unreadable"),
        ("x" * 5000, "source.unreadable"),
        ("file:///nowhere.txt", "source.not_found"),
        ("nosuchscheme://x/y", "source.unsupported"),
        (b"", "source.empty"),
    ],
)
def test_a_source_that_is_none_is_refused(given_source: str | bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        pipeline.fetch(given_source)
    assert caught.value.code == code


@given(documents)
def test_any_clean_document_passes_unchanged(document: Document) -> None:
    assert pipeline.check(document) is document


@pytest.mark.parametrize("text", ["a\0b", "\x0b", "\ud800", "￾", "\u202e3.5", "\x9b"])
def test_a_character_that_no_file_may_hold_is_named(text: str) -> None:
    with pytest.raises(DocumentError, match=r"blocks\[0\]\.runs\[0\]\.text.*U\+"):
        pipeline.check(body(text))
    with pytest.raises(DocumentError, match=r"metadata\.title"):
        pipeline.check(Document(Metadata(title=text), ()))


def test_empty_tables_and_deep_pairs_are_refused() -> None:
    with pytest.raises(DocumentError, match="without cells"):
        pipeline.check(Document(Metadata(), (Table(()),)))
    with pytest.raises(DocumentError, match="less than one column"):
        pipeline.check(Document(Metadata(), (Table(((Cell((), colspan=0),),)),)))
    pair = Pair((Paragraph((Run("a"),)),), (), "untranslated")
    for _ in range(20):
        pair = Pair((pair,), (), "untranslated")
    with pytest.raises(DocumentError, match="deeper than"):
        pipeline.check(Document(Metadata(), (pair,)))
