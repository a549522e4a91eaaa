"""Make files: export and batch."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from exporter.batch.jobs import Job, Limits, Outcome, Summary, outcome_as_plain
from exporter.batch.run import export_all, stoppable
from exporter.batch.server import fork_ahead
from exporter.batch.sources import find_sources
from exporter.batch.zygote_client import FORKS
from exporter.cli import say, single
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
from exporter.cli.each import each
from exporter.cli.progress import Slow, ending, slower, watched
from exporter.cli.say import UsageError
from exporter.errors import SourceError
from exporter.kept.process import is_alone
from exporter.model import Notice

if TYPE_CHECKING:
    from concurrent.futures import Executor


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
    layout: Layout = None,
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
    _require_clear(context, sources, name, output, out)
    if output is not None or str(out) == "-":
        single.export(sources, joined(to), output or out, options, name=name, strict=strict, quiet=quiet, force=force)
        return
    results = each(sources, usable(options, joined(to), out), out, options, strict, quiet or as_json, name, force)
    if as_json:
        say.as_plain_json(results)
    if any(result["status"] == "failed" for result in results):
        raise typer.Exit(1)


def _require_clear(
    context: typer.Context, sources: list[str], name: str | None, output: Path | None, out: Path
) -> None:
    if name is not None and sources != ["-"]:
        raise typer.BadParameter("names standard input; give - as the only source", param_hint="--name")
    if output is not None and str(context.get_parameter_source("out")).endswith("COMMANDLINE"):
        raise UsageError("usage", f"-o {output} and --out {out}: one file or a folder; give one of the two")


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
    layout: Layout = None,
    xliff: Xliff = "1.2",
    trace: Trace = True,
    embed_fonts: EmbedFonts = False,
    strict: Strict = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Export many documents, each apart from the others; what is done and unchanged is skipped."""
    options = options_of(locals())
    names = usable(options, joined(to), out, ledger=True)
    work = [  # all of them at once: none may be written over before it was read
        Job(source, names, str(out), options=options, strict=strict, limits=Limits(seconds=timeout))
        for source in find_sources(paths, leave_out=[out])
    ]
    executor = _executor(scheduler)
    summary, slowest = Summary(), list[Slow]()
    with stoppable():
        for outcome in watched(export_all(work, executor, workers=jobs), len(work), quiet or as_json):
            summary, slowest = summary.plus(outcome), slower(slowest, outcome)
            _tell(outcome, quiet, as_json)
    if not as_json and not quiet:
        print("\n".join(ending(summary, slowest)), file=sys.stderr)
    if not summary.done and not summary.failed and not summary.skipped:
        raise SourceError(NOTHING, "source.not_found")
    if summary.failed:
        raise typer.Exit(1)


def _executor(scheduler: str | None) -> Executor | None:
    """Connect to a scheduler; where none is named, a process that is ours alone lends its memory to its workers."""
    if scheduler:
        from exporter.batch.executors import dask_executor

        return dask_executor(scheduler)
    if FORKS and is_alone():
        fork_ahead()
    return None


NOTHING = "no document found; give files, or folders that hold .txt, .html, .docx, .md or .pdf files"


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
