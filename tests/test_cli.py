"""The command line: what it writes, what it says, and how it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "source" / "sample.html"


def run(*arguments: str | Path, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "exporter", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, cwd=cwd, timeout=120, check=False)


def test_export_writes_the_three_that_were_promised(tmp_path: Path) -> None:
    done = run("export", SAMPLE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"sample.docx", "sample.pdf", "sample.brief.pdf"}


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    done = run("export", "-", "--to", "json", "--json", "--out", tmp_path, given=SAMPLE.read_bytes())
    (result,) = json.loads(done.stdout)
    assert result["artefacts"][0]["path"] == str(tmp_path / "stdin.json")
    assert result["status"] == "done"


def test_one_that_fails_leaves_the_others_done(tmp_path: Path) -> None:
    done = run("export", tmp_path / "none.txt", SAMPLE, "--to", "json", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("error[source.not_found]: ")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sample.json"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source.empty"),
        (b"\x00\x01\x02\x03" * 64, "source.not_text"),
        (b"\x1f\x8b\x08\x00" + b"x" * 40, "source."),
        (b"PK\x03\x04" + b"x" * 40, "source."),
        (b"%PDF-1.7\nbroken", "pdf."),
    ],
)
def test_a_source_that_is_none_is_refused_in_one_line(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(data)
    done = run("export", tmp_path / "source", "--out", tmp_path / "out")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert said.startswith(f"error[{code}") and said.count("\n") == 1, said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [("export",), ("export", "x", "--to", "papyrus"), ("paint",), ("--colour",)])
def test_wrong_usage_leaves_with_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


def test_json_carries_the_code_of_an_error() -> None:
    done = run("outline", "none.txt", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "source.not_found"


def test_a_traceback_comes_only_when_asked_for() -> None:
    assert b"Traceback" not in run("outline", "none.txt").stderr
    assert b"Traceback" in run("outline", "none.txt", "--debug").stderr


def test_the_outline_has_the_fields_of_the_contract() -> None:
    outline = json.loads(run("outline", SAMPLE, "--json").stdout)
    assert outline["title"] and outline["complete"] is True
    assert {"level", "number", "text", "line", "run_in"} <= set(outline["headings"][0])
    assert {
        *("subtitle", "date", "publisher", "speaker", "session", "place", "doc_type", "language", "encoding", "sha256"),
        *("body", "metadata_lines", "appendix", "furniture", "altered", "notices"),
    } <= set(outline)


def test_lists_are_printed_and_as_json() -> None:
    assert b"official" in run("styles").stdout
    assert {"docx", "pdf", "brief"} <= {row["name"] for row in json.loads(run("targets", "--json").stdout)}


def test_a_report_differs_from_itself_in_nothing() -> None:
    assert json.loads(run("diff", SAMPLE, SAMPLE, "--json").stdout) == {"figures": [], "headings": []}
