"""Answer the page's requests, on the loopback alone: a token in the address, no other host or origin, no cookies.

Needs the extra `review` (starlette, uvicorn).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, TypeAlias
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from exporter import loopback
from exporter.errors import ExporterError, SourceError
from exporter.service.desk import Desk
from exporter.service.page import page

Said: TypeAlias = Callable[[str], str]
MAX_BODY = 64_000_000
"""Bytes of a document dropped on the page."""


class Answers:
    """What the page of one address and token gets."""

    def __init__(self, desk: Desk, token: str, port: int, language: str, said: Said = str) -> None:
        self._desk = desk
        self._token = token
        self._port = port
        self._language = language
        self._said = said

    def application(self) -> Starlette:
        """Give the web application."""
        return Starlette(
            routes=[
                Route("/{token}/", self.show),
                Route("/{token}/read", self.read, methods=["POST"]),
                Route("/{token}/make", self.make, methods=["POST"]),
            ]
        )

    async def show(self, request: Request) -> Response:
        """Give the page."""
        nonce = secrets.token_urlsafe(12)
        allowed = f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'"
        quiet = {"Content-Security-Policy": allowed, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return self._stranger(request) or HTMLResponse(page(nonce, self._language), headers=quiet)

    async def read(self, request: Request) -> Response:
        """Read the document that is the body, under the name asked with."""
        if refused := self._stranger(request):
            return refused
        name = request.query_params.get("name", "document")
        data = await _body(request)
        if data is None:
            return self._wrong(SourceError(f"{name}: more than {MAX_BODY // 1_000_000} MB", "source.too_large"))
        return await self._answered(lambda: JSONResponse(localized(self._desk.read(name, data), self._said)))

    async def make(self, request: Request) -> Response:
        """Make one file of a document that was read."""
        if refused := self._stranger(request):
            return refused
        asked = request.query_params

        def work() -> Response:
            name, data = self._desk.make(asked.get("id", ""), asked.get("target", ""), asked.get("style"))
            return Response(data, media_type="application/octet-stream", headers={"X-File-Name": quote(name)})

        return await self._answered(work)

    def _stranger(self, request: Request) -> Response | None:
        """Turn away who comes by another name, from another page, or without the token."""
        return None if loopback.is_ours(request, self._token, self._port) else PlainTextResponse("not here", 404)

    async def _answered(self, work: Callable[[], Response]) -> Response:
        try:
            return await run_in_threadpool(work)
        except ExporterError as error:
            return self._wrong(error)

    def _wrong(self, error: ExporterError) -> Response:
        return JSONResponse({"error": {"code": error.code, "message": self._said(error.message)}}, 400)


def localized(report: dict[str, Any], said: Said) -> dict[str, Any]:
    """Give what is told of a document in the language of who reads the page."""
    return report | {
        "left_out": [row | {"reason": said(row["reason"])} for row in report["left_out"]],
        "notices": [row | {"message": said(row["message"])} for row in report["notices"]],
        "targets": [row | {"label": said(row["label"])} for row in report["targets"]],
    }


async def _body(request: Request) -> bytes | None:
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > MAX_BODY:
            return None
    return bytes(data)


def serve(port: int, language: str, said: Said, opened: Callable[[str], Any]) -> None:
    """Serve until the command is stopped. Raises PartError as `loopback.serve` does.

    `opened` is told the address; `said` gives words of ours in the language of who reads the page.
    """
    loopback.serve(port, lambda token, port: Answers(Desk(), token, port, language, said).application(), opened)
