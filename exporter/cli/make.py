"""Make files: export and batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from exporter import parts
from exporter.batch.export import Artefact, export_one
from exporter.batch.write import distinct_stems
from exporter.cli import say
from exporter.cli.app import (
    AsJson,
    Fonts,
    Icc,
    Out,
    Pages,
    Quiet,
    Sources,
    Strict,
    StyleName,
    Template,
    To,
    Translator,
    app,
)
from exporter.errors import ExporterError, PartError
from exporter.parts import Options

Result = dict[str, Any]


@app.command()
def export(
    sources: Sources,
    to: To = "docx,pdf,brief",
    out: Out = Path("out"),
    style: StyleName = None,
    template: Template = None,
    icc: Icc = None,
    fonts: Fonts = None,
    translator: Translator = None,
    pages: Pages = 2,
    strict: Strict = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Export documents to Word, PDF, a bilingual brief and more."""
    options = Options(style, fonts, template, icc, translator, pages)
    names = targets_of(to)
    suffixes = [parts.target(name).suffix for name in names]
    results = []
    for given, stem in _progress(list(zip(sources, distinct_stems(sources, suffixes), strict=True)), quiet):
        results.append(_export(given, stem, names, out, options, strict, quiet or as_json))
    if as_json:
        say.as_plain_json(results)
    if any(result["status"] == "failed" for result in results):
        raise typer.Exit(1)


def targets_of(to: str) -> tuple[str, ...]:
    """Split the names of targets; one that there is not is wrong usage."""
    names = tuple(dict.fromkeys(name.strip() for name in to.split(",") if name.strip()))
    try:
        for name in names:
            parts.target(name)
    except PartError as error:
        raise typer.BadParameter(error.message, param_hint="--to") from None
    if not names:
        raise typer.BadParameter("names no target", param_hint="--to")
    return names


def _export(
    given: str, stem: str, names: tuple[str, ...], out: Path, options: Options, strict: bool, quiet: bool
) -> Result:
    try:
        artefacts = export_one(given, names, out, stem=stem, options=options, strict=strict)
    except ExporterError as error:
        say.error(error.code, error.message)
        return {"source": given, "status": "failed", "error": {"code": error.code, "message": error.message}}
    if not quiet:
        say.warnings(artefacts[0].notices)
        for artefact in artefacts:
            print(artefact.path)
    return {
        "source": given,
        "status": "done",
        "artefacts": [_made(artefact) for artefact in artefacts],
        "notices": [say.notice(notice) for notice in artefacts[0].notices],
    }


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
