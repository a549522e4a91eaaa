"""`exporter models`: a model for this machine, from a folder or from the list that is published."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.cli.called import call
from tests.support.tiny_model import write_model

WORDS = {"深化": "▁deepen", "改革": "▁reform", "。": "."}
RECORDS: dict[str, Any] = {
    "data": [
        {
            "name": f"{kind}.zhen.bin", "fileType": kind, "sourceLanguage": "zh-Hans", "targetLanguage": "en",
            "version": version, "decompressedHash": "0" * 64,
            "attachment": {"location": "none", "size": size, "hash": "0" * 64},
        }
        for kind, version, size in (("model", "2.1", 30_000_000), ("model", "1.0", 9_000_000), ("vocab", "2.1", 8e5))
    ]
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("EXPORTER_LOCAL_MODEL", raising=False)


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """A list of models, served on this machine."""
    held = {"records": RECORDS}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(held["records"]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"http://127.0.0.1:{server.server_port}/records")
    yield held
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_model_in_a_folder_is_taken_over_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = write_model(tmp_path / "given", WORDS)
    assert "exporter models install" in call(capsys, monkeypatch, "models", "list").err
    installed = call(capsys, monkeypatch, "models", "install", "--from", given)
    assert (installed.status, installed.out) == (0, f"{tmp_path / 'data/exporter/models/zh-en'}\n")
    (row,) = json.loads(call(capsys, monkeypatch, "models", "list", "--json").out)
    assert row["name"].startswith("fxtranslate ")
    source = tmp_path / "report.txt"
    source.write_text("某市政府工作报告\n\n一、2024年工作回顾\n深化改革。\n", "utf-8")
    target = tmp_path / "out.bilingual.html"
    made = call(capsys, monkeypatch, "export", source, "-o", target, "--translator", "local")
    assert made.status == 0 and "deepen reform." in target.read_text("utf-8")


def test_a_model_may_have_been_unpacked_where_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = write_model(tmp_path / "data/exporter/models/zh-en", WORDS)
    installed = call(capsys, monkeypatch, "models", "install", "--from", there)
    assert (installed.status, installed.out, installed.err) == (0, f"{there}\n", "")


def test_a_folder_without_a_model_is_refused_and_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "models", "install", "--from", tmp_path)
    assert found.status == 1 and found.err.startswith("error[translate.model]") and found.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_size_and_licence_are_said_before_anything_is_fetched(
    published: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = call(capsys, monkeypatch, "models", "install")
    assert "zh-Hans to en 2.1: 30.8 MB" in found.out and "Mozilla Public License 2.0" in found.out
    assert found.status == 2 and "--yes" in found.err


@pytest.mark.parametrize("records", [{"data": []}, {"other": 1}, []])
def test_a_list_without_our_languages_is_one_sentence(
    published: dict[str, Any], records: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    published["records"] = records
    found = call(capsys, monkeypatch, "models", "install", "--yes")
    assert found.status == 1 and "--from" in found.err and found.err.count("\n") == 1
