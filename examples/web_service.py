"""Serve briefs: POST a document, get its brief as a web page. Needs `gongwenkit[review]`.

python examples/web_service.py 8000
curl --data-binary @source/sample.html "http://127.0.0.1:8000/brief?name=sample.html" > brief.html

A document takes a second or so of processor time, so it goes to a thread and the service stays awake. For many
users give `exporter.export_all` a process for each document instead: it has limits of time and memory.
"""

from __future__ import annotations

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

import exporter

MAX_BODY = 20_000_000
"""Bytes of a document that strangers may send."""


def brief_of(data: bytes, name: str) -> bytes:
    """Make the web page of a brief, from bytes to bytes."""
    return exporter.render(exporter.read(data, name=name), "brief-html")


async def brief(request: Request) -> Response:
    """Answer with the brief, or with the code and the line of what is wrong."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > MAX_BODY:
            return JSONResponse({"code": "source.too_large"}, 413)
    try:
        page = await run_in_threadpool(brief_of, bytes(data), request.query_params.get("name", "document"))
    except exporter.ExporterError as error:
        return JSONResponse({"code": error.code, "message": error.message}, 400)
    return HTMLResponse(page)


app = Starlette(routes=[Route("/brief", brief, methods=["POST"])])

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
