"""Folders and patterns give every source once, in one order; what names nothing is handed on to be refused."""

from __future__ import annotations

import os
from pathlib import Path

import fsspec
import pytest

from exporter.batch.sources import find_sources


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "c.exe", ".hidden.txt", "deep/d.md", "deep/.x/e.txt", "out/f.docx", "空/报告.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "b.txt")
    return tmp_path


def found(tree: Path, *names: str) -> list[str]:
    given = [str(tree / name) for name in names]
    return [os.path.relpath(source, tree) for source in find_sources(given, leave_out=[tree / "out"])]


def test_a_folder_gives_its_documents_once(tree: Path) -> None:
    # again.txt and b.txt are one file
    assert found(tree, "") == ["a.html", "again.txt", "deep/d.md", "空/报告.TXT"]


def test_what_is_named_by_itself_is_taken_whatever_it_is(tree: Path) -> None:
    assert found(tree, "c.exe", ".hidden.txt", "missing.txt") == ["c.exe", ".hidden.txt", "missing.txt"]


def test_patterns_are_expanded(tree: Path) -> None:
    assert found(tree, "*.html", "**/*.md", "no*where") == ["a.html", "deep/d.md", "no*where"]
    assert found(tree, "o*/*.docx") == ["o*/*.docx"]  # what was made earlier is no source


def test_a_file_with_a_pattern_for_a_name_is_a_file(tree: Path) -> None:
    (tree / "a[1].txt").touch()
    assert found(tree, "a[1].txt") == ["a[1].txt"]


def test_names_that_no_system_takes_are_handed_on() -> None:
    odd = ["a\0b", "\ud800.txt", "", "x" * 5000, "x*" * 2000]
    assert list(find_sources(odd)) == odd


def test_urls_stay_and_their_patterns_are_expanded() -> None:
    memory = fsspec.filesystem("memory")
    for name in ("/batch/b.txt", "/batch/a.txt"):
        memory.pipe(name, b"x")
    given = ["https://example.org/report.html", "memory://batch/*.txt", "nosuch://*/a"]
    assert list(find_sources(given)) == [given[0], "memory:///batch/a.txt", "memory:///batch/b.txt", given[2]]
    memory.rm("/batch", recursive=True)
