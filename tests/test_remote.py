"""A source from afar is read to its end or refused by type, whatever the server does."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from exporter import remote
from exporter.errors import SourceError

TEXT = "关于节约用水的通知。".encode() * 1500
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@contextlib.contextmanager
def server(*pieces: bytes, endless: bytes = b"", hang: bool = False) -> Iterator[str]:
    """Answer every request with the same bytes, then close, go on for ever, or say nothing more."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"

        def answer(connection: socket.socket) -> None:
            with connection, contextlib.suppress(OSError):
                connection.recv(65536)
                for piece in pieces:
                    connection.sendall(piece.replace(b"HERE", address.encode()))
                while endless and not over.is_set():
                    connection.sendall(endless)
                if hang:
                    over.wait(20)

        def listen() -> None:
            with contextlib.suppress(OSError):
                while not over.is_set():
                    threading.Thread(target=answer, args=(listening.accept()[0],), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        try:
            yield address + "/%E9%80%9A%E7%9F%A5.txt?id=3"
        finally:
            over.set()


def refused(url: str, limit: int = 1_000_000, seconds: float = 10.0) -> str:
    with pytest.raises(SourceError) as caught:
        remote.fetch_url(url, limit, seconds)
    assert "\n" not in caught.value.message and url in caught.value.message
    return caught.value.code


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


@pytest.mark.parametrize(
    "pieces",
    [
        (HEAD + b"\r\n", TEXT[:1515], TEXT[1515:]),  # no length: to the end
        (HEAD + f"Content-Length: {len(TEXT)}\r\n\r\n".encode(), TEXT[:10], TEXT[10:]),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunk(TEXT[:99]), chunk(TEXT[99:]), b"0\r\n\r\n"),
    ],
)
def test_a_body_is_read_to_its_end(pieces: tuple[bytes, ...]) -> None:
    with server(*pieces) as url:
        assert remote.fetch_url(url, 1_000_000) == ("通知.txt", TEXT)


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ((b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",), "source.not_found"),
        ((b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",), "source.http"),
        (
            (b"HTTP/1.1 302 Found\r\nLocation: HERE/again\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",),
            "source.redirects",
        ),
        ((HEAD + b"Content-Length: 99999\r\n\r\n", TEXT), "source.cut_short"),
        ((HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunk(TEXT)), "source.cut_short"),
        ((HEAD + b"Content-Length: 3000000000\r\n\r\n", TEXT), "source.too_large"),
        ((b"nonsense\r\n\r\n",), "source.cut_short"),
    ],
)
def test_an_answer_that_is_no_document_is_refused_by_type(pieces: tuple[bytes, ...], code: str) -> None:
    with server(*pieces) as url:
        assert refused(url) == code


def test_an_endless_body_ends_at_the_limit() -> None:
    with server(HEAD + b"\r\n", endless=b"x" * 65536) as url:
        assert refused(url) == "source.too_large"


def test_a_server_that_hangs_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "SILENCE", 0.3)
    with server(HEAD + b"\r\n", TEXT, hang=True) as url:
        assert refused(url) == "source.timeout"
    with server(hang=True) as url:
        assert refused(url) == "source.timeout"


def test_a_server_that_drips_is_left() -> None:
    with server(HEAD, hang=True) as url:
        assert refused(url, seconds=0.3) == "source.timeout"


def test_a_source_of_another_protocol_is_read_whole_or_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a b.txt"
    file.write_bytes(TEXT)
    read = partial(remote.fetch_url, file.as_uri().replace("%20", " "))
    assert read(len(TEXT))[1] == TEXT
    assert refused(f"file://{file}", limit=100) == "source.too_large"
    assert refused("nosuch://a/b") == "source.unsupported"
