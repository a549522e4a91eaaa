"""Give figures as data: the facts of one report, or one panel over many."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from exporter import conversion, desk, parts
from exporter.batch.export import refuse_warnings
from exporter.batch.originals import Originals
from exporter.batch.sources import NO_DOCUMENT, find_sources
from exporter.batch.write import publish
from exporter.cli import say
from exporter.cli.app import AsJson, Memory, Name, Quiet, Reviewed, Strict, Terms, ToFile, Translator, app
from exporter.cli.asked import options_of
from exporter.cli.language import localized
from exporter.cli.say import UsageError
from exporter.cli.single import STANDARD_OUTPUT
from exporter.errors import ExporterError, RenderError, SourceError
from exporter.model import Document

Format = Literal["jsonl", "csv", "xlsx", "table"]

Given = Annotated[str, typer.Argument(metavar="SOURCE", help="A document, or a folder for a panel over many.")]
FormatOf = Annotated[
    Format | None,
    typer.Option("--format", help="jsonl, csv, xlsx or table; in a terminal a table, else jsonl.", show_default=False),
]
BY_SUFFIX: dict[str, Format] = {".jsonl": "jsonl", ".csv": "csv", ".xlsx": "xlsx", ".txt": "table"}
OTHER_KINDS = {".json", ".pdf", ".docx", ".html", ".md"}
"""Suffixes that promise what no form of figures is."""


@app.command()
def facts(
    source: Given,
    form: FormatOf = None,
    output: ToFile = None,
    name: Name = None,
    memory: Memory = None,
    terms: Terms = None,
    reviewed: Reviewed = None,
    translator: Translator = None,
    strict: Strict = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """List every figure as data: indicator, value, unit, growth, bound, period, scope, place."""
    options = options_of(locals())
    if output == STANDARD_OUTPUT:
        output = None
    chosen = form_of(form, output, "jsonl" if as_json or not sys.stdout.isatty() else "table")
    if Path(source).is_dir():
        failed: list[str] = []
        found = list(find_sources([source]))
        if found == [source] and os.access(source, os.R_OK):
            raise SourceError(f"{source}: {NO_DOCUMENT}", "source.not_regular")
        _require_other(output, found)
        data = _panel(_readable(found, failed, options), chosen)
        if len(failed) < len(found):
            _give(data, chosen, output)
        if failed:
            raise typer.Exit(1)
        return
    _require_other(output, [source])
    options = desk.opened(options)
    document = _read(source, options, name)
    if strict:
        refuse_warnings(document.notices)
    if not quiet:
        say.warnings((*document.notices, *desk.service_notices(options)))
    _give(_one(document, chosen), chosen, output)


def form_of(said: Format | None, output: Path | None, otherwise: Format) -> Format:
    """Give the form of the figures: as said, or as the file's name says. Raises UsageError where those contradict."""
    suffix = output.suffix.lower() if output else ""
    named = BY_SUFFIX.get(suffix)
    if output is None:
        return said or otherwise
    if said is None and named is None:
        raise UsageError("usage", f"{output}: figures are written as {', '.join(BY_SUFFIX)}; end in one of these")
    if said is not None and suffix in OTHER_KINDS | set(BY_SUFFIX) and named != said:
        raise UsageError("usage", f"{output}: --format {said} is not written as {suffix}; choose one of the two")
    return said or named or otherwise


def _read(source: str, options: parts.Options, name: str | None = None) -> Document:
    return desk.translator_said(desk.figured(conversion.read(source, name=name), options), options)


def _require_other(output: Path | None, sources: Iterable[str]) -> None:
    if output is not None:
        Originals(sources).refuse([output])


def _readable(found: list[str], failed: list[str], options: parts.Options) -> Iterator[Document]:
    """Read what can be read of a folder; say what cannot, and remember it."""
    for source in found:
        try:
            yield _read(source, options)
        except ExporterError as error:
            failed.append(source)
            say.error(error.code, error.message)


def _one(document: Document, form: Format) -> bytes:
    from exporter.facts.data import csv_jsonl as tables

    match form:
        case "jsonl":
            return tables.jsonl(document)
        case "csv":
            return tables.csv_of(tables.FIELDS, tables.records(document))
        case "xlsx":
            from exporter.facts.data.workbook import workbook

            return workbook(document)
        case "table":
            heads = ("line", "indicator", "value", "change", "period", "kind")
            rows = ((*row[:-1], localized(row[-1])) for row in tables.rows(document.facts))
            return _columns((map(localized, heads), *rows))


def _panel(documents: Iterable[Document], form: Format) -> bytes:
    from exporter.facts.data import csv_jsonl as tables

    match form:
        case "jsonl":
            return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in tables.panel(documents)).encode()
        case "csv":
            return tables.panel_csv(documents)
        case "xlsx":
            from exporter.facts.data.workbook import panel_workbook

            return panel_workbook(documents)
        case "table":
            rows = (tuple(str(row[name] or "") for name in tables.PANEL_FIELDS) for row in tables.panel(documents))
            return _columns((tables.PANEL_FIELDS, *rows))


def _columns(rows: Iterable[Iterable[str]]) -> bytes:
    table = [tuple(row) for row in rows]
    widths = [max(map(say.width, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(map(say.padded, row, widths)).rstrip() for row in table)
    return "".join(line + "\n" for line in lines).encode()


def _give(data: bytes, form: Format, output: Path | None) -> None:
    if output is not None:
        publish([(output, data)])
        print(output)
    elif form == "xlsx" and sys.stdout.isatty():
        raise RenderError("a workbook is no text for a terminal; name a file with -o", "output.terminal")
    elif form == "table":
        print(data.decode(), end="")  # in the encoding of the terminal
    else:
        sys.stdout.buffer.write(data)
