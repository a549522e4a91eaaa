"""Make files: export and batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import typer

from exporter import parts
from exporter.batch.executors import dask_executor
from exporter.batch.export import Artefact, TargetsError, export_one, notices_of
from exporter.batch.jobs import Job, Limits, Outcome, Summary, outcome_as_plain
from exporter.batch.run import export_all, stoppable
from exporter.batch.sources import find_sources
from exporter.batch.write import distinct_stems
from exporter.cli import made, say, single
from exporter.cli.app import (
    AsJson,
    Elements,
    EmbedFonts,
    Fonts,
    Force,
    Icc,
    Jobs,
    Languages,
    Layout,
    Memory,
    Name,
    Organisation,
    Out,
    OutFolder,
    Pages,
    Paths,
    Previous,
    Quiet,
    Reviewed,
    Scheduler,
    Sources,
    Strict,
    StyleName,
    Template,
    Terms,
    Timeout,
    To,
    ToFile,
    Trace,
    Translator,
    Xliff,
    app,
)
from exporter.cli.asked import joined, options_of, usable
from exporter.cli.progress import Slow, ending, slower, watched
from exporter.cli.say import UsageError
from exporter.errors import ExporterError, SourceError
from exporter.model import Notice
from exporter.parts import Options
from exporter.style import load_style

Result = dict[str, Any]


@app.command()
def export(
    context: typer.Context,
    sources: Sources,
    to: To = None,
    out: Out = Path("out"),
    output: ToFile = None,
    name: Name = None,
    style: StyleName = None,
    template: Template = None,
    icc: Icc = None,
    fonts: Fonts = None,
    memory: Memory = None,
    terms: Terms = None,
    translator: Translator = None,
    pages: Pages = 2,
    languages: Languages = "zh-en",
    previous: Previous = None,
    elements: Elements = None,
    organisation: Organisation = None,
    reviewed: Reviewed = None,
    layout: Layout = "columns",
    xliff: Xliff = "1.2",
    trace: Trace = True,
    embed_fonts: EmbedFonts = False,
    force: Force = False,
    strict: Strict = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Export documents to Word, PDF, a bilingual brief and more."""
    options = options_of(locals())
    if name is not None and sources != ["-"]:
        raise typer.BadParameter("names standard input; give - as the only source", param_hint="--name")
    said = joined(to)
    if output is not None and str(context.get_parameter_source("out")).endswith("COMMANDLINE"):
        raise UsageError("usage", f"-o {output} and --out {out}: one file or a folder; give one of the two")
    if output is not None or str(out) == "-":
        single.export(sources, said, output or out, options, name=name, strict=strict, quiet=quiet, force=force)
        return
    names = usable(options, said, out)
    stems = distinct_stems([name] if name else sources, [parts.target(target).suffix for target in names])
    results = []
    for given, stem in _progress(list(zip(sources, stems, strict=True)), quiet):
        results.append(_export(given, stem, names, out, options, strict, quiet or as_json, sources, name, force))
    if as_json:
        say.as_plain_json(results)
    if any(result["status"] == "failed" for result in results):
        raise typer.Exit(1)


@app.command()
def batch(
    paths: Paths,
    to: To = None,
    out: OutFolder = Path("out"),
    jobs: Jobs = None,
    timeout: Timeout = 60.0,
    scheduler: Scheduler = None,
    style: StyleName = None,
    template: Template = None,
    icc: Icc = None,
    fonts: Fonts = None,
    memory: Memory = None,
    terms: Terms = None,
    translator: Translator = None,
    pages: Pages = 2,
    languages: Languages = "zh-en",
    previous: Previous = None,
    elements: Elements = None,
    organisation: Organisation = None,
    reviewed: Reviewed = None,
    layout: Layout = "columns",
    xliff: Xliff = "1.2",
    trace: Trace = True,
    embed_fonts: EmbedFonts = False,
    strict: Strict = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Export many documents, each in a process of its own; what is done and unchanged is skipped."""
    options = options_of(locals())
    names = usable(options, joined(to), out, ledger=True)
    work = [  # all of them at once: none may be written over before it was read
        Job(source, names, str(out), options=options, strict=strict, limits=Limits(seconds=timeout))
        for source in find_sources(paths, leave_out=[out])
    ]
    executor = dask_executor(scheduler) if scheduler else None
    summary, slowest = Summary(), list[Slow]()
    with stoppable():
        for outcome in watched(export_all(work, executor, workers=jobs), len(work), quiet or as_json):
            summary, slowest = summary.plus(outcome), slower(slowest, outcome)
            _tell(outcome, quiet, as_json)
    if not as_json and not quiet:
        print("\n".join(ending(summary, slowest)), file=sys.stderr)
    if not summary.done and not summary.failed and not summary.skipped:
        raise SourceError(
            "no document found; give files, or folders that hold .txt, .html, .docx, .md or .pdf files",
            "source.not_found",
        )
    if summary.failed:
        raise typer.Exit(1)


def _tell(outcome: Outcome, quiet: bool, as_json: bool) -> None:
    if as_json:
        print(say.as_json_text(outcome_as_plain(outcome)))
    if outcome.code is not None:
        said = outcome.message or ""
        say.error(outcome.code, said if said.startswith(outcome.source) else f"{outcome.source}: {said}")
    elif not quiet and not as_json:
        say.warnings(replace(one, message=f"{outcome.source}: {one.message}") for one in _of_services(outcome))
        for one in outcome.artefacts:
            print(one.path)


def _of_services(outcome: Outcome) -> tuple[Notice, ...]:
    """Give what became of the English that people and services were asked for; all else stands in the ledger."""
    return tuple(one for one in outcome.notices if one.code.startswith(("translate.", "reviewed.", "terms.")))


def _export(
    given: str,
    stem: str,
    names: tuple[str, ...],
    out: Path,
    options: Options,
    strict: bool,
    quiet: bool,
    sources: Sequence[str],
    name: str | None,
    force: bool,
) -> Result:
    keep = None if force else made.aside
    try:
        artefacts = export_one(
            given, names, out, stem=stem, options=options, strict=strict, originals=sources, name=name, aside=keep
        )
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
    found: tuple[Notice, ...] = parts.load("exporter.renderers.word:template_notices")(
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
