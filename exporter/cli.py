"""Put the library on the command line: one command a job, one line an error, an honest exit status."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from exporter import parts
from exporter.batch.export import Artefact, export_one
from exporter.batch.write import distinct_stems
from exporter.errors import ExporterError, PartError
from exporter.parts import Options

app = typer.Typer(
    name="exporter",
    help="Turn formal Chinese documents into Word files, PDFs and bilingual briefs whose every figure is traced.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich's help costs 0.2 s at every start
    context_settings={"help_option_names": ["-h", "--help"]},
)

Source = Annotated[str, typer.Argument(help="A path, - for standard input, or an fsspec URL.", show_default=False)]
Sources = Annotated[list[str], typer.Argument(help="Paths, - for standard input, or fsspec URLs.", show_default=False)]
To = Annotated[str, typer.Option(help="Targets, joined by commas; `exporter targets` lists them.")]
Out = Annotated[Path, typer.Option(help="Folder for what is made.")]
StyleName = Annotated[str | None, typer.Option("--style", help="A style's name, or a folder with style.toml.")]
Template = Annotated[Path | None, typer.Option(help="A Word template to fill.")]
Icc = Annotated[Path | None, typer.Option(help="The press's ICC profile (pdf-print, brief-print).")]
Fonts = Annotated[Path | None, typer.Option(envvar="EXPORTER_FONTS", help="A folder of fonts to look in first.")]
Translator = Annotated[str | None, typer.Option(help="A translator's name.")]
Pages = Annotated[int, typer.Option(min=1, max=20, help="Pages of a brief.")]
Strict = Annotated[bool, typer.Option("--strict", help="Take any notice of level warning for a failure.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print machine-readable results.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]


def main() -> None:
    """Run the command line and leave with its exit status."""
    debug = "--debug" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(arguments, standalone_mode=True)
    except ExporterError as error:
        if debug:
            raise
        _fail(error)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to say, and nobody to say it to
        sys.exit(141)
    except Exception as error:
        if debug:
            raise
        _fail(ExporterError(f"unexpected {type(error).__name__}: {error}; run again with --debug and report it"))


# ---------------------------------------------------------------- making


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
    targets = _targets(to)
    results = []
    for given, stem in _progress(list(zip(sources, distinct_stems(sources), strict=True)), "export", quiet):
        result = _export(given, stem, targets, out, options, strict)
        results.append(result)
        if not as_json:
            _tell(result, quiet)
    if as_json:
        _print_json(results)
    if any(result["status"] == "failed" for result in results):
        raise typer.Exit(1)


def _export(
    given: str, stem: str, targets: tuple[str, ...], out: Path, options: Options, strict: bool
) -> dict[str, Any]:
    try:
        artefacts = export_one(given, targets, out, stem=stem, options=options, strict=strict)
    except ExporterError as error:
        return {"source": given, "status": "failed", "error": {"code": error.code, "message": error.message}}
    return {
        "source": given,
        "status": "done",
        "artefacts": [_artefact(artefact) for artefact in artefacts],
        "notices": [{"code": n.code, "level": n.level, "message": n.message} for n in artefacts[0].notices],
    }


def _artefact(artefact: Artefact) -> dict[str, Any]:
    return {
        "target": artefact.target,
        "path": str(artefact.path),
        "sha256": artefact.sha256,
        "bytes": len(artefact.bytes),
    }


def _tell(result: dict[str, Any], quiet: bool) -> None:
    if result["status"] == "failed":
        _say_error(result["error"]["code"], result["error"]["message"])
        return
    if quiet:
        return
    for notice in result["notices"]:
        if notice["level"] == "warning":
            print(f"warning[{notice['code']}]: {notice['message']}", file=sys.stderr)
    for artefact in result["artefacts"]:
        print(artefact["path"])


# ---------------------------------------------------------------- looking


@app.command()
def outline(source: Source, as_json: AsJson = False) -> None:
    """Show a document's structure, and what every line of the source was taken for."""
    document = parts.read(source)
    if as_json:
        _print_json(parts.load("exporter.readers.account:outline_json")(document))
    else:
        print("\n".join(parts.load("exporter.readers.account:outline_lines")(document)))


@app.command()
def styles(as_json: AsJson = False) -> None:
    """List the styles there are."""
    from exporter.style import load_style, style_names

    rows = [{"name": name, "label": load_style(name).label} for name in style_names()]
    _print_rows(rows, as_json)


@app.command()
def targets(as_json: AsJson = False) -> None:
    """List what a document can be exported to."""
    rows = []
    for name in parts.target_names():
        row = parts.target(name)
        rows.append({"name": name, "suffix": row.suffix, "style": row.style, "label": row.label})
    _print_rows(rows, as_json)


# ---------------------------------------------------------------- speaking


def _progress(items: list[Any], what: str, quiet: bool) -> Iterable[Any]:
    if quiet or len(items) < 2 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, what, console=Console(stderr=True), transient=True)


def _targets(to: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in to.split(",") if name.strip()))
    try:
        for name in names:
            parts.target(name)
    except PartError as error:
        raise typer.BadParameter(error.message, param_hint="--to") from None
    if not names:
        raise typer.BadParameter("names no target", param_hint="--to")
    return names


def _print_rows(rows: list[dict[str, str]], as_json: bool) -> None:
    if as_json:
        _print_json(rows)
        return
    widths = {key: max(len(row[key]) for row in rows) for key in rows[0]}
    for row in rows:
        print("  ".join(row[key].ljust(widths[key]) for key in row).rstrip())


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _say_error(code: str, message: str) -> None:
    print(f"error[{code}]: {message}", file=sys.stderr)


def _fail(error: ExporterError) -> NoReturn:
    if "--json" in sys.argv:
        _print_json({"error": {"code": error.code, "message": error.message}})
    _say_error(error.code, error.message)
    sys.exit(1)
