"""A file gets its name whole or not at all, and every name is one that a disk takes and nobody else has."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.batch.write import distinct_stems, folded, publish, safe_stem
from exporter.errors import RenderError

names = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@given(names)
def test_a_stem_is_a_plain_short_name(name: str) -> None:
    stem = safe_stem(name)
    assert 0 < len(stem.encode("utf-8")) <= 120
    assert unicodedata.is_normalized("NFC", stem)
    assert not set(stem) & set('/\\\0:*?"<>|\n\u202e\u200b')
    assert stem not in (".", "..") and stem == stem.strip(" .")


@given(st.lists(names, max_size=30), st.sampled_from([("",), (".pdf", ".brief.pdf"), (".docx", ".pdf", ".brief.pdf")]))
def test_no_file_falls_on_another(sources: list[str], suffixes: tuple[str, ...]) -> None:
    made = [folded(stem + suffix) for stem in distinct_stems(sources, suffixes) for suffix in suffixes]
    assert len(made) == len(sources) * len(suffixes) == len(set(made))


def test_an_ordinary_name_stays_as_it_is() -> None:
    sources = ["a/报告.txt", "b/2018.report.html", "c/报告.docx"]
    first, second, third = distinct_stems(sources)
    assert (first, second) == ("报告", "2018.report")
    assert third.startswith("报告-") and len(third) == len("报告-") + 12


def test_a_brief_does_not_fall_on_the_file_of_another() -> None:
    first, second = distinct_stems(["a.txt", "a.brief.txt"], (".pdf", ".brief.pdf"))
    assert first == "a" and second.startswith("a.brief-")


@pytest.mark.parametrize("name", ["con", "NUL.txt", "com1.a.txt"])
def test_devices_of_windows_are_no_names(name: str) -> None:
    assert safe_stem(name).startswith("_")


def test_files_get_their_names_together(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()  # the second cannot be written, so the first must not appear
    with pytest.raises(RenderError, match="cannot be written") as caught:
        publish([(tmp_path / "a.txt", b"a"), (tmp_path / "b.pdf", b"b")])
    assert caught.value.code == "output.write"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.pdf"]


def test_what_stood_there_stays_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    with pytest.raises(RenderError) as caught:
        publish([(tmp_path / "a.docx", b"no package")])
    assert caught.value.code == "render.unreadable"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def package(content: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("word/document.xml", content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "opens"),
    [
        ("a.docx", package(b"<a/>"), True),
        ("a.docx", package(b"<a>"), False),
        ("a.docx", package(b"<a>" + b"x" * 10_500_000 + b"</a>"), False),  # libxml2 reads no more than 10 MB
        ("a.docx", package(b"<a/>")[:-30], False),
        ("a.brief.pdf", b"%PDF-1.7\n", False),
        ("a.json", b'{"a": 1}', True),
        ("a.json", b'{"a": ', False),
        ("a.md", b"", True),
    ],
)
def test_what_does_not_open_again_gets_no_name(tmp_path: Path, name: str, data: bytes, opens: bool) -> None:
    try:
        publish([(tmp_path / name, data)])
    except RenderError as error:
        assert not opens and error.code == "render.unreadable"
    assert (tmp_path / name).exists() is opens
    assert len(list(tmp_path.iterdir())) == opens


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    def little() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    script = (
        "import json, sys; from pathlib import Path; from exporter.batch.write import publish\n"
        "from exporter.errors import ExporterError, as_plain\n"
        "try: publish([(Path(sys.argv[1], 'a.md'), b'x'), (Path(sys.argv[1], 'b.md'), b'x' * 5000)])\n"
        "except ExporterError as error: print(json.dumps(as_plain(error)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=True, preexec_fn=little
    )
    assert json.loads(ran.stdout)["code"] == "output.write"
    assert list(tmp_path.iterdir()) == []
