"""Serve a page to this machine alone, behind an address that nobody can guess: the door to `uvicorn`."""

from __future__ import annotations

import secrets
import socket
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from exporter.errors import PartError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request


def without_extra() -> PartError:
    """Say that what serves a page is not installed."""
    return PartError(
        "the page needs starlette and uvicorn; install the extra: pip install 'gongwenkit[review]'", "engine.missing"
    )


def is_ours(request: Request, token: str, port: int) -> bool:
    """Tell whether who asks comes by this address, with its token, and from no other page."""
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    origin = request.headers.get("origin")
    known = secrets.compare_digest(request.path_params["token"].encode(), token.encode())
    return known and request.headers.get("host") in hosts and origin in (None, *(f"http://{host}" for host in hosts))


def settled_port(work: str) -> int:
    """Give the port of a piece of work: the same each time, since a browser keeps what it holds by the port."""
    return _FIRST + zlib.crc32(work.encode()) % (_LAST - _FIRST)


_FIRST, _LAST = 49152, 65536
"""Ports that nobody is given (RFC 6335)."""


def _listening(held: socket.socket, port: int, settled: int) -> None:
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for one in (settled, 0) if settled and not port else (port,):
        try:
            held.bind(("127.0.0.1", one))
            held.listen(64)
            return
        except OSError as error:
            if not one or one == port:
                raise PartError(f"port {port}: {error.strerror}; take another, or 0 for any", "serve.port") from None


def serve(port: int, made: Callable[[str, int], Starlette], opened: Callable[[str], Any], settled: int = 0) -> None:
    """Serve until the command is stopped. Raises PartError: `serve.port`, `engine.missing` without the extra.

    `made` gives the application for a token and a port, `opened` is told the address. Where any port will do (0),
    `settled` is taken if it is free.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as held:
        _listening(held, port, settled)
        port, token = held.getsockname()[1], secrets.token_urlsafe(24)
        app = made(token, port)
        try:
            import uvicorn
        except ImportError:
            raise without_extra() from None
        opened(f"http://127.0.0.1:{port}/{token}/")
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[held])
