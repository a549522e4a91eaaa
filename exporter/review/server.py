"""Serve a review on this machine alone: a random token in the address, no other origin, nothing from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from exporter import loopback
from exporter.errors import PartError, TranslationError
from exporter.review.page import page
from exporter.review.session import Session
from exporter.review.store import ConflictError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

Act = Callable[[Session, dict[str, Any]], dict[str, Any]]
MAX_BODY = 200_000
"""Bytes of one request."""


def application(session: Session, token: str, port: int) -> Starlette:
    """Make the web application of a review. Raises PartError `engine.missing` without the extra `review`."""
    try:
        from starlette.applications import Starlette
        from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
        from starlette.routing import Route
    except ImportError:
        raise PartError(
            "the review page needs starlette and uvicorn; install the extra: pip install 'gongwenkit[review]'",
            "engine.missing",
        ) from None

    def stranger(request: Request) -> Response | None:
        """Turn away who comes by another name, from another page, or without the token."""
        return None if loopback.is_ours(request, token, port) else PlainTextResponse("not here", 404)

    async def show(request: Request) -> Response:
        quiet = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
        return stranger(request) or HTMLResponse(page(session.state(), served=True), headers=quiet)

    def answering(act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            if refused := stranger(request):
                return refused
            said = await _body(request)
            return _answered(lambda: act(session, said), JSONResponse)

        return answer

    acts = [Route(f"/{{token}}/{name}", answering(act), methods=["POST"]) for name, act in ACTS.items()]
    return Starlette(routes=[Route("/{token}/", show), *acts])


async def _body(request: Request) -> dict[str, Any]:
    import json

    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > MAX_BODY:
            return {"id": "", "en": ""}
    try:
        said = json.loads(data)
    except ValueError:
        said = None
    return {"id": "", "en": "", **said} if isinstance(said, dict) else {"id": "", "en": ""}


def _places(said: dict[str, Any]) -> tuple[int, ...]:
    given = said.get("cuts")
    if not isinstance(given, list) or not all(isinstance(one, int) for one in given):
        raise TranslationError("cuts are whole numbers; give a list of them", "review.cut")
    return tuple(sorted(set(given)))


def _kept(session: Session, said: dict[str, Any]) -> dict[str, Any]:
    status = said.get("status")
    entry, findings = session.keep(
        str(said["id"]),
        str(said["en"]),
        status if status in ("reviewed", "draft") else "draft",
        str(said.get("note", "")),
        str(said.get("author", "")),
        int(said.get("version", 0)),
        said.get("looked") is True,
    )
    if entry is None:
        return {"refused": True, "findings": findings}
    return {"version": entry.version, "status": entry.status, "findings": findings}


ACTS: dict[str, Act] = {
    "check": lambda session, said: {"findings": session.check(str(said["id"]), str(said["en"]))},
    "similar": lambda session, said: {"suggestions": session.suggestions(str(said["id"]))},
    "cut": lambda session, said: {"rows": session.cut(str(said["id"]), _places(said))},
    "keep": _kept,
}
"""What the page may ask for."""


def _answered(do: Any, respond: Any) -> Response:
    try:
        return respond(do())  # type: ignore[no-any-return]
    except ConflictError as conflict:
        entry = conflict.entry
        now = {"en": entry.en, "status": entry.status, "version": entry.version, "author": entry.author}
        return respond({"conflict": now}, 409)  # type: ignore[no-any-return]
    except (TranslationError, ValueError) as error:
        return respond({"error": str(error)}, 400)  # type: ignore[no-any-return]


def serve(session: Session, port: int, opened: Callable[[str], Any]) -> None:
    """Serve until the command is stopped; `opened` is told the address. Raises PartError as `loopback.serve` does.

    The work has its own port, so that the browser gives back what was typed while the command was dead.
    """
    settled = loopback.settled_port(str(session.store.path.resolve()))
    loopback.serve(port, lambda token, port: application(session, token, port), opened, settled)
