"""Open the translator's desk: a page to review a document's English in."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from exporter import desk
from exporter.batch.export import files_of
from exporter.batch.originals import Originals
from exporter.batch.write import publish
from exporter.cli.app import Memory, Name, Reviewed, Source, Terms, Translator, app
from exporter.cli.asked import options_of, require_suffix
from exporter.cli.language import localized
from exporter.cli.look import named
from exporter.parts import Options

OutFile = Annotated[
    Path | None, typer.Option("--out", metavar="FILE.html", help="Write the page as one file that works from disk.")
]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port on this machine; 0: one that is free.")]


@app.command()
def review(
    source: Source,
    name: Name = None,
    memory: Memory = None,
    terms: Terms = None,
    reviewed: Reviewed = None,
    translator: Translator = None,
    out: OutFile = None,
    port: Port = 0,
) -> None:
    """Review a document's English in the browser: checked as one types, approved by name, kept in the memory."""
    said = options_of(locals())
    if out is not None:
        Originals((source, *files_of(said))).refuse([out])
        require_suffix(out, (".html", ".htm"), "the page of a review")
    from exporter.review.page import page
    from exporter.review.server import serve
    from exporter.review.session import session_of
    from exporter.review.store import Store

    document = desk.figured(named(source, name), Options(terms=terms))
    kept = memory if memory and memory.suffix == ".db" else None
    known = memory if memory and (kept is None or memory.exists()) else None
    options = replace(said, memory=known)
    stem = Path(document.origin.name if document.origin else "document").stem
    store = Store(kept or Path(f"{stem}.review.db"))
    session = session_of(document, desk.segments_of(document, options), store, desk.memory_of(options))
    if out is not None:
        publish([(out, page(session.state(), served=False).encode())])
        print(out)
        return
    told = localized(f"Ctrl+C ends it; kept in {session.store.path}")
    serve(session, port, lambda address: print(f"{address}\n{told}", flush=True))
    print(localized("closed"), file=sys.stderr)
