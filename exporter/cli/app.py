"""Hold the command line's root, and the options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer

from exporter.cli.help import Command, Group

Function = TypeVar("Function", bound=Callable[..., Any])


class App(typer.Typer):
    """The command line; its commands lay out their help as ours."""

    def command(  # type: ignore[override]
        self, name: str | None = None, *, hidden: bool = False
    ) -> Callable[[Function], Function]:
        """Register a function as a command, under its own name or another."""
        return super().command(name, cls=Command, hidden=hidden)


app = App(
    name="exporter",
    cls=Group,
    help="Turn formal Chinese documents into Word files, PDFs and bilingual briefs whose every figure is traced.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich's help costs 0.2 s at every start
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        from exporter import __version__

        print(f"exporter {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    messages: Annotated[
        str | None,
        typer.Option(metavar="zh|en", help="Language of messages and help; that of the locale if not given."),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks and what the engines log.")] = False,
) -> None:
    """Hold what may stand before or behind any command; `main` takes the last two out before the parser sees them."""


def _targets(incomplete: str) -> list[str]:
    from exporter import parts

    head, comma, last = incomplete.rpartition(",")
    return [head + comma + name for name in parts.target_names() if name.startswith(last)]


def _styles(incomplete: str) -> list[str]:
    from exporter.style import style_names

    return [name for name in style_names() if name.startswith(incomplete)]


Source = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A path, - for standard input, or an fsspec URL.", show_default=False)
]
Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Paths, - for standard input, or fsspec URLs.", show_default=False),
]
Name = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="What standard input is called: report.html tells its format."),
]
To = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TARGETS",
        help="Targets, joined by commas or each with a --to; `exporter targets` lists them.",
        show_default="docx,pdf,brief",
        autocompletion=_targets,
    ),
]
ToFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="The one file to write, of the kind its name says; - is standard output."
    ),
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="Folder for what is made; - gives one file to standard output.")]
OutFolder = Annotated[Path, typer.Option(metavar="DIR", help="Folder for what is made.")]
Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns or fsspec URLs.", show_default=False)
]
Jobs = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Documents at a time; as many as processors if not given."),
]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Seconds for one document.")]
Scheduler = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler's address.")]
StyleName = Annotated[
    str | None,
    typer.Option(
        "--style", metavar="STYLE", help="A style's name, or a folder with style.toml.", autocompletion=_styles
    ),
]
Template = Annotated[Path | None, typer.Option(metavar="FILE", help="A Word template to fill.")]
Icc = Annotated[Path | None, typer.Option(metavar="FILE", help="The press's ICC profile (pdf-print, brief-print).")]
Fonts = Annotated[
    Path | None, typer.Option(metavar="DIR", envvar="EXPORTER_FONTS", help="A folder of fonts to look in first.")
]
Terms = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Your own terms (CSV, tab-separated text, workbook or TBX); they beat every rule."
    ),
]
Memory = Annotated[Path | None, typer.Option(metavar="FILE", help="A translation memory: TMX, or the .db of a review.")]
Reviewed = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="A file that came back from review: XLIFF, TMX, workbook, Word table, or the .db of the page.",
    ),
]
Elements = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Set an element of an official paper: --set 签发人=某某."),
]
Organisation = Annotated[
    str | None, typer.Option(metavar="NAME", help="Whose brief it is: stands at its foot, in the place of the style's.")
]
EmbedFonts = Annotated[
    bool, typer.Option("--embed-fonts", help="Put the fonts into Word files, where their licence allows it.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over files of earlier runs that were changed since.")]
Layout = Annotated[
    Literal["columns", "stacked"] | None,
    typer.Option(help="How two languages are arranged; where none is said, columns if most of the text has English."),
]
Trace = Annotated[
    bool,
    typer.Option("--trace/--no-trace", help="Let Word files and PDFs carry what proves them against their source."),
]
Xliff = Annotated[Literal["1.2", "2.0"], typer.Option(help="Version of the translation file.")]
Translator = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A translator: local (a model on this machine), or openai or deepl, set up in the environment.",
    ),
]
Pages = Annotated[int, typer.Option(metavar="N", min=1, max=20, help="Pages of a brief.")]
Previous = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Last year's report: a brief sets its targets beside what became of them."),
]
Languages = Annotated[Literal["zh-en", "zh", "en"], typer.Option(help="Languages of a brief.")]
Strict = Annotated[bool, typer.Option("--strict", help="Take any notice of level warning for a failure.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print machine-readable results.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
