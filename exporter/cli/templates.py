"""Look into a Word template: its marks, those that nobody knows, and where it departs from a style."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exporter import parts
from exporter.cli import say
from exporter.cli.app import AsJson, StyleName, app
from exporter.cli.language import localized
from exporter.style import load_style

File = Annotated[Path, typer.Argument(metavar="FILE.dotx", help="A Word template or document.", show_default=False)]
Verdict = Annotated[bool, typer.Option("--check", help="Exit with 1 where a mark is not known.")]


@app.command()
def template(file: File, check: Verdict = False, style: StyleName = None, as_json: AsJson = False) -> None:
    """List the marks of a Word template, and where it departs from a style."""
    found: tuple[str, ...] = parts.load("exporter.renderers.word.templates:template_marks")(file)
    notices = parts.load("exporter.renderers.word.templates:template_notices")(file, load_style(style or "official"))
    unknown = [one for one in notices if one.code == "template.unknown_mark"]
    if as_json:
        marks = [
            {"mark": name, "known": not any(f"{{{{{name}}}}}" in one.message for one in unknown)} for name in found
        ]
        say.as_plain_json({"file": file.name, "marks": marks, "notices": [say.notice(one) for one in notices]})
    else:
        for name in found:
            print(f"{{{{{name}}}}}")
        if not found:
            print(localized("no marks: samples of title, number, date and text give way to the document's own"))
        say.told(notices)
    if check and unknown:
        raise typer.Exit(1)
