"""Prove artefacts against their source, and say what the English guard found."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from exporter import desk, parts, pipeline
from exporter.batch.export import refuse_warnings
from exporter.cli import say
from exporter.cli.app import AsJson, Memory, Name, Reviewed, Source, Strict, Terms, Translator, app
from exporter.cli.asked import options_of
from exporter.cli.language import localized
from exporter.cli.look import named
from exporter.display import without_markup

Artefact = Annotated[str, typer.Argument(metavar="ARTEFACT", help="A file that exporter made.", show_default=False)]


@app.command()
def verify(
    artefact: Artefact,
    source: Source,
    name: Name = None,
    memory: Memory = None,
    terms: Terms = None,
    reviewed: Reviewed = None,
    as_json: AsJson = False,
) -> None:
    """Prove an artefact made earlier against its source: hash, figures as data, figures on the page."""
    options = options_of(locals())
    from exporter.verify import verify as prove

    own, data = pipeline.fetch(artefact)
    proof = prove(own, data, named(source, name), options)
    if as_json:
        say.as_plain_json(asdict(proof))
    else:
        for one in proof.differences:
            print(localized(_said(one)))
        count = len(proof.differences)
        print(localized(f"{proof.artefact}: {proof.figures} figures traced to {proof.source}, {count} differences"))
    if proof.differences:
        raise typer.Exit(1)


def _said(one: Any) -> str:
    place = f" (line {one.line})" if one.line else ""
    return f"{one.what}: found {without_markup(one.found)}, expected {without_markup(one.expected)}{place}"


@app.command()
def check(
    source: Source,
    name: Name = None,
    memory: Memory = None,
    terms: Terms = None,
    reviewed: Reviewed = None,
    translator: Translator = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Say what the English guard found: the status of every segment, the trace of every figure."""
    options = desk.opened(options_of(locals()))
    source_document = named(source, name)
    document = desk.figured(source_document, options)
    report = parts.load("exporter.english.report:check")(document, desk.segments_of(document, options))
    notices = (*desk.service_notices(options), *desk.review_notices(source_document, options))
    say.warnings(notices)
    if as_json:
        say.as_plain_json(parts.load("exporter.english.report:as_plain")(report))
    else:
        print("\n".join(parts.load("exporter.english.report:lines")(report, localized)))
    if strict:
        refuse_warnings((*document.notices, *notices))
    if not report.right:
        raise typer.Exit(1)
