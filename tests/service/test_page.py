"""The page for those without a shell: it reads and makes what the command line does, for this machine alone."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from exporter.service.desk import KEPT, Desk
from exporter.service.page import CHINESE, ENGLISH, page
from exporter.service.server import Answers
from tests.cli.called import call
from tests.reports import OURS, SAMPLE

TOKEN = "secret"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A page that is served, and its address."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen(8)
        port = held.getsockname()[1]
        app = Answers(Desk(), TOKEN, port, "zh").application()
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}/{TOKEN}/"
        server.should_exit = True
        thread.join(5)


def test_a_document_is_read_and_files_are_made(address: str) -> None:
    read = httpx.post(address + "read", params={"name": "报告.html"}, content=SAMPLE.read_bytes(), timeout=60).json()
    assert read["said"]["doc_type"] == "work_report"
    assert any("2017年工作回顾" in one["text"] for one in read["headings"])
    assert read["left_out"] and all(one["reason"] for one in read["left_out"])
    for target, begins in (("docx", b"PK"), ("md", b"#")):
        made = httpx.post(address + "make", params={"id": read["id"], "target": target}, timeout=120)
        assert made.status_code == 200 and made.content.startswith(begins)
        assert made.headers["x-file-name"] == f"%E6%8A%A5%E5%91%8A.{target}"


@pytest.mark.parametrize("command", ["serve --no-browser", "review a.txt"])
def test_a_port_that_is_taken_is_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("工作报告\n\n全年生产总值12.5亿元。\n", "utf-8")
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen(1)
        port = held.getsockname()[1]
        found = call(capsys, monkeypatch, *command.split(), "--port", str(port))
    assert found.status == 1 and found.err.startswith(f"error[serve.port]: port {port}: ")


def test_what_cannot_be_read_is_said(address: str) -> None:
    answer = httpx.post(address + "read", params={"name": "a.png"}, content=b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "source.unsupported")
    answer = httpx.post(address + "make", params={"id": "none", "target": "docx"})
    assert answer.json()["error"]["code"] == "source.not_found"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("", {"Host": "evil.example"}),
        ("", {"Origin": "http://evil.example"}),
        ("../guess/", {}),
    ],
)
def test_strangers_get_nothing(address: str, path: str, headers: dict[str, str]) -> None:
    assert httpx.get(address + path, headers=headers).status_code == 404
    assert httpx.post(address + path + "read", headers=headers, content=b"x").status_code == 404


def test_the_page_runs_what_is_its_own_and_asks_nothing_from_outside(address: str) -> None:
    answer = httpx.get(address)
    allowed = answer.headers["content-security-policy"]
    assert "default-src 'none'" in allowed and "拖到这里" in answer.text
    (nonce,) = set(re.findall(r'nonce="([^"]+)"', answer.text))
    assert f"'nonce-{nonce}'" in allowed and "http" not in answer.text
    assert set(ENGLISH) == set(CHINESE) and page("n", "en") != page("n", "zh")


def test_few_documents_are_kept() -> None:
    desk = Desk()
    keys = [desk.read(f"{number}.html", OURS[0].read_bytes())["id"] for number in range(KEPT + 1)]
    assert len(set(keys)) == KEPT + 1
    with pytest.raises(Exception, match="drop it again"):
        desk.make(keys[0], "md")
    assert desk.make(keys[-1], "md")[0] == f"{KEPT}.md"
