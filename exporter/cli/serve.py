"""Open a page of this machine for those who have no shell."""

from __future__ import annotations

import webbrowser
from typing import Annotated

import typer

from exporter.cli.app import app
from exporter.cli.language import language, localized


@app.command()
def serve(
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="Port on this machine; 0: one that is free.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
) -> None:
    """Open a page of this machine alone: drop a file, see what was read and left out, choose, download."""
    try:
        from exporter.service.server import serve as run
    except ImportError:
        from exporter.loopback import without_extra

        raise without_extra() from None

    def opened(address: str) -> None:
        print(f"{address}\n{localized('Ctrl+C ends it.')}", flush=True)
        if browser:
            webbrowser.open(address)

    run(port, language(), localized, opened)
