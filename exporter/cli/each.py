"""Export each source of a command, and say what became of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from exporter import parts
from exporter.batch.export import Artefact, TargetsError, export_one, notices_of
from exporter.batch.write import distinct_stems
from exporter.cli import made, say
from exporter.errors import ExporterError
from exporter.model import Notice
from exporter.parts import Options
from exporter.style import load_style

Result = dict[str, Any]


def each(
    sources: Sequence[str],
    names: tuple[str, ...],
    out: Path,
    options: Options,
    strict: bool,
    quiet: bool,
    name: str | None,
    force: bool,
) -> list[Result]:
    """Export sources to targets, each by itself, and give the results as plain data."""
    stems = distinct_stems([name] if name else sources, [parts.target(target).suffix for target in names])
    rows = _progress(list(zip(sources, stems, strict=True)), quiet)
    keep = None if force else made.aside
    export = partial(
        export_one, to=names, out=out, options=options, strict=strict, originals=sources, name=name, aside=keep
    )
    return [_result(given, partial(export, given, stem=stem), options, quiet) for given, stem in rows]


def _result(given: str, export: Callable[[], tuple[Artefact, ...]], options: Options, quiet: bool) -> Result:
    try:
        artefacts = export()
    except TargetsError as error:
        made.remember(error.made)
        for target, one in error.failed.items():
            say.error(one.code, f"{target}: {one.message}")
        told = {"code": error.code, "message": error.message}
        return {**_done(given, error.made, options, quiet), "status": "failed", "error": told}
    except ExporterError as error:
        say.error(error.code, error.message)
        return {"source": given, "status": "failed", "error": {"code": error.code, "message": error.message}}
    made.remember(artefacts)
    return _done(given, artefacts, options, quiet)


def _done(given: str, artefacts: Sequence[Artefact], options: Options, quiet: bool) -> Result:
    deviations = _deviations(options)
    if not quiet:
        say.warnings(notices_of(artefacts))
        say.told(deviations)
        for artefact in artefacts:
            print(artefact.path)
    return {
        "source": given,
        "status": "done",
        "artefacts": [_made(artefact) for artefact in artefacts],
        "notices": [say.notice(notice) for notice in (*notices_of(artefacts), *deviations)],
    }


def _deviations(options: Options) -> tuple[Notice, ...]:
    """List where the user's own Word template departs from the style."""
    if options.template is None:
        return ()
    found: tuple[Notice, ...] = parts.load("exporter.renderers.word.templates:template_notices")(
        options.template, load_style(options.style or "official")
    )
    return found


def _made(artefact: Artefact) -> dict[str, Any]:
    return {
        "target": artefact.target,
        "path": str(artefact.path),
        "sha256": artefact.sha256,
        "bytes": len(artefact.bytes),
    }


def _progress(items: list[tuple[str, str]], quiet: bool) -> Iterable[tuple[str, str]]:
    if quiet or len(items) < 2 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "export", console=Console(stderr=True), transient=True)
