"""Serve a page to this machine alone, behind an address that nobody can guess: the door to `uvicorn`."""

from __future__ import annotations

import secrets
import socket
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


def serve(port: int, made: Callable[[str, int], Starlette], opened: Callable[[str], Any]) -> None:
    """Serve until the command is stopped. Raises PartError: `serve.port`, `engine.missing` without the extra.

    `made` gives the application for a token and a port, `opened` is told the address.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind(("127.0.0.1", port))
            held.listen(64)
        except OSError as error:
            raise PartError(f"port {port}: {error.strerror}; take another, or 0 for any", "serve.port") from None
        port, token = held.getsockname()[1], secrets.token_urlsafe(24)
        app = made(token, port)
        try:
            import uvicorn
        except ImportError:
            raise without_extra() from None
        opened(f"http://127.0.0.1:{port}/{token}/")
        config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[held])
